"""Documents of Word and the programs that write its files."""

from __future__ import annotations

import io
from collections.abc import Iterator

from tui.documents.document import Found, LoadedDocument
from tui.documents.formats import archive
from tui.documents.reader import Reader, apart
from tui.files import Refused
from tui.model import FileFact

ORIGIN = "heading"

MAIN = "word/document.xml"


def looks(data: bytes) -> bool:
    """Whether an archive is such a document."""
    return MAIN in archive.names(data)


def read(name: str, data: bytes) -> list[Found]:
    """The text of a document, without its pictures."""
    return apart("tui.documents.formats.word:document", name, data)


def document(_name: str, data: bytes) -> Iterator[Found]:
    """The same in the process in which documents are read."""
    import mammoth

    from tui.documents import markup

    def no_picture(_image: object) -> list[object]:
        return []

    try:
        html = mammoth.convert_to_html(io.BytesIO(data), convert_image=no_picture).value
    except MemoryError:
        raise
    except Exception as error:  # of a damaged file: what the library raises is its own
        raise Refused(f"a damaged document ({type(error).__name__})") from error
    text, title = markup.plain_text(html)
    yield LoadedDocument(text, told={"title": FileFact(title, ORIGIN)} if title else {})


READER = Reader(
    name="a Word document",
    suffixes=(".docx",),
    read=read,
    text="its paragraphs, tables and notes",
    facts="its first heading",
    begins=archive.begins,
    looks=looks,
    required=True,
    archives=True,
    extra="word",
    libraries=("mammoth",),
)
