"""Who is named with whom, and when: counts for an actor's charts.

Two actors are together once for every paragraph that names both. A mention is dated by
its report, a quote by the day it was said or else by its report, an event by its own day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from tui.charts.marks import placed
from tui.corpus import Corpus
from tui.dates import readable
from tui.model import Actor
from tui.paragraphs import PARAGRAPHS
from tui.tables.columns import ACTORS, ARTICLES, DATES, Column, DateKey
from tui.tables.lazy_records import id_at, places_in


class Companion(NamedTuple):
    """An actor, and in how many paragraphs it is named together with another."""

    actor: str
    times: int


class DatedLabel(NamedTuple):
    """A day, as an ordinal, and the date in words: of one that is not known to the day, the
    first that it may be, and "Oct 2025"."""

    day: int
    called: str


class Series(NamedTuple):
    """Something that is counted over time: its dates in order, each with how much has it, and how
    much has none."""

    name: str
    dates: tuple[tuple[DatedLabel, int], ...]
    undated: int

    @property
    def days(self) -> Iterator[int]:
        """The days alone."""
        return (each.day for each, _many in self.dates)

    @property
    def total(self) -> int:
        """All of it, dated or not."""
        return sum(many for _each, many in self.dates) + self.undated


FEW, PAIRS = 16, 256
"""Actors whose paragraphs are at hand, and pairs of them: as many as one card draws."""


class Cooccurrence:
    """The paragraphs of a corpus and who is named in them, gone through once."""

    def __init__(self, corpus: Corpus) -> None:
        self._actors = corpus.whole.actors
        self._places = places_in(self._actors)
        self._paragraphs = corpus.column("actor", PARAGRAPHS)
        # Each line of a matrix asks for every pair of a few.
        self.together = lru_cache(PAIRS)(self._together)
        self._company = lru_cache(FEW)(self._counted)
        self._naming = lru_cache(FEW)(self._as_bits)

    def of(self, actor: str, most: int = 0) -> tuple[Companion, ...]:
        """Those who are named together with an actor, the most often first; ``most`` of
        them, or all."""
        counts = self._company(actor)
        # Of a thousand only those who may be asked for are called by their ids.
        least = sorted(counts.values())[-most] if 0 < most < len(counts) else 0
        found = [
            (-times, id_at(self._actors, place))
            for place, times in counts.items()
            if times >= least
        ]
        found.sort()
        return tuple(Companion(id, -times) for times, id in (found[:most] if most else found))

    def many(self, actor: str) -> int:
        """How many are named together with an actor."""
        return len(self._company(actor))

    def _counted(self, actor: str) -> Counter[int]:
        """In how many paragraphs each other actor is named together with one, by places."""
        counts = Counter(chain.from_iterable(map(self._paragraphs.group, self._of(actor))))
        del counts[self._places.get(actor, -1)]
        return counts

    def _together(self, one: str, other: str) -> int:
        """In how many paragraphs both are named; of one with itself, in how many it is."""
        return (self._naming(one) & self._naming(other)).bit_count()

    def _as_bits(self, actor: str) -> int:
        """The paragraphs that name an actor, a bit each: as a set they would take a hundred times
        as much memory."""
        bits = bytearray(len(self._paragraphs) // 8 + 1)
        for number in self._of(actor):
            bits[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(bits, "little")

    def _of(self, actor: str) -> Sequence[int]:
        """The numbers of the paragraphs that name an actor."""
        place = self._places.get(actor, -1)
        return self._paragraphs.numbers_of(place) if place >= 0 else ()


def cooccurrence_of(corpus: Corpus) -> Cooccurrence:
    """The company of a corpus, worked out when it is first asked for."""
    return corpus.once("company", lambda: Cooccurrence(corpus.whole))


def over_time(corpus: Corpus, actor_id: str) -> tuple[Series, Series, Series]:
    """An actor's mentions, quotes and events over time."""
    actor = corpus.get(actor_id)
    articles = places_in(corpus.whole.articles)
    reports, said, events = (corpus.column(kind, DATES) for kind in ("article", "quote", "event"))
    standing = corpus.column("quote", ARTICLES)

    def reported(told: Iterable[str]) -> Counter[DateKey]:
        return _dated(reports, map(articles.__getitem__, told))

    mentions = actor.mentions if isinstance(actor, Actor) else ()
    quotes = corpus.column("quote", ACTORS).having(actor_id)
    happened = corpus.column("event", ACTORS).having(actor_id)
    spoken = Counter({key: many for key, many in _dated(said, quotes).items() if key[0]})
    nowhen = {number for number, key in enumerate(said.keys) if not key[0]}
    undated = [place for place in quotes if said.numbers[place] in nowhen]
    spoken.update(reported(map(standing.key_of, undated)))
    return (
        _series("mentions", reported(map(itemgetter(0), mentions))),
        _series("quotes", spoken),
        _series("events", _dated(events, happened)),
    )


def _dated(column: Column, places: Iterable[int]) -> Counter[DateKey]:
    """How many of the records at some places have each date."""
    counts = Counter(map(column.numbers.__getitem__, places))
    return Counter({column.keys[number]: many for number, many in counts.items()})


def _series(name: str, dates: Mapping[DateKey, int]) -> Series:
    found: Counter[DatedLabel] = Counter()
    for key, times in dates.items():
        if (placing := placed(*key)) is not None:
            found[DatedLabel(placing.first, readable(key[0]))] += times
    return Series(name, tuple(sorted(found.items())), sum(dates.values()) - sum(found.values()))
