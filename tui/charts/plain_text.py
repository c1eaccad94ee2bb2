"""Charts as plain text, for a shell, a file or a screen reader: the drawing, then the
numbers it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import Protocol

from tui.charts.actors import NEIGHBOURS, matrix_lines, time_words
from tui.charts.cooccurrence import cooccurrence_of, over_time
from tui.charts.periods import fitted, heading, line_of, rows_of
from tui.charts.results import results as results_told
from tui.charts.scale import ZOOMS, Scale, Unit, widest
from tui.charts.strip import LEGEND, Plot, Size
from tui.charts.timeline import By, TimeChart, chart_of
from tui.corpus import Corpus
from tui.glyphs import STATUS_SIGNS
from tui.terminal_text import cell_width

GUTTER = 20
NARROWEST = 40
MOST_LANES = 12
MOST_ACTORS = 20


class ChartOptions(Protocol):
    """What is asked of a chart, by the options of the command line."""

    width: int
    by: By
    unit: Unit | None


def timeline(corpus: Corpus, asked: ChartOptions) -> Iterator[str]:
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


def actors(corpus: Corpus, asked: ChartOptions) -> Iterator[str]:
    """Who is named with whom: a matrix of those who are named most, as many as have room,
    then for each how often, when, and with whom."""
    company = cooccurrence_of(corpus)
    named = [actor for actor in corpus.actors if actor.mentions]
    named.sort(key=lambda actor: (-len(actor.mentions), actor.id))
    if not named:
        yield "no actors"
        return
    width = max(NARROWEST, asked.width)
    ids = [actor.id for actor in named[:MOST_ACTORS]]
    yield from wrap("paragraphs that name both; of one with itself, that name it", width)
    for row in matrix_lines(corpus, company, ids, width):
        yield "".join(text for text, _role in row.runs).rstrip()
    for id in ids:
        found = ", ".join(
            f"{corpus.name(each.actor)} {each.times:,}" for each in company.of(id, NEIGHBOURS)
        )
        told = [
            *time_words(over_time(corpus, id)),
            f"named with {found}" if found else "",
        ]
        yield ""
        yield from wrap(corpus.name(id), width)
        for each in told:
            yield from wrap(each, width, initial_indent="  ", subsequent_indent="  ")


def results(corpus: Corpus, asked: ChartOptions) -> Iterator[str]:
    """Every contest: its shares and seats drawn, and then told in words. No line is wider
    than asked, but for 40 cells."""
    width = max(NARROWEST, asked.width)
    for line in results_told(corpus, width):
        indent = len(line) - len(line.lstrip())
        if cell_width(line) <= width:
            yield line
        else:
            yield from wrap(line, width, subsequent_indent=" " * (indent + 2))


CHARTS: dict[str, Callable[[Corpus, ChartOptions], Iterator[str]]] = {
    "timeline": timeline,
    "actors": actors,
    "results": results,
}
"""The charts that can be printed, by name."""
