"""One happening told twice in an article is one event with several passages."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from tui import dates
from tui.extract.findings import EventMention
from tui.extract.text.document import Span

_FACTS = frozenset({"happened", "ongoing"})
_REACH = 200
"""How many happenings of one kind, day and person, the last ones, are looked through for one that
is told again: without an end a long list would take time that grows with its square."""


@dataclass(slots=True, eq=False)
class _Group:
    told: EventMention
    passages: list[Span] = field(default_factory=list)
    actors: dict[str, None] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    among: _Groups | None = None

    def tell(self, event: EventMention) -> None:
        """Add what tells of it."""
        self.passages.append(Span(event.start, event.end))
        if self.told.unnamed and not event.unnamed:
            self.told = replace(self.told, title=event.title, unnamed=False)
        self.actors.update(dict.fromkeys(event.actors))
        for actor in event.about.people - self.people:
            self.people.add(actor)
            if self.among is not None:
                self.among.by_actor.setdefault(actor, []).append(self)

    def of_all(self) -> EventMention:
        """The event with the actors of all that tells of it."""
        actors = tuple(self.actors)
        return self.told if actors == self.told.actors else replace(self.told, actors=actors)


@dataclass(slots=True)
class _Groups:
    """Groups, and who is named in them."""

    all: list[_Group] = field(default_factory=list)
    nameless: list[_Group] = field(default_factory=list)
    by_actor: dict[str, list[_Group]] = field(default_factory=dict)

    def take(self, group: _Group) -> None:
        """Have a group here, and nowhere else."""
        group.among = self
        self.all.append(group)
        if not group.people:
            self.nameless.append(group)
        for actor in group.people:
            self.by_actor.setdefault(actor, []).append(group)

    def like(self, event: EventMention) -> Iterator[_Group]:
        """The groups that an event may belong to, by whom and what they are about."""
        people = event.about.people
        lists = [self.all]
        if people and not event.shared:
            lists = [self.nameless, *(self.by_actor.get(actor, []) for actor in people)]
        for groups in lists:
            for group in islice(reversed(groups), _REACH):
                if group.among is self and not _are_two(event, group.told, group.people):
                    yield group


Key = tuple[object, ...]


@dataclass(slots=True)
class _Alike:
    """The groups of one sort, one standing and one claimant, by what tells them apart."""

    dated: _Groups = field(default_factory=_Groups)
    by_date: dict[str, _Groups] = field(default_factory=dict)
    days: list[tuple[str, str]] = field(default_factory=list)
    """Of those dates the single days, in order, each with its EDTF."""
    spans: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The others that have two ends."""
    undated: dict[str, _Groups] = field(default_factory=dict)
    """By their titles, where they are facts."""

    def of_date(self, edtf: str) -> _Groups:
        """The groups of a date."""
        if edtf not in self.by_date:
            self.by_date[edtf] = _Groups()
            first, last = dates.bounds(edtf)
            if first and first == last:
                insort(self.days, (first, edtf))
            elif first and last:
                self.spans[edtf] = first, last
        return self.by_date[edtf]

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


