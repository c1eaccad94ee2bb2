"""Days as people write them in full: in figures, or with the month's name.

Months are known by the names that English and the languages of Serbia and its neighbours give
them. A day is told only where its order is beyond doubt: "03/06/2024" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_MONTH_NAMES = """
january jan januar januara jan januari siječanj siječnja sijecnja јануар јануара
february feb februar februara veljača veljače veljace фебруар фебруара
march mar mart marta ožujak ožujka ozujka март марта
april apr aprila travanj travnja април априла
may maj maja svibanj svibnja мај маја
june jun juna juni lipanj lipnja јун јуна јуни
july jul jula juli srpanj srpnja јул јула јули
august aug avgust avgusta avg kolovoz kolovoza август августа авг
september sep sept septembar septembra rujan rujna септембар септембра септ
october oct oktobar oktobra okt listopad listopada октобар октобра окт
november nov novembar novembra studeni studenog studenoga новембар новембра нов
december dec decembar decembra prosinac prosinca децембар децембра дец
"""
"""A line for each month: its names and their shortenings, without a stop."""

MONTHS = {
    name: number
    for number, names in enumerate(_MONTH_NAMES.split("\n")[1:-1], start=1)
    for name in names.split()
}
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_YEAR_ENDS = r"(?:(?!\d)|(?=\d{1,2}(?:[:.]\d\d|\s[^\W\d_]{3})))"
"""What follows a year: no digit, unless a page has run the time of day or the day again into it."""

_WRITTEN = re.compile(
    rf"(?<![\w/.-])(?:"
    rf"(?P<y1>\d{{4}})(?P<mark>[-/.])(?P<m1>\d{{1,2}})(?P=mark)(?P<d1>\d{{1,2}})(?![\d/-]|\.\d)"
    rf"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d{{1,9}})?)?(?:Z|[+-]\d\d:?\d\d)?)?"
    rf"|(?P<a2>\d{{1,2}})(?P<sign>[/-]|\.\s?)(?P<b2>\d{{1,2}})(?:(?P=sign)|\.\s?)(?P<y2>\d{{4}}|\d\d)"
    rf"(?:\.(?!\d)|(?![\d./-])|(?=\d{{1,2}}:\d\d))"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-]{{1,2}}(?:of\s)?(?P<m3>{_MONTH}),?[\s-]{{1,2}}"
    rf"(?P<y3>\d{{4}}){_YEAR_ENDS}\.?"
    rf"|(?P<m4>{_MONTH})\s{{1,2}}(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<y4>\d{{4}}){_YEAR_ENDS}"
    rf")",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)")
_IN_A_NAME = re.compile(
    r"(?<!\d)(\d{4})([-_./]?)(\d\d)\2(\d\d)(?!\d)|(?<!\d)(\d\d)([-_.])(\d\d)\6(\d{4})(?!\d)"
)
_IN_AN_ADDRESS = re.compile(
    r"/(\d{4})/(\d{1,2}|[a-z]{3})(?:/(\d{1,2})(?=/|$|-))?(?=/|$|-)", re.IGNORECASE
)
_WEEKDAY = re.compile(r"[^\W\d_]{2,12}\.?,?\s{1,2}")
_EARLIEST, _LATEST = 1500, 2100


class WrittenDay(NamedTuple):
    """Where a text writes a day, and the day in ISO form; "" where it has none such, or where
    day and month may stand either way round."""

    start: int
    end: int
    day: str


def written_days(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDay]:
    """The days that a stretch of a text writes in full, in its order."""
    for found in _WRITTEN.finditer(text, start, len(text) if end is None else end):
        yield WrittenDay(found.start(), _end(text, found), _day(found))


def day_of(value: str) -> str:
    """The day with which a value begins, behind the name of a day of the week; else ""."""
    value = value.strip()
    if bare := _BARE.match(value):
        return _iso(*map(int, bare.groups()))
    weekday = _WEEKDAY.match(value)
    for at in (0, weekday.end() if weekday else 0):
        if found := _WRITTEN.match(value, at):
            return _day(found)
    return ""


def day_in_name(name: str) -> str:
    """The one day that a file's name has, else ""."""
    days = set()
    for found in _IN_A_NAME.finditer(name):
        year, _, month, day, first, _, second, last = found.groups()
        parts = (year, month, day) if year else (last, second, first)
        days.add(_iso(*map(int, parts)))
    days.discard("")
    return days.pop() if len(days) == 1 else ""


def day_in_address(address: str) -> str:
    """The day that the path of an address has, or the month where it goes no further; else ""."""
    path = address.partition("://")[2].partition("/")[2].partition("?")[0]
    if found := _IN_AN_ADDRESS.search(f"/{path}"):
        year, named, day = found.groups()
        month = int(named) if named.isdigit() else MONTHS.get(named.lower(), 0)
        whole = _iso(int(year), month, int(day or 1))
        if whole:
            return whole if day else whole[:7]
    return day_in_name(path)


def _end(text: str, found: re.Match[str]) -> int:
    """Where a written day ends: a stop behind it is its own where one stands behind the day."""
    end = found.end()
    dotted = (found["sign"] or "").startswith(".") or (
        found["d3"] is not None and text[found.end("d3")] == "."
    )
    return end if dotted or text[end - 1] != "." else end - 1


def _day(found: re.Match[str]) -> str:
    if found["y1"]:
        return _iso(int(found["y1"]), int(found["m1"]), int(found["d1"]))
    if found["y2"]:
        return _in_figures(found)
    form = "3" if found["y3"] else "4"
    month = MONTHS[found[f"m{form}"].rstrip(".").lower()]
    return _iso(int(found[f"y{form}"]), month, int(found[f"d{form}"]))


def _in_figures(found: re.Match[str]) -> str:
    """A day in figures with the year behind: dots have the day before the month."""
    first, second, year = int(found["a2"]), int(found["b2"]), int(found["y2"])
    if len(found["y2"]) == 2:
        year += 2000 if year < 70 else 1900
    day_first = _iso(year, second, first)
    if found["sign"][0] == ".":
        return day_first
    month_first = _iso(year, first, second)
    if day_first and month_first and day_first != month_first:
        return ""
    return day_first or month_first


def _iso(year: int, month: int, day: int) -> str:
    if not _EARLIEST <= year <= _LATEST:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
