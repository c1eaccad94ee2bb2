"""Web pages: their main text, and what they say of it, by trafilatura.

The library is an extra. It reads most pages in milliseconds, but takes time that grows with
the square of some: of nested tables, links in one paragraph or attributes without spaces. So
it is given a page only when that is of a moderate size and shape, and in a process of its own
with bounds of time and memory.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import metadata
from typing import NamedTuple

from tui.bounds import OutOfBounds, bounded
from tui.documents.decoding import Decoded
from tui.documents.document import Document
from tui.documents.facts import gathered, told
from tui.files import Refused

ORIGIN = "the page's own data"

NO_READER = "no reader"
INSTALL = "a page needs the extra html: pip install trafilatura lxml_html_clean"

LARGEST = 5_000_000
MOST_TAGS = 50_000
MOST_WORDS_IN_A_TAG = 2_000

SECONDS = 20.0
"""Of processor time for one page. Honest pages of 5 MB take up to four on a slow machine."""

MEMORY = 1_000_000_000
"""Bytes for the process that reads pages. Honest ones of 5 MB take up to a third of that."""

_RAW = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_RAW_ENDS = re.compile(r"</(?:script|style)", re.IGNORECASE)
_NEXT = re.compile("[>\"']")
_TAG = re.compile("<[A-Za-z/]")


class Page(NamedTuple):
    """What the library finds in a page: its main text, "" where it has none, and its facts."""

    text: str = ""
    language: str = ""
    facts: Mapping[str, str] = {}


def version() -> str:
    """What pages are read by: the library's version, or that there is none."""
    try:
        # Needed by one of the library's own, and left out by some installers.
        metadata.version("lxml_html_clean")
        return f"trafilatura {metadata.version('trafilatura')}"
    except metadata.PackageNotFoundError:
        return NO_READER


def read(decoded: Decoded) -> Document:
    """The main text of a page with what the page says of it."""
    html, encoding = decoded
    _require_moderate(html)
    if version() == NO_READER:
        raise Refused(INSTALL)
    try:
        page: Page = bounded("tui.documents.main_text:read", html, seconds=SECONDS, memory=MEMORY)
    except ImportError as error:
        raise Refused(INSTALL) from error
    except OutOfBounds as error:
        raise Refused(f"reading the page {error}") from error
    if not page.text.strip():
        raise Refused("no main text is found in the page")
    facts, remarks = gathered(told(fact, value, ORIGIN) for fact, value in page.facts.items())
    named, _ = gathered([told("language", page.language, ORIGIN)])
    return Document(page.text, encoding, None, {**facts, **named}, remarks)


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
