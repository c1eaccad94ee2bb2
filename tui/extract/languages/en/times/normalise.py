"""What the words of a time mean: from the words that a rule found to a date.

A reading is an EDTF string where the words fix the date themselves, or a function from a
day of publication to one. None says that the words only look like a time ("Sunday
Times", "31 February").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from tui.dates import MONTHS, SEASONS, WEEKDAYS
from tui.extract.languages.en.times.direction import Lean, lean
from tui.extract.languages.en.times.words import (
    COUNTED,
    NAMES_TOO,
    ORDINALS,
    between,
    make,
    month,
    months_off,
    nearest,
    number,
    week,
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


def month_and_year(found: Found) -> Reading | None:
    year = int(found["year"])
    return Reading(f"{year:04d}-{month(found['month']):02d}") if 1000 <= year <= 2100 else None


_MONTH_LED = re.compile(
    r"\b(in|since|until|till|by|during|last|next|this|early|late|mid|end of|from|of|for|through"
    r"|to|before|after|between|around)[\s-]{1,3}$",
    re.IGNORECASE,
)
_MONTH_OWNED = re.compile(r"\b(?:the|its|their)\s{1,2}$")
_CLEAR_LEADS = frozenset("in since until till last next this early late mid".split())
_OF_YEAR = re.compile(
    r"\s{1,2}(?:of\s)?(last|this|next|that|the same|the following|the previous)\syear\b",
    re.IGNORECASE,
)
_YEARS_OFF = {"last": -1, "this": 0, "next": 1}


def month_alone(found: Found) -> Reading | None:
    named, which = month(found["month"]), found["which"].lower()
    led = found.led(_MONTH_LED)
    lead = led[1].lower() if led else ""
    owned = found.after[:2] in ("'s", "’s")
    if named in NAMES_TOO:
        if owned or not (which or lead in _CLEAR_LEADS):
            return None
    elif not (which or lead or owned or found.led(_MONTH_OWNED)):
        return None
    if found["month"].rstrip(".") not in MONTHS and not found["month"].isupper() and not lead:
        return None

    told = _OF_YEAR.match(found.after)
    if told and told[1].lower() not in _YEARS_OFF:
        return Reading("", note=f"{MONTHS[named - 1]} of a year told elsewhere in the text")

    def of_year(published: date) -> str:
        if told:
            return f"{published.year + _YEARS_OFF[told[1].lower()]:04d}-{named:02d}"
        here = published.replace(day=1)
        months = [date(published.year + off, named, 1) for off in (-1, 0, 1)]
        if which == "this":
            months = [day for day in months if day.year == here.year]
        elif which == "next" or (found.lean == "future" and which != "last"):
            months = [day for day in months if day > here or (day == here and which != "next")]
        elif which == "last":
            months = [day for day in months if day < here][-1:]
        chosen = nearest(here, months, found.lean)
        return chosen.isoformat()[:7] if chosen else ""

    return Reading(of_year, note=f"{MONTHS[named - 1]} of a year that is not named")


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


# ---------------------------------------------------------------------- relative

_DAYS_OFF = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
_FIGURATIVE = re.compile(
    r"['’]s\s{1,2}(?:world|society|economy|age|generation|youth|standards?|politics|environment"
    r"|climate|culture|America|leaders|children|Republican|Democratic|voters)\b"
)
_SHOW_BEFORE = re.compile(r"\b(?:USA|Russia|Europe|India|Serbia|Entertainment|The)\s$")
_SHOW_AFTER = re.compile(r"[\"”’',]{0,2}\s(?:[Ss]how|[Pp]rogramme?)\b")
"""What makes "Today" or "Tonight" the name of a paper or a programme."""


def day_word(found: Found) -> Reading | None:
    words = " ".join(found["word"].lower().split())
    if _FIGURATIVE.match(found.match.group()[len(words) :] + found.after):
        return None
    if found.led(_SHOW_BEFORE) or _SHOW_AFTER.match(found.after):
        return None
    if found["word"][1:] != found["word"][1:].lower():
        return None
    off = _DAYS_OFF[words]
    return Reading(
        lambda published: (published + timedelta(days=off)).isoformat(),
        note=f"{abs(off)} day(s) {'before' if off < 0 else 'after'} the report"
        if off
        else "the day of the report",
    )


def week_month_or_year(found: Found) -> Reading | None:
    which, unit = found["which"].lower().split()[-1], found["unit"].lower()
    if found["unit"] != unit or (not found["part"] and found.before.lower().endswith("the ")):
        # "This Week" is a programme, and "the next week" counts from elsewhere.
        return None
    off = {"last": -1, "this": 0, "next": 1}[which]
    part = found["part"].lower().strip()

    def at(published: date) -> str:
        if unit == "week":
            monday, sunday = week(published, off)
            if not off and part == "earlier":
                sunday = published
            elif not off and part == "later":
                monday = published
            return between(monday, sunday)
        return months_off(published, off) if unit == "month" else f"{published.year + off:04d}"

    said = {-1: "before that of", 0: "of", 1: "after that of"}[off]
    return Reading(at, note=f"the {unit} {said} the report")


def _back(published: date, count: int, unit: str) -> str:
    if unit in ("day", "night"):
        return (published - timedelta(days=count)).isoformat()
    if unit == "week":
        return (published - timedelta(weeks=count)).isoformat() + "~"
    if unit == "month":
        return months_off(published, -count)
    return f"{published.year - count * (10 if unit == 'decade' else 1):04d}"


def ago(found: Found) -> Reading | None:
    unit = found["unit"].lower()
    if not found["number"] or unit in ("hour", "weekend"):
        return Reading("", note=f"some {unit}s before the report")
    count = number(found["number"])

    def at(published: date) -> str:
        edtf = _back(published, count, unit)
        rough = found["roughly"] or (unit == "decade")
        return f"{edtf}~" if rough and not edtf.endswith("~") else edtf

    return Reading(at, note=f"{found.match.group()}, counted from the report")


def in_a_row(found: Found) -> Reading | None:
    unit = found["unit"].lower()
    words = found["number"] or found["ordinal"]
    if words.lower() in ("a", "an"):
        return None
    count = (
        number(words)
        if found["number"]
        else ORDINALS.get(words.lower()) or int(words.rstrip("stndrh"))
    )
    note = f"{count} {unit}s one after the other"
    # Only what is still going on when it is reported ends with the report.
    going_on = re.search(r"\b(?:have|has|been|are|is|continu\w+)\b", found.before)
    if unit not in ("day", "night") or not going_on or not count:
        return Reading("", "frequency", note)
    return Reading(
        lambda published: between(published - timedelta(days=count - 1), published),
        "frequency",
        note,
    )


def past_length(found: Found) -> Reading | None:
    unit, count = found["unit"].lower(), number(found["number"] or "one")

    def until_now(published: date) -> str:
        begin = _back(published, count, unit).rstrip("~")
        end = published.isoformat()
        return f"{begin}/{end[: len(begin)]}"

    if unit in ("hour", "weekend") or re.match(r"\s(?:of|before)\b", found.after):
        return Reading("", "for", "a length of time, not a date")
    return Reading(until_now, "for", f"{count} {unit}(s) up to the report")


def length(found: Found) -> Reading | None:
    if re.match(r"[-\s]{1,2}olds?\b|['’]", found.after):
        return None
    return Reading("", "for", "a length of time, not a date")


def elsewhere(found: Found) -> Reading | None:
    return Reading("", note="counted from another day in the text")


# ------------------------------------------------------------------------- years

_YEAR_LED = re.compile(
    r"(?:\b(?:in|since|until|till|by|during|before|after|from|through|throughout|early|late|mid"
    r"|between|around|circa|summer|spring|autumn|winter|fall|year|end of|beginning of|start of"
    r"|class of|elections? of|events of|vote of|and)[\s-]{1,2}|[(\[]|\b\d{4}\s?[-–/]\s?)$",
    re.IGNORECASE,
)
_YEAR_NOUN = re.compile(
    r"\s{1,2}(?:[a-z]+(?:al|ary|ial|ic|ed)\s{1,2}){0,2}(?:elections?|presidential|campaign|vote|race"
    r"|referendum|census|budget|constitution|census|war|coup|revolution|protests?|uprising|nominee"
    r"|election cycle|cycle|primary|primaries|caucuses|ballot|debate|season|attacks?|law|agreement"
    r"|report|book|film|study|interview|speech|census|convention|midterms?)\b"
)
_YEAR_COUNTS = re.compile(
    rf"\s{{1,2}}(?:{COUNTED}|(?!was|is|has|as|its|this|his|elections|polls)[a-z]{{3,}}s\b)"
)


def bare_year(found: Found) -> Reading | None:
    year = int(found["year"])
    led = found.led(_YEAR_LED)
    if not led and not _YEAR_NOUN.match(found.after):
        return None
    if _YEAR_COUNTS.match(found.after) and not _YEAR_NOUN.match(found.after):
        return None
    if led and led[0].lower().startswith("and") and not re.search(r"\d{4} and $", found.before):
        return None
    if year < 1800 and not re.match(r"\s?(?:[.,;:)\]—–]|$)", found.after):
        return None
    return Reading(f"{year:04d}")


def years(found: Found) -> Reading | None:
    """From one year to another."""
    first, last = int(found["year"]), int(found["last"])
    return Reading(f"{first:04d}/{last:04d}") if 1000 <= first < last <= 2100 else None


def decade(found: Found) -> Reading | None:
    return Reading(f"{found['year'][:3]}X")


def season(found: Found) -> Reading | None:
    name = found["season"].lower().replace("fall", "autumn")
    code = next(code for code, season in SEASONS.items() if season == name)
    return Reading(f"{found['year']}-{code}")


def anniversary(found: Found) -> Reading | None:
    return Reading("", "for", "a number of years, not a date")


def election_day(found: Found) -> Reading | None:
    return Reading("", note="the day of the vote")
