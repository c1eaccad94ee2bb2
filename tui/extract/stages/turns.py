"""Interviews, transcripts and debates: what each says in a turn, and what it answers.

Turns are told by labels ("HOST:", "A. Kos:", "Q:") at the start of paragraphs, or by paragraphs
that are questions. One turn goes on to where the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tui.extract.findings import QuoteMention, Speaker
from tui.extract.languages.language import Resolver, TurnRules
from tui.extract.text.document import Document, Paragraph, Span

_LABEL = re.compile(
    r"(?:\*\*)?(?:(?P<who>[^\W\d_a-z](?:[\w.’'-]|\s(?=[^\W\d_a-z])){0,40})"
    r"(?:\s\([^()\n]{2,40}\))?\s?:|(?P<letter>[^\W\d_a-z])\.(?=\s))(?:\*\*)?\s+(?=\S)"
)
"""One to five words with capitals, perhaps a party in brackets, and a colon, which open a
paragraph; or one letter and a full stop ("Q. ...")."""
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,2}")
_BOLD = re.compile(r"[*_]*")
FEWEST = 3
"""Labelled paragraphs that make a transcript; two questions make an interview."""
MANY = 6
"""Labelled paragraphs that show how long turns are here."""
LONGEST_QUESTION = 400
_MARKS = '"”’» *_'


NOBODY = Speaker((), None, "turn", 0.3)
"""Whoever asks, and is not named."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn: its label, if it has one, and from where to where its words stand."""

    label: Span | None
    start: int
    end: int
    paragraph: int
    asks: bool


def read(document: Document, speakers: Resolver, rules: TurnRules) -> list[QuoteMention]:
    """The turns of a text in its order; none where it is no interview or transcript."""
    body = [
        (number, paragraph)
        for number, paragraph in enumerate(document.paragraphs)
        if paragraph.role in ("body", "label", "lead-title")
    ]
    labels = {number: label for number, each in body if (label := _label(document, each, rules))}
    names = [document.text[slice(*_who(label))] for label in labels.values()]
    asked = [number for number, each in body if _is_question(document, each)]
    values = [label for label in labels.values() if document.text[label.end()].isdigit()]
    if len(values) * 3 > len(labels):
        return []  # A table of results: "Green List: 23.4".
    told = len(labels) >= FEWEST and len(set(names)) >= 2 and len(set(names)) < len(names)
    told = told or (len(labels) >= 2 and any(name.lower() in rules.unnamed for name in names))
    mixed = 2 <= len(labels) <= FEWEST and len(asked) >= 2 and len(set(names)) == 2
    if not told and not mixed:
        if len(asked) < 2 or labels:
            return []
        return _interview(document, speakers, rules, body, asked)
    turns = list(_turns(document, body, labels, asked if mixed else []))
    if len(labels) >= MANY:
        turns[-1] = _closed(document, turns)
    return _said(document, turns, speakers, rules)


def _label(document: Document, paragraph: Paragraph, rules: TurnRules) -> re.Match[str] | None:
    label = _LABEL.match(document.text, paragraph.start, paragraph.end)
    if label is None or (label["who"] or "").lower() in rules.no_labels:
        return None
    letter = label["letter"]
    return label if letter is None or letter.lower() in rules.unnamed | rules.answers else None


def _who(label: re.Match[str]) -> Span:
    """Where the words of a label stand that tell who speaks."""
    return Span(*label.span("who" if label["who"] else "letter"))


def _is_question(document: Document, paragraph: Paragraph) -> bool:
    words = document.text[paragraph.start : paragraph.end].rstrip(_MARKS)
    return words.endswith("?") and len(words) <= LONGEST_QUESTION


def _turns(
    document: Document,
    body: Sequence[tuple[int, Paragraph]],
    labels: dict[int, re.Match[str]],
    asked: Sequence[int],
) -> Iterator[_Turn]:
    """The turns that labels open; of an interview that labels only the first of them, its
    other questions and what follows them as well."""
    first = min(labels)
    turn: _Turn | None = None
    for number, paragraph in body:
        if number < first:
            continue
        label = labels.get(number)
        asks = number in asked
        after_question = turn is not None and turn.asks and not asks and bool(asked)
        if label is None and not (asks or after_question) and turn is not None:
            turn = _Turn(turn.label, turn.start, paragraph.end, turn.paragraph, turn.asks)
            continue
        if turn is not None:
            yield turn
        who = _who(label) if label else None
        begin = label.end() if label else paragraph.start
        turn = _Turn(who, begin, paragraph.end, number, _asks(document, begin, paragraph))
    if turn is not None:
        yield turn


def _closed(document: Document, turns: Sequence[_Turn]) -> _Turn:
    """The last turn. Where every other is one paragraph, what stands behind its own is what the
    reporter adds: "The briefing ended at noon."."""
    *others, last = turns
    ends = [document.paragraphs[turn.paragraph].end for turn in turns]
    if any(turn.end > end for turn, end in zip(others, ends, strict=False)):
        return last
    return replace(last, end=min(last.end, ends[-1]))


