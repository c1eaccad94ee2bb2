"""The same chart in numbers: how many events a day, week or month, lane by lane.

An event is counted once: where it begins, or, where its date is wider than a period, in a
line of its own for the month or year that is known ("some time in 2008").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from tui.charts.marks import Marks, Placing, TimeMark
from tui.charts.scale import UNITS, Unit, bin_of, first_day, last_day
from tui.charts.timeline import By, TimeChart
from tui.dates import readable
from tui.terminal_text import cell_width, padded

Key = tuple[Unit, int]
"""A period: its unit, and the number of its bin."""

WIDEST_LANE = 16


class Period(NamedTuple):
    """A stretch of time in which something begins. ``counts`` are of the lanes, in order;
    an event may be in several, and is once in ``events``."""

    name: str
    first: int
    last: int
    events: int
    counts: tuple[int, ...]
    reports: int
    begins_with: str
    """The id of the first event, "" where there is none."""


class PeriodCounts(NamedTuple):
    """Periods in order of time, then what has no date and all together."""

    unit: Unit
    lanes: tuple[str, ...]
    periods: tuple[Period, ...]
    undated: Period | None
    total: Period


def table_of(chart: TimeChart, unit: Unit, by: By, most: int = 0) -> PeriodCounts:
    """The table of a chart, of ``most`` lanes at most."""
    lanes = chart.lanes(by, most) if by != "together" else ()
    key = _by_period(unit)
    events, reports = _counted(chart.marks, key), _counted(chart.reports, key)
    counts = [_counted(lane.marks, key) for lane in lanes]
    begins: dict[Key, int] = {}
    for number, each in enumerate(chart.marks.dated):
        begins.setdefault(key(each.placing), number)
    periods = [
        Period(
            _name(each, unit),
            first_day(*each),
            last_day(*each),
            events[each],
            tuple(count[each] for count in counts),
            reports[each],
            chart.marks.begins(begins[each]).id if each in begins else "",
        )
        for each in {*events, *reports}
    ]
    # A year stands before the months in it.
    periods.sort(key=lambda period: (period.first, -period.last))
    undated = None
    if chart.undated:
        numbers = tuple(lane.undated for lane in lanes)
        undated = Period("undated", 0, 0, chart.undated, numbers, 0, chart.first_undated)
    totals = tuple(len(lane.marks) + lane.undated for lane in lanes)
    total = Period("all", 0, 0, len(chart.events), totals, len(chart.reports), "")
    return PeriodCounts(unit, tuple(lane.name for lane in lanes), tuple(periods), undated, total)


def period_of(table: PeriodCounts, mark: TimeMark | None) -> Period | None:
    """The period that a mark is counted in; without a mark, that of what has no date."""
    if mark is None:
        return table.undated
    key = _by_period(table.unit)(Placing(mark.first, mark.last, mark.dating))
    days = first_day(*key), last_day(*key)
    return next((each for each in table.periods if (each.first, each.last) == days), None)


def _counted(marks: Marks, key: Callable[[Placing], Key]) -> Counter[Key]:
    """How many are counted in each period."""
    counts: Counter[Key] = Counter()
    for placing, places in marks.dated:
        counts[key(placing)] += len(places)
    return counts


def _by_period(unit: Unit) -> Callable[[Placing], Key]:
    """Which period something is counted in."""
    wider = UNITS[UNITS.index(unit) :]

    @cache
    def period(placing: Placing) -> Key:
        first, last = placing.first, placing.last if placing.dating == "some" else placing.first
        for each in wider:
            if bin_of(each, first) == bin_of(each, last):
                return each, bin_of(each, first)
        return unit, bin_of(unit, first)

    return period


@lru_cache(1 << 14)
def _name(key: Key, unit: Unit) -> str:
    """A period in words."""
    first, last = date.fromordinal(first_day(*key)), date.fromordinal(last_day(*key))
    edtf = {
        "day": first.isoformat(),
        "week": f"{first.isoformat()}/{last.isoformat()}",
        "month": first.isoformat()[:7],
        "year": first.isoformat()[:4],
        "decade": f"{first.isoformat()[:3]}X",
        "century": f"{first.isoformat()[:2]}XX",
    }[key[0]]
    words = readable(edtf)
    return words if key[0] == unit else f"some time in {words}"


# ------------------------------------------------------------------------------- lines


class PeriodColumns(NamedTuple):
    """A table with the cells of its columns: the period, all events, every lane, reports."""

    table: PeriodCounts
    widths: tuple[int, ...]


def fitted(chart: TimeChart, unit: Unit, by: By, width: int) -> PeriodColumns:
    """The table with as many lanes as have room, the last one all others together."""
    whole = table_of(chart, unit, "together")
    names = max(cell_width(row.name) for row in rows_of(whole))
    for most in range(min(len(chart.names(by)), max(1, width // 6)), 1, -1):
        lanes = chart.names(by, most)
        widths = (names, 6, *(min(WIDEST_LANE, max(4, cell_width(lane))) for lane in lanes), 7)
        if sum(widths) + 2 * (len(widths) - 1) <= width:
            return PeriodColumns(table_of(chart, unit, by, most), widths)
    return PeriodColumns(whole, (names, 6, 7))


def rows_of(table: PeriodCounts) -> tuple[Period, ...]:
    """All lines of a table under its heading."""
    return (*table.periods, *filter(None, (table.undated,)), table.total)


def heading(columns: PeriodColumns) -> str:
    """The names of the columns."""
    return _in_a_row(("", "events", *columns.table.lanes, "reports"), columns.widths)


def line_of(period: Period, columns: PeriodColumns) -> str:
    """A period in a line: its name, and its numbers under the names of the columns; no
    number is a dot, so that the eye keeps the column."""
    lanes = period.counts[: len(columns.table.lanes)]
    numbers = (f"{n:,}" if n else "·" for n in (period.events, *lanes, period.reports))
    return _in_a_row((period.name, *numbers), columns.widths)


def _in_a_row(texts: Iterable[str], widths: Sequence[int]) -> str:
    drawn = (
        padded(text, width, right=at > 0)
        for at, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return "  ".join(drawn)
