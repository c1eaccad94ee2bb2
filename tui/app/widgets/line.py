"""One line of words: something at its left, something at its right."""

from __future__ import annotations

import re

from textual import events
from textual.content import Content
from textual.reactive import reactive

from tui.app.keys import each_key
from tui.app.styling import EMPTY, cut, spread, whole_parts
from tui.app.widgets.lines import OneLine

APART = re.compile(r"  +| · ")
"""What stands between the parts of a line."""


class Line(OneLine):
    """A heading or a status: two contents that share a line; the left one gives way. A key
    that stands in it is pressed by a click on it, or on the words beside it."""

    left: reactive[Content] = reactive(EMPTY)
    right: reactive[Content] = reactive(EMPTY)

    def content(self) -> Content:
        return spread(self.left, self.right, self.size.width)

    def on_click(self, event: events.Click) -> None:
        shown = self.content()
        at = len(shown.truncate(event.x).plain)
        if name := key_at(shown, at):
            self.app.simulate_key(next(each_key(name)))


def key_at(shown: Content, at: int) -> str:
    """The key that a place in a line stands for: the one there, else the first in its part of
    the line; "" where there is none."""
    keys = [(span.start, span.end) for span in shown.spans if span.style == ".key"]
    ends = [0, *(match.end() for match in APART.finditer(shown.plain)), len(shown.plain)]
    start = max(end for end in ends if end <= at)
    end = min((end for end in ends if end > at), default=at)
    inside = [key for key in keys if start <= key[0] < end]
    there = [key for key in inside if key[0] <= at < key[1]] or inside
    return shown.plain[slice(*there[0])].strip() if there else ""


class PartsLine(Line):
    """A heading of several parts; those behind that have no room are left out."""

    parts: reactive[tuple[Content, ...]] = reactive(())

    def content(self) -> Content:
        return whole_parts(self.parts, self.size.width, " · ")


class Notice(OneLine):
    """One line in the middle of its width."""

    words: reactive[Content] = reactive(EMPTY)

    def content(self) -> Content:
        return cut(self.words, self.size.width).center(self.size.width)
