"""Web pages: their main text, and what they say of it, by trafilatura.

The library is an extra. It reads most pages in milliseconds, but takes time that grows with
the square of some: of nested tables, links in one paragraph or attributes without spaces. So
it is given a page only when that is of a moderate size and shape, and in a process of its own
with bounds of time and memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from typing import NamedTuple

from tui.bounded_process import bounded
from tui.bounds import OutOfBounds
from tui.documents.decoding import Decoded
from tui.documents.document import LoadedDocument
from tui.documents.metadata import gathered, told
from tui.documents.walls import without_walls
from tui.files import Refused
from tui.model import FileFact
from tui.written_dates import day_of

ORIGIN = "the page's own data"

SAVED = "a note of the browser in the saved page"

FEWEST_WORDS = 25
"""Words that a report has at least, where a wall stands beside them."""

NO_READER = "no reader"
INSTALL = "a page needs the extra html: pip install trafilatura lxml_html_clean"

LARGEST = 5_000_000
MOST_TAGS = 50_000
MOST_WORDS_IN_A_TAG = 2_000

SECONDS = 20.0
"""Of processor time for one page. Honest pages of 5 MB take up to four on a slow machine."""

MEMORY = 1_000_000_000
"""Bytes for the process that reads pages. Honest ones of 5 MB take up to a third of that."""

_SAVED = re.compile(
    r"<!--\s{0,9}(?:Page saved with SingleFile\s{1,9}url:\s{0,9}(?P<single>[^\s<>]{1,2000})"
    r"|saved from url=\(\d{4}\)(?P<browser>[^\s<>]{1,2000}))"
    r"|<meta name=[\"']?savepage-url[\"']?\scontent=[\"']?(?P<we>[^\s<>\"']{1,2000})",
    re.IGNORECASE,
)
"""What SingleFile, browsers and Save Page WE write into the pages that they save."""
_RAW = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_RAW_ENDS = re.compile(r"</(?:script|style)", re.IGNORECASE)
_NEXT = re.compile("[>\"']")
_TAG = re.compile("<[A-Za-z/]")


class MainText(NamedTuple):
    """What the library finds in a page: its main text, "" where it has none, its facts, and the
    day of its last change, "" where it tells none."""

    text: str = ""
    language: str = ""
    facts: Mapping[str, str] = {}
    changed: str = ""


def version() -> str:
    """What pages are read by: the library's version, or that there is none."""
    try:
        # Needed by one of the library's own, and left out by some installers.
        metadata.version("lxml_html_clean")
        return f"trafilatura {metadata.version('trafilatura')}"
    except metadata.PackageNotFoundError:
        return NO_READER


def read(decoded: Decoded) -> LoadedDocument:
    """The main text of a page with what the page says of it."""
    html, encoding = decoded
    _require_moderate(html)
    if version() == NO_READER:
        raise Refused(INSTALL)
    try:
        page: MainText = bounded(
            "tui.documents.main_text:read", html, seconds=SECONDS, memory=MEMORY
        )
    except ImportError as error:
        raise Refused(INSTALL) from error
    except OutOfBounds as error:
        raise Refused(f"reading the page {error}") from error
    if not page.text.strip():
        raise Refused("no main text is found in the page")
    text, walls = without_walls(page.text)
    if walls and len(text.split()) < FEWEST_WORDS:
        raise Refused(f"a wall instead of a report: {_shown(walls[0])}; save it when it is open")
    facts, remarks = gathered(_told(page))
    named, _ = gathered([told("language", page.language, ORIGIN), _saved_from(html)])
    if walls:
        remarks += (f"a wall may hide a part of it: {_shown(walls[0])}",)
    return LoadedDocument(text, encoding, None, {**named, **facts}, remarks)


def _told(page: MainText) -> Iterator[tuple[str, FileFact] | str]:
    """The facts of a page; the day of a later change goes with that of its publication."""
    for fact, value in page.facts.items():
        changed = fact == "published" and page.changed and page.changed > day_of(value)
        origin = f"{ORIGIN}; changed on {page.changed}" if changed and value else ORIGIN
        yield told(fact, value, origin)


def _saved_from(html: str) -> tuple[str, FileFact] | str:
    """The address from which a browser says that it saved a page."""
    found = _SAVED.search(html, 0, 5_000)
    return told("url", found["single"] or found["browser"] or found["we"], SAVED) if found else ""


def _shown(words: str) -> str:
    return f"“{words[:60]}…”" if len(words) > 60 else f"“{words}”"


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
