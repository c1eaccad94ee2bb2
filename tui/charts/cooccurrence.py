"""Who is named with whom, and when: counts for an actor's charts.

Two actors are together once for every paragraph that names both. A mention is dated by
its report, a quote by the day it was said or else by its report, an event by its own day.
"""

from __future__ import annotations

import weakref
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.charts.timeline import mark_of
from tui.corpus import Corpus
from tui.dates import readable
from tui.model import Actor, Event, Quote, Record, When

_ENDING = frozenset(".!?:…”\"’'»)]\n")
"""What a line ends with that ends a paragraph. Other ends of lines are those of a text that
is broken to fit a width."""


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
        numbers: dict[tuple[str, int], int] = {}
        ends: dict[str, list[int]] = {}
        self._named: list[set[str]] = []
        self._paragraphs: dict[str, set[int]] = {}
        for actor in corpus.whole.actors:
            for article, start, _end in actor.mentions:
                if article not in ends:
                    ends[article] = _ends(corpus.texts[article])
                place = article, bisect_right(ends[article], start)
                number = numbers.setdefault(place, len(numbers))
                if number == len(self._named):
                    self._named.append(set())
                self._named[number].add(actor.id)
                self._paragraphs.setdefault(actor.id, set()).add(number)

    def of(self, actor: str, most: int = 0) -> tuple[Companion, ...]:
        """Those who are named together with an actor, the most often first; ``most`` of
        them, or all."""
        counts = Counter(
            other
            for number in self._paragraphs.get(actor, ())
            for other in self._named[number]
            if other != actor
        )
        found = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        return tuple(Companion(*each) for each in (found[:most] if most else found))

    def together(self, one: str, other: str) -> int:
        """In how many paragraphs both are named; of one with itself, in how many it is."""
        nobody: set[int] = set()
        return len(self._paragraphs.get(one, nobody) & self._paragraphs.get(other, nobody))


def _ends(text: str) -> list[int]:
    """Where the paragraphs of a text end: at empty lines, and where a line's end is a
    sentence's too."""
    ends = []
    at = text.find("\n")
    while at >= 0:
        before = at - 1
        while before >= 0 and text[before] in " \t\r":
            before -= 1
        if before < 0 or text[before] in _ENDING:
            ends.append(at + 1)
        at = text.find("\n", at + 1)
    return ends


_of_corpus: dict[int, Cooccurrence] = {}


def cooccurrence_of(corpus: Corpus) -> Cooccurrence:
    """The company of a corpus, worked out when it is first asked for; it goes with it."""
    whole = corpus.whole
    if id(whole) not in _of_corpus:
        _of_corpus[id(whole)] = Cooccurrence(whole)
        weakref.finalize(whole, _of_corpus.pop, id(whole), None)
    return _of_corpus[id(whole)]


def over_time(corpus: Corpus, actor_id: str) -> tuple[Series, Series, Series]:
    """An actor's mentions, quotes and events over time."""
    actor = corpus.get(actor_id)
    mentions = actor.mentions if isinstance(actor, Actor) else ()
    reported: dict[str, When] = {
        each: corpus.article(each).published for each in {m.article for m in mentions}
    }
    return (
        _series("mentions", [reported[mention.article] for mention in mentions]),
        _series("quotes", _said(corpus, corpus.about_actor(actor_id, "quote"))),
        _series("events", [e.when for e in _events(corpus.about_actor(actor_id, "event"))]),
    )


def _said(corpus: Corpus, quotes: Sequence[Record]) -> list[When]:
    return [
        quote.said if quote.said.known else corpus.article(quote.article).published
        for quote in quotes
        if isinstance(quote, Quote)
    ]


def _events(records: Sequence[Record]) -> Iterator[Event]:
    return (record for record in records if isinstance(record, Event))


def _series(name: str, dates: Sequence[When]) -> Series:
    found = sorted(
        DatedLabel(mark.first, readable(when.edtf))
        for when in dates
        if (mark := mark_of("", "", when)) is not None
    )
    return Series(name, tuple(found), len(dates) - len(found))