def _asks(document: Document, begin: int, paragraph: Paragraph) -> bool:
    return document.text[begin : paragraph.end].rstrip(_MARKS).endswith("?")


def _said(
    document: Document, turns: Sequence[_Turn], speakers: Resolver, rules: TurnRules
) -> list[QuoteMention]:
    """The turns with their speakers. Without a label a question is asked by who asked before,
    and an answer given by who answered, or else by the one person whom the lead names."""
    found: list[QuoteMention] = []
    asker = _asker(document, speakers, rules)
    answerer = _only_person(speakers, turns[0].start) or NOBODY
    question: QuoteMention | None = None
    for turn in turns:
        if turn.label is None:
            speaker = (asker if turn.asks else answerer)._replace(words=None)
        else:
            words = document.text[turn.label.start : turn.label.end]
            if words.lower().rstrip(".") in rules.answers:
                speaker = answerer._replace(words=turn.label)
            elif words.lower() in rules.unnamed:
                speaker = NOBODY._replace(words=turn.label)
            else:
                speaker = speakers.labelled(turn.label)
                if not speaker.actors and turn.asks and asker.actors:
                    speaker = asker._replace(words=turn.label)
        if turn.asks and speaker.actors:
            asker = speaker
        elif speaker.actors:
            answerer = speaker
        made = _mention(turn, speaker, "turn-label" if turn.label else "turn-question")
        if question is not None and not turn.asks:
            made.answers = question.start
        question = made if turn.asks else None
        found.append(made)
    return found


def _interview(
    document: Document,
    speakers: Resolver,
    rules: TurnRules,
    body: Sequence[tuple[int, Paragraph]],
    asked: Sequence[int],
) -> list[QuoteMention]:
    """An interview without labels: questions, and the answers of the one person whom the lead
    names. What else has questions in it is none."""
    first = document.paragraphs[asked[0]].start
    answered = [n for n in asked if n + 1 < len(document.paragraphs) and n + 1 not in asked]
    behind = [number for number, _ in body if number >= asked[0]]
    if len(answered) < 2 or len(asked) * 5 < len(behind):
        return []
    told = rules.interview.search(document.text, 0, first)
    if told is None:
        return []
    person = _only_person(speakers, first) or _behind(speakers, told.end(), first)
    opens = [document.text[document.paragraphs[number].start] for number in behind]
    if person is None or any(mark in '“"„«' for mark in opens):
        return []
    found: list[QuoteMention] = []
    asker = _asker(document, speakers, rules)
    question: QuoteMention | None = None
    for turn in _alternating(document, body, asked):
        made = _mention(turn, asker if turn.asks else person, "turn-question")
        if question is not None and not turn.asks:
            made.answers = question.start
        question = made if turn.asks else None
        found.append(made)
    return found


def _behind(speakers: Resolver, start: int, end: int) -> Speaker | None:
    """Who is named first behind the words that tell of an interview: "interview with Kos"."""
    people = [each for each in speakers.within(start, end) if each.type == "person"]
    if not people or people[0].start > start + 60:
        return None
    return Speaker((people[0].actor,), None, "turn", 0.7)


def _asker(document: Document, speakers: Resolver, rules: TurnRules) -> Speaker:
    """Who asked, where the text says by whom the interview was led."""
    told = rules.asked_by.search(document.text)
    if told is None:
        return NOBODY
    name = _NAME.match(document.text, told.end())
    if name is None:
        return NOBODY
    found = speakers.labelled(Span(*name.span()))
    return Speaker(found.actors, None, "turn", 0.8) if found.actors else NOBODY


def _only_person(speakers: Resolver, end: int) -> Speaker | None:
    """The one person who is named before a position."""
    people = {each.actor for each in speakers.within(0, end) if each.type == "person"}
    return Speaker(tuple(people), None, "turn", 0.8) if len(people) == 1 else None


def _alternating(
    document: Document, body: Sequence[tuple[int, Paragraph]], asked: Sequence[int]
) -> Iterator[_Turn]:
    """Questions and what stands between them."""
    turn: _Turn | None = None
    for number, paragraph in body:
        if number < asked[0]:
            continue
        asks = number in asked
        if turn is not None and turn.asks == asks:
            turn = _Turn(None, turn.start, paragraph.end, turn.paragraph, asks)
            continue
        if turn is not None:
            yield turn
        marks = _BOLD.match(document.text, paragraph.start, paragraph.end)
        bold = len(marks[0]) if marks else 0
        turn = _Turn(None, paragraph.start + bold, paragraph.end - bold, number, asks)
    if turn is not None:
        yield turn


def _mention(turn: _Turn, speaker: Speaker, rule: str) -> QuoteMention:
    span = Span(turn.start, turn.end)
    return QuoteMention(*span, "turn", speaker, None, (span,), rule, paragraph=turn.paragraph)
