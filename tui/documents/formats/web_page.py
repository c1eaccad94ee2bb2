"""Web pages, by their main text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.documents.document import Found
from tui.documents.reader import Reader

_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype\s+html|<html[\s>])", re.I
)


def begins(head: bytes) -> bool:
    """Whether a file is a page, whatever its name says."""
    return _BEGINS.match(head) is not None


def read(_name: str, data: bytes) -> Iterator[Found]:
    """The main text of a page."""
    from tui.documents import pages
    from tui.documents.decoding import decode

    yield pages.read(decode(data, page=True))


READER = Reader(
    name="a web page",
    suffixes=(".html", ".htm", ".xhtml"),
    read=read,
    text="the main text, which is kept in the store with the article",
    facts="the page's own data: title, author, site, address, date, language",
    begins=begins,
    extra="html",
    # The second is needed by one that the first needs, and left out by some installers.
    libraries=("trafilatura", "lxml_html_clean"),
)
