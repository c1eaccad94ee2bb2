"""Dates as far as they are known: from EDTF to days, and to words for people.

The bounds of plain days, months, years, seasons, decades and centuries are those of the
calendar, and so are those of a month or year of which no more is known. Those of every other
form (a day masked in a decade) come from the ``edtf`` library, which takes milliseconds for each
and a tenth of a second to import; few articles have such a date. What is shown to people needs
no library.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from tui.model import Anchor, Basis, When

Precision = Literal["day", "span", "month", "year", "unknown"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SEASON_DAYS = {
    "21": ("03-01", "05-31"),
    "22": ("06-01", "08-31"),
    "23": ("09-01", "11-30"),
    "24": ("12-01", "12-31"),
}
"""The first and last day of a season; a winter is counted to the end of its year, as the
``edtf`` library has it."""

OPEN = ".."
"""The side of an interval that has no end."""

UNDATED = "undated"
"""What is shown for a date that nobody knows."""

# One side of an interval, level 0 or 1: a year, month, season or day, its last parts
# perhaps masked ("199X", "2023-12-XX"), perhaps uncertain (?), approximate (~) or both (%).
_ABOUT = timedelta(days=2)
_SIDE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[?~%]?)",
    re.ASCII,
)


def when(edtf: str, basis: Basis, expression: Anchor | None = None, note: str = "") -> When:
    """A date with the days it spans. Raises ValueError where ``edtf`` is not EDTF 0 or 1.

    A date that is not known has no basis either, whatever the caller hoped for.
    """
    if not edtf:
        return When("", "unknown", expression, note)
    earliest, latest = bounds(edtf)
    return When(edtf, basis, expression, note, earliest, latest)


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[str, str]:
    """The first and the last ISO day of an EDTF string; "" on a side that is open."""
    if not edtf:
        return "", ""
    first, _, last = edtf.partition("/")
    if "/" not in edtf:
        return _side_bounds(first, edtf)
    if first in ("", OPEN) and last in ("", OPEN):
        raise _invalid(edtf)
    earliest = _side_bounds(first, edtf)[0] if first not in ("", OPEN) else ""
    latest = _side_bounds(last, edtf)[1] if last not in ("", OPEN) else ""
    if earliest and latest and earliest > latest:
        raise _invalid(edtf)
    return earliest, latest


def roughly(edtf: str) -> tuple[str, str]:
    """The bounds of a date, from two days earlier for a span and for about a day: on a Monday "last
    week" and "a week ago" may both be said of the Sunday before last."""
    first, last = bounds(edtf)
    if len(first) == len("2023-12-17") and ("/" in edtf or edtf.endswith("~")):
        first = (date.fromisoformat(first) - _ABOUT).isoformat()
    return first, last


def _side_bounds(side: str, edtf: str) -> tuple[str, str]:
    # The library raises on intervals with an open end and takes strings of level 2, so
    # it is given one side at a time, and only one that has the form of level 0 or 1.
    found = _SIDE.fullmatch(side)
    if not found:
        raise _invalid(edtf)
    try:
        if plain := _plain_bounds(found):
            return plain
    except ValueError as error:
        raise _invalid(edtf) from error
    with warnings.catch_warnings():
        # Where warnings are errors, the library's parser makes one of how its own grammar
        # is written.
        warnings.simplefilter("ignore")
        from edtf import EDTFParseException, parse_edtf

    try:
        parsed = parse_edtf(side)
        first, last = parsed.lower_strict(), parsed.upper_strict()
        return date(*first[:3]).isoformat(), date(*last[:3]).isoformat()
    except (EDTFParseException, ValueError) as error:
        raise _invalid(edtf) from error


def _plain_bounds(found: re.Match[str]) -> tuple[str, str] | None:
    """The bounds of a day, month or year of the calendar, which a mark does not move, of a
    season, and of a decade or century; None for other forms. ValueError when the month does not
    have the day."""
    year, month, day, mark = found.groups()
    if year.endswith("X") and not (month or mark or year.startswith("00")):
        return f"{year.replace('X', '0')}-01-01", f"{year.replace('X', '9')}-12-31"
    if not year.isdigit() or year == "0000":
        return None
    if month is None or (month == "XX" and day in (None, "XX")):
        return f"{year}-01-01", f"{year}-12-31"
    if month in SEASONS and not (day or mark):
        first, last = _SEASON_DAYS[month]
        return f"{year}-{first}", f"{year}-{last}"
    if not "01" <= month <= "12":
        return None
    if day is None or day == "XX":
        after = date(int(year), int(month) + 1, 1) if month < "12" else None
        end = (after - timedelta(days=1)).day if after else 31
        return f"{year}-{month}-01", f"{year}-{month}-{end}"
    known = date(int(year), int(month), int(day)).isoformat()
    return known, known


def _invalid(edtf: str) -> ValueError:
    shown = edtf if len(edtf) <= 40 else f"{edtf[:40]}…"
    return ValueError(f"not an EDTF date of level 0 or 1: {shown!r}")


