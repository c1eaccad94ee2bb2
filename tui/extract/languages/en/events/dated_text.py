"""A text with its dates, as the rules that carry a day from one act to another ask for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.extract.findings import EventMention, TimeMention
from tui.extract.text.document import Document

SENTENCE_END = re.compile(r"[.!?]\s|\n")
BEHIND = 40
"""Characters behind an event in which its hour may stand."""
TOLD = frozenset({"happened", "ongoing", "alleged"})
_LONGEST = 400
"""Characters of a sentence before an event that are read."""
_JOINED = 8
"""Characters between the name of a day and the date that says which it is: ", in "."""


class DatedText:
    """A text and its dates by their places; ``published`` is the last day that it can tell of."""

    def __init__(self, document: Document, times: Sequence[TimeMention], published: str) -> None:
        self.document = document
        self.text = document.text
        self.published = published
        self.days = [time for time in times if is_day(time)]
        self.ends = [time.end for time in self.days]
        self._starts = [time.start for time in times if time.edtf]
        self._dates = [time.edtf for time in times if time.edtf]

    def begin(self, event: EventMention) -> int:
        """Where the sentence of an event begins, or near enough before it."""
        first = max(0, event.start - _LONGEST)
        ends = [found.end() for found in SENTENCE_END.finditer(self.text, first, event.start)]
        return ends[-1] if ends else first

    def paragraph_start(self, at: int) -> int:
        """Where the paragraph of a position begins."""
        return self.document.paragraphs[max(0, self.document.paragraph_at(at))].start

    def only(self, day: TimeMention, begin: int, end: int) -> bool:
        """Whether no other date than that of an act stands between two positions."""
        first, last = bisect_right(self._starts, begin), bisect_left(self._starts, end)
        return all(other[: len(day.edtf)] == day.edtf for other in self._dates[first:last])

    def moved(self, day: TimeMention, begin: int, end: int) -> bool:
        """Whether a text goes on to another day between two positions: "but on Sunday they were
        violent". A day that only says which thing is meant ("Sunday's vote") moves nothing."""
        first, last = (
            bisect_right(self._starts, max(begin, day.end)),
            bisect_left(self._starts, end),
        )
        return any(
            other[: len(day.edtf)] != day.edtf and self.text[start : start + 3].lower() == "on "
            for start, other in zip(self._starts[first:last], self._dates[first:last], strict=True)
        )

    def dated_behind(self, found: re.Match[str]) -> bool:
        """Whether the text goes on to say which day it means: "on election day in 2022"."""
        first = bisect_right(self._starts, found.start())
        return first < len(self._starts) and self._starts[first] <= found.end() + _JOINED

    def of_publication(self, event: EventMention, note: str) -> TimeMention | None:
        """The day of publication as that of an event."""
        if not self.published:
            return None
        return resolved(event, self.published, "publication", note)


def is_day(time: TimeMention) -> bool:
    """Whether a time is one day."""
    return len(time.edtf) == len("2024-01-01") and time.edtf.replace("-", "").isdigit()


def resolved(event: EventMention, day: str, rule: str, note: str) -> TimeMention:
    """A day that no words of an event's own tell."""
    return TimeMention(event.start, event.start, day, "resolved", "at", rule, note)
