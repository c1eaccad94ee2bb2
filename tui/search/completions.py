"""What hits divide into, and how a query may go on: the values of each field, counted."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple

from tui.annotation import FIELDS as ADDED
from tui.corpus import Corpus
from tui.folding import folded
from tui.search.answers import KINDS, Answer, answer
from tui.search.facets import alike, names
from tui.search.fields import means_something
from tui.search.index import Unwanted, index_of
from tui.search.notes import counted as counted_notes
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


def prepare(corpus: Corpus, *kinds: str, wanted: Callable[[], bool] = lambda: True) -> None:
    """Make the index of these kinds (of all, if none is named) and what is suggested from it,
    so that no letter waits; as much of it as is made until it is no longer ``wanted``."""
    with suppress(Unwanted):
        for kind in kinds or KINDS:
            if index_of(corpus, kind, wanted).is_kept:
                # The values are read when a field is asked for.
                continue
            for field in COUNTED:
                if means_something(field, kind) and wanted():
                    _values(corpus.whole, kind, field)


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
    if name in ADDED:
        begun = folded(value).replace('"', "").strip()
        return tuple(
            Completion(f"{before}{minus}{_clause(name, each)}", each, total)
            for each, total in counted_notes(corpus, kind, name)[:most]
            if folded(each).startswith(begun)
        )
    if name not in COUNTED or not means_something(name, kind):
        return ()
    begun = folded(value).replace('"', "").strip()
    fitting = _counted(answer(corpus, before, kind).but(name), name, begun, most)
    return tuple(
        Completion(f"{before}{minus}{_clause(name, value)}", value, total)
        for value, total in fitting
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


class _Value(NamedTuple):
    """A value of a field as it is shown, folded, with where each of its words begins; and the
    numbers of the records that have it, in groups, and how many they are."""

    shown: str
    letters: str
    starts: tuple[int, ...]
    groups: list[Sequence[int]]
    total: int

    def begins(self, begun: str) -> bool:
        """Whether it is begun so, from any of its words on."""
        return any(self.letters.startswith(begun, start) for start in self.starts)


def _values(corpus: Corpus, kind: str, field: str) -> list[_Value]:
    """All values of a field, those first that most records have."""

    def work() -> list[_Value]:
        groups: dict[str, list[Sequence[int]]] = {}
        known = names(corpus, kind, field)
        for values, numbers in alike(corpus, kind, field):
            named = (
                known.get(each) or corpus.name(each) if field in ("speaker", "party") else each
                for each in values
            )
            for shown in dict.fromkeys(named):
                groups.setdefault(shown, []).append(numbers)
        made = []
        for shown, several in groups.items():
            letters = folded(shown)
            starts = tuple(word.start() for word in WORD.finditer(letters))
            made.append(_Value(shown, letters, starts, several, sum(map(len, several))))
        return sorted(made, key=lambda value: (-value.total, value.shown))

    return index_of(corpus, kind).once(f"values of {field}", work)


def _counted(
    found: Answer, field: str, begun: str = "", most: int | None = None
) -> list[tuple[str, int]]:
    """The values that hits have in a field, of those that begin so, and how many have each;
    the most frequent first, and no more than so many."""
    having = found.flags
    all_of = found.total == len(having)
    counted: list[tuple[int, str]] = []
    for value in _values(found.corpus.whole, found.kind, field):
        if most is not None and len(counted) >= most and value.total < -counted[most - 1][0]:
            # Those that follow have fewer records than these have hits.
            break
        if begun and not value.begins(begun):
            continue
        total = value.total
        if not all_of:
            total = sum(sum(map(having.__getitem__, numbers)) for numbers in value.groups)
        if total:
            insort(counted, (-total, value.shown))
    return [(shown, -less) for less, shown in counted[:most]]


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
