"""Times that count from another in the text: "two days later", "that year", "a year earlier".

They count from the time told last before them, in their paragraph or the one before, if that is
fine enough to count from. A time that only dates what somebody says of it ("police said on
Monday") is passed over. Where nothing is told before, nothing is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from tui import dates
from tui.extract.findings import TimeMention
from tui.extract.languages.en.times.votes import told_by_the_way
from tui.extract.languages.en.times.words import SMALL, between, months_off, number, week
from tui.extract.text.late_pattern import late

_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(sorted(SMALL, key=len, reverse=True))})"
_COUNTED = late(
    rf"{_NUMBER}\s{{1,3}}(?P<unit>day|night|week|month|year)s?\s{{1,3}}"
    r"(?P<way>later|earlier|afterwards?|before|after)",
    re.IGNORECASE,
)
_NAMED = late(
    r"(?:the|that)\s{1,3}(?:(?P<way>next|following|previous|same)\s{1,3})?"
    r"(?P<unit>day|night|morning|evening|week|month|year)",
    re.IGNORECASE,
)
_WAYS = {"next": 1, "following": 1, "previous": -1, "same": 0, "": 0}
_BACK = frozenset(("earlier", "before"))
_DAYS = frozenset("day night morning evening".split())
_GOES_ON = late(r"\s{1,3}[^\W\d]")
"""What follows "two days before" where it counts from what is told there."""
_AS_ELSEWHERE = late(r"\s{1,3}(?:last|a|of|as|that|in)\b")
"""What follows "the same month" where that is of another year, or one told behind it."""
_SAID = late(
    r"\b(?:said|says|told|announced|reported|wrote|added|stated|tweeted)\b(?:\s[\w'’]+){0,3}\s{0,2}$"
)
_COMPARED = late(r"\b(?:from|than|with|to|against|over)\s(?:[\w$.,%]{1,12}\s){0,4}$|\d\S{0,8}\s$")
_PERIOD = late(r"\b(?:quarter|period|half|months?|weeks?)\b")
_MONTHS = late(r"(?:19|20)\d\d-\d\d/(?:19|20)\d\d-\d\d")
"""Several months, as those of a quarter."""
REACH = 400
"""Characters before a time within which the one is told that it counts from."""
_BEFORE = 60
_BREAK = late(r"\n\s*")


class _Step(NamedTuple):
    """So many days, weeks, months or years on, or back."""

    unit: str
    by: int
    compares: bool
    """Whether the words may compare with now ("from a year earlier")."""


def anchored(text: str, found: Sequence[TimeMention], days: Sequence[date]) -> list[TimeMention]:
    """The times of a text, those that count from another resolved where that is known. ``days``
    are those on which the text may have appeared."""
    made: list[TimeMention] = []
    for time in found:
        step = _step(text, time) if time.rule == "elsewhere" and not time.edtf else None
        if step is not None:
            time = _resolved(text, time, step, made, days)
        elif time.rule == "part-of-unit" and time.edtf:
            time = _of_year_told(text, time, made)
        elif time.rule == "weekday" and time.edtf:
            time = _told_already(text, time, made)
        made.append(time)
    return made


def _told_already(text: str, time: TimeMention, told: Sequence[TimeMention]) -> TimeMention:
    """ "Ahead of Saturday's march": the Saturday that was told just before with its date."""
    words = text[time.start : time.end]
    known = words.endswith(("'s", "’s")) or _BESIDE_EVENT.search(
        text, max(0, time.start - 12), time.start
    )
    day = _WEEKDAY.search(words)
    if not known or day is None:
        return time
    for each in reversed(told):
        if time.start - each.end > REACH:
            break
        dated = each.rule in ("month-day", "day-month") and dates.precision(each.edtf) == "day"
        if dated and day.group() in text[each.start : each.end]:
            return replace(time, edtf=each.edtf, note="the day that is told before")
    return time


def _of_year_told(text: str, time: TimeMention, told: Sequence[TimeMention]) -> TimeMention:
    """ "The end of the year", of the year that was told just before, if that is another."""
    anchor = _told_before(text, time, told)
    side, _ = _side(anchor.edtf, 1) if anchor and anchor.role == "at" else ("", "")
    first, slash, last = time.edtf.partition("/")
    plain = first if first != ".." else last
    if anchor is None or len(plain) != 4 or not side[:4].isdigit() or side[:4] == plain:
        return time
    edtf = f"{side[:4]}{slash}{last}" if first != ".." else f"..{slash}{side[:4]}"
    return replace(time, edtf=edtf, note=f"of {text[anchor.start : anchor.end]!r}")


_WEEKDAY = late("|".join(dates.WEEKDAYS))
_BESIDE_EVENT = late(r"\b(?:ahead of|before|after|during)\s{1,2}$")


def _step(text: str, time: TimeMention) -> _Step | None:
    if counted := _COUNTED.search(text, time.start, time.end):
        way, unit = counted["way"].lower(), counted["unit"].lower()
        if way in ("before", "after") and _GOES_ON.match(text, time.end):
            return None
        count = number(counted["number"])
        return _Step(unit, -count if way in _BACK else count, way == "earlier")
    named = _NAMED.search(text, time.start, time.end)
    if named and not (named["way"] == "same" and _AS_ELSEWHERE.match(text, time.end)):
        return _Step(named["unit"].lower(), _WAYS[(named["way"] or "").lower()], False)
    return None


def _resolved(
    text: str, time: TimeMention, step: _Step, told: Sequence[TimeMention], days: Sequence[date]
) -> TimeMention:
    anchor = _told_before(text, time, told)
    if anchor is not None and _MONTHS.fullmatch(anchor.edtf) and step.unit == "year":
        sides = [_shifted(side, step.by) for side in anchor.edtf.split("/")]
        return replace(time, edtf="/".join(sides), basis="resolved", note="the same months")
    if anchor is not None:
        side, mark = _side(anchor.edtf, step.by)
        edtf = _moved(side, step) if side else ""
        if edtf:
            words = " ".join(text[anchor.start : anchor.end].split())
            return replace(
                time, edtf=_marked(edtf, mark), basis=anchor.derived, note=f"counted from {words!r}"
            )
        return time
    before = text[max(0, time.start - REACH) : time.start]
    sentence = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
    years = {day.year for day in days}
    compares = step.compares and step.unit == "year" and _COMPARED.search(before)
    if not compares or len(years) != 1 or _PERIOD.search(sentence):
        return time
    note = "compared with the day of the report"
    return replace(time, edtf=f"{years.pop() + step.by:04d}~", basis="resolved", note=note)


def _shifted(month: str, years: int) -> str:
    return f"{int(month[:4]) + years:04d}{month[4:]}"


def _told_before(text: str, time: TimeMention, told: Sequence[TimeMention]) -> TimeMention | None:
    """The time told last before another, in its paragraph or the one before."""
    for each in reversed(told):
        between_them = text[each.end : time.start]
        if len(between_them) > REACH or len(_BREAK.findall(between_them)) > 1:
            return None
        if each.role in ("for", "frequency"):
            continue
        if _SAID.search(text, max(0, each.start - _BEFORE), each.start):
            continue
        if ". " in between_them and told_by_the_way(text, each):
            continue  # "the largest rally since May", "the October 6 election"
        return each
    return None


def _side(edtf: str, count: int) -> tuple[str, str]:
    """The side of a date from which one counts on, or back, and its mark if it has one."""
    sides = [side for side in edtf.split("/") if side not in ("", "..")]
    if not sides:
        return "", ""
    side = sides[0] if count < 0 else sides[-1]
    plain = side.rstrip("?~%")
    return plain, side[len(plain) :]


def _moved(side: str, step: _Step) -> str:
    """A day, month or year with a step added; "" where it is not fine enough for that."""
    precision = dates.precision(side)
    unit, count = step.unit, step.by
    try:
        if unit == "year" and precision in ("day", "month", "year"):
            year = int(side[:4]) + count
            return f"{year:04d}" if 1000 <= year <= 2100 else ""
        if unit == "month" and precision in ("day", "month"):
            return months_off(date(int(side[:4]), int(side[5:7]), 1), count)
        if precision != "day":
            return ""
        day = date.fromisoformat(side)
        if unit in _DAYS:
            return (day + timedelta(days=count)).isoformat()
        if not count or (abs(count) == 1 and not step.compares):
            return between(*week(day, count)) if unit == "week" else ""
        return (day + timedelta(weeks=count)).isoformat() + "~"
    except (OverflowError, ValueError):
        return ""


def _marked(edtf: str, mark: str) -> str:
    return edtf if not mark or edtf.endswith("~") or "/" in edtf else f"{edtf}{mark}"
