"""The dates by which a report dates itself, and no happening: its head, its dateline."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from tui.extract.languages.en.times.words import MONTH, MONTH_WORDS, SHORT_DAY, S, make, month
from tui.extract.text.document import Document, Span

_WORDED = (
    rf"(?:{SHORT_DAY},?{S})?(?:(?P<m1>{MONTH}){S}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?{S}(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?{S}(?P<m2>{MONTH}),?{S}(?P<y2>\d{{4}}))"
)
_FULL_DATE = (
    rf"(?P<date>(?P<y3>\d{{4}})-(?P<n3>\d\d)-(?P<d3>\d\d)(?:T[\d:.]{{4,12}}Z?)?"
    rf"|(?P<d4>\d{{1,2}})\.(?P<n4>\d{{1,2}})\.(?P<y4>\d{{4}})|{_WORDED})(?!\d)"
)
_CLOCK = r"(?:[\s,|·•@at]{0,6}\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,5}\)?)?)?"
_UPDATED = rf"(?:\s?[-–|]?\s?(?:Last )?Updated?\s?:?\s?[\d./-]{{8,10}}{_CLOCK})?"
_HEADS = (
    re.compile(
        rf"\s{{0,3}}(?:date|date of publication|published)\s?:?\s{{1,2}}{_FULL_DATE}", re.IGNORECASE
    ),
    re.compile(
        rf"\s{{0,3}}(?:published|posted|updated|last updated|first published)(?:\s(?:on|at))?\s?:?"
        rf"\s{{1,2}}{_FULL_DATE}{_CLOCK}\s{{0,3}}(?=$|[|•·–—-])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:[^|•·\n]{{0,80}}[|•·–—]\s{{0,2}})?{_FULL_DATE}{_CLOCK}{_UPDATED}\s{{0,3}}(?=$|[|•·])"
    ),
    re.compile(rf"(?:by|BY|By)\s[^|\n\d]{{2,60}},\s{_FULL_DATE}\s{{0,3}}$"),
    re.compile(
        rf"[A-Z][A-Z .'/-]{{2,40}},\s(?:\([A-Za-z ]{{2,20}}\)\s)?{_FULL_DATE}\s{{0,2}}(?=[-–—(])"
    ),
)
_LINES = 12
_YEAR = re.compile(r"\d{4}")
"""What every full date has."""
_DATELINE = re.compile(
    rf"[A-Z][A-Za-z .,'/-]{{2,40}},\s(?:{MONTH}{S}\d{{1,2}}|\d{{1,2}}{S}{MONTH})\s?"
    r"(?:\([\w/ ]{2,20}\)\s?)?[-–—]"
)


def published_in(text: str) -> tuple[Span, str] | None:
    """Where the head of a text names its own date, and that date as an ISO day.

    The passage is all that belongs to it: "date 2023-12-21", or a byline's date with the
    date of the update behind it.
    """
    for number, line in enumerate(re.finditer(r"[^\n]+", text[:4_000])):
        if number >= _LINES:
            return None
        if not _YEAR.search(text, line.start(), line.end()):
            continue
        for head in _HEADS:
            found = head.match(text, line.start(), line.end())
            day = _full_date(found) if found else None
            if found and day:
                begin = found.start() if head in _HEADS[:2] else found.start("date")
                words = text[begin : found.end()]
                begin += len(words) - len(words.lstrip())
                return Span(begin, begin + len(words.strip())), day.isoformat()
    return None


def _full_date(found: re.Match[str]) -> date | None:
    for form in "1234":
        group = found.groupdict()
        if group[f"d{form}"]:
            named = group.get(f"m{form}")
            number = month(named) if named else int(group[f"n{form}"])
            return make(int(group[f"y{form}"]), number, int(group[f"d{form}"]))
    return None


def metadata(document: Document) -> Iterator[Span]:
    """Passages that date the report and no happening: its metadata, bylines, datelines."""
    text = document.text
    if published := published_in(text):
        yield published[0]
    months = document.anchors(MONTH_WORDS)
    for paragraph in document.paragraphs:
        if paragraph.role in ("byline", "furniture"):
            yield Span(paragraph.start, paragraph.end)
        else:
            end = min(paragraph.end, paragraph.start + 120)
            month = bisect_left(months, paragraph.start)
            dated = month < len(months) and months[month] < end
            if dated and (dateline := _DATELINE.match(text, paragraph.start, end)):
                yield Span(*dateline.span())
