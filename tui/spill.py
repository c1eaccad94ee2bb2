"""What is too much to be held in memory, held in a file: lines, records, and values."""

from __future__ import annotations

import json
import pickle
import re
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from threading import Lock
from typing import IO, Generic, TypeVar
from weakref import finalize

from tui.codec import as_json, decode, encode
from tui.columns import Row
from tui.lazy_records import LazyRecords
from tui.model import Record

R = TypeVar("R", bound=Record)
V = TypeVar("V")

_ID = re.compile(rb'\{"id":("(?:[^"\\]|\\.)*")')


class SpillFile:
    """Lines of bytes in a file, found again by their numbers from 0. The file is closed when
    nobody has the lines any more."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        finalize(self, file.close)
        self._starts = array("Q", [file.seek(0, 2)])
        self._at_end = True
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._starts) - 1

    def append(self, line: bytes) -> None:
        """Write a line behind the others."""
        with self._lock:
            # To go there each time would write each line by itself.
            if not self._at_end:
                self._file.seek(self._starts[-1])
                self._at_end = True
            self._file.write(line + b"\n")
        self._starts.append(self._starts[-1] + len(line) + 1)

    def __getitem__(self, number: int) -> bytes:
        begin, end = self._starts[number], self._starts[number + 1]
        with self._lock:
            self._at_end = False
            self._file.seek(begin)
            return self._file.read(end - begin - 1)


# ------------------------------------------------------------------------------ records


def rows_of(
    kind: type[R], count: int, packed: Callable[[int], bytes], texts: Mapping[str, str]
) -> LazyRecords[R]:
    """Records from the JSON of each, made whenever one is asked for."""

    def ids() -> Iterator[str]:
        # Its id is what a record begins with, and an actor may have thousands of passages.
        begins = (_ID.match(packed(place)) for place in range(count))
        return (json.loads(each[1]) for each in begins if each)

    return LazyRecords(
        count, lambda place: decode(kind, json.loads(packed(place)), texts), ids, packed
    )


def packed_rows(records: Iterable[R], texts: Mapping[str, str]) -> Iterator[bytes]:
    """The JSON of each record, without making those that are not made."""
    if isinstance(records, LazyRecords) and records.packed is not None:
        return map(records.packed, range(len(records)))
    return (as_json(encode(record, texts)) for record in records)


class RecordBuffer(Generic[R]):
    """Records of one kind, put down one after the other; then taken up, in whatever order."""

    def __init__(self, kind: type[R], texts: Mapping[str, str]) -> None:
        self._kind, self._texts = kind, texts
        self._records: list[R] = []

    def __len__(self) -> int:
        return len(self._records)

    def put(self, records: Iterable[R]) -> None:
        """Put records on those that there are."""
        self._records += records

    def row(self, number: int) -> Row:
        """What JSON holds of a record."""
        return encode(self._records[number], self._texts)

    def put_row(self, row: Row) -> None:
        """Put the record that a row is of on those that there are."""
        self.put([decode(self._kind, json.loads(as_json(row)), self._texts)])

    def __getitem__(self, number: int) -> R:
        return self._records[number]

    def taken(self, order: Sequence[int] | None = None) -> Sequence[R]:
        """All of them, or those of these numbers in their order."""
        if order is None:
            return tuple(self._records)
        return tuple([self._records[number] for number in order])


class SpilledBuffer(RecordBuffer[R]):
    """A pile in a file: its records are made each time they are asked for."""

    def __init__(self, kind: type[R], texts: Mapping[str, str]) -> None:
        super().__init__(kind, texts)
        # It is open as long as somebody may ask for a record.
        self._lines = SpillFile(tempfile.TemporaryFile())  # noqa: SIM115

    def __len__(self) -> int:
        return len(self._lines)

    def put(self, records: Iterable[R]) -> None:
        for row in packed_rows(records, self._texts):
            self._lines.append(row)

    def row(self, number: int) -> Row:
        row: Row = json.loads(self._lines[number])
        return row

    def put_row(self, row: Row) -> None:
        self._lines.append(as_json(row))

    def __getitem__(self, number: int) -> R:
        return decode(self._kind, self.row(number), self._texts)

    def taken(self, order: Sequence[int] | None = None) -> Sequence[R]:
        lines = self._lines
        if order is None:
            return rows_of(self._kind, len(lines), lines.__getitem__, self._texts)
        numbers = array("Q", order)
        return rows_of(self._kind, len(numbers), lambda at: lines[numbers[at]], self._texts)


# ------------------------------------------------------------------------------- values


class DiskDict(Mapping[str, V]):
    """Values by their keys, in the order in which they come; those that are not asked for
    again and again stand in a file, unless they are few."""

    IN_MEMORY = 1_000_000
    """Bytes up to which the file is none."""

    KEPT = 500
    """So many of those asked for last are at hand."""

    def __init__(self) -> None:
        self._lines = SpillFile(tempfile.SpooledTemporaryFile(self.IN_MEMORY))  # noqa: SIM115
        self._numbers: dict[str, int] = {}
        self._value = lru_cache(self.KEPT)(self._loaded)

    def put(self, key: str, value: V) -> None:
        """Take one more."""
        self._numbers[key] = len(self._lines)
        self._lines.append(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def _loaded(self, number: int) -> V:
        value: V = pickle.loads(self._lines[number])  # noqa: S301 - written by this process
        return value

    def __getitem__(self, key: str) -> V:
        return self._value(self._numbers[key])

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
