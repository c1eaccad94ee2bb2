"""What there is near a query that finds nothing: topics that are called much the same, and what
it finds among other kinds of records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.folding import folded
from tui.search.fuzzy import is_near
from tui.search.query import WORD, Clause, InField, Words

if TYPE_CHECKING:
    from tui.search.completions import Facet

LEAST = 4
"""Letters that two words share where one begins as the other."""


def words_of(clauses: Iterable[Clause]) -> Iterator[str]:
    """The words that clauses ask for, folded."""
    for clause in clauses:
        words = clause.what.words if isinstance(clause.what, InField) else clause.what
        if not clause.without and isinstance(words, Words):
            for term in words.terms:
                yield from term.runs


def called_like(facets: Iterable[Facet], words: Iterable[str], most: int) -> list[Facet]:
    """The values of a field that have words like these, those first that have most of them;
    of several the more frequent."""
    asked = list(dict.fromkeys(words))
    fitting = []
    for facet in facets:
        named = WORD.findall(folded(facet.value))
        alike = sum(any(_alike(word, each) for each in named) for word in asked)
        if alike:
            fitting.append((-alike, -facet.total, facet))
    return [facet for _alike, _total, facet in sorted(fitting)[:most]]


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    begins = len(shorter) >= LEAST and longer.startswith(shorter)
    return begins or is_near(other, one)
