"""Which reports are of one story, as far as the names in them tell.

Only names that few reports have tell stories apart: whoever all reports of a field name is in
none of its stories more than in another.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain, combinations
from typing import NamedTuple

from tui.corpus import Corpus
from tui.disagreements.names import sound, stem
from tui.disagreements.report_names import (
    NameWords,
    capitals,
    leaders_beside,
    name_key,
    names_in,
    written_names,
)
from tui.disagreements.words import ComparisonWords, words_in, words_of
from tui.model import Actor, Article
from tui.records import passages_of
from tui.summary import CorpusFacts, ReportFacts, ToldActor

APART = 3
"""Days between two reports of one story, at the most."""

IN_A_WEEK, MANY = 6, 8
"""The same of two reports that have so many names in common."""

FEW = 8
"""Reports that have a name that still tells one story from another."""

FEWEST = 2
"""Names that two reports of one story have in common, at the least."""

SOME = 4
"""The same where the headline of one names a place that the other does not name."""

SHARE = 0.45
"""The share of the names of the one with fewer that the other has as well, at the least: reports
of one field share names, those of one story most of them."""

SHARE_OF_MANY = 0.3
"""The same where they have many names in common."""

SHARE_AT_ALL = 0.1
"""The same where they are one story by their words."""

NEXT_DAY = 1
"""Days between two reports that tell one story by their words, at the most."""

WORDS = 0.36
"""The share of the words of the shorter report that the other has as well, where they name one
thing only: reports of one happening have as many in common, those of one field seldom."""

LONG = 30
"""Words that a report has, at the least, so that their share tells something."""

BEGINNING = 3000
"""Characters of a report whose words are looked at."""

AT_HAND = 128
"""Reports whose words are at hand."""

UNDATED = 4
"""Names in common, at the least, where the day of one of the reports is not known."""


class _Report(NamedTuple):
    """What of an article is asked again and again."""

    language: str
    day: date | None
    place: frozenset[str]
    """The names of places in its headline, as names are compared."""
    publisher: str


def _report(article: Article) -> _Report:
    day, words = article.published.earliest, words_of(article.language)
    place = frozenset(name_key(word, words) for word in words.places_in(article.title)) - {""}
    reported = date.fromisoformat(day) if day else None
    return _Report(article.language, reported, place, article.publisher)


class Stories:
    """The reports of a corpus by the names in them; those of a report are looked for once."""

    def __init__(self, corpus: Corpus, told: CorpusFacts | None = None) -> None:
        self._corpus, self._known = corpus, told or CorpusFacts()
        self._found: dict[str, NameWords] = {}
        self._told: dict[str, frozenset[str]] = {}
        self._one_story: dict[tuple[str, str], bool] = {}

    def words(self, article: str) -> ComparisonWords:
        """The words of the language of an article."""
        return words_of(self._articles[article].language)

    def language(self, article: str) -> str:
        """The language of an article, whatever the country."""
        return self._articles[article].language.partition("-")[0]

    def told(self, article: str) -> ReportFacts | None:
        """What is known of a report by whoever has read it, in the language that it has here."""
        facts = self._known.reports.get(article)
        same = facts is not None and facts.language == self._articles[article].language
        return facts if same else None

    def text(self, article: str) -> str:
        """The text of an article."""
        return self._corpus.texts[article]

    def published(self, article: str) -> date | None:
        """The first day on which a report may have appeared, where that is known."""
        return self._articles[article].day

    def near(self, some: Iterable[str], others: Iterable[str], days: int) -> bool:
        """Whether one of some reports appeared within so many days of one of others."""
        dated = [[self.published(each) for each in group] for group in (some, others)]
        return any(
            one is not None and other is not None and abs((one - other).days) <= days
            for one in dated[0]
            for other in dated[1]
        )

    @cached_property
    def _articles(self) -> dict[str, _Report]:
        return {each.id: _report(each) for each in self._corpus.whole.articles}

    @cached_property
    def actors(self) -> Mapping[str, ToldActor]:
        """All actors by their ids; where nothing is told of them, each is made once for that."""
        return self._known.actors or {
            each.id: ToldActor(
                *(each.id, each.name, each.type, each.also_known_as, _first_article(each)),
                articles=dict.fromkeys(passage.article for passage in passages_of(each)),
            )
            for each in self._corpus.actors
        }

    def leaders(self, id: str) -> Iterable[tuple[str, str]]:
        """Names that may be those of who leads a list, each with the article that has it."""
        told = self.actors[id].leaders
        if told is None:
            actor, texts = self._corpus.get(id), self._corpus.texts
            told = [
                (key, at.article)
                for at in (actor.mentions if isinstance(actor, Actor) else ())
                for key in leaders_beside(texts[at.article], [at], self.words(at.article))
            ]
        return told

    @cached_property
    def reports(self) -> Collection[str]:
        """The articles that any actor stands in."""
        return self._standing.keys()

    def standing(self, article: str) -> Iterator[ToldActor]:
        """The actors that stand in an article."""
        return (self._in_order[place] for place in self._standing.get(article, ()))

    @cached_property
    def _in_order(self) -> Sequence[ToldActor]:
        return [*self.actors.values()]

    @cached_property
    def _standing(self) -> Mapping[str, Sequence[int]]:
        found: defaultdict[str, array[int]] = defaultdict(lambda: array("L"))
        for place, actor in enumerate(self._in_order):
            for article in actor.articles:
                found[article].append(place)
        return found

    def names(self, article: str) -> frozenset[str]:
        """The names in an article, word by word."""
        return self._of(article).inside

    def in_common(self, some: Iterable[str], others: Iterable[str]) -> int:
        """How many names two groups of reports have in common."""
        return len(_common(*(self._all(group) for group in (some, others))))

    def named_in_all(self, articles: Iterable[str]) -> list[str]:
        """The names that all of some articles have, as they are written, those that stand most
        often in each first."""
        first, *others = [self._written(article) for article in sorted(articles)]
        found = {
            name: min([many, *(each[key][1] for each in others)])
            for key, (name, many) in first.items()
            if all(key in each for each in others)
        }
        return sorted(found, key=lambda name: (-found[name], name))

    def _written(self, article: str) -> dict[str, tuple[str, int]]:
        """The names of an article as they are compared, each as it is written, and how often."""
        words, text = self.words(article), self._corpus.texts[article]
        often = Counter(name for name, _ in written_names(text, words))
        compare = stem if words.declined else sound
        return {" ".join(map(compare, name.split())): (name, many) for name, many in often.items()}

    def pairs(self, articles: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The pairs of reports that tell one story, of some articles."""
        asked = frozenset(articles)
        return (pair for pair in self._pairs if pair[0] in asked and pair[1] in asked)

    def tell_one(self, one: str, other: str) -> bool:
        """Whether two reports of a corpus are a pair that tells one story."""
        return (min(one, other), max(one, other)) in self._known_pairs

    @cached_property
    def _known_pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(self._pairs)

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        """The pairs of reports that tell one story: of the same days, with a name in common that
        few reports have."""
        having: defaultdict[str, list[str]] = defaultdict(list)
        for article in sorted(self._articles):
            inside, first = self._of(article)
            for name in (inside - self._usual) | (first - self._usual):
                having[name].append(article)
        near = {pair for found in having.values() for pair in combinations(found, 2)}
        return [pair for pair in sorted(near) if self.one_story(*pair)]

    @cached_property
    def _usual(self) -> frozenset[str]:
        """The names that more than a few reports have."""
        every = map(self._of, self._articles)
        often = Counter(
            chain.from_iterable(chain(inside, first - inside) for inside, first in every)
        )
        return frozenset(name for name, many in often.items() if many > FEW)

    def telling(self, names: frozenset[str]) -> frozenset[str]:
        """Those of some names that few reports have: whom all reports of a field name tells none
        of its stories from another."""
        return names if len(self._articles) <= FEW else names - self._usual

    def _may_be_near(self, one: str, other: str) -> bool:
        first, second = self.published(one), self.published(other)
        return first is None or second is None or abs((first - second).days) <= IN_A_WEEK

    def one_story(self, one: str, other: str) -> bool:
        """Whether two reports tell one story."""
        pair = one, other
        if pair not in self._one_story:
            self._one_story[pair] = self._may_be_near(one, other) and self._alike(one, other)
        return self._one_story[pair]

    def _alike(self, one: str, other: str) -> bool:
        shared = self.telling(_common(self._of(one), self._of(other)))
        if self._articles[one].publisher == self._articles[other].publisher:
            shared -= self._outlet(one) | self._outlet(other)
        common = len(shared)
        if common < SOME and (self._elsewhere(one, other) or self._elsewhere(other, one)):
            return False
        first, second = self.published(one), self.published(other)
        fewer = min(len(self.telling(self.names(each))) for each in (one, other))
        if first is None or second is None:
            return common >= UNDATED and common >= SHARE * fewer
        apart = abs((first - second).days)
        if common >= MANY and common >= SHARE_OF_MANY * fewer:
            return True
        if common >= FEWEST and common >= SHARE * fewer:
            return apart <= APART
        if not common or common < SHARE_AT_ALL * fewer or apart > NEXT_DAY:
            return False
        return self._words_in_common(one, other)

    def _outlet(self, article: str) -> frozenset[str]:
        """The names that a report has in that of its publisher only."""
        publisher, text = self._articles[article].publisher, self.text(article)
        times, words = text.count(publisher) if publisher else 0, self.words(article)
        own = (word for word in capitals(publisher) if text.count(word) <= times)
        return frozenset(name_key(word, words) for word in own)

    def _elsewhere(self, one: str, other: str) -> bool:
        """Whether the headline of a report names a place that another report does not name."""
        named, found = self._articles[one].place - self._states, self._of(other)
        return bool(named) and not named & (found.inside | found.first)

    @cached_property
    def _states(self) -> frozenset[str]:
        """The names of states, as names are compared; a report at home seldom has that of its
        own."""
        states = (each for each in self.actors.values() if each.type == "state")
        return frozenset(
            name_key(word, words_of("en")) for each in states for word in each.name.split()
        )

    def _words_in_common(self, one: str, other: str) -> bool:
        """Whether two reports have so many words in common that they tell one story, though
        each names others."""
        first, second = self._stems(one), self._stems(other)
        fewer = min(len(first), len(second))
        return fewer >= LONG and len(first & second) >= WORDS * fewer

    def _stems(self, article: str) -> frozenset[str]:
        if article not in self._told:
            if len(self._told) >= AT_HAND:
                self._told.clear()
            words = self.words(article)
            spoken = words_in(self._corpus.texts[article][:BEGINNING])
            self._told[article] = frozenset(map(words.stem, spoken)) - {""}
        return self._told[article]

    def _all(self, articles: Iterable[str]) -> NameWords:
        every = [self._of(each) for each in articles]
        if len(every) == 1:
            return every[0]
        return NameWords(
            frozenset().union(*(each.inside for each in every)),
            frozenset().union(*(each.first for each in every)),
        )

    def _of(self, article: str) -> NameWords:
        if article not in self._found:
            told = self.told(article)
            self._found[article] = (
                NameWords(told.inside, told.first)
                if told
                else names_in(self._corpus.texts[article], self.words(article))
            )
        return self._found[article]


def _common(one: NameWords, other: NameWords) -> frozenset[str]:
    """The names that two groups of reports have in common."""
    return one.inside & (other.inside | other.first) | one.first & other.inside


def _first_article(actor: Actor) -> str:
    return actor.mentions[0].article if actor.mentions else ""
