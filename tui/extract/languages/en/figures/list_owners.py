"""Whose a figure of a list is, or one that stands beside another: of whom that one is, or of the
name right before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from tui.extract.findings import Mention
from tui.extract.languages.en.figures import changes, ellipsis
from tui.extract.languages.en.figures import clause_words as clause
from tui.extract.languages.en.figures.stand import NOT_HERE, Stand, beside_another, named_in


def of_row(stand: Stand) -> str | None:
    """A row of a list is of the name that it begins with."""
    if not stand.row or (
        stand.before and clause.OTHER_OF_ROW.search(stand.text, stand.before[-1].end, stand.at)
    ):
        return NOT_HERE
    named = named_in(stand, stand.start, stand.at)
    for mention, behind in zip_longest(named, named[1:]):
        if clause.BULLET.fullmatch(stand.text, stand.start, mention.start):
            # "Upper Brod: Ana Ilic, 54 percent": two people are told, and one is a town.
            label = behind and stand.text[mention.end : behind.start] == ": "
            town = label and behind and mention.type == behind.type == "person"
            if clause.ALSO_OF_ROW.match(stand.text, mention.end):
                return None  # Of a list whose name is longer than the one that is known.
            dashed = behind and stand.text[mention.end : behind.start].strip() in ("–", "—", "-")
            if dashed and behind and mention.type == "person" != behind.type:
                return None  # A candidate and the party, or a list that is called by both.
            return behind.actor if town and behind else mention.actor
    return None


def paired(stand: Stand) -> str | None:
    """``46 percent of the vote and 49 seats``, ``46 percent (49)``, ``came second with 46
    percent``: of whom the figure before it is."""
    if stand.before and _is_pair(stand):
        if clause.OTHERS_SAY.match(stand.text, stand.stop):
            return None
        return stand.before[-1].subject
    return NOT_HERE


def _is_pair(stand: Stand) -> bool:
    since = stand.before[-1].end
    if clause.PAIRED.fullmatch(stand.text, since, stand.at):
        return True
    comma = clause.COMMA_PAIRED.fullmatch(stand.text, since, stand.at)
    return comma is not None and clause.OWN_NOUN.match(stand.text, stand.at) is not None


def apposed(stand: Stand) -> str | None:
    """``and Ana Ilic, the candidate of the bloc, 38 percent``: of the first name behind the figure
    before it."""
    since = stand.before[-1].end if stand.before else stand.start
    for mention in named_in(stand, since, stand.at):
        if clause.LESSER.search(stand.text, max(stand.start, mention.start - 40), mention.start):
            continue
        if ellipsis.APPOSED.fullmatch(stand.text, mention.end, stand.at):
            return None if beside_another(stand, mention, since) else mention.actor
        break
    return NOT_HERE


def ranged(stand: Stand) -> str | None:
    """``between 55 and 60 seats``: both are of one."""
    return stand.before[-1].subject if stand.upper and stand.before else NOT_HERE


def answer(stand: Stand) -> str | None:
    """``Yes has 51 percent and No 49``: an answer is nobody's."""
    return None if clause.OPTION.search(stand.text, stand.start, stand.at) else NOT_HERE


def bracketed(stand: Stand) -> str | None:
    """``Ana Ilic (Green Bloc, 1,301)``: of who stood, and not for whom."""
    for mention in reversed(named_in(stand, stand.start, stand.at)):
        if mention.type == "person" and _STOOD_FOR.fullmatch(stand.text, mention.end, stand.at):
            return mention.actor
    return NOT_HERE


_STOOD_FOR = re.compile(r"\s\((?:the\s)?[^\W\d][^()\d]{1,40},\s")


