"""Days of votes: "on election day", "Tuesday's primary", and whether a day is what a vote is
called by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tui import dates
from tui.extract.findings import TimeMention
from tui.extract.languages.en.times.direction import lean

_VOTE = r"(?:elections?|votes?|voting|ballots?|polls?|referendum|run-?offs?|plebiscite)"
_ADJECTIVES = r"(?:[\w-]{1,20}(?:,\s|\s)(?:and\s)?){0,5}?"
_DATED_VOTE = re.compile(rf"\s{_ADJECTIVES}{_VOTE}\b")
_CALLED_BY_DAY = re.compile(rf"\s(?:[a-z-]+\s)?{_VOTE}\b")
_VOTE_DATED = re.compile(
    rf"\b{_VOTE}\s(?:(?:were|was|is|are|will|to|be|been|has|have|took|take|takes)\s){{0,3}}"
    r"(?:held|scheduled|set|due|called|planned|place|conducted|organi[sz]ed)\s$"
)


def names_a_vote(text: str, time: TimeMention) -> bool:
    """Whether a day is what a vote is called by: "the October 6 elections"."""
    named = text[: time.start].lower().endswith("the ")
    return named and _CALLED_BY_DAY.match(text, time.end) is not None


def told_by_the_way(text: str, time: TimeMention) -> bool:
    """Whether a day only tells since when something is so, or which vote is meant: sentences behind
    do not count from it."""
    return time.role == "since" or names_a_vote(text, time)


def with_election_day(text: str, found: list[TimeMention]) -> list[TimeMention]:
    """ "On election day" is the one day on which the article lets a vote take place."""
    if not any(time.rule == "election-day" for time in found):
        return found
    votes = [time for time in found if _dates_a_vote(text, time)]
    if len({time.edtf for time in votes}) != 1:
        return found
    day = votes[0]
    return [
        replace(time, edtf=day.edtf, basis=day.derived, note="the day of the vote")
        if time.rule == "election-day"
        else time
        for time in found
    ]


def _dates_a_vote(text: str, time: TimeMention) -> bool:
    if time.role != "at" or dates.precision(time.edtf) != "day":
        return False
    words = text[time.start : time.end]
    attributive = words.endswith(("s", "’", "'")) or text[: time.start].endswith("the ")
    if attributive and _DATED_VOTE.match(text, time.end, time.end + 80):
        return True
    return bool(_VOTE_DATED.search(text[max(0, time.start - 80) : time.start]))


_OF_VOTES = re.compile(
    rf"\s{_ADJECTIVES}(?:{_VOTE}|primar(?:y|ies)|caucus(?:es)?|contests?)\b", re.IGNORECASE
)
_VOTES_ON = re.compile(
    rf"\b(?:{_VOTE}|primar(?:y|ies)|caucus(?:es)?|contests?)\b[^.;\n]{{0,40}}$", re.IGNORECASE
)
_VOTE_RIGHT_BEFORE = re.compile(
    rf"\b(?:{_VOTE}|primar(?:y|ies)|caucus(?:es)?|contests?)\s$", re.IGNORECASE
)
_NEXT = re.compile(r"(?:on |in )?(?:the )?next\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?]\s|\n")
_NEAR = 160
"""Characters around a weekday that may tell which one it is."""
_WEEK = timedelta(days=7)


def with_days_of_votes(text: str, found: list[TimeMention]) -> list[TimeMention]:
    """ "Tuesday's primary" where nothing tells whether it is the last one or the next: the next,
    where the text tells of a vote on that day elsewhere."""
    votes = [time for time in found if time.rule == "weekday" and _is_of_vote(text, time)]
    open_ones = [time for time in votes if not lean(*_around(text, time))]
    if not open_ones:
        return found
    ahead = {time.edtf for time in _ahead(text, found)}
    moved = {
        time: replace(time, edtf=day, note="the day of the vote")
        for time in open_ones
        if (day := (date.fromisoformat(time.edtf) + _WEEK).isoformat()) in ahead
    }
    return [moved.get(time, time) for time in found]


def _ahead(text: str, found: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The times on which the text tells that a vote is to come, or dates one."""
    for time in found:
        if time.role != "at" or dates.precision(time.edtf) != "day":
            continue
        before, after = _around(text, time)
        if not (_VOTES_ON.search(before) or _OF_VOTES.match(after)):
            continue
        plain = not _NEXT.match(text, time.start)  # "next Sunday" is another one.
        if time.rule != "weekday" or (plain and lean(before, after) == "future"):
            yield time


def _is_of_vote(text: str, time: TimeMention) -> bool:
    """Whether a weekday says which vote is meant: "in Tuesday's primary", "the primary on
    Tuesday"."""
    if time.role != "at" or dates.precision(time.edtf) != "day":
        return False
    behind = _VOTE_RIGHT_BEFORE.search(text, max(0, time.start - _NEAR), time.start)
    return bool(behind or _OF_VOTES.match(text, time.end, time.end + 80))


def _around(text: str, time: TimeMention) -> tuple[str, str]:
    """The words of its sentence before and behind a time."""
    before = text[max(0, time.start - _NEAR) : time.start]
    after = text[time.end : time.end + _NEAR]
    return _SENTENCE.split(before)[-1], _SENTENCE.split(after)[0]
