"""Numbers whose noun stands with another number before them: "46 percent and 49".

In a list of results the noun is said once: "44 percent and 30 seats, the Blue List 40 percent
and 28". Which measure the number has, its place in the list tells: behind a share the seats,
behind a name what the name before it has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.extract.languages.en.figures.measures import Counted
from tui.extract.languages.en.figures.numbers import Number

MOST_SEATS = 1000
"""Seats that a chamber may have; a number beyond counts votes."""

UNITS = {
    "seats": "seats",
    "votes": "votes",
    "polling_stations": "polling stations",
    "turnout": "percent",
}
_CLOSED = re.compile(r"\s?(?:$|[,.;:)\]|\n]|(?:and|or|each|respectively|in|while|for)\b)")
_PAIRED = re.compile(r"(?:\s?[(\[]|,?\s(?:and|or|with|for)\s|\s?[,/|–—]\s)(?:just\s|only\s)?")
_HELD = re.compile(
    r"[”\"»]?(?:\s?\([^()]{1,30}\))?,?\s?(?:[–—:|]\s)?(?:(?:is|are|was|were|came|has|have|had|got|gets"
    r"|took|takes|won|wins|in|at|on|the|second|third|fourth|fifth|sixth|last|place|with|just|only|follows|and)\s){0,6}"
)
_ELSEWHERE = re.compile(
    r"(?:\s(?:in|for|among|at|of)\s(?:[\w’'-]+\s?){1,6})?,?\s(?:and|but|to|against|compared\s(?:to|with)|for"
    r"\s(?:[\w’'-]+\s?){1,6})\s?(?:just|only|about|in)?\s?"
)


class Before(NamedTuple):
    """A figure before the number in its sentence."""

    end: int
    measure: str


def counted(
    text: str,
    end: int,
    number: Number,
    before: Sequence[Before],
    held: Sequence[int],
    seated: bool,
) -> Counted | None:
    """What a number without a noun counts, up to the end of its sentence: ``held`` is where
    the names before it end, ``seated`` whether seats are spoken of."""
    if not before:
        return None
    last = before[-1]
    if number.unit == "percent":
        if last.measure == "turnout" and _ELSEWHERE.fullmatch(text, last.end, number.start):
            return _of(number, "turnout")
        return None
    if number.form not in ("digits", "words") or not _CLOSED.match(text, number.end, end):
        return None
    if Decimal(number.value) % 1:
        return None
    if _PAIRED.fullmatch(text, last.end, number.start):
        if last.measure != "vote_share":
            return None
        bracket = text[last.end : number.start].strip() in ("(", "[", "|")
        if not seated and not bracket:
            return None
        return _of(number, "seats" if Decimal(number.value) <= MOST_SEATS else "votes")
    if last.measure not in ("seats", "votes"):
        return None
    behind = [at for at in held if last.end <= at <= number.start]
    if behind and _HELD.fullmatch(text, behind[-1], number.start):
        return _of(number, last.measure)
    return None


def _of(number: Number, measure: str) -> Counted:
    return Counted(measure, UNITS[measure], number.value, number.end, "in-a-list")
