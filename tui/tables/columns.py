"""Columns: what records are looked up, sorted, counted and filtered by, a field at a time.

A column is the places of a table's records, those together that have the same in a field, in an
order of its own. It is worked out of the records when it is first asked for; a store of many
articles keeps its columns beside it, so that no record has to be made for them.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from sys import intern
from typing import Any, NamedTuple

from tui.digests import number_of
from tui.model import Actor, Event, Figure, Record, When
from tui.records import actors_of, contests_of, items_of, marked_by, passages_of, when_of
from tui.tables.grouping import Grouping
from tui.tables.kept_arrays import KeptArrays, Part

Key = Any
"""A text, a number, or a tuple of these."""

Row = Mapping[str, Any]
"""A record as a store keeps it."""

Corpus = Any
"""What the records belong to, which knows those that a record names."""


class ColumnField(NamedTuple):
    """Something that records of some kinds have: its name, what of it a record has, and how
    what they have is put in order (as it comes, where that is None). ``of_row`` tells it of the
    row of a record, where that is quicker than to make the record."""

    name: str
    kinds: tuple[str, ...]
    of: Callable[[Corpus, Record], Iterable[Hashable]]
    order: Callable[[Key], Any] | None = None
    of_row: Callable[[Row], Iterable[Hashable]] | None = None


class Column:
    """The places of records by what they have in a field; those of one key in their order."""

    def __init__(
        self,
        keys: Callable[[], Sequence[Key]],
        starts: Sequence[int],
        places: Sequence[int],
        by_place: tuple[Sequence[int], Sequence[int]] | None = None,
        known: KeyNumbers | None = None,
    ) -> None:
        self._keys = keys
        self._known = known
        self.starts = starts
        self.places = places
        """All places, those of each key together."""
        self._turned = by_place

    @cached_property
    def keys(self) -> Sequence[Key]:
        """What the records have, in order."""
        return self._keys()

    @cached_property
    def _numbers(self) -> Mapping[Key, int]:
        return {key: number for number, key in enumerate(self.keys)}

    def __len__(self) -> int:
        return len(self.starts) - 1

    def group(self, number: int) -> Sequence[int]:
        """The places of the key with a number."""
        return self.places[self.starts[number] : self.starts[number + 1]]

    def number_of(self, key: Key) -> int:
        """The number of a key, or -1."""
        return self._known.find(key) if self._known else self._numbers.get(key, -1)

    def having(self, key: Key) -> Sequence[int]:
        """The places of the records that have a key."""
        number = self.number_of(key)
        return self.group(number) if number >= 0 else ()

    def span(self, key: Key) -> tuple[int, int]:
        """Where in ``places`` those of a key begin and end."""
        number = self.number_of(key)
        return (self.starts[number], self.starts[number + 1]) if number >= 0 else (0, 0)

    def groups(self) -> Iterator[tuple[Key, Sequence[int]]]:
        """Every key with its places."""
        return ((key, self.group(number)) for number, key in enumerate(self.keys))

    @cached_property
    def by_place(self) -> tuple[Sequence[int], Sequence[int]]:
        """The numbers of the keys of each record, one record after the other; and where each
        record's begin."""
        if self._turned is not None:
            return self._turned
        many = max(self.places, default=-1) + 1
        starts = array("I", bytes(4 * (many + 1)))
        for place in self.places:
            starts[place + 1] += 1
        for place in range(many):
            starts[place + 1] += starts[place]
        numbers, free = array("I", bytes(4 * len(self.places))), starts[:]
        for number in range(len(self)):
            for place in self.group(number):
                numbers[free[place]] = number
                free[place] += 1
        return numbers, starts

    def numbers_of(self, place: int) -> Sequence[int]:
        """The numbers of the keys that the record at a place has."""
        numbers, starts = self.by_place
        if place + 1 >= len(starts):
            return ()
        return numbers[starts[place] : starts[place + 1]]

    @cached_property
    def numbers(self) -> Sequence[int]:
        """Of a field that every record has just one key of: its number, by place."""
        return self.by_place[0]

    def key_of(self, place: int) -> Key:
        """The first key of the record at a place; None where it has none."""
        found = self.numbers_of(place)
        return self.keys[found[0]] if found else None

    def number_at(self, index: int) -> int:
        """The number of the key in whose group an index of ``places`` lies."""
        return bisect_right(self.starts, index) - 1


def column_of(field: ColumnField, having: Iterable[Iterable[Hashable]]) -> Column:
    """A column worked out from what each record has."""
    making = ColumnMaking(field)
    for place, keys in enumerate(having):
        making.take(place, keys)
    return making.column()


class ColumnMaking(Grouping):
    """A column while its records come."""

    def __init__(self, field: ColumnField) -> None:
        super().__init__()
        self.field = field

    def take(self, number: int, keys: Iterable[Hashable]) -> None:
        super().take(number, dict.fromkeys(keys))

    def column(self) -> Column:
        """The column of all that were taken."""
        keys, groups = self.made(self.field.order)
        return Column(lambda: keys, groups.starts, groups.numbers)


# ----------------------------------------------------------------------------------- kept


