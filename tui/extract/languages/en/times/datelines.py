"""The dates by which a report dates itself, and no happening: its head, its dateline, its foot."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tui.extract.languages.en.times.words import MONTH, MONTH_WORDS, SHORT_DAY, S, make, month
from tui.extract.text.document import Document, Span, lines
from tui.written_dates import WrittenDay, day_in_address, written_days

HEAD, FOOT = 12, 4
"""Lines at the beginning and the end of a text that may date it."""
_REACH = 4_000
"""Characters within which they stand."""
_LONGEST_BEFORE, _LONGEST_AFTER = 100, 120
_HEADLINE = 140

PUBLISHED, PLAIN, DATELINE, SIGNED, UPDATED, HEADLINE = range(6)
"""How a line dates a report, the surest first: as the day of its publication; alone; before the
lead; behind names of who wrote it and where; as the day of a change; behind the headline."""

_CLOCK = (
    r"(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?|noon|midnight"
    r"|\d{4}(?=\s(?-i:[A-Z]{3,4})\b))"
    r"\s?(?:h(?:rs)?\b)?(?:\s?\(?(?:(?:(?-i:[A-Z]{2,5})|gmt|utc|cest|cet|bst|est|edt)(?:[+-]\d{1,2}(?::?\d\d)?)?|Z|[+-]\d\d:?\d\d)(?-i:(?![a-z]))\)?)?"
)
_WEEKDAYS = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
    r"|ponedelj\w{1,3}|ponedjelj\w{1,3}|utorak|sred[au]|srijed[au]|četvrtak|petak|subot[au]|nedelj[au]"
    r"|nedjelj[au])\b\.?"
)
_BESIDE = rf"(?:(?:{_WEEKDAYS}|{_CLOCK}|at|on|[\s,:|·•–—()-])\s{{0,3}}){{0,8}}"
"""What stands between a label and a date."""
_SEPARATED = r"(?:.{0,80}(?:[|•·/;()–—\d-]|(?-i:[A-Z]{2}))\s{0,3})?"
_LABEL = re.compile(
    rf"{_SEPARATED}\b(?:(?:first|originally|story|article|release|for|for\simmediate)\s)?(?:published|posted|issued|released?|aired|broadcast|publication\sdate"
    rf"|date(?:\sof\spublication)?|created|objavljeno|datum)\b(?:\s(?:time|date))?{_BESIDE}$",
    re.IGNORECASE,
)
_LABEL_WORDS = 4
"""Words of a label that is part of the date's passage, the day of the week among them."""
_UPDATE_LABEL = re.compile(
    rf"{_SEPARATED}\b(?:last\s)?(?:updated?|modified|edited|corrected|ažurirano|izmenjeno)\b(?:\s(?:time|date))?{_BESIDE}$",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"{_BESIDE}$", re.IGNORECASE)
_BEHIND_MARK = re.compile(
    rf".{{0,98}}(?:[|•·–—]|\s[-/]|(?<=[a-z])/)\s{{0,2}}(?:{_WEEKDAYS},?\s)?$", re.IGNORECASE
)
_BYLINE = re.compile(
    r"\s{0,3}(?:(?:written\s|reported\s|posted\s)?by|text|author|autor|piše)\b:?\s[^|\n\d]{2,80}[,\s](?:on\s)?\s?$",
    re.IGNORECASE,
)
_CAPITALISED = r"(?:\(?[^\W\d_a-z][\w.'’/&-]{0,30}\)?|of|the|and|for|de|van|von|der|\d{1,2})"
_NAMES = re.compile(
    r"\(?(?!(?i:photo|foto|image|file|picture))(?:[^\W\d_]{3,20}:\s)?"
    rf"{_CAPITALISED}(?:[,/]?\s{_CAPITALISED}){{0,8}},?\s?$"
)
_PLACE = re.compile(
    rf"\s{{0,3}}(?:{_CAPITALISED}(?:,?[ /]{_CAPITALISED}){{0,5}}[,\s]\s?)?"
    r"(?:\([\w/ ]{2,20}\)\s)?$"
)
_LEAD_MARK = re.compile(r"\s{0,2}(?:\([\w./ ]{2,30}\)\.?\s{0,2})?[-–—]\s?\S|\.\s/[A-Z]{2,9}/\.\s\S")
_TITLE_ENDS = re.compile(rf"(?!.*\b[a-z]{{1,12}}\s{_WEEKDAYS},?\s?$).*[,(–—:|]\s?$", re.IGNORECASE)

