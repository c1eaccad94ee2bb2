"""The line of a page that dates its report, and what stands beside the date in it."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.extract.text.document import Span

LONGEST = 160
"""Characters of a line that dates a report among other things."""
_SEPARATOR = re.compile(r"\s*[|•·–—]\s*|\s[/-]\s")
_BESIDE = 16
"""Letters beside the date of a line that dates the report, and names no more than a place."""
_LETTERS = re.compile(r"[^\W\d_]++")


class DatedLines(NamedTuple):
    """The lines of one text, asked about the date of its report."""

    text: str
    date: Span | None

    def holds(self, span: Span) -> bool:
        """Whether the date of the report stands in a line."""
        return self.date is not None and span.start <= self.date.start < span.end

    def opens(self, span: Span) -> bool:
        """Whether the date of the report opens a paragraph that goes on behind it."""
        if self.date is None or not span.start <= self.date.start <= span.start + 6:
            return False
        return self.date.end < span.end and not self.alone(span)

    def alone(self, span: Span) -> bool:
        """Whether a line dates the report and says little else."""
        if self.date is None or not self.holds(span):
            return False
        beside = self.text[span.start : self.date.start] + self.text[self.date.end : span.end]
        return sum(map(len, _LETTERS.findall(beside[:200]))) <= _BESIDE

    def ends(self, span: Span) -> bool:
        """Whether the date of the report is the end of a line: a stop there is its own."""
        return self.date is not None and self.date.end >= span.end

    def beside(self, span: Span) -> list[Span]:
        """What stands beside the date of the report in its line, part by part."""
        if self.date is None or span.end - span.start > LONGEST:
            return []
        parts = []
        for start, end in ((span.start, self.date.start), (self.date.end, span.end)):
            at = start
            for mark in (*_SEPARATOR.finditer(self.text, start, max(start, end)), None):
                stop = mark.start() if mark else end
                words = self.text[at:stop]
                inner = words.strip(" \t,()")
                if inner:
                    begin = at + words.index(inner)
                    parts.append(Span(begin, begin + len(inner)))
                at = mark.end() if mark else end
        return parts
