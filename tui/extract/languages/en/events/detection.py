"""From a text to its events: every rule reads every sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from tui import dates
from tui.extract.findings import EventMention, Mention, Reported, TimeMention
from tui.extract.languages.en.events.besides import lead
from tui.extract.languages.en.events.chronicle import in_rows, rows_of
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.reference import followed
from tui.extract.languages.en.events.rules import RULES, EventRule, told_of
from tui.extract.text import quotation_marks as marks
from tui.extract.text.document import Document, Span
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import UNKNOWN, When

_ROLES = frozenset({"body", "caption", "lead-title"})
_SENTENCES_OF_A_REPORT = 4
_PROSE = 3_000
"""Characters of a sentence; what is longer is a list or noise, and no prose to be read."""
_SPEECH = 40
"""Characters from which words in quotation marks are speech and no name or scare quote."""

T = TypeVar("T", Mention, TimeMention, Span)


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
    rows = rows_of(document, times)
    times = in_rows(document, times, rows) if rows else times
    reader = _Reader(document, mentions, times, reported, published, marked, rows)
    found: list[EventMention] = []
    dated: list[tuple[int, TimeMention]] = []
    opening = _opening(document)
    for index, rules in _with_rows(told_of(document, times, mentions), document, rows):
        read = reader.sentence(index)
        if read is None:
            continue
        for rule in rules:
            if not rule.verbs or not rule.verbs.isdisjoint(read.lemmas):
                rule.read(read)
        if index == opening:
            lead(read)
        found.extend(sorted(read.found, key=lambda event: (event.start, event.head_start)))
        dated.extend(read.days)
    reader.made.clear()  # Sentences know their reader: nothing is left for a garbage collector.
    dated.sort(key=lambda each: each[0])
    return followed(found, document, times, dated, reader.told_until)


def _opening(document: Document) -> int:
    """The first sentence of a text's own words, which tells its news; -1 where there is none,
    or too little behind it for a report."""
    own = [
        number
        for number, sentence in enumerate(document.sentences)
        if document.paragraphs[sentence.paragraph].role == "body"
    ]
    return own[0] if len(own) >= _SENTENCES_OF_A_REPORT else -1


def _with_rows(
    told: Iterable[tuple[int, tuple[EventRule, ...]]],
    document: Document,
    rows: Mapping[int, TimeMention],
) -> Iterable[tuple[int, tuple[EventRule, ...]]]:
    """The sentences that tell of something; those of a chronicle, which tell of it in the
    present, all of them."""
    sentences = dict(told)
    if _opening(document) >= 0:
        sentences.setdefault(_opening(document), ())
    for number, sentence in enumerate(document.sentences):
        if sentence.paragraph in rows:
            sentences[number] = RULES
    return sorted(sentences.items())


class _Reader:
    """Makes the sentences of a text, with what is known of each."""

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
        self.made: dict[int, EventSentence] = {}
        self._names: dict[str, Span] = {}
        for mention in mentions:
            if mention.named and mention.actor not in self._names:
                self._names[mention.actor] = Span(mention.start, mention.end)
        edtf = published.edtf
        self.told_until = published.latest or (dates.bounds(edtf)[1] if edtf else "")
        self._words = _by_sentence(document, [*reported, *_quoted(marked)])
        self._types = {mention.actor: mention.type for mention in mentions}
        self._in_marks = _Within([Span(each.start, each.end) for each in marked if not each.single])
        self._mentioned = _Within(mentions)
        self._timed = _Within(times)

    def sentence(self, index: int) -> EventSentence | None:
        """A sentence by its number; None where it is no prose."""
        if index in self.made:
            return self.made[index]
        sentence = self.document.sentences[index]
        role = self.document.paragraphs[sentence.paragraph].role
        if role not in _ROLES or sentence.end - sentence.start > _PROSE:
            return None
        span = Span(sentence.start, sentence.end)
        self.made[index] = EventSentence(
            self.document,
            span,
            role,
            self._mentioned.within(span),
            self._timed.within(span),
            self._words.get(index, []),
            self._in_marks.around(span),
            self._names,
            self._types,
            self.told_until,
            partial(self.before, index),
            self.rows.get(sentence.paragraph),
        )
        return self.made[index]

    def before(self, index: int) -> EventSentence | None:
        """The sentence before another, in its paragraph or the one before."""
        if index == 0:
            return None
        here, there = self.document.sentences[index].paragraph, self.document.sentences[index - 1]
        return self.sentence(index - 1) if here - there.paragraph <= 1 else None


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

    def around(self, span: Span) -> list[T]:
        """The items that lie in a span in part: those that start inside it, and the one before,
        which may go on into it."""
        first = max(0, bisect_left(self._starts, span.start) - 1)
        return list(self._items[first : bisect_left(self._starts, span.end, first)])


def _by_sentence(document: Document, reported: Sequence[Reported]) -> dict[int, list[Reported]]:
    starts = [sentence.start for sentence in document.sentences]
    found: dict[int, list[Reported]] = {}
    for each in reported:
        first = max(0, bisect_left(starts, each.start + 1) - 1)
        for index in range(first, bisect_left(starts, each.end)):
            found.setdefault(index, []).append(each)
    return found
