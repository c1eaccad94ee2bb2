"""Where every position of an edited text stands in its source."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """A stretch of a text, and what stands there instead."""

    start: int
    end: int
    text: str


class _Origin(NamedTuple):
    """The source of each character of a text, and how long the whole source is."""

    starts: array[int]
    ends: array[int]
    size: int


class OffsetMap:
    """A text, and where each of its characters comes from in its source.

    Without an origin the text is its own source.
    """

    __slots__ = ("_origin", "text")

    def __init__(self, text: str, origin: _Origin | None = None) -> None:
        self.text = text
        self._origin = origin

    @property
    def identical(self) -> bool:
        """Whether the text is its own source, character for character."""
        return self._origin is None

    def to_source(self, span: tuple[int, int]) -> tuple[int, int]:
        """Where a passage of the text stands in the source.

        What was taken out inside the passage is part of it. What was taken out before its
        first or behind its last character is not.
        """
        if self._origin is None:
            return span
        start, end = span
        if start < end:
            return self._origin.starts[start], self._origin.ends[end - 1]
        at = self.starts()[start]
        return at, at

    def starts(self) -> Sequence[int]:
        """Where each character begins in the source, and last where the source ends."""
        if self._origin is None:
            return range(len(self.text) + 1)
        return [*self._origin.starts, self._origin.size]

    def between(self, start: int, end: int) -> str:
        """The text of a stretch of the source."""
        if self._origin is None:
            return self.text[start:end]
        starts = self._origin.starts
        return self.text[bisect_left(starts, start) : bisect_left(starts, end)]

    def within(self, stretches: Sequence[tuple[int, int]]) -> OffsetMap:
        """The text of some stretches of the source, one behind the other."""
        origin = self._with_origin()
        pieces, starts, ends = [], array("I"), array("I")
        for start, end in stretches:
            these = slice(bisect_left(origin.starts, start), bisect_left(origin.starts, end))
            pieces.append(self.text[these])
            starts += origin.starts[these]
            ends += origin.ends[these]
        return OffsetMap("".join(pieces), _Origin(starts, ends, origin.size))

    def edited(self, edits: Iterable[Edit]) -> OffsetMap:
        """The text with edits made; they are in order and do not overlap."""
        edits = list(edits)
        if not edits:
            return self
        origin = self._with_origin()
        pieces: list[str] = []
        starts, ends = array("I"), array("I")
        done = 0
        for start, end, instead in edits:
            pieces += self.text[done:start], instead
            starts += origin.starts[done:start]
            ends += origin.ends[done:start]
            starts.extend([origin.starts[start]] * len(instead))
            ends.extend([origin.ends[end - 1]] * len(instead))
            done = end
        pieces.append(self.text[done:])
        starts += origin.starts[done:]
        ends += origin.ends[done:]
        return OffsetMap("".join(pieces), _Origin(starts, ends, origin.size))

    def _with_origin(self) -> _Origin:
        if self._origin is not None:
            return self._origin
        size = len(self.text)
        return _Origin(array("I", range(size)), array("I", range(1, size + 1)), size)
