"""Records of one kind, put down one after the other and taken up in whatever order: in memory, or
in files where there are too many."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

from tui.model import Record
from tui.records import passages_of
from tui.tables.codec import as_json, decode, encode, from_json
from tui.tables.columns import Row
from tui.tables.lazy_records import LazyRecords
from tui.tables.spill import SpillFile

R = TypeVar("R", bound=Record)
T = TypeVar("T")

_PASSAGE = re.compile(rb'\["([0-9a-z]+)",[0-9]')
"""A passage in the JSON of a record, where no word of a text can look like one: there its
quotation mark would have a stroke before it."""

_ID = re.compile(rb'\{"id":("((?:[^"\\]|\\.)*)")')


class Home(NamedTuple):
    """The reading that rows are of: its article, and the digest of its line."""

    article: str
    digest: bytes


def id_in(row: bytes) -> str:
    """The id of a record by its JSON, which begins with it: an actor may have thousands of
    passages behind it."""
    found = _ID.match(row)
    id: str = "" if not found else from_json(found[1]) if b"\\" in found[1] else found[2].decode()
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
        edges: array[int],
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
        self._records, self._rows = records, rows

    def __iter__(self) -> Iterator[R]:
        return iter(self._records)

    def scan(self) -> Iterator[bytes]:
        """The JSON of all in turn."""
        return (
            row or as_json(encode(each, {}))
            for row, each in zip(self._rows, self._records, strict=True)
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

    def put_packed(self, rows: Iterable[bytes]) -> None:
        """Put the records of which these are the JSON on those that there are."""
        self.put([decode(self.kind, from_json(row), self.texts) for row in rows])

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

    HELD = 64_000_000
    """Bytes of rows up to which all are held for a moment to be put in another order."""

    def __init__(self, kind: type[R], texts: Mapping[str, str]) -> None:
        super().__init__(kind, texts)
        self._own = SpillFile()
        self._other = self._own
        self._firsts = array("L")
        """The number of the first record of each stretch of rows that stand together."""
        self._homes: list[Home | None] = []
        """The reading of each; none of those in the own file."""
        self._edges = array("Q")
        """Where the rows of each begin, and where the one behind its last would."""
        self.size = 0
        """Bytes of all rows."""

    def __len__(self) -> int:
        return len(self._edges) - len(self._homes)

    def put(self, records: Iterable[R]) -> None:
        if isinstance(records, RowStretch):
            self._other = records.file
            self._put(records.edges, records.home)
        else:
            self.put_packed(packed_rows(records, self.texts))

    def put_packed(self, rows: Iterable[bytes]) -> None:
        first = len(self._own)
        for row in rows:
            self._own.append(row)
        if first < len(self._own):
            self._put(self._own.starts[first:], None)

    def _put(self, edges: array[int], home: Home | None) -> None:
        self._firsts.append(len(self))
        self._homes.append(home)
        self._edges.extend(edges)
        self.size += edges[-1] - edges[0]

    def _part(self, at: int, first: int, last: int) -> bytes:
        """The rows of some numbers, the last among them, all of one stretch."""
        file = self._own if self._homes[at] is None else self._other
        return file.part(self._edges[first + at], self._edges[last + at + 1] - 1)

    def _stretch(self, number: int) -> int:
        """The stretch in which a record stands."""
        return bisect_right(self._firsts, number) - 1

    def _stretches(self) -> Iterator[tuple[int, Home | None, bytes]]:
        """Of each stretch the number of its first record, whose they are, and all its rows."""
        ends = [*self._firsts, len(self)][1:]
        for at, (first, end) in enumerate(zip(self._firsts, ends, strict=True)):
            yield first, self._homes[at], self._part(at, first, end - 1)

    def told(self, number: int) -> bytes:
        at = self._stretch(number)
        home = self._homes[at]
        return b"%b %d" % (home.digest, number - self._firsts[at]) if home else self.packed(number)

    def articles(self, number: int) -> Iterable[str]:
        home = self._homes[self._stretch(number)]
        if home:
            return (home.article,)
        return map(bytes.decode, _PASSAGE.findall(self.packed(number)))

    def packed(self, number: int) -> bytes:
        return self._part(self._stretch(number), number, number)

    def row(self, number: int) -> Row:
        row: Row = from_json(self.packed(number))
        return row

    def __getitem__(self, number: int) -> R:
        return decode(self.kind, self.row(number), self.texts)

    def taken(self, order: Sequence[int] | None = None) -> Sequence[R]:
        return TakenRecords(self, range(len(self)) if order is None else array("L", order))

    def scan(self) -> Iterator[bytes]:
        """The JSON of all in turn."""
        return chain.from_iterable(_split(*each[1:]) for each in self._stretches())

    def matching(self, pattern: re.Pattern[bytes]) -> Iterator[tuple[int, bytes]]:
        """The JSON of those in which a pattern is found, each with its number."""
        for first, home, rows in self._stretches():
            if pattern.search(rows):
                for number, row in enumerate(_split(home, rows), first):
                    if pattern.search(row):
                        yield number, row

    def standing(self, asked: Container[str] | None) -> Iterator[tuple[int, str]]:
        """The numbers of those that have passages in some articles, or in any, each with every
        such one."""
        for at, (first, home) in enumerate(zip(self._firsts, self._homes, strict=True), start=1):
            if home is None or asked is None or home.article in asked:
                for number in range(first, [*self._firsts[at : at + 1], len(self)][0]):
                    for article in dict.fromkeys(self.articles(number)):
                        yield number, article


def _split(home: Home | None, rows: bytes) -> list[bytes]:
    """Rows that stand together one by one: what stands between them no JSON has in itself."""
    return rows.split(b"\t" if home else b"\n")


class TakenRecords(PackedRecords[R]):
    """Records of a pile by their numbers."""

    def __init__(self, pile: SpilledBuffer[R], numbers: Sequence[int]) -> None:
        super().__init__(pile.kind, len(numbers), pile.texts)
        self._pile, self._numbers = pile, numbers

    def packed(self, place: int) -> bytes:
        return self._pile.packed(self._numbers[place])

    def scan(self) -> Iterator[bytes]:
        if isinstance(self._numbers, range):
            return self._pile.scan()
        if self._pile.size > self._pile.HELD:
            return super().scan()
        rows = [*self._pile.scan()]
        return map(rows.__getitem__, self._numbers)

    def matching(self, pattern: re.Pattern[bytes]) -> Iterator[tuple[int, bytes]]:
        """The JSON of those in which a pattern is found, each with its place."""
        return self._placed(self._pile.matching(pattern))

    def standing(self, asked: Container[str] | None) -> Iterator[tuple[int, str]]:
        """The places of those that have passages in some articles, or in any, each with every
        such one."""
        return self._placed(self._pile.standing(asked))

    def _placed(self, found: Iterable[tuple[int, T]]) -> Iterator[tuple[int, T]]:
        """Something of records by their places, in the order of these."""
        if isinstance(self._numbers, range):
            return iter(found)
        places = array("l", [-1]) * len(self._pile)
        for place, number in enumerate(self._numbers):
            places[number] = place
        having = ((places[number], each) for number, each in found if places[number] >= 0)
        return iter(sorted(having, key=itemgetter(0)))
