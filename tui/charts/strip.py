"""A chart of time in lines of cells: density, lanes, the line of time and its dates.

:class:`Plot` bins a chart once for a zoom and a division into lanes; its lines are then
made for whatever part of it is looked at, with or without something pointed at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import accumulate, compress
from typing import NamedTuple

from tui.charts.axis import labels
from tui.charts.marks import Dated, TimeMark
from tui.charts.scale import FOLD, Scale
from tui.charts.timeline import By, Lane, TimeChart
from tui.dates import MONTHS
from tui.glyphs import EIGHTHS
from tui.terminal_text import padded

HERE = "+here"
"""Behind the role of what is pointed at."""

LASTS, FADED, FOLDED, REPORT, POINTER = "━", "╌", "≈", "▴", "▲"
ONWARD, BACKWARD = "▸", "◂"
MORE_LEFT, MORE_RIGHT = "‹", "›"

MOST_DIGITS, MORE = 9, "+"
"""A lane in which no bin has more marks than these is drawn in numbers, another in blocks."""

LEGEND = (
    (FADED, "some time in this period; nobody says when"),
    (LASTS, "lasting all this time"),
    (FADED + ONWARD, "from then on; nobody says until when"),
    (REPORT, "an article was published"),
    (FOLDED * 3, "a stretch without events, folded"),
    (f"2 {MORE}", "the number of events, where there are more than nine; ▂▅█ where that is common"),
)
"""What the signs of the strip say, beside those of the events themselves."""

Runs = tuple[tuple[str, str], ...]
"""A line: texts, each with the role it plays (see the explorer's stylesheet), or ""."""


class Size(NamedTuple):
    """The room of a strip: its lines, its cells, and the cells of the names before them."""

    lines: int
    width: int
    gutter: int

    @property
    def room(self) -> int:
        """The cells of the chart itself."""
        return max(0, self.width - self.gutter)


class Pointed(NamedTuple):
    """The mark that is pointed at; ``undated`` when it is one that has no place."""

    mark: TimeMark | None = None
    undated: bool = False


NOTHING = Pointed()


class StripLine(NamedTuple):
    """A line of the strip. ``lane`` is what its cells count; None where they count nothing,
    or (``reports``) articles."""

    runs: Runs
    lane: Lane | None = None
    reports: bool = False


class Binned:
    """The marks of a lane in their cells. ``at`` gives every day its cell."""

    def __init__(self, lane: Lane, scale: Scale, at: Mapping[int, int]) -> None:
        self.lane = lane
        self.starts: Counter[int] = Counter()
        """How many begin in the bin at a cell, those that may be in several bins too."""
        self.sign: dict[int, Dated] = {}
        """The date whose last mark stands for what begins in the bin at a cell."""
        self.arrows: dict[int, str] = {}
        edges: dict[int, list[int]] = {}
        spread: Counter[int] = Counter()

        def cover(start: int, end: int, which: int) -> None:
            edges.setdefault(start, [0, 0])[which] += 1
            edges.setdefault(end, [0, 0])[which] -= 1

        wide = scale.zoom.cells
        for dated in lane.marks.dated:
            (begins, ends, dating, _doubtful), many = dated.placing, len(dated.places)
            first, last = at[begins], at[ends]
            self.starts[first] += many
            self.sign[first] = dated
            if dating == "since":
                cover(first, min(first + wide + 1, scale.width), 1)
                self.arrows.setdefault(min(first + wide + 1, scale.width - 1), ONWARD)
            elif dating == "until":
                cover(max(0, first - 1), first, 1)
                self.arrows.setdefault(max(0, first - 2), BACKWARD)
            elif last > first:
                cover(first, last + wide, dating == "some")
                spread[first] += many if dating == "some" else 0
        # Years without a day all begin on the first of January: they set no measure.
        self.most = max((self.starts[cell] - spread[cell] for cell in self.starts), default=0)
        """The most that are in one bin for certain."""
        self._edges = sorted(edges)
        self._solid = list(accumulate(edges[cell][0] for cell in self._edges))
        self._faded = list(accumulate(edges[cell][1] for cell in self._edges))

    def bar(self, cell: int) -> str:
        """What goes through a cell: something that lasts, something uncertain, or nothing."""
        at = bisect_right(self._edges, cell) - 1
        if at < 0:
            return ""
        return LASTS if self._solid[at] > 0 else FADED if self._faded[at] > 0 else ""


@dataclass(frozen=True, eq=False)
class Plot:
    """A chart at one zoom, divided one way; ``lanes`` are as many as are drawn."""

    chart: TimeChart
    scale: Scale
    by: By = "together"
    most_lanes: int = 1

    def divided(self, by: By, most_lanes: int) -> Plot:
        """The same chart at the same zoom, divided another way."""
        other = replace(self, by=by, most_lanes=most_lanes)
        for name in ("at", "begun", "most", "reports"):
            if name in self.__dict__:
                other.__dict__[name] = self.__dict__[name]
        return other

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        return self.chart.lanes(self.by, self.most_lanes, dated=True)

    @cached_property
    def at(self) -> Mapping[int, int]:
        """The cell of every day on which something begins or ends."""
        return {day: self.scale.cell(day) for day in self.chart.days}

    @cached_property
    def binned(self) -> tuple[Binned, ...]:
        return tuple(Binned(lane, self.scale, self.at) for lane in self.lanes)

    @cached_property
    def begun(self) -> Counter[int]:
        """How many events are in the bin at a cell: those that are in it for certain, or
        begin there; not those that may be in several bins."""
        counts: Counter[int] = Counter()
        for (first, last, dating, _doubtful), places in self.chart.marks.dated:
            counts[self.at[first]] += len(places)
            if dating == "some" and self.at[first] != self.at[last]:
                counts[self.at[first]] -= len(places)
        return counts

    @cached_property
    def most(self) -> int:
        """The most events of any bin."""
        return max(self.begun.values(), default=0)

    @cached_property
    def reports(self) -> frozenset[int]:
        """The cells in which an article appears."""
        return frozenset(map(self.scale.cell, self.chart.reports.firsts))

    @cached_property
    def _most_of_lanes(self) -> int:
        return max((binned.most for binned in self.binned), default=0)

    # -------------------------------------------------------------------------- lines

    def lines(self, size: Size, offset: int = 0, pointed: Pointed = NOTHING) -> list[StripLine]:
        """The strip from cell ``offset`` on, as many lines as the size has; one where nothing
        has a date, how many that are."""
        if not self.chart.days:
            return [self._dates(size, offset, pointed)][: size.lines]
        density, lanes, rule, dated = arranged(size.lines, len(self.lanes))
        made: list[StripLine] = []
        everything = self.chart.lanes("together")[0]
        for row in range(density):
            name = self._density_name(size.gutter - 1) if row == density - 1 else ""
            cells = self._density(offset, size.room, row, density)
            made.append(self._line(size, (name, ".dim"), cells, offset, pointed, everything))
        for binned in self.binned[:lanes]:
            lane = binned.lane
            mark = pointed.mark
            role = ".strong" if mark and len(self.lanes) > 1 and mark in lane.marks else ".dim"
            name = _named(lane.name, len(lane.marks), size.gutter - 1)
            cells = self._lane(binned, offset, size.room)
            made.append(self._line(size, (name, role), cells, offset, pointed, lane))
        if rule:
            count = len(self.chart.reports)
            noun = "report" if count == 1 else "reports"
            name = _named(f"{REPORT} {noun}", count, size.gutter - 1)
            cells = self._rule(offset, size.room)
            made.append(self._line(size, (name, ".dim"), cells)._replace(reports=True))
        if dated:
            made.append(self._dates(size, offset, pointed))
        return made

    def _line(
        self,
        size: Size,
        name: tuple[str, str],
        cells: Iterable[tuple[str, str]],
        offset: int = 0,
        pointed: Pointed = NOTHING,
        lane: Lane | None = None,
    ) -> StripLine:
        """A name and the cells after it, those of what is pointed at marked."""
        row = list(cells)
        if pointed.mark is not None:
            first, end = self.extent(pointed.mark)
            for at in range(max(0, first - offset), min(len(row), end - offset)):
                letter, role = row[at]
                # A block that is reversed, as sixteen colours do, would be a hole.
                if letter not in EIGHTHS[1:]:
                    row[at] = (letter, role + HERE)
        named = ((padded(name[0], size.gutter), name[1]),) if size.gutter else ()
        return StripLine((*named, *_joined(row)), lane)

    def extent(self, mark: TimeMark) -> tuple[int, int]:
        """The cells of a mark, the end excluded."""
        first = self.scale.bin_cells(self.scale.cell(mark.first))
        last = self.scale.bin_cells(self.scale.cell(mark.last))
        return first[0], last[1]

    def around(self, cell: int, lane: Lane | None = None) -> list[TimeMark]:
        """The marks of a lane, or all, that may be in the time that a cell stands for."""
        marks = self.chart.marks if lane is None else lane.marks
        return [*marks.within(*self.scale.days(cell))]

    def beginning(self, cell: int, lane: Lane | None = None) -> list[TimeMark]:
        """The marks of a lane, or all, that begin nearest to a cell: in its own bin, where
        any does."""
        marks = self.chart.marks if lane is None else lane.marks

        def far(day: int) -> int:
            first, end = self.scale.bin_cells(self.scale.cell(day))
            return max(first - cell, cell - end + 1, 0)

        distances = [far(day) for day in marks.firsts]
        nearest = min(distances, default=0)
        dated = compress(marks.dated, map(nearest.__eq__, distances))
        return [marks.one(each, at) for each in dated for at in range(len(each.places))]

    def _density_name(self, room: int) -> str:
        unit = f"by {self.scale.zoom.unit}"
        full = f"{unit}, most {self.most:,}"
        return full if len(full) <= room else unit

    def _density(self, offset: int, room: int, row: int, rows: int) -> Iterator[tuple[str, str]]:
        scale, most = self.scale, self.most
        for cell in range(offset, min(offset + room, scale.width)):
            first, stop = scale.bin_cells(cell)
            # Where a bin has room, a gap tells it from the next.
            between = stop - first > FOLD and cell == stop - 1
            count = self.begun[first] if most and not between else 0
            eighths = -(-count * 8 * rows // most) if count else 0
            filled = min(8, max(0, eighths - 8 * (rows - 1 - row)))
            yield EIGHTHS[filled], ".bar"

    def _lane(self, binned: Binned, offset: int, room: int) -> Iterator[tuple[str, str]]:
        scale = self.scale
        for cell in range(offset, min(offset + room, scale.width)):
            first = scale.bin_cells(cell)[0]
            count = binned.starts[first]
            if count and binned.most > MOST_DIGITS:
                yield EIGHTHS[min(8, -(-count * 8 // self._most_of_lanes))], ".bar"
            elif count and cell == first:
                mark = binned.lane.marks.one(binned.sign[first], -1)
                faded = mark.dating == "some" and self.scale.cell(mark.last) != first
                doubtful = count == 1 and (faded or mark.doubtful)
                number = str(count) if count <= MOST_DIGITS else MORE
                yield (mark.sign if count == 1 else number), ".dim" if doubtful else ".event"
            elif cell in binned.arrows:
                yield binned.arrows[cell], ".dim"
            elif bar := binned.bar(cell):
                yield bar, ".event" if bar == LASTS else ".dim"
            else:
                yield " ", ""

    def _rule(self, offset: int, room: int) -> Iterator[tuple[str, str]]:
        scale = self.scale
        end = min(offset + room, scale.width)
        for cell in range(offset, end):
            if cell == offset and offset > 0:
                yield MORE_LEFT, ".key"
            elif cell == end - 1 and end < scale.width:
                yield MORE_RIGHT, ".key"
            elif cell in self.reports:
                yield REPORT, ".date"
            elif scale.stretch_at(cell).folded:
                yield FOLDED, ".dim"
            else:
                yield "─", ".bar-rest"

    def _dates(self, size: Size, offset: int, pointed: Pointed) -> StripLine:
        """The dates under the line, and where one is."""
        row: list[tuple[str, str]] = [(" ", "")] * size.room
        taken = []
        if pointed.mark is not None:
            at, text = self._pointer(pointed.mark, offset, size.room)
            if text:
                taken.append((at, at + len(text)))
                row[at : at + len(text)] = [(letter, ".key") for letter in text]
        for label in labels(self.scale, offset, size.room, taken):
            end = label.at + len(label.text)
            row[label.at : end] = [(letter, ".dim") for letter in label.text]
        name = (self._undated(size.gutter - 1), ".dim")
        if pointed.undated:
            name = (f"{POINTER} {name[0]}", ".key")
        return self._line(size, name, row)

    def _undated(self, room: int) -> str:
        text = f"{self.chart.undated:,} undated"
        return text if self.chart.undated and len(text) <= room else ""

    def _pointer(self, mark: TimeMark, offset: int, room: int) -> tuple[int, str]:
        """Where one is, with its date where there is room: the cell, and the text."""
        at = self.scale.cell(mark.first) - offset
        if not 0 <= at < room:
            return 0, ""
        day = date.fromordinal(mark.first)
        month = MONTHS[day.month - 1][:3]
        some = mark.dating == "some"
        words = f"{day.day} {month} {day.year}"
        if some:
            words = f"{day.year}" if mark.last - mark.first > 31 else f"{month} {day.year}"
        if at + 2 + len(words) <= room:
            return at, f"{POINTER} {words}"
        if at - 1 - len(words) >= 0:
            return at - 1 - len(words), f"{words} {POINTER}"
        return at, POINTER


def arranged(lines: int, lanes: int) -> tuple[int, int, int, int]:
    """How many of so many lines show density, lanes, the line of time, and its dates."""
    dated = int(lines >= 2)
    rule = int(lines >= 3)
    left = max(0, lines - dated - rule)
    shown = min(lanes, left - 1) if left > 1 else left
    return max(0, min(3, left - shown)), shown, rule, dated


def _named(name: str, count: int, room: int) -> str:
    """A name with its number at the right; the name is cut where both have no room."""
    number = f"{count:,}"
    left = room - len(number) - 1
    return f"{padded(name, left)} {number}" if left > 2 else padded(name, max(0, room))


def _joined(cells: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Cells of one role in one run."""
    text, role = "", ""
    for letter, played in cells:
        if text and played != role:
            yield text, role
            text = ""
        text, role = text + letter, played
    if text:
        yield text, role
