"""Lists and pages: rows of words in one widget, drawn when they come into sight.

A row with a target can be chosen; one without is only read. What a target is, the widget
does not ask.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.app.error_boundary import PartFailed, tolerates_errors
from tui.app.keys import hidden, key
from tui.app.styling import WARN, styled
from tui.app.widgets.lines import Lines
from tui.app.widgets.rows import LazyRows, Row, place_in

GUTTER = 2
ENDLESS = 1000
"""Cells in which every row has room."""
KEPT = 3000
"""Drawn rows that are kept; beyond, they are drawn again."""


class RowList(Lines, can_focus=True):
    """Rows with a cursor on one of those that can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("open", "enter", "choose", "Open", "Open the passage in its article"),
        hidden("down", "down,j", "move(1)", "Down", "Next line"),
        hidden("up", "up,k", "move(-1)", "Up", "Previous line"),
        hidden("page-down", "pagedown", "page(1)", "Page down", "Next page"),
        hidden("page-up", "pageup", "page(-1)", "Page up", "Previous page"),
        hidden("first", "g,home", "end(-1)", "First", "First line"),
        hidden("last", "G,end", "end(1)", "Last", "Last line"),
    ]

    cursor: var[int] = var(-1, init=False)

    @dataclass
    class Highlighted(Message):
        """The cursor is on a row with this target."""

        rows: RowList
        target: Hashable

        @property
        def control(self) -> RowList:
            return self.rows

        def can_replace(self, message: Message) -> bool:
            """Of a fast ride only the last stop counts."""
            return isinstance(message, RowList.Highlighted) and message.rows is self.rows

    @dataclass
    class Reached(Message):
        """The cursor or the focus has come to a row; for whoever says which, wherever it is."""

        rows: RowList
        target: Hashable

        def can_replace(self, message: Message) -> bool:
            """Of a fast ride only the last stop counts."""
            return isinstance(message, RowList.Reached) and message.rows is self.rows

    @dataclass
    class Chosen(Message):
        """The reader wants what is behind a row."""

        rows: RowList
        target: Hashable

        @property
        def control(self) -> RowList:
            return self.rows

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._choosable = False
        self._tops: Sequence[int] = [0]
        self._width = 0
        self._painted = Size(0, 0)
        self._lines: dict[int, Sequence[Content]] = {}
        self._strips: dict[tuple[int, str], list[Strip]] = {}
        self._wanted_scroll: int | None = None
        self.signs: Callable[[Hashable], str] = lambda _target: ""
        """The signs of what the reader has added to a target, one a line beside its row."""

    # ------------------------------------------------------------------ what is shown

    def show(
        self, rows: Sequence[Row], *, at: Hashable | None = None, scroll: int | None = None
    ) -> None:
        """Show other rows, the cursor on a target where it is among them."""
        self._rows = rows if isinstance(rows, LazyRows) else tuple(rows)
        self._choosable = any(target is not None for target in self._all_targets)
        self._width = 0
        self.set_reactive(RowList.cursor, self._first_cursor(at))
        self._wanted_scroll = scroll
        self._lay_out()
        self._tell()

    def _first_cursor(self, at: Hashable | None) -> int:
        index = self.find(at)
        return index if index >= 0 else self._next(-1, 1)

    @property
    def target(self) -> Hashable | None:
        """What the cursor is on."""
        return self._rows[self.cursor].target if 0 <= self.cursor < len(self._rows) else None

    @property
    def words(self) -> str:
        """What stands in the row that the cursor is on, on one line."""
        if self.target is None:
            return ""
        drawn = (content.plain for content in self._rows[self.cursor].draw(ENDLESS))
        return " ".join(" ".join(drawn).split())

    @property
    def targets(self) -> tuple[Hashable, ...]:
        """All that can be chosen, in order."""
        return tuple(target for target in self._all_targets if target is not None)

    @property
    def _all_targets(self) -> Iterable[Hashable | None]:
        rows = self._rows
        return rows.targets if isinstance(rows, LazyRows) else (row.target for row in rows)

    def find(self, target: Hashable | None) -> int:
        """The row with this target, or -1."""
        if target is None:
            return -1
        rows = self._rows
        return (
            rows.find(target) if isinstance(rows, LazyRows) else place_in(self._all_targets, target)
        )

    def seek(self, target: Hashable) -> bool:
        """Put the cursor on a target; whether it is there."""
        index = self.find(target)
        if index >= 0:
            self.cursor = index
        return index >= 0

    # ------------------------------------------------------------------------- layout

    def _lay_out(self) -> None:
        width = self.room - GUTTER - 1
        if width <= 0 or width == self._width:
            return
        self._width = width
        self._lines.clear()
        self._strips.clear()
        if isinstance(self._rows, LazyRows):
            self._tops = self._rows.tops
        else:
            self._tops = [0, *accumulate(self._height(n) for n in range(len(self._rows)))]
        self.measured(self._tops[-1])
        if self._wanted_scroll is not None:
            self.bring(self._wanted_scroll)
            self._wanted_scroll = None
        else:
            self._reset_scroll()
        self.refresh()

    def _height(self, index: int) -> int:
        height = self._rows[index].height
        if callable(height):
            return height(self._width)
        return height or len(self._lines_of(index))

    def _reset_scroll(self) -> None:
        self.bring(0)
        self._into_sight()

    def _lines_of(self, index: int) -> Sequence[Content]:
        found = self._lines.get(index)
        if found is None:
            if len(self._lines) > KEPT:
                self._lines.clear()
            found = self._lines[index] = self._drawn(self._rows[index])
        return found

    def _drawn(self, row: Row) -> Sequence[Content]:
        """The lines of a row, or one that says that it cannot be drawn."""
        try:
            return row.draw(self._width)
        except Exception as error:
            if not tolerates_errors(self.app):
                raise
            self.app.post_message(PartFailed(error, row.target))
            return [styled("This line cannot be shown.", WARN)]

    def on_resize(self) -> None:
        self._lay_out()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing, where the stylesheet asks for nothing: only the cursor looks different,
        and to style the list and its scrollbars again would take as long as to draw them."""

    def on_focus(self) -> None:
        self.refresh()
        if self.target is not None:
            self.post_message(self.Reached(self, self.target))

    def on_blur(self) -> None:
        self.refresh()

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    # ------------------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        if self._width <= 0 or self._painted != self.outer_size:
            # The first paint comes before the news of one's size.
            self._painted = self.outer_size
            self._lay_out()
        number = self.scroll_offset.y + y
        index = bisect_right(self._tops, number) - 1
        if not 0 <= index < len(self._rows) or self._width <= 0:
            return self.empty
        strips = self._strips_of(index)
        inside = number - self._tops[index]
        if inside >= len(strips):
            return self.empty
        return strips[inside]

    def _strips_of(self, index: int) -> list[Strip]:
        here = self._here(index)
        key = (index, here)
        found = self._strips.get(key)
        if found is None:
            if len(self._strips) > KEPT:
                self._strips.clear()
            found = self._strips[key] = self._draw(index, here)
        return found

    def _here(self, index: int) -> str:
        if index != self.cursor:
            return ""
        return "cursor" if self.has_focus else "cursor-away"

    def _draw(self, index: int, here: str) -> list[Strip]:
        base, blank, room = self.visual_style, Content("  "), self.room
        lines = self._lines_of(index)
        # The space after a row is not part of what the cursor is on.
        full = len(lines)
        while full > 1 and not lines[full - 1]:
            full -= 1
        lit = base + self.role(here) if here else base
        # The bar says where the cursor is without any colour.
        bar = ("▌" if here == "cursor" else "▏") if here else " "
        target = self._rows[index].target
        signs = self.signs(target) if target is not None else ""
        edges = (f"{bar}{sign}" for sign in signs.ljust(len(lines)))
        drawn = []
        for number, (content, edge) in enumerate(zip(lines, edges, strict=False)):
            if number < full:
                lead = Content.styled(edge, ".key") if edge.strip() else blank
                drawn.append(self.drawn(lead + content, room, lit))
            else:
                drawn.append(self.drawn(blank, room, base))
        return drawn

    def draw_signs(self) -> None:
        """Draw the signs anew: something was added, or taken away."""
        self._strips.clear()
        self.refresh()

    # ------------------------------------------------------------------------- moving

    def _next(self, index: int, step: int) -> int:
        """The next row that can be chosen, or -1."""
        index += step
        while 0 <= index < len(self._rows):
            if self._rows[index].target is not None:
                return index
            index += step
        return -1

    def watch_cursor(self, before: int, after: int) -> None:
        self._into_sight()
        self._refresh_row(before)
        self._refresh_row(after)
        self._tell()

    def _refresh_row(self, index: int) -> None:
        if 0 <= index < len(self._tops) - 1:
            top, height = self._tops[index], self._tops[index + 1] - self._tops[index]
            self.refresh(Region(0, top - self.scroll_offset.y, self.room, height))

    def _tell(self) -> None:
        if self.target is not None:
            self.post_message(self.Highlighted(self, self.target))
            self.post_message(self.Reached(self, self.target))

    def _into_sight(self) -> None:
        """Scroll as little as needed, and keep a heading in sight with its first row."""
        if not 0 <= self.cursor < len(self._tops) - 1 or not self.tall:
            return
        top, bottom = self._tops[self.cursor], self._tops[self.cursor + 1]
        above = self.cursor
        while above > 0 and self._rows[above - 1].target is None:
            above -= 1
        if bottom - self._tops[above] <= self.tall:
            top = self._tops[above]
        if top < self.scroll_offset.y:
            self.bring(top)
        elif bottom > self.scroll_offset.y + self.tall:
            self.bring(bottom - self.tall)

    def action_move(self, step: int) -> None:
        index = self._next(self.cursor, step)
        if index >= 0:
            self.cursor = index
        elif step < 0:
            self.bring(0)

    def action_page(self, step: int) -> None:
        if self.cursor < 0:
            return
        wanted = self._tops[self.cursor] + step * max(1, self.tall - 2)
        index = min(max(0, bisect_right(self._tops, wanted) - 1), len(self._rows) - 1)
        if self._rows[index].target is None:
            after = self._next(index, step)
            index = after if after >= 0 else self._next(index, -step)
        self.cursor = index

    def action_end(self, step: int) -> None:
        self.cursor = self._next(-1 if step < 0 else len(self._rows), -step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "choose" or self._choosable

    def action_choose(self) -> None:
        if self.target is not None:
            self.post_message(self.Chosen(self, self.target))

    def row_at(self, y: int) -> int:
        """The row on a line of the widget, or -1."""
        index = bisect_right(self._tops, self.scroll_offset.y + y) - 1
        return index if 0 <= index < len(self._rows) else -1

    def clicked(self, event: events.Click) -> bool:
        """Put the cursor where the click was; whether something can be chosen there."""
        offset = event.get_content_offset(self)
        index = self.row_at(offset.y) if offset else -1
        if index < 0 or self._rows[index].target is None:
            return False
        self.cursor = index
        return True

    def on_click(self, event: events.Click) -> None:
        if self.clicked(event) and event.chain > 1:
            self.action_choose()


class Listing(RowList):
    """The list on the left."""

    def _lay_out(self) -> None:
        super()._lay_out()
        # Where the room becomes less, what the detail shows stays in sight.
        self._into_sight()
