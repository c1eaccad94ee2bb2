"""What is looked for in what the reader has added: bookmarks, notes, tags, states.

That changes with a key, where an index is made once for a corpus: so it is looked through
at every question, and the index is told which of its records have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.annotated_things import AnnotatedThing
from tui.annotation import FIELDS, NOTHING, Noted
from tui.corpus import Corpus
from tui.folding import folded
from tui.search.index import Index
from tui.search.inverted_index import as_bits
from tui.search.matching import stands_in
from tui.search.parsing import parse
from tui.search.query import Clause, InField, InNotes, Query, Words


def value_having(noted: Noted, field: str, words: Words) -> str | None:
    """What of a field has these words; None where nothing has."""
    for value in noted.has(field):
        if next(stands_in(folded(value), words), None) is not None:
            return value
    return None


def noticing(query: Query, corpus: Corpus, index: Index) -> Query:
    """A query in which the clauses about what is added know the records that they find."""
    if not any(isinstance(c.what, InField) and c.what.field in FIELDS for c in query.clauses):
        return query

    def known(clause: Clause) -> Clause:
        what = clause.what
        if not isinstance(what, InField) or what.field not in FIELDS:
            return clause
        bits = _bits(corpus, index, what.field, what.words)
        return replace(clause, what=InNotes(what.field, what.words, bits))

    parts = (replace(part, either=tuple(map(known, part.either))) for part in query.parts)
    return replace(query, parts=tuple(parts))


def _bits(corpus: Corpus, index: Index, field: str, words: Words) -> int:
    """The records of an index whose notes have these words in a field."""
    added = corpus.added.by_record
    numbers = {id: number for id in added if (number := index.number(id)) >= 0}
    having = as_bits(
        (n for id, n in numbers.items() if value_having(added[id], field, words) is not None),
        len(index.records),
    )
    if value_having(NOTHING, field, words) is None:
        return having
    # What nothing is added to is unchecked.
    return index.all ^ as_bits(numbers.values(), len(index.records)) | having


def counted(corpus: Corpus, kind: str, field: str) -> list[tuple[str, int]]:
    """The values of a field among the records of a kind that have something added, the most
    frequent first."""
    found: Counter[str] = Counter()
    for id, noted in corpus.added.by_record.items():
        record = corpus.get(id)
        if record is not None and record.kind == kind:
            found.update(noted.has(field))
    return sorted(found.items(), key=lambda each: (-each[1], each[0].casefold()))


# ------------------------------------------------------------------ a search among notes


def among(
    corpus: Corpus, entries: Sequence[AnnotatedThing], text: str, *, typing: bool = False
) -> list[AnnotatedThing]:
    """The things of the notebook that a query finds: by what they say, by what is added to
    them, by their kind and their source."""
    query = parse(text, typing=typing)
    return [
        each
        for each in entries
        if all(any(_holds(corpus, each, c) for c in part.either) for part in query.parts)
    ]


def _holds(corpus: Corpus, entry: AnnotatedThing, clause: Clause) -> bool:
    what = clause.what
    match what:
        case Words():
            has = any(_has(place, what) for place in _places(corpus, entry))
        case InField("kind", words):
            has = _has(entry.kind, words)
        case InField("source", words):
            has = _has(entry.source(corpus), words)
        case InField(field, words) if field in FIELDS:
            has = value_having(entry.noted, field, words) is not None
        case _:
            # What a notebook does not have is not asked of it.
            return True
    return has is not clause.without


def _has(text: str, words: Words) -> bool:
    return next(stands_in(folded(text), words), None) is not None


def _places(corpus: Corpus, entry: AnnotatedThing) -> Iterator[str]:
    yield entry.says
    yield entry.source(corpus)
    for each in entry.noted.annotations:
        yield from (each.value, each.why, each.was)
