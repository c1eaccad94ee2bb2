"""Who is named with whom, and when: counts for an actor's charts.

Two actors are together once for every paragraph that names both. A mention is dated by
its report, a quote by the day it was said or else by its report, an event by its own day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from tui.charts.marks import mark_of
from tui.columns import ACTORS, ARTICLES, DATES, DateKey, when_from
from tui.corpus import Corpus
from tui.dates import readable
from tui.lazy_records import id_at, places_in
from tui.model import Actor
from tui.paragraphs import PARAGRAPHS


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
    """Something that is counted over time: its dates in order, and how much has none."""

    name: str
    dates: tuple[DatedLabel, ...]
    undated: int

    @property
    def days(self) -> tuple[int, ...]:
        """The days alone."""
        return tuple(each.day for each in self.dates)

    @property
    def total(self) -> int:
        """All of it, dated or not."""
        return len(self.dates) + self.undated


class Cooccurrence:
    """The paragraphs of a corpus and who is named in them, gone through once."""

    def __init__(self, corpus: Corpus) -> None:
        self._actors = corpus.whole.actors
        self._places = places_in(self._actors)
        self._paragraphs = corpus.column("actor", PARAGRAPHS)

    def of(self, actor: str, most: int = 0) -> tuple[Companion, ...]:
        """Those who are named together with an actor, the most often first; ``most`` of
        them, or all."""
        own = self._places.get(actor, -1)
        counts = Counter(
            other
            for number in self._of(actor)
            for other in self._paragraphs.group(number)
            if other != own
        )
        named = ((id_at(self._actors, place), times) for place, times in counts.items())
        found = sorted(named, key=lambda each: (-each[1], each[0]))
        return tuple(Companion(*each) for each in (found[:most] if most else found))

    def together(self, one: str, other: str) -> int:
        """In how many paragraphs both are named; of one with itself, in how many it is."""
        return len(frozenset(self._of(one)).intersection(self._of(other)))

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
    articles = cache(places_in(corpus.whole.articles).__getitem__)
    reports, said, events = (corpus.column(kind, DATES) for kind in ("article", "quote", "event"))
    standing = corpus.column("quote", ARTICLES)

    def reported(article: str) -> DateKey:
        found: DateKey = reports.key_of(articles(article))
        return found

    def spoken(place: int) -> DateKey:
        found: DateKey = said.key_of(place)
        return found if found[0] else reported(standing.key_of(place))

    mentions = actor.mentions if isinstance(actor, Actor) else ()
    quotes = corpus.column("quote", ACTORS).having(actor_id)
    happened = corpus.column("event", ACTORS).having(actor_id)
    return (
        _series("mentions", [reported(mention.article) for mention in mentions]),
        _series("quotes", [*map(spoken, quotes)]),
        _series("events", [*map(events.key_of, happened)]),
    )


def _series(name: str, dates: Sequence[DateKey]) -> Series:
    found: list[DatedLabel] = []
    for key, times in Counter(dates).items():
        mark = mark_of("", "", when_from(key))
        if mark is not None:
            found += [DatedLabel(mark.first, readable(key[0]))] * times
    return Series(name, tuple(sorted(found)), len(dates) - len(found))
