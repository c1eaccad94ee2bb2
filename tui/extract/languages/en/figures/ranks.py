"""Places that somebody came in, and leads told by a compound: "came second", "a 12-point lead"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tui.extract.languages.en.figures.number_readers import spelt
from tui.extract.languages.en.figures.view import Counted, FigurePart

_RANK = re.compile(
    r"\b(?:c[ao]m(?:e|es|ing)|finish(?:ed|es|ing)?|placed|ranked|ended\sup|(?:was|is|were|are)"
    r"(?=\sin\s(?:a\s)?(?:[a-z]+\s)?(?:first|second|third|fourth|fifth)\splace))\s(?:in\s)?"
    r"(?:an?\s(?:distant|close|strong|surprise)\s)?(?P<rank>first|second|third|fourth|fifth)\b"
    r"(?!\s(?:to|time|half|round|term|day|night|as|when))(?:\splace\b)?"
    r"(?:\s(?:in|at)\s(?:the\s|last\s)?(?:[\w’'-]+\s){0,3}?(?:votes?|voting|elections?|ballot"
    r"|polls?|race|primary|caucuses|run-?off)\b)?"
)
RANKS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}
_LEAD_SIGNS = ("-point ", "-vote ")
_LEAD = re.compile(
    r"\b(?P<points>[0-9][0-9,]*(?:\.[0-9]+)?|[a-z]+)-(?P<what>(?:percentage-)?point|vote)\s(?:lead|margin|advantage|gap|victory|win|majority)\b"
)


def ranks(text: str, start: int, end: int) -> Iterator[FigurePart]:
    """The places that a sentence tells."""
    for found in _RANK.finditer(text, start, end):
        counted = Counted("rank", "rank", RANKS[found["rank"]], found.end(), "rank")
        yield FigurePart(found.start(), found.start("rank"), counted, None)


def leads(text: str, start: int, end: int) -> Iterator[FigurePart]:
    """``a 12-point lead over the bloc``."""
    if all(text.find(each, start, end) < 0 for each in _LEAD_SIGNS):
        return
    for found in _LEAD.finditer(text, start, end):
        value = spelt(found["points"]) or (
            Decimal(found["points"].replace(",", "")) if found["points"][0].isdigit() else None
        )
        if value is not None:
            unit = "votes" if found["what"] == "vote" else "points"
            counted = Counted("margin", unit, f"{value.normalize():f}", found.end(), "lead")
            yield FigurePart(found.start(), found.start(), counted, None)
