"""The cues of English, from ``cues.toml``, which describes each in one row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tui.extract.languages.en.morphology import forms
from tui.extract.languages.en.words import table

CueClass = Literal["speech", "stance", "mind"]


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that is a cue; the head of ``cues.toml`` explains the columns."""

    lemma: str
    cls: CueClass | Literal[""]
    takes: tuple[str, ...] = ("quote",)
    stance: str = "statement"
    reports: bool = True
    addressee: Literal["", "sometimes", "always"] = ""
    plural_noun: bool = False
    attributes: bool = True
    dialogue: bool = False
    passive: bool = False
    goes_on: bool = False
    relays: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb that is a cue with the word behind it alone ("pointed out")."""

    second: str
    lemma: str
    """The cue that it stands for; "" where that stands behind "to" ("went on to say")."""


_TABLE = table("cues")
_DEFAULTS: Mapping[CueClass, Mapping[str, Any]] = {
    "mind": {"takes": (), "reports": False},
    "stance": {"takes": ("quote",)},
    "speech": {"takes": ("clause", "quote"), "dialogue": True, "passive": True},
}

VERBS: dict[str, CueVerb] = {
    lemma: CueVerb(
        lemma, cls, **defaults | row | {"takes": tuple(row.get("takes", defaults["takes"]))}
    )
    for cls, defaults in _DEFAULTS.items()
    for lemma, row in _TABLE[cls].items()
}
"""The verbs by their base form."""

LEMMAS: dict[str, str] = {form: lemma for lemma in VERBS for form in forms(lemma)}
"""The verb of each form."""

PHRASES: dict[str, Phrase] = {
    form: Phrase(words.split()[1], row["for"])
    for words, row in _TABLE["phrases"].items()
    for form in row["forms"].split()
}
"""The verbs that are cues with a second word alone, by their forms."""

NOUNS: dict[str, str] = {
    form: noun for noun in _TABLE["nouns"]["that"].split() for form in (noun, f"{noun}s")
}
"""Nouns that "that" and what is said may follow, singular and plural."""

VOICING = frozenset(form for verb in _TABLE["nouns"]["voicing"].split() for form in forms(verb))
"""Forms of verbs by which somebody says what such a noun tells: "voiced concern that"."""

DOCUMENTS = frozenset(_TABLE["nouns"]["documents"].split())
"""Nouns for what people speak or write in: a statement, a letter."""

OPINIONS = frozenset(_TABLE["nouns"]["opinions"].split())
"""Nouns by which "in his words" attributes what stands beside it."""


def verbs(**wanted: object) -> frozenset[str]:
    """The base forms of the verbs whose columns are as wanted."""
    return frozenset(
        lemma
        for lemma, verb in VERBS.items()
        if all(getattr(verb, column) == value for column, value in wanted.items())
    )


def form_set(lemmas: frozenset[str]) -> frozenset[str]:
    """All forms of some verbs."""
    return frozenset(form for lemma in lemmas for form in forms(lemma))


SPEECH, STANCE, MIND = verbs(cls="speech"), verbs(cls="stance"), verbs(cls="mind")
PLURAL_NOUNS = frozenset(forms(lemma).third for lemma in verbs(plural_noun=True))
"""Forms that are as often plural nouns as verbs."""
DIALOGUE = form_set(verbs(dialogue=True))
"""Forms that may stand behind quoted speech as its cue."""
GOES_ON = form_set(verbs(goes_on=True))
"""Forms of cues that follow upon what was said before."""

_ACCORDING = CueVerb("according", "")
"""Stands for a cue that is no verb, and for those of phrases."""


def cue_verb(lemma: str) -> CueVerb:
    """What is known of a cue by its base form: the verb, or what all others share."""
    return VERBS.get(lemma, _ACCORDING)
