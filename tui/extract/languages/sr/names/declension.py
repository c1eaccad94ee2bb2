"""The cases of names: from a form to the nominatives that it may be of, and back.

Cases are letters: N, G, D, A, V, I, L. The endings are those of given names and surnames alone;
they are regular. What an ending leaves open (``Aleksandra`` is a woman, or Aleksandar's genitive)
is left open here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.extract.languages.given_names import gender_of
from tui.extract.languages.sr.letters import key, latin, with_ending
from tui.extract.languages.sr.words import lists

ALL = frozenset("NGDAVIL")
_VOWELS = "aeiou"
_ENDINGS_OF_ADJECTIVES = "a e i o u og oga om ome oj im ih ima".split()


class Nominative(NamedTuple):
    """A nominative that a form may be of, and the cases in which it has that form."""

    name: str
    cases: frozenset[str]


_MEN: tuple[tuple[str, str, str], ...] = (
    ("a", "", "GA"),
    ("u", "", "DLV"),
    ("om", "", "I"),
    ("em", "", "I"),
    ("e", "", "V"),
    ("a", "o", "GA"),
    ("u", "o", "DL"),
    ("om", "o", "I"),
    ("a", "e", "GA"),
    ("u", "e", "DL"),
    ("em", "e", "I"),
    ("e", "a", "G"),
    ("i", "a", "DL"),
    ("u", "a", "A"),
    ("om", "a", "I"),
    ("ija", "i", "GA"),
    ("iju", "i", "DL"),
    ("ijem", "i", "I"),
    ("og", "i", "GA"),
    ("om", "i", "DL"),
    ("im", "i", "I"),
)
"""Of men's names: the ending of a form, that of its nominative, and the cases."""
_WOMEN: tuple[tuple[str, str, str], ...] = (
    ("e", "a", "G"),
    ("i", "a", "DL"),
    ("u", "a", "A"),
    ("om", "a", "I"),
    ("oj", "a", "DL"),
)


@lru_cache(1 << 14)
def nominatives(form: str, woman: bool) -> tuple[Nominative, ...]:
    """The nominatives that a form of a man's or a woman's name may be of, itself first."""
    plain = key(form)
    unbending = woman and plain[-1:] != "a"
    found = [Nominative(form, ALL if unbending else frozenset("N"))]
    for ending, other, cases in _WOMEN if woman else _MEN:
        if not plain.endswith(ending) or len(plain) - len(ending) < 2:
            continue
        if not other and plain[: -len(ending)][-1] in _VOWELS:
            continue
        name = with_ending(form, len(ending), other)
        if not other and _cluster(plain[: -len(ending)]):
            full = with_ending(name, 1, "a") + name[-1]
            found.append(Nominative(full, frozenset(cases)))
            if plain[: -len(ending)][-1] == "c":  # "Puhovca" of "Puhovec"
                full = with_ending(name, 1, "e") + name[-1]
                found.append(Nominative(full, frozenset(cases)))
        found.append(Nominative(name, frozenset(cases)))
    return tuple(found)


def _cluster(stem: str) -> bool:
    """Whether a stem may have lost its "a": "Petr-", "Štimc-", "Aleksandr-"."""
    return len(stem) > 2 and stem[-1] in "rclk" and stem[-2] not in _VOWELS


@lru_cache(1 << 14)
def given(form: str) -> tuple[tuple[Nominative, str], ...]:
    """The given names that a form may be of, each with "m" or "f"."""
    found = []
    for woman in (False, True):
        several = nominatives(form, woman)
        if not woman:
            several += _short_names(form)
        for each in several:
            gender = gender_of(latin(each.name)) or _gender(key(each.name))
            if gender == ("f" if woman else "m"):
                found.append((each, gender))
    return tuple(found)


def _short_names(form: str) -> tuple[Nominative, ...]:
    """Men's names in -o that decline as those in -a do: "Ive" of "Ivo"."""
    plain = key(form)
    return tuple(
        Nominative(with_ending(form, 1, "o"), frozenset(cases))
        for ending, cases in (("e", "G"), ("i", "DL"), ("u", "A"))
        if plain.endswith(ending) and len(plain) < 6
    )


