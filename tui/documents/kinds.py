"""Which files are articles, and how each kind of them is read.

What reads them is imported when a file is read: a store that is there is opened without.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from tui.documents.document import Document
from tui.files import Refused

PAGES = (".html", ".htm")
SUFFIXES = (".txt", ".md", *PAGES)
"""How the names of articles end, in small letters or capitals."""


def is_article(name: str) -> bool:
    """Whether a file of this name is read as an article.

    A README stands beside articles and is none.
    """
    path = PurePath(name)
    return path.suffix.lower() in SUFFIXES and path.stem.lower() != "readme"


def reader_of(name: str) -> str:
    """What a file is read by where that may change, "" where it is this program alone."""
    if PurePath(name).suffix.lower() not in PAGES:
        return ""
    from tui.documents import pages

    return pages.version()


def read(name: str, data: bytes) -> Document:
    """The document that a file holds; Refused, with the reason, when it holds none."""
    from tui.documents.decoding import decode

    suffix = PurePath(name).suffix.lower()
    decoded = decode(data, page=suffix in PAGES)
    if suffix in PAGES:
        from tui.documents import pages

        document = pages.read(decoded)
    elif suffix == ".md":
        from tui.documents import markdown

        document = markdown.read(*decoded)
    else:
        document = _as_it_stands(*decoded)
    if not document.report.strip():
        raise Refused("empty: nothing stands behind its front matter and marks")
    return document


def _as_it_stands(text: str, encoding: str) -> Document:
    from tui.documents import frontmatter

    matter = frontmatter.read(text)
    if matter:
        return Document(text, encoding, ((matter.end, len(text)),), matter.told, matter.remarks)
    kept = ((1, len(text)),) if text.startswith("\ufeff") else None
    return Document(text, encoding, kept)


def same_words(document: Document) -> bytes:
    """A digest that two documents share when their reports have the same words."""
    words = " ".join(document.report.split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
