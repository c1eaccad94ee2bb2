"""Files that hold reports: from their bytes to texts, and to what they tell beside them.

A file's name and its first bytes say how it is read (``registry``). The text that anchors
index is the file's own for plain texts and Markdown, front matter and marks included; what
the rules are to read is ``kept`` of it. Of all others it is the text that is read from the
file, which has no offsets there.
"""

from tui.documents.document import LoadedDocument, PassedOver, Read, Reference
from tui.documents.reader import NO_COLUMNS, Columns
from tui.documents.registry import (
    NO_KIND,
    READERS,
    SUFFIXES,
    is_article,
    is_quick,
    is_readme,
    largest,
    may_be_article,
    read,
    read_all,
    reader_of,
    same_words,
    suffix_of,
)

__all__ = [
    "NO_COLUMNS",
    "NO_KIND",
    "READERS",
    "SUFFIXES",
    "Columns",
    "LoadedDocument",
    "PassedOver",
    "Read",
    "Reference",
    "is_article",
    "is_quick",
    "is_readme",
    "largest",
    "may_be_article",
    "read",
    "read_all",
    "reader_of",
    "same_words",
    "suffix_of",
]
