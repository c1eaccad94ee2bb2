"""The years of a report on a count: that of the election it is on, and of the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tui.dates import bounds
from tui.digests import slug
from tui.extract.findings import ContestMention, NamedContest
from tui.extract.languages.en.contests.naming import GENERIC, PREVIOUS, discovered, kind_of
from tui.extract.languages.en.contests.told_short import COUNTED

_LONG_AGO = 45
"""Days before a report on a count on which no election was held that it is on."""
_UNTOLD = frozenset(f"{PREVIOUS} {kind}" for kind in GENERIC)


def of_count(text: str, one: ContestMention, day: str) -> ContestMention:
    """A mention of "the June vote" in a report of months later on votes that are counted: it is
    of the one before, though both were in one year; ``day`` is that of the report."""
    edtf = one.time.edtf if one.time else ""
    last = bounds(edtf)[1] if edtf and edtf[:4] == day[:4] else None
    contest = one.contests[0]
    if not last or one.rule == "earlier" or contest.known or not COUNTED.search(text):
        return one
    if (date.fromisoformat(day) - date.fromisoformat(last)).days <= _LONG_AGO:
        return one
    before = discovered(f"{PREVIOUS} {kind_of(contest)}", contest.place, "")
    return replace(one, contests=(before,), rule="earlier")


def same_kind(one: ContestMention, election: NamedContest) -> ContestMention:
    """The mention of one before that tells no kind: of that of the election of the report."""
    if kind_of(one.contests[0]) not in _UNTOLD or election.known:
        return one
    before = discovered(f"{PREVIOUS} {kind_of(election)}", election.place, "")
    return replace(one, contests=(before,))


_EXIT_POLL = re.compile(r"\bexit[\s-]polls?\b", re.IGNORECASE)
_LEAD = 1000
"""Characters of a report in which it tells what its figures are."""
_NEW_YEAR = "02-15"
"""Before this day the votes of the year before may still be counted."""


def dated(
    text: str, found: Sequence[ContestMention], about: ContestMention, day: str
) -> list[ContestMention]:
    """The mentions of a report of a day with the election that it is about in the year of the
    day, where nothing dates it and its votes are counted or an exit poll is told."""
    contest = about.contests[0]
    told = contest.edtf or contest.known or len(about.contests) > 1 or about.rule == "earlier"
    if told or len(day) < len(_NEW_YEAR) or day[5:] < _NEW_YEAR:
        return list(found)
    if not (COUNTED.search(text) or _EXIT_POLL.search(text, 0, _LEAD)):
        return list(found)
    name = f"{contest.name}, {day[:4]}"
    same = (contest._replace(id=slug(name), name=name, edtf=day[:4]),)
    return [replace(one, contests=same) if one.contests == (contest,) else one for one in found]
