"""How settled a figure is: a count in progress, a final result, a claim, or not said."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.extract.found import Reported
from tui.model import FigureStatus


class Told(NamedTuple):
    """Where a figure is told: its paragraph and sentence, its own passage, and whether it is
    something that an election is counted in."""

    text: str
    paragraph: int
    start: int
    end: int
    at: int
    stop: int
    votes: bool


STATUSES: tuple[tuple[FigureStatus, re.Pattern[str]], ...] = (
    ("exit-poll", re.compile(r"\bexit[\s-]polls?\b", re.IGNORECASE)),
    ("projection", re.compile(r"\b(?:projections?|projected|projects|forecasts?)\b", re.I)),
    (
        "preliminary",
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
        re.compile(
            r"\b(?:official\s(?:\w+\s)?(?:results?|count|figures?|data|tally|returns)|officially"
            r"|final\s(?:results|count|tally)|certified|according\sto\s(?:the\s)?(?:[\w’']+\s){0,3}"
            r"(?:election|electoral)\s(?:commission|authorit\w+))\b",
            re.IGNORECASE,
        ),
    ),
    ("estimate", re.compile(r"\b(?:estimat(?:e|es|ed|ing)|quick\scount|parallel\scount)\b", re.I)),
)
"""How settled a figure is, by the words of its sentence; the first that stands there holds."""

ALLEGED = re.compile(
    r"\b(?:charged?|charges|charging|alleg(?:e[sd]?|ing|edly|ations?)|accus(?:e[sd]?|ing|ations?)"
    r"|claim(?:s|ed|ing)?)\b"
)
_ACCUSED = re.compile(r"\b(?:charged|alleg\w+|accus\w+)\b")


def status(told: Told, claim: Reported | None, by_party: bool) -> FigureStatus:
    """The status of a figure. An allegation is one whatever else is said; the result of an
    election has the status that its sentence gives it, or else those before it in its
    paragraph; anything else has one only where it is estimated."""
    ahead = told.text[told.start : told.at]
    if (ALLEGED if claim is not None else _ACCUSED).search(ahead):
        return "allegation"
    if not told.votes:
        return "estimate" if "estimat" in told.text[told.at : told.stop] else "unknown"
    for stretch in (told.text[told.start : told.end], told.text[told.paragraph : told.start]):
        for name, pattern in STATUSES:
            if pattern.search(stretch):
                return name
    return "party-claim" if by_party else "unknown"
