"""What tells that a figure is of the vote of a town, where a report names a national one too."""

from __future__ import annotations

import re

from tui.extract.findings import ContestMention

_BODY = (
    r"(?:(?P<capital>capital['’]s)\s(?:[a-z]+\s)?|(?:new\s)?(?:[\w-]+seat\s)?(?:[A-Z][a-z]+\s)?"
    r"(?i:city|town|municipal|local|district)\s)(?i:council|assembly|parliament)\b"
)
ON_BODY = re.compile(
    r"\)?\s?(?:(?:of\s(?:the\s)?)?(?:seats|mandates|votes?)\s)?(?:and\s[0-9]+\s(?:seats|mandates)\s)?"
    rf"(?:on|in|for)\s(?:the\s)?{_BODY}"
)
"""What behind seats or a share tells that they are those of a town."""
_VOTE_SAID = re.compile(
    r"\b(?:local|municipal|city|council|mayoral)\s(?:elections?|vote|polls?|ballot)\b"
    rf"|\b(?:[Oo]n|[Ii]n|[Ff]or)\s(?:the\s|[A-Z][a-z]+['’]s\s)?{_BODY}"
)
"""What ahead of a figure tells that it is of no national election."""
_NATIONAL = re.compile(
    r"\bin\s(?:the\s)?(?:new\s|next\s|national\s)?(?:parliament|[Nn]ational\s[Aa]ssembly)\b|\bnationwide\b"
)
_NEXT = re.compile(r"[;,]|\band\b")
"""What ends the clause of a figure."""
_ONLY_VOTE = re.compile(
    r"(?:(?:The|Results?|Count|Vote|Turnout|count|results?|vote|turnout|in|of|from|the)\s)*$"
)
_ONLY_PLACE = re.compile(
    r"(?:\s(?:in|of)\s[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,2}|\s[0-9]{4}|[,:]?\sresults?)*\s*"
)
"""What may stand before and behind the election in a heading that is nothing else."""


def said(text: str, start: int, at: int, end: int, stop: int) -> re.Match[str] | None:
    """What tells that a figure of a sentence is of a town: the body right behind it, or words
    ahead of it, unless the sentence tells that it is of the whole country."""
    behind = ON_BODY.match(text, end, stop)
    clause = _NEXT.search(text, end, stop)
    if (
        behind
        or national(text, start, at)
        or national(text, end, clause.start() if clause else stop)
    ):
        return behind
    return _VOTE_SAID.search(text, start, at)


_WHOLE = re.compile(
    r"\b(?:[Nn]ation-?wide|[Nn]ationally|[Cc]ountrywide|[Aa]cross\sthe\s(?:whole\s)?country"
    r"|[Ii]n\sthe\scountry\sas\sa\swhole)\b"
)
_ANOTHER_PLACE = re.compile(
    r"\b[Ii]n\s(?:the\s)?(?:[a-z]+\s)?"
    r"(?:city|town|village|municipality|region|district|county|province|borough|state)\s(?:of\s)?"
    r"(?P<place>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,2})"
)


def elsewhere(text: str, start: int, at: int, end: int, stop: int, one: ContestMention) -> bool:
    """Whether a figure is of no election of a town that would be its own: its clause tells of the
    whole country, or names another town."""
    clause = _NEXT.search(text, end, stop)
    behind = clause.start() if clause else stop
    whole = _WHOLE.search(text, start, at) or _WHOLE.search(text, end, behind)
    if whole and "elections" not in text[one.start : one.end]:
        return True
    told = [*_ANOTHER_PLACE.finditer(text, max(start, one.end if one.end < at else start), at)]
    place = one.contests[0].place
    return (
        bool(told and place) and told[-1]["place"] not in place and place not in told[-1]["place"]
    )


def national(text: str, start: int, stop: int) -> bool:
    """Whether words tell of the whole country."""
    return _NATIONAL.search(text, start, stop) is not None


def heads(text: str, start: int, at: int, end: int) -> bool:
    """Whether a line is nothing but the election that it names: "The count in Brod", and no
    "Protest over the local election"."""
    stop = text.find("\n", end)
    ahead = _ONLY_VOTE.match(text, start, at)
    return ahead is not None and bool(_ONLY_PLACE.fullmatch(text, end, stop if stop >= 0 else end))
