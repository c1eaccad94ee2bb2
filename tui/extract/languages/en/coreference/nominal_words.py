"""The words of phrases without a name: what opens them, whose they are, and what they end with."""

from __future__ import annotations

import re

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.words import lists, table
from tui.model import ActorType

_WORDS = lists("words", "coreference")

HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Gen|President|Senator)\.?\s+")
LONE = re.compile(r"[^\W\d_a-z][^\W\d_]*[a-z][\w'’-]*")
OPENERS = re.compile(
    r"^(?:(?:the|a|an|some|many|several|most|other|others|all|both|these|those|few|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|dozens|tens|hundreds|thousands|scores|hundred|thousand|million|of|more|than|another"
    r"|own|\d[\d,.]*|\w+-year-old)\s+)+",
    re.IGNORECASE,
)
POSSESSOR = re.compile(r"^(?:(?!\b(?:at|for|from|in|of)\s).)*?(?:['’]s|s['’])\s+")
"""Whose something is; behind a preposition it is no more told: "the head of the city's board"."""
AGED = re.compile(r"[Tt]he \d{1,2}-year-old")
MEMBERS = re.compile(
    r"(?:The )?(?:[Mm]embers|[Dd]eputies|[Ll]awmakers|[Oo]bservers|[Mm]onitors|[Oo]fficials"
    r"|[Ee]xperts|[Rr]epresentatives|[Ii]nspectors) (?:of|from|with) (?:the )?(?P<body>[^,]+)"
)
"""A body that its members are."""
OWN = re.compile(r"^(?:his|her|its|their)\s+", re.IGNORECASE)
TAIL = re.compile(
    r"\s+(?:made|based|including|who|which|that|of|for|in|at|on|from|to|by|with|near|against"
    r"|(?:[a-z]+ed|[a-z]+ing)\s(?:by|in|at|on|for|from|to|up|of|with|the|an?))\b.*$|[,—–(].*$",
    re.DOTALL,
)
_COINED = re.compile(
    r"(?P<the>[Tt]he\s)?(?P<name>(?:[^\W\d_a-z][\w’'-]+\s){0,3}(?P<who>[^\W\d_a-z][\w’'-]+)\s(?:[Ff]or|[Aa]gainst|[Ww]ithout)"
    r"(?:\s(?:an?|the))?(?:\s[^\W\d_a-z][\w’'-]+){1,3})"
)
"""A name that says what somebody is for: "Justice for All"."""
NOMINAL = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[^\W\d_]+['’]s)\s(?:(?!of\b|and\b|in\b|to\b|for\b|by\b|that\b)"
    r"[a-z][\w’'-]*\s){0,3}?(?P<noun>coalition|alliance|party|bloc)\b"
    r"(?=\s*[.,;:—–)]|\s(?:is|was|has|had|have|will|would|said|says|secured|won|got|took|lost|came"
    r"|which|who|that|also|in|on|of)\b)"
)
NOMINAL_NOUNS = frozenset("coalition alliance party bloc".split())
BACK, AHEAD = 240, 120
"""Characters around such a noun that the phrase may have."""
ACTOR_TYPES: dict[str, frozenset[ActorType]] = {
    noun: frozenset(types.split()) for noun, types in table("words")["coreference"]["types"].items()
}
"""Nouns for bodies, and the types of actors that each may stand for."""
INSTITUTIONS = _WORDS["institutions"]
COME_BY = _WORDS["come_by"]
POWER = _WORDS["in_power"], _WORDS["out_of_power"]
"""Words for who governs, and for who does not: nobody does both."""
OFFICE_BODIES = _WORDS["office_bodies"]
_BODY_OF = re.compile(
    r"(?P<noun>[a-z]+)\sof\s[a-z]+(?:\s(?:and\s)?[a-z]+)?|(?:[a-z-]+\s){1,2}of\s[a-z]+['’]s\soffice"
)
"""A body with what it is of ("board of elections"), or the office of who is ("secretary of state's
office")."""
DOCUMENTS = cues.DOCUMENTS | _WORDS["documents"]
VAGUE = frozenset("many some others sources reports people members men women source".split())
_ANYBODY = _WORDS["anybody"]
NO_NAMES = VAGUE | _ANYBODY | lex.CALENDAR | lex.PLURAL_PEOPLE
IN_SHORT = frozenset("mp mep pm fm vp ceo".split())
_CUTTING = frozenset("in after before than as while when because".split())
_OF_CLAUSES = frozenset("reason place way time day moment thing year".split())
"""Nouns behind which a clause needs no "that"."""
_PEOPLE, _PLURALS = lex.PLURAL_PEOPLE - DOCUMENTS, lex.ROLE_NOUNS | lex.GROUP_NOUNS


def coined(words: str) -> tuple[str, ActorType] | None:
    """The group of such a name, or the office that "the Commissioner for Equality" is; with more
    behind it that is somebody's name."""
    found = _COINED.fullmatch(words)
    if found is None or found["who"].lower() not in lex.ROLE_NOUNS - {"justice"}:
        return (words, "group") if found else None
    alone = found["the"] and words.split()[-2] == "for"
    return (found["name"], "institution") if alone else None


def cut_out(core: str) -> bool:
    """Whether words were cut out of more than a phrase: "in ten voters" of "six in ten voters",
    "years after voters", "cheering the crowd", "reason Greens" of "the reason Greens left"."""
    first, *rest = core.split()
    lower = first.lower()
    does = lower.endswith("ing") and bool(rest) and rest[0].lower() in lex.DETERMINERS
    names = lower in _OF_CLAUSES and bool(rest) and rest[0][0].isupper()
    return does or names or not _CUTTING.isdisjoint([lower, *(word.lower() for word in rest)])


def whole_body(words: str) -> str:
    """The words of a body that "of" tells from others of its kind; "" where they are none."""
    found = _BODY_OF.fullmatch(words)
    return words if found and (found["noun"] is None or found["noun"] in INSTITUTIONS) else ""


def are_people(noun: str) -> bool:
    """Whether a noun is one of people: "voters", "the crowd"."""
    return (
        noun in _PEOPLE
        or noun in lex.GROUP_NOUNS
        or (noun.endswith("s") and noun[:-1] in _PLURALS)
        or noun.endswith(("ers", "ors", "ists", "ians", "ees"))
    )
