"""Which files are articles, and how each kind of them is read.

What reads them is imported when a file is read: a store that is there is opened without.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from tui.documents.document import LoadedDocument
from tui.files import Refused
from tui.offset_map import clean_text

PAGES = (".html", ".htm")
SUFFIXES = (".txt", ".md", *PAGES)
"""How the names of articles end, in small letters or capitals."""


def is_article(name: str) -> bool:
    """Whether a file of this name is read as an article.

    A README stands beside articles and is none.
    """
    suffix = _suffix(name)
    return suffix in SUFFIXES and name.lower() != f"readme{suffix}"


def _suffix(name: str) -> str:
    """How a name ends, in small letters; "" where it is nothing but an end."""
    # A large folder has many names: a path of each would take longer than to read them.
    stem, dot, end = name.rpartition(".")
    return dot + end.lower() if stem else ""


def reader_of(name: str) -> str:
    """What a file is read by where that may change, "" where it is this program alone."""
    if _suffix(name) not in PAGES:
        return ""
    from tui.documents import pages

    return pages.version()


def read(name: str, data: bytes) -> LoadedDocument:
    """The document that a file holds; Refused, with the reason, when it holds none."""
    from tui.documents.content import is_page, remarks_on, require_text
    from tui.documents.decoding import decode

    suffix = _suffix(name)
    page = suffix in PAGES or is_page(data)
    decoded = decode(data, page=page)
    if page:
        from tui.documents import pages

        document = pages.read(decoded)
    elif suffix == ".md":
        from tui.documents import markdown

        document = markdown.read(*decoded)
    else:
        require_text(decoded.text)
        document = _as_it_stands(*decoded)
    if not clean_text(document.report).strip():
        raise Refused("empty: nothing stands behind its front matter and marks")
    said = remarks_on(document.report) if not page else ()
    if page and suffix not in PAGES:
        said = (f"read as the page that it is, though it is called {suffix}",)
    return replace(document, remarks=document.remarks + said) if said else document


def _as_it_stands(text: str, encoding: str) -> LoadedDocument:
    from tui.documents import frontmatter

    matter = frontmatter.read(text)
    if matter:
        return LoadedDocument(
            text, encoding, ((matter.end, len(text)),), matter.told, matter.remarks
        )
    kept = ((1, len(text)),) if text.startswith("\ufeff") else None
    return LoadedDocument(text, encoding, kept)


def same_words(document: LoadedDocument) -> bytes:
    """A digest that two documents share when their reports have the same words."""
    words = " ".join(clean_text(document.report).split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
