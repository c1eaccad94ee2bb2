"""Looking records up: by their ids, by what they belong to, by the passages they stand on."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tui.model import Anchor, Record
from tui.records import marked_by, when_of
from tui.tables.columns import ColumnField
from tui.tables.lazy_records import passing, places_in
from tui.tables.stored_table import StoredRecords


class RecordPassage(NamedTuple):
    """A passage of an article that a record stands on.

    ``kind`` is the record's kind, or "date" for the words that give the record its date.
    """

    start: int
    end: int
    kind: str
    record: str


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


def passages_in(article: str, records: Iterable[Record]) -> tuple[RecordPassage, ...]:
    """The passages of an article that records stand on, in order of text."""
    found: set[RecordPassage] = set()
    dated: set[Anchor] = set()

    for record in records:
        # Whoever is named everywhere stands on thousands of passages, nearly all of other articles.
        for start, end in [(b, e) for where, b, e in marked_by(record) if where == article]:
            found.add(RecordPassage(start, end, record.kind, record.id))
        when = when_of(record)
        # Words that date several records are one mark: the first of them stands for all.
        if when is not None and when.expression and when.expression not in dated:
            dated.add(when.expression)
            where, start, end = when.expression
            if where == article:
                found.add(RecordPassage(start, end, "date", record.id))
    # The outer of two marks that begin together comes first.
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, *mark[2:])))


def kept_places(
    table: Sequence[Record], kind: str, filters: Iterable[Any], corpus: Any
) -> array[int]:
    """The places of the records of a table that some filters of a corpus keep; where a column
    tells, none is made."""
    left: set[int] | None = None
    for each in filters:
        told = getattr(each, "places", None)
        found = told(corpus, kind) if told else None
        if found is None:
            asked = range(len(table)) if left is None else left
            found = (place for place in asked if each.keeps(table[place], corpus))
        left = set(found) if left is None else left.intersection(found)
    return array("I", range(len(table)) if left is None else sorted(left))


HELD = 10_000
"""Fewer records than these are kept when all have been made."""


def having_each(
    table: Sequence[Record], field: ColumnField, corpus: Any
) -> Iterable[Iterable[Hashable]]:
    """What each record of a table of a whole corpus has in a field."""
    if isinstance(table, StoredRecords) and field.of_row:
        return map(field.of_row, table.rows.passing())
    # What is not too many to be held is looked at again.
    records = table if len(table) < HELD else passing(table)
    return (field.of(corpus, record) for record in records)
