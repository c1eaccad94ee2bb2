"""One happening told twice in an article is one event with several passages."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tui import dates
from tui.extract.found import EventFound
from tui.extract.layout import Span

_FACTS = frozenset({"happened", "ongoing"})


@dataclass(slots=True, eq=False)
class _Group:
    told: EventFound
    passages: list[Span] = field(default_factory=list)
    actors: dict[str, None] = field(default_factory=dict)

    def add(self, event: EventFound) -> None:
        if _finer(event, self.told):
            self.told = event
        self.passages.append(Span(event.start, event.end))
        self.actors.update(dict.fromkeys(event.actors))


Key = tuple[object, ...]


@dataclass(slots=True)
class _Alike:
    """The groups of one sort, one standing and one claimant, by what tells them apart."""

    all: list[_Group] = field(default_factory=list)
    by_date: dict[str, list[_Group]] = field(default_factory=dict)
    days: list[tuple[str, str]] = field(default_factory=list)
    """Of those dates the single days, in order, each with its EDTF."""
    spans: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The others that have two ends."""
    by_title: dict[str, list[_Group]] = field(default_factory=dict)
    """Those without a date."""
    by_actor: dict[str, list[_Group]] = field(default_factory=dict)
    """Those with a date."""

    def dated(self, group: _Group, edtf: str) -> None:
        """Note the date of a group."""
        if edtf not in self.by_date:
            self.by_date[edtf] = []
            first, last = dates.bounds(edtf)
            if first and first == last:
                insort(self.days, (first, edtf))
            elif first and last:
                self.spans[edtf] = first, last
        self.by_date[edtf].append(group)

    def around(self, edtf: str) -> Iterator[str]:
        """The dates that lie inside another or around it. Two days never do."""
        first, last = dates.bounds(edtf)
        if not first or not last:
            return
        at = bisect_left(self.days, (first,))
        while at < len(self.days) and self.days[at][0] <= last:
            yield self.days[at][1]
            at += 1
        for other, (begin, end) in self.spans.items():
            if (first <= begin and end <= last) or (begin <= first and last <= end):
                yield other


def merge(found: Sequence[EventFound]) -> list[tuple[EventFound, list[Span]]]:
    """The events with their passages, those that tell of one happening put together.

    They do when they are of one sort and standing, and their dates are the same, or one
    lies inside the other; or when the words take the happening as known ("the rally") and
    the article tells of only one.
    """
    groups: list[_Group] = []
    dated: defaultdict[Key, _Alike] = defaultdict(_Alike)
    waiting: list[EventFound] = []
    for event in found:
        if event.time is None or not event.time.edtf:
            waiting.append(event)
            continue
        alike = dated[*_key(event), event.actors[:1] if event.sort == "speech" else None]
        group = _only(_same_day(alike, event))
        if group is None:
            group = _Group(event)
            groups.append(group)
            alike.dated(group, event.time.edtf)
        before = group.told
        group.add(event)
        if group.told is not before and before.time is not None:
            alike.by_date[before.time.edtf].remove(group)
            alike.dated(group, event.time.edtf)
    known: defaultdict[Key, _Alike] = defaultdict(_Alike)
    for group in groups:
        alike = known[_key(group.told)]
        alike.all.append(group)
        for actor in dict.fromkeys(group.told.actors):
            alike.by_actor.setdefault(actor, []).append(group)
    for event in waiting:
        alike = known[_key(event)]
        group = _only(_known(alike, event))
        if group is None:
            group = _Group(event)
            groups.append(group)
            alike.by_title.setdefault(event.title.lower(), []).append(group)
        group.add(event)
    groups.sort(key=lambda group: min(group.passages))
    return [
        (replace(group.told, actors=tuple(group.actors)), sorted(set(group.passages)))
        for group in groups
    ]


def _only(groups: Iterable[_Group]) -> _Group | None:
    """The group that an event belongs to: of two nobody can tell which."""
    one: _Group | None = None
    for group in groups:
        if one is not None and group is not one:
            return None
        one = group
    return one


def _key(event: EventFound) -> Key:
    """What all events of one happening share."""
    standing = "fact" if event.status in _FACTS else event.status
    return event.sort, event.claimed_by, standing


def _finer(event: EventFound, told: EventFound) -> bool:
    """Whether an event's date is narrower than the one that stands for the group."""
    if event.time is None or not event.time.edtf:
        return False
    if told.time is None or not told.time.edtf:
        return True
    return _width(event.time.edtf) < _width(told.time.edtf)


def _width(edtf: str) -> int:
    order = ("day", "span", "month", "year", "unknown")
    return order.index(dates.precision(edtf))


def _same_day(alike: _Alike, event: EventFound) -> Iterator[_Group]:
    """The groups whose date is an event's, or lies around it or inside it."""
    if event.time is None or (event.sort == "speech" and not event.actors):
        return
    yield from alike.by_date.get(event.time.edtf, [])
    for edtf in alike.around(event.time.edtf):
        if edtf != event.time.edtf:
            for group in alike.by_date[edtf]:
                if event.definite or group.told.definite:
                    yield group


def _known(alike: _Alike, event: EventFound) -> Iterator[_Group]:
    """The groups that an event without a date may be one with."""
    if event.definite:
        yield from alike.all
    elif event.sort == "kill":
        for actor in event.actors:
            yield from alike.by_actor.get(actor, ())
    if event.status in _FACTS:
        yield from alike.by_title.get(event.title.lower(), ())
    else:
        for groups in alike.by_title.values():
            yield from groups
