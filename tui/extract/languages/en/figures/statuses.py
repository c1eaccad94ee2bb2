"""How settled a figure is: a count in progress, a final result, a claim, or not said."""

from __future__ import annotations

import re
from math import inf
from typing import NamedTuple

from tui.extract.findings import Reported
from tui.model import FigureStatus


class Told(NamedTuple):
    """What a sentence says of how settled its figures are, whichever it is."""

    alleged: float
    """Where the first word of an allegation or a claim ends; infinite where none stands."""
    accused: float
    """Where the first word of an allegation ends."""
    settled: FigureStatus | None
    """The standing of an election's result by the words of the sentence or, where these
    tell none, by those before it in its paragraph."""


STATUSES: tuple[tuple[FigureStatus, str, re.Pattern[str]], ...] = (
    ("exit-poll", "exit", re.compile(r"\bexit[\s-]polls?\b", re.IGNORECASE)),
    (
        "projection",
        "project forecast",
        re.compile(r"\b(?:projections?|projected|projects|forecasts?)\b", re.I),
    ),
    (
        "preliminary",
        "prelim provis official incompl result return count vote ballot precinct district station",
        re.compile(
            r"\b(?:preliminary|provisional|unofficial|incomplete|partial\s(?:results|count|returns)"
            r"|(?:early|first|initial)\s(?:results|returns|count)|"
            r"(?:votes?|ballots?|precincts|stations|districts|returns)\s(?:\w+\s)?"
            r"(?:counted|processed|reporting|in(?=\s?[,.;:)—–]|$)))",
            re.IGNORECASE,
        ),
    ),
    (
        "official",
        "official final certified according",
        re.compile(
            r"\b(?:official\s(?:\w+\s)?(?:results?|count|figures?|data|tally|returns)|officially"
            r"|final\s(?:results|count|tally)|certified|according\sto\s(?:the\s)?(?:[\w’']+\s){0,3}"
            r"(?:election|electoral)\s(?:commission|authorit\w+))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "estimate",
        "estimat count",
        re.compile(r"\b(?:estimat(?:e|es|ed|ing)|quick\scount|parallel\scount)\b", re.I),
    ),
)
"""How settled a figure is, by the words of its sentence; the first that stands there holds.
Ahead of each pattern words, or beginnings of words, of which it cannot do without one: they are
soon looked for, and most sentences have none."""

ALLEGED = re.compile(
    r"\b(?:charged?|charges|charging|alleg(?:e[sd]?|ing|edly|ations?)|accus(?:e[sd]?|ing|ations?)"
    r"|claim(?:s|ed|ing)?)\b"
)
_ALLEGING = ("charg", "alleg", "accus", "claim")
"""Beginnings of words of which both patterns cannot do without one."""
_ACCUSED = re.compile(r"\b(?:charged|alleg\w+|accus\w+)\b")


def told(text: str, paragraph: int, start: int, end: int) -> Told:
    """What a sentence between two positions says, and the text before it from a third."""
    alleged = accused = None
    if any(text.find(begin, start, end) >= 0 for begin in _ALLEGING):
        alleged, accused = ALLEGED.search(text, start, end), _ACCUSED.search(text, start, end)
    return Told(
        alleged.end() if alleged else inf,
        accused.end() if accused else inf,
        _settled(text[start:end]) or _settled(text[paragraph:start]),
    )


def _settled(words: str) -> FigureStatus | None:
    lower = words.lower()
    for name, needed, pattern in _STATUSES:
        if any(each in lower for each in needed) and pattern.search(words):
            return name
    return None


_STATUSES = tuple((name, needed.split(), pattern) for name, needed, pattern in STATUSES)


def status(
    told: Told, at: int, words: str, votes: bool, claim: Reported | None, by_party: bool
) -> FigureStatus:
    """The status of a figure at a position, told in some words. ``votes`` says whether it is
    something that an election is counted in. An allegation is one whatever else is said; the
    result of an election has the status that its sentence gives it, or else those before it
    in its paragraph; anything else has one only where it is estimated."""
    if (told.alleged if claim is not None else told.accused) <= at:
        return "allegation"
    if not votes:
        return "estimate" if "estimat" in words else "unknown"
    return told.settled or ("party-claim" if by_party else "unknown")
