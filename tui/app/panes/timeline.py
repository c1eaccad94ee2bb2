"""1 Timeline: what happened, is planned, alleged or demanded, day by day."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, groupby
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from tui import dates
from tui.app.keys import hidden, hint, key
from tui.app.panes.pane import Pane
from tui.app.styling import (
    ACTOR,
    DATE,
    DIM,
    EVENT,
    HEADING,
    cut,
    highlighted,
    joined,
    spread,
    styled,
    wrapped,
)
from tui.app.widgets.row_list import RowList
from tui.app.widgets.rows import GAP, Row, Section
from tui.charts.timeline import TimeChart, chart_of
from tui.glyphs import STATUS_SIGNS
from tui.model import Event, Record, When
from tui.tables.columns import DATES, DateKey, when_from
from tui.tables.lazy_records import ChosenRecords, places_in, places_of
from tui.wording import BASIS_SHORT

if TYPE_CHECKING:
    from tui.app.widgets.periods import PeriodTable
    from tui.app.widgets.time_strip import TimeStrip


HINT = "{zoom-in} {zoom-out} zoom  {lanes} group  {as-text} as text"
"""The keys that stand above the chart."""


DAY, WEEK, MONTH = Binding.Group("Day"), Binding.Group("Week"), Binding.Group("Month")
ZOOM = Binding.Group("Zoom")
"""Two keys, there and back, that the key bar shows as one."""


class Timeline(Pane):
    """Events in groups of one day or span; those without a date at the end."""

    NOUN = "event"
    KINDS = ("event",)
    SORTS = ("date", "newest first")
    HIT_SORTS = ("date", "newest first", "relevance")
    NONE = "No events in these articles."

    BINDINGS: ClassVar[list[BindingType]] = [
        hidden("day-later", "d", "jump('d', 1)", "Day", "A day later", group=DAY),
        hidden("day-earlier", "D", "jump('d', -1)", "Day back", "A day earlier", group=DAY),
        hidden("week-later", "w", "jump('w', 1)", "Week", "A week later", group=WEEK),
        hidden("week-earlier", "W", "jump('w', -1)", "Week back", "A week earlier", group=WEEK),
        hidden("month-later", "m", "jump('m', 1)", "Month", "A month later", group=MONTH),
        hidden("month-earlier", "M", "jump('m', -1)", "Month back", "A month earlier", group=MONTH),
        hidden("zoom-in", "plus", "zoom(1)", "Nearer", "Zoom in on the chart", group=ZOOM),
        hidden(
            "zoom-out", "minus", "zoom(-1)", "Farther", "Zoom out of the chart", group=ZOOM
        ),
        hidden("zoom-all", "equals_sign", "zoom(0)", "All", "Show the whole chart"),
        key("lanes", "b", "lanes", "Group", "Group the chart by kind, article or actor"),
        key("as-text", "t", "table", "As text", "Show the chart as numbers, or as a chart again"),
        hidden("hide-chart", "z", "hide", "Hide chart", "Hide or show the chart"),
    ]  # fmt: skip

    END = 1 << 30
    """A line below all lists."""

    strip: TimeStrip
    _chart: TimeChart | None = None
    """That of all events, made when they were asked for."""
    _listed: tuple[Sequence[Record], list[tuple[DateKey, int]]] | None = None
    """All events as they were asked for, and how many have each date."""
    numbers: PeriodTable | None = None

    def parts(self) -> Sequence[Widget]:
        # Imported with the tab that shows it: others may be first.
        from tui.app.widgets.time_strip import TimeStrip

        self.strip = TimeStrip(classes="strip")
        self.summary.right = hint(self, HINT)
        summary, *others = super().parts()
        return [summary, self.strip, *others]

    def records(self) -> Sequence[Record]:
        groups = [*self.corpus.groups("event", DATES)]
        if self.order != self.SORTS[0]:
            # Those without a date are last whichever the first are.
            dated = len(groups) - (bool(groups) and not groups[-1][0][0])
            groups = [*reversed(groups[:dated]), *groups[dated:]]
        places = array("I", chain.from_iterable(places for _key, places in groups))
        events = ChosenRecords(self.corpus.whole.events, places)
        self._listed = events, [(key, len(places)) for key, places in groups]
        # Another order is no other chart.
        if self._chart is None or self._chart.corpus is not self.corpus:
            chart = chart_of(self.corpus, events)
            # Of a large corpus this is asked beside the keyboard, which then need not wait.
            chart.prime(self.strip.by)
            self._chart = chart
        return events

    def rows(self, records: Sequence[Record]) -> Sequence[Row]:
        tight, sections, begins = self.tight, list[Section](), 0
        for date_key, count in self._dates(records):
            heading = self._heading(date_key, count)
            sections.append(Section(begins, (GAP, heading) if begins else (heading,)))
            begins += count
        return self.in_sight(
            cast("Sequence[Event]", records), lambda event: self._row(event, tight),
            1 if tight else 2, sections,
        )  # fmt: skip

    def _dates(self, records: Sequence[Record]) -> Iterator[tuple[DateKey, int]]:
        """The dates of events one after the other, and how many follow each other with it."""
        if self._listed and records is self._listed[0]:
            yield from self._listed[1]
            return
        column, places = self.corpus.column("event", DATES), places_of(records)
        if places is None:
            where = places_in(self.corpus.whole.events)
            places = [where[record.id] for record in records]
        for number, group in groupby(map(column.numbers.__getitem__, places)):
            yield column.keys[number], len([*group])

    def _heading(self, date_key: DateKey, count: int) -> Row:
        return Row(lambda width: self._heading_drawn(when_from(date_key), count, width), None, 1)

    def _heading_drawn(self, when: When, count: int, width: int) -> list[Content]:
        if not when.known:
            text = joined(("Undated", HEADING), ("no article says when", DIM), by="  ")
        else:
            fine = dates.precision(when.edtf)
            text = joined(
                (dates.readable(when.edtf), HEADING),
                ("" if fine == "day" else fine, DATE),
                by="  ",
            )
        number = styled(f"{count}" if count > 1 else "", DIM)
        return [spread(text, number, width)]

    def _row(self, event: Event, tight: bool) -> Row:
        # Of a hundred thousand only those in sight are worded.
        height = 1 if tight else 2
        return Row(lambda width: self._drawn_row(event, tight, width), event.id, height)

    def _drawn_row(self, event: Event, tight: bool, width: int) -> list[Content]:
        spans = self.spans(event)
        sign = joined((STATUS_SIGNS.get(event.status, " "), EVENT), " ")
        sources = len({self.corpus.report_of(anchor.article) for anchor in event.evidence})
        notes = joined(
            (event.status if event.status != "happened" else "", EVENT),
            (self.why(event), DIM),
            (BASIS_SHORT[event.when.basis] if event.when.known else event.when.note, DIM),
            (f"{sources} sources" if sources > 1 else "", DIM),
            by=" · ",
        )
        title = highlighted(styled(event.title), spans)
        if tight:
            return [spread(sign + title, notes, width)]
        claimant = " and ".join(map(self.corpus.name, event.claimed_by))
        notes = joined(notes, (f"according to {claimant}" if claimant else "", ACTOR), by=" · ")
        lines = wrapped(title, width, indent=2, first=sign, most=2)
        if len(lines) == 1:
            return [*lines, cut(joined("  ", notes), width)]
        # A long title shares its second line with the notes.
        return [lines[0], spread(lines[1], notes, width)]

    # ------------------------------------------------------------------ the chart of time

    def show_found(self, found: Sequence[Record]) -> None:
        chart = self._chart
        if chart is None or chart.corpus is not self.corpus or len(chart.events) != len(found):
            chart = TimeChart(self.corpus, cast("Sequence[Event]", found))
        self.strip.show(chart)
        if self._shown is None and self._wanted[0] is None and not self.searching:
            self._begin(chart)
        super().show_found(found)
        if not found:
            self.strip.point(None)
        self._show_numbers()

    def _begin(self, chart: TimeChart) -> None:
        """Stand where the story begins, not at the oldest year that it looks back to."""
        if self.order == self.SORTS[0] and chart.opening is not None:
            # From the end of the list the row comes into sight at its top.
            self._wanted = (chart.opening.id, self.END)

    @on(RowList.Highlighted, ".list")
    def follow_list(self, event: RowList.Highlighted) -> None:
        """The cursor of the chart is where that of the list is."""
        if event.target == self.listing.target:
            self.strip.point(str(event.target))
            if self.numbers is not None:
                self.numbers.seek(self.strip.pointed)

    def on_time_strip_picked(self, event: TimeStrip.Picked) -> None:
        """The list follows the chart."""
        event.stop()
        self.listing.seek(event.mark)

    def action_zoom(self, step: int) -> None:
        if step:
            self.strip.zoom_by(step)
        else:
            self.strip.zoom_out()
        self._show_numbers()

    def action_lanes(self) -> None:
        self.strip.next_lanes()
        self._show_numbers()

    @property
    def _drawn(self) -> bool:
        """Whether the chart or its numbers are to be seen."""
        return self.furnished and (
            self.strip.display or bool(self.numbers and self.numbers.display)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("zoom", "lanes"):
            return self._drawn
        return super().check_action(action, parameters)

    def action_hide(self) -> None:
        self._show_part(chart=not self._drawn)

    async def action_table(self) -> None:
        from tui.app.widgets.periods import PeriodTable

        if self.numbers is None:
            self.numbers = PeriodTable(classes="numbers")
            self.numbers.display = False
            await self.mount(self.numbers, after=self.strip)
        shown = not self.numbers.display
        self._show_part(chart=not shown, numbers=shown)

    def _show_part(self, *, chart: bool = False, numbers: bool = False) -> None:
        """The chart, its numbers, or neither."""
        self.strip.display = chart
        self.summary.right = hint(self, HINT if chart or numbers else "{hide-chart} chart")
        if self.numbers is not None:
            self.numbers.display = numbers
        self._show_numbers()
        self.screen.set_focus(self.numbers.rows if self.numbers and numbers else self.listing)

    def _show_numbers(self) -> None:
        if self.numbers is not None and self.numbers.display:
            self.numbers.show(self.strip.chart, self.strip.zoom.unit, self.strip.by)
            self.numbers.seek(self.strip.pointed)

    def on_period_table_picked(self, event: PeriodTable.Picked) -> None:
        """The list follows the numbers."""
        event.stop()
        self.listing.seek(event.mark)

    def on_period_table_left(self, event: PeriodTable.Left) -> None:
        """From a period to its events."""
        event.stop()
        self.action_focus_list()

    # -------------------------------------------------------------------------- jumps

    def action_jump(self, unit: str, step: int) -> None:
        """To the first event that is at least a day, week or month away."""
        marks = self.strip.chart.marks
        if not marks:
            return
        here = self.strip.pointed.mark
        if here is None:
            # From the undated ones a step back leads to the last dated event.
            self.listing.seek(marks[-1 if step < 0 else 0].id)
            return
        days = marks.firsts
        goal = moved(date.fromordinal(here.first), unit, step).toordinal()
        if step > 0:
            at = bisect_left(days, goal)
        else:
            # Of the last day that is early enough, the first event.
            before = bisect_right(days, goal) - 1
            at = bisect_left(days, days[before]) if before >= 0 else len(days)
        if at < len(days):
            self.listing.seek(marks.begins(at).id)


def moved(day: date, unit: str, step: int) -> date:
    """A day moved by a day, a week or a month; at the ends of the calendar it stays."""
    try:
        if unit == "d":
            return day + timedelta(days=step)
        if unit == "w":
            return day + timedelta(weeks=step)
        month = day.year * 12 + day.month - 1 + step
        return day.replace(year=month // 12, month=month % 12 + 1, day=min(day.day, 28))
    except (ValueError, OverflowError):
        return day
