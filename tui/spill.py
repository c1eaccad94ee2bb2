"""What is too much to be held in memory, held in a file: lines, records, and texts."""

from __future__ import annotations

import os
import re
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from threading import Lock
from typing import IO, Any, Generic, NamedTuple, TypeVar
from weakref import finalize

from tui.codec import as_json, decode, encode, from_json
from tui.columns import Row
from tui.lazy_records import LazyRecords
from tui.line_cache import NOT_KEPT, LineWriter
from tui.model import Record
from tui.records import passages_of

R = TypeVar("R", bound=Record)

_PASSAGE = re.compile(rb'\["([0-9a-z]+)",[0-9]')
"""A passage in the JSON of a record, where no word of a text can look like one: there its
quotation mark would have a stroke before it."""

ANYTHING = re.compile(b"")

_ID = re.compile(rb'\{"id":("(?:[^"\\]|\\.)*")')


class SpillFile:
    """Lines of bytes in a file, found again by their numbers from 0. It is a file that is
    ``kept``, as long as there is one with room, and then one without a name. Both can be read as
    long as somebody has the lines."""

    def __init__(self, kept: LineWriter = NOT_KEPT) -> None:
        self._kept = kept
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


class Home(NamedTuple):
    """The reading that rows are of: its article, the digest of its line, and where this begins."""

    article: str
    digest: bytes
    begin: int


def id_in(row: bytes) -> str:
    """The id of a record by its JSON, which begins with it: an actor may have thousands of
    passages behind it."""
    found = _ID.match(row)
    id: str = from_json(found[1]) if found else ""
    return id


class PackedRecords(LazyRecords[R]):
    """Records from the JSON of each, made whenever one is asked for."""

    holds = False

    def __init__(self, kind: type[R], count: int, texts: Mapping[str, str]) -> None:
        # Of each reading there are several: all else is known to the class.
        self._kind, self._count, self._texts = kind, count, texts
        self._made = _NONE

    def make(self, place: int) -> R:
        return decode(self._kind, from_json(self.packed(place)), self._texts)

    def ids(self) -> Iterator[str]:
        return map(id_in, self.scan())

    def packed(self, place: int) -> bytes:
        """The JSON of the one at a place."""
        raise NotImplementedError

    def scan(self) -> Iterator[bytes]:
        """The JSON of all in turn."""
        return map(self.packed, range(self._count))


_NONE: dict[int, Any] = {}


class RowStretch(PackedRecords[R]):
    """Records whose rows stand one behind the other in a file, with one byte between them.
    ``edges`` tell where each begins, and where the one behind the last would."""

    def __init__(
        self,
        kind: type[R],
        texts: Mapping[str, str],
        file: SpillFile,
        edges: Sequence[int],
        home: Home,
    ) -> None:
        super().__init__(kind, len(edges) - 1, texts)
        self.file, self.edges, self.home = file, edges, home

    def packed(self, place: int) -> bytes:
        return self.file.part(self.edges[place], self.edges[place + 1] - 1)


class MadeRecords(LazyRecords[R]):
    """Records that are made, none of them quotes, with the JSON of those of which it is there."""

    def __init__(self, records: Sequence[R], rows: Sequence[bytes | None]) -> None:
        super().__init__(len(records), records.__getitem__, lambda: (each.id for each in records))
        self._rows = rows

    def scan(self) -> Iterator[bytes]:
        """The JSON of all in turn."""
        return (
            row or as_json(encode(each, {})) for row, each in zip(self._rows, self, strict=True)
        )


def packed_rows(records: Iterable[R], texts: Mapping[str, str]) -> Iterator[bytes]:
    """The JSON of each record, without making those that are not made."""
    if isinstance(records, (PackedRecords, MadeRecords)):
        return records.scan()
    return (as_json(encode(record, texts)) for record in records)


