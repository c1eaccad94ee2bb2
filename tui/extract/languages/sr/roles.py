"""Nouns that tell what somebody is, and the heads of the names of bodies, in all cases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.words import lists


class Noun(NamedTuple):
    """A form of a noun: its nominative, gender, number, and the cases that it may be in."""

    nominative: str
    gender: str
    number: str
    cases: frozenset[str]


_F = (("a", "N"), ("e", "G"), ("i", "DL"), ("u", "A"), ("om", "I"), ("o", "V"))
_M = (("", "N"), ("a", "GA"), ("u", "DLV"), ("om", "I"), ("em", "I"), ("e", "V"))
_N = (("a", "G"), ("u", "DL"), ("om", "I"), ("em", "I"))


def _woman(noun: str) -> Iterator[tuple[str, Noun]]:
    stem = noun[:-1]
    for ending, cases in _F:
        yield stem + ending, Noun(noun, "f", "s", frozenset(cases))
    for soft, hard in (("ci", "ki"), ("zi", "gi")):
        if (stem + "i").endswith(hard):
            yield stem[:-1] + soft, Noun(noun, "f", "s", frozenset("DL"))
    yield stem + "ama", Noun(noun, "f", "p", frozenset("DLI"))


def _man(noun: str) -> Iterator[tuple[str, Noun]]:
    if noun.endswith("a"):  # sudija, kolega, vođa
        for word, told in _woman(noun):
            yield word, told._replace(gender="m")
        yield noun[:-1] + "e", Noun(noun, "m", "p", frozenset("N"))
        return
    stem = noun
    if noun.endswith("lac"):  # nosilac, nosioca
        stem = noun[:-3] + "oc"
    elif noun.endswith("ac") or noun == "ministar":
        stem = noun[:-2] + noun[-1]  # glumac, glumca; ministar, ministra
    yield noun, Noun(noun, "m", "s", frozenset("N"))
    for ending, cases in _M[1:]:
        yield stem + ending, Noun(noun, "m", "s", frozenset(cases))
    several = stem + "i"
    several = several[:-2] + "ci" if several.endswith("ki") else several
    several = several[:-2] + "zi" if several.endswith("gi") else several
    yield several, Noun(noun, "m", "p", frozenset("N"))
    yield stem + "ima", Noun(noun, "m", "p", frozenset("DLI"))


def _thing(noun: str, gender: str) -> Iterator[tuple[str, Noun]]:
    if gender == "f":
        yield from _woman(noun)
    elif gender == "m":
        stem = noun[:-2] + noun[-1] if noun == "centar" else noun
        yield noun, Noun(noun, "m", "s", frozenset("NA"))
        for ending, cases in _M[1:5]:
            yield stem + ending, Noun(noun, "m", "s", frozenset(cases) - {"A"})
    else:
        yield noun, Noun(noun, "n", "s", frozenset("NA"))
        for ending, cases in _N:
            yield noun[:-1] + ending, Noun(noun, "n", "s", frozenset(cases))


@cache
def roles() -> dict[str, tuple[Noun, ...]]:
    """What somebody is, by the key of every form."""
    told = lists("words")
    found: dict[str, tuple[Noun, ...]] = {}
    for noun in sorted(told["men"]):
        for word, form in _man(noun):
            found[word] = (*found.get(word, ()), form)
    for noun in sorted(told["women"]):
        for word, form in _woman(noun):
            found[word] = (*found.get(word, ()), form)
        found[noun[:-1] + "e"] = (
            *found[noun[:-1] + "e"],
            Noun(noun, "f", "p", frozenset("NA")),
        )
    return found


@cache
def bodies() -> dict[str, tuple[Noun, ...]]:
    """The heads of the names of bodies, by the key of every form."""
    found: dict[str, tuple[Noun, ...]] = {}
    for gender in "fmn":
        for noun in sorted(lists("words")[f"bodies_{gender}"]):
            for word, form in _thing(noun, gender):
                found[word] = (*found.get(word, ()), form)
    return found


_ADJECTIVES = {
    "f": (("a", "N"), ("e", "G"), ("oj", "DL"), ("u", "A"), ("om", "I")),
    "m": (("i", "NA"), ("og", "G"), ("eg", "G"), ("om", "DL"), ("em", "DL"), ("im", "I")),
    "n": (
        ("o", "NA"),
        ("e", "NA"),
        ("og", "G"),
        ("eg", "G"),
        ("om", "DL"),
        ("em", "DL"),
        ("im", "I"),
    ),
}
"""The endings of an adjective that stands with a noun of each gender, the nominative's first."""


def adjective(word: str, noun: Noun) -> tuple[int, str] | None:
    """How many letters of an adjective are its ending, and what it ends in in the nominative;
    None where the word does not agree with the noun."""
    plain = key(word)
    first = _ADJECTIVES[noun.gender][0][0]
    for ending, cases in sorted(_ADJECTIVES[noun.gender], key=lambda each: -len(each[0])):
        if plain.endswith(ending) and len(plain) > len(ending) + 1 and noun.cases & set(cases):
            nominative = "e" if noun.gender == "n" and ending in ("e", "eg", "em") else first
            return len(ending), nominative
    return None
