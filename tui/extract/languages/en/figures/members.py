"""Seats by those who sit on them: "the list has 18 deputies"."""

from __future__ import annotations

import re

from tui.extract.text.late_pattern import late

_MEMBERS = late(
    r"\s(?:municipal\s|city\s|local\s)?(?:MPs?|deput(?:y|ies)|councillors?|councilors?|lawmakers?"
    r"|legislators?)\b(?!\sand\b(?!\sthat\b)|['’]|\swith\s(?:it|them|him|her)\b)"
)
_HAVING = late(
    r"\b(?:has|have|had|having|gets?|got|won|wins?|winning|holds?|held|holding|elects?|elected|electing|takes?|took|secur(?:es?|ed|ing)|represented\sby|with)"
    r"\s(?:a\stotal\sof\s|now\s|only\s|just\s|all\s)?(?:[\w-]+\s(?:out\s)?of\s(?:the\s|its\s)?)?$"
)
"""A verb of a party that has them; police that has them has arrested them."""
_TAKING = late(r"\b(?:takes?|took|taking)\s(?:[\w-]+\s){0,3}$")
_IT_TAKES = late(r"\b[Ii]t\s(?:takes|(?:will|would|could|may|might)\stake)\s(?:[\w-]+\s){0,3}$")
"""What stands before so many as are needed."""
_TAKEN_TO = late(r"[^.,;]{0,20}\s(?:to\s[a-z]|for\s(?:an?|the)\s)")
"""What tells that so many are needed for something: "12 lawmakers to pass the bill"."""
_PAIRED = late(r"\b(?:and|or|for|with|equal\sto|meaning|i\.e\.|giving\sit)\s$|,\s$")
"""What stands between a share and those who sit for it."""


def sitting(before: str, after: str, beside: bool) -> re.Match[str] | None:
    """Those who sit for somebody, behind a number between two stretches of a sentence; ``beside``
    is whether the number before it is a share or votes."""
    found = _MEMBERS.match(after)
    if not found or not ((beside and _PAIRED.search(before)) or _HAVING.search(before)):
        return None
    taken = _TAKING.search(before) and _TAKEN_TO.match(after, found.end())
    return None if taken or _IT_TAKES.search(before) else found
