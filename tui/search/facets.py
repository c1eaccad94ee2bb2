"""What hits divide into, and how a query may go on: the values of each field, counted."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from tui.corpus import Corpus
from tui.folding import folded
from tui.search.answers import Answer, answer
from tui.search.having import alike
from tui.search.places import means_something
from tui.search.query import FIELDS, TEXT_FIELDS, WORD, Term, Words

COUNTED = ("speaker", "party", "source", "date", "kind", "topic", "rule")
"""The fields whose values are counted; how sure one is, is a matter of degree."""


class Facet(NamedTuple):
    """A value of a field, how many hits have it, and the clause that asks for it."""

    value: str
    total: int
    clause: str


class Completion(NamedTuple):
    """How a query may go on: what would stand in the field, what to show, how many."""

    text: str
    shown: str
    total: int


def facets(corpus: Corpus, text: str, field: str, kind: str = "quote") -> tuple[Facet, ...]:
    """The values of a field among the hits of a query, the most frequent first.

    The clauses of the query about this field itself are left out: what is counted is what
    another choice would give.
    """
    if field not in COUNTED or not means_something(field, kind):
        return ()
    found = answer(corpus, text, kind).but(field)
    return tuple(
        Facet(value, total, _clause(field, value)) for value, total in _counted(found, field)
    )


def completions(
    corpus: Corpus, text: str, kind: str = "quote", most: int = 8
) -> tuple[Completion, ...]:
    """How the word at the end of a query may go on: the names of fields, or after the
    colon of one its values, those with most hits first."""
    start = _last_word(text)
    before, typed = text[:start], text[start:]
    minus = "-" if typed[:1] in ("-", "−") else ""
    name, colon, value = typed[len(minus) :].partition(":")
    name = folded(name)
    if not colon:
        return tuple(
            Completion(f"{before}{minus}{field}:", f"{field}:", 0)
            for field in FIELDS
            if name and field.startswith(name) and means_something(field, kind)
        )
    if name not in COUNTED or not means_something(name, kind):
        return ()
    begun = folded(value).replace('"', "").strip()
    fitting = _counted(answer(corpus, before, kind).but(name), name, begun)
    return tuple(
        Completion(f"{before}{minus}{_clause(name, value)}", value, total)
        for value, total in fitting[:most]
    )


def _last_word(text: str) -> int:
    """Where the last word of a query begins; a phrase that is not closed is one."""
    start, open_mark = 0, False
    for at, letter in enumerate(text):
        if folded(letter) == '"':
            open_mark = not open_mark
        elif letter.isspace() and not open_mark:
            start = at + 1
    return start


@lru_cache(maxsize=20_000)
def _words_of(value: str) -> tuple[str, tuple[int, ...]]:
    """A value, folded, and where each of its words begins."""
    letters = folded(value)
    return letters, tuple(word.start() for word in WORD.finditer(letters))


def _begins(value: str, begun: str) -> bool:
    """Whether a value is begun so, from any of its words on."""
    letters, starts = _words_of(value)
    return any(letters.startswith(begun, start) for start in starts)


def _counted(found: Answer, field: str, begun: str = "") -> list[tuple[str, int]]:
    """The values that hits have in a field, of those that begin so, and how many have each;
    the most frequent first."""
    whole, having = found.corpus.whole, found.flags
    all_of = found.total == len(having)
    counts: Counter[str] = Counter()
    for values, numbers in alike(whole, found.kind, field):
        shown = [whole.name(each) if field in ("speaker", "party") else each for each in values]
        fitting = [value for value in shown if not begun or _begins(value, begun)]
        if fitting:
            total = len(numbers) if all_of else sum(map(having.__getitem__, numbers))
            counts.update(dict.fromkeys(fitting, total))
    counts = +counts
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _clause(field: str, value: str) -> str:
    words = WORD.findall(folded(value))
    if field not in TEXT_FIELDS or not words:
        return f"{field}:{value}"
    return f"{field}:{_in_marks(value, len(words))}"


def _in_marks(value: str, words: int) -> str:
    """A value as it may stand in a query: in its own letters where these are understood."""
    plain = " ".join("".join(" " if folded(c) == '"' else c for c in value).split())
    if words == 1 and str(Words((Term(folded(plain)),))) == folded(plain):
        return plain
    return f'"{plain}"'
