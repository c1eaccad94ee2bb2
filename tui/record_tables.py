"""Looking records up: by their ids, and by what they belong to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tui.lazy_records import places_in
from tui.model import Record


class RecordsById(Mapping[str, Record]):
    """The records of some tables by their ids, a table looked through when it is needed."""

    def __init__(self, *tables: Sequence[Record]) -> None:
        self._tables = tables
        self._places: dict[int, Mapping[str, int]] = {}

    def _all_places(self) -> Iterator[tuple[Sequence[Record], Mapping[str, int]]]:
        for number, table in enumerate(self._tables):
            if number not in self._places:
                self._places[number] = places_in(table)
            yield table, self._places[number]

    def __getitem__(self, record_id: str) -> Record:
        for table, places in self._all_places():
            place = places.get(record_id)
            if place is not None:
                return table[place]
        raise KeyError(record_id)

    def __iter__(self) -> Iterator[str]:
        for _, places in self._all_places():
            yield from places

    def __len__(self) -> int:
        return sum(len(places) for _, places in self._all_places())


def grouped(
    records: Iterable[Record], keys: Callable[[Record], Iterable[str]]
) -> Mapping[str, tuple[Record, ...]]:
    """The records by their keys, of which each may have several, in their order."""
    groups: dict[str, list[Record]] = {}
    for record in records:
        for key in dict.fromkeys(keys(record)):
            groups.setdefault(key, []).append(record)
    return {key: tuple(found) for key, found in groups.items()}