def kept_parts(kind: str, field: ColumnField, column: Column) -> Iterator[tuple[str, Part]]:
    """A column as the arrays that are kept of it."""
    name = f"{kind}/{field.name}"
    yield f"{name}/keys", json.dumps(list(column.keys)).encode()
    yield f"{name}/starts", array("I", column.starts)
    yield f"{name}/places", array("I", column.places)
    numbers, begins = column.by_place
    yield f"{name}/numbers", array("I", numbers)
    yield f"{name}/begins", array("I", begins)
    if len(column) and isinstance(column.keys[0], str):
        known = sorted((number_of(key.encode()), at) for at, key in enumerate(column.keys))
        yield f"{name}/known", array("Q", (each for each, _at in known))
        yield f"{name}/known at", array("I", (at for _each, at in known))


class KeyNumbers(NamedTuple):
    """Which text is which key, without the keys: the numbers that stand for them, in order, and
    the place of each."""

    known: Sequence[int]
    places: Sequence[int]

    def find(self, key: str) -> int:
        """The number of a key, or -1."""
        number = number_of(key.encode())
        at = bisect_left(self.known, number)
        return self.places[at] if at < len(self.known) and self.known[at] == number else -1


class KeptColumns:
    """The columns of one kind in a file."""

    def __init__(self, arrays: KeptArrays, kind: str) -> None:
        self.arrays = arrays
        self._kind = kind

    def numbers(self, name: str) -> Sequence[int]:
        """Numbers that are kept of the records of the kind."""
        return self.arrays.numbers(f"{self._kind}/{name}")

    def groups(self, field: ColumnField) -> Iterable[tuple[Key, Sequence[int]]]:
        """The keys of a column with the places of each, where it is kept."""
        column = self.column(field)
        return column.groups() if column else ()

    def column(self, field: ColumnField) -> Column | None:
        """A column, where it is kept."""
        name, arrays = f"{self._kind}/{field.name}", self.arrays
        if f"{name}/keys" not in arrays:
            return None

        def keys() -> Sequence[Key]:
            kept: list[Key] = arrays.value(f"{name}/keys")
            if kept and isinstance(kept[0], str):
                # Ids stand in many columns.
                return [*map(intern, kept)]
            # JSON knows no tuples.
            return [*map(tuple, kept)] if kept and isinstance(kept[0], list) else kept

        parts = ("starts", "places", "numbers", "begins")
        starts, places, numbers, begins = (arrays.numbers(f"{name}/{part}") for part in parts)
        known = None
        if f"{name}/known" in arrays:
            known = KeyNumbers(arrays.numbers(f"{name}/known"), arrays.numbers(f"{name}/known at"))
        return Column(keys, starts, places, (numbers, begins), known)


# ----------------------------------------------------------------------- what belongs together


DateKey = tuple[str, str, str]
"""A date as EDTF, and the days that it spans."""


def _when(_corpus: Corpus, record: Record) -> Iterator[DateKey]:
    when = when_of(record)
    if when is not None:
        yield when.edtf, when.earliest, when.latest


def _time(key: DateKey) -> tuple[bool, str, str, str]:
    edtf, earliest, latest = key
    return not edtf, earliest or latest or "9999", latest or "9999", edtf


def when_from(key: DateKey) -> When:
    """The date that a key of a column of dates stands for."""
    edtf, earliest, latest = key
    return When(edtf, earliest=earliest, latest=latest)


def _own_passages(_corpus: Corpus, record: Record) -> Iterator[str]:
    """The articles whose words a record marks."""
    when = when_of(record)
    yield from (anchor.article for anchor in marked_by(record))
    if when is not None and when.expression:
        yield when.expression.article


def called(record: Record) -> tuple[str, ...]:
    """The name and the type of an actor, and what else it is known as; of another record
    nothing."""
    return (record.name, record.type, *record.also_known_as) if isinstance(record, Actor) else ()


def _measured(_corpus: Corpus, record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Figure):
        yield record.contest or "", record.measure


KINDS = ("article", "actor", "contest", "event", "figure", "quote", "disagreement")
DATED = ("article", "contest", "event", "figure", "quote")


def _actors_in(row: Row) -> Iterator[str]:
    yield from row.get("speakers", ())
    yield from row.get("actors", ())
    yield from filter(None, (row.get("subject"),))
    yield from row.get("claimed_by", ())


ACTORS = ColumnField(
    "actors",
    ("quote", "event", "figure", "disagreement"),
    lambda _c, record: actors_of(record),
    of_row=_actors_in,
)
ARTICLES = ColumnField(
    "articles", KINDS[1:], lambda _c, record: (each.article for each in passages_of(record))
)
MARKED = ColumnField("marked", KINDS[:-1], _own_passages)
CONTESTS = ColumnField("contests", ("figure",), lambda _c, record: contests_of(record))
DATES = ColumnField("dates", DATED, _when, _time)
"""When, as EDTF and the days it spans; in order of time, those without a date last."""
DISPUTES = ColumnField(
    "disputes",
    ("disagreement",),
    lambda _c, each: chain(items_of(each), actors_of(each), (a.article for a in each.evidence)),
)

MEASURES = ColumnField("measures", ("figure",), _measured, lambda key: key)
"""The contest, "" for none, and the measure of each figure."""

STATUSES = ColumnField(
    "statuses",
    ("event",),
    lambda _c, record: [record.status] if isinstance(record, Event) else [],
)

CALLED = ColumnField("called", ("actor",), lambda _c, record: [called(record)])
"""The name and the type of each actor, and what else it is known as."""

RELATIONS = (CALLED, STATUSES, ACTORS, ARTICLES, MARKED, CONTESTS, DATES, DISPUTES, MEASURES)