_EDITION = re.compile(
    rf"[^\W\d_a-z][^.!?:;\d\n]{{2,70}},\s(?:(?i:{_WEEKDAYS}),?\s|\w+\sedition,\s)"
)
"""The outlet and the day of the week, or the edition, before a date: "The Courier, city edition,
Monday, "."""

_AFTER = re.compile(
    rf"(?:\s{{0,3}}(?:[,|·•@(/–—-]|(?:at|u)\b)?\s{{0,2}}{_CLOCK}\)?){{0,2}}"
    r"(?:\s{0,3}[-–—|•·,(]?\s{0,2}(?:last\s)?(?:updated?|modified|edited|corrected|amended)\b[^\n]{0,60})?"
    r"(?:\s{0,3}[|•·,]?\s{0,2}\d{1,2}\smin(?:ute)?s?(?:\sread)?\b)?",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s{0,3}(?:[),]?\s{0,3}$|\((?:[A-Z][\w./ ]{1,20}|[a-z ]{2,30})\)\s{0,3}$"
    r"|[/|•·;]|(?:[-–—]>?|>)\s?\d{1,2}[:.]\d\d|\d{1,2}\s[A-Z][a-z]{2,8}\.?\s\d{4}\s*$|in\s[A-Za-z][^.\n]{2,50}\.?$|[Bb]y\s[A-Z]|,\s(?:[Tt]he\s)?[A-Z][\w’']{1,20}(?:\s[A-Z][\w’']{1,20}){0,2}$)"
)
_YEAR = re.compile(r"\d(?:\d{3}|\.\s?\d\d?\.\s?\d\d|/\d\d?/\d\d)")
"""What every full date has."""
_DATELINE = re.compile(
    rf"[A-Z][A-Za-z .,'/-]{{2,40}},\s(?:{MONTH}{S}\d{{1,2}}|\d{{1,2}}{S}{MONTH})\s?"
    r"(?:\([\w/ ]{2,20}\)\s?)?[-–—]"
)


_DAY_ALONE = re.compile(
    rf"\s{{0,3}}(?:(?!{SHORT_DAY}[,\s])[A-Z][\w .,'’/-]{{2,40}},\s)?"
    rf"(?P<day>(?:(?P<weekday>{SHORT_DAY}),?\s)?"
    rf"(?:(?P<m1>{MONTH})\s(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\.?\s(?P<m2>{MONTH}))(?:st|nd|rd|th)?)"
    rf"(?:[\s,|•·]{{1,3}}{_CLOCK})?(?=\s{{0,3}}$|\s?[|•·]|\s(?:\([\w/ ]{{2,20}}\)\s?)?[-–—])"
)
"""``Tuesday, Sept. 3``: a day whose year its page leaves out, alone or before the lead."""
_FIGURES = re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:20)?\d\d)(?![\d/])")
_OF_SHORT_YEAR = re.compile(
    rf"(?:[A-Za-z]{{3,12}}\s)?(?P<d>\d{{1,2}})\s(?P<m>{MONTH}),?\s['’]?(?P<y>[0-4]\d)"
)
_LATEST_YEAR = 50
_SENT = re.compile(rf"(?P<d>\d\d)(?:[01]\d|2[0-3])[0-5]\d\s(?P<m>{MONTH})\s(?P<y>\d\d)")
_NAMED_MONTH = re.compile(rf"\b{MONTH}\b")
_COPYRIGHT = re.compile(
    r"(?:©|\([Cc]\)|[Cc]opyright)\s{0,2}(?:by\s)?(?:[\w.]{1,20}\s){0,3}((?:19|20)\d\d)\b"
)
_ANY_YEAR = re.compile(r"(?<![\d.,])(?:19[89]|20[0-4])\d(?![\d%]|[.,]\d)")


class _Dated(NamedTuple):
    rank: int
    span: Span
    day: str


@lru_cache(maxsize=1)  # Asked for the head of a text, and again for its times.
def published_in(text: str) -> tuple[Span, str] | None:
    """Where a text names its own date, and that date as an ISO day.

    The passage is all that belongs to it: "date 2023-12-21", or a byline's date with the
    date of the update behind it. What the head says goes before what the foot does.
    """
    head = lines(text[:_REACH], HEAD)
    found = [each for number, line in enumerate(head) for each in _dated(text, line, number)]
    if not found and len(head) > 2:
        found = [
            each
            for line in _foot(text, head[-1].end)
            for each in _dated(text, line, HEAD)
            if each.rank in (PUBLISHED, PLAIN, SIGNED)
        ]
    best = min(found, default=None)
    if best:
        return best.span, best.day
    address = _in_addresses(text, [*head, *_foot(text, head[-1].end if head else 0)])
    month = address[1] if address and len(address[1]) == _MONTH_ALONE else ""
    return (
        _without_year(text, head)
        or (None if month else address)
        or _either_way(text, head, month)
        or address
        or _short_year(text, head)
        or _sent(text)
    )


