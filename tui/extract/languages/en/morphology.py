"""The forms of English verbs: irregular ones from a table, the others by their endings."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tui.extract.languages.en.words import lists, table

_VERBS = table("verbs")
IRREGULAR = {verb: row["forms"].split() for verb, row in _VERBS["irregular"].items()}
"""The other forms of irregular verbs, by their base."""
_NOUNS_IN_LY = lists("words")["nouns_in_ly"]
_DOUBLED = frozenset(_VERBS["doubled"]["verbs"].split())
_SHORT = re.compile(r"(?:[^aeiou]|qu)*[aeiou][bdglmnprtz]")
"""A verb of one syllable with a short vowel: its last letter is doubled ("begged")."""

PASTS = frozenset(
    row["forms"].split()[1] for row in _VERBS["irregular"].values() if row.get("heads")
)
"""Irregular past forms that head a clause wherever they stand."""


def is_adverb(word: str) -> bool:
    """Whether a word in small letters ends as adverbs do: "a family" and "an ally" are none."""
    return word.endswith("ly") and word not in _NOUNS_IN_LY


class Forms(NamedTuple):
    """The forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


@cache
def forms(verb: str) -> Forms:
    """The forms of a verb, from its base."""
    if verb in IRREGULAR:
        return Forms(verb, *IRREGULAR[verb])
    if verb in _DOUBLED or _SHORT.fullmatch(verb):
        last = verb[-1]
        return Forms(verb, f"{verb}s", f"{verb}{last}ed", f"{verb}{last}ed", f"{verb}{last}ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return Forms(verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb[:-1]}ied", f"{verb}ing")
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"
    if verb.endswith("e"):
        return Forms(verb, third, f"{verb}d", f"{verb}d", f"{verb[:-1]}ing")
    return Forms(verb, third, f"{verb}ed", f"{verb}ed", f"{verb}ing")