def merge(found: Sequence[EventMention]) -> list[tuple[EventMention, list[Span]]]:
    """The events with their passages, those that tell of one happening put together.

    They do when they are of one sort and standing, are about the same people, and their dates
    are the same, or one lies inside the other; or when the words take the happening as known
    ("the rally") and the article tells of only one. What no passage names is left out, and
    an accusation of which the day is told, too.
    """
    groups: list[_Group] = []
    dated: defaultdict[Key, _Alike] = defaultdict(_Alike)
    waiting: list[EventMention] = []
    for event in found:
        if event.time is None or not event.time.edtf:
            waiting.append(event)
            continue
        alike = dated[*_key(event), event.actors[:1] if event.sort == "speech" else None]
        group = _only(_same_day(alike, event))
        if group is None:
            group = _Group(event)
            groups.append(group)
            alike.of_date(event.time.edtf).take(group)
        elif _finer(event, group.told):
            title = group.told.title if event.unnamed else event.title
            unnamed = event.unnamed and group.told.unnamed
            place = event.place or group.told.place
            group.told = replace(event, title=title, unnamed=unnamed, place=place)
            alike.of_date(event.time.edtf).take(group)
        group.tell(event)
    known: defaultdict[Key, _Alike] = defaultdict(_Alike)
    for group in groups:
        known[_key(group.told)].dated.take(group)
    titles = {group.told.title for group in groups}
    for event in waiting:
        if event.status == "alleged" and event.title in titles:
            continue
        alike = known[_key(event)]
        title = event.title.lower() if event.status in _FACTS and not _of_people(event) else ""
        undated = alike.undated.setdefault(title, _Groups())
        group = _only(_known(alike.dated, undated, event))
        if group is None:
            group = _Group(event)
            groups.append(group)
            undated.take(group)
        group.tell(event)
    for group in groups:
        group.among = None  # Nothing that refers to itself is left for a garbage collector.
    groups.sort(key=lambda group: min(group.passages))
    named = (group for group in groups if not group.told.unnamed)
    return [(group.of_all(), sorted(set(group.passages))) for group in named]


def _only(groups: Iterable[_Group]) -> _Group | None:
    """The group that an event belongs to: of two nobody can tell which."""
    one: _Group | None = None
    for group in groups:
        if one is not None and group is not one:
            return None
        one = group
    return one


def _key(event: EventMention) -> Key:
    """What all events of one happening share."""
    standing = "fact" if event.status in _FACTS else event.status
    return event.sort, event.claimed_by, standing


def _finer(event: EventMention, told: EventMention) -> bool:
    """Whether an event's date is narrower than the one that stands for the group, or as narrow
    and told by its own words where that is one of another act."""
    if event.time is None or not event.time.edtf:
        return False
    if told.time is None or not told.time.edtf:
        return True
    if event.time.edtf == told.time.edtf:
        return bool(told.time.note) and not event.time.note
    return _width(event.time.edtf) < _width(told.time.edtf)


def _width(edtf: str) -> int:
    order = ("day", "span", "month", "year", "unknown")
    return order.index(dates.precision(edtf))


def _same_day(alike: _Alike, event: EventMention) -> Iterator[_Group]:
    """The groups whose date is an event's, or lies around it or inside it."""
    if event.time is None or (event.sort == "speech" and not event.actors):
        return
    if event.time.edtf in alike.by_date:
        yield from alike.by_date[event.time.edtf].like(event)
    for edtf in alike.around(event.time.edtf):
        if edtf != event.time.edtf:
            for group in alike.by_date[edtf].like(event):
                if event.definite or group.told.definite:
                    yield group


def _of_people(event: EventMention) -> bool:
    """Whether a fact is told of people who are named: told again of them, it is the same."""
    return bool(event.about.people) and not event.shared and event.status in _FACTS


def _known(dated: _Groups, undated: _Groups, event: EventMention) -> Iterator[_Group]:
    """The groups that an event without a date may be one with."""
    if event.definite:
        yield from dated.like(event)
    elif _of_people(event):
        for group in dated.like(event):
            if group.told.about.people == event.about.people:
                yield group
    yield from undated.like(event)


def _are_two(event: EventMention, told: EventMention, people: Collection[str]) -> bool:
    """Whether two of one sort and day tell of two happenings: of other people, or, where the
    verb names no sort, of other things. ``people`` are all that the one told before names."""
    if event.shared:
        return False
    mine, before = event.about, told.about
    loose = event.loose
    if loose and mine.what and before.what and not mine.what & before.what:
        return True
    if mine.people and people:
        others = not (mine.people <= set(people) or mine.people >= set(people))
        return others or _elsewhere(event.place, told.place)
    if mine.people or people:
        return not (before if mine.people else mine).known
    if loose and mine.who and before.who:
        return not mine.who & before.who
    return _elsewhere(event.place, told.place)


def _elsewhere(one: str, other: str) -> bool:
    """Whether two places are named, and are not one: "Brod" and "Brod, Arland" are."""
    return bool(one and other) and not (one.startswith(other) or other.startswith(one))
