"""Files that hold a report: from their bytes to a text, and to what they tell beside it.

A file's name says how it is read: ``.txt`` as it stands, ``.md`` without its marks,
``.html`` and ``.htm`` by their main text. The text that anchors index is the file's own for
the first two, front matter and marks included; what the rules are to read is ``kept`` of
it. Of a page it is the main text, which has no offsets in the file.
"""

from tui.documents.document import LoadedDocument
from tui.documents.registry import SUFFIXES, is_article, read, reader_of, same_words

__all__ = ["SUFFIXES", "LoadedDocument", "is_article", "read", "reader_of", "same_words"]
