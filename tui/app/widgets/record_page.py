"""A page to read, with rows in it that lead elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from tui.app.keys import key
from tui.app.widgets.row_list import RowList
from tui.app.widgets.rows import Row


class RecordPage(RowList):
    """A record in full: words to read, and among them rows to choose.

    The cursor goes to a row that can be chosen only once it is in sight, so that nothing
    is passed over unread.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("open", "enter", "choose", "Open", "Open the passage, or go to the record"),
    ]

    STEP = 2

    opens = True
    """Whether Enter leads to what a row is about; else the tab says what it does."""

    def show(
        self, rows: Sequence[Row], *, at: Hashable | None = None, scroll: int | None = None
    ) -> None:
        super().show(rows, at=at, scroll=scroll)
        if rows:
            self.remove_class("-empty")

    def clear(self, *, keep_room: bool) -> None:
        """Show nothing. What stands beside the page then has its room, unless the reader is in
        the page or it is going to be filled soon."""
        self.show([])
        self.set_class(not keep_room and not self.has_focus, "-empty")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose" and not self.opens:
            return False
        return super().check_action(action, parameters)

    def _first_cursor(self, at: Hashable | None) -> int:
        return self.find(at)

    def _reset_scroll(self) -> None:
        self.bring(0)

    def _here(self, index: int) -> str:
        return super()._here(index) if self.has_focus else ""

    def watch_has_focus(self, _has_focus: bool) -> None:
        # Its border tells that it has the focus.
        self.update_node_styles()

    def on_focus(self) -> None:
        self._settle()

    def _settle(self) -> None:
        """Put the cursor on the first row in sight, unless it is in sight already."""
        if not self._in_sight(self.cursor):
            first = self._next(bisect_right(self._tops, self.scroll_offset.y) - 2, 1)
            if self._in_sight(first):
                self.cursor = first

    def _in_sight(self, index: int) -> bool:
        if not 0 <= index < len(self._tops) - 1:
            return False
        first = self.scroll_offset.y
        return first <= self._tops[index] and self._tops[index + 1] <= first + self.tall

    def action_move(self, step: int) -> None:
        start = self.cursor
        if not self._in_sight(start):
            edge = self.scroll_offset.y + (0 if step > 0 else self.tall)
            start = bisect_right(self._tops, edge) - (2 if step > 0 else 1)
        index = self._next(start, step)
        if not self._in_sight(index):
            self.bring(min(self.scroll_offset.y + step * self.STEP, round(self.max_scroll_y)))
        if self._in_sight(index):
            self.cursor = index

    def action_page(self, step: int) -> None:
        self.bring(
            min(self.scroll_offset.y + step * max(1, self.tall - 2), round(self.max_scroll_y))
        )
        self._settle()

    def action_end(self, step: int) -> None:
        self.bring(0 if step < 0 else round(self.max_scroll_y))
        index = self._next(-1 if step < 0 else len(self._rows), -step)
        if self._in_sight(index):
            self.cursor = index

    def on_click(self, event: events.Click) -> None:
        if self.clicked(event) and event.chain == 1:
            self.action_choose()
