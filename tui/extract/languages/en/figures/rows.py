"""Rows of results: lines that tell a name and what it got, and little else.

``"The Blue List" – 23.4 % (49 mandates)``, ``• Green Bloc 14%``, ``| Red Union | 12.1% | 20 |``.
One such line is a line as any other; of two or more, each is a row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tui.extract.text.document import Sentence

_ROW = re.compile(
    r"(?:[•*·▪|–—-][ \t]*|[0-9]{1,2}[.)][ \t]+)?(?P<name>[^\n]{2,90}?)[\s–—:|(][0-9][0-9.,]{0,9}"
    r"(?:\s?(?:%|pct\b|per\s?cent\b)|\s(?:seats|mandates|votes)\b|\s?\|)[^\n]{0,60}"
)
_RULE = re.compile(r"[\s|:-]+")
_LONGEST = 170
"""Characters of a line beyond which it is a sentence."""
_MARKS = ("%", "pct", "per cent", "percent", "seats", "mandates", "votes", "|")
"""What one row has, and so any text with rows."""


class Rows:
    """The rows of a text, by where they begin and end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self._ends: list[int] = []
        self._begins: set[int] = set()
        if "\n" in text and any(mark in text for mark in _MARKS):
            self._find()

    def _find(self) -> None:
        last: tuple[int, int, int] | None = None
        place = 0
        for line in self.text.splitlines(keepends=True):
            start = place + len(line) - len(line.lstrip())
            stop = place + len(line.rstrip())
            place += len(line)
            if stop <= start or _RULE.fullmatch(line):
                continue
            sentence = self.text[stop - 1] in ".!?:;" and self.text[start].isalnum()
            row = None
            if not sentence and stop - start < _LONGEST:
                row = _ROW.fullmatch(self.text, start, stop)
            found = (start, row.start("name"), stop) if row else None
            if found and last:
                if not self.starts or self.starts[-1] != last[0]:
                    self._add(*last)
                self._add(*found)
            last = found

    def _add(self, start: int, name: int, stop: int) -> None:
        self.starts.append(start)
        self._ends.append(stop)
        self._begins |= {start, name}

    def begins(self, place: int) -> bool:
        """Whether a row begins at a place, with its bullet or behind it."""
        return place in self._begins

    def pieces(self, sentence: Sentence) -> Iterator[Sentence]:
        """A sentence in its rows, and in what stands before, between and behind them."""
        place = sentence.start
        at = bisect_left(self.starts, place)
        while at < len(self.starts) and self.starts[at] < sentence.end:
            start, stop = self.starts[at], min(self._ends[at], sentence.end)
            if self.text[place:start].strip():
                yield sentence._replace(start=place, end=start)
            yield sentence._replace(start=start, end=stop)
            place = stop
            at += 1
        if self.text[place : sentence.end].strip() or place == sentence.start:
            yield sentence._replace(start=place)
