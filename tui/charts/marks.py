"""Marks of a chart of time: dated things in order of time, those of one date together.

An event whose date is a year is *some time in* that year; one from a day to a day *lasts*.
A chart must not tell the one for the other, so every mark says how its days are meant.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate, islice, takewhile
from typing import Any, Literal, NamedTuple, overload

from tui import dates
from tui.charts.scale import LAST
from tui.glyphs import STATUS_SIGNS
from tui.model import Record

Dating = Literal["day", "some", "span", "since", "until"]
"""On the day; some time between two days; all of the time between them; from a day on,
nobody says how long; up to a day, nobody says from when."""


class Placing(NamedTuple):
    """Days as ordinals, equal where one end is open; how they are meant, and whether their source
    doubts them."""

    first: int
    last: int
    dating: Dating
    doubtful: bool = False


Table = Sequence[Record]


class TimeMark:
    """One dated thing: a record of a table, which is made when its name is asked for."""

    __slots__ = ("_table", "dating", "doubtful", "first", "last", "place")

    def __init__(self, table: Table, place: int, placing: Placing) -> None:
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


class Dated(NamedTuple):
    """What has one date: where that stands in time, and the places of the things in a table."""

    placing: Placing
    places: Sequence[int]


class Marks(Sequence[TimeMark]):
    """The marks of some things of a table, each made when it is asked for: a hundred thousand
    have a few thousand dates, and most of what is drawn counts."""

    def __init__(self, table: Table, dated: Iterable[Dated]) -> None:
        self._table = table
        self.dated = [each for each in dated if len(each.places)]
        """The dates, in order of time."""
        self._begin = [0, *accumulate(len(each.places) for each in self.dated)]

    @cached_property
    def firsts(self) -> Sequence[int]:
        """The first day of each date."""
        return [each.placing.first for each in self.dated]

    def begins(self, number: int) -> TimeMark:
        """The first mark of the date with a number."""
        return self.one(self.dated[number], 0)

    def one(self, dated: Dated, at: int) -> TimeMark:
        """One mark of those of a date."""
        return TimeMark(self._table, dated.places[at], dated.placing)

    def within(self, first: int, last: int) -> Iterator[TimeMark]:
        """The marks that may be between two days, both included."""
        for each in self.dated:
            if each.placing.first <= last and each.placing.last >= first:
                yield from (self.one(each, at) for at in range(len(each.places)))

    def __len__(self) -> int:
        return self._begin[-1]

    @overload
    def __getitem__(self, at: int) -> TimeMark: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[TimeMark]: ...
    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        number = bisect_right(self._begin, at) - 1
        return self.one(self.dated[number], at - self._begin[number])

    def __contains__(self, mark: object) -> bool:
        if not isinstance(mark, TimeMark):
            return False
        at = bisect_left(self.firsts, mark.first)
        since = islice(self.dated, at, None)
        alike = takewhile(lambda each: each.placing.first == mark.first, since)
        return any(mark == self.one(each, at) for each in alike for at in range(len(each.places)))


def in_time(dated: Dated) -> tuple[int, int]:
    """Order in time: of what begins on one day, that which nobody says the end of is last."""
    first, last, dating, _doubtful = dated.placing
    return first, last if dating != "since" else LAST


@lru_cache(1 << 14)
def placed(edtf: str, earliest: str, latest: str) -> Placing | None:
    """The days of a date, how they are meant, and whether its source doubts them; None where
    it has none."""
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
