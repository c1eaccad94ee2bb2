"""What is written under a line of time: dates that never run into one another.

A label is as short as what stands before it allows: "18" after "Dec 2023", "Jan 2024" where
no year was said yet, or another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from tui.charts.scale import Scale, Stretch, Unit
from tui.dates import MONTHS

GAP = 2
"""Cells between two labels, at least; one behind how long a fold is, which belongs to the date
at its end."""

Span = tuple[int, int]
Grain = Literal["opening", "year", "month", "day", "fold"]

FIRST, YEAR, MONTH, FOLDED, FINE, FINEST = range(6)
"""What a label is worth; where room is short the least goes first."""


class Wish(NamedTuple):
    """A label that would like to stand at a cell: what it tells, in forms from short to long."""

    worth: int
    at: int
    grain: Grain
    day: date
    forms: tuple[str, ...]


class Label(NamedTuple):
    """A text at a cell."""

    at: int
    text: str


class Known(NamedTuple):
    """What the labels have said so far: the year, and the month in it."""

    year: int = 0
    month: int = 0


def labels(scale: Scale, offset: int, room: int, taken: Sequence[Span] = ()) -> list[Label]:
    """The labels under the cells from ``offset`` on, ``room`` of them, from left to right.

    ``taken`` are cells, counted from the offset, that are written on already (end excluded).
    """
    chosen: dict[Span, Wish] = {}
    for wish in sorted(_wishes(scale, offset, room), key=lambda wish: wish[:2]):
        span = _span(wish, wish.forms[0], offset)
        if _inside(span, room) and _free(span, [*taken, *chosen]):
            chosen[span] = wish
    return _worded(chosen, offset, room, taken)


def _worded(chosen: dict[Span, Wish], offset: int, room: int, taken: Sequence[Span]) -> list[Label]:
    """The chosen labels in the words that their place in the row asks for."""
    found: list[Label] = []
    known = Known()
    ahead = sorted(chosen)
    behind = [*taken]
    while ahead:
        span = ahead.pop(0)
        wish = chosen[span]
        for form in _forms(wish, known):
            wider = _span(wish, form, offset)
            # What is worth less goes, where a date would be ambiguous otherwise. One that
            # follows a fold within its year has no other form, and may be left out.
            again = wish.grain == "opening" and known.year == wish.day.year
            needed = form is _forms(wish, known)[-1] and not again
            weaker = [each for each in ahead if chosen[each].worth >= wish.worth and needed]
            rest = [each for each in ahead if _free(wider, [each]) or each not in weaker]
            if _inside(wider, room) and _free(wider, [*behind, *rest]):
                ahead = rest
                behind.append(wider)
                found.append(Label(wider[0], form))
                known = _after(known, wish, form)
                break
    return found


def _forms(wish: Wish, known: Known) -> tuple[str, ...]:
    """What a label may say after what is known, the best first."""
    year, month = known.year == wish.day.year, known == (wish.day.year, wish.day.month)
    match wish.grain, wish.forms:
        case "month", (bare, whole):
            return (bare,) if year else (whole,)
        case "day", (bare, dated, whole):
            return (bare,) if month else (dated,) if year else (whole,)
        case "opening", (_bare, _dated, whole) if year:
            # A month alone would be read together with the year behind it.
            return (whole,)
    return wish.forms[::-1]


def _after(known: Known, wish: Wish, form: str) -> Known:
    if wish.grain == "fold":
        return known
    spelt = any(letter.isalpha() for letter in form)
    month = wish.day.month if spelt or wish.grain == "day" else 0
    return Known(wish.day.year, month)


def _span(wish: Wish, form: str, offset: int) -> Span:
    # How long a fold is stands to the left of its end, where the next date begins.
    if wish.grain == "fold":
        start = wish.at - offset - len(form) + 1
        return start, start + len(form) - (GAP - 1)
    return wish.at - offset, wish.at - offset + len(form)


def _inside(span: Span, room: int) -> bool:
    return span[0] >= 0 and span[1] <= room


def _free(span: Span, used: Sequence[Span]) -> bool:
    return all(span[1] + GAP <= begin or span[0] >= end + GAP for begin, end in used)


def _wishes(scale: Scale, offset: int, room: int) -> Iterator[Wish]:
    end = min(offset + room, scale.width)
    for stretch in scale.stretches:
        if stretch.folded:
            at = stretch.start + 1
            if offset <= at < end:
                first, last = scale.days(at)
                forms = length_words(last - first + 1)
                yield Wish(FOLDED, at, "fold", date.fromordinal(first), forms)
            continue
        yield from _of_stretch(scale, stretch, offset, end)


def _of_stretch(scale: Scale, stretch: Stretch, offset: int, end: int) -> Iterator[Wish]:
    cells, unit = scale.zoom.cells, scale.zoom.unit
    bins = stretch.last - stretch.first + 1
    begin = max(0, -((stretch.start - offset) // cells))
    for number in range(begin, min(bins, -((stretch.start - end) // cells))):
        at = stretch.start + number * cells
        day = _named_by(*scale.days(at))
        month = MONTHS[day.month - 1][:3]
        whole = (f"{day.day}", f"{day.day} {month}", f"{day.day} {month} {day.year}")
        if number == begin:
            forms = (f"{day.year}", f"{month} {day.year}", whole[2])
            fine = {"day": 3, "week": 3, "month": 2}.get(unit, 1)
            yield Wish(FIRST, at, "opening", day, forms[:fine])
        elif (worth := _worth(unit, day, cells)) is not None:
            grain = _GRAINS[unit] if unit != "day" or day.day > 1 else "month"
            if unit == "month" and day.month == 1:
                grain = "year"
            by_grain = {"year": (f"{day.year}",), "month": (month, f"{month} {day.year}")}
            yield Wish(worth, at, grain, day, by_grain.get(grain, whole))


_GRAINS: dict[Unit, Grain] = {
    "day": "day",
    "week": "month",
    "month": "month",
    "year": "year",
    "decade": "year",
    "century": "year",
}


def _named_by(first: int, last: int) -> date:
    """The day that names a bin: its first, or the month's first that is in its week."""
    day = date.fromordinal(first)
    if last - first == 6 and day.day > 1:
        end = date.fromordinal(last)
        return end.replace(day=1) if end.month != day.month else day
    return day


def _worth(unit: Unit, day: date, cells: int) -> int | None:
    """How much the name of a bin is worth; None where it says too little."""
    match unit:
        case "day" if day.day == 1:
            return MONTH
        case "day" if day.weekday() == 0:
            return FINE
        case "day":
            return FINEST if cells > 2 else None
        case "week":
            return MONTH if day.day == 1 else None
        case "month":
            return YEAR if day.month == 1 else FINE if day.month % 3 == 1 else None
        case "year":
            return YEAR if day.year % 10 == 0 else FINE
    return YEAR if day.year % 100 == 0 else FINE


def length_words(days: int) -> tuple[str, str]:
    """How long so many days are, short and long: "9yr", "9 years"."""
    for length, short, word in ((365.25, "yr", "year"), (30.44, "mo", "month"), (7, "wk", "week")):
        number = int(days / length + 0.1)
        if number >= 2:
            return f"{number}{short}", f"{number} {word}s"
    return f"{days}d", f"{days} days"
