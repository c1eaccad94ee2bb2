"""The part of a file's text that is its report, and the way back to the file's offsets.

Front matter and marks are no words of a report, yet offsets count them. The rules read the
report alone; every position that becomes an anchor is led back here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from tui.extract.text.document import Span


class Kept:
    """A report, pieced together from stretches of a file's text."""

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]] | None) -> None:
        self._whole = stretches is None
        self.stretches = [(0, len(text))] if stretches is None else stretches
        self.text = text
        """The report alone."""
        if stretches is not None:
            self.text = "".join([text[start:end] for start, end in stretches])
        self._begins = [0, *accumulate(end - start for start, end in self.stretches)]

    def in_file(self, span: Span | tuple[int, int]) -> Span:
        """Where a passage of the report stands in the file's text."""
        start, end = span
        if self._whole:
            return Span(start, end)
        if end <= start:
            return Span(self._offset(start), self._offset(start))
        # The end is that of its last character: marks behind it are no part of it.
        return Span(self._offset(start), self._offset(end - 1) + 1)

    def _offset(self, position: int) -> int:
        if not self.stretches:
            return position
        index = min(bisect_right(self._begins, position) - 1, len(self.stretches) - 1)
        return self.stretches[index][0] + position - self._begins[index]
