"""What is worked out from a store of many articles and kept beside it: the columns of its records
and the index of its search. Both can be thrown away, and are made again when they are missing,
damaged, or of another store or version of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui.columns import KINDS, MEASURES, KeptColumns, Making, kept_parts
from tui.corpus import Corpus
from tui.dependencies import digest_of
from tui.figure_order import kept_order
from tui.kept_arrays import Beside, Part
from tui.lazy_records import LazyRecords, kept_ids, passing
from tui.orders import fields_of

MANY = 200
"""Articles from which on it takes longer to work these out than to read them."""

COLUMNS = "columns"


def with_columns(corpus: Corpus, say: Callable[[str], None] = lambda _line: None) -> Corpus:
    """A corpus from a store with what is kept of it, which is made where it is not there."""
    beside = corpus.beside
    if beside is None or len(corpus.articles) < MANY:
        return corpus
    # Here and not above: most launches ask nothing.
    from tui.search import kept_index

    beside.made_by = digest_of(__name__)
    if beside.arrays(COLUMNS) is None:
        say("putting the records in order")
        _keep(beside, COLUMNS, _columns(corpus), say)
    attach(corpus, beside)
    if beside.arrays(kept_index.FILE) is None:
        say("making the index")
        _keep(beside, kept_index.FILE, kept_index.parts(corpus), say)
    return corpus


def _keep(
    beside: Beside, name: str, parts: Iterable[tuple[str, Part]], say: Callable[[str], None]
) -> None:
    try:
        beside.keep(name, parts)
    except OSError as error:
        say(f"the {name} cannot be kept: {error.strerror or error}; the next start takes longer")


def attach(corpus: Corpus, beside: Beside) -> None:
    """Let the tables of a corpus know their columns."""
    arrays = beside.arrays(COLUMNS)
    for kind in KINDS:
        table = corpus.of(kind)
        if arrays is not None and isinstance(table, LazyRecords):
            table.columns = KeptColumns(arrays, kind)


def _columns(corpus: Corpus) -> Iterator[tuple[str, Part]]:
    for kind in KINDS:
        table = corpus.of(kind)
        making = [Making(field) for field in fields_of(kind)]
        for place, record in enumerate(passing(table)):
            for each in making:
                each.take(place, each.field.of(corpus, record))
        for each in making:
            column = each.made()
            yield from kept_parts(kind, each.field, column)
            if each.field is MEASURES:
                yield from kept_order(corpus, column)
        if isinstance(table, LazyRecords):
            yield from kept_ids(kind, table.ids())
