"""A strip of time: one widget that draws a whole chart, with a cursor that can be put
on any mark of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.content import Content
from textual.geometry import Size as Cells
from textual.message import Message
from textual.strip import Strip

from tui import dates
from tui.app.styling import DIM, STRONG, counted, joined, styled
from tui.app.widgets.lines import Drawing
from tui.charts.scale import ZOOMS, Scale, Zoom, widest
from tui.charts.strip import HERE, Plot, Pointed, Size, StripLine
from tui.charts.timeline import LANES, By, TimeChart
from tui.corpus import Corpus

TITLES = 8
"""Titles that a tooltip lists."""

TALL = 32
"""From so many lines of the whole screen there are lanes without being asked for."""


class TimeStrip(Drawing):
    """Density, lanes, the line of time, and its dates."""

    DEFAULT_CSS = """
    TimeStrip { height: auto; width: 1fr; }
    """
    GUTTER: ClassVar[tuple[int, int, int]] = (10, 18, 26)
    """The cells of the names: at least, at 80 cells, at most."""

    @dataclass
    class Picked(Message):
        """A mark was clicked."""

        strip: TimeStrip
        mark: str

        @property
        def control(self) -> TimeStrip:
            return self.strip

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._chart = TimeChart(Corpus(), ())
        self._by: By | None = None
        self._zoom: Zoom | None = None
        self._offset = 0
        self._pointed = Pointed()
        self._plot: Plot | None = None
        self._widest: tuple[tuple[TimeChart, int], Zoom] | None = None
        self._made: tuple[object, Sequence[StripLine]] = (None, ())
        self._height = 0
        self._fitted: tuple[Size, Cells] | None = None
        """The room, and the size of the screen, that it is laid out for."""

    # ------------------------------------------------------------------ what is shown

    def show(self, chart: TimeChart) -> None:
        """Show another chart, as near and at the same time as before."""
        if chart is self._chart:
            return
        middle = self._anchor()
        self._chart, self._plot = chart, None
        if self._pointed.mark is not None:
            self._pointed = Pointed(chart.mark(self._pointed.mark.id))
        self._lay_out(middle)

    def point(self, mark: str | None) -> None:
        """Put the cursor on a mark and bring it into sight. A mark that has no place is
        among the undated."""
        found = self._chart.mark(mark) if mark else None
        pointed = Pointed(found, undated=found is None and mark is not None)
        if pointed != self._pointed:
            self._pointed = pointed
            self._into_sight()
            self.refresh()

    @property
    def chart(self) -> TimeChart:
        """What is shown."""
        return self._chart

    @property
    def pointed(self) -> Pointed:
        """What the cursor is on."""
        return self._pointed

    @property
    def by(self) -> By:
        """What the lanes are; together where the screen is low and nobody asked."""
        return self._by or ("kind" if self.app.size.height >= TALL else "together")

    @property
    def zoom(self) -> Zoom:
        """How near time is."""
        return self._zoom or self._all

    @property
    def _all(self) -> Zoom:
        """The nearest zoom at which all has room."""
        asked = (self._chart, self._room.room)
        if self._widest is None or self._widest[0] != asked:
            self._widest = (asked, widest(self._chart.days, max(1, asked[1])))
        return self._widest[1]

    @property
    def plot(self) -> Plot:
        """The chart in cells, made once for a zoom, a division and a size."""
        zoom, most = self.zoom, max(1, self._budget - 3)
        made = self._plot
        same = made and (made.scale.zoom, made.by, made.most_lanes) == (zoom, self.by, most)
        if made is None or not same:
            if made is not None and made.scale.zoom == zoom:
                made = made.divided(self.by, most)
            else:
                made = Plot(self._chart, Scale.of(self._chart.days, zoom), self.by, most)
            self._plot = made
        return made

    # -------------------------------------------------------------------------- zooming

    def next_lanes(self) -> By:
        """Divide the events another way; how."""
        self._by = LANES[(LANES.index(self.by) + 1) % len(LANES)]
        self._lay_out(None)
        return self._by

    def zoom_by(self, step: int) -> None:
        """Nearer (1) or farther (-1), and stay at the same time."""
        number = ZOOMS.index(self.zoom) + step
        if 0 <= number < len(ZOOMS):
            middle = self._anchor()
            self._zoom = ZOOMS[number]
            self._lay_out(middle)

    def zoom_out(self) -> None:
        """Show all."""
        self._zoom = None
        self._lay_out(None)

    def _anchor(self) -> tuple[int, int] | None:
        """A day, and the cell of the screen that it has: that of the cursor where it is in
        sight, else the one in the middle."""
        if not self._chart.days or not self._room.room:
            return None
        scale, room = self.plot.scale, self._room.room
        if self._pointed.mark is not None:
            at = scale.cell(self._pointed.mark.first) - self._offset
            if 0 <= at < room:
                return self._pointed.mark.first, at
        middle = min(room, scale.width) // 2
        return scale.days(self._offset + middle)[0], middle

    def _lay_out(self, anchor: tuple[int, int] | None) -> None:
        """Make the chart anew, the anchor's day at its cell."""
        if anchor is not None and self._chart.days:
            self._offset = self.plot.scale.cell(anchor[0]) - anchor[1]
        self._fitted = self._room, self.app.size
        self._into_sight()
        self.refresh(layout=self._wanted_height != self._height)

    def _into_sight(self) -> None:
        if not self._chart.days:
            self._offset = 0
            return
        scale, room = self.plot.scale, self._room.room
        if self._pointed.mark is not None:
            at = scale.cell(self._pointed.mark.first)
            # One cell at either side says that there is more.
            if not self._offset + 1 <= at < self._offset + room - 1:
                self._offset = at - room // 2
        self._offset = max(0, min(self._offset, scale.width - room))

    # ----------------------------------------------------------------------------- room

    @property
    def _budget(self) -> int:
        """The lines that a strip may have on this screen."""
        return self.app.size.height // 4

    @property
    def _wanted_height(self) -> int:
        """Few lines where the screen is low, more where there is room."""
        screen, budget = self.app.size.height, self._budget
        if budget < 3:
            return 0
        if not self._chart.days:
            # How many have no date is all that there is to say.
            return 1
        if self.by == "together":
            return min(budget, 4 if screen < TALL else 5)
        return min(budget, len(self.plot.lanes) + (4 if screen >= 40 else 3))

    def get_content_height(self, container: Cells, viewport: Cells, width: int) -> int:
        self._height = self._wanted_height
        return self._height

    @property
    def _room(self) -> Size:
        width = self.size.width
        least, usual, most = self.GUTTER
        gutter = min(most, max(least, usual + (width - 80) // 8)) if width >= 40 else 0
        return Size(self.size.height, width, gutter)

    def on_resize(self) -> None:
        # Whoever is shown again hears of its size, which may be what it was.
        if self._fitted != (self._room, self.app.size):
            self._lay_out(self._anchor())

    # ------------------------------------------------------------------------- drawing

    def _lines(self) -> Sequence[StripLine]:
        asked = (self.plot, self._room, self._offset, self._pointed)
        if self._made[0] != asked:
            self._made = (asked, self.plot.lines(self._room, self._offset, self._pointed))
        return self._made[1]

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.visual_style
        if y >= len(self._lines()):
            return Strip.blank(width, base.rich_style)
        # Hundreds of runs, whose words are clean already: no need of ``Content`` between.
        segments = [Segment(text, self._style(role)) for text, role in self._lines()[y].runs]
        return Strip(segments).adjust_cell_length(width, base.rich_style)

    def _style(self, role: str) -> RichStyle:
        style = self.visual_style + self.role(role.removesuffix(HERE))
        return (style + self.role(".cursor") if role.endswith(HERE) else style).rich_style

    # --------------------------------------------------------------------------- mouse

    def _under(self, event: events.MouseEvent) -> tuple[int, StripLine | None]:
        """The cell of the chart under the mouse, -1 where there is none, and its line."""
        offset = event.get_content_offset(self)
        if offset is None:
            return -1, None
        lines = self._lines()
        line = lines[offset.y] if 0 <= offset.y < len(lines) else None
        at = offset.x - self._room.gutter
        cell = at + self._offset
        return (cell if at >= 0 and cell < self.plot.scale.width else -1), line

    def on_click(self, event: events.Click) -> None:
        """Go to what begins here or nearest; to the next of several when clicked again."""
        cell, line = self._under(event)
        if cell < 0 or line is None:
            return
        marks = [mark.id for mark in self.plot.beginning(cell, line.lane)]
        if not marks:
            return
        here = self._pointed.mark.id if self._pointed.mark else None
        at = (marks.index(here) + 1) % len(marks) if here in marks else 0
        self.post_message(self.Picked(self, marks[at]))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        cell, line = self._under(event)
        self.tooltip = self._told(cell, line) if cell >= 0 and line is not None else None

    def on_leave(self) -> None:
        self.tooltip = None

    def _told(self, cell: int, line: StripLine) -> Content:
        """The dates of a cell, how many there are, and their titles."""
        plot = self.plot
        first, last = plot.scale.days(cell)
        when = styled(days_in_words(first, last), STRONG)
        if plot.scale.stretch_at(cell).folded:
            when = joined(when, ("folded", DIM), by="  ")
        marks = plot.around(cell, line.lane)
        reports = [*plot.chart.reports.within(first, last)]
        shown = reports if line.reports else marks
        titles = [joined((mark.sign, ".event"), " ", mark.title) for mark in shown[:TITLES]]
        more = len(shown) - len(titles)
        named = line.lane.name if line.lane and line.lane.key else ""
        counts = joined(
            (named, DIM),
            counted(len(marks), "event"),
            counted(len(reports), "report") if reports else "",
            by=" · ",
        )
        rest = [styled(f"and {more:,} more", DIM)] if more > 0 else []
        return Content("\n").join([when, counts, *titles, *rest])


def days_in_words(first: int, last: int) -> str:
    """A stretch of days: "17 Dec 2023", "18 – 24 Dec 2023"."""
    begin, end = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    return dates.readable(begin if first == last else f"{begin}/{end}")
