"""Words of a text that are chosen with the keyboard, one after the other."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right

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
