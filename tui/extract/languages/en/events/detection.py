"""From a text to its events: every rule reads every sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

from tui import dates
from tui.extract.findings import EventMention, Mention, Reported, TimeMention
from tui.extract.languages.en.events.rules import told_of
from tui.extract.languages.en.events.sentence import Sentence
from tui.extract.languages.en.events.titles import tells
from tui.extract.text import quotation_marks as marks
from tui.extract.text.document import Document, Span
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import UNKNOWN, When

_ROLES = frozenset({"body", "caption", "lead-title"})
_PROSE = 3_000
"""Characters of a sentence; what is longer is a list or noise, and no prose to be read."""
_SPEECH = 40
"""Characters from which words in quotation marks are speech and no name or scare quote."""

T = TypeVar("T", Mention, TimeMention)


def find(
    document: Document,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    reported: Sequence[Reported],
    published: When = UNKNOWN,
    marked: Sequence[QuotedSpan] | None = None,
) -> list[EventMention]:
    """The events of a text in its order, each passage by itself; see ``merge``.

    The day of publication tells what is still to come ("the November election"). ``marked``
    are the text's quotation marks, where they have been paired before.
    """
    if marked is None:
        marked = marks.pair(document.text, document.paragraphs)
    names: dict[str, Span] = {}
    for mention in mentions:
        if mention.named and mention.actor not in names:
            names[mention.actor] = Span(mention.start, mention.end)
    told_until = published.latest or (dates.bounds(published.edtf)[1] if published.edtf else "")
    words = _by_sentence(document, [*reported, *_quoted(marked)])
    mentioned = _Within(mentions)
    timed = _Within(times)
    found: list[EventMention] = []
    for index, rules in told_of(document, times):
        sentence = document.sentences[index]
        role = document.paragraphs[sentence.paragraph].role
        if role not in _ROLES or sentence.end - sentence.start > _PROSE:
            continue
        span = Span(sentence.start, sentence.end)
        read = Sentence(
            document,
            span,
            role,
            mentioned.within(span),
            timed.within(span),
            words.get(index, []),
            names,
            told_until,
        )
        for rule in rules:
            rule.read(read)
        found.extend(sorted(read.found, key=lambda event: (event.start, event.head_start)))
    return [event for event in found if tells(event.title)]


def _quoted(marked: Sequence[QuotedSpan]) -> list[Reported]:
    """What stands in quotation marks: words of somebody, known or not, and never facts."""
    return [
        Reported(each.start, each.end, (), "statement")
        for each in marked
        if not each.single and not each.nested and each.end - each.start >= _SPEECH
    ]


class _Within(Generic[T]):
    """Items in order of text, to be had by where they start."""

    def __init__(self, items: Sequence[T]) -> None:
        self._items: Sequence[T] = items
        self._starts = [item.start for item in items]

    def within(self, span: Span) -> list[T]:
        """The items that start inside a span."""
        first = bisect_left(self._starts, span.start)
        return list(self._items[first : bisect_left(self._starts, span.end, first)])


def _by_sentence(document: Document, reported: Sequence[Reported]) -> dict[int, list[Reported]]:
    starts = [sentence.start for sentence in document.sentences]
    found: dict[int, list[Reported]] = {}
    for each in reported:
        first = max(0, bisect_left(starts, each.start + 1) - 1)
        for index in range(first, bisect_left(starts, each.end)):
            found.setdefault(index, []).append(each)
    return found
