"""Interviews, transcripts and debates: who says each turn, and what it answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.extract.findings import Mention, QuoteMention, Speaker
from tui.extract.languages.language import Resolver, TurnRules
from tui.extract.stages import turn_layout
from tui.extract.stages.turn_layout import Turn
from tui.extract.text.document import Document, Span

_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,2}")
FEWEST = 3
"""Answers that make an interview of which no word tells that it is one."""
NOBODY = Speaker((), None, "turn", 0.3)
"""Whoever asks, and is not named."""
LONGEST_LABEL = 100
"""Characters before the colon of a post."""
NEAR = 60
"""Characters between the word for an interview and who gives it."""


def read(
    document: Document, speakers: Resolver, rules: TurnRules, author: Span | None = None
) -> list[QuoteMention]:
    """The turns of a text in its order; none where it is no interview or transcript. An
    interview of which nothing tells who asked was led by its one ``author``."""
    turns = turn_layout.read(document, rules)
    if not turns:
        return list(_posts(document, speakers, rules))
    talk = _Talk(document, speakers, rules, turns, author)
    return talk.labelled() if any(turn.label for turn in turns) else talk.unlabelled()


def _posts(document: Document, speakers: Resolver, rules: TurnRules) -> Iterator[QuoteMention]:
    """Paragraphs outside of a talk that a name and a colon open, and in which somebody speaks of
    himself: "Green List leader Ana Kos: We have won. I thank you all."."""
    for number, paragraph in enumerate(document.paragraphs):
        text = document.text
        if paragraph.role != "body" or not text[paragraph.start].isupper():
            continue
        colon = text.find(
            ": ", paragraph.start, min(paragraph.end, paragraph.start + LONGEST_LABEL)
        )
        start = colon + 2
        if colon < 0 or text[paragraph.end - 1] not in ".!?" or not text[start].isupper():
            continue
        if not rules.speaks.match(text, start, paragraph.end):
            continue
        named = [each for each in speakers.within(paragraph.start, colon) if each.end == colon]
        if not named or named[0].type != "person":
            continue
        label, words = Span(paragraph.start, colon), Span(start, paragraph.end)
        office = text[paragraph.start : named[0].start].split()
        if office and not rules.is_office(office[-1]):
            continue
        if rules.is_sentence.search(text, *label):
            continue
        speaker = Speaker((named[0].actor,), label, "label", 0.9)
        yield QuoteMention(*words, "turn", speaker, None, (words,), "turn-label", paragraph=number)


def _span(turn: Turn) -> Span:
    return Span(turn.start, turn.end)


class _Talk:
    """One interview or debate, and who takes part in it."""

    def __init__(
        self,
        document: Document,
        speakers: Resolver,
        rules: TurnRules,
        turns: Sequence[Turn],
        author: Span | None,
    ) -> None:
        self.text = document.text
        self.speakers = speakers
        self.rules = rules
        self.turns = turns
        self.begin = document.paragraphs[turns[0].paragraph].start
        titles = (each for each in document.paragraphs if each.role == "title")
        self.headline = next(titles, document.paragraphs[0]).end
        self.author = author

    def labelled(self) -> list[QuoteMention]:
        """The turns with their speakers. Without a label a question is asked by who asked
        before, and an answer given by who answered, or else by the one person whom the lead
        names."""
        if not self._anybody():
            return []
        by_label = self._by_label()
        asking = self._asking()
        asker = self._asker()
        answerer = self._only_person() or NOBODY
        said: list[tuple[Turn, Speaker]] = []
        for turn in self.turns:
            words = self._words(turn)
            if turn.label is None:
                speaker = (asker if turn.asks else answerer)._replace(words=None)
            elif self.rules.names_nobody(words):
                speaker = self._unnamed(turn, asker, answerer)
            else:
                speaker = by_label[words]._replace(words=turn.label)
                if not speaker.actors and words in asking and asker.actors:
                    speaker = asker._replace(words=turn.label)
                if speaker.actors and turn.asks:
                    asker = speaker
                elif speaker.actors and words not in asking:
                    answerer = speaker
            said.append((turn, speaker))
        said[-1] = self._closed(*said[-1]), said[-1][1]
        return self._linked(said, asking)

    def _closed(self, turn: Turn, speaker: Speaker) -> Turn:
        """The last turn up to where the outlet goes on to tell of who said it."""
        for at, part in enumerate(turn.parts):
            if any(each.actor in speaker.actors for each in self.speakers.within(*part)):
                return replace(turn, end=turn.parts[at - 1].end if at else self._first_end(turn))
        return turn

    def _first_end(self, turn: Turn) -> int:
        """Where the first paragraph of a turn ends."""
        end = turn.parts[0].start if turn.parts else turn.end
        return turn.start + len(self.text[turn.start : end].rstrip())

    def unlabelled(self) -> list[QuoteMention]:
        """An interview without labels: questions, and the answers of the one person whom the
        lead names. What else has questions in it is none."""
        told = self.rules.interview.search(self.text, 0, self.begin)
        addressed = self._addressed()
        person = addressed or self._only_person() or (self._behind(told.end()) if told else None)
        if person is None and self._in_own_words():
            person = self._spoken_to()
        if told is None and not addressed and self._speak_of_themselves():
            person = person or self._of_headline()
        elif told is None and not addressed:
            return []
        if person is None:
            return []
        asker = self._asker()
        if asker.actors == person.actors:
            asker = NOBODY
        said = [
            (turn, asker) if turn.asks else (self._closed(turn, person), person)
            for turn in self.turns
        ]
        return self._linked(said, set())

    def _addressed(self) -> Speaker | None:
        """Whom a question speaks to by name, where the questions say "you": "Ms Kos, were you
        surprised?"."""
        asked = [turn for turn in self.turns if turn.asks]
        if not any(self.rules.to_somebody.search(self.text, *_span(turn)) for turn in asked):
            return None
        for turn in asked:
            named = self.speakers.within(turn.start, min(turn.end, turn.start + NEAR))
            if not named or named[0].type != "person":
                continue
            before = self.text[turn.start : named[0].start].split()
            alone = len(before) < 3 and all(map(self.rules.is_office, before))
            if alone and self.rules.addresses.match(self.text, named[0].end):
                return Speaker((named[0].actor,), None, "turn", 0.8)
        return None

    def _speak_of_themselves(self) -> bool:
        """Whether most answers are about who gives them, under a headline that is somebody's."""
        return self._in_own_words() and self.text.find(":", 0, self.headline) > 0

    def _in_own_words(self) -> bool:
        """Whether most answers are about who gives them."""
        answers = [turn for turn in self.turns if not turn.asks]
        own = [each for each in answers if self.rules.own_words.search(self.text, *_span(each))]
        return len(answers) >= FEWEST and len(own) * 3 >= len(answers) * 2

    def _of_headline(self) -> Speaker | None:
        """Whose words a headline is: "Ana Kos: We lost"."""
        name = _NAME.match(self.text)
        if name is None or not self.text.startswith(":", name.end()):
            return None
        found = self._named(Span(*name.span()), 0.7)
        return found if found.actors else None

    def _named(self, words: Span, sure: float) -> Speaker:
        """Whoever a name outside of the turns stands for, as one who takes part."""
        found = self.speakers.labelled(words)
        return Speaker(found.actors, None, "turn", sure) if found.actors else NOBODY

    # ----------------------------------------------------------------- labels

    def _words(self, turn: Turn) -> str:
        """What a label says, without the outlet behind "question from"."""
        label = self.text[slice(*turn.label)] if turn.label else ""
        return self.rules.of_whom.split(label)[0]

    def _anybody(self) -> bool:
        """Whether labels name somebody, or somebody asks: else they are points of a list."""
        if any(turn.asks for turn in self.turns):
            return True
        people = [a.name for a in self.speakers.names.actors.values() if a.type == "person"]
        words = {word for name in people for word in name.casefold().split()}
        lead = self.text[: self.begin]
        return any(
            not words.isdisjoint(self._words(turn).casefold().split())
            or (" " in self._words(turn) and self._words(turn).title() in lead)
            or any(each.type == "media" for each in self.speakers.within(*turn.label))
            or self.text[turn.label.end] == ","
            for turn in self.turns
            if turn.label
        )

    def _by_label(self) -> dict[str, Speaker]:
        """Who is meant by each label that names somebody. An office stands for whoever holds
        it, unless that one speaks under the own name."""
        found: dict[str, Speaker] = {}
        for turn in self.turns:
            words = self._words(turn)
            if turn.label and words not in found and not self.rules.names_nobody(words):
                found[words] = self.speakers.labelled(turn.label)
        named = {a for each in found.values() if each.rule != "label-role" for a in each.actors}
        return {
            words: each._replace(actors=())
            if each.rule == "label-role" and named.intersection(each.actors)
            else each
            for words, each in found.items()
        }

    def _asking(self) -> set[str]:
        """The labels under which questions are asked."""
        of = Counter(self._words(turn) for turn in self.turns if turn.label)
        asks = Counter(self._words(turn) for turn in self.turns if turn.label and turn.asks)
        return {
            words
            for words in of
            if asks[words] * 2 >= of[words]
            or (self.rules.names_nobody(words) and words.lower() not in self.rules.answers)
        }

    def _unnamed(self, turn: Turn, asker: Speaker, answerer: Speaker) -> Speaker:
        """Who speaks under a label that names nobody: "A", "HOST", "QUESTION (AFP)"."""
        words = self._words(turn).lower()
        if words.rstrip(".") in self.rules.answers:
            return answerer._replace(words=turn.label)
        told = self.rules.introduces.match(self.text, turn.start, turn.end)
        if told and all(each.type == "person" for each in self.speakers.within(*told.span("who"))):
            found = self.speakers.labelled(Span(*told.span("who")))
            return found._replace(words=turn.label, sure=min(found.sure, 0.8))
        label = turn.label or Span(turn.start, turn.start)
        parts = [turn.beside] if turn.beside else []
        if (of := self.rules.of_whom.search(self.text[slice(*label)])) is not None:
            parts.append(Span(of.end() + label.start, label.end))
        for part in parts:
            named = self.speakers.within(*part)
            chosen = next((each for each in named if each.type == "person"), None)
            chosen = chosen or next((each for each in named if each.type == "media"), None)
            if chosen:
                return Speaker((chosen.actor,), turn.label, "label", 0.8)
        leads = not self.rules.leads.isdisjoint(words.split()) or words == "q"
        return (asker if leads else NOBODY)._replace(words=turn.label)

    # ---------------------------------------------------------- who takes part

    def _asker(self) -> Speaker:
        """Who asked, where the text says by whom the interview was led, or who wrote it."""
        for told in self.rules.asked_by.finditer(self.text):
            name = _NAME.match(self.text, told.end())
            if name is not None:
                return self._named(Span(*name.span()), 0.8)
        beside = self._beside_interview()
        if beside is not None:
            return beside
        if self.author is None or self.rules.press.search(self.text, 0, self.begin):
            return NOBODY
        return self._named(self.author, 0.7)

    def _beside_interview(self) -> Speaker | None:
        """The outlet that the lead names beside the word for the interview: "spoke to N1"."""
        for told in self.rules.interview.finditer(self.text, 0, self.begin):
            for each in self.speakers.within(told.start() - NEAR, told.end() + NEAR):
                gap = self.text[told.end() : each.start]
                before = self.text[each.end : told.start()]
                near = (each.start >= told.end() and gap.count(" ") <= 2) or (
                    each.end <= told.start() and before.count(" ") <= 1
                )
                if each.type == "media" and near and each.end <= self.begin:
                    return Speaker((each.actor,), None, "turn", 0.7)
        return None

    def _only_person(self) -> Speaker | None:
        """The one person who is named before the first turn, or whom of several the headline
        names alone; whoever wrote it aside, but where they say that they answered."""
        if self.rules.writer_answers.search(self.text, 0, self.begin):
            return self._named(self.author, 0.7) if self.author else NOBODY
        before = self._others(0)
        for named in (before, [each for each in before if each.start < self.headline]):
            people = {each.actor for each in named}
            if len(people) == 1:
                return Speaker(tuple(people), None, "turn", 0.8)
        return None

    def _others(self, start: int) -> list[Mention]:
        """The people named from a position on up to the first turn, whoever wrote the text
        aside."""
        author = self.author or Span(-1, -1)
        return [
            each
            for each in self.speakers.within(start, self.begin)
            if each.type == "person" and not author.start <= each.start < author.end
        ]

    def _spoken_to(self) -> Speaker | None:
        """The first of several whom the lead names, where nobody names that one in a question or
        an answer, as they name the others."""
        lead = [each.actor for each in self._others(self.headline)]
        named = {
            each.actor
            for turn in self.turns
            for part in (Span(turn.start, self._first_end(turn)), *turn.parts)
            for each in self.speakers.within(*part)
            if turn.asks or part.start == turn.start
        }
        if not lead or lead[0] in named or not set(lead[1:]) - {lead[0]} <= named:
            return None
        return Speaker((lead[0],), None, "turn", 0.7)

    def _behind(self, start: int) -> Speaker | None:
        """Who is named first behind the words that tell of an interview: "interview with
        Kos"."""
        people = [e for e in self.speakers.within(start, self.begin) if e.type == "person"]
        if not people or people[0].start > start + NEAR:
            return None
        return Speaker((people[0].actor,), None, "turn", 0.7)

    # ---------------------------------------------------------------- records

    def _linked(self, said: Sequence[tuple[Turn, Speaker]], asking: set[str]) -> list[QuoteMention]:
        """The turns as records, each answer with its question."""
        found: list[QuoteMention] = []
        for turn, speaker in said:
            span = Span(turn.start, turn.end)
            rule = "turn-label" if turn.label else "turn-question"
            found.append(
                QuoteMention(*span, "turn", speaker, None, (span,), rule, paragraph=turn.paragraph)
            )
        asks = [
            turn.asks and (turn.label is None or not asking or self._words(turn) in asking)
            for turn, _ in said
        ]
        for at, (question, answer) in enumerate(pairwise(found)):
            if asks[at] and not asks[at + 1]:
                answer.answers = question.start
        return found
