"""One happening that several articles tell is one event, with the passages of all.

Two events of two articles are one when both are told as facts, are of one type and on one
day, and have a person, a party or a group in common, or a name or two other words in their
titles beside the one that tells their type; where each title names somebody else, three. A vote or
a debate takes place once a day in a country: there no common actor is needed, as long as the
articles do not name two countries.
Acts of speaking are left alone, as the same person may speak twice a day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import chain

from tui.dates import days
from tui.disagreements.words import common_in_titles, is_of_referendum
from tui.folding import folded
from tui.model import Event, When
from tui.summary import happening
from tui.tables.codec import decode, encode
from tui.tables.columns import Row
from tui.tables.line_cache import FORGETFUL, Memory
from tui.tables.record_buffers import RecordBuffer

ONCE_A_DAY = frozenset({"vote", "debate"})
"""Types of which a country has one on a day."""

NOT_LINKED = frozenset({"", "speech"})
"""Types that do not tell one happening from another."""

EACH_SIDE = frozenset({"winning", "losing"})
"""Types of which each side has its own on one day: what two have in common has to be who it is."""

STEM = 4
"""Letters with which the word begins that gives a type its name: arrest, arrested."""

FEW = 8
"""Clusters that a word of a title leads to, of which each is looked at."""

FAR = 10**6
"""Days of a date that has no end."""

_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per ?cent)")
_NEAR = 2.0
"""Percentage points by which counts of one vote differ, at the most."""

_FACTS = ("happened", "ongoing", "planned")
"""The standings of facts, the surest first."""


def can_be_linked(key: str) -> bool:
    """Whether events under this key of :func:`tui.summary.happening` are of one day and may be
    one."""
    kind, _, day = key.partition(" ")
    return bool(day) and kind not in NOT_LINKED


@dataclass(slots=True)
class _Cluster:
    """The events that tell of one happening, at most one of each article."""

    events: list[Event]
    numbers: list[int]
    articles: set[str] = field(default_factory=set)

    def add(self, event: Event, number: int) -> None:
        self.events.append(event)
        self.numbers.append(number)
        self.articles |= _articles(event)


class ToldEvents:
    """The events that articles tell, by their numbers: those in a buffer, then the others.

    ``keys`` are those of the buffer's events (:func:`tui.summary.happening`), ``states`` the actors
    that are states: that two events name one country says little. ``states_in`` gives those that
    the buffer's events of an article name, ``curated`` the ids of events that a person has
    described.
    """

    def __init__(
        self,
        keys: Sequence[str],
        buffer: RecordBuffer[Event],
        others: Iterable[Event],
        states: Collection[str] = (),
        states_in: Callable[[str], Iterable[str]] = lambda _article: (),
        curated: Collection[str] = (),
    ) -> None:
        self._buffer, self.others, self.curated = buffer, list(others), curated
        self.buffered = len(keys)
        self.keys = [*keys, *map(happening, self.others)]
        self.states, self._states_in = states, cache(states_in)

    def __getitem__(self, number: int) -> Event:
        if number < self.buffered:
            return self._buffer[number]
        return self.others[number - self.buffered]

    def told(self, number: int) -> bytes:
        """What tells an event from all others, in this build and in another."""
        if number < self.buffered:
            return self._buffer.told(number)
        event = self[number]
        return repr((event, event.id in self.curated)).encode()

    def articles(self, number: int) -> Iterable[str]:
        """The articles that tell it."""
        if number < self.buffered:
            return self._buffer.articles(number)
        return _articles(self[number])

    def states_of(self, numbers: Iterable[int]) -> list[str]:
        """The states that are known where some of them are compared."""
        found: set[str] = set()
        for number in numbers:
            if number < self.buffered:
                found.update(*map(self._states_in, self._buffer.articles(number)))
            else:
                found.update(actor for actor in self[number].actors if actor in self.states)
        return sorted(found)

    def as_one(self, numbers: Sequence[int]) -> Row:
        """The row of the event that several are."""
        return encode(_one([self[number] for number in numbers], self.curated), {})

    def joined(self, clusters: Iterable[tuple[Sequence[int], Row]]) -> tuple[list[Event], set[int]]:
        """The others with what several articles tell made one, of clusters of numbers each with its
        row; and the numbers of those in the buffer that have become part of them."""
        made, parts = list[Event](), set[int]()
        for numbers, row in clusters:
            made.append(decode(Event, row, self._buffer.texts))
            parts.update(numbers)
        left = (each for at, each in enumerate(self.others, self.buffered) if at not in parts)
        return [*left, *made], {number for number in parts if number < self.buffered}


def linked(events: ToldEvents, memory: Memory = FORGETFUL) -> tuple[list[Event], set[int]]:
    """The events that are not in the buffer, with those of one day that are one made one; and the
    numbers of those in the buffer that have become part of them."""
    counts = Counter(events.keys)
    shared = (key for key, count in counts.items() if count > 1 and can_be_linked(key))
    groups: dict[str, list[int]] = {key: [] for key in shared}
    # Those that are not in the buffer come first.
    buffered, every = events.buffered, len(events.keys)
    for number in chain(range(buffered, every), range(buffered)):
        if events.keys[number] in groups:
            groups[events.keys[number]].append(number)

    def as_one(group: Sequence[int], kind: str) -> list[tuple[list[int], Row]]:
        found = _clusters(map(events.__getitem__, group), events.states, kind)
        return [(cluster, events.as_one([group[at] for at in cluster])) for cluster in found]

    def clusters() -> Iterator[tuple[list[int], Row]]:
        for key, group in groups.items():
            kind = key.partition(" ")[0]
            known = repr((kind, events.states_of(group))).encode()
            same = (b"linked", known, *map(events.told, group))
            for cluster, row in memory.of(same, partial(as_one, group, kind)):
                yield [group[at] for at in cluster], row

    return events.joined(clusters())


def _clusters(group: Iterable[Event], states: Collection[str], kind: str) -> list[list[int]]:
    """The numbers of those events of one type and day that tell of one happening, where several
    do.

    Each is compared with the first of a cluster only: of a long list that takes time that
    grows with it, and no chain of common actors joins what has nothing in common.
    """
    clusters: list[_Cluster] = []
    by_actor: dict[str, _Cluster] = {}
    by_word: dict[str, list[_Cluster]] = {}
    for number, event in enumerate(group):
        own = [actor for actor in event.actors if actor not in states]
        found = next((by_actor[actor] for actor in own if actor in by_actor), None)
        words = _words(event.title, kind)
        if found is None and not (own and kind in EACH_SIDE):
            near = (each for word in words for each in by_word.get(word, ())[:FEW])
            found = next((each for each in near if _alike(each.events[0], event)), None)
        if found is None and kind in ONCE_A_DAY:
            found = next((each for each in clusters[:1] if _one_country(each, event, states)), None)
        apart = kind in EACH_SIDE and found and _of_two_votes(found.events[0], event)
        apart = apart or (found and _of_two_sorts(found.events[0].title, event.title))
        if found is None or apart or not _fits(found, event):
            found = _Cluster([], [])
            clusters.append(found)
            for actor in own:
                by_actor.setdefault(actor, found)
            for word in words:
                by_word.setdefault(word, []).append(found)
        found.add(event, number)
    return [each.numbers for each in clusters if len(each.numbers) > 1]


def _words(title: str, kind: str) -> Sequence[str]:
    """The words of a title that tell what it is about, in small letters, each once: all events of a
    type have the word of that."""
    words = dict.fromkeys(word.lower() for word in re.findall(r"[^\W\d_]{4,}", title))
    telling = (word for word in words if not word.startswith(kind[:STEM]))
    return [word for word in telling if not common_in_titles(folded(word))]


def _alike(one: Event, other: Event) -> bool:
    """Whether the titles of two events of a type have a name in common, or two words."""
    common = {*_words(one.title, one.type)} & {*_words(other.title, other.type)}
    names, others = (
        {word.lower() for word in re.findall(r"(?<=\s)[^\W\d_a-z][^\W\d_]{2,}", each.title)}
        for each in (one, other)
    )
    apart = bool(names and others) and not names & others
    return len(common) > 1 + apart or bool(common & names)


def _of_two_votes(one: Event, other: Event) -> bool:
    """Whether two results of one side are of two votes: at two places, or with shares further
    apart than counts of one vote are. "39.3 percent" of a town is not "46.7" of its country."""
    mine, yours = (
        [float(share) for share in _SHARE.findall(each.title.replace(",", "."))]
        for each in (one, other)
    )
    near = any(abs(share - another) < _NEAR for share in mine for another in yours)
    return one.place != other.place or (bool(mine and yours) and not near)


def _of_two_sorts(one: str, other: str) -> bool:
    """Whether one title is of a referendum, and the other is not."""
    return is_of_referendum(folded(one)) != is_of_referendum(folded(other))


def _fits(cluster: _Cluster, event: Event) -> bool:
    """Whether an event is of another article and not at another place."""
    first = cluster.events[0]
    one, other = event.place, first.place
    elsewhere = one and other and not (one.startswith(other) or other.startswith(one))
    return not (elsewhere or cluster.articles & _articles(event))


def _one_country(cluster: _Cluster, event: Event, states: Collection[str]) -> bool:
    first = cluster.events[0]
    one, other = ({actor for actor in each.actors if actor in states} for each in (first, event))
    return not one or not other or bool(one & other)


def vagueness(when: When) -> tuple[bool, int]:
    """The smaller, the better a date is known, by its length."""
    return not when.known, len(days(when, FAR)) or FAR


def _articles(event: Event) -> set[str]:
    return {passage.article for passage in event.evidence}


def _one(events: Sequence[Event], curated: Collection[str]) -> Event:
    """One event of several: what a person has curated comes before what a rule has found, what
    has the narrowest date before all else, what has happened before what is planned."""

    def rank(event: Event) -> tuple[object, ...]:
        standing = _FACTS.index(event.status)
        return event.id not in curated, vagueness(event.when), standing, not event.place

    ranked = sorted(events, key=rank)
    best = ranked[0]
    passages = [passage for event in events for passage in event.evidence]
    actors = [actor for event in ranked for actor in event.actors]
    return replace(
        best,
        evidence=tuple(dict.fromkeys((*best.evidence, *passages))),
        actors=tuple(dict.fromkeys(actors)),
        place=next((each.place for each in ranked if each.place), ""),
    )
