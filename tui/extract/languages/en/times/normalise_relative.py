"""What times mean that count from the day of the report: "yesterday" and "two weeks ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tui.extract.languages.en.times.normalise import DateMatch, TimeValue
from tui.extract.languages.en.times.words import ORDINALS, between, months_off, number, week
from tui.extract.text.late_pattern import late

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
_FIGURATIVE = late(
    r"['’]s\s{1,2}(?:world|society|economy|age|generation|youth|standards?|politics|environment"
    r"|climate|culture|America|leaders|children|Republican|Democratic|voters)\b"
)
_SHOW_BEFORE = late(r"\b(?:USA|Russia|Europe|India|Serbia|Entertainment|The)\s$")
_SHOW_AFTER = late(r"[\"”’',]{0,2}\s(?:[Ss]how|[Pp]rogramme?)\b")
"""What makes "Today" or "Tonight" the name of a paper or a programme."""


def day_word(found: DateMatch) -> TimeValue | None:
    words = " ".join(found["word"].lower().split())
    if _FIGURATIVE.match(found.match.group()[len(words) :] + found.after):
        return None
    if found.led(_SHOW_BEFORE) or _SHOW_AFTER.match(found.after):
        return None
    if found["word"][1:] != found["word"][1:].lower():
        return None
    off = _DAYS_OFF[words]
    return TimeValue(
        lambda published: (published + timedelta(days=off)).isoformat(),
        note=f"{abs(off)} day(s) {'before' if off < 0 else 'after'} the report"
        if off
        else "the day of the report",
    )


_SUNDAY = 6


def week_month_or_year(found: DateMatch) -> TimeValue | None:
    which, unit = found["which"].lower().split()[-1], found["unit"].lower()
    if found["unit"] != unit or (not found["part"] and found.before.lower().endswith("the ")):
        # "This Week" is a programme, and "the next week" counts from elsewhere.
        return None
    off = {"last": -1, "this": 0, "next": 1}[which]
    part = found["part"].lower().strip()

    def at(published: date) -> str:
        if unit == "week":
            if not off and published.weekday() == _SUNDAY and not found.happened:
                # On a Sunday it is as often the one that begins.
                return between(*week(published, 1)) if found.lean == "future" else ""
            monday, sunday = week(published, off)
            if not off and part == "earlier":
                sunday = published
            elif not off and part == "later":
                monday = published
            return between(monday, sunday)
        return months_off(published, off) if unit == "month" else f"{published.year + off:04d}"

    said = {-1: "before that of", 0: "of", 1: "after that of"}[off]
    return TimeValue(at, note=f"the {unit} {said} the report")


def part_of_unit(found: DateMatch) -> TimeValue | None:
    """ "The end of the year", "later in the month", "year-end": of that of the report, unless
    another is told before."""
    unit = found["unit"] or found["whole"] or found["now"]

    def at(published: date) -> str:
        if unit == "week":
            return between(*week(published))
        if unit == "month":
            return months_off(published, 0)
        over = found.happened and published.month <= 3
        return f"{published.year - over:04d}"

    return TimeValue(at, note=f"the {unit} of the report")


def _back(published: date, count: int, unit: str) -> str:
    if unit in ("day", "night"):
        return (published - timedelta(days=count)).isoformat()
    if unit == "week":
        return (published - timedelta(weeks=count)).isoformat() + "~"
    if unit == "month":
        return months_off(published, -count)
    return f"{published.year - count * (10 if unit == 'decade' else 1):04d}"


def ago(found: DateMatch) -> TimeValue | None:
    unit = found["unit"].lower()
    if not found["number"] or unit in ("hour", "weekend"):
        return TimeValue("", note=f"some {unit}s before the report")
    count = number(found["number"])

    def at(published: date) -> str:
        edtf = _back(published, count, unit)
        rough = found["roughly"] or (unit == "decade")
        return f"{edtf}~" if rough and not edtf.endswith("~") else edtf

    return TimeValue(at, note=f"{found.match.group()}, counted from the report")


def in_a_row(found: DateMatch) -> TimeValue | None:
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
        return TimeValue("", "frequency", note)
    return TimeValue(
        lambda published: between(published - timedelta(days=count - 1), published),
        "frequency",
        note,
    )


def past_length(found: DateMatch) -> TimeValue | None:
    unit, count = found["unit"].lower(), number(found["number"] or "one")

    def until_now(published: date) -> str:
        begin = _back(published, count, unit).rstrip("~")
        end = published.isoformat()
        return f"{begin}/{end[: len(begin)]}"

    if unit in ("hour", "weekend") or re.match(r"\s(?:of|before)\b", found.after):
        return TimeValue("", "for", "a length of time, not a date")
    return TimeValue(until_now, "for", f"{count} {unit}(s) up to the report")


def length(found: DateMatch) -> TimeValue | None:
    if re.match(r"[-\s]{1,2}olds?\b|['’]", found.after):
        return None
    return TimeValue("", "for", "a length of time, not a date")


def elsewhere(found: DateMatch) -> TimeValue | None:
    return TimeValue("", note="counted from another day in the text")
