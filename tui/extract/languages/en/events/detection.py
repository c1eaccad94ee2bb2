"""From a text to its events: every rule reads every sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from tui.extract.findings import ContestMention, EventMention, Mention, Reported, TimeMention
from tui.extract.languages.en.events.besides import lead
from tui.extract.languages.en.events.chronicle import in_rows, rows_of
from tui.extract.languages.en.events.dated_text import DatedText
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.event_text import EventText
from tui.extract.languages.en.events.rules import RULES, EventRule, told_of
from tui.extract.languages.en.events.story_days import followed
from tui.extract.text import quotation_marks as marks
from tui.extract.text.document import Document
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import UNKNOWN, When

_ROLES = frozenset({"body", "caption", "lead-title"})
_SENTENCES_OF_A_REPORT = 4
_LEAD = 2
_PROSE = 3_000
"""Characters of a sentence; what is longer is a list or noise, and no prose to be read."""


def find(
    document: Document,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    reported: Sequence[Reported],
    published: When = UNKNOWN,
    marked: Sequence[QuotedSpan] | None = None,
    elections: Sequence[ContestMention] = (),
) -> list[EventMention]:
    """The events of a text in its order, each passage by itself; see ``merge``.

    The day of publication tells what is still to come ("the November election"). ``marked``
    are the text's quotation marks, where they have been paired before; ``elections`` those that
    the text names, of which a file may tell the day.
    """
    if marked is None:
        marked = marks.pair(document.text, document.paragraphs)
    rows = rows_of(document, times)
    times = in_rows(document, times, rows) if rows else times
    text = EventText(document, mentions, times, reported, published, marked, rows)
    reader = _Reader(text)
    found: list[EventMention] = []
    dated: list[tuple[int, TimeMention]] = []
    opening = _opening(document)
    told = told_of(document, times, mentions, text.reported)
    for index, rules in _with_rows(told, document, rows, opening):
        read = reader.sentence(index)
        if read is None:
            continue
        for rule in rules:
            if not rule.verbs or not rule.verbs.isdisjoint(read.lemmas):
                rule.read(read)
        if index in opening:
            lead(read, index == opening[0])
        found.extend(sorted(read.found, key=lambda event: (event.start, event.head_start)))
        dated.extend(read.days.items())
    reader.made.clear()  # Sentences know their reader: nothing is left for a garbage collector.
    dated.sort(key=lambda each: each[0])
    held = {each.edtf for one in elections for each in one.contests if each.known}
    return followed(found, DatedText(document, times, text.told_until), dated, held)


def _opening(document: Document) -> list[int]:
    """The first two sentences of a text's own words, which tell its news; none where there is
    too little behind them for a report."""
    own = [
        number
        for number, sentence in enumerate(document.sentences)
        if document.paragraphs[sentence.paragraph].role == "body"
    ]
    return own[:_LEAD] if len(own) >= _SENTENCES_OF_A_REPORT else []


def _with_rows(
    told: Iterable[tuple[int, tuple[EventRule, ...]]],
    document: Document,
    rows: Mapping[int, TimeMention],
    opening: Iterable[int],
) -> Iterable[tuple[int, tuple[EventRule, ...]]]:
    """The sentences that tell of something; those of a chronicle, which tell of it in the
    present, all of them."""
    sentences = dict(told)
    for number in opening:
        sentences.setdefault(number, ())
    for number, sentence in enumerate(document.sentences):
        if sentence.paragraph in rows:
            sentences[number] = RULES
    return sorted(sentences.items())


class _Reader:
    """Makes the sentences of a text, each once."""

    def __init__(self, text: EventText) -> None:
        self.text = text
        self.made: dict[int, EventSentence] = {}

    def sentence(self, index: int) -> EventSentence | None:
        """A sentence by its number; None where it is no prose."""
        if index in self.made:
            return self.made[index]
        document = self.text.document
        start, end, paragraph = document.sentences[index]
        if document.paragraphs[paragraph].role not in _ROLES or end - start > _PROSE:
            return None
        self.made[index] = EventSentence(self.text, index, partial(self.before, index))
        return self.made[index]

    def before(self, index: int) -> EventSentence | None:
        """The sentence before another, in its paragraph or the one before."""
        if index == 0:
            return None
        sentences = self.text.document.sentences
        near = sentences[index].paragraph - sentences[index - 1].paragraph <= 1
        return self.sentence(index - 1) if near else None
