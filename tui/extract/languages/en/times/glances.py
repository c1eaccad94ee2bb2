"""Glances beside an anchor, by which most anchors of a rule are ruled out at once."""

from __future__ import annotations

import re
from collections.abc import Callable

Glance = Callable[[str, int], bool]
"""Whether the anchor at a position of a text may be part of what a rule matches."""

_DIGIT = re.compile(r"\d")
_THEN = re.compile(r"\w{1,9}\s{1,3}(?:later|earlier|before|after)", re.IGNORECASE)


def digit_behind(text: str, at: int) -> bool:
    return _DIGIT.search(text, max(0, at - 16), at) is not None


def digit_ahead(text: str, at: int) -> bool:
    return _DIGIT.search(text, at, at + 24) is not None


def looks_like_a_year(text: str, at: int) -> bool:
    return text[at] in "12" and text[at : at + 4].isdecimal()


def dashed(text: str, at: int) -> bool:
    return text[at - 1 : at] == "-" or text[at + 4 : at + 5] == "-"


def dotted(text: str, at: int) -> bool:
    return any(mark and mark in "./" for mark in (text[at - 1 : at], *text[at + 1 : at + 3]))


def behind(words: str) -> Glance:
    """Whether one of some words, or of their ends, stands right before an anchor."""
    ends = tuple(words.split())
    return lambda text, at: text[max(0, at - 16) : at].rstrip().lower().endswith(ends)


def near(reach: int, *words: str) -> Glance:
    """Whether one of some words stands so far before an anchor."""

    def glance(text: str, at: int) -> bool:
        before = text[max(0, at - reach) : at].lower()
        return any(word in before for word in words)

    return glance


_COUNTED_ON = behind("next following previous same that")


def elsewhere(text: str, at: int) -> bool:
    return _COUNTED_ON(text, at) or _THEN.match(text, at) is not None
