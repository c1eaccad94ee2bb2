"""Cells in rows and columns, drawn when they come into sight, with a cursor on one of them.

Where there is no room for all columns, some of them are shown and the cursor takes the
others along. What stands in a cell, and what a target is, the widget does not ask.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.app.keys import key
from tui.app.styling import BAR_REST, column, cut, joined
from tui.app.widgets.lines import OneLine
from tui.app.widgets.row_list import RowList
from tui.app.widgets.rows import Row

NARROWEST, WIDEST = 36, 76
"""Cells of the terminal that a column takes, its margin included."""

MARGIN = 4
"""Of these, those that are the cursor's sign and the rule between columns."""

RULE = "│"


SPEAKERS = Binding.Group("Speaker")


class Box(NamedTuple):
    """What stands in a cell: its lines at a width, how many they are, and its target."""

    draw: Callable[[int], Sequence[Content]]
    height: Callable[[int], int]
    target: Hashable


GridLine = Content | Sequence[Box | None]
"""A heading across all columns, or a box or nothing for each of them."""


class Grid(RowList):
    """Rows of boxes; the cursor goes from box to box, past what is empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("left", "left,h", "across(-1)", "Left", "Cell to the left", group=SPEAKERS),
        key("right", "right,l", "across(1)", "Right", "Cell to the right", group=SPEAKERS),
    ]

    column: var[int] = var(0, init=False)

    class Laid(Message):
        """Other columns are in sight than before, or at another width."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._boxes: list[Sequence[Box | None]] = []
        self.columns = 0
        self.first = 0

    # ------------------------------------------------------------------ what is shown

    def lay(
        self,
        lines: Sequence[GridLine],
        columns: int,
        *,
        at: Hashable | None = None,
        scroll: int | None = None,
    ) -> None:
        """Show other cells, the cursor on the one with a target where it is among them."""
        self._boxes = [() if isinstance(each, Content) else each for each in lines]
        self.columns = columns
        row, place = self._cell_of(at)
        if row < 0:
            # The topmost cell of the first columns: those there is room for anywhere.
            cells = sorted(self._cells(), key=lambda cell: (cell[1] > 1, cell))
            row, place = next(iter(cells), (-1, 0))
        self.set_reactive(Grid.column, place)
        self.first = 0
        self._bring_column()
        rows = [
            self._heading(number, each) if isinstance(each, Content) else self._row(number, each)
            for number, each in enumerate(lines)
        ]
        self.show(rows, at=self._target_of(row, place), scroll=scroll)
        self.post_message(self.Laid())

    def _row(self, number: int, boxes: Sequence[Box | None]) -> Row:
        targets = tuple(box.target for box in boxes if box)
        return Row(lambda _width: (), targets or None, lambda _width: self._tall_of(number))

    def _heading(self, number: int, content: Content) -> Row:
        return Row(
            lambda width: (cut(content, width),), None, lambda _width: self._heads_something(number)
        )

    def _heads_something(self, number: int) -> bool:
        """Whether there is a box below a heading in the columns in sight, or only words."""
        row = number + 1
        while row < len(self._boxes) and self._boxes[row]:
            if any(self._box(row, place) for place in self.shown):
                return True
            row += 1
        return row == number + 1

    def _cells(self) -> list[tuple[int, int]]:
        """Where there are boxes, row by row."""
        return [(r, c) for r, row in enumerate(self._boxes) for c, box in enumerate(row) if box]

    def _cell_of(self, target: Hashable | None) -> tuple[int, int]:
        if target is None:
            return -1, 0
        found = ((r, c) for r, c in self._cells() if self._target_of(r, c) == target)
        return next(found, (-1, 0))

    def _target_of(self, row: int, place: int) -> Hashable | None:
        box = self._box(row, place)
        return box.target if box else None

    def _box(self, row: int, place: int) -> Box | None:
        boxes = self._boxes[row] if 0 <= row < len(self._boxes) else ()
        return boxes[place] if 0 <= place < len(boxes) else None

    @property
    def target(self) -> Hashable | None:
        return self._target_of(self.cursor, self.column)

    def find(self, target: Hashable | None) -> int:
        return self._cell_of(target)[0]

    def seek(self, target: Hashable) -> bool:
        row, place = self._cell_of(target)
        if row >= 0:
            self._go(row, place)
        return row >= 0

    # ------------------------------------------------------------------------- layout

    @property
    def shown(self) -> range:
        """The columns in sight."""
        return range(self.first, min(self.columns, self.first + self._fitting))

    @property
    def _fitting(self) -> int:
        """The columns that there is room for."""
        return max(1, min(self.columns, self.room // NARROWEST))

    @property
    def span(self) -> int:
        """The cells of the terminal that a column takes."""
        return max(MARGIN + 1, min(WIDEST, self.room // max(1, len(self.shown))))

    def _tall_of(self, row: int) -> int:
        width = self.span - MARGIN
        boxes = [box for place in self.shown if (box := self._box(row, place))]
        # The empty line after a row belongs to it.
        return 1 + max((box.height(width) for box in boxes), default=0) if boxes else 0

    def _bring_column(self) -> bool:
        """Have the cursor's column in sight; whether others are shown for that."""
        before, fitting = self.first, self._fitting
        if self.column < self.first:
            self.first = self.column
        elif self.column >= self.first + fitting:
            self.first = self.column - fitting + 1
        self.first = max(0, min(self.first, self.columns - fitting))
        return self.first != before

    def _lay_out(self) -> None:
        if self.room - 3 != self._width:
            self._bring_column()
        super()._lay_out()

    def on_resize(self) -> None:
        self._lay_out()
        self.post_message(self.Laid())

    # ------------------------------------------------------------------------ drawing

    def _here(self, index: int) -> str:
        here = super()._here(index)
        return f"{here} {self.column}" if here else ""

    def _draw(self, index: int, here: str) -> list[Strip]:
        boxes = self._boxes[index] if index < len(self._boxes) else ()
        if not boxes:
            return super()._draw(index, "")
        role, _space, place = here.partition(" ")
        columns = [
            self._drawn_box(self._box(index, number), role if str(number) == place else "")
            for number in self.shown
        ]
        tall = self._tops[index + 1] - self._tops[index]
        blank, rule = Content(" " * (self.span - 1)), Content.styled(RULE, BAR_REST)
        return [
            self.drawn(
                rule.join([lines[y] if y < len(lines) else blank for lines in columns]),
                self.room,
                self.visual_style,
            )
            for y in range(tall)
        ]

    def _drawn_box(self, box: Box | None, role: str) -> list[Content]:
        """The lines of a box, each as wide as a column without its rule; lit where the
        cursor is."""
        if box is None:
            return []
        # The bar says where the cursor is without any colour.
        sign = Content.styled("▌ " if role == "cursor" else "▏ ", ".key") if role else Content("  ")
        width = self.span - MARGIN
        lines = [joined(sign, column(content, width + 1)) for content in box.draw(width)]
        return [line.stylize_before(f".{role}") for line in lines] if role else lines

    # ------------------------------------------------------------------------- moving

    def watch_column(self) -> None:
        if self._bring_column():
            self._width = 0
            self._wanted_scroll = self.scroll_offset.y
            self._lay_out()
            self._into_sight()
            self.post_message(self.Laid())
        self._refresh_row(self.cursor)
        self._tell()

    def _go(self, row: int, place: int) -> None:
        if place != self.column:
            # Both move at once, or the cursor would stand for a moment where nothing is.
            before = self.cursor
            self.set_reactive(RowList.cursor, row)
            self._refresh_row(before)
            self.column = place
            self._into_sight()
        else:
            self.cursor = row

    def _nearest(self, row: int, place: int) -> int:
        """The row nearest to one that has a box in a column, or -1."""
        rows = [number for number in range(len(self._boxes)) if self._box(number, place)]
        return min(rows, key=lambda number: (abs(number - row), number), default=-1)

    def action_move(self, step: int) -> None:
        row = self.cursor + step
        while 0 <= row < len(self._boxes):
            if self._box(row, self.column):
                self.cursor = row
                return
            row += step
        if step < 0:
            self.bring(0)

    def action_across(self, step: int) -> None:
        place = self.column + step
        while 0 <= place < self.columns:
            row = self._nearest(self.cursor, place)
            if row >= 0:
                self._go(row, place)
                return
            place += step

    def action_page(self, step: int) -> None:
        before = self.cursor
        super().action_page(step)
        row = self._nearest(self.cursor, self.column)
        if row >= 0 and (row - before) * step > 0:
            self.cursor = row
        else:
            self.cursor = before
            self.action_move(step)

    def action_end(self, step: int) -> None:
        row = self._nearest(0 if step < 0 else len(self._boxes), self.column)
        if row >= 0:
            self.cursor = row

    def clicked(self, event: events.Click) -> bool:
        offset = event.get_content_offset(self)
        if offset is None:
            return False
        row, place = self.row_at(offset.y), self.first + offset.x // self.span
        if not self._box(row, place):
            return False
        self._go(row, place)
        return True


class Heads(OneLine):
    """What stands above each column that is in sight."""

    def __init__(self, grid: Grid, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._grid = grid
        self._heads: Sequence[Callable[[int], Content]] = ()

    def show(self, heads: Sequence[Callable[[int], Content]]) -> None:
        """Other heads, each drawn at the width of its column."""
        self._heads = heads
        self.refresh()

    def content(self) -> Content:
        width = self._grid.span - MARGIN
        shown = [self._heads[n] for n in self._grid.shown if n < len(self._heads)]
        cells = [joined("  ", column(head(width), width + 1)) for head in shown]
        return Content.styled(RULE, BAR_REST).join(cells)
