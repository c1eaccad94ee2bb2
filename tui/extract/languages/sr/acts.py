"""The verbs of happenings in their forms, and the things that are done, from ``events.toml``.

A form tells by itself whether a thing has happened: the past and the passive do, the future says
that it is to come, and a bare infinitive says neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from tui.extract.languages.sr.cues import PARTICIPLES
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.words import table

Shape = Literal["past", "passive", "future", "infinitive"]

THINGS = ""
"""The sort of verbs that tell of many things."""

_PASSIVE = ("", "a", "o", "i", "e")
_FUTURE = ("ću", "će", "ćemo", "ćete")


class ActForm(NamedTuple):
    """A form of a verb that tells of a happening of a sort; ``plural`` for several subjects."""

    sort: str
    shape: Shape
    plural: bool


def _forms_of(
    sort: str, infinitive: str, man: str, stem: str, passive: str
) -> Iterator[tuple[str, ActForm]]:
    yield infinitive, ActForm(sort, "infinitive", False)
    for ending in _FUTURE:
        yield infinitive.removesuffix("ti") + ending, ActForm(sort, "future", False)
    yield man, ActForm(sort, "past", False)
    for ending, _, number in PARTICIPLES:
        yield stem + ending, ActForm(sort, "past", number == "p")
    if passive not in ("", "-"):
        for ending in _PASSIVE:
            yield passive + ending, ActForm(sort, "passive", ending in ("i", "e"))


def _regular(sort: str, entries: str) -> Iterator[tuple[str, ActForm]]:
    for entry in entries.split():
        infinitive, _, passive = entry.partition(":")
        root = infinitive.removesuffix("ti")
        yield from _forms_of(sort, infinitive, root + "o", root + "l", passive)


def _irregular(sort: str, rows: str) -> Iterator[tuple[str, ActForm]]:
    for row in rows.strip().splitlines():
        infinitive, man, stem, passive = row.split()
        yield from _forms_of(sort, infinitive, man, stem.replace("_", ""), passive)


@cache
def forms() -> dict[str, ActForm]:
    """Every form of a verb of happening, by its key; the first sort that has it is its own."""
    data = table("events")
    found: dict[str, ActForm] = {}
    tables = [*((_regular, *row) for row in data["acts"].items())]
    tables += [(_irregular, *row) for row in data["irregular"].items()]
    tables.append((_regular, THINGS, data["things"]["verbs"]))
    tables.append((_irregular, THINGS, data["things"]["irregular"]))
    for made, sort, entries in tables:
        for form, act in made(sort, entries):
            found.setdefault(key(form), act)
    return found


@cache
def _nouns() -> tuple[tuple[str, str], ...]:
    """How the names of things begin, the longest first, each with the sort of what is done."""
    rows = table("events")["nouns"].items()
    stems = [(key(stem), sort) for sort, words in rows for stem in words.split()]
    return tuple(sorted(stems, key=lambda entry: (-len(entry[0]), entry)))


@lru_cache(1 << 13)
def sort_of(word: str) -> str:
    """The sort of happening that a thing tells of, by its key; "" for none."""
    return next((sort for stem, sort in _nouns() if word.startswith(stem)), "")


@cache
def of_itself() -> tuple[str, ...]:
    """How the verbs begin whose subject is the thing that they tell of: "Počeo je protest"."""
    return tuple(map(key, table("events")["things"]["subject"].split()))


@cache
def shared() -> frozenset[str]:
    """The sorts of which many take part in one."""
    return frozenset(table("events")["shared"]["sorts"].split())


@cache
def words(name: str) -> frozenset[str]:
    """A list of small words: "future", "negations", "people"."""
    rows = table("events")[name]
    rows = rows if isinstance(rows, list) else [rows]
    return frozenset(key(word) for row in rows for word in row["words"].split())
