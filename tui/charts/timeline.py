"""What a chart of time shows: marks of events, the days of the reports, and lanes.

An event whose date is a year is *some time in* that year; one from a day to a day *lasts*.
A chart must not tell the one for the other, so every mark says how its days are meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import islice, takewhile
from typing import Literal, NamedTuple

from tui import dates
from tui.charts.scale import LAST
from tui.columns import ACTORS, ARTICLES, DATES, STATUSES, ColumnField
from tui.corpus import Corpus
from tui.glyphs import STATUS_SIGNS
from tui.lazy_records import places_in, places_of
from tui.model import EVENT_STATUSES, Event, Record, When
from tui.orders import SOURCES
from tui.records import actors_of
from tui.terminal_text import one_line

Dating = Literal["day", "some", "span", "since", "until"]
"""On the day; some time between two days; all of the time between them; from a day on,
nobody says how long; up to a day, nobody says from when."""

By = Literal["together", "kind", "article", "actor"]
LANES: tuple[By, ...] = ("together", "kind", "article", "actor")
"""What a chart can be divided by."""

NOBODY = "nobody named"

NEAR = 14
"""Events no more than so many days apart belong to one story."""


class Placing(NamedTuple):
    """Days as ordinals, equal where one end is open; how they are meant, and whether their source
    doubts them."""

    first: int
    last: int
    dating: Dating
    doubtful: bool = False


class Called(NamedTuple):
    """What a mark stands for that is no record."""

    id: str
    title: str
    status: str = ""


class TimeMark:
    """One dated thing: a record of a table, which is made when its name is asked for."""

    __slots__ = ("_table", "dating", "doubtful", "first", "last", "place")

    def __init__(self, table: Sequence[Record | Called], place: int, placing: Placing) -> None:
        self._table = table
        self.place = place
        self.first, self.last, self.dating, self.doubtful = placing

    @property
    def id(self) -> str:
        return self._table[self.place].id

    @property
    def title(self) -> str:
        return str(getattr(self._table[self.place], "title", ""))

    @property
    def sign(self) -> str:
        return STATUS_SIGNS.get(getattr(self._table[self.place], "status", ""), "·")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TimeMark) or self.first != other.first:
            return False
        if self._table is other._table:
            return self.place == other.place
        return self.last == other.last and self.id == other.id

    def __hash__(self) -> int:
        return hash((self.first, self.last))

    def __repr__(self) -> str:
        return f"TimeMark({self.id}, {self.first}, {self.last}, {self.dating})"


def _time(mark: TimeMark) -> tuple[int, int]:
    """Order in time: of what begins on one day, that which nobody says the end of is last."""
    return mark.first, mark.last if mark.dating != "since" else LAST


@dataclass(frozen=True, eq=False, repr=False)
class Lane:
    """The marks that belong together, in order of time, under a name; and the places
    of what has no date."""

    key: str
    name: str
    marks: Sequence[TimeMark]
    undated: frozenset[int] = frozenset()

    @cached_property
    def firsts(self) -> Sequence[int]:
        """The first days of all marks."""
        return [mark.first for mark in self.marks]

    @cached_property
    def wide(self) -> Sequence[TimeMark]:
        """The marks that are not of one day."""
        return [mark for mark in self.marks if mark.dating != "day"]

    def has(self, mark: TimeMark) -> bool:
        """Whether a mark is among these."""
        at = bisect_left(self.firsts, mark.first)
        alike = takewhile(lambda each: each.first == mark.first, islice(self.marks, at, None))
        return mark in alike


# Who runs a method of it in a thread has it named, which all events do not belong into.
@dataclass(frozen=True, eq=False, repr=False)
class TimeChart:
    """Events and reports of a corpus, by time."""

    corpus: Corpus
    events: Sequence[Event]

    @cached_property
    def _table(self) -> tuple[Sequence[Event], Sequence[int]]:
        """The table that the events are chosen from, and their places in it."""
        places = places_of(self.events)
        if places is not None:
            return self.corpus.whole.events, places
        return self.events, range(len(self.events))

    @cached_property
    def marks(self) -> tuple[TimeMark, ...]:
        """All dated events, in order of their days."""
        table, places = self._table
        if table is self.corpus.whole.events:
            column = self.corpus.column("event", DATES)
            placed = [_placed(*key) for key in column.keys]
            placings = (placed[number] for number in map(column.numbers.__getitem__, places))
        else:
            dates = (event.when for event in table)
            placings = (_placed(each.edtf, each.earliest, each.latest) for each in dates)
        both = zip(places, placings, strict=True)
        marks = [TimeMark(table, place, placing) for place, placing in both if placing]
        return tuple(sorted(marks, key=_time))

    @cached_property
    def _rank(self) -> Mapping[int, int]:
        """Where among the marks the event at a place stands."""
        return {mark.place: rank for rank, mark in enumerate(self.marks)}

    def mark(self, event_id: str) -> TimeMark | None:
        """The mark of an event; None where it has no date, or is not shown."""
        table, _places = self._table
        rank = self._rank.get(places_in(table).get(event_id, -1), -1)
        return None if rank < 0 else self.marks[rank]

    @cached_property
    def undated(self) -> int:
        """How many events have no date."""
        return len(self.events) - len(self.marks)

    @property
    def first_undated(self) -> str:
        """The id of the first event without a date."""
        table, places = self._table
        return next(table[place].id for place in places if place not in self._rank)

    @cached_property
    def reports(self) -> tuple[TimeMark, ...]:
        """The days on which the articles appeared: of all, or of those that tell what is
        shown where that is not all."""
        articles, told = self.corpus.whole.articles, None
        _table, places = self._table
        if len(self.events) < len(self.corpus.whole.events):
            told = {article for place in places for article in self._keys("article", place)}
        column = self.corpus.column("article", DATES)
        made = (
            TimeMark(articles, place, placing)
            for key, group in column.groups()
            if (placing := _placed(*key)) is not None
            for place in group
            if told is None or articles[place].id in told
        )
        return tuple(sorted(made, key=_time))

    @cached_property
    def opening(self) -> TimeMark | None:
        """The event with which what the reports are about begins: from the day of the first
        report back, as long as something happens every fortnight. What lies before that is
        background; a date of more days than these is too vague to lead on."""
        near = [mark for mark in self.marks if mark.last - mark.first <= NEAR]
        if not near or not self.reports:
            return None
        begins = self.reports[0].first
        firsts = [mark.first for mark in near]
        for first in reversed(firsts[: bisect_left(firsts, begins)]):
            if begins - first > NEAR:
                break
            begins = first
        at = bisect_left(firsts, begins)
        return near[at] if at < len(near) else None

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days on which something begins or ends, in order."""
        marks = (*self.marks, *self.reports)
        return tuple(sorted({day for mark in marks for day in (mark.first, mark.last)}))

    # -------------------------------------------------------------------------- lanes

    @cached_property
    def _lanes(self) -> dict[By, tuple[Lane, ...]]:
        return {}

    def lanes(self, by: By, most: int = 0, *, dated: bool = False) -> tuple[Lane, ...]:
        """The lanes, those of most marks first except kinds and articles, which have an
        order of their own; only those with a dated event where that is asked for. With
        ``most``, the last lane is all others together."""
        kept, rest = self.chosen(by, most, dated=dated)
        if not rest:
            return kept
        places = {mark.place for lane in rest for mark in lane.marks}
        undated = frozenset[int]().union(*(lane.undated for lane in rest))
        others = [mark for mark in self.marks if mark.place in places]
        return (*kept, Lane("", others_name(rest), others, undated))

    def chosen(
        self, by: By, most: int, *, dated: bool = False
    ) -> tuple[tuple[Lane, ...], tuple[Lane, ...]]:
        """The lanes that stand by themselves, and those that share the last one."""
        if by not in self._lanes:
            self._lanes[by] = self._divided(by)
        lanes = self._lanes[by]
        if dated:
            lanes = tuple(lane for lane in lanes if lane.marks) or lanes
        if not most or len(lanes) <= most:
            return lanes, ()
        # What has the most marks stays by itself, in the order that it has.
        sizes = [len(lane.marks) + (0 if dated else len(lane.undated)) for lane in lanes]
        largest = sorted(range(len(lanes)), key=lambda at: -sizes[at])
        kept, rest = sorted(largest[: most - 1]), sorted(largest[most - 1 :])
        return tuple(lanes[at] for at in kept), tuple(lanes[at] for at in rest)

    def prime(self) -> None:
        """Make the marks and days, which every drawing needs."""
        _ = self._rank, self.days, self.opening

    def prepare(self) -> None:
        """Divide the events in every way, so that nobody waits for it later."""
        for by in LANES:
            self.chosen(by, 0)

    def _divided(self, by: By) -> tuple[Lane, ...]:
        if by == "together":
            return (Lane("", "events", self.marks),)
        rank, (_table, places) = self._rank, self._table
        found: dict[str, list[int]] = {}
        undated: dict[str, set[int]] = {}
        for place in places:
            for key in self._keys(by, place):
                ranks = found.setdefault(key, [])
                if place in rank:
                    ranks.append(rank[place])
                else:
                    undated.setdefault(key, set()).add(place)
        marks = {key: [self.marks[at] for at in sorted(ranks)] for key, ranks in found.items()}
        order = self._order(by, marks)
        names = self._names(by, order)
        return tuple(
            Lane(key, names[key], marks[key], frozenset(undated.get(key, ()))) for key in order
        )

    def _keys(self, by: By, place: int) -> Iterable[str]:
        """The lanes that the event at a place belongs to, each once."""
        table, _places = self._table
        if table is not self.corpus.whole.events:
            return dict.fromkeys(_KEYS[by](table[place]))
        column = self.corpus.column("event", _COLUMNS[by])
        keys = map(column.keys.__getitem__, column.numbers_of(place))
        return keys if by != "actor" else list(keys) or ("",)

    def _order(self, by: By, found: Mapping[str, Sequence[TimeMark]]) -> list[str]:
        if by == "kind":
            return [status for status in EVENT_STATUSES if status in found]
        if by == "article":
            listed = sorted(found, key=self._articles.__getitem__)
            return sorted(listed, key=lambda each: self._days(each)[0] or "9999")
        return sorted(found, key=lambda key: (key == "", -len(found[key]), key))

    def _names(self, by: By, keys: Sequence[str]) -> dict[str, str]:
        if by == "kind":
            return {key: f"{STATUS_SIGNS.get(key, ' ')} {key}" for key in keys}
        if by == "article":
            places, sources = self._articles, self.corpus.column("article", SOURCES)
            named = {key: one_line(str(sources.key_of(places[key]))) for key in keys}
            again = {name for name, times in Counter(named.values()).items() if times > 1}
            return {
                key: f"{self._day(key)} {name}".strip() if name in again else name
                for key, name in named.items()
            }
        return {key: one_line(self.corpus.name(key)) if key else NOBODY for key in keys}

    @cached_property
    def _articles(self) -> Mapping[str, int]:
        return places_in(self.corpus.whole.articles)

    def _days(self, article: str) -> tuple[str, str]:
        """The first and the last day on which a report may have appeared."""
        dates = self.corpus.column("article", DATES)
        _edtf, earliest, latest = dates.key_of(self._articles[article])
        return earliest, latest

    def _day(self, article: str) -> str:
        """The day of a report, to tell two of one source from one another."""
        earliest, latest = self._days(article)
        return earliest[5:] if earliest == latest else ""


