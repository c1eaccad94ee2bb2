"""What is known of a text before its events are read, to be had by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from tui import dates
from tui.extract.findings import Mention, Reported, TimeMention
from tui.extract.text.document import Document, Span
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import When

_SPEECH = 40
"""Characters from which words in quotation marks are speech and no name or scare quote."""

T = TypeVar("T", Mention, TimeMention, Span)


class EventText:
    """A text with its mentions, its dates, and whose words stand where in it."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        reported: Sequence[Reported],
        published: When,
        marked: Sequence[QuotedSpan],
        rows: Mapping[int, TimeMention],
    ) -> None:
        self.document = document
        self.rows = rows
        """The dates of the rows of a chronicle, by their paragraphs."""
        self.names: dict[str, Span] = {}
        """Where each actor is named first."""
        for mention in mentions:
            if mention.named and mention.actor not in self.names:
                self.names[mention.actor] = Span(mention.start, mention.end)
        self.types = {mention.actor: mention.type for mention in mentions}
        edtf = published.edtf
        self.told_until = published.latest or (dates.bounds(edtf)[1] if edtf else "")
        self.reported = _by_sentence(document, [*reported, *_quoted(marked)])
        """The words of somebody that each sentence has a part of, by its number."""
        self.in_marks = Within([Span(each.start, each.end) for each in marked if not each.single])
        self.mentioned = Within(mentions)
        self.timed = Within(times)


def _quoted(marked: Sequence[QuotedSpan]) -> list[Reported]:
    """What stands in quotation marks: words of somebody, known or not, and never facts."""
    return [
        Reported(each.start, each.end, (), "statement")
        for each in marked
        if not each.single and not each.nested and each.end - each.start >= _SPEECH
    ]


class Within(Generic[T]):
    """Items in order of text, to be had by where they start."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items: Sequence[T] = items
        self._starts = [item.start for item in items]

    def within(self, span: Span) -> Sequence[T]:
        """The items that start inside a span."""
        first = bisect_left(self._starts, span.start)
        return self._items[first : bisect_left(self._starts, span.end, first)]

    def around(self, span: Span) -> Sequence[T]:
        """The items that lie in a span in part: those that start inside it, and the one before,
        which may go on into it."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        return self._items[first : bisect_left(self._starts, span.end, first)]


def _by_sentence(document: Document, reported: Sequence[Reported]) -> dict[int, list[Reported]]:
    starts = [sentence.start for sentence in document.sentences]
    found: dict[int, list[Reported]] = {}
    for each in reported:
        first = max(0, bisect_left(starts, each.start + 1) - 1)
        for index in range(first, bisect_left(starts, each.end)):
            found.setdefault(index, []).append(each)
    return found
