"""The days of the votes that a text tells of: a result that is told is that of such a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tui import dates
from tui.extract.findings import EventMention, TimeMention
from tui.extract.languages.en.events.dated_text import TOLD, DatedText, is_day, resolved
from tui.extract.languages.en.events.vote_results import is_result

_VOTED = re.compile(r"\b(?:turned out|went)\b.{0,40}\bto (?:vote|the polls)\b|\bvoted in\b")
"""Titles of what tells of a vote by those who voted."""
_OF_YEAR = re.compile(
    r"\b(?:19|20)\d\d,? when\s[^,;]{0,60}$|^\W*[IA][nt] the (?:\w+ ){0,3}"
    r"(?:elections?|votes?|race|primar(?:y|ies)) (?:of|in) (?:\w+ )?(?:19|20)\d\d,"
)
_SEVERAL_VOTES = re.compile(r"\b(?:primaries|contests|races|states)\b")
_ON_ITS_DAY = re.compile(
    r"(?i)\b(?:on|during) (?:the )?(?:election|polling|voting|referendum) (?:day|night)\b"
)
_OTHER_CLAUSE = re.compile(
    r"[,;:]|\b(?:who|which|that|and|but|when|after|before|while|as|because|since|until|if)\b"
)
"""What parts the phrase for a day from a verb of another clause."""
_OPENING = " “\"‘'("
_OF_VOTE = "the day of the vote"
_NEWS = timedelta(days=7)
"""For how long reports tell what happened on a day without saying on which."""
_TALKED_OF = timedelta(days=31)
"""For how long they tell the results of a vote so, where they name no other."""


class VoteDays:
    """The days of the votes that a text tells of as past."""

    def __init__(
        self, text: DatedText, found: Sequence[EventMention], elections: Collection[str]
    ) -> None:
        """``elections`` are the days of the elections that the text names."""
        published = text.published
        self._text = text
        self._votes = [
            (event.head_start, event.time)
            for event in found
            if (event.sort == "vote" or _VOTED.search(event.title))
            and event.status in TOLD
            and event.time is not None
            and is_day(event.time)
            and (not published or event.time.edtf <= published)
        ]
        self._elections = frozenset(day for day in elections if len(day) == len("2023-12-17"))
        self._news = (
            lately(elections, published)
            or told_on(found, published, is_result)
            or lately(elections, published, _TALKED_OF)
        )
        """The one day of the elections that it names, else of the results that it dates."""

    def of_result(self, event: EventMention) -> TimeMention | None:
        """The day of the vote whose result an event tells: the only one of the text, or the last
        told in its paragraph."""
        text = self._text
        for time in text.days:
            whose = text.text[time.end - 2 : time.end] in ("'s", "’s")
            if event.start <= time.start < event.end and whose:
                return of_another(time, _OF_VOTE)  # "won in Sunday's second round"
        before = text.text[text.begin(event) : event.head_start]
        if _SEVERAL_VOTES.search(event.title) or _OF_YEAR.search(before):
            return None
        days = {time.edtf for _, time in self._votes}
        if not days:
            return resolved(event, self._news, "election", _OF_VOTE) if self._news else None
        if len(days) == 1:
            return of_another(self._votes[0][1], _OF_VOTE)
        begin = text.paragraph_start(event.head_start)
        near = [time for start, time in self._votes if begin <= start <= event.end]
        return of_another(near[-1], _OF_VOTE) if near else None

    def within(self, time: TimeMention) -> TimeMention | None:
        """The day of the one vote that lies within a week, month or year, or shortly before what a
        report counts back to: of "last week" on a Monday the vote may be of the Sunday before."""
        if is_day(time):
            return None
        first, last = dates.roughly(time.edtf)
        told = [each for _, each in self._votes if first <= each.edtf <= last]
        days = {each.edtf for each in told}
        days = days or {day for day in self._elections if first <= day <= last}
        if len(days) != 1:
            return None
        day = told[0] if told else replace(time, edtf=days.pop())
        return of_another(day, _OF_VOTE)

    def named_with(self, event: EventMention) -> str:
        """Whether the sentence of an act names the day of the vote: "own" for the day of the act
        ("On election day, police ..."), "other" for that of something else."""
        text = self._text
        begin = text.begin(event)
        told = event.narrated or event.fresh or event.past
        found = _ON_ITS_DAY.search(text.text, begin, event.end) if told else None
        if found is None or text.dated_behind(found):
            return ""
        if found.end() > event.head_start:
            between = text.text[event.head_start : found.start()]
        else:
            opens = not text.text[begin : found.start()].strip(_OPENING)
            between = "" if opens else text.text[begin : event.head_start]
        return "other" if _OTHER_CLAUSE.search(between) else "own"


def told_on(
    found: Sequence[EventMention], published: str, which: Callable[[EventMention], bool]
) -> str:
    """The one day, shortly before a text appeared, on which acts of a kind that it dates took
    place; "" where they are of several days, or of none."""
    days = {
        event.time.edtf
        for event in found
        if event.time is not None and is_day(event.time) and event.status in TOLD and which(event)
    }
    return lately(days, published)


def lately(days: Collection[str], published: str, within: timedelta = _NEWS) -> str:
    """The one of some days where it is not long before that of publication; else ""."""
    if len(days) != 1 or not published:
        return ""
    (day,) = days
    if len(day) != len(published) or day > published:
        return ""
    return day if date.fromisoformat(published) - date.fromisoformat(day) <= within else ""


def of_another(day: TimeMention, note: str) -> TimeMention:
    """The day of another act, which a text leaves its reader to carry on."""
    return replace(day, basis=day.derived, note=note)