def others_name(lanes: Sequence[Lane]) -> str:
    """What several lanes are called that are one."""
    return f"{len(lanes)} others"


_KEYS: dict[By, Callable[[Event], Iterable[str]]] = {
    "kind": lambda event: (event.status,),
    "article": lambda event: (anchor.article for anchor in event.evidence),
    "actor": lambda event: actors_of(event) or ("",),
}


_COLUMNS: dict[By, ColumnField] = {"kind": STATUSES, "article": ARTICLES, "actor": ACTORS}


def mark_of(id: str, title: str, when: When, status: str = "") -> TimeMark | None:
    """The mark of something; None where its date is not known."""
    placed = _placed(when.edtf, when.earliest, when.latest)
    return None if placed is None else TimeMark((Called(id, title, status),), 0, placed)


@lru_cache(maxsize=1 << 15)
def _placed(edtf: str, earliest: str, latest: str) -> Placing | None:
    """The days of a date, how they are meant, and whether its source doubts them."""
    if edtf and not (earliest or latest):
        try:
            earliest, latest = dates.bounds(edtf)
        except ValueError:
            return None
    if not edtf or not (earliest or latest):
        return None
    first = date.fromisoformat(earliest or latest).toordinal()
    last = date.fromisoformat(latest or earliest).toordinal()
    dating: Dating = "span"
    if not latest:
        dating = "since"
    elif not earliest:
        dating = "until"
    elif first == last:
        dating = "day"
    elif "/" not in edtf:
        dating = "some"
    return Placing(first, last, dating, dates.uncertain(edtf))


def chart_of(corpus: Corpus, events: Sequence[Event] | None = None) -> TimeChart:
    """The chart of a corpus, or of some of its events."""
    return TimeChart(corpus, corpus.events if events is None else events)