def _gender(plain: str) -> str:
    """The gender of a name that news in English has not: by the list of Serbian transcriptions,
    the last part that many Slavic names have, or the man's name that a woman's is made of."""
    told = lists("words")
    if plain in told["given_men"] or (len(plain) > 5 and plain.endswith(("slav", "mir", "ljub"))):
        return "m"
    if plain in told["given_women"]:
        return "f"
    of_a_man = plain.endswith(("ana", "slava", "mira", "ena"))
    return "f" if of_a_man and (gender_of(plain[:-1]) or _gender(plain[:-1])) == "m" else ""


@lru_cache(1 << 12)
def forms(surname: str, woman: bool) -> frozenset[str]:
    """The keys of every form of a surname: its cases, "Vučićeva" of a woman, and the adjective
    that tells what is somebody's ("Vučićevim")."""
    return frozenset(_forms(key(surname), woman)) | {key(surname)}


def _forms(plain: str, woman: bool) -> Iterator[str]:
    last = plain[-1:]
    if woman:
        yield from _womans(plain)
        return
    if plain.endswith(("ski", "cki", "ni")):
        yield from (plain[:-1] + ending for ending in _ENDINGS_OF_ADJECTIVES)
    if last == "a":
        yield from (plain[:-1] + ending for ending in ("e", "i", "u", "om", "o"))
        yield from _adjectives(plain[:-1] + "in")
        return
    if last == "i":
        yield from (plain + ending for ending in ("ja", "ju", "jem", "jev"))
        return
    stems = [plain[:-1] if last in "oe" else plain]
    if len(plain) > 4 and plain[-2:] in ("ac", "ec", "ak", "ar", "al") and plain[-3] not in _VOWELS:
        stems.append(plain[:-2] + last)
    for stem in stems:
        yield from (stem + ending for ending in ("a", "u", "om", "em", "e"))
        yield from (stem + ending for ending in ("i", "ima"))
        for part in ("ov", "ev"):
            yield from _adjectives(stem + part)


def _womans(plain: str) -> Iterator[str]:
    if plain[-1:] == "a":
        yield from (plain[:-1] + ending for ending in ("e", "i", "u", "om", "oj"))
        yield from _adjectives(plain[:-1] + "in")
        return
    parts = ("ov", "ev", "k", "ink", "ljev") if plain[-1:] in "vbpm" else ("ov", "ev", "k", "ink")
    for part in parts:
        yield from (plain + part + ending for ending in ("a", "e", "oj", "u", "om", "i", "o"))
        yield from _adjectives(plain + part + "in")


def _adjectives(stem: str) -> Iterator[str]:
    yield stem
    yield from (stem + ending for ending in _ENDINGS_OF_ADJECTIVES)


def possessive(form: str, surname: str, woman: bool) -> bool:
    """Whether a form of a surname is the adjective: what it tells is somebody's."""
    plain, whole = key(form), key(surname)
    if plain == whole:
        return False
    stem = whole[:-1] if whole[-1:] in "aeo" else whole
    rest = plain[len(stem) :] if plain.startswith(stem) else ""
    return (not woman and rest[:2] in ("ov", "ev")) or (whole[-1:] == "a" and rest[:2] == "in")


def cases_of(form: str, surname: str, woman: bool) -> frozenset[str]:
    """The cases in which a surname has a form."""
    name = key(surname)
    if key(form) == name:
        return ALL if woman and name[-1:] != "a" else frozenset("N")
    if possessive(form, surname, woman):
        return frozenset()
    found: frozenset[str] = frozenset()
    for each in nominatives(form, woman):
        if key(each.name) == name:
            found |= each.cases
    if woman and not found:  # "Vučićeva" declines as an adjective does.
        endings = {"a": "N", "e": "G", "oj": "DL", "u": "A", "om": "I"}
        for ending, cases in endings.items():
            if key(form).endswith(ending):
                found = frozenset(cases)
    return found
