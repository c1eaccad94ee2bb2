"""One happening told twice in an article is one event with several passages."""

from __future__ import annotations

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
    by_title: dict[str, list[_Group]] = field(default_factory=dict)
    """Those without a date."""
    by_actor: dict[str, list[_Group]] = field(default_factory=dict)
    """Those with a date."""


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
            alike.all.append(group)
            alike.by_date.setdefault(event.time.edtf, []).append(group)
        before = group.told
        group.add(event)
        if group.told is not before and before.time is not None:
            alike.by_date[before.time.edtf].remove(group)
            alike.by_date.setdefault(event.time.edtf, []).append(group)
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
    same = alike.by_date.get(event.time.edtf, [])
    yield from same
    first = dates.bounds(event.time.edtf)
    if not all(first):
        return
    for edtf, groups in alike.by_date.items():
        if edtf == event.time.edtf or not any(event.definite or g.told.definite for g in groups):
            continue
        second = dates.bounds(edtf)
        inside = first[0] <= second[0] and second[1] <= first[1]
        around = second[0] <= first[0] and first[1] <= second[1]
        if all(second) and (inside or around):
            yield from (group for group in groups if event.definite or group.told.definite)


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
