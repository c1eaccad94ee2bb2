"""Which reports are of one story, as far as the names in them tell.

A name is compared by its words: "President Emil Vorga" and "Vorga" have one in common. A word
with a capital at the start of a sentence is a name where another report writes it so in the
middle of one.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import combinations
from typing import NamedTuple

from tui.corpus import Corpus
from tui.disagreements.names import sound, stem
from tui.disagreements.words import ComparisonWords, spread, words_in, words_of
from tui.folding import folded
from tui.model import Actor, Anchor, Article
from tui.records import passages_of
from tui.summary import CorpusFacts, ReportFacts, ToldActor

LETTERS = 6
"""Letters by which two names are compared, at the most: "Serbia" and "Serbian" are one."""

MOST = 0.7
"""The share of words with capitals in a headline that writes all so."""

SHORTEST = 3
"""Letters of a word that may be a name, at the least."""

APART = 3
"""Days between two reports of one story, at the most."""

IN_A_WEEK, MANY = 6, 8
"""The same of two reports that have so many names in common."""

FEW = 8
"""Reports that have a name that still tells one story from another."""

FEWEST = 2
"""Names that two reports of one story have in common, at the least."""

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

LONG = 20
"""Words that a report has, at the least, so that their share tells something."""

BEGINNING = 3000
"""Characters of a report whose words are looked at."""

AT_HAND = 128
"""Reports whose words are at hand."""

KEPT = 1 << 14
"""Words that are known as they are compared: most of a text are seen again and again."""

AROUND = 40
"""Characters around a list's name in which its leader may be named."""

UNDATED = 4
"""Names in common, at the least, where the day of one of the reports is not known."""

_NAME = re.compile(r"(?<![.!?:”\"“] )(?<!^)(?<!\n)\b[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)*")
"""Words with a capital, or of an alphabet other than the Latin, inside a sentence."""

_START = re.compile(r"(?:^|[.!?:”\"“»)]\s+|\n\s*|[-–—]+\s+|[“\"„«(])$")
"""What stands before the first word of a sentence."""


class NameWords(NamedTuple):
    """The words with a capital in a text: those in the middle of sentences, and the first."""

    inside: frozenset[str]
    first: frozenset[str]


class _Report(NamedTuple):
    """What of an article is asked again and again."""

    language: str
    day: date | None


def _report(article: Article) -> _Report:
    day = article.published.earliest
    return _Report(article.language, date.fromisoformat(day) if day else None)


class Stories:
    """The reports of a corpus by the names in them; those of a report are looked for once."""

    def __init__(self, corpus: Corpus, told: CorpusFacts | None = None) -> None:
        self._corpus, self._known = corpus, told or CorpusFacts()
        self._found: dict[str, NameWords] = {}
        self._told: dict[str, frozenset[str]] = {}

    def words(self, article: str) -> ComparisonWords:
        """The words of the language of an article."""
        return words_of(self._articles[article].language)

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
        one, other = (self._all(group) for group in (some, others))
        return len(one.inside & (other.inside | other.first) | one.first & other.inside)

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

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        """The pairs of reports that tell one story: of the same days, with a name in common that
        few reports have."""
        having: defaultdict[str, list[str]] = defaultdict(list)
        for article in sorted(self._articles):
            names = self._of(article)
            for name in names.inside | names.first:
                having[name].append(article)
        near = {
            pair
            for found in having.values()
            if 1 < len(found) <= FEW
            for pair in combinations(found, 2)
        }
        return [pair for pair in sorted(near) if self.one_story(*pair)]

    def _may_be_near(self, one: str, other: str) -> bool:
        first, second = self.published(one), self.published(other)
        return first is None or second is None or abs((first - second).days) <= IN_A_WEEK

    def one_story(self, one: str, other: str) -> bool:
        """Whether two reports tell one story."""
        if not self._may_be_near(one, other):
            return False
        common = self.in_common([one], [other])
        first, second = self.published(one), self.published(other)
        fewer = min(len(self.names(each)) for each in (one, other))
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


def names_in(text: str, words: ComparisonWords) -> NameWords:
    """The words with a capital in a text, as they are compared."""
    inside: set[str] = set()
    first: set[str] = set()
    headline = _capitals(text)
    for word, start in spread(text):
        if word[:1].isupper() and (key := name_key(word, words)):
            # A word all in capitals begins a report, by its place.
            begins = not word.isupper() and _START.search(text, max(0, start - 4), start)
            (first if begins or start < headline else inside).add(sys.intern(key))
    return NameWords(frozenset(inside), frozenset(first))


@lru_cache(KEPT)
def name_key(word: str, words: ComparisonWords) -> str:
    """A word of a name as it is compared; "" where it tells no one from another."""
    plain = re.sub(r"[’']s?$", "", word)
    letters = folded(plain)
    if len(letters) < SHORTEST or letters in words.calendar or letters in words.offices:
        return ""
    return (stem(plain) if words.declined else sound(plain))[:LETTERS]


def _first_article(actor: Actor) -> str:
    return actor.mentions[0].article if actor.mentions else ""


def _capitals(text: str) -> int:
    """Where a first line ends in which nearly all words have capitals, so that none is a name
    for that; 0 where it is another."""
    line = text.partition("\n")[0]
    long = [word for word, _ in spread(line) if len(word) > SHORTEST]
    return len(line) if sum(word[0].isupper() for word in long) > MOST * len(long) else 0


def leaders_beside(text: str, mentions: Iterable[Anchor], words: ComparisonWords) -> Iterator[str]:
    """The names of those who are said to lead a list in the words around its mentions, as they are
    compared: "Kestrin's Civic Pact"."""
    for at in mentions:
        before = text[max(0, at.start - AROUND) : at.start]
        behind = text[at.end : at.end + AROUND]
        owner = words.owned.search(before) if words.owned else None
        found = [owner.group(1)] if owner else []
        if words.led.any_of(words_in(behind)[:1]):
            found += capitals(re.split(r"[,.;\n(]", behind)[0])
        yield from filter(None, (name_key(word, words) for word in found))


def capitals(text: str) -> list[str]:
    """The words of a text with a capital."""
    return [word for word, _ in spread(text) if word[0].isupper()]


def written_names(text: str, words: ComparisonWords) -> Iterator[tuple[str, int]]:
    """The names in a text as they are written, each with where it begins; less exactly than
    actors are found, but in any text at once."""
    for found in _NAME.finditer(text):
        parts = found.group().split(" ")
        kept = next((n for n, part in enumerate(parts) if not part[0].isupper()), len(parts))
        name = " ".join(parts[:kept])
        if name and not words.calendar.any_of(words_in(name)):
            yield name, found.start()
