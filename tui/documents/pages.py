"""Web pages: their main text, and what they say of it, by trafilatura.

The library is an extra and is imported when a page is read. It is given a page only when
that is of a size and shape that it reads in seconds: a tag of 100,000 attributes keeps the
parser busy for minutes.
"""

from __future__ import annotations

import logging
import re
from importlib import metadata
from typing import Any

from tui.documents.decoding import Decoded
from tui.documents.document import Document
from tui.documents.facts import gathered, told
from tui.files import Refused

ORIGIN = "the page's own data"

INSTALL = "a page needs the extra html: pip install trafilatura lxml_html_clean"

LARGEST = 5_000_000
MOST_TAGS = 50_000
MOST_WORDS_IN_A_TAG = 2_000

_NAMES = ("title", "author", "sitename", "url", "date")
_RAW = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_RAW_ENDS = re.compile(r"</(?:script|style)", re.IGNORECASE)
_NEXT = re.compile("[>\"']")
_TAG = re.compile("<[A-Za-z/]")


def version() -> str:
    """What pages are read by: the library's version, or that there is none."""
    try:
        # Needed by one of the library's own, and left out by some installers.
        metadata.version("lxml_html_clean")
        return f"trafilatura {metadata.version('trafilatura')}"
    except metadata.PackageNotFoundError:
        return "no reader"


def read(decoded: Decoded) -> Document:
    """The main text of a page with what the page says of it."""
    html, encoding = decoded
    _require_moderate(html)
    try:
        from trafilatura import bare_extraction, load_html
    except ImportError as error:
        raise Refused(INSTALL) from error
    # What is wrong with a page is said once, by whoever is told that it is refused.
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        # A character that ends a C string ends the page for the parser.
        tree = load_html(html.lstrip("\ufeff").replace("\x00", ""))
        language = str(tree.get("lang") or "") if tree is not None else ""
        found: Any = tree is not None and bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            # Only days that the page marks as its own; and no day depends on today's.
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "max_date": "2100-01-01",
            },
        )
    except Exception as error:  # a page of any shape: what the library makes of it is its own
        raise Refused(f"the page cannot be read: {type(error).__name__}") from error
    text = str(found.text or "") if found else ""
    if not text.strip():
        raise Refused("no main text is found in the page")
    facts, remarks = gathered(
        told(fact, str(getattr(found, name, None) or ""), ORIGIN)
        for fact, name in zip(
            ("title", "author", "publisher", "url", "published"), _NAMES, strict=True
        )
    )
    named, _ = gathered([told("language", language, ORIGIN)])
    return Document(text, encoding, None, {**facts, **named}, remarks)


def _require_moderate(html: str) -> None:
    """Refused when a page is too large, or made to keep a parser busy.

    One pass that never turns back; marks in tags are paired as a parser does.
    """
    if len(html) > LARGEST:
        raise Refused(f"a page larger than {LARGEST // 1_000_000} MB")
    tags, at = 0, 0
    while opened := _TAG.search(html, at):
        start, at = opened.start(), opened.end()
        tags += 1
        while at < len(html):
            stop = _NEXT.search(html, at)
            if stop is None:
                at = len(html)
            elif stop.group() == ">":
                at = stop.end()
                break
            else:
                closed = html.find(stop.group(), stop.end())
                at = len(html) if closed < 0 else closed + 1
        if tags > MOST_TAGS:
            raise Refused(f"a page of more than {MOST_TAGS:,} tags")
        if len(html[start:at].split(None, MOST_WORDS_IN_A_TAG)) > MOST_WORDS_IN_A_TAG:
            raise Refused(f"a page with a tag of more than {MOST_WORDS_IN_A_TAG:,} attributes")
        if _RAW.match(html, start):
            ends = _RAW_ENDS.search(html, at)
            at = ends.start() if ends else len(html)
