"""One line of words: something at its left, something at its right."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.app.text import EMPTY, ROLES, spread


class Line(Widget):
    """A heading or a status: two contents that share a line; the left one gives way."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)
    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; }
    """

    left: reactive[Content] = reactive(EMPTY)
    right: reactive[Content] = reactive(EMPTY)

    def render(self) -> Content:
        return spread(self.left, self.right, self.content_region.width)
