"""What is worked out from a store of many articles and kept beside it: the columns of its records
and the index of its search. It can be thrown away, and is made again when it is missing, damaged,
or of another version of the program. Of another store it is made again too, but for what records
have that are the same in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from tui.corpus import Corpus
from tui.dependencies import digest_of
from tui.figure_order import kept_order
from tui.gc_pause import gc_paused
from tui.model import Record
from tui.orders import fields_of
from tui.tables.columns import (
    CALLED,
    KINDS,
    MEASURES,
    Column,
    ColumnMaking,
    KeptColumns,
    kept_parts,
)
from tui.tables.grouping import Groups
from tui.tables.kept_arrays import KeptArrays, Part
from tui.tables.lazy_records import LazyRecords, ids_in, kept_ids, passing

if TYPE_CHECKING:
    from tui.search import index_making

MANY = 200
"""Articles from which on it takes longer to work these out than to read them."""


def with_columns(corpus: Corpus, say: Callable[[str], None] = lambda _line: None) -> Corpus:
    """A corpus from a store with what is kept of it, which is made where it is not there."""
    beside = corpus.beside
    if beside is None or len(corpus.articles) < MANY:
        if beside is not None:
            beside.forget()
        return corpus
    beside.made_by = digest_of(__name__)
    if beside.arrays is None:
        say("putting the records in order")
        try:
            with gc_paused():
                before = beside.before()
                beside.keep(lambda: _parts(corpus, before))
        except OSError as error:
            reason = error.strerror or error
            say(f"{beside.path} cannot be kept: {reason}; the next start takes longer")
    for kind in KINDS:
        table = corpus.of(kind)
        if beside.arrays is not None and isinstance(table, LazyRecords):
            table.columns = KeptColumns(beside.arrays, kind)
    return corpus


def _parts(corpus: Corpus, before: KeptArrays | None) -> Iterator[tuple[str, Part]]:
    # Here and not above, as in what follows: most launches make nothing.
    from tui.search import kept_index
    from tui.store.unchanged import Unchanged

    unchanged = Unchanged(corpus)
    yield from unchanged.kept()
    moved = unchanged.since(before) if before else {}
    for kind in KINDS:
        kept = KeptColumns(before, kind) if before else None
        columns, index = _made(corpus, kind, kept, moved.get(kind, ()))
        for each in columns:
            column = each.column()
            yield from kept_parts(kind, each.field, column)
            if each.field is CALLED:
                _hold_names(corpus, column)
            if each.field is MEASURES:
                yield from kept_order(corpus, column, kept, moved.get(kind, ()))
        yield from kept_ids(kind, ids_in(corpus.of(kind)))
        yield from kept_index.parts(kind, index.made())


def _hold_names(corpus: Corpus, column: Column) -> None:
    """From now on nobody with thousands of passages is made for a name."""
    corpus.once(("actor", CALLED.name), lambda: column)


def _made(
    corpus: Corpus, kind: str, before: KeptColumns | None, moved: Sequence[int]
) -> tuple[list[ColumnMaking], index_making.IndexMaking]:
    """What is worked out of the records of a kind; ``moved`` tells where those of before are that
    are the same."""
    from tui.search import index_making, kept_index

    table: Any = corpus.of(kind)
    records: Iterable[tuple[int, Record]]
    columns = [ColumnMaking(field) for field in fields_of(kind)]
    index = index_making.IndexMaking(corpus, kind, stating=True)
    if before is None:
        records = enumerate(passing(table))
    else:
        for each in columns:
            if column := before.column(each.field):
                each.take_over(column.keys, Groups(column.starts, column.places), moved)
        index.take_over(kept_index.taken(before.arrays, kind), moved)
        others = sorted({*range(len(table))}.difference(moved))
        records = zip(others, map(table.make, others), strict=True)
    for place, record in records:
        for each in columns:
            each.take(place, each.field.of(corpus, record))
        index.take(place, record)
    return columns, index
