"""What a page shows by its elements and not by its words: what is hidden, what is quoted, and the
days that its data name.

Each is made words, or taken out, before the main text is looked for. Used by the process in which
pages are read, and by no other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tui.written_dates import day_of

HIDDEN = (
    "//*[self::p or self::div or self::span or self::li or self::section or self::aside"
    " or self::blockquote or self::a or self::table]"
    "[@hidden or contains(translate(@style, ' ', ''), 'display:none')"
    " or contains(translate(@style, ' ', ''), 'visibility:hidden')]"
)
WALLS = "//*[contains(concat(' ', normalize-space(@class), ' '), ' paywall ')]"
_OPENS, _CLOSES = "“", "”"
_MARKS = "\"“”„«»‘’'"
_SIGNED = re.compile(
    r"(?:\s[—–-]|(?<=[.!?…”\"])[—–])\s?[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){1,4}\s*(?:\(@|$)"
)
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?")
_MOST_POSTS = 2_000
_SCRIPTS = 20
_LONGEST_SCRIPT = 300_000
_DEEPEST = 6

_PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:published_time'"
    " or @name='article:published_time' or @itemprop='datePublished']/@content"
)
_CHANGED = (
    "//meta[@property='article:modified_time' or @property='og:updated_time'"
    " or @name='last-modified' or @itemprop='dateModified']/@content"
)


def prepare(tree: Any) -> None:
    """Make words of what a page shows by its elements, and take out what it hides."""
    _take_out_hidden(tree)
    for element in list(tree.iter("q")):
        _mark(element)
        element.drop_tag()
    for element in list(tree.iter("blockquote")):
        _tell_said(element)
    _tell_posts(tree)


def days(tree: Any) -> tuple[str, str]:
    """The day on which a page says it was published, and that of its last change, if it does."""
    data = list(_data(tree))
    found = []
    for path, name in ((_PUBLISHED, "datePublished"), (_CHANGED, "dateModified")):
        told = [*map(str, tree.xpath(path)), *_values(data, name)]
        found.append(next((day for each in told if (day := day_of(each[:60]))), ""))
    return found[0], found[1]


def _take_out_hidden(tree: Any) -> None:
    most = len(tree.text_content()) / 2
    for element in tree.xpath(HIDDEN):
        # A page that a program of its own shows hides nearly all of itself before.
        if element.getparent() is not None and len(element.text_content()) <= most:
            element.drop_tree()


def _mark(element: Any) -> None:
    """Quotation marks around the words of an element that has none."""
    words = element.text_content().strip()
    if not words or words[0] in _MARKS:
        return
    element.text = _OPENS + (element.text or "").lstrip()
    last = element[-1] if len(element) else None
    if last is None:
        element.text = element.text.rstrip() + _CLOSES
    elif (last.tail or "").strip():
        last.tail = last.tail.rstrip() + _CLOSES
    else:
        last.tail = _CLOSES


def _tell_said(block: Any) -> None:
    """Marks around a block that is told as somebody's words: a colon stands before it, or a name
    that signs it behind, as in an embedded post."""
    before = block.getprevious()
    paragraphs = list(block.iter("p"))
    words = " ".join(block.text_content().split())
    signed = _SIGNED.search(words) if paragraphs else None
    if signed is not None:
        said = words[: signed.start()].strip()
        paragraph = block.makeelement("p", {})
        paragraph.text = f"{_in_marks(said)} {words[signed.start() :].strip()}"
        for child in list(block):
            block.remove(child)
        block.text = None
        block.append(paragraph)
    elif before is not None and before.text_content().rstrip().endswith(":"):
        for each in paragraphs or [block]:
            _mark(each)


def _in_marks(words: str) -> str:
    return words if words[:1] in _MARKS else f"{_OPENS}{words}{_CLOSES}"


def _tell_posts(tree: Any) -> None:
    """The time of each post as a line of its own, where posts of several days make the page."""
    times = [
        (element, found)
        for element in tree.xpath("//article//time[@datetime] | //main//time[@datetime]")
        if (found := _MOMENT.match(element.get("datetime", "")))
    ]
    if len({found[1] for _, found in times}) < 2:
        return
    for element, found in times[:_MOST_POSTS]:
        paragraph = element.makeelement("p", {})
        paragraph.text = " ".join(filter(None, found.groups()))
        paragraph.tail = element.tail
        element.getparent().replace(element, paragraph)


def _data(tree: Any) -> Iterator[Any]:
    """What the page's data for machines say, as far as they are JSON of moderate size."""
    for script in tree.xpath("//script[@type='application/ld+json']")[:_SCRIPTS]:
        words = script.text or ""
        if len(words) > _LONGEST_SCRIPT:
            continue
        try:
            yield json.loads(words)
        except (ValueError, RecursionError):
            continue


def _values(data: Any, name: str, depth: int = 0) -> Iterator[str]:
    """The words under a name anywhere in data, the outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(data, dict):
        if isinstance(told := data.get(name), str):
            yield told
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from _values(each, name, depth + 1)
