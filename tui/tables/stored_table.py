"""A table of a store: its rows, each read when it is asked for, and its records."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeAlias, TypeVar

from tui.digests import number_of
from tui.files import FileBytes
from tui.model import Record
from tui.tables.codec import DecodeError, decode
from tui.tables.lazy_records import LazyRecords

R = TypeVar("R", bound=Record)

Bytes: TypeAlias = bytes | FileBytes

_ROWS = 1_000
"""Rows that are read at once by whoever looks through all."""

_ROW_ID = re.compile(rb'\n"[0-9]+":\{"id":("(?:[^"\\]|\\.)*")')


class StoredTable(Mapping[str, dict[str, Any]]):
    """A table of a store: its rows by their numbers from 1, each read when it is asked for."""

    def __init__(self, data: Bytes, starts: array[int]) -> None:
        self._data = data
        self._starts = starts
        """Where each row's line begins, and where the last one ends."""

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[str]:
        return map(str, range(1, len(self) + 1))

    def __getitem__(self, key: str) -> dict[str, Any]:
        number = int(key)
        if not 0 < number <= len(self):
            raise KeyError(key)
        return _fields(key, _row(key, self._data[self._starts[number - 1] : self._starts[number]]))

    def passing(self) -> Iterator[dict[str, Any]]:
        """The fields of the rows one after the other."""
        return (_fields(key, row) for key, row in self._rows())

    def digests(self) -> array[int]:
        """A number for each row, which is another when something in the row has changed."""
        return array("Q", (number_of(row) for _number, row in self._rows()))

    def _rows(self) -> Iterator[tuple[str, bytes]]:
        """The rows with their numbers, of which many are read at once."""
        for first in range(0, len(self), _ROWS):
            starts = self._starts[first : first + _ROWS + 1]
            part = self._data[starts[0] : starts[-1]]
            for number, (begin, end) in enumerate(pairwise(starts), start=first + 1):
                yield (key := str(number)), _row(key, part[begin - starts[0] : end - starts[0]])

    def ids(self) -> list[str]:
        """The ids of the rows, in their order."""
        found: list[bytes] = []
        for first in range(0, len(self), _ROWS):
            # From the end of the line before the first.
            end = self._starts[min(first + _ROWS, len(self))]
            part = self._data[self._starts[first] - 1 : end]
            found += _ROW_ID.findall(part)
        ids: list[str] = json.loads(b"[%s]" % b",".join(found))
        if len(ids) != len(self):
            raise DecodeError("a row without an id")
        return ids

    def id_at(self, place: int) -> str:
        """The id of the row at a place, from 0."""
        found = _ROW_ID.match(self._data[self._starts[place] - 1 : self._starts[place + 1]])
        if found is None:
            raise DecodeError("a row without an id")
        return str(json.loads(found[1]))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The places, from 0, of the rows by their ids."""
        return {id: place for place, id in enumerate(self.ids())}


class StoredRecords(LazyRecords[R]):
    """The records of a table of a store, each made of what TinyDB gives of it."""

    def __init__(
        self, kind: type[R], rows: StoredTable, database: Any, texts: Mapping[str, str]
    ) -> None:
        self._kind, self.rows, self._database, self._texts = kind, rows, database, texts
        self._count, self._made = len(rows), {}

    def make(self, place: int) -> R:
        return decode(self._kind, self._database.get(doc_id=place + 1), self._texts)

    def ids(self) -> list[str]:
        return self.rows.ids()

    def id_at(self, place: int) -> str:
        return self.rows.id_at(place)

    def passing(self) -> Iterator[R]:
        return (decode(self._kind, row, self._texts) for row in self.rows.passing())


def _row(key: str, line: bytes) -> bytes:
    """A row; its line is ``"12":{...},`` and the last of a table has no comma."""
    return line[len(key) + 3 : -1].removesuffix(b",")


def _fields(key: str, row: bytes) -> dict[str, Any]:
    try:
        found = json.loads(row)
    except (ValueError, RecursionError) as error:
        raise DecodeError(f"row {key} is no JSON") from error
    if not isinstance(found, dict):
        raise DecodeError(f"row {key} holds no fields")
    return found
