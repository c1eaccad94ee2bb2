"""One happening told twice in an article is one event with several passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tui import dates
from tui.extract.found import EventFound
from tui.extract.layout import Span

_FACTS = frozenset({"happened", "ongoing"})


@dataclass(slots=True)
class _Group:
    told: EventFound
    passages: list[Span] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)

    def add(self, event: EventFound) -> None:
        if _finer(event, self.told):
            self.told = event
        self.passages.append(Span(event.start, event.end))
        self.actors.extend(actor for actor in event.actors if actor not in self.actors)


def merge(found: Sequence[EventFound]) -> list[tuple[EventFound, list[Span]]]:
    """The events with their passages, those that tell of one happening put together.

    They do when they are of one sort and standing, and their dates are the same, or one
    lies inside the other; or when the words take the happening as known ("the rally") and
    the article tells of only one.
    """
    groups: list[_Group] = []
    waiting: list[EventFound] = []
    for event in found:
        if event.time is None or not event.time.edtf:
            waiting.append(event)
            continue
        same = [group for group in groups if _same_day(group.told, event)]
        _put(same[0] if len(same) == 1 else None, event, groups)
    for event in waiting:
        same = [group for group in groups if _known(group.told, event)]
        _put(same[0] if len(same) == 1 else None, event, groups)
    groups.sort(key=lambda group: min(group.passages))
    return [
        (replace(group.told, actors=tuple(group.actors)), sorted(set(group.passages)))
        for group in groups
    ]


def _put(group: _Group | None, event: EventFound, groups: list[_Group]) -> None:
    if group is None:
        group = _Group(event)
        groups.append(group)
    group.add(event)


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


def _alike(one: EventFound, other: EventFound) -> bool:
    if one.sort != other.sort or one.claimed_by != other.claimed_by:
        return False
    return one.status == other.status or {one.status, other.status} <= _FACTS


def _same_day(one: EventFound, other: EventFound) -> bool:
    if not _alike(one, other) or one.time is None or other.time is None:
        return False
    if one.sort == "speech" and not (one.actors and other.actors[:1] == one.actors[:1]):
        return False
    if one.time.edtf == other.time.edtf:
        return True
    if not (one.definite or other.definite):
        return False
    first, second = dates.bounds(one.time.edtf), dates.bounds(other.time.edtf)
    if not all((*first, *second)):
        return False
    inside = first[0] <= second[0] and second[1] <= first[1]
    around = second[0] <= first[0] and first[1] <= second[1]
    return inside or around


def _known(one: EventFound, other: EventFound) -> bool:
    """Whether an event without a date is the one that the article tells of already."""
    if not _alike(one, other):
        return False
    if one.time is None or not one.time.edtf:
        same_words = one.title.lower() == other.title.lower()
        return same_words or (one.status == other.status and one.status not in _FACTS)
    if other.definite:
        return True
    return one.sort == "kill" and bool(set(one.actors) & set(other.actors))
