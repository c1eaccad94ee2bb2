"""The numbers of a chart of time: a table that can be walked through, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from tui.app.keys import key
from tui.app.styling import DIM, HEADING, STRONG, cut, joined, styled
from tui.app.widgets.line import Line
from tui.app.widgets.row_list import GUTTER, RowList
from tui.app.widgets.rows import Row
from tui.charts.periods import Period, PeriodColumns, fitted, heading, line_of, period_of
from tui.charts.scale import Unit
from tui.charts.strip import Pointed
from tui.charts.timeline import By, TimeChart


class PeriodRows(RowList):
    """The periods, each a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("open", "enter", "choose", "Open", "From a period to its events"),
    ]


class PeriodTable(Vertical):
    """A heading that stays, and the periods under it."""

    DEFAULT_CSS = """
    PeriodTable { height: 40%; width: 1fr; }
    """

    @dataclass
    class Picked(Message):
        """The cursor is on a period that begins with this mark."""

        mark: str

    class Left(Message):
        """The reader wants what is behind a period."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.rows = PeriodRows()
        self._head = Line(classes="table-head")
        self._columns: PeriodColumns | None = None
        self._pointed = Pointed()
        self._asked: tuple[TimeChart, Unit, By] | None = None

    def compose(self) -> ComposeResult:
        yield self._head
        yield self.rows

    def show(self, chart: TimeChart, unit: Unit, by: By) -> None:
        """Show the numbers of a chart."""
        self._asked = (chart, unit, by)
        self._fill()

    def on_resize(self) -> None:
        self._fill()

    def _fill(self) -> None:
        room = self.size.width - GUTTER - 2
        if self._asked is None or room <= 0:
            return
        columns = self._columns = fitted(*self._asked, room)
        table = columns.table
        rows = [_row(period, columns) for period in table.periods]
        if table.undated is not None:
            rows.append(_row(table.undated, columns))
        rows.append(_row(table.total, columns, whole=True))
        self._head.left = joined(" " * GUTTER, (heading(columns), HEADING))
        self.rows.show(rows, at=self._period())

    def seek(self, pointed: Pointed) -> None:
        """Put the cursor on the period in which a mark is counted."""
        self._pointed = pointed
        period = self._period()
        if period is not None:
            self.rows.seek(period)

    def _period(self) -> Period | None:
        """The period of what is pointed at."""
        if self._columns is None or not (self._pointed.mark or self._pointed.undated):
            return None
        return period_of(self._columns.table, self._pointed.mark)

    @on(RowList.Highlighted)
    def pick(self, event: RowList.Highlighted) -> None:
        """Ask for the first event of a period, where the cursor came to it by itself."""
        event.stop()
        period = event.target
        if isinstance(period, Period) and period.begins_with and period != self._period():
            self.post_message(self.Picked(period.begins_with))

    @on(RowList.Chosen)
    def leave(self, event: RowList.Chosen) -> None:
        """Say that the reader wants the events themselves."""
        event.stop()
        self.post_message(self.Left())


def _row(period: Period, columns: PeriodColumns, *, whole: bool = False) -> Row:
    def draw(width: int) -> tuple[Content]:
        role = STRONG if whole else "" if period.events else DIM
        return (cut(styled(line_of(period, columns), role), width),)

    return Row(draw, None if whole else period, 1)
