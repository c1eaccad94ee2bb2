"""Which records of a store are those of another store, and where they stand now: what was worked
out from these alone is taken over."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tui.corpus import Corpus
from tui.digests import number_of
from tui.tables.codec import as_json
from tui.tables.columns import ACTORS, ARTICLES, CONTESTS, KINDS, KeptColumns
from tui.tables.grouping import GONE
from tui.tables.kept_arrays import KeptArrays, Part
from tui.tables.lazy_records import ID_NUMBERS, ID_PLACES, id_number
from tui.tables.stored_table import StoredRecords

NAMED = ("article", "actor", "contest")
"""The kinds of which other records tell something: a name, a day, a text."""

ROWS, TOLD_IDS, TOLD = "rows", "told/ids", "told/digests"


class Unchanged:
    """What tells the records of a corpus from those of another time."""

    def __init__(self, corpus: Corpus) -> None:
        self._tables: dict[str, StoredRecords[Any]] = {
            kind: table for kind in KINDS if isinstance(table := corpus.of(kind), StoredRecords)
        }
        self.rows = {kind: table.rows.digests() for kind, table in self._tables.items()}
        self._told = dict(self._all_told())

    def kept(self) -> Iterator[tuple[str, Part]]:
        """The same as it is kept for another time."""
        yield from ((f"{kind}/{ROWS}", digests) for kind, digests in self.rows.items())
        yield TOLD_IDS, array("Q", self._told)
        yield TOLD, array("Q", self._told.values())

    def _all_told(self) -> Iterator[tuple[int, int]]:
        """What other records tell of one, as a number; by the number of its id."""
        for kind in NAMED:
            table = self._tables[kind]
            told = self._of_actors(table) if kind == "actor" else self.rows[kind]
            yield from zip(map(id_number, table.ids()), told, strict=True)

    def _of_actors(self, table: Any) -> Iterator[int]:
        """Of an actor that is what it is called, and those it belongs to."""
        called = [*map(_called, table.rows.passing())]
        for name, related in called:
            of = [called[table.place(each)][0] for _relation, each in related]
            yield number_of(as_json((name, related, of)))

    def since(self, before: KeptArrays) -> Mapping[str, Sequence[int]]:
        """Where each record of before, by its kind and place, stands now; ``GONE`` where it has
        changed, or what it tells of another has."""
        told = dict(zip(before.numbers(TOLD_IDS), before.numbers(TOLD), strict=True))
        changed = {each for each, _digest in told.items() ^ self._told.items()}
        return {kind: self._moved(kind, before, changed) for kind in self._tables}

    def _moved(self, kind: str, before: KeptArrays, changed: set[int]) -> Sequence[int]:
        places = {digest: place for place, digest in enumerate(self.rows[kind])}
        moved = array("I", (places.get(each, GONE) for each in before.numbers(f"{kind}/{ROWS}")))
        columns = KeptColumns(before, kind)
        for field in (ACTORS, ARTICLES, CONTESTS):
            for key, group in columns.groups(field):
                for place in group if id_number(key) in changed else ():
                    moved[place] = GONE
        for number, place in zip(*map(columns.numbers, (ID_NUMBERS, ID_PLACES)), strict=True):
            if number in changed:
                moved[place] = GONE
        return moved


def _called(row: Mapping[str, Any]) -> tuple[list[Any], Sequence[tuple[str, str]]]:
    return [row["name"], row["type"], row.get("also_known_as")], row.get("related", ())