def _sent(text: str) -> tuple[Span, str] | None:
    """The day and hour at which an agency sent a report, in its last lines: "231104 Mar 26"."""
    for line in _foot(text, 0):
        found = _SENT.fullmatch(text[slice(*line)].strip())
        signed = "/" in text[max(0, line.start - 20) : line.start]  # "LNA at/mk" above it
        if found is not None and signed and int(found["y"]) < _LATEST_YEAR:
            day = make(2000 + int(found["y"]), month(found["m"]), int(found["d"]))
            return (line, day.isoformat()) if day else None
    return None


def _short_year(text: str, head: list[Span]) -> tuple[Span, str] | None:
    """A day with the last two figures of its year, alone in a line of the head: "28 Nov 16"."""
    for line in head:
        found = _OF_SHORT_YEAR.fullmatch(text[slice(*line)].strip())
        if found is not None:
            day = make(2000 + int(found["y"]), month(found["m"]), int(found["d"]))
            return (line, day.isoformat()) if day else None
    return None


_OF_AMERICA = re.compile(
    r"\b(?:[ECMP][SD]?T|AK[SD]T|HST|Pacific|Eastern|Central|Mountain|New\sYork|Washington|U\.?S\.?A?)\b"
)
"""What stands beside an hour where the month goes first."""
_HOUR_OF_24 = re.compile(
    r"[\s,|–-]{1,3}(?:0\d|1[3-9]|2[0-3])[:.]\d\d(?!\s?[ap]\.?m)", re.IGNORECASE
)
_DAY_OF_WEEK = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,6})\b", re.IGNORECASE)
_MONTH_ALONE = len("2023-12")
_DATES_LINE = (_LABEL, _UPDATE_LABEL, _ALONE, _BEHIND_MARK)


def _either_way(text: str, head: list[Span], known: str) -> tuple[Span, str] | None:
    """A day in figures that dates the report, and of which something tells whether the day or the
    month stands first: "12/06/2023". ``known`` is the month that its address has, if any."""
    for line in head:
        for found in _FIGURES.finditer(text, *line):
            before = text[line.start : found.start()]
            after = _AFTER.match(text, found.end(), line.end)
            ends = _ENDS.match(text, after.end() if after else found.end(), line.end)
            if not ends or not any(each.match(before) for each in _DATES_LINE):
                continue
            first, second, year = (int(found[each]) for each in ("a", "b", "y"))
            year += 2000 * (year < 100)
            day_first = make(year, second, first)
            month_first = make(year, first, second)
            days = [day for day in (day_first, month_first) if day]
            chosen = next((day for day in days if known and f"{day:%Y-%m}" == known), None)
            chosen = chosen or _by_weekday(text[slice(*line)], days)
            chosen = chosen or _by_line(text, line, found, day_first, month_first)
            return (Span(*found.span()), chosen.isoformat()) if chosen else None
    return None


def _by_weekday(line: str, days: Sequence[date]) -> date | None:
    """The one of some days that is the day of the week which a line names."""
    named = _DAY_OF_WEEK.search(line)
    fits = [day for day in days if named and f"{day:%a}" == named[1].capitalize()]
    return fits[0] if len(fits) == 1 else None


def _by_line(
    text: str, line: Span, found: re.Match[str], day_first: date | None, month_first: date | None
) -> date | None:
    """The one of two days that fits the hour beside it, or the months that the text names."""
    if _OF_AMERICA.search(text[slice(*line)]):
        return month_first
    named = {month(each[0]) for each in _NAMED_MONTH.finditer(text, 0, _REACH)}
    # A report names the month in which it appears, or the one before. Who counts the hours to
    # 24 writes the day first.
    fits = [day for day in (day_first, month_first) if day and _is_named(day.month, named)]
    if len(fits) == 1:
        return fits[0]
    hour = _HOUR_OF_24.match(text, found.end(), line.end)
    return day_first if hour else None


def _is_named(number: int, named: Collection[int | None]) -> bool:
    return number in named or (number - 2) % 12 + 1 in named


