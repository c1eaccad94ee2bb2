"""Charts as plain text, for a shell, a file or a screen reader: the drawing, then the
numbers it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import Protocol

from tui.charts.periods import fitted, heading, line_of, rows_of
from tui.charts.scale import ZOOMS, Scale, Unit, widest
from tui.charts.strip import LEGEND, Plot, Size
from tui.charts.timeline import By, TimeChart, chart_of
from tui.corpus import Corpus
from tui.glyphs import STATUS_SIGNS

GUTTER = 20
NARROWEST = 40
MOST_LANES = 12


class Asked(Protocol):
    """What is asked of a chart, by the options of the command line."""

    width: int
    by: By
    unit: Unit | None


def timeline(corpus: Corpus, asked: Asked) -> Iterator[str]:
    """The events of a corpus by time: strips under one another, what their signs mean, and
    a table. No line is wider than asked, but for 40 cells. Without a unit, the finest at
    which all has room in one strip."""
    chart = chart_of(corpus)
    width, by, unit = max(NARROWEST, asked.width), asked.by, asked.unit
    if not chart.marks and not chart.undated:
        yield "no events"
        return
    room = width - GUTTER
    zoom = widest(chart.days, room)
    if unit is not None:
        zoom = next(zoom for zoom in ZOOMS if zoom.unit == unit)
    if chart.marks:
        yield from _strips(chart, Plot(chart, Scale.of(chart.days, zoom), by, MOST_LANES), width)
        yield ""
        yield from _legend(width)
        yield ""
    columns = fitted(chart, zoom.unit, by, width)
    yield heading(columns)
    for period in rows_of(columns.table):
        yield line_of(period, columns)


def _strips(chart: TimeChart, plot: Plot, width: int) -> Iterator[str]:
    room = width - GUTTER
    for offset in range(0, plot.scale.width, room):
        if offset:
            yield ""
        for line in plot.lines(Size(len(plot.lanes) + 4, width, GUTTER), offset):
            yield "".join(text for text, _role in line.runs).rstrip()


def _legend(width: int) -> Iterator[str]:
    for sign, meaning in (*((sign, status) for status, sign in STATUS_SIGNS.items()), *LEGEND):
        yield from wrap(meaning, width, initial_indent=f"{sign:4}", subsequent_indent=" " * 4)


CHARTS: dict[str, Callable[[Corpus, Asked], Iterator[str]]] = {"timeline": timeline}
"""The charts that can be printed, by name."""
