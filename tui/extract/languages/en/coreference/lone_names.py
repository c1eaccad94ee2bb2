"""What one word that speaks, and that nothing else in a text types, is the name of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.digests import slug
from tui.extract.languages.en.coreference.nominal_words import LONE, NO_NAMES
from tui.extract.languages.en.names.mentions import NameFinder
from tui.model import ActorType

_IS_FIRM = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}?"
    r"(?:company|firm|manufacturer|supplier|vendor|bank|operator|carrier|maker|producer|provider)\b"
)
_HAS_OFFICES = re.compile(
    r"['’]s?\s(?:(?:foreign|prime|defen[cs]e|interior)\sminist(?:er|ry)"
    r"|parliament|embassy|ambassador)\b"
)
"""What stands right behind a name."""


def may_be(names: NameFinder, core: str) -> bool:
    """Whether a word that speaks may be a name."""
    if slug(core) in names.actors:
        return True
    return core not in names.kinds.firms and names.kinds.lone_person(core)


def may_be_full(names: NameFinder, core: str) -> bool:
    """Whether two words that speak are a person's name that nothing else in the text tells."""
    words = core.split()
    new = slug(core) not in names.actors and all(LONE.fullmatch(word) for word in words)
    return new and all(
        word.lower() not in NO_NAMES and names.kinds.lone_person(word) for word in words
    )


def kind(text: str, name: str) -> ActorType:
    """The type of a lone name that speaks: a company where it is told to be one ("Vendrix, a maker
    of ballot boxes"), a state where it has what states have ("Arvika's foreign minister"), else a
    person."""
    ends = list(_ends(text, name))
    if any(_IS_FIRM.match(text, end) for end in ends):
        return "institution"
    if any(_HAS_OFFICES.match(text, end) for end in ends):
        return "state"
    return "person"


def _ends(text: str, name: str) -> Iterator[int]:
    """Where a name ends at each of its places."""
    at = text.find(name)
    while at >= 0:
        if not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
            yield at + len(name)
        at = text.find(name, at + 1)
