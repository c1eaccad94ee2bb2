"""Search: which records say these words, where, and why each is a hit.

A query is words, all of which have to be there, in any order, folded (see
:mod:`tui.folding`); while it is being typed its last word may go on. A word that is
written with a mark inside ("46.72", "red-handed") has to stand so; other marks do not
count, unless the query is nothing else. Any string is a query.

A word may stand in what the record says, in the names of its actors, or in its source's
name. What is looked at, kind by kind, is told by :func:`_places`. Nothing of a query ever
becomes a regular expression.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tui.corpus import Corpus, actors_of, name_of
from tui.folding import Folded, fold
from tui.model import Actor, Anchor, Article, Contest, Event, Figure, Quote, Record

KINDS = ("article", "actor", "contest", "event", "figure", "quote")

_WORDS = re.compile(r"\w+(?:[-'.,:/&@]\w+)*")

SAID, NAMED, TOLD, SOURCE = 8, 4, 2, 1
"""What a word counts by where it stands: in the record's own words, in an actor's name,
in the passage behind the record, in its source's name."""


class Term(NamedTuple):
    """One word of a query, folded; ``open`` when it may go on."""

    letters: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: every term has to be found."""

    terms: tuple[Term, ...]


class Hit(NamedTuple):
    """A record that is found. ``spans`` are stretches of its own words (``text_of``);
    ``why`` says what else a word was found in, "" where nothing else had to be looked at."""

    record: Record
    score: int
    spans: tuple[tuple[int, int], ...]
    why: str


def parse(text: str, *, typing: bool = False) -> Query:
    """The query that a string is; while typing its last word may go on."""
    folded = fold(text).text
    words = _WORDS.findall(folded) or folded.split()
    goes_on = typing and not text[-1:].isspace()
    last = len(words) - 1
    return Query(tuple(Term(word, goes_on and at == last) for at, word in enumerate(words)))


def text_of(record: Record) -> str:
    """A record's own words, which a hit's spans are stretches of."""
    return name_of(record)


def search(corpus: Corpus, text: str, kind: str = "quote", *, typing: bool = False) -> list[Hit]:
    """The records of a kind that a query finds, the best first, else in the corpus's order.

    Of a narrowed corpus only its records are found. A query without a word finds all.
    """
    query = parse(text, typing=typing)
    kept = None if corpus.narrowed_from is None else {record.id for record in corpus.of(kind)}
    found = []
    for entry in _index_of(corpus.whole).entries(kind):
        if kept is None or entry.record.id in kept:
            hit = entry.match(query)
            if hit is not None:
                found.append(hit)
    found.sort(key=lambda hit: -hit.score)
    return found


class _Place(NamedTuple):
    """Something of a record that is looked at: its folded words, what a word in it counts,
    and the words that tell where it was found."""

    folded: Folded
    weight: int
    why: str


class _Entry:
    """A record and everything of it that is looked at, its own words first."""

    def __init__(self, record: Record, places: tuple[_Place, ...]) -> None:
        self.record = record
        self.places = places

    def match(self, query: Query) -> Hit | None:
        score = 0
        spans: list[tuple[int, int]] = []
        reasons: list[str] = []
        for term in query.terms:
            for place in self.places:
                found = list(occurrences(place.folded.text, term))
                if found:
                    break
            else:
                return None
            score += place.weight
            if place is self.places[0]:
                spans.extend(place.folded.span(start, end) for start, end in found)
            else:
                reasons.append(place.why)
        return Hit(self.record, score, _merged(spans), " · ".join(dict.fromkeys(reasons)))


def occurrences(text: str, term: Term) -> Iterator[tuple[int, int]]:
    """Where a term stands in folded text: as a word, or at the beginning of one when open.

    A term without a letter or digit ("%") is found wherever it stands.
    """
    letters = term.letters
    at = text.find(letters)
    while at >= 0:
        end = at + len(letters)
        begins = at == 0 or not (_in_word(letters[0]) and _in_word(text[at - 1]))
        ends = term.open or end == len(text) or not (_in_word(letters[-1]) and _in_word(text[end]))
        if begins and ends:
            yield at, end
            at = text.find(letters, end)
        else:
            at = text.find(letters, at + 1)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


class _Index:
    """The entries of a corpus, made for a kind when that is first searched."""

    def __init__(self, corpus: Corpus) -> None:
        # Not the corpus itself: the index must not keep alive what it is dropped with.
        self._corpus = weakref.ref(corpus)
        self._entries: dict[str, tuple[_Entry, ...]] = {}

    def entries(self, kind: str) -> tuple[_Entry, ...]:
        corpus = self._corpus()
        if kind not in self._entries and corpus is not None:
            places = _Places(corpus)
            self._entries[kind] = tuple(
                _Entry(record, tuple(places.of(record))) for record in corpus.of(kind)
            )
        return self._entries[kind]


_indexes: dict[int, _Index] = {}


def _index_of(corpus: Corpus) -> _Index:
    """The index of a corpus, kept for as long as the corpus is."""
    known = _indexes.get(id(corpus))
    if known is None:
        known = _indexes[id(corpus)] = _Index(corpus)
        weakref.finalize(corpus, _indexes.pop, id(corpus), None)
    return known


class _Places:
    """What is looked at in each record of a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._folded: dict[str, Folded] = {}

    def of(self, record: Record) -> Iterator[_Place]:
        """Everything of a record that is looked at, its own words first."""
        yield self._place(text_of(record), SAID, "")
        match record:
            case Quote():
                yield from self._passages(record.content, text_of(record), "in the statement")
                yield from self._actors(record.speakers, "speaker")
                if not record.speakers and record.speaker_text:
                    words = self._corpus.words(record.speaker_text)
                    yield self._place(words, NAMED, f"speaker “{words}”")
            case Event():
                yield from self._some(NAMED, "place", record.place)
                yield from self._actors(actors_of(record), "actor")
                yield from self._passages(record.evidence, record.title, "in the passage")
            case Figure():
                yield from self._some(NAMED, "measure", record.measure.replace("_", " "))
                yield from self._some(NAMED, "status", record.status)
                yield from self._actors(actors_of(record), "actor")
                if record.contest:
                    yield from self._some(NAMED, "contest", self._corpus.name(record.contest))
                yield from self._passages(record.evidence, "", "in the passage")
            case Actor():
                yield from self._some(NAMED, "also known as", *record.also_known_as)
                descriptions = (description.text for description in record.described_as)
                yield from self._some(TOLD, "described as", *descriptions)
                return
            case Contest():
                yield from self._some(NAMED, "place", record.place)
                yield from self._passages(record.evidence, record.name, "in the passage")
            case Article():
                yield from self._some(NAMED, "author", record.author)
                yield from self._sources((record.id,))
                yield from self._some(SOURCE, "file", record.file)
                yield self._place(self._corpus.texts[record.id], TOLD, "in the text")
                return
        yield from self._sources(tuple(anchor.article for anchor in record.evidence))

    def _place(self, words: str, weight: int, why: str) -> _Place:
        # Names come again with every quote, and are folded once.
        if words not in self._folded:
            self._folded[words] = fold(words)
        return _Place(self._folded[words], weight, why)

    def _some(self, weight: int, label: str, *words: str) -> Iterator[_Place]:
        for each in words:
            if each:
                yield self._place(each, weight, f"{label} {each}")

    def _passages(self, anchors: Iterable[Anchor], but: str, why: str) -> Iterator[_Place]:
        for anchor in anchors:
            words = self._corpus.words(anchor)
            if words != but:
                yield self._place(words, TOLD, why)

    def _actors(self, ids: Iterable[str], label: str) -> Iterator[_Place]:
        for each in dict.fromkeys(ids):
            actor = self._corpus.get(each)
            if isinstance(actor, Actor):
                yield self._place(actor.name, NAMED, f"{label} {actor.name}")
                for alias in actor.also_known_as:
                    yield self._place(alias, NAMED, f"{label} {actor.name}, also {alias}")

    def _sources(self, ids: Iterable[str]) -> Iterator[_Place]:
        for each in dict.fromkeys(ids):
            article = self._corpus.article(each)
            names = [name for name in (article.publisher, article.agency) if name]
            yield from self._some(SOURCE, "source", *(names or [article.title]))
