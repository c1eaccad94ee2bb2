"""What one word that speaks, and that nothing else in a text types, is the name of."""

from __future__ import annotations

import re

from tui.model import ActorType

_FIRM = (
    r"(?:company|firm|manufacturer|supplier|vendor|bank|operator|carrier|maker|producer|provider)"
)
_OFFICES = r"(?:foreign|prime|defen[cs]e|interior)\sminist(?:er|ry)|parliament|embassy|ambassador"


def kind(text: str, name: str) -> ActorType:
    """The type of a lone name that speaks: a company where it is told to be one ("Vendrix, a maker
    of ballot boxes"), a state where it has what states have ("Arvika's foreign minister"), else a
    person."""
    own = re.escape(name)
    if re.search(rf"\b{own},\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?{_FIRM}\b", text):
        return "institution"
    if re.search(rf"\b{own}['’]s?\s(?:{_OFFICES})\b", text):
        return "state"
    return "person"
