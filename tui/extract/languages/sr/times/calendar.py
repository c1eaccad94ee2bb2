"""Reckoning with days, weeks, months and years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from tui.model import When

Lean = Literal["past", "future", ""]
"""What a clause speaks of, "" where it does not tell."""


def day_of(published: When) -> date | None:
    """The day of the report, where it is known to the day."""
    try:
        return date.fromisoformat(published.edtf)
    except ValueError:
        return None


def shifted(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def month_from(day: date, months: int) -> str:
    """The month that lies some months before or behind a day."""
    number = day.year * 12 + day.month - 1 + months
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def week(day: date, shift: int) -> str:
    """The week of a day, or one before or behind it, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def weekend(day: date, shift: int) -> str:
    saturday = day - timedelta(days=(day.weekday() + 2) % 7)
    saturday += timedelta(weeks=max(shift, 0))
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def year_of(month: int, number: int, day: date, lean: Lean, whole: bool = False) -> int:
    """The year in which a day of a month is meant: the nearest one to the report that the clause
    allows. With ``whole`` the month is meant: this month is past and to come."""
    years = (day.year - 1, day.year, day.year + 1)
    here = _of_year(day.month, 15 if whole else day.day)
    number = 15 if whole else number

    def away(year: int) -> int:
        return (year - day.year) * 365 + _of_year(month, number) - here

    allowed = [
        year
        for year in years
        if not lean or (away(year) <= 0 if lean == "past" else away(year) >= 0)
    ]
    return min(allowed or years, key=lambda year: abs(away(year)))


def easter(year: int, eastern: bool) -> date:
    """Easter Sunday, by the reckoning of the western or of the eastern churches."""
    cycle = year % 19
    if eastern:
        full = (19 * cycle + 15) % 30
        rest = (2 * (year % 4) + 4 * (year % 7) - full + 34) % 7
        month, day = divmod(full + rest + 114, 31)
        return date(year, month, day + 1) + timedelta(days=13)
    century, of_century = divmod(year, 100)
    full = (
        19 * cycle + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    rest = (32 + 2 * (century % 4) + 2 * (of_century // 4) - full - of_century % 4) % 7
    shift = (cycle + 11 * full + 22 * rest) // 451
    month, day = divmod(full + rest - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _of_year(month: int, number: int) -> int:
    return (month - 1) * 30 + number
