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
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import chain

from tui.codec import decode, encode
from tui.columns import Row
from tui.disagreements.words import common_in_titles, is_of_referendum
from tui.folding import folded
from tui.line_cache import FORGETFUL, Memory
from tui.model import Event
from tui.spill import RecordBuffer
from tui.summary import happening

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

_FACTS = ("happened", "ongoing", "planned")
"""The standings of facts, the surest first."""


def can_be_linked(key: str) -> bool:
    """Whether events under this key of :func:`tui.summary.happening` may be one."""
    return key.partition(" ")[0] not in NOT_LINKED


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


def linked(
    keys: Sequence[str],
    buffer: RecordBuffer[Event],
    others: Iterable[Event],
    states: set[str],
    states_in: Callable[[str], Iterable[str]],
    curated: Collection[str] = (),
    memory: Memory = FORGETFUL,
) -> tuple[list[Event], set[int]]:
    """The events that are not in the buffer, with what several articles tell made one; and
    the numbers of those in the buffer that have become part of them.

    ``keys`` are those of the buffer's events, ``states`` the actors that are states: that two
    events name one country says little. ``states_in`` gives those that events of an article name,
    ``curated`` the ids of events that a person has described.
    """
    others = list(others)
    counts = Counter(keys)
    counts.update(map(happening, others))
    shared = (key for key, count in counts.items() if count > 1 and can_be_linked(key))
    groups: dict[str, list[int]] = {key: [] for key in shared}
    # Those that are not in the buffer come first, and are numbered from its end.
    for number, other in enumerate(others, len(keys)):
        if (key := happening(other)) in groups:
            groups[key].append(number)
    for number, key in enumerate(keys):
        if key in groups:
            groups[key].append(number)

    def event_at(number: int) -> Event:
        return buffer[number] if number < len(keys) else others[number - len(keys)]

    def told(number: int) -> bytes:
        event = None if number < len(keys) else event_at(number)
        return repr((event, event.id in curated)).encode() if event else buffer.told(number)

    def as_one(group: Sequence[int], kind: str) -> list[tuple[list[int], Row]]:
        return [
            (cluster, encode(_one([event_at(group[at]) for at in cluster], curated), {}))
            for cluster in _clusters(map(event_at, group), states, kind)
        ]

    known_in = cache(states_in)

    def states_of(number: int) -> Iterable[str]:
        if number < len(keys):
            return chain.from_iterable(map(known_in, buffer.articles(number)))
        return states.intersection(event_at(number).actors)

    parts: set[int] = set()
    made: list[Event] = []
    for key, group in groups.items():
        kind = key.partition(" ")[0]
        known = sorted({*chain.from_iterable(map(states_of, group))})
        same = chain((b"linked", repr((kind, known)).encode()), map(told, group))
        for cluster, row in memory.of(same, partial(as_one, group, kind)):
            made.append(decode(Event, row, buffer.texts))
            parts.update(group[at] for at in cluster)
    left = (each for number, each in enumerate(others, len(keys)) if number not in parts)
    return [*left, *made], {number for number in parts if number < len(keys)}


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
        apart = kind in EACH_SIDE and found and found.events[0].place != event.place
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


def _articles(event: Event) -> set[str]:
    return {passage.article for passage in event.evidence}


def _one(events: Sequence[Event], curated: Collection[str]) -> Event:
    """One event of several: what a person has curated comes before what a rule has found,
    what has happened before what is planned."""
    ranked = sorted(
        events, key=lambda each: (each.id not in curated, _FACTS.index(each.status), not each.place)
    )
    best = ranked[0]
    passages = [passage for event in events for passage in event.evidence]
    actors = [actor for event in ranked for actor in event.actors]
    return replace(
        best,
        evidence=tuple(dict.fromkeys((*best.evidence, *passages))),
        actors=tuple(dict.fromkeys(actors)),
        place=next((each.place for each in ranked if each.place), ""),
    )