class RecordBuffer(Generic[R]):
    """Records of one kind, put down one after the other; then taken up, in whatever order."""

    def __init__(self, kind: type[R], texts: Mapping[str, str]) -> None:
        self.kind, self.texts = kind, texts
        self._records: list[R] = []

    def __len__(self) -> int:
        return len(self._records)

    def put(self, records: Iterable[R]) -> None:
        """Put records on those that there are."""
        self._records += records

    def row(self, number: int) -> Row:
        """What JSON holds of a record."""
        return encode(self._records[number], self.texts)

    def packed(self, number: int) -> bytes:
        """The JSON of a record."""
        return as_json(self.row(number))

    def told(self, number: int) -> bytes:
        """What tells a record from all others, in this build and in another."""
        return self.packed(number)

    def articles(self, number: int) -> Iterable[str]:
        """The articles that a record has passages in."""
        return (passage.article for passage in passages_of(self._records[number]))

    def put_packed(self, row: bytes) -> None:
        """Put the record of which this is the JSON on those that there are."""
        self.put([decode(self.kind, from_json(row), self.texts)])

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

    HELD = 64_000_000
    """Bytes of rows up to which they are read as they stand in the file, and then put in order."""

    def __init__(self, kind: type[R], texts: Mapping[str, str]) -> None:
        super().__init__(kind, texts)
        self._own = SpillFile()
        self._other = self._own
        self.begins, self.ends = array("Q"), array("Q")
        self._homes: list[Home | None] = []

    def __len__(self) -> int:
        return len(self.begins)

    def put(self, records: Iterable[R]) -> None:
        if isinstance(records, RowStretch):
            self._other = records.file
            self.begins.extend(records.edges[:-1])
            self.ends.extend(records.edges[1:])
            self._homes.extend([records.home] * len(records))
            return
        for row in packed_rows(records, self.texts):
            self.put_packed(row)

    def put_packed(self, row: bytes) -> None:
        self.begins.append(self.OWN + self._own.starts[-1])
        self._own.append(row)
        self.ends.append(self.OWN + self._own.starts[-1])
        self._homes.append(None)

    def told(self, number: int) -> bytes:
        home = self._homes[number]
        if home is None:
            return self.packed(number)
        return b"%b %d" % (home.digest, self.begins[number] - home.begin)

    def articles(self, number: int) -> Iterable[str]:
        home = self._homes[number]
        if home is not None:
            return (home.article,)
        return map(bytes.decode, _PASSAGE.findall(self.packed(number)))

    def part(self, begin: int, end: int) -> bytes:
        if begin >= self.OWN:
            return self._own.part(begin - self.OWN, end - self.OWN)
        return self._other.part(begin, end)

    @property
    def is_large(self) -> bool:
        """Whether the rows are not to be held."""
        return sum(self.ends) - sum(self.begins) > self.HELD

    def packed(self, number: int) -> bytes:
        return self.part(self.begins[number], self.ends[number] - 1)

    def row(self, number: int) -> Row:
        row: Row = from_json(self.packed(number))
        return row

    def __getitem__(self, number: int) -> R:
        return decode(self.kind, self.row(number), self.texts)

    def taken(self, order: Sequence[int] | None = None) -> Sequence[R]:
        return TakenRecords(self, range(len(self)) if order is None else array("Q", order))


class TakenRecords(PackedRecords[R]):
    """Records of a pile by their numbers."""

    AT_ONCE = 1 << 18
    """Bytes that are read at once, where the next row is the next in the file."""

    def __init__(self, pile: SpilledBuffer[R], numbers: Sequence[int]) -> None:
        super().__init__(pile.kind, len(numbers), pile.texts)
        self._pile, self._numbers = pile, numbers

    def packed(self, place: int) -> bytes:
        return self._pile.packed(self._numbers[place])

    def articles(self) -> Iterator[Iterable[str]]:
        """The articles that each has passages in, in turn."""
        return map(self._pile.articles, self._numbers)

    def scan(self) -> Iterator[bytes]:
        if self._pile.is_large:
            return chain.from_iterable(rows for _, rows in self._together(self._numbers))
        rows = [b""] * len(self)
        for place, row in self.matching(ANYTHING):
            rows[place] = row
        return iter(rows)

    def matching(self, pattern: re.Pattern[bytes]) -> Iterator[tuple[int, bytes]]:
        """The JSON of those in which a pattern is found, each with its place, as they stand in the
        file."""
        begins, numbers = self._pile.begins, self._numbers
        places = sorted(range(len(self)), key=lambda at: begins[numbers[at]])
        for first, rows in self._together([numbers[at] for at in places], pattern):
            for at, row in enumerate(rows, first):
                if pattern.search(row):
                    yield places[at], row

    def _together(
        self, numbers: Sequence[int], pattern: re.Pattern[bytes] = ANYTHING
    ) -> Iterator[tuple[int, Iterable[bytes]]]:
        """The JSON of records that stand together in the file, which is read at once, and where
        the first stands among the numbers; where a pattern is found in them."""
        begins, ends = self._pile.begins, self._pile.ends
        at, count = 0, len(numbers)
        while at < count:
            first = at
            begin, end = begins[numbers[at]], ends[numbers[at]]
            at += 1
            while at < count and begins[numbers[at]] == end < begin + self.AT_ONCE:
                end = ends[numbers[at]]
                at += 1
            rows = self._pile.part(begin, end - 1)
            if pattern.search(rows):
                # What stands between them no JSON has in itself.
                yield first, rows.split(b"\n" if begin >= self._pile.OWN else b"\t")


class SpilledTexts(Mapping[str, str]):
    """The texts of articles by their ids, in rows as a store has them."""

    KEPT = 500
    """So many of those asked for last are at hand."""

    def __init__(self, file: SpillFile, rows: Mapping[str, tuple[int, int]]) -> None:
        self._file, self._places = file, rows
        self._text = lru_cache(self.KEPT)(self._read)

    def _read(self, article: str) -> str:
        text: str = from_json(self._file.part(*self._places[article]))["text"]
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
