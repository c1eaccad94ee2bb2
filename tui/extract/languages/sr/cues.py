"""Verbs and nouns of saying in all their forms, from ``cues.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.words import MAN_DID, table

Tense = Literal["past", "present", "gerund", "passive"]


class CueForm(NamedTuple):
    """A form of a verb of saying. ``gender`` and ``number`` are those of its subject, "" where
    the form tells nothing."""

    lemma: str
    kind: str
    tense: Tense
    gender: str
    number: str


PARTICIPLES = (("a", "f", "s"), ("o", "n", "s"), ("i", "m", "p"), ("e", "f", "p"))
"""The endings of the past behind its stem, but for the masculine one of the singular."""

_REGULAR = {
    "iti": ("iti", "io", "il", "", ""),
    "ati": ("ati", "ao", "al", "", ""),
    "ati_present": ("ati", "ao", "al", "a", "aju"),
    "iti_present": ("iti", "io", "il", "i", "e"),
    "ovati_present": ("ovati", "ovao", "oval", "uje", "uju"),
    "ivati_present": ("ivati", "ivao", "ival", "uje", "uju"),
}
"""For each list the ending of the infinitive, and what stands instead of it: in the masculine
past, in the stem of the past, and in the present of one and of several."""


def _past(lemma: str, kind: str, man: str, stem: str) -> Iterator[tuple[str, CueForm]]:
    if man == "-":
        return
    yield man, CueForm(lemma, kind, "past", "m", "s")
    for ending, gender, number in PARTICIPLES:
        yield stem + ending, CueForm(lemma, kind, "past", gender, number)
    yield man[:-1] + "vši", CueForm(lemma, kind, "gerund", "", "")
    if not man.endswith(MAN_DID) or stem[:-1] + "o" != man:
        yield stem[:-1] + "avši", CueForm(lemma, kind, "gerund", "", "")


def _present(lemma: str, kind: str, one: str, several: str) -> Iterator[tuple[str, CueForm]]:
    if one == "-":
        return
    yield one, CueForm(lemma, kind, "present", "", "s")
    yield several, CueForm(lemma, kind, "present", "", "p")
    yield several + "ći", CueForm(lemma, kind, "gerund", "", "")


def _regular(told: Mapping[str, str]) -> Iterator[tuple[str, CueForm]]:
    for name, (ending, man, stem, one, several) in _REGULAR.items():
        for entry in told.get(name, "").split():
            lemma, _, kind = entry.partition(":")
            root = lemma.removesuffix(ending)
            kind = kind or "say"
            yield from _past(lemma, kind, root + man, root + stem)
            if one:
                yield from _present(lemma, kind, root + one, root + several)


def _irregular(told: Mapping[str, str]) -> Iterator[tuple[str, CueForm]]:
    for row in told["irregular"].strip().splitlines():
        lemma, kind, man, stem, one, several = row.split()
        yield from _past(lemma, kind, man, stem)
        yield from _present(lemma, kind, one, several)


@cache
def forms() -> dict[str, CueForm]:
    """Every form of a verb of saying, by its key."""
    found: dict[str, CueForm] = {}
    for word, form in (*_regular(table("cues")), *_irregular(table("cues"))):
        found.setdefault(key(word), form)
    for row in table("cues")["adjectives"]["words"].strip().splitlines():
        man, stem, kind = row.split()
        for word, gender, number in (
            (man, "m", "s"),
            (stem + "a", "f", "s"),
            (stem + "i", "m", "p"),
            (stem + "e", "f", "p"),
        ):
            found.setdefault(key(word), CueForm(man, kind, "past", gender, number))
    for word in table("cues")["passive"]["words"].split():
        found[key(word)] = CueForm(word, "say", "passive", "n", "s")
    return found


@cache
def light() -> Mapping[str, CueForm]:
    """Every form of a verb that says something with a noun alone, by its key."""
    told = table("cues")["light"]
    found = {key(word): form for word, form in (*_regular(told), *_irregular(told))}
    return {word: form for word, form in found.items() if form.tense != "gerund"}


@cache
def held() -> frozenset[str]:
    """Nouns that say something with such a verb alone: "dao je do znanja"."""
    return frozenset(map(key, table("cues")["light"]["nouns"].split()))


@cache
def opinions() -> frozenset[str]:
    """What somebody is "of": "mišljenja je da"."""
    return frozenset(map(key, table("cues")["light"]["opinions"].split()))


@cache
def kinds() -> dict[str, str]:
    """The class of each verb."""
    return {form.lemma: form.kind for form in forms().values()}


@cache
def nouns() -> frozenset[str]:
    """Every case of a noun of saying."""
    return _in_all_cases(table("cues")["nouns"]["words"])


@cache
def demands() -> frozenset[str]:
    """Every case of a noun of demanding."""
    return _in_all_cases(table("cues")["demands"]["words"])


def _in_all_cases(words: str) -> frozenset[str]:
    found: set[str] = set()
    for noun in words.split():
        found.add(noun)
        stem = noun[:-1] if noun[-1] in "aeo" else noun
        found |= {stem + ending for ending in ("a", "e", "i", "u", "om", "em", "ima", "ama")}
    return frozenset(map(key, found))


@cache
def according() -> tuple[frozenset[str], frozenset[str]]:
    """What stands between "prema" and whose words they are, and which document it is."""
    told = table("cues")["according"]
    return (
        frozenset(map(key, told["words"].split())),
        frozenset(map(key, told["of_documents"].split())),
    )


@cache
def denied() -> tuple[str, ...]:
    """How what may be denied begins: words that are themselves somebody's."""
    return tuple(map(key, table("cues")["denied"]["words"].split()))


_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = 60
"""Characters before a colon in which a verb of saying stands."""


def is_said(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying leads in to what stands in marks, from the first to one past the
    last, or follows it behind a comma."""
    before = text[max(0, start - _BEFORE) : start].rstrip(" ")
    part = re.split(r"[.!?\n]", before)[-1]
    led = [key(word) for word in _WORD.findall(part)]
    if before.endswith(":"):
        lists_follow = "da" in led or any(word.startswith(lead_in_lists()) for word in led)
        return not lists_follow and any(map(_says, led))
    if led:
        return False  # "Pobedila je „Ana Kos – Za most“, kaže Vilić": what stands in it is named.
    behind = text[end : end + _BEFORE]
    words = _WORD.findall(behind)[:3] if behind.startswith(", ") else []
    return any(map(_says, words[:2])) and words[2:] not in (["da"], ["да"])


@cache
def lead_in_lists() -> tuple[str, ...]:
    """How words begin that tell that names of lists follow a colon."""
    return tuple(map(key, table("cues")["lists"]["words"].split()))


def _says(word: str) -> bool:
    form = forms().get(key(word))
    return form is not None and form.gender != "n"
