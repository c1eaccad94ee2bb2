"""Where the head of a Serbian text dates the report."""

from __future__ import annotations

import re
from datetime import date

from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.times.reader import NUMERIC
from tui.extract.languages.sr.times.words import months
from tui.extract.text.document import Span, lines

_HEAD = 6
"""Lines at the beginning of a text that may date it."""

_HEAD_DATE = re.compile(
    r"(?:[^\W\d_][^\d\n|]{1,40}?[,|]\s*)?(?:\d{1,2}[:.]\d\d\s+)?"
    r"(?P<date>(?:19|20)\d\d-\d\d-\d\d(?=T|\b)"
    r"|\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,10})\s?(?:19|20)\d\d\b\.?)"
    r"(?P<behind>.*)$"
)
_BEHIND = re.compile(
    r"(?:\s(?:godine|године))?[\s,.|>/T-]*(?:(?:[uу]\s)?\d{1,2}[:.h]\d\d\.?)?[\s,|>-]*"
    r"(?:\(?[^\W\d_]{3,10}\)?)?(?:\s[-–—].*|\s*\|.{0,80})?$"
)
_OUTLET_DATE = re.compile(
    r"[^\W\da-zа-яšđčćžђјљњћџ_][\w.-]*\s(?:[^\W\d_]+\s){0,2}"
    r"(?P<date>\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d\b\.?)"
    r"(?P<behind>.*)$"
)
"""An outlet and the day, below the headline: "Brodske novine 8.3.2024 | Beta"."""


def published_in(text: str) -> tuple[Span, str] | None:
    """The line of the head that dates the report, and its day."""
    for number, line in enumerate(lines(text[:2_000])[:_HEAD]):
        found = _HEAD_DATE.match(text, line.start, line.end)
        if found is None and number:
            found = _OUTLET_DATE.match(text, line.start, line.end)
        if found is None or not _BEHIND.match(text, found.start("behind"), line.end):
            continue
        numeric = NUMERIC.fullmatch(found["date"])
        if numeric is not None:
            parts = [int(numeric[name] or numeric[f"i{name}"]) for name in "ymd"]
        else:
            number, month, year = re.findall(r"[^\W_]+", found["date"])
            parts = [int(year), months().get(key(month), 0), int(number)]
        try:
            day = date(*parts)
        except ValueError:
            continue
        return Span(*found.span("date")), day.isoformat()
    return None
