"""Records that are made when they are asked for: a table of a store, as one sequence.

A corpus of ten thousand articles has hundreds of thousands of records, of which a reader
looks at a few. A table knows how many it has and where each id stands; a record is unpacked
the first time somebody wants it, and kept.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from operator import eq, indexOf
from sys import intern
from typing import Any, Generic, TypeVar, cast, overload

from tui.digests import number_of
from tui.model import Record
from tui.tables.columns import KeptColumns
from tui.tables.kept_arrays import Part

R = TypeVar("R", bound=Record)


FEW = 20_000
"""The ids of no more records than these are held."""


class LazyRecords(Sequence[R], Generic[R]):
    """So many records; ``make`` gives the one at a place, ``ids`` the id of each in turn."""

    holds = True
    """Whether those that are made are held: not where they are too many."""

    columns: KeptColumns | None = None
    """Those that are kept of them."""

    def __init__(
        self, count: int, make: Callable[[int], R], ids: Callable[[], Iterable[str]]
    ) -> None:
        self._count = count
        self.make = make
        self.ids = ids
        self._made: dict[int, R] = {}

    def id_at(self, place: int) -> str:
        """The id of the one at a place."""
        return self[place].id

    def passing(self) -> Iterator[R]:
        """All in turn, of which none is held."""
        return map(self.make, range(self._count))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...
    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        if isinstance(at, slice):
            return tuple([self[each] for each in range(*at.indices(self._count))])
        place = at + self._count if at < 0 else at
        record = self._made.get(place)
        if record is None:
            if not 0 <= place < self._count:
                raise IndexError(at)
            record = self.make(place)
            if self.holds:
                self._made[place] = record
        return record

    def __iter__(self) -> Iterator[R]:
        return map(self.__getitem__, range(self._count))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (LazyRecords, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where each record stands, by its id; none is unpacked for it."""
        if self._count > FEW and self.columns is not None:
            numbers, places = (self.columns.numbers(each) for each in (ID_NUMBERS, ID_PLACES))
            return KeptPlaces(numbers, places, self.ids, self.id_at)
        return {intern(id): place for place, id in enumerate(self.ids())}

    def place(self, record_id: str) -> int:
        """Where the record with an id stands, or -1."""
        return self.places.get(record_id, -1)


class ChosenRecords(LazyRecords[R]):
    """Some records of a table, in an order of their own."""

    def __init__(self, table: Sequence[R], chosen: Sequence[int]) -> None:
        super().__init__(len(chosen), self._chosen, self._ids)
        self.table = table
        self.chosen = chosen
        """The places of the records in the table."""

    def _chosen(self, at: int) -> R:
        return self.table[self.chosen[at]]

    def _ids(self) -> Iterable[str]:
        return (id_at(self.table, place) for place in self.chosen)

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...
    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        # The table keeps what is made.
        if isinstance(at, slice):
            return ChosenRecords(self.table, self.chosen[at])
        return self.table[self.chosen[at]]

    @cached_property
    def found(self) -> Sequence[int]:
        """Where each record of the table stands among these, -1 where it does not."""
        found = array("i", [-1]) * len(self.table)
        for at, place in enumerate(self.chosen):
            found[place] = at
        return found

    @cached_property
    def known(self) -> Mapping[str, int]:
        """Where each record of the table stands in it, by its id."""
        return places_in(self.table)

    def place(self, record_id: str) -> int:
        """Where the record with an id stands among these, or -1."""
        # To look once costs a tenth of what it takes to note where all stand.
        with suppress(ValueError):
            return indexOf(self.chosen, self.known.get(record_id, -1))
        return -1


class JoinedRecords(Sequence[Record]):
    """The records of several tables, one after the other."""

    def __init__(self, parts: Sequence[Sequence[Record]]) -> None:
        self.parts = parts

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __getitem__(self, at: Any) -> Any:
        for part in self.parts:
            if at < len(part):
                return part[at]
            at -= len(part)
        raise IndexError(at)


def places_in(table: Sequence[Record]) -> Mapping[str, int]:
    """Where each record of a table stands, by its id."""
    if isinstance(table, LazyRecords):
        return table.places
    return {record.id: place for place, record in enumerate(table)}


def places_of(records: Sequence[Record]) -> Sequence[int] | None:
    """The places in their table of records that were chosen from one."""
    return getattr(records, "chosen", None)


def among(records: Sequence[R], found: Sequence[Record]) -> Sequence[R]:
    """The records that are found too, in their order."""
    if isinstance(records, JoinedRecords) and isinstance(found, JoinedRecords):
        both = zip(records.parts, found.parts, strict=True)
        return cast("Sequence[R]", JoinedRecords([among(*each) for each in both]))
    places, wanted = places_of(records), places_of(found)
    if isinstance(records, ChosenRecords) and places is not None and wanted is not None:
        having = frozenset(wanted)
        return ChosenRecords(records.table, [place for place in places if place in having])
    ids = {record.id for record in found}
    return [record for record in records if record.id in ids]


def id_at(table: Sequence[Record], place: int) -> str:
    """The id of the record at a place."""
    return table.id_at(place) if isinstance(table, LazyRecords) else table[place].id


def ids_in(table: Sequence[Record]) -> Iterable[str]:
    """The id of each record of a table, in turn."""
    return table.ids() if isinstance(table, LazyRecords) else (record.id for record in table)


def passing(table: Sequence[R]) -> Iterator[R]:
    """The records of a table one after the other, of which none is kept."""
    return table.passing() if isinstance(table, LazyRecords) else iter(table)


# -------------------------------------------------------------------------- ids that are kept


def id_number(record_id: str) -> int:
    """The number that stands for an id."""
    return number_of(record_id.encode())


def kept_ids(kind: str, ids: Iterable[str]) -> Iterator[tuple[str, Part]]:
    """The ids of a table as numbers in order, and the place of each, as they are kept."""
    found = sorted((id_number(each), place) for place, each in enumerate(ids))
    yield f"{kind}/{ID_NUMBERS}", array("Q", [each for each, _ in found])
    yield f"{kind}/{ID_PLACES}", array("I", [place for _, place in found])


ID_NUMBERS, ID_PLACES = "id numbers", "id places"


class KeptPlaces(Mapping[str, int]):
    """The places of records by their ids, without the ids: these stand in the rows."""

    def __init__(
        self,
        numbers: Sequence[int],
        places: Sequence[int],
        ids: Callable[[], Iterable[str]],
        id_at: Callable[[int], str],
    ) -> None:
        self._numbers, self._places = numbers, places
        self._ids, self._id_at = ids, id_at

    def __getitem__(self, record_id: str) -> int:
        number = id_number(record_id)
        at = bisect_left(self._numbers, number)
        while at < len(self._numbers) and self._numbers[at] == number:
            if self._id_at(self._places[at]) == record_id:
                return self._places[at]
            at += 1
        raise KeyError(record_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids())

    def __len__(self) -> int:
        return len(self._places)
