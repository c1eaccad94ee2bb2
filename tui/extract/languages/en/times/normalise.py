"""What the words of a time mean: from the words that a rule found to a date.

A reading is an EDTF string where the words fix the date themselves, or a function from a
day of publication to one. None says that the words only look like a time ("Sunday
Times", "31 February").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tui.dates import MONTHS, WEEKDAYS
from tui.extract.languages.en.times.direction import Lean, happened, lean
from tui.extract.languages.en.times.words import (
    between,
    make,
    month,
    months_off,
    nearest,
    weekday_after,
    weekday_before,
    weekend_of,
)

LONGEST_LEAD = 24


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule gets: its match, the words before and after."""

    match: re.Match[str]
    before: str
    after: str

    @property
    def lean(self) -> Lean:
        """The way that the clause leans; few readings ask, and it takes time to tell."""
        return lean(self.before, self.after)

    @property
    def happened(self) -> bool:
        """Whether it dates what took place, and so does not lie ahead of the report."""
        return happened(self.before, self.after)

    def led(self, lead: re.Pattern[str]) -> re.Match[str] | None:
        """A lead (it ends where the time begins) among the last words before."""
        return lead.search(self.before, max(0, len(self.before) - LONGEST_LEAD))

    def __getitem__(self, group: str) -> str:
        """The words of a group; "" where it took no part, or the pattern has none such."""
        return (self.match[group] or "") if group in self.match.re.groupindex else ""


class Reading(NamedTuple):
    """What the words mean. ``note`` says what they tell without a day of publication."""

    edtf: str | Callable[[date], str]
    role: str = "at"
    note: str = ""


# --------------------------------------------------------------------- full dates


def day_of_month(found: Found) -> Reading | None:
    named, first = month(found["month"]), int(found["day"])
    last = int(found["last"]) if found["last"] else first
    if found["year"]:
        year = int(found["year"])
        begin, finish = make(year, named, first), make(year, named, last)
        return Reading(between(begin, finish)) if begin and finish and last >= first else None
    if make(2024, named, first) is None or make(2024, named, last) is None or last < first:
        return None
    if (named, first) == (9, 11) and re.match(r"\W{1,3}(?:terror|attack|hijack)", found.after):
        return None

    def near(published: date) -> str:
        named_so = (make(published.year + off, named, first) for off in range(-4, 5))
        start = nearest(published, [day for day in named_so if day], found.lean)
        end = make(start.year, named, last) if start else None
        return between(start, end) if start and end else ""

    return Reading(near, note=f"{first} {MONTHS[named - 1]} of a year that is not named")


def iso_date(found: Found) -> Reading | None:
    day = make(int(found["year"]), int(found["month"]), int(found["day"]))
    return Reading(day.isoformat()) if day else None


def numeric_date(found: Found) -> Reading | None:
    year, first, second = int(found["year"]), int(found["first"]), int(found["second"])
    day_first, month_first = make(year, second, first), make(year, first, second)
    if found["mark"] == "." and day_first:
        return Reading(day_first.isoformat())
    if day_first and month_first and day_first != month_first:
        return Reading("", note="day and month may stand either way round")
    day = day_first or month_first
    return Reading(day.isoformat()) if day else None


def ordinal_day(found: Found) -> Reading | None:
    day = int(found["day"])
    if not 1 <= day <= 31:
        return None

    def closest(published: date) -> str:
        ahead = found.lean == "future"
        for off in range(3):
            year, of_year = months_off(published, off if ahead else -off).split("-")
            on = make(int(year), int(of_year), day)
            if on and (on >= published if ahead else on <= published):
                return on.isoformat()
        return ""

    return Reading(closest, note=f"day {day} of a month that is not named")


# ------------------------------------------------------------------ days of the week

_NOT_DAYS_BEFORE = re.compile(
    r"\b(?:Super|Black|Cyber|Good|Easter|Palm|Ash|Bloody|Fat|Holy|Ruby|Man|Girl|Giving"
    r"|Casual)\s{1,2}$"
)
_NOT_DAYS_AFTER = re.compile(
    r"\s{1,2}(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Independent|People|World|Star|Sun"
    r"|Business|Review|Tribune|Mercury|Age|Morning|Night|Today|Evening|Nation|Standard|Show)\b"
)


def weekday(found: Found) -> Reading | None:
    which = " ".join(found["which"].lower().split())
    if not which and found.led(_NOT_DAYS_BEFORE):
        return None
    if found["weekday"] == "Sunday" and found.before.endswith(("News ", "CBS ")):
        return None
    if _NOT_DAYS_AFTER.match(found.after):
        return None
    named = WEEKDAYS.index(found["weekday"])
    if which in ("every", "each"):
        return Reading("", "frequency", f"every {WEEKDAYS[named]}")
    if which in ("the following", "the previous"):
        return Reading("", note="counted from another day in the text")
    ahead = which in ("next", "coming", "this coming") or (
        which in ("", "this") and found.lean == "future"
    )
    if which == "this" and found.lean != "past":
        ahead = True
    today = which in ("", "this")

    def on(published: date) -> str:
        found_day = weekday_after if ahead else weekday_before
        return found_day(published, named, today=today).isoformat()

    side = "after" if ahead else "before"
    return Reading(on, note=f"a {WEEKDAYS[named]}, within a week {side} the report")


def weekdays(found: Found) -> Reading | None:
    first, last = WEEKDAYS.index(found["weekday"]), WEEKDAYS.index(found["until"])

    def on(published: date) -> str:
        if found.lean == "future":
            start = weekday_after(published, first, today=True)
        else:
            end = weekday_before(published, last, today=True)
            start = weekday_before(end, first, today=True)
        return between(start, weekday_after(start, last, today=True))

    return Reading(on, note=f"a {WEEKDAYS[first]} to a {WEEKDAYS[last]}")


def weekend(found: Found) -> Reading | None:
    which = " ".join(found["which"].lower().split())

    def on(published: date) -> str:
        within = published.weekday() >= 5
        if which in ("next", "the coming", "this coming", "the next"):
            return weekend_of(published, 1 if within else 0)
        if which in ("last", "the past", "this past", "past"):
            return weekend_of(published, -1)
        if within or found.lean == "future" or (which == "this" and found.lean != "past"):
            return weekend_of(published, 0)
        return weekend_of(published, -1)

    return Reading(on, note="a weekend near the report")


def anniversary(found: Found) -> Reading | None:
    return Reading("", "for", "a number of years, not a date")


def election_day(found: Found) -> Reading | None:
    return Reading("", note="the day of the vote")
