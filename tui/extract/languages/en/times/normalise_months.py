"""What the names of months, seasons and holidays mean."""

from __future__ import annotations

import re
from datetime import date

from tui.dates import MONTHS, SEASONS
from tui.extract.languages.en.times import holidays
from tui.extract.languages.en.times.normalise import DateMatch, TimeValue
from tui.extract.languages.en.times.words import MONTH, NAMES_TOO, month, nearest
from tui.extract.text.late_pattern import late


def month_and_year(found: DateMatch) -> TimeValue | None:
    year = int(found["year"])
    return TimeValue(f"{year:04d}-{month(found['month']):02d}") if 1000 <= year <= 2100 else None


_MONTH_LED = late(
    r"\b(in|since|until|till|by|during|last|next|this|early|late|mid|end of|from|of|for|through"
    r"|to|before|after|between|around|throughout|into|within|ended|began|started|all)[\s-]{1,3}$",
    re.IGNORECASE,
)
_PART_OF = late(
    r"\b(?:end|start|beginning|middle|close|rest|half|weeks?|days?|month) of\s{1,2}$", re.IGNORECASE
)
_BESIDE_MONTH = late(rf"\b{MONTH}\s(?:and|or|to|through|until)\s$")
_MONTH_NOUN = late(
    r"\s{1,2}(?!(?:on|for|of|to|in|and|or|at|by|was|is|were|has|had|with|from|that|will)\b)[a-z]{4,}\b"
)
_MONTH_OWNED = late(r"\b(?:the|its|their|an?|his|her|our|of|for)\s{1,2}$", re.IGNORECASE)
_BEFORE_WORDS = " \t\n\"'“‘„"
_MONTH_HAS = late(
    r"\s{1,2}(?:[a-z]+\s)?(?:sales|figures|data|results|vote|election|elections|referendum"
    r"|report|statistics|prices|exports|orders|deadline|meeting|crash|protests?)\b"
)
"""What a month has, where it opens a sentence."""
_IS_COUNTED = late(
    r"\s{1,2}(?:[a-z]+\s)?(?:sales|figures|data|results|statistics|prices|exports|orders)\b"
)
"""What is counted of a month when it is over."""
_CLEAR_LEADS = frozenset("in since until till last next this early late mid throughout".split())
_OF_YEAR = late(
    r"\s{1,2}(?:of\s)?(last|this|next|that|the same|the following|the previous)\syear\b",
    re.IGNORECASE,
)
_YEARS_OFF = {"last": -1, "this": 0, "next": 1}


def month_alone(found: DateMatch) -> TimeValue | None:
    named, which = month(found["month"]), found["which"].lower()
    led = found.led(_MONTH_LED)
    lead = led[1].lower() if led else ""
    owned = found.after[:2] in ("'s", "’s")
    part = found.match.group()[:4].lower() in ("earl", "late", "mid-", "mid ")
    beside = found.led(_BESIDE_MONTH) is not None
    named_by = found.led(_MONTH_OWNED) and _MONTH_NOUN.match(found.after)
    if part or beside or found.led(_PART_OF):
        pass
    elif named in NAMES_TOO:
        if owned or not (which or lead in _CLEAR_LEADS or named_by):
            return None
    elif not (which or lead or owned or named_by or found.led(_MONTH_OWNED)) and not (
        not found.before.strip(_BEFORE_WORDS) and _MONTH_HAS.match(found.after)
    ):
        return None
    short = found["month"].rstrip(".") not in MONTHS and not found["month"].isupper()
    if short and not (lead or part):
        return None

    told = _OF_YEAR.match(found.after)
    if told and told[1].lower() not in _YEARS_OFF:
        return TimeValue("", note=f"{MONTHS[named - 1]} of a year told elsewhere in the text")

    over = _IS_COUNTED.match(found.after) is not None

    def of_year(published: date) -> str:
        if told:
            return f"{published.year + _YEARS_OFF[told[1].lower()]:04d}-{named:02d}"
        here = published.replace(day=1)
        months = [date(published.year + off, named, 1) for off in (-1, 0, 1)]
        ahead = lead == "into" or found.lean == "future"
        if which == "this":
            months = [day for day in months if day.year == here.year]
        elif which == "next" or (ahead and not over and which != "last"):
            months = [day for day in months if day > here or (day == here and which != "next")]
        elif which == "last" or over:
            months = [day for day in months if day < here][-1:]
        elif found.happened:
            months = [day for day in months if day <= here]
        chosen = nearest(here, months, found.lean)
        return chosen.isoformat()[:7] if chosen else ""

    return TimeValue(of_year, note=f"{MONTHS[named - 1]} of a year that is not named")


def season(found: DateMatch) -> TimeValue | None:
    name = found["season"].lower().replace("fall", "autumn")
    code = next(code for code, season in SEASONS.items() if season == name)
    return TimeValue(f"{found['year']}-{code}")


_HALF_A_YEAR = 6
_BEGINS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def season_near(found: DateMatch) -> TimeValue | None:
    """ "Last fall", "this spring": the season's code, and the year in which it begins."""
    name = found["season"].lower().replace("fall", "autumn")
    which = found["which"].lower().split()[-1]
    code = next(code for code, season in SEASONS.items() if season == name)
    if re.match(r"\s(?:of|to|from|in|off|short|by)\b", found.after) and found["season"] == "fall":
        return None

    def of_year(published: date) -> str:
        year = published.year
        begun = published.month >= _BEGINS[name]
        going_on = begun and published.month < _BEGINS[name] + 3
        if which in ("last", "past"):
            year -= 0 if begun and not going_on else 1
        elif which == "next":
            year += 1 if begun else 0
        elif found.lean == "past" and not begun:
            # In May "this summer" is not that of the year before, whatever was said of it.
            year -= (published.month - _BEGINS[name]) % 12 < _HALF_A_YEAR
        return f"{year:04d}-{code}"

    return TimeValue(of_year, note=f"a {name} near the report")


_OF_THE_SEASON = late(
    r"[\s-]{1,2}(?:tree|trees|eve|season|shopping|holiday|holidays|card|cards|party|parade|present"
    r"|presents|gift|gifts|market|markets|carol|carols|dinner|sales|bonus|special|message|break)s?\b"
    r"|['’]s?\b",
    re.IGNORECASE,
)
_HOLIDAY_LED = late(
    r"\b(?:on|by|before|after|since|until|till|last|this|next|at|of|over|for|to)\s{1,2}$",
    re.IGNORECASE,
)


def holiday(found: DateMatch) -> TimeValue | None:
    name = " ".join(found["name"].lower().replace("’", "'").split())
    whole = name.endswith(("day", "eve", "sunday", "monday"))
    if _OF_THE_SEASON.match(found.after) or not (whole or found.led(_HOLIDAY_LED)):
        return None
    if found["year"]:
        return TimeValue(holidays.day_in(int(found["year"]), name).isoformat())

    def near(published: date) -> str:
        days = [holidays.day_in(published.year + off, name) for off in (-1, 0, 1)]
        chosen = nearest(published, days, found.lean)
        return chosen.isoformat() if chosen else ""

    return TimeValue(near, note=f"{found['name']} of a year that is not named")
