"""Where a figure stands in its sentence: its words, who is named there, the figures before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.extract.findings import Mention
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.figures import clause_words as clause


class Holding(NamedTuple):
    """A figure of the sentence with its subject, for those that follow it."""

    start: int
    end: int
    subject: str | None


class Stand(NamedTuple):
    """Where a figure stands: the clause's text, the names in it, the figures before it."""

    text: str
    start: int
    end: int
    """Of the sentence."""
    at: int
    """Where the figure's passage begins."""
    stop: int
    """Where it ends."""
    mentions: Sequence[Mention]
    before: Sequence[Holding]
    nominals: Mapping[str, str | None]
    """Whom "opposition coalition" and the like stand for in this text; see ``nominals``."""
    earlier: Mapping[str, str | None]
    """Whom the sentence before leaves for "it" and "she": a party, a person."""
    row: bool = False
    """Whether the words are a row of a list: a name, and what it got."""
    listed: bool = False
    """Whether the noun stands with a figure before it: "the list 28"."""
    upper: bool = False
    """Whether it is the second of a range, "40 to 45 percent"."""


_HOLDERS = frozenset({"person", "party", "coalition", "group", "institution"})
"""Who can win a share; a state or a newspaper that is named beside it does not."""
_COUNTERS = re.compile(
    r"\b(?:[Cc]ommission|[Oo]ffice|[Tt]ribunal|[Aa]uthority|[Bb]ureau|[Cc]ouncil|[Mm]inistry|[Ii]nstitute|[Cc]ourt"
    r"|[Cc]ommittee|[Pp]ollsters?|[Aa]ssembly|[Pp]arliament|[Pp]olice|[Mm]ission|[Ff]oundation|[Uu]niversity"
    r"|[Aa]gency|[Gg]overnment|[Cc]ongress|[Ss]enate|[Hh]ouse)\b|^(?:OSCE|ODIHR|CeSID|CRTA|IPSOS|Ipsos|EU|UN|RIK|CEC)$"
)
"""Who counts, asks or sits, and stands for no election."""


def nominals(text: str, mentions: Sequence[Mention]) -> dict[str, str | None]:
    """The last two words of each phrase that was resolved to an actor ("Serbia's biggest
    opposition coalition"): the same words in another phrase mean the same actor. None where
    two actors are called so."""
    found: dict[str, str | None] = {}
    for mention in mentions:
        if mention.type not in _HOLDERS:
            continue
        if mention.named:
            called = clause.CALLED.search(text, max(0, mention.start - 30), mention.start)
            words = called["kind"].lower().split() if called else []
        else:
            words = text[mention.start : mention.end].lower().split()
        if len(words) > 1:
            key = " ".join(words[-2:])
            found[key] = mention.actor if found.get(key, mention.actor) == mention.actor else None
    return found


def owner(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str | None:
    """The actor in whose possession the counted things are: ``the EU’s 27 member states``."""
    for mention in mentions:
        if mention.end <= start and clause.OWNS.fullmatch(text, mention.end, start):
            return mention.actor
        if mention.start >= end and re.fullmatch(r"\sof\s(?:the\s)?", text[end : mention.start]):
            return mention.actor
    return None


def holds(mention: Mention, words: str) -> bool:
    """Whether who is named so can win something in an election."""
    if mention.type == "group" and words.lower() in lex.PLURAL_PEOPLE - {"independents"}:
        return False  # "Analysts say the party will win ten seats."
    return mention.type in _HOLDERS and not (
        mention.type in ("institution", "group") and _COUNTERS.search(words)
    )


UNTOLD = "?"
"""The actor of a mention that is only a part of somebody's name: a figure of it is nobody's."""


def told(subject: str | None) -> str | None:
    """Whose a figure is, where that is told."""
    return None if subject == UNTOLD else subject


NOT_HERE = ""
"""What a rule answers where it does not apply; None is "applies, and nobody can be told"."""


def named_in(stand: Stand, start: int, end: int) -> list[Mention]:
    """Those named between two places who can win something; ``mentions`` has no others."""
    return [mention for mention in stand.mentions if mention.start >= start and mention.end <= end]


_DASHED = re.compile(r"(?:Xx+|\b[A-Z][a-z][\w’-]*)\s[–-]\s$")


def beside_another(stand: Stand, mention: Mention, since: int = 0) -> bool:
    """Whether somebody is the second of two that have one thing together, or that one list is
    called by."""
    return _DASHED.search(stand.text, since, mention.start) is not None or any(
        other.actor != mention.actor
        and other.end <= mention.start
        and clause.COORDINATED.fullmatch(stand.text, other.end, mention.start)
        for other in named_in(stand, max(stand.start, since), mention.start)
    )
