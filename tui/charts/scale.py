"""From days to cells and back: units, zoom, and long stretches of nothing folded.

Days are ordinals, as ``date.toordinal`` counts them. A *bin* is a calendar day, week
(Monday to Sunday), month, year, decade or century, numbered from the beginning of the
calendar on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year", "decade", "century"]
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year", "decade", "century")

FIRST, LAST = date.min.toordinal(), date.max.toordinal()

FOLD = 3
"""The cells of a folded stretch."""
EMPTY_CELLS, EMPTY_BINS = 12, 4
"""A stretch that holds nothing is folded when it is longer than both of these."""


class Zoom(NamedTuple):
    """How long the time is that a bin takes, and how many cells it has."""

    unit: Unit
    cells: int


ZOOMS = (
    Zoom("century", 1),
    Zoom("decade", 1),
    Zoom("year", 1),
    Zoom("year", 3),
    Zoom("month", 1),
    Zoom("month", 2),
    Zoom("week", 1),
    Zoom("week", 2),
    Zoom("day", 1),
    Zoom("day", 2),
    Zoom("day", 4),
    Zoom("day", 8),
)
"""From far to near."""


def bin_of(unit: Unit, day: int) -> int:
    """The bin that a day is in."""
    if unit == "day":
        return day
    if unit == "week":
        return (day - 1) // 7  # the first day of the calendar is a Monday
    when = date.fromordinal(day)
    match unit:
        case "month":
            return when.year * 12 + when.month - 1
        case "year":
            return when.year
        case "decade":
            return when.year // 10
    return when.year // 100


def first_day(unit: Unit, number: int) -> int:
    """The first day of a bin; of one outside the calendar, the calendar's own end."""
    if unit == "day":
        return min(max(number, FIRST), LAST)
    if unit == "week":
        return min(max(number * 7 + 1, FIRST), LAST)
    month = 0
    match unit:
        case "month":
            number, month = divmod(number, 12)
        case "decade":
            number *= 10
        case "century":
            number *= 100
    if number > date.max.year:
        return LAST + 1
    return date(max(number, 1), month + 1, 1).toordinal()


def last_day(unit: Unit, number: int) -> int:
    """The last day of a bin."""
    return min(max(first_day(unit, number + 1) - 1, first_day(unit, number)), LAST)


class Stretch(NamedTuple):
    """Bins from ``first`` to ``last`` (both included) that begin at a cell. A folded one
    has the cells of a fold however many bins it hides."""

    start: int
    first: int
    last: int
    folded: bool


@dataclass(frozen=True)
class Scale:
    """The cells of a period. Without any stretch it has none."""

    zoom: Zoom
    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, days: Iterable[int], zoom: Zoom) -> Scale:
        """The scale on which these days, and all between them, have their cells."""
        kept = sorted({bin_of(zoom.unit, day) for day in days})
        if not kept:
            return cls(zoom, ())
        most = max(EMPTY_BINS, EMPTY_CELLS // zoom.cells)
        stretches: list[Stretch] = []
        start, begin = 0, kept[0]
        for before, after in pairwise(kept):
            if after - before - 1 <= most:
                continue
            stretches.append(Stretch(start, begin, before, folded=False))
            start += (before - begin + 1) * zoom.cells
            stretches.append(Stretch(start, before + 1, after - 1, folded=True))
            start += FOLD
            begin = after
        return cls(zoom, (*stretches, Stretch(start, begin, kept[-1], folded=False)))

    @cached_property
    def width(self) -> int:
        """The cells there are."""
        if not self.stretches:
            return 0
        last = self.stretches[-1]
        return last.start + (last.last - last.first + 1) * self.zoom.cells

    @cached_property
    def _firsts(self) -> Sequence[int]:
        return [stretch.first for stretch in self.stretches]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [stretch.start for stretch in self.stretches]

    def cell(self, day: int) -> int:
        """The first cell of the bin that a day is in; of a folded day, the fold's. Days
        outside the period have its first or last bin."""
        number = bin_of(self.zoom.unit, min(max(day, FIRST), LAST))
        at = max(0, bisect_right(self._firsts, number) - 1)
        stretch = self.stretches[at]
        if stretch.folded:
            return stretch.start
        number = min(max(number, stretch.first), stretch.last)
        return stretch.start + (number - stretch.first) * self.zoom.cells

    def stretch_at(self, cell: int) -> Stretch:
        """The stretch that a cell is in."""
        return self.stretches[max(0, bisect_right(self._starts, cell) - 1)]

    def bin_cells(self, cell: int) -> tuple[int, int]:
        """The cells from and up to (excluded) that belong together with a cell: those of
        its bin, or of its fold."""
        stretch = self.stretch_at(cell)
        if stretch.folded:
            return stretch.start, stretch.start + FOLD
        inside = (cell - stretch.start) // self.zoom.cells * self.zoom.cells
        return stretch.start + inside, stretch.start + inside + self.zoom.cells

    def days(self, cell: int) -> tuple[int, int]:
        """The first and the last day of what a cell stands for: its bin, or its fold."""
        cell = min(max(cell, 0), self.width - 1)
        stretch = self.stretch_at(cell)
        unit = self.zoom.unit
        if stretch.folded:
            return first_day(unit, stretch.first), last_day(unit, stretch.last)
        number = stretch.first + (cell - stretch.start) // self.zoom.cells
        return first_day(unit, number), last_day(unit, number)


def widest(days: Sequence[int], room: int) -> Zoom:
    """The nearest zoom at which the whole period has room; the farthest where none has."""
    for zoom in reversed(ZOOMS):
        if Scale.of(days, zoom).width <= room:
            return zoom
    return ZOOMS[0]