def days(when: When, at_most: int = 366) -> tuple[date, ...]:
    """Every day that a date may be; nothing where it is open, unknown or very wide."""
    if not when.known:
        return ()
    earliest, latest = when.earliest, when.latest
    if not earliest and not latest:
        earliest, latest = bounds(when.edtf)
    if not earliest or not latest:
        return ()
    first, last = date.fromisoformat(earliest), date.fromisoformat(latest)
    if not 0 <= (last - first).days < at_most:
        return ()
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def precision(edtf: str) -> Precision:
    """How finely a date is known. An interval, a season or a decade is a span."""
    if not edtf:
        return "unknown"
    if "/" in edtf:
        return "span"
    found = _SIDE.fullmatch(edtf)
    if not found:
        return "unknown"
    if "X" in found["year"] or found["month"] in SEASONS:
        return "span"
    if found["day"] and found["day"] != "XX":
        return "day"
    return "month" if found["month"] and found["month"] != "XX" else "year"


def uncertain(edtf: str) -> bool:
    """Whether any part of the date is marked as uncertain or approximate."""
    return any(mark in edtf for mark in "?~%")


@lru_cache(1 << 14)
def readable(edtf: str) -> str:
    """A date in words: "Sun 17 Dec 2023", "16–17 Dec 2023", "since Mon 18 Dec 2023".

    What is not understood is shown as it is: a reader is better served by the raw string
    than by nothing.
    """
    if not edtf:
        return UNDATED
    first, slash, last = edtf.partition("/")
    if not slash:
        return _side_in_words(edtf)
    if last in ("", OPEN):
        return f"since {_side_in_words(first)}" if first not in ("", OPEN) else edtf
    if first in ("", OPEN):
        return f"until {_side_in_words(last)}"
    return _span_in_words(first, last)


def _side_in_words(side: str) -> str:
    found = _SIDE.fullmatch(side)
    words = _plain(found) if found else ""
    if not found or not words:
        return side
    about = "about " if found["mark"] in ("~", "%") else ""
    doubt = " (uncertain)" if found["mark"] in ("?", "%") else ""
    return f"{about}{words}{doubt}"


def _plain(found: re.Match[str]) -> str:
    """One side without its mark; "" where no calendar has it."""
    year, month, day = found["year"], found["month"], found["day"]
    if year.endswith("XX"):
        return f"{year[:2]}00 to {year[:2]}99" if not month else ""
    if year.endswith("X"):
        return f"the {year[:3]}0s" if not month else ""
    if month is None:
        return year
    if month == "XX":
        return f"{year} (month unknown)"
    if month in SEASONS:
        return f"{SEASONS[month]} {year}" if day is None else ""
    if not 1 <= int(month) <= 12:
        return ""
    if day is None:
        return f"{MONTHS[int(month) - 1]} {year}"
    if day == "XX":
        return f"{MONTHS[int(month) - 1]} {year} (day unknown)"
    try:
        known = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return f"{WEEKDAYS[known.weekday()][:3]} {known.day} {MONTHS[known.month - 1][:3]} {year}"


def _span_in_words(first: str, last: str) -> str:
    marks = {side[-1] for side in (first, last) if side[-1] in "?~%"}
    begin, end = _parts(first), _parts(last)
    if not begin or not end or len(begin) != len(end):
        return f"{_side_in_words(first)} – {_side_in_words(last)}"
    same = 0
    while same < len(begin) and begin[same] == end[same]:
        same += 1
    # The year and month that both sides share are said once, after the last of them.
    shown = begin[same:] if same < len(begin) else begin
    dash = "–" if len(shown) == 1 else " – "
    words = f"{_backward(shown, same, len(begin))}{dash}{_backward(end, 0, len(end))}"
    about = "about " if marks & {"~", "%"} else ""
    doubt = " (uncertain)" if marks & {"?", "%"} else ""
    return f"{about}{words}{doubt}"


def _parts(side: str) -> tuple[int, ...]:
    """Year, month and day as numbers, as many as are given; () where it is no such date."""
    found = _SIDE.fullmatch(side)
    if not found or "X" in side or found["month"] in SEASONS:
        return ()
    if not _plain(found):
        return ()
    return tuple(int(part) for part in found.group("year", "month", "day") if part)


def _backward(parts: tuple[int, ...], at: int, precise: int) -> str:
    """Parts from position ``at`` of year, month, day, the smallest first."""
    words = []
    for place, number in enumerate(parts, start=at):
        if place == 0:
            words.append(f"{number:04d}")
        elif place == 1:
            name = MONTHS[number - 1]
            words.append(name[:3] if precise == 3 else name)
        else:
            words.append(str(number))
    return " ".join(reversed(words))


def place_in_time(when: When) -> tuple[str, str, str]:
    """Order in time: by the first day, or the last where the first is open."""
    return when.earliest or when.latest or "9999", when.latest or "9999", when.edtf
