"""Which events tell how a vote went: what is won and lost in a vote, and what elsewhere."""

from __future__ import annotations

import re

from tui.extract.findings import EventMention
from tui.extract.languages.en.contests.naming import COUNTED

OF_VOTES = frozenset("winning losing finish".split())
"""Sorts of acts that tell how a vote went, where they are of a vote."""
_RESULTS = OF_VOTES | {"lose", "ballot"}
_LARGEST = re.compile(r"\b(?:largest|biggest|strongest)\b")
_AT_POLLS = re.compile(r"\b(?:voted (?:in|at|early|abroad|from)\b|voted$|cast\b)")
_ELSEWHERE = re.compile(
    r"\b(?:appeals?|cases?|courts?|lawsuits?|trials?|match(?:es)?|games?|cup|titles?|medals?|prizes?"
    r"|awards?|leadership|by-elections?|contracts?|tenders?|nomination|primary|life|lives|jobs?"
    r"|euros?|dollars?)\b",
    re.IGNORECASE,
)
"""What else is won or lost."""
_IN_A_VOTE = re.compile(
    r"\b(?:votes?|seats?|mandates?|percent|per cent|elections?|polls?|ballots?|majority|rounds?"
    r"|run-?offs?|race|presidency|mayoralty|power|office|term|unseat\w*|outpoll\w*)\b|%|\d"
    r"|\b(?:won|lost|defeated|beaten)(?: \w+ly)?(?:$| (?:in|by|with|against|to)\b)"
    r"|\b(?:defeat|beat|trounce)(?:s|d|ed|en)?(?-i: [^\W\d_a-z])",
    re.IGNORECASE,
)
"""What is won or lost in a vote, and verbs that say no more than that somebody did."""


def is_result(event: EventMention) -> bool:
    """Whether an event tells how a vote went; "voted against the motion" is none at the polls."""
    if event.sort == "lose":
        return "percent" not in event.title and "%" not in event.title
    if event.sort == "becoming":
        return bool(_LARGEST.search(event.title))
    if event.sort == "ballot":
        return bool(_AT_POLLS.search(event.title))
    if event.sort in ("winning", "losing") and not _IN_A_VOTE.search(event.title):
        return False
    if event.sort == "finish" and " came " in event.title and not COUNTED.search(event.title):
        return False
    return event.sort in _RESULTS and not _ELSEWHERE.search(event.title)


def is_election(event: EventMention) -> bool:
    """Whether an event is an election itself, and no vote of a parliament."""
    return event.sort == "vote" and "election" in event.title.lower()
