"""What a noun names as a happening: its phrase, and the title that this makes."""

from __future__ import annotations

from collections.abc import Collection

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, ClauseTokens, border
from tui.model import EventStatus

_ENDS_PHRASE = lex.SUBORDINATORS | lex.AUXILIARIES | {"to"}
_NO_ADJECTIVES = DETERMINERS | lex.PREPOSITIONS | lex.PRONOUNS | lex.SUBORDINATORS | lex.AUXILIARIES
_WHICH_OF_ALL = frozenset(
    "recent last latest largest biggest larger bitter planned previous brief".split()
)
"""Adjectives that name nothing without the day of which they are said."""
_HELD = frozenset("vote rerun protest strike debate meeting recount trial".split())
_OF_SOMEBODY = frozenset("meeting speech trial".split())
"""Sorts of which one that is over tells nothing unless somebody is named: "Meeting held"."""
_FEW = 2
_STANDING = {"happened": "held", "planned": "planned"}
MAYBE = frozenset("possible potential likely expected eventual hypothetical".split())
"""Adjectives of what may never take place."""
_DANGLES = lex.PREPOSITIONS | DETERMINERS | {"and"}
_JOINS = frozenset("of in into on over for against between by at to with outside".split())
_PLACING = frozenset("in at with outside".split())


def noun_phrase(
    tokens: ClauseTokens, at: int, dated: Collection[int], verbs: Collection[int]
) -> tuple[int, int]:
    """The tokens of the phrase around a noun: whose it is, its adjectives, and what it is "of"."""
    return _begin_of_phrase(tokens, at, dated, verbs), _end_of_phrase(tokens, at, dated, verbs)


def _begin_of_phrase(
    tokens: ClauseTokens, at: int, dated: Collection[int], verbs: Collection[int]
) -> int:
    lowers = tokens.lowers
    first = at
    nearest = 0
    while first > 0 and at - first < 8 and not tokens.gap(first).strip(" ,"):
        lower = lowers[first - 1]
        if tokens.possessive(first - 1) and first - 1 not in dated:
            first = nearest = _owner(tokens, first - 1)
            break
        if first - 1 in dated:
            if tokens.possessive(first - 1) or (nearest and first not in dated):
                break
            nearest = nearest or first  # "Brod's 3 May primary"
        elif (
            first - 1 in verbs
            or lower in _NO_ADJECTIVES
            or border(tokens, first)
            or (lower in cues.LEMMAS and not lower.endswith("ed"))
            or (first in tokens.commas and not lower.endswith(("al", "ic", "ary", "ed")))
        ):
            break
        first -= 1
    first = nearest or first
    while first < at and (lowers[first] in ("and", "or", "also") or lowers[first] in _WHICH_OF_ALL):
        first += 1
    return first


def _owner(tokens: ClauseTokens, at: int) -> int:
    """The first word of whose something is, which ends at a position: "New Brod's", "the coastal
    Brod region's"; behind the last word where that is no name."""
    first = at + 1
    while first > 1 and tokens.capital(first - 1) and (first > at or not tokens.marked(first)):
        first -= 1
    if first == at + 1 and at > 1 and tokens.capital(at - 1) and not tokens.marked(at):
        first = at - 1
    return first


def _end_of_phrase(
    tokens: ClauseTokens, at: int, dated: Collection[int], verbs: Collection[int]
) -> int:
    lowers = tokens.lowers
    last = at + 1
    while last < len(tokens) and last - at < 12:
        lower = lowers[last]
        if tokens.marked(last) or last in verbs or border(tokens, last):
            break
        if last in dated and not any(
            tokens.possessive(n) for n in range(last, last + 2) if n in dated
        ):
            behind = next((n for n in range(last, len(tokens)) if n not in dated), last)
            if behind == last or not _goes_on(tokens, behind):
                break
            last = behind + 1  # "talks on Monday | with the miners"
            continue
        if last == at + 1 and lower not in _JOINS:
            break
        if lower in _PLACING and not _goes_on(tokens, last):
            break
        if lower == "as":
            break
        if lower == "with" and lowers[last + 1 : last + 2] and lowers[last + 1][0].isdigit():
            break
        if lower in _ENDS_PHRASE or lower in lex.SUBJECT_PRONOUNS:
            break
        if lower.endswith("ing") and lowers[last - 1] not in lex.PREPOSITIONS:
            break
        last += 1
    while last > at + 1 and lowers[last - 1] in _DANGLES:
        last -= 1
    return last


def _goes_on(tokens: ClauseTokens, at: int) -> bool:
    """Whether a preposition leads on to a name: "with Kos", "in the town of Brod"."""
    if tokens.lower(at) not in _PLACING or tokens.marked(at):
        return False
    return any(map(tokens.capital, range(at + 1, min(at + 5, len(tokens)))))


def noun_title(words: str, sort: str, status: EventStatus) -> str:
    """The title of a happening that a noun names: one word alone ("Vote") tells too little."""
    over = sort in _OF_SOMEBODY and status == "happened"
    if over and words.count(" ") < _FEW and words[1:].islower():
        return ""
    if " " in words or not words:
        return words
    if status == "ongoing":
        return f"{words} under way"
    if status == "demanded":
        return f"{words} demanded"
    return f"{words} {_STANDING[status]}" if sort in _HELD and status in _STANDING else ""
