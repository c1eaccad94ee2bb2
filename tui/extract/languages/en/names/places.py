"""A name that is also a place: whether it stands as a place where it stands.

"In Serbia" and "the capital, Belgrade" are places; "Serbia denied", "loyal to Serbia" and
"Serbia's claim" are a power that acts, is dealt with, or owns.
"""

from __future__ import annotations

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.tokens import NameSentence

PLACE_PREPOSITIONS = frozenset(
    """in at near from outside inside across into throughout around within to through toward
    towards""".split()
)
TOWARDS_PEOPLE = frozenset(
    """according letter loyal close opposed married attributed thanks spoke talked speaking talking
    listening listened message question response support vote votes endorsement endorsed quote
    statement tweet email emails comments remarks donation donations belonging related due next
    lost losing losses compared""".split()
)
DEALINGS = frozenset(
    """independence independent orders order support help pressure aid money threats response
    approval answer loyalty loyal letter message concessions close apart""".split()
)
"""What one has from or to a power, not from or to a place."""
PLACE_APPOSITIONS = frozenset(
    """capital city town village region province state county cities towns villages municipalities
    municipality hamlets suburbs suburb provinces counties""".split()
)
_PLACES_OF = PLACE_APPOSITIONS | frozenset(
    "people citizens residents region part parts north south".split()
)
_PASSED_OVER = frozenset("the both mainly mostly".split())


def placed(line: NameSentence, at: int, length: int) -> bool:
    """Whether a name that is also a place stands as a place here."""
    words = line.words
    if words[at + length - 1].possessive:
        return False
    if line.of_a_city:
        return True  # "With its population of ..., Novigrad" is the city.
    back = at - 1
    while back >= 0 and (
        words[back].lower in _PASSED_OVER
        or words[back].demonym
        or words[back].lower.endswith(("bouring", "boring", "nearby", "ern"))
    ):
        back -= 1
    if back < 0:
        return False
    before = words[back]
    gap = line.text[line.end(back) : line.starts[at]]
    if gap.strip(" \n") not in ("", "the", "both") and any(mark in gap for mark in ",;:.—–("):
        # ", Serbia," behind another place is a place; otherwise a new clause begins.
        return gap.strip() == "," and before.capital and _before_comma(line, at)
    second = words[back - 1].lower if back > 0 else ""
    if before.lower in ("from", "to") and second in DEALINGS:
        return False
    if before.lower in PLACE_PREPOSITIONS or before.lower in PLACE_APPOSITIONS:
        return True
    if before.lower == "of":
        return second in _PLACES_OF
    if before.lower == "and" and back > 0:
        # "in Serbia and Kosovo": the preposition governs both.
        return any(word.lower in PLACE_PREPOSITIONS for word in words[max(0, back - 3) : back])
    return before.lower == "for" and second in lex.ROLE_NOUNS


def _before_comma(line: NameSentence, at: int) -> bool:
    return at + 1 >= len(line) or line.gap(at + 1).startswith((",", "."))


def at_place(line: NameSentence, first: int) -> bool:
    """Whether a preposition of place governs an unknown name; "to" and "from" do but
    behind a word that people are the object of ("according to")."""
    before = line.words[first - 1].lower
    second = line.words[first - 2].lower if first > 1 else ""
    if before == "of":
        return second in PLACE_APPOSITIONS
    if before == "and":
        return _second_place(line, first)
    if before in ("to", "from", "through", "toward", "towards", "within"):
        return second not in TOWARDS_PEOPLE
    return before in PLACE_PREPOSITIONS


def _second_place(line: NameSentence, first: int) -> bool:
    """Whether the first of two joined names is a place's: "in Brod and Stari Rog"."""
    at = first - 2
    while at > 0 and line.words[at].capital and not line.gap(at + 1).strip():
        at -= 1
    end = first
    while end + 1 < len(line) and line.words[end].capital and not line.gap(end + 1).strip():
        end += 1
    if line.words[end].lower in PLACE_PREPOSITIONS:
        return False  # "Ana Weaver in Brod and Bruno Lind in Stari Rog"
    joined = 0 < first - 2 - at < 4 and not line.gap(at + 1).strip()
    return joined and line.words[at].lower not in ("to", "and") and at_place(line, at + 1)
