"""What is too much to be held in memory, held in a file: lines, records, and values."""

from __future__ import annotations

import json
import os
import pickle
import re
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from threading import Lock
from typing import IO, Generic, NamedTuple, TypeVar
from weakref import finalize

from tui.codec import as_json, decode, encode
from tui.columns import Row
from tui.lazy_records import LazyRecords
from tui.line_cache import LineWriter
from tui.model import Record

R = TypeVar("R", bound=Record)
V = TypeVar("V")

_ID = re.compile(rb'\{"id":("(?:[^"\\]|\\.)*")')


class SpillFile:
    """Lines of bytes in a file, found again by their numbers from 0. It is a file that is
    ``kept``, as long as there is one with room, and then one without a name. Both can be read as
    long as somebody has the lines."""

    def __init__(self, kept: LineWriter | None = None) -> None:
        self._kept = kept or LineWriter()
        self._handle = -1
        if self._kept.file is not None:
            self._handle = os.dup(self._kept.file.fileno())
            finalize(self, os.close, self._handle)
        self._own: IO[bytes] | None = None
        self._edge = 0
        """Where the lines of the file without a name begin."""
        self.starts = array("Q", [0])
        """Where each line begins, and where the next one will."""
        self._on_disk = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self.starts) - 1

    def append(self, line: bytes) -> None:
        """Write a line behind the others."""
        with self._lock:
            if self._own is None and not self._kept.write(line, at_once=True):
                self._own = tempfile.TemporaryFile()  # noqa: SIM115
                finalize(self, self._own.close)
                self._edge = self.starts[-1]
            if self._own is not None:
                self._own.write(line + b"\n")
        self.starts.append(self.starts[-1] + len(line) + 1)

    def __getitem__(self, number: int) -> bytes:
        return self.part(self.starts[number], self.starts[number + 1] - 1)

    def part(self, begin: int, end: int) -> bytes:
        """Some of the file's bytes, of one line or of several."""
        own = self._own
        if own is None or end <= self._edge:
            return os.pread(self._handle, end - begin, begin)
        if begin < self._edge:
            return self.part(begin, self._edge) + self.part(self._edge, end)
        if end > self._on_disk:
            with self._lock:
                own.flush()
                self._on_disk = self.starts[-1]
        return os.pread(own.fileno(), end - begin, begin - self._edge)


# ------------------------------------------------------------------------------ records


class RowStretch(NamedTuple):
    """Rows that stand one behind the other in a file, with one byte between them."""

    file: SpillFile
    edges: Sequence[int]
    """Where each begins, and where the one behind the last would."""


def id_in(row: bytes) -> str:
    """The id of a record by its JSON, which begins with it: an actor may have thousands of
    passages behind it."""
    found = _ID.match(row)
    id: str = json.loads(found[1]) if found else ""
    return id


def rows_of(
    kind: type[R],
    count: int,
    packed: Callable[[int], bytes],
    texts: Mapping[str, str],
    scan: Callable[[], Iterator[bytes]] | None = None,
    stretch: RowStretch | None = None,
    placed: Callable[[], Iterator[tuple[int, bytes]]] | None = None,
) -> LazyRecords[R]:
    """Records from the JSON of each, made whenever one is asked for. ``scan`` gives the JSON of
    all, where that is quicker, and ``placed`` in any order, each with its place; ``stretch`` is
    where it stands."""

    def scanned() -> Iterator[bytes]:
        return scan() if scan else map(packed, range(count))

    def ids() -> Iterator[str]:
        return map(id_in, scanned())

    made = LazyRecords(
        count, lambda place: decode(kind, json.loads(packed(place)), texts), ids, packed
    )
    made.scan, made.stretch = scanned, stretch
    made.placed = placed or (lambda: enumerate(scanned()))
    return made


def packed_rows(records: Iterable[R], texts: Mapping[str, str]) -> Iterator[bytes]:
    """The JSON of each record, without making those that are not made."""
    if isinstance(records, LazyRecords) and records.scan is not None:
        return records.scan()
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

    def packed(self, number: int) -> bytes:
        """The JSON of a record."""
        return as_json(self.row(number))

    def put_packed(self, row: bytes) -> None:
        """Put the record of which this is the JSON on those that there are."""
        self.put([decode(self._kind, json.loads(row), self._texts)])

    def __getitem__(self, number: int) -> R:
        return self._records[number]

    def taken(self, order: Sequence[int] | None = None) -> Sequence[R]:
        """All of them, or those of these numbers in their order."""
        if order is None:
            return tuple(self._records)
        return tuple([self._records[number] for number in order])


