"""What one word that speaks, and that nothing else in a text types, is the name of."""

from __future__ import annotations

import re

from tui.extract.text.late_pattern import late
from tui.model import ActorType

_ITSELF = late(
    r"(?:,\s[^.;,\n]{3,80},)?\s(?:has\s|had\s|also\s|later\s)?[a-z]+\s(?:that\s)?"
    r"(?:its\s|it\s(?:(?:would|will|had|has|did|does)\s(?:not\s|also\s)?)?(?P<acts>[a-z]+)\b)"
)
"""What may be said of itself: "said its machines ...", "denied it had sent troops"."""
_OF_BODIES = late(
    r"(?:regret|respect|recogni[sz]|condemn|sue|appeal|comp(?:ly|lied)|withdr[ae]w|welcom|deploy|suspend"
    r"|expel|participat|boycott|clos|sen[dt]\b|recall|hir|sold|sell|appoint|apologi)\w*"
)
"""What bodies do, and no thing or fact that "it" may be."""
_STATE_HAS = late(
    r"\bits\s(?:own\s)?(?:embass(?:y|ies)|ambassadors?|troops|soldiers|army|forces|borders?|territory"
    r"|airspace|foreign\sminist\w+|prime\sminister|parliament|government|citizens|nationals|diplomats)\b"
)
_STATE_S = (
    r"(?:foreign|prime|defen[cs]e|interior|parliament|government|army|troops|border|embassy"
    r"|ambassador|capital|constitution|voters|citizens)"
)
_FIRM = (
    r"(?:company|firm|manufacturer|supplier|vendor|bank|operator|carrier|maker|producer|provider)"
)
_THE_FIRM = late(rf"\b[Tt]he\s{_FIRM}\b|\bheadquarter")

_REACH = 300
"""Characters behind a name in which it may be told what it has."""


def kind(text: str, name: str, end: int) -> ActorType | None:
    """The type of a lone name that speaks and ends at a place: a state or a company by what it has
    or is told to be; None of what acts as bodies do and is told to be neither; else a person."""
    paragraph = text[end : end + _REACH].partition("\n")[0]
    behind = paragraph.partition(". ")[0]
    firm = rf"\b{re.escape(name)},\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?{_FIRM}\b"
    if re.search(firm, text):
        return "institution"
    itself = _ITSELF.match(behind)
    if itself is None:
        return "person"
    acts = _OF_BODIES.match(itself["acts"]) if itself["acts"] else None
    if (not itself["acts"] or acts) and _THE_FIRM.search(text):
        return "institution"
    owns = re.search(rf"\b{re.escape(name)}['’]s?\s{_STATE_S}", text)
    if owns or _STATE_HAS.search(paragraph if acts else behind):
        return "state"
    if acts and re.search(rf"\b[Ii]n\s{re.escape(name)}\b", text):
        return "state"
    return None if acts else "person"
