"""What a sentence tells of something and another tells otherwise: how many, how long, at what hour.

Two reports of one story tell of one thing where the sentences have more in common with one another
than with any other that tells such a thing: the words near by, the names, and what is happening.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from tui.corpus import Corpus
from tui.disagreements.sides import Voices, between_articles, made, rule_id
from tui.disagreements.statements import Statement, StatementWord, sentences
from tui.disagreements.stories import Stories
from tui.disagreements.times import of_one_time, times_in
from tui.model import Anchor, Disagreement, DisagreementType
from tui.tables.lazy_records import ids_in

ABOUT = Decimal("0.15")
"""How far a number that is said to be about so may be from another and still be the same, as a
share of it."""

NEAR = 9
"""Words on either side of a telling that are about it."""


@dataclass(frozen=True)
class Telling:
    """A passage that tells a value of something."""

    passage: Anchor
    value: Decimal
    nouns: tuple[str, ...]
    """What the value is of: of two values that can be of one thing one of these is the same."""
    others: frozenset[str]
    """What else is told near by: words, names, and kinds of happenings."""
    least: int
    """How many of these another has to have as well, at the least."""
    days: frozenset[str] = frozenset()
    """The days of the week of the sentence, where it is of one of them."""
    most: int = 0
    """How many times another value may be it and still be of the same; 0 where that tells
    nothing."""
    within: Decimal = Decimal(0)
    """How far another value may be from it and still be the same."""
    times: frozenset[str] = frozenset()
    """The days, months and years of the sentence."""
    known: bool = False
    """Whether another rule compares it."""

    def differs(self, other: Telling) -> bool:
        """Whether another tells something else, and neither is the other rounded."""
        if abs(self.value - other.value) <= self.within + other.within:
            return False
        place = max(self.value, other.value, key=_last_place)
        return self.value.quantize(place) != other.value.quantize(place)

    def may_be(self, other: Telling) -> bool:
        """Whether another may be of the same thing, whatever else they tell."""
        if self.days and other.days and not self.days & other.days:
            return False
        if not of_one_time(self.times, other.times):
            return False
        less, more = sorted((self.value, other.value))
        return not self.most or more <= less * self.most


def _last_place(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def leeway(sentence: Statement, start: int, value: Decimal) -> Decimal | None:
    """How far from a number that begins there another may be and still be the same, as the word
    before it tells; None where it is a bound."""
    before = [word.folded for word in sentence.words if word.end <= start][-1:]
    if sentence.language.bounds.any_of(before):
        return None
    return value * ABOUT if sentence.language.about_so.any_of(before) else Decimal(0)


Reader = Callable[[Statement], Iterator[Telling]]
"""Reads what a sentence tells."""


class TellingRule(NamedTuple):
    """A rule on values that two reports of one story tell of one thing."""

    rule: str
    sort: DisagreementType
    reader: Callable[[Corpus, Stories], Callable[[str], Reader]]
    """Gives what reads what a report tells."""
    lone: int = 1
    """What it counts that each report tells one such value only."""


def differing_tellings(
    corpus: Corpus, voices: Voices, stories: Stories, rules: Sequence[TellingRule]
) -> Iterator[Disagreement]:
    """A disagreement for each thing of which two reports of one story tell two values, rule by
    rule."""
    readers = [rule.reader(corpus, stories) for rule in rules]
    known: dict[str, list[list[Telling]]] = {}
    found: list[list[Disagreement]] = [[] for _ in rules]
    for one, other in stories.pairs(ids_in(corpus.articles)):
        for article in (one, other):
            if article not in known:
                told = sentences(article, stories.text(article), stories.words(article))
                said = [each for each in told if not each.asks]
                reads = [reader(article) for reader in readers]
                known[article] = [[*_told(read, said)] for read in reads]
        for rule, here, there, of_rule in zip(rules, known[one], known[other], found, strict=True):
            of_rule += _differing(corpus, voices, rule, (one, here), (other, there))
    return chain.from_iterable(found)


def _told(read: Reader, said: Iterable[Statement]) -> Iterator[Telling]:
    """What sentences tell, each with the times that it names."""
    for sentence in said:
        for each in read(sentence):
            yield replace(each, times=times_in(sentence.text, sentence.language))


def _differing(
    corpus: Corpus,
    voices: Voices,
    rule: TellingRule,
    one: tuple[str, Sequence[Telling]],
    other: tuple[str, Sequence[Telling]],
) -> Iterator[Disagreement]:
    """What two reports tell differently by one rule."""
    for mine, theirs, noun in best_pairs(one[1], other[1], rule.lone):
        sides = [voices.side([each.passage]) for each in (mine, theirs)]
        if mine.differs(theirs) and between_articles(sides, voices):
            yield made(
                rule.sort,
                corpus.seen(mine.passage).partition(" ")[2] or noun,
                sides,
                id=rule_id(rule.sort, one[0], other[0], noun, str(mine.passage.start)),
                items=[],
                rule=rule.rule,
            )


def around(sentence: Statement, start: int, end: int, stories: Stories) -> frozenset[str]:
    """What is told around some characters of a sentence, and the names in it that tell one story
    from another."""
    before = [word for word in sentence.words if word.end <= start][: -NEAR - 1 : -1]
    behind = [word for word in sentence.words if word.start >= end][:NEAR]
    near = (*_of_clause(before, sentence), *_of_clause(behind, sentence))
    told = {
        f"={kind}" if (kind := sentence.language.happening(word.folded)) else word.stem
        for word in near
        if not word.name
    }
    return (stories.telling(sentence.names) | told) - {""}


def _of_clause(words: Sequence[StatementWord], sentence: Statement) -> Sequence[StatementWord]:
    """The words, going from a telling, up to one behind which something is said of others."""
    stops = (n for n, word in enumerate(words) if n and word.folded in sentence.language.clauses)
    return words[: next(stops, len(words))]


def best_pairs(
    here: Sequence[Telling], there: Sequence[Telling], lone: int = 1
) -> list[tuple[Telling, Telling, str]]:
    """The tellings of one thing that go best with each other, and what they are of. A value that
    both reports have is of one thing, and no other value is."""
    told = [{(noun, each.value) for each in side for noun in each.nouns} for side in (here, there)]
    agreed = told[0] & told[1]
    here, there = (
        [one for one in side if not any((noun, one.value) in agreed for noun in one.nouns)]
        for side in (here, there)
    )
    often = [Counter(noun for each in side for noun in each.nouns) for side in (here, there)]
    by_noun: defaultdict[str, list[Telling]] = defaultdict(list)
    for each in there:
        for noun in each.nouns:
            by_noun[noun].append(each)
    scored: dict[tuple[int, int], tuple[int, str, Telling, Telling]] = {}
    for one in here:
        for noun in one.nouns:
            for other in by_noun[noun]:
                alone = lone * (often[0][noun] == often[1][noun] == 1)
                common = (one.others & other.others) - {*one.nouns, *other.nouns}
                score = len(common) + alone
                key = (id(one), id(other))
                least = max(one.least, other.least)
                if score >= least and one.may_be(other) and score > scored.get(key, (0,))[0]:
                    scored[key] = (score, noun, one, other)
    return list(_unrivalled([*scored.values()]))


def _unrivalled(
    scored: Sequence[tuple[int, str, Telling, Telling]],
) -> Iterator[tuple[Telling, Telling, str]]:
    """The pairs that none has as much in common with one of both as they have."""
    taken: set[int] = set()
    for score, noun, one, other in sorted(scored, key=lambda each: -each[0]):
        rivals = [
            each for each in scored if each[0] == score and (each[2] is one) != (each[3] is other)
        ]
        if taken & {id(one), id(other)} or rivals:
            continue
        taken |= {id(one), id(other)}
        if not (one.known and other.known):
            yield one, other, noun
