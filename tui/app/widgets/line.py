"""One line of words: something at its left, something at its right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from tui.app.styling import EMPTY, cut, spread
from tui.app.widgets.lines import OneLine


class Line(OneLine):
    """A heading or a status: two contents that share a line; the left one gives way."""

    left: reactive[Content] = reactive(EMPTY)
    right: reactive[Content] = reactive(EMPTY)

    def content(self) -> Content:
        return spread(self.left, self.right, self.size.width)


class Notice(OneLine):
    """One line in the middle of its width."""

    words: reactive[Content] = reactive(EMPTY)

    def content(self) -> Content:
        return cut(self.words, self.size.width).center(self.size.width)
