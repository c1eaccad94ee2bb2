"""Whether a clause speaks of what has been or of what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.languages.sr.times.calendar import Lean
from tui.extract.languages.sr.times.words import (
    ANNOUNCED,
    CALLED,
    CLAUSES,
    DONE,
    FUTURE,
    HELD,
    NOT_DONE,
)
from tui.extract.languages.sr.words import DID

_PASSIVE = ("en", "an", "eno", "ano", "ena", "ana", "eni", "ani", "ene", "ane", "to", "ta", "ti")
_AUXILIARIES = frozenset("je su sam smo bio bila bilo bili bile".split())
_MOST = 30
"""Words of a clause on either side of an expression that are looked at."""


def of_clause(text: str, words: Sequence[NameToken], at: int, low: int, high: int) -> Lean:
    """What the clause of a word, between two words of its sentence, speaks of."""
    first, last = at, at + 1
    while first > max(low, at - _MOST):
        if _parts(text, words, first) or words[first].key in CLAUSES:
            break
        first -= 1
    while last < min(high, at + _MOST):
        if _parts(text, words, last) or words[last].key in CLAUSES:
            break
        last += 1
    keys = [word.key for word in words[first:last]]
    before = [word.key for word in words[max(first, at - 2) : at]]
    if any(key.startswith(CALLED) for key in before):
        return ""  # Elections are called on one day, and for another.
    told = _lean(keys)
    if not told and any(key.startswith(HELD) for key in before):
        return "past"  # "rezultat izbora održanih 28. decembra"
    return told


def of_sentence(words: Sequence[NameToken], at: int, low: int, high: int) -> Lean:
    """What the words around an expression speak of, whatever their clauses: "future" where
    nothing in them is told as done."""
    if any(word.key.startswith(ANNOUNCED) for word in words[low:high]):
        return "future"
    near = [word.key for word in words[max(low, at - 12) : min(high, at + 12)]]
    if any(word in FUTURE for word in near):
        return "future"
    return "past" if _done(near) else "future"


def _parts(text: str, words: Sequence[NameToken], at: int) -> bool:
    """Whether a mark parts a word from the one before."""
    gap = text[words[at - 1].end : words[at].start]
    return gap != "," and not set(gap).isdisjoint(",;:–—()")  # "8,4 odsto"


def _lean(keys: Sequence[str]) -> Lean:
    if any(word in FUTURE for word in keys) or any(word.startswith(ANNOUNCED) for word in keys):
        return "future"
    if not NOT_DONE.isdisjoint(keys):
        return ""
    return "past" if _done(keys) else ""


def _done(keys: Sequence[str]) -> bool:
    if any(word.endswith(DID) and len(word) > 3 and word not in DONE for word in keys):
        return True
    helped = not _AUXILIARIES.isdisjoint(keys)
    return helped and any(word.endswith(_PASSIVE) and len(word) > 4 for word in keys)
