"""A part of a query with words that there are for those that there are not."""

from __future__ import annotations

from collections.abc import Sequence

from tui.search.index import Index
from tui.search.inverted_index import InvertedIndex
from tui.search.query import Clause, InField, Term, Words


def respelt(index: Index, clause: Clause) -> Clause | None:
    """A clause with every word that nothing has replaced by the nearest that something has."""
    match clause.what:
        case Words() as words:
            tables = [index.said, index.named.texts, index.told, index.sources.texts]
        case InField(field, words):
            tables = [index.fields[field].texts]
        case _:
            return None
    terms = []
    for term in words.terms:
        letters = term.letters
        for run in term.runs:
            known = Words((Term(run, open=term.open),))
            if any(table.having(known) for table in tables):
                continue
            near = _nearest(tables, run)
            if near is None:
                return None
            letters = letters.replace(run, near)
        changed = letters != term.letters
        terms.append(Term(letters) if changed else term)
    meant = Words(tuple(terms))
    if meant == words:
        return None
    what = InField(clause.what.field, meant) if isinstance(clause.what, InField) else meant
    return Clause(what)


def _nearest(tables: Sequence[InvertedIndex], typed: str) -> str | None:
    """The word that is written most like one; of several one that only goes on where the
    typed one stops, then one of which letters were left out, then the most frequent."""
    most = 0 if len(typed) < 3 else 1 if len(typed) < 5 else 2 if len(typed) < 9 else 3
    best: tuple[int, bool, bool, int, str] | None = None
    for table in tables:
        for edits, place in table.spellings.near(typed, most):
            word = table.vocabulary[place]
            short = _left_out_of(typed, word)
            found = (edits, not word.startswith(typed), not short, -table.how_many(place), word)
            best = found if best is None else min(best, found)
    return best[-1] if best else None


def _left_out_of(typed: str, word: str) -> bool:
    """Whether a word is what was typed with letters left out: "thft" for "theft"."""
    letters = iter(word)
    return all(letter in letters for letter in typed)
