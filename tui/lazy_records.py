"""Records that are made when they are asked for: a table of a store, as one sequence.

A corpus of ten thousand articles has hundreds of thousands of records, of which a reader
looks at a few. A table knows how many it has and where each id stands; a record is unpacked
the first time somebody wants it, and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import eq
from typing import Generic, TypeVar, overload

from tui.model import Record, When

R = TypeVar("R", bound=Record)


class LazyRecords(Sequence[R], Generic[R]):
    """So many records; ``make`` gives the one at a place, ``ids`` the id of each in turn.

    With ``packed``, which gives the JSON of the one at a place, they are too many to be
    held: none is kept. With ``dates``, which gives the places of the records with every
    date that each has somewhere in it, those of a day are found without making the others;
    with ``column``, which gives the places of the records that have a field of texts, with what
    it holds, they are counted by it.
    """

    def __init__(
        self,
        count: int,
        make: Callable[[int], R],
        ids: Callable[[], Iterable[str]],
        packed: Callable[[int], bytes] | None = None,
        dates: Callable[[], Iterable[tuple[int, str]]] | None = None,
        column: Callable[[str], Iterable[tuple[int, str | list[str]]]] | None = None,
    ) -> None:
        self._count = count
        self._make = make
        self.ids = ids
        self._made: dict[int, R] = {}
        self.packed = packed
        self.dates = dates
        self.column = column

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[R, ...]: ...
    def __getitem__(self, at: int | slice) -> R | tuple[R, ...]:
        if isinstance(at, slice):
            return tuple([self[each] for each in range(*at.indices(self._count))])
        place = at + self._count if at < 0 else at
        record = self._made.get(place)
        if record is None:
            if not 0 <= place < self._count:
                raise IndexError(at)
            record = self._make(place)
            if self.packed is None:
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
        return {id: place for place, id in enumerate(self.ids())}


def places_in(table: Sequence[Record]) -> Mapping[str, int]:
    """Where each record of a table stands, by its id."""
    if isinstance(table, LazyRecords):
        return table.places
    return {record.id: place for place, record in enumerate(table)}


def ids_in(table: Sequence[Record]) -> Iterable[str]:
    """The id of each record of a table, in turn."""
    return table.ids() if isinstance(table, LazyRecords) else (record.id for record in table)


def places_by_date(
    table: Sequence[R], when: Callable[[Record], When | None]
) -> Mapping[str, Sequence[int]]:
    """The places of the records of a table by their dates, as EDTF; some may have a date
    only in another place than where ``when`` looks for it."""
    if isinstance(table, LazyRecords) and table.dates is not None:
        dates = table.dates()
    else:
        whens = ((place, when(record)) for place, record in enumerate(table))
        dates = ((place, dated.edtf) for place, dated in whens if dated and dated.edtf)
    found: dict[str, list[int]] = {}
    for place, date in dates:
        places = found.setdefault(date, [])
        if not places or places[-1] != place:
            places.append(place)
    return found
