"""Whose party is whose: "the Blue List, led by Ana Ilic", "Ilic's list", "her coalition".

A report names a party and who leads it once, and then tells of "his bloc" or "the party of the
prime minister". Two names that stand side by side tell it by the words between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.extract.findings import Mention

_NOUN = r"(?:party|list|slate|ticket|coalition|alliance|bloc|movement|camp|group|grouping)"
_LEADER = (
    r"(?:(?:deputy|party|co-|list|former|then-?|acting|founding|group)\s?)*(?:leaders?|presidents?|heads?|chair(?:man|woman|person)?"
    r"|founders?|candidates?|nominees?|frontman|frontrunner|contender|chief|standard-bearer)"
)
_TITLES = (
    r"(?:(?:caretaker|outgoing|incumbent|former|acting|prime|then|current|opposition|interim|doctor|lawyer|mayor|professor"
    r"|economist|journalist|actor|businessman|populist|nationalist|pro-[a-z]+|[a-z]+ist|[a-z]+er|[a-z]+or|[A-Z][a-z]+)\.?\s){0,5}"
)
_QUALITY = r"(?:(?!(?:of|by|with|for|and|from)\b)[\w-]+\s){0,4}"
_ABBREVIATION = r"(?:\s?\([^()\n]{1,30}\))?"
_MARK = r"[“”„\"«»]?"

_OF_PERSON = re.compile(
    rf"['’]s?\s{_QUALITY}(?:{_NOUN},?\s)?(?:the\s)?{_MARK}"
    rf"|{_ABBREVIATION},?\s(?:who\s)?(?:is\s|was\s)?(?:also\s)?(?:the\s|a\s|an\s)?{_QUALITY}{_LEADER}\s(?:of|for)\s(?:the\s)?{_QUALITY}{_MARK}"
    rf"|,?\s(?:who\s)?(?:leads|heads|led|headed|founded|chairs|runs)\s(?:the\s)?{_QUALITY}{_MARK}"
    rf"|\s?\({_MARK}"
    rf"|,?\sof\s(?:the\s)?{_QUALITY}{_MARK}"
)
"""What stands between a person and the party that is theirs."""
_OF_PARTY = re.compile(
    rf"{_MARK}{_ABBREVIATION}(?:['’]s?)?\s{_QUALITY}{_LEADER},?\s{_TITLES}"
    rf"|{_MARK}{_ABBREVIATION}(?:\s{_NOUN})?,?\s(?:(?:an?|the)\s[^,.;\n]{{1,50}}\s)?(?:which\sis\s)?(?:led|headed|founded|chaired|run)\sby\s{_TITLES}(?:the\s)?{_TITLES}"
    rf"|{_MARK}{_ABBREVIATION}(?:\s{_NOUN})?\sof\s(?:the\s)?{_TITLES}"
    rf"|{_MARK}{_ABBREVIATION},?\s(?:and\s)?its\s{_QUALITY}{_LEADER},?\s{_TITLES}"
)
"""What stands between a party and the person whose it is."""
FURTHEST = 90
"""Characters between two names beyond which neither tells of the other."""


_OFFICE = re.compile(
    r"\b(?P<office>[Pp]rime\s[Mm]inister|[Pp]resident|[Cc]hancellor|[Pp]remier|[Mm]ayor|[Gg]overnor)\s$"
)
_HIS_RULING = re.compile(rf"['’]s?\s(?:ruling|governing)\s{_QUALITY}{_NOUN}\b")
_RULING = re.compile(r"\b(?:ruling|governing)\s(?:[a-z-]+\s){0,3}[“„\"«»]?$")
_THEIR_LEADER = re.compile(
    rf"(?:^|[.;]\s)(?:Its|Their|The\sparty['’]s)\s{_QUALITY}{_LEADER},?\s{_TITLES}$"
)
_REACH = 60


def _of_office(text: str, mentions: Sequence[Mention], found: dict[str, str | None]) -> None:
    """Adds the party of whoever governs, where one party is told to, and that of each office."""
    ruling = {
        one.actor
        for one in mentions
        if one.type in ("party", "coalition")
        and _RULING.search(text, max(0, one.start - _REACH), one.start)
    }
    for one in mentions:
        if one.type != "person" or not one.named:
            continue
        told = _OFFICE.search(text, max(0, one.start - _REACH), one.start)
        if _HIS_RULING.match(text, one.end) and len(ruling) == 1:
            found.setdefault(one.actor, next(iter(ruling)))
        if not told:
            continue
        office = told["office"].lower()
        if office == "prime minister" and len(ruling) == 1:
            found.setdefault(one.actor, next(iter(ruling)))
        if found.get(one.actor) is not None:
            same = found.setdefault(office, found[one.actor]) == found[one.actor]
            if not same:
                found[office] = None


def _by_pronoun(text: str, named: Sequence[Mention], found: dict[str, str | None]) -> None:
    """Adds whose leader "their leader, Ana Ilic" is: of the party that the sentence before
    begins with."""
    for index, one in enumerate(named):
        told = _THEIR_LEADER.search(text, max(0, one.start - FURTHEST), one.start)
        if one.type != "person" or not told:
            continue
        begin = max(text.rfind(end, 0, told.start()) for end in (". ", "\n")) + 1
        before = [
            each
            for each in named[max(0, index - 6) : index]
            if begin <= each.start < told.start() + 1 and each.type in ("party", "coalition")
        ]
        if before:
            found.setdefault(one.actor, before[0].actor)


def read(text: str, mentions: Sequence[Mention]) -> dict[str, str | None]:
    """The party of each person whose party the text tells, and of each office ("the prime
    minister’s party"); None where it tells of two."""
    found: dict[str, str | None] = {}
    named = [one for one in mentions if one.named and one.type in ("person", "party", "coalition")]
    for first, second in pairwise(named):
        if second.start - first.end > FURTHEST or (first.type == "person") == (
            second.type == "person"
        ):
            continue
        between = _OF_PERSON if first.type == "person" else _OF_PARTY
        if between.fullmatch(text, first.end, second.start):
            person, party = (first, second) if first.type == "person" else (second, first)
            same = found.setdefault(person.actor, party.actor) == party.actor
            if not same:
                found[person.actor] = None
    _by_pronoun(text, named, found)
    _of_office(text, mentions, found)
    return found
