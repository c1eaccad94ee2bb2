"""Expressions of units: "prošle godine", "krajem marta", "pre tri dana", "na proleće"."""

from __future__ import annotations

from datetime import date, timedelta

from tui.extract.languages import recognition
from tui.extract.languages.sr.letters import latin
from tui.extract.languages.sr.times import calendar
from tui.extract.languages.sr.times.context import TimeContext, TimeReading
from tui.extract.languages.sr.times.words import (
    BEFORE_SEASON,
    HALVES,
    QUARTERS,
    by_word,
    months,
    numbers,
    ordinals,
    weekdays,
)

_MIDDLE = {"21": 4, "22": 7, "23": 10, "24": 1}
"""A month of each season."""


def month(words: TimeContext, at: int) -> TimeReading | None:
    """ "u maju", "u aprilu prošle godine", "u maju ili junu"."""
    if words.key(at) in ("maj", "mart", "jun", "jul") and not _month_follows(words, at):
        return None
    number = months()[words.key(at)]
    last, year, told = words.year_behind(at + 1)
    if year is None:
        year = words.year_of(at, number, 15, True)
    if year is None:
        return TimeReading(last, "", False, "month")
    edtf = f"{year:04d}-{number:02d}"
    if last == at + 1 and words.key(last) in ("ili", "i") and words.key(last + 1) in months():
        other = months()[words.key(last + 1)]
        if other > number:
            return TimeReading(last + 2, f"{edtf}/{year:04d}-{other:02d}", False, "months")
    return TimeReading(last, edtf, told, "month")


def _month_follows(words: TimeContext, at: int) -> bool:
    return words.key(at - 1) in ("u", "za", "od", "do", "iz") or words.is_year(at + 1)


def which(words: TimeContext, at: int) -> TimeReading | None:
    """ "prošle godine", "iduće nedelje", "ovog meseca"."""
    shift = int(by_word("which")[words.key(at)])
    day = words.day
    if not words.joined(at + 1):
        return None
    if words.key(at + 1) in by_word("seasons"):
        season = by_word("seasons")[words.key(at + 1)]
        return TimeReading(at + 2, f"{day.year + shift}-{season}" if day else "", False, "season")
    if words.key(at + 1) in weekdays() and words.key(at + 1) not in by_word("units"):
        if not shift or day is None:
            return None
        number = weekdays()[words.key(at + 1)]
        away = (number - day.weekday()) % 7 if shift > 0 else -((day.weekday() - number) % 7)
        return TimeReading(at + 2, calendar.shifted(day, away or 7 * shift), False, "weekday")
    unit = by_word("units").get(words.key(at + 1))
    if unit is None:
        return None
    return TimeReading(at + 2, _unit(day, unit, shift), False, unit)


def _unit(day: date | None, unit: str, shift: int) -> str:
    if day is None:
        return ""
    if unit == "year":
        return str(day.year + shift)
    if unit == "month":
        return calendar.month_from(day, shift)
    if unit == "weekend":
        return calendar.weekend(day, shift)
    return calendar.week(day, shift)


def part(words: TimeContext, at: int) -> TimeReading | None:
    """ "krajem prošle godine", "početkom marta", "do kraja godine"."""
    begins = by_word("parts")[words.key(at)]
    behind = at + 1
    if not words.joined(behind):
        return None
    if words.key(behind) in months():
        found = month(words, behind)
        return found and found._replace(rule="part")
    if words.key(behind) in by_word("seasons"):
        return season(words, behind, True)
    last, year, told = words.year_behind(behind)
    if year is None and words.day is not None and words.key(behind) in ("godine", "leta"):
        last, year, told = behind + 1, words.day.year, False
    if year is not None:
        edtf = {"begin": f"{year}-01", "end": f"{year}-12"}.get(begins, str(year))
        return TimeReading(last, edtf, told, "part")
    if words.key(behind) in by_word("which"):
        found = which(words, behind)
        return found and found._replace(rule="part")
    unit = by_word("units").get(words.key(behind))
    if unit in ("month", "week") and words.day is not None:
        return TimeReading(behind + 1, _unit(words.day, unit, 0), False, "part")
    return None


def year_word(words: TimeContext, at: int) -> TimeReading:
    """ "lani", "dogodine"."""
    shift = int(by_word("years")[words.key(at)])
    return TimeReading(at + 1, str(words.day.year + shift) if words.day else "", False, "year")


def season(words: TimeContext, at: int, behind_part: bool = False) -> TimeReading | None:
    if not behind_part and words.key(at - 1) not in BEFORE_SEASON:
        return None
    told_season = by_word("seasons")[words.key(at)]
    last, year, told = words.year_behind(at + 1)
    if year is None:
        year = words.year_of(at, _MIDDLE[told_season], 15)
    return TimeReading(last, f"{year}-{told_season}" if year else "", told, "season")


