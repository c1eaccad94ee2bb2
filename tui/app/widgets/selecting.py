"""Words of a text that are chosen with the keyboard, one after the other."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.app.keys import hidden, key
from tui.app.widgets.lines import Lines

_WORD = re.compile(r"\w+(?:[-'’.,:/&@]\w+)*")


class Selecting:
    """A word of a text, or those from a word that is held to another."""

    def __init__(self, text: str, offset: int) -> None:
        self._starts, self._ends = array("q"), array("q")
        for word in _WORD.finditer(text):
            self._starts.append(word.start())
            self._ends.append(word.end())
        self._at = min(bisect_left(self._starts, offset), len(self._starts) - 1)
        self._held = -1

    def __bool__(self) -> bool:
        """Whether there is any word to choose."""
        return bool(self._starts)

    @property
    def holds(self) -> bool:
        """Whether a first word is held."""
        return self._held >= 0

    def hold(self) -> None:
        """Hold the word of the moment, or none again."""
        self._held = -1 if self.holds else self._at

    def move(self, step: int) -> None:
        """To a further word, or one before."""
        self._at = min(max(0, self._at + step), len(self._starts) - 1)

    def move_to(self, offset: int, line: int) -> None:
        """To the word that stands at an offset of a line or before it; where the line has
        none, below it on the way down, above it on the way up."""
        at = max(0, bisect_right(self._starts, offset) - 1)
        if self._starts[at] < line and line > self.at:
            at = min(bisect_left(self._starts, line), len(self._starts) - 1)
        self._at = at

    @property
    def at(self) -> int:
        """Where the word of the moment begins."""
        return self._starts[self._at]

    @property
    def span(self) -> tuple[int, int]:
        """From the first of the chosen words to the end of the last."""
        held = self._held if self.holds else self._at
        first, last = sorted((held, self._at))
        return self._starts[first], self._ends[last]


SELECTING: list[BindingType] = [
    hidden(
        "select", "v", "select", "Select",
        "Select words with the arrow keys; press again to fix where they begin",
    ),
    hidden("right", "right,l", "reach(1)", "Word", "Next word"),
    hidden("left", "left,h", "reach(-1)", "Word back", "Previous word"),
    key("unselect", "escape", "unselect", "Leave", "Stop selecting"),
]  # fmt: skip
"""The keys that choose words."""


class Selectable(Lines):
    """A text drawn line by line, of which words can be chosen.

    Whoever derives from it has the text and its lines, and brings a place into sight.
    """

    _plain: str
    _starts: array[int]
    _ends: array[int]
    _strips: dict[int, Strip]
    _selecting: Selecting | None = None

    @dataclass
    class Selected(Message):
        """Words are chosen, or none any more."""

        reading: Selectable

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, Selectable.Selected) and message.reading is self.reading

    @property
    def begin(self) -> int:
        """Where reading goes on from."""
        raise NotImplementedError

    def line_of(self, offset: int) -> int:
        """The line on which an offset stands."""
        raise NotImplementedError

    def _bring_offset(self, start: int, end: int) -> None:
        raise NotImplementedError

    @property
    def selected(self) -> tuple[int, int] | None:
        """The words that are chosen."""
        return self._selecting.span if self._selecting else None

    @property
    def holds(self) -> bool:
        """Whether the first of the words to choose is held."""
        return bool(self._selecting and self._selecting.holds)

    def action_select(self) -> None:
        """Begin to choose words, and then hold the first of them."""
        if self._selecting is None:
            self._selecting = Selecting(self._plain, self.begin) or None
        else:
            self._selecting.hold()
        self._show_selected()

    def action_reach(self, step: int) -> None:
        if self._selecting:
            self._selecting.move(step)
            self._show_selected()

    def action_unselect(self) -> None:
        self._selecting = None
        self._show_selected()

    def _reach_line(self, step: int) -> None:
        """To the word above or below."""
        if self._selecting:
            line = self.line_of(self._selecting.at)
            column = self._selecting.at - self._starts[line]
            other = min(max(0, line + step), len(self._starts) - 1)
            begin = self._starts[other]
            self._selecting.move_to(min(begin + column, self._ends[other]), begin)
            self._show_selected()

    def _show_selected(self) -> None:
        self._strips.clear()
        if self._selecting:
            self._bring_offset(self._selecting.at, self._selecting.at + 1)
        self.refresh()
        self.post_message(self.Selected(self))
