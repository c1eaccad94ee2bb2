"""Accounts that exclude one another: two answers to one question.

How somebody was hurt, who attacked whom, whether the vote was fair: for such questions a language
has phrases, sorted by the answer that they give. Two reports of one story disagree where each
gives one answer only and not the same, or where two passages that name one person, or one thing,
answer differently. In one article two speakers disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.corpus import Corpus
from tui.disagreements.sides import (
    Voices,
    between_articles,
    between_voices,
    made,
    rule_id,
    two_speakers,
)
from tui.disagreements.statements import Statement, sentences
from tui.disagreements.stories import Stories
from tui.disagreements.times import of_one_time, times_in
from tui.disagreements.words import ComparisonWords, Question, questions, words_in
from tui.model import Anchor, Disagreement

WITHIN = 1500
"""Characters between two answers in one article, at the most."""


@dataclass(frozen=True)
class _Answer:
    """A passage that answers a question."""

    name: str
    """What the question is called."""
    answer: str
    sentence: Statement
    passage: Anchor

    @property
    def question(self) -> Question:
        return questions()[self.name]

    @property
    def article(self) -> str:
        return self.passage.article


def answered(corpus: Corpus, voices: Voices, stories: Stories) -> Iterator[Disagreement]:
    """A disagreement for each question that is answered in several ways."""
    quick = {
        article.id: found for article in corpus.articles if (found := _quick(stories, article.id))
    }
    pairs = [(one, one) for one, answers in quick.items() if _several(answers, answers)]
    pairs += [
        (one, other) for one, other in stories.pairs(quick) if _several(quick[one], quick[other])
    ]
    given = {
        article: list(_answers(stories, article))
        for article in dict.fromkeys(article for pair in pairs for article in pair)
    }
    groups: dict[tuple[str, str], dict[Anchor, _Answer]] = {}
    topics: dict[tuple[str, str], str] = {}
    for one, other in pairs:
        for first, second in _contrary(given[one], given[other], voices):
            topic = _topic(first, second, corpus)
            # Of a person the last name is everywhere.
            key = first.name, topic.rpartition(" ")[2]
            topics[key] = max(topics.get(key, ""), topic, key=len)
            group = groups.setdefault(key, {})
            group[first.passage], group[second.passage] = first, second
    for (name, last), answers in groups.items():
        topic = topics[name, last]
        if found_one := _disagreement(voices, name, topic, answers.values()):
            yield found_one


def _disagreement(
    voices: Voices, name: str, topic: str, answers: Iterable[_Answer]
) -> Disagreement | None:
    by_answer: defaultdict[str, list[Anchor]] = defaultdict(list)
    for each in answers:
        by_answer[each.answer].append(each.passage)
    sides = [voices.side(passages) for passages in by_answer.values()]
    if not (between_articles(sides, voices) or between_voices(sides)):
        return None
    first = min(passages[0] for passages in by_answer.values())
    return made(
        "account",
        ", ".join(filter(None, (topic, questions()[name].title))),
        sides,
        id=rule_id("account", name, topic, first.article),
        items=[],
        rule="one question, several answers",
    )


def _quick(stories: Stories, article: str) -> frozenset[tuple[str, str]]:
    told = stories.told(article)
    if told:
        return frozenset(map(_pair, told.answers))
    return answers_in(stories.text(article), stories.words(article))


def _pair(answer: Sequence[str]) -> tuple[str, str]:
    name, given = answer
    return name, given


def answers_in(text: str, words: ComparisonWords) -> frozenset[tuple[str, str]]:
    """The questions that an article may answer, each with an answer; few articles answer one,
    and only of these the sentences are looked at."""
    return frozenset(each[:2] for each in words.answering(" ".join(words_in(text))))


def _several(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether one question has two answers in two articles together."""
    return any(
        question == same and answer != another
        for question, answer in one
        for same, another in other
    )


def _answers(stories: Stories, article: str) -> Iterator[_Answer]:
    """The passages of an article that answer a question."""
    words = stories.words(article)
    for sentence in sentences(article, stories.text(article), words):
        if not sentence.asks:
            for each in words.answering(sentence.letters):
                if not _unsaid(sentence, each.first):
                    at = sentence.passage(each.first, each.last)
                    yield _Answer(each.question, each.answer, sentence, at)


def _unsaid(sentence: Statement, first: int) -> bool:
    """Whether the words before a phrase say that it is not so, or leave it open."""
    close = (word.folded for word in sentence.words[max(0, first - 4) : first])
    return sentence.language.negations.any_of(close) or sentence.open_before(first)


def _contrary(
    here: list[_Answer], there: list[_Answer], voices: Voices
) -> Iterator[tuple[_Answer, _Answer]]:
    """The pairs of answers that exclude one another."""
    only = [_only(each, voices) for each in (here, there)]
    for one in here:
        for other in there:
            if one.name != other.name or one.answer == other.answer:
                continue
            if not of_one_time(*(_times(each) for each in (one, other))):
                continue
            if here is there:
                near = abs(one.passage.start - other.passage.start) < WITHIN
                apart = one.question.about == "word" and not _share_a_name(one, other)
                if not near or apart or not _two_speakers(one, other, voices):
                    continue
            elif one.question.about == "story" and not (only[0][one.name] and only[1][one.name]):
                continue
            if one.question.about == "story" or _topics(one, other):
                yield one, other


def _times(answer: _Answer) -> frozenset[str]:
    return times_in(answer.sentence.text, answer.sentence.language)


def _share_a_name(one: _Answer, other: _Answer) -> bool:
    return bool(one.sentence.of_whom & other.sentence.of_whom)


def _only(answers: Iterable[_Answer], voices: Voices) -> Mapping[str, bool]:
    """For each question whether a report gives one answer only, or each by others."""
    found: defaultdict[str, list[_Answer]] = defaultdict(list)
    for each in answers:
        found[each.name].append(each)
    return {
        name: all(
            one.answer == other.answer or _two_speakers(one, other, voices)
            for one, other in combinations(given, 2)
        )
        for name, given in found.items()
    }


def _two_speakers(one: _Answer, other: _Answer, voices: Voices) -> bool:
    return two_speakers(voices.of(one.passage), voices.of(other.passage))


def _topics(one: _Answer, other: _Answer) -> frozenset[str]:
    """What two passages have in common, so that they are on one question."""
    about = one.sentence.language.about(one.name), other.sentence.language.about(other.name)
    if not all(
        not words or each.sentence.is_about(words)
        for each, words in zip((one, other), about, strict=True)
    ):
        return frozenset()
    if one.question.about == "name":
        return one.sentence.of_whom & other.sentence.of_whom
    return frozenset({one.name})


def _topic(one: _Answer, other: _Answer, corpus: Corpus) -> str:
    """The name that two passages share, as it is written in the first."""
    common = one.sentence.of_whom & other.sentence.of_whom if one.question.about == "name" else ()
    for sentence in (one.sentence, other.sentence):
        places = [at for at, word in enumerate(sentence.words) if word.name in common]
        if places:
            first = last = places[0]
            while last + 1 in places:
                last += 1
            begin, end = sentence.words[first].start, sentence.words[last].end
            return corpus.seen(Anchor(sentence.at.article, begin, end))
    return ""