def listed(stand: Stand) -> str | None:
    """``the list had 38 percent and the bloc 33``: of the name right before it."""
    since = stand.before[-1].end if stand.before else stand.start
    named = named_in(stand, since, stand.at) if stand.listed else []
    too = stand.listed and stand.before and ellipsis.HE_TOO.fullmatch(stand.text, since, stand.at)
    if too:
        gender = {"he": "m", "she": "f"}.get(too["who"], "")
        return stand.earlier.get(gender)
    if not named or clause.LESSER.search(
        stand.text, max(stand.start, named[-1].start - 40), named[-1].start
    ):
        return NOT_HERE
    if ellipsis.HELD.fullmatch(stand.text, named[-1].end, stand.at):
        return None if beside_another(stand, named[-1], since) else named[-1].actor
    return NOT_HERE


def respective(stand: Stand) -> str | None:
    """``the bloc and the list 41 and 40 seats (respectively)``: the first has the first."""
    said = "respective" in stand.text and clause.RESPECTIVELY.search(stand.text, stand.stop)
    row = None if said else _row_of_numbers(stand)
    if not said and row is None:
        return NOT_HERE
    names = _coordinated(named_in(stand, stand.start, row.start() if row else stand.at), stand.text)
    since = names[-1].end if names else stand.start
    until = said.end() if said else row.end() if row else stand.stop
    numbers = clause.NUMBER.findall(stand.text, since, until)
    told = len(clause.NUMBER.findall(stand.text, since, stand.at))
    if len(names) >= 2 and len(numbers) == len(names) and told < len(names):
        return names[told].actor
    if row:
        others = bool(names) and clause.AND_ANOTHER.match(stand.text, names[0].end)
        return None if others else NOT_HERE
    # Of several, one is nobody whom a rule knows.
    return None if clause.RESPECTIVE.match(stand.text, stand.stop) else NOT_HERE


def _row_of_numbers(stand: Stand) -> re.Match[str] | None:
    """The numbers of which a figure is one and the last alone has its noun."""
    begin = stand.before[-1].start if stand.before else stand.at
    for row in clause.ROW_OF_NUMBERS.finditer(stand.text, max(stand.start, begin - 60), stand.end):
        if row.start() <= stand.at < row.end():
            return row
    return None


def _coordinated(named: Sequence[Mention], text: str) -> list[Mention]:
    """The last of some names that stand one after the other: "A, B and C"."""
    names: list[Mention] = []
    for mention in named:
        joined = names and clause.COORDINATED.fullmatch(text, names[-1].end, mention.start)
        listed = names and re.fullmatch(r",\s(?:the\s)?", text[names[-1].end : mention.start])
        names = [*names, mention] if joined or listed else [mention]
    return names


_LOST = re.compile(
    r"\b(?:los[et]s?|losing|shed|dropped|(?:is|was|are|were)\s(?:down|up))\s(?:[a-z]+\s){0,2}$"
)
"""What stands before seats that somebody has lost or gained."""


_MORE = re.compile(r",\s(?:(?P<moved>up|down)\s)?")
_THAN = re.compile(r"\s(?:more|fewer|less)\sthan\b")
"""What stands before and behind the seats by which somebody has more than before."""


def before(stand: Stand) -> str | None:
    """``46 percent, up from 40 in 2020``, ``from 60 seats to 46``: of whom the other one is."""
    if not stand.before:
        return NOT_HERE
    last = stand.before[-1]
    more = _MORE.fullmatch(stand.text, last.end, stand.at)
    if more and (more["moved"] or _THAN.match(stand.text, stand.stop)):
        return last.subject
    if changes.was(stand.text, stand.start, stand.at, stand.stop, last.end):
        beside = changes.BESIDE.fullmatch(stand.text, last.end, stand.at)
        return last.subject if beside else NOT_HERE
    became = changes.TO.fullmatch(stand.text, last.end, stand.at)
    lost = became and _LOST.search(stand.text, stand.start, last.start)
    was = lost or (became and changes.was(stand.text, stand.start, last.start, last.end))
    return last.subject if was else NOT_HERE
