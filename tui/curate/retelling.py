"""What reports of one story tell again, without its date or by another word, is one event.

Two events of two reports of one story are one where both are told as facts, are of one kind, and
their titles have most words in common; or where the reports are of two languages and the same
people act. Nothing may say that they are two: days that do not meet, other places, names or
numbers, a "no" or an "another" in one title only. Where two events could be the one, neither is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain, product
from pathlib import Path
from typing import NamedTuple

from tui import beside_bytecode
from tui.curate.linking import NOT_LINKED, ToldEvents
from tui.disagreements.report_names import name_key
from tui.disagreements.stories import Stories
from tui.disagreements.words import spread, words_in
from tui.model import Event
from tui.tables.columns import Row
from tui.tables.line_cache import FORGETFUL, Memory

ALIKE = 2
"""Words that two titles have in common, at the least."""

SOME, MOST = 3, 0.6
"""Where each title has words that the other has not: how many they have in common, and which
share of those of the shorter one, at the least."""

HALF = 0.5
"""That share where the same people act, whatever the number."""

SHORTEST = 4
"""Letters of a word of a title that tells something, at the least."""

AT_HAND = 1 << 13
"""Events whose titles are at hand."""

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")

Link = tuple[int, int]
Pair = tuple[str, str]
Numbers = Sequence[int]
Kinds = Mapping[str, Mapping[str, Numbers]]
"""By article and kind the numbers of events."""


class _Retelling(NamedTuple):
    """An event as it is compared with others."""

    articles: frozenset[str]
    language: str
    days: tuple[str, str]
    """The first and the last day on which it may have been, "" where one is not known."""
    place: frozenset[str]
    who: frozenset[str]
    """The actors that are no states."""
    words: frozenset[str]
    """The words of its title without endings."""
    names: frozenset[str]
    numbers: frozenset[str]
    marks: tuple[bool, ...]
    """Whether its title has a "no", whether an "another", and whether it is to come."""
    curated: bool


Compare = Callable[[int], _Retelling]


def retold(
    events: ToldEvents, gone: Collection[int], stories: Stories, memory: Memory = FORGETFUL
) -> tuple[list[Event], set[int]]:
    """The events that are not in the buffer, with those of one story that are one made one; and
    the numbers of those in the buffer that have become part of them. ``gone`` are the numbers of
    events that are part of others already."""
    kinds = _kinds_by_article(events, gone)
    compare = lru_cache(AT_HAND)(partial(_retelling, events, stories))

    def as_one(numbers: Numbers, pairs: Sequence[Pair]) -> list[tuple[list[int], Row]]:
        found = _clusters(_links(pairs, kinds, compare), compare)
        return [([*map(numbers.index, each)], events.as_one(each)) for each in found]

    def clusters() -> Iterator[tuple[list[int], Row]]:
        for pairs in _stories(stories.pairs(kinds)):
            shared = (_of_one_kind(kinds, *pair) for pair in pairs)
            numbers = sorted({each for pair in shared for both in pair for each in chain(*both)})
            spoken = {article: stories.language(article) for pair in pairs for article in pair}
            known = repr((pairs, spoken, events.states_of(numbers))).encode()
            same = (b"retold", known, *map(events.told, numbers))
            for cluster, row in memory.of(same, partial(as_one, numbers, pairs)):
                yield [numbers[at] for at in cluster], row

    return events.joined(clusters())


@cache
def _kinds_by_type() -> Mapping[str, str]:
    """The kinds of happenings that have several types, by these."""
    table = beside_bytecode.table(Path(__file__).with_name("kinds.toml"))
    return {sort: kind for kind, sorts in table.items() for sort in sorts.split()}


def _kinds_by_article(events: ToldEvents, gone: Collection[int]) -> Kinds:
    same, found = _kinds_by_type(), defaultdict[str, dict[str, list[int]]](dict)
    types = {key: key.partition(" ")[0] for key in {*events.keys}}
    kinds = {key: same.get(sort, sort) for key, sort in types.items() if sort not in NOT_LINKED}
    for number, key in enumerate(events.keys):
        if key in kinds and number not in gone:
            for article in {*events.articles(number)}:
                found[article].setdefault(kinds[key], []).append(number)
    return found


def _stories(pairs: Iterable[Pair]) -> Iterable[list[Pair]]:
    """The pairs of reports that tell one story, story by story."""
    found: dict[str, list[Pair]] = {}
    for one, other in pairs:
        first, second = found.setdefault(one, []), found.setdefault(other, [])
        first.append((one, other))
        if first is not second:
            first += second
            for pair in second:
                found.update(dict.fromkeys(pair, first))
            found[other] = first
    return {id(story): story for story in found.values()}.values()


def _of_one_kind(kinds: Kinds, one: str, other: str) -> Iterator[tuple[Numbers, Numbers]]:
    """The events of two reports, kind by kind."""
    for kind in kinds[one].keys() & kinds[other].keys():
        yield kinds[one][kind], kinds[other][kind]


def _retelling(events: ToldEvents, stories: Stories, number: int) -> _Retelling:
    event = events[number]
    first = event.evidence[0].article
    language = stories.words(first)
    title = words_in(event.title)
    parts = [part for word in title for part in word.split("-")]
    telling = (word for word in title if len(word) >= SHORTEST and word not in language.titles)
    capitals = (word for word, start in spread(event.title) if start and word[0].isupper())
    counted = (str(language.numbers[part]) for part in parts if part in language.numbers)
    return _Retelling(
        articles=frozenset(events.articles(number)),
        language=stories.language(first),
        days=(event.when.earliest, event.when.latest),
        place=frozenset(words_in(event.place)),
        who=frozenset(event.actors).difference(events.states),
        words=frozenset(map(language.stem, telling)) - {""},
        names=frozenset(name_key(word, language) for word in capitals) - {""},
        numbers=frozenset(_NUMBER.findall(event.title)).union(counted),
        marks=(
            language.negations.any_of(parts),
            language.parts.any_of(parts),
            event.status == "planned",
        ),
        curated=event.id in events.curated,
    )


def _links(pairs: Iterable[Pair], kinds: Kinds, compare: Compare) -> list[Link]:
    """The pairs of events of two reports that are one, those with most in common first."""
    found: dict[Link, int] = {}
    for pair in pairs:
        scored: dict[Link, int] = {}
        for mine, theirs in _of_one_kind(kinds, *pair):
            for one, other in product(mine, theirs):
                if score := _in_common(compare(one), compare(other)):
                    scored[one, other] = score
        found |= _unrivalled(scored)
    return sorted(found, key=lambda link: (-found[link], link))


def _unrivalled(scored: Mapping[Link, int]) -> Mapping[Link, int]:
    """The pairs of which neither event has as much in common with another."""
    best: Counter[tuple[int, int]] = Counter()
    for link, score in scored.items():
        for side in enumerate(link):
            best[side] = max(best[side], score)
    found = {
        link: score
        for link, score in scored.items()
        if all(best[side] == score for side in enumerate(link))
    }
    often = Counter(side for link in found for side in enumerate(link))
    return {
        link: score
        for link, score in found.items()
        if all(often[side] == 1 for side in enumerate(link))
    }


def _in_common(one: _Retelling, other: _Retelling) -> int:
    """How many words two events have in common that are one; 0 of others."""
    if _are_two(one, other):
        return 0
    same = bool(one.who & other.who)
    if one.language != other.language:
        return ALIKE * (same and one.who == other.who)
    common, least = len(one.words & other.words), min(len(one.words), len(other.words))
    enough = common == least or (common >= SOME and common >= MOST * least)
    return common * (common >= ALIKE and (enough or (same and common >= HALF * least)))


def _are_two(one: _Retelling, other: _Retelling) -> bool:
    """Whether something says that two events are not one."""
    (begin, end), (first, last) = one.days, other.days
    return bool(
        one.articles & other.articles
        or one.marks != other.marks
        or (one.curated and other.curated)
        or (begin and last and begin > last)
        or (first and end and first > end)
        or _differ(one.place, other.place)
        or _differ(one.numbers, other.numbers)
        or (_differ(one.names, other.names) and not one.who & other.who)
    )


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _clusters(links: Iterable[Link], compare: Compare) -> list[list[int]]:
    """The events that are one, of which no two may be two."""
    clusters: dict[int, list[int]] = {}
    for link in links:
        mine, theirs = (clusters.setdefault(number, [number]) for number in link)
        if mine is theirs or any(_are_two(*map(compare, pair)) for pair in product(mine, theirs)):
            continue
        mine += theirs
        clusters.update(dict.fromkeys(theirs, mine))
    found = {id(each): each for each in clusters.values() if len(each) > 1}
    return sorted(sorted(each) for each in found.values())