def season_past(words: TimeContext, at: int) -> TimeReading:
    """ "letos", "zimus": the last one."""
    told_season = by_word("seasons_past")[words.key(at)]
    day = words.day
    if day is None:
        return TimeReading(at + 1, "", False, "season")
    first = {"21": 3, "22": 6, "23": 9, "24": 1}[told_season]
    year = day.year if day.month >= first else day.year - 1
    return TimeReading(at + 1, f"{year}-{told_season}", False, "season")


def quarter(words: TimeContext, at: int) -> TimeReading | None:
    """ "u prvom tromesečju", "u drugoj polovini 2023."."""
    number = ordinals()[words.key(at)]
    of = words.key(at + 1)
    if of not in QUARTERS and of not in HALVES:
        return None
    length = 3 if of in QUARTERS else 6
    last, year, told = words.year_behind(at + 2)
    if year is None and words.key(last) in months():
        found = month(words, last)
        return found and found._replace(rule="part")
    if number * length > 9:
        return None
    first = length * number + 1
    if year is None:
        if of in HALVES and of.startswith("pol") and words.key(last) != "godine":
            return None  # "u prvoj polovini mandata"
        last += words.key(last) == "godine"
        year = words.year_of(at, first + 1, 15)
    edtf = f"{year}-{first:02d}/{year}-{first + length - 1:02d}" if year else ""
    return TimeReading(last, edtf, told, "quarter")


def ago(words: TimeContext, at: int) -> TimeReading | None:
    """ "pre tri dana", "prije dva tjedna", "pre mesec dana"."""
    if words.key(at + 1) in by_word("seasons"):
        return None
    found = length(words, at + 1)
    if found is None:
        return None
    last, number, unit = found
    if words.key(last) in ("toga", "tog", "izbora", "pocetka", "kraja") or words.day is None:
        return None
    return TimeReading(last, away(words.day, -number, unit), False, "ago")


def length(words: TimeContext, at: int) -> tuple[int, int, str] | None:
    """A number of days, weeks, months or years: one past its words, the number, the unit."""
    word = words.key(at)
    if words.key(at + 1) == "dana" and words.joined(at + 1) and word in by_word("single"):
        return at + 2, 1, by_word("single")[word]
    number = int(word) if word.isdigit() and len(word) < 4 else numbers().get(word)
    if word in ("dan", "vece", "noc"):
        return at + 1, 1, "day"
    if number is None or not words.joined(at + 1, (" ",)):
        return None
    unit = by_word("lengths").get(words.key(at + 1))
    return (at + 2, number, unit) if unit else None


def away(day: date, number: int, unit: str) -> str:
    """What lies some days, weeks, months or years from a day, as exactly as that tells."""
    if unit == "day":
        return calendar.shifted(day, number)
    if unit == "week":
        return f"{(day + timedelta(weeks=number)).isoformat()}~"
    if unit == "month":
        return calendar.month_from(day, number)
    return str(day.year + number)


def decade(words: TimeContext, at: int) -> TimeReading | None:
    """ "devedesetih godina"."""
    if not words.key(at + 1).startswith("godin"):
        return None
    return TimeReading(at + 2, by_word("decades")[words.key(at)], True, "decade")


def easter(words: TimeContext, at: int) -> TimeReading | None:
    """ "od Uskrsa": in Croatian that of the western churches, in Serbian of the eastern, which
    alone have a "Vaskrs"."""
    if not words.words[at].capital or words.day is None:
        return None
    last, year, told = words.year_behind(at + 1)
    eastern = by_word("easter")[words.key(at)] == "eastern" or _is_eastern(words.text)
    if eastern is None:
        return TimeReading(last, "", False, "holiday")
    year = year or words.year_of(at, 4, 15) or words.day.year
    day = calendar.easter(year, eastern)
    return TimeReading(last, day.isoformat(), told, "holiday")


def _is_eastern(text: str) -> bool | None:
    """Whether a text counts as the eastern churches do; None where it does not tell. Croatian
    may be written in Cyrillic letters as well."""
    if recognition.primary(recognition.of(latin(text))) == "hr":
        return False
    return recognition.primary(recognition.of(text)) in ("sr", "cnr") or None


def holiday(words: TimeContext, at: int) -> TimeReading | None:
    """ "na Vidovdan", "posle Nove godine"."""
    day = by_word("holidays").get(words.key(at))
    last = at + 1
    if words.key(at) in ("nove", "novu"):
        if words.key(last) not in ("godine", "godinu") or words.key(at - 1) not in BEFORE_SEASON:
            return None
        day, last = "01-01", last + 1
    if day is None or not words.words[at].capital or (last == at + 1 and words.opens(at)):
        return None
    behind, year, told = words.year_behind(last)
    number_of_month, number = map(int, day.split("-"))
    if year is None:
        year = words.year_of(at, number_of_month, number)
    return TimeReading(behind, f"{year}-{day}" if year else "", told, "holiday")
