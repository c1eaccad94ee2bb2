"""Web pages, by their main text."""

from __future__ import annotations

from collections.abc import Iterator

from tui.documents.document import Found
from tui.documents.reader import Reader


def begins(head: bytes) -> bool:
    """Whether a file is a page, whatever its name says."""
    from tui.documents.content import is_page

    return is_page(head)


def read(_name: str, data: bytes) -> Iterator[Found]:
    """The main text of a page."""
    from tui.documents import pages
    from tui.documents.decoding import decode

    yield pages.read(decode(data, page=True))


READER = Reader(
    name="a web page",
    suffixes=(".html", ".htm", ".xhtml"),
    read=read,
    text="the main text, which is kept in the store with the article; words in quotation elements "
    "with marks, rows of results as lines",
    facts="the page's own data: title, author, site, address, date (with that of a change), "
    "language; the note of the browser that saved it",
    begins=begins,
    extra="html",
    # The second is needed by one that the first needs, and left out by some installers.
    libraries=("trafilatura", "lxml_html_clean"),
)