class SpilledBuffer(RecordBuffer[R]):
    """A pile in a file: its records are made each time they are asked for. Rows that stand in
    another file already are left there."""

    OWN = 1 << 62
    """What is added to where a row begins and ends in the pile's own file."""

    AT_ONCE = 1 << 18
    """Bytes that are read at once, where the next row is the next in the file."""

    def __init__(self, kind: type[R], texts: Mapping[str, str]) -> None:
        super().__init__(kind, texts)
        self._own = SpillFile()
        self._other = self._own
        self._begins, self._ends = array("Q"), array("Q")

    def __len__(self) -> int:
        return len(self._begins)

    def put(self, records: Iterable[R]) -> None:
        stretch = records.stretch if isinstance(records, LazyRecords) else None
        if stretch is not None:
            self._other = stretch.file
            self._begins.extend(stretch.edges[:-1])
            self._ends.extend(stretch.edges[1:])
            return
        for row in packed_rows(records, self._texts):
            self.put_packed(row)

    def put_packed(self, row: bytes) -> None:
        self._begins.append(self.OWN + self._own.starts[-1])
        self._own.append(row)
        self._ends.append(self.OWN + self._own.starts[-1])

    def _part(self, begin: int, end: int) -> bytes:
        if begin >= self.OWN:
            return self._own.part(begin - self.OWN, end - self.OWN)
        return self._other.part(begin, end)

    def packed(self, number: int) -> bytes:
        return self._part(self._begins[number], self._ends[number] - 1)

    def row(self, number: int) -> Row:
        row: Row = json.loads(self.packed(number))
        return row

    def __getitem__(self, number: int) -> R:
        return decode(self._kind, self.row(number), self._texts)

    def taken(self, order: Sequence[int] | None = None) -> Sequence[R]:
        numbers = range(len(self)) if order is None else array("Q", order)
        return rows_of(
            self._kind,
            len(numbers),
            lambda at: self.packed(numbers[at]),
            self._texts,
            lambda: self._scan(numbers),
            placed=lambda: self._placed(numbers),
        )

    def _scan(self, numbers: Sequence[int]) -> Iterator[bytes]:
        """The JSON of records; what stands together in the file is read at once."""
        begins, ends = self._begins, self._ends
        at, count = 0, len(numbers)
        while at < count:
            begin, end = begins[numbers[at]], ends[numbers[at]]
            until = at + 1
            while until < count and begins[numbers[until]] == end < begin + self.AT_ONCE:
                end = ends[numbers[until]]
                until += 1
            data = self._part(begin, end)
            for number in numbers[at:until]:
                yield data[begins[number] - begin : ends[number] - begin - 1]
            at = until

    def _placed(self, numbers: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The JSON of each with its place among the numbers, as they stand in the file."""
        places = sorted(range(len(numbers)), key=lambda at: self._begins[numbers[at]])
        return zip(places, self._scan([numbers[at] for at in places]), strict=True)


class SpilledTexts(Mapping[str, str]):
    """The texts of articles by their ids, in rows as a store has them."""

    KEPT = 500
    """So many of those asked for last are at hand."""

    def __init__(self, file: SpillFile, rows: Mapping[str, tuple[int, int]]) -> None:
        self._file, self._places = file, rows
        self._text = lru_cache(self.KEPT)(self._read)

    def _read(self, article: str) -> str:
        text: str = json.loads(self._file.part(*self._places[article]))["text"]
        return text

    def row(self, article: str) -> bytes:
        """The row of a text."""
        return self._file.part(*self._places[article])

    def __getitem__(self, article: str) -> str:
        return self._text(article)

    def __contains__(self, article: object) -> bool:
        return article in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def text_row(texts: Mapping[str, str], article: str) -> bytes:
    """The row of a text, as a store has it."""
    if isinstance(texts, SpilledTexts):
        return texts.row(article)
    return as_json({"id": article, "text": texts[article]})


# ------------------------------------------------------------------------------- values


class DiskDict(Mapping[str, V]):
    """Values by their keys, in the order in which they come; those that are not asked for
    again and again stand in a file, unless they are few."""

    IN_MEMORY = 1_000_000
    """Bytes up to which there is no file."""

    KEPT = 500
    """So many of those asked for last are at hand."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._size = 0
        self._lines: SpillFile | None = None
        self._numbers: dict[str, int] = {}
        self._value = lru_cache(self.KEPT)(self._loaded)

    def put(self, key: str, value: V) -> None:
        """Take one more."""
        packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._size += len(packed)
        self._numbers[key] = len(self._packed if self._lines is None else self._lines)
        if self._lines is None:
            self._packed.append(packed)
            if self._size > self.IN_MEMORY:
                self._lines = SpillFile()
                for each in self._packed:
                    self._lines.append(each)
        else:
            self._lines.append(packed)

    def _loaded(self, number: int) -> V:
        packed = self._packed[number] if self._lines is None else self._lines[number]
        value: V = pickle.loads(packed)  # noqa: S301 - written by this process
        return value

    def __getitem__(self, key: str) -> V:
        return self._value(self._numbers[key])

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