def _in_addresses(text: str, around: list[Span]) -> tuple[Span, str] | None:
    """The day that the address of a page has, where it stands alone in a line of the head or the
    foot."""
    for line in around:
        address = text[slice(*line)]
        if address.startswith(("http://", "https://")) and " " not in address:
            day = day_in_address(address)
            return (line, day) if day else None
    return None


def _without_year(text: str, head: list[Span]) -> tuple[Span, str] | None:
    """A day and month in the head, with the year that the text has for it elsewhere: in its
    copyright, or the only one of those it names in which the day is the day of the week told."""
    for line in head:
        found = _DAY_ALONE.match(text, line.start, line.end)
        if found is None:
            continue
        named = month(found["m1"] or found["m2"])
        number = int(found["d1"] or found["d2"])
        days = [make(int(year), named, number) for year in set(_COPYRIGHT.findall(text))]
        if not days and found["weekday"]:
            named_years = {int(year) for year in _ANY_YEAR.findall(text[:_REACH])}
            near = named_years | {max(named_years) + 1} if named_years else set()
            weekday = found["weekday"][:3].lower()
            dated = (make(year, named, number) for year in near)
            days = [day for day in dated if day and f"{day:%a}".lower() == weekday]
        if len(days) == 1 and days[0]:
            return Span(*found.span("day")), days[0].isoformat()
    return None


def _foot(text: str, behind: int) -> list[Span]:
    """The last lines of a text, none of which is of its head."""
    start = max(behind, len(text) - _REACH)
    return [
        Span(start + line.start, start + line.end)
        for line in lines(text[start:])[-FOOT:]
        if line.end - line.start <= _HEADLINE
    ]


def _dated(text: str, line: Span, number: int) -> Iterator[_Dated]:
    """How the dates of a line date the report."""
    end = min(line.end, line.start + _LONGEST_BEFORE + _LONGEST_AFTER)
    if not _YEAR.search(text, line.start, end):
        return
    for written in written_days(text, line.start, end):
        before = text[line.start : written.start]
        if not written.day or len(before) > _LONGEST_BEFORE:
            continue
        rank = _rank(text, line, number, written, before)
        if rank is None:
            continue
        start, stop = written.start, written.end
        if rank == DATELINE:
            pass
        elif after := _AFTER.match(text, stop, line.end):
            stop = after.end()
        if rank in (PUBLISHED, UPDATED) and len(before.split()) <= _LABEL_WORDS:
            start = line.start
        words = text[start:stop]
        start += len(words) - len(words.lstrip())
        yield _Dated(rank, Span(start, start + len(words.strip())), written.day)


def _rank(text: str, line: Span, number: int, written: WrittenDay, before: str) -> int | None:
    """How a date in a line dates the report, None where it does not."""
    after = _AFTER.match(text, written.end, line.end)
    behind = after.end() if after else written.end
    ends = _ENDS.match(text, behind, line.end) is not None
    if number < HEAD and before.lower().strip(" :\t\ufeff") in ("date", "date of publication"):
        return PUBLISHED
    if ends and _LABEL.match(before):
        return PUBLISHED
    if ends and _UPDATE_LABEL.match(before):
        return UPDATED
    if ends and (_ALONE.match(before) or _BEHIND_MARK.match(before) or _BYLINE.match(before)):
        return PLAIN
    if _PLACE.match(before) and _LEAD_MARK.match(text, written.end, line.end):
        return DATELINE
    if ends and _NAMES.match(before):
        return SIGNED
    if number < HEAD // 2 and line.end <= behind + 1 and _EDITION.fullmatch(before):
        return SIGNED
    if number < 2 and line.end - line.start <= _HEADLINE and ends and _TITLE_ENDS.match(before):
        return HEADLINE
    return None


def posts(document: Document) -> list[tuple[Span, str]]:
    """The lines that date what follows them, with their days: those of a text that is put
    together of posts, each of which has its own. One such line dates the whole text."""
    found = []
    for paragraph in document.paragraphs:
        if paragraph.end - paragraph.start > _LONGEST_POST_LINE:
            continue
        if not _YEAR.search(document.text, paragraph.start, paragraph.end):
            continue
        line = Span(paragraph.start, paragraph.end)
        found += [
            (line, each.day) for each in _dated(document.text, line, HEAD) if each.rank == PLAIN
        ]
    return found if len({day for _, day in found}) > 1 else []


_LONGEST_POST_LINE = 50


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
