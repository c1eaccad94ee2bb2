"""What charts show, in words: the numbers that they are drawn of, a fact a line."""

from __future__ import annotations

from collections.abc import Iterator

from tui.charts.actors import NEIGHBOURS, time_words
from tui.charts.cooccurrence import cooccurrence_of, over_time
from tui.charts.periods import Period, PeriodCounts, rows_of, table_of
from tui.charts.plain_text import MOST_ACTORS, MOST_LANES, ChartOptions
from tui.charts.scale import widest
from tui.charts.timeline import chart_of
from tui.corpus import Corpus
from tui.glyphs import STATUS_SIGNS
from tui.plain.tabs import walk
from tui.terminal_text import one_line

SIGNS = "".join(STATUS_SIGNS.values()) + " "

ROOM = 60
"""Cells of the drawing whose periods are told, where none are asked for."""


def timeline(corpus: Corpus, asked: ChartOptions) -> Iterator[str]:
    """Each period with its events, lane by lane, and the reports of it."""
    chart = chart_of(corpus)
    if not chart.marks and not chart.undated:
        yield "no events"
        return
    unit = asked.unit or widest(chart.days, ROOM).unit
    table = table_of(chart, unit, asked.by, MOST_LANES)
    yield from (_period(period, table) for period in rows_of(table))


def _period(period: Period, table: PeriodCounts) -> str:
    told = [_number(period.events, "event")]
    # The sign of a lane's kind stands before its name.
    names = (lane.lstrip(SIGNS) for lane in table.lanes)
    told += [f"{name} {n:,}" for name, n in zip(names, period.counts, strict=False) if n]
    told += [_number(period.reports, "report")] if period.reports else []
    return one_line(f"{period.name}: {', '.join(told)}")


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def actors(corpus: Corpus, _asked: ChartOptions) -> Iterator[str]:
    """Those who are named most: how often, when, and with whom."""
    named = sorted(
        (actor for actor in corpus.actors if actor.mentions),
        key=lambda actor: (-len(actor.mentions), actor.id),
    )
    if not named:
        yield "no actors"
    company = cooccurrence_of(corpus)
    for number, actor in enumerate(named[:MOST_ACTORS]):
        if number:
            yield ""
        yield f"actor: {one_line(actor.name)}"
        yield from time_words(over_time(corpus, actor.id))
        for each in company.of(actor.id, NEIGHBOURS):
            paragraphs = _number(each.times, "paragraph")
            yield f"named with: {one_line(corpus.name(each.actor))}, in {paragraphs}"


def results(corpus: Corpus, _asked: ChartOptions) -> Iterator[str]:
    """The contests with all their figures."""
    yield from walk(corpus, "results")


CHARTS = {"timeline": timeline, "actors": actors, "results": results}
"""The charts that can be told, by name."""
