"""The day that a story is at: what dates an act that the text dates by another.

"Four days later" and "the next morning" count from the last day told. An act in the simple
past right behind a dated one, in the same paragraph, is one of the same day: so news goes on
("Thousands marched on Monday. Police closed the bridge."). A street or police act of a later
paragraph is of the lead's day, as long as the text dates nothing otherwise in between. Both
say so in a note. What had happened before, has happened since, or stands in somebody's words is
of no such day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from tui import dates
from tui.extract.findings import EventMention, TimeMention
from tui.extract.languages.en.events import live_posts
from tui.extract.languages.en.events.counted_days import counted
from tui.extract.languages.en.events.dated_text import (
    BEHIND,
    SENTENCE_END,
    TOLD,
    DatedText,
    is_day,
    resolved,
)
from tui.extract.languages.en.events.vote_days import VoteDays, of_another, told_on
from tui.extract.languages.en.events.vote_results import OF_VOTES, is_election, is_result
from tui.extract.languages.en.times.votes import told_by_the_way
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "events")

_SCENE_BEHIND = re.compile(r",? (?:where|when|as(?! an? )|while) ")
"""What leads to a clause that tells of the same moment."""
_OTHER_TIME = re.compile(r"\b(?:after|before|since|until|but)\b")
"""What leads from such a clause to another moment."""
_SCENE = _WORDS["scene"]
"""Sorts of acts that are of one scene, told in an article from its lead to its end."""
_IN_COURT = frozenset("trial pardon lawsuit".split())
_OF_ANOTHER = re.compile(
    r"\b(?:over|for|about|suspected of|accused of|on suspicion of|in connection with) (?:\w+ ){0,3}"
    r"(?:killing|murder|death|assassination|shooting|attack|bombing|theft|fraud|corruption|bribery)\b"
)
_AT_SCENE = re.compile(r"\b(?:protest|rall|march|demonstrat|crowd)\w*")
"""What tells that an arrest is for something else than the scene of the lead, and what that it is
for that all the same."""
_THE_SCENE = re.compile(
    r"\bthe (?:protest|rally|march|demonstration|clash(?:es)?|crowd|unrest|violence|riots?)\b"
)
"""Words by which a paragraph comes back to the scene of the lead."""
_AFTERMATH = re.compile(
    r"\b(?:day|days|week|weeks) after (?:the |a |an )?(?:\w+ ){0,2}?"
    r"(?:clash|protest|rall|march|demonstrat|riot|unrest|violence|attack|raid|shooting)"
)
_LEAD = 3
"""Paragraphs that tell what is new."""
_OF_LEAD = "the day of the lead"
_OF_SENTENCE_BEFORE = "the day of the act told before"
_OF_PROTEST = "the day of the protest"
_OF_POST = "the day of the live report"
_AGO = re.compile(r"\b(?:an?|\w{2,9}|\d{1,2}) (?:minute|hour)s? ago\b|\bmoments ago\b")
_COUNTED_FROM = re.compile(r"\b(?:day|week|month|year)s? (?:after|before) (?:\w+ )?$")
_NEAR = 30
"""Characters before an act in which such words stand."""
_REACH = 600
"""Characters back in which the day is looked for from which another is counted."""


def followed(
    found: Sequence[EventMention],
    text: DatedText,
    acts: Sequence[tuple[int, TimeMention]],
    elections: Collection[str] = (),
) -> list[EventMention]:
    """The events with the dates that the story gives them. ``acts`` has the places of verbs that
    have a date, in order; ``elections`` are the days of the elections that the text names."""
    story = _Story(text, found, acts, elections)
    told: list[EventMention] = []
    for event in found:
        told.append(story.dated(event, told[-1] if told else None))
    return told


class _Story:
    """A text and the days that it tells of."""

    def __init__(
        self,
        known: DatedText,
        found: Sequence[EventMention],
        acts: Sequence[tuple[int, TimeMention]],
        elections: Collection[str],
    ) -> None:
        self.known = known
        self.text = known.text
        self.acts = acts
        self.heads = [start for start, _ in acts]
        self.votes = VoteDays(known, found, elections)
        self.voting = " ".join(e.title for e in found if e.sort == "vote" and e.time)
        self.first_post = live_posts.first_post(known.document)
        self.scene = told_on(found, known.published, _is_protest)
        """The one day of a protest."""
        self.news = self._news()
        self.apart = any(
            event.sort in _IN_COURT and event.time is self.news and event.head_start < self.lead_end
            for event in found
        )
        """Whether the news is of a court, and the scene of another day."""
        moved = [
            (event.head_start, event.time)
            for event in found
            if event.time is not None and event.status == "planned"
        ]
        self.others = sorted(
            start
            for start, time in (*acts, *moved)
            if self.news is not None and (time.edtf or time.note) and not _holds(time, self.news)
        )
        """Where acts of other days than that of the news stand."""

    def _news(self) -> TimeMention | None:
        """The day of the news, that of the first verb with a date, where it stands in the lead.
        A date that only tells which thing is meant ("last month's election") is none."""
        body = [each for each in self.known.document.paragraphs if each.role == "body"][:_LEAD]
        self.lead_end = body[-1].end if body else 0
        self.aftermath = bool(_AFTERMATH.search(self.text, 0, self.lead_end))
        if not body or not self.acts or self.heads[0] >= body[-1].end:
            return None
        return self.acts[0][1]

    def dated(self, event: EventMention, before: EventMention | None) -> EventMention:
        """An event with the day that the story gives it, if it has none of its own."""
        time = event.time
        if time is not None and time.edtf:
            of_vote = is_result(event) or is_election(event)
            vote = self.votes.within(time) if of_vote and event.status in TOLD else None
            return event if vote is None else replace(event, time=vote)
        day = None if time is None else self._counted(time)
        day = day or self._day(event, before)
        return event if day is None else replace(event, time=day)

    def _counted(self, time: TimeMention) -> TimeMention | None:
        """A time that counts from the day told before it."""
        last = bisect_right(self.known.ends, time.start) - 1
        while (
            last >= 0
            and SENTENCE_END.search(self.text, self.known.ends[last], time.start)
            and told_by_the_way(self.text, self.known.days[last])
        ):
            last -= 1
        if last < 0 or time.start - self.known.ends[last] >= _REACH:
            return None
        found = counted(self.text, time, self.known.days[last])
        over = not self.known.published or found.edtf <= self.known.published
        return found if found.edtf and over else None

    def _day(self, event: EventMention, before: EventMention | None) -> TimeMention | None:
        """The day of what has no date of its own."""
        if event.status not in TOLD or self._counts_from(event):
            return None
        day, at = self._moment(event), event.head_start
        whose = self.votes.named_with(event)
        if day is None and (is_result(event) or whose == "own"):
            day = self.votes.of_result(event)
        elif day is None and event.narrated and event.sort not in OF_VOTES and not whose:
            day = self._next(event, before)
        other = _OF_ANOTHER.search(self.text, at, event.end)
        of_scene = event.sort in _SCENE and not (other and not _AT_SCENE.search(event.title))
        if day is None and self.scene and of_scene and self._in_lead(event):
            day = resolved(event, self.scene, "scene", _OF_PROTEST)
        posted = day is None and -1 < self.first_post < at
        if posted and live_posts.just_happened(self.known, event, self.voting):
            day = self.known.of_publication(event, _OF_POST)
        return day

    def _counts_from(self, event: EventMention) -> bool:
        """Whether an act is what a day is counted from: "five days after the list lost"."""
        before = self.text[max(0, event.start - _NEAR) : event.start]
        return bool(_COUNTED_FROM.search(before))

    def _next(self, event: EventMention, before: EventMention | None) -> TimeMention | None:
        """The day of what a verb tells as the next thing: that of the act before it in its
        paragraph, or, of one scene, that of the lead."""
        at, published = event.head_start, self.known.published
        last = bisect_right(self.heads, at) - 1
        together = last >= 0 and not SENTENCE_END.search(self.text, self.heads[last], at)
        if not together and (same := self._moment_behind(at, last + 1)) is not None:
            return same
        day = self._of_act(at, before, last, together)
        if day is None:
            day = self._of_lead(event)
        if day is None:
            day = self._of_event(before, at)
        if day is None or (published and day.edtf > published):
            return None
        past = day.edtf.isdigit() and day.edtf < published[:4]  # a year of the background
        past = past and self.known.only(day, day.start, event.end + BEHIND)
        return day if is_day(day) or together or past else None

    def _moment_behind(self, at: int, number: int) -> TimeMention | None:
        """The day of a dated act of which a clause behind says that it was at the same moment."""
        if number >= len(self.heads):
            return None
        head, day = self.acts[number]
        scene = self.text[at:head]
        here = _SCENE_BEHIND.search(scene)
        apart = SENTENCE_END.search(scene) or (here and _OTHER_TIME.search(scene, here.end()))
        return day if here and not apart and self.known.only(day, at, head) else None

    def _of_act(
        self, at: int, before: EventMention | None, number: int, together: bool
    ) -> TimeMention | None:
        """The day of the dated act before a position, in its sentence or paragraph."""
        if number < 0 or self.heads[number] < self.known.paragraph_start(at):
            return None
        head, day = self.acts[number]
        if together and not self.known.only(day, head, at):
            return None  # "favoured Kos in 2008 and Low in 2012, while the Greens abstained"
        if not together and self.known.moved(day, head, at):
            return None
        since = before is not None and before.fresh and not before.narrated
        if since and before is not None and before.head_start > head:
            return None  # "Prosecutors have opened a case, and the director was suspended."
        return day if together else of_another(day, _OF_SENTENCE_BEFORE)

    def _of_lead(self, event: EventMention) -> TimeMention | None:
        """The day of the lead for an act of its scene, as long as no other day was told since."""
        if self.news is None or event.sort not in _SCENE or self.aftermath or self.apart:
            return None
        at = event.head_start
        first = bisect_right(self.others, self.heads[0])
        moved = first < len(self.others) and self.others[first] < at
        again = _THE_SCENE.search(self.text, self.known.paragraph_start(at), at)
        return None if moved and not again else of_another(self.news, _OF_LEAD)

    def _of_event(self, before: EventMention | None, at: int) -> TimeMention | None:
        """The day of the act told right before a position, in the same sentence."""
        if before is None or not before.narrated or before.time is None:
            return None
        apart = SENTENCE_END.search(self.text, before.head_start, at)
        return (
            before.time
            if not apart and self.known.only(before.time, before.head_start, at)
            else None
        )

    def _moment(self, event: EventMention) -> TimeMention | None:
        """The day of publication for "an hour ago"."""
        begin, end = self.known.begin(event), min(len(self.text), event.end + BEHIND)
        found = _AGO.search(self.text, begin, end)
        return self.known.of_publication(event, found[0]) if found else None

    def _in_lead(self, event: EventMention) -> bool:
        """Whether an act without a date is news of the lead, of which nothing else tells a day."""
        in_lead = self.news is None and event.head_start < self.lead_end
        return in_lead and (event.narrated or event.fresh)


def _is_protest(event: EventMention) -> bool:
    return event.sort == "protest" and event.rule == "dated-noun"


def _holds(time: TimeMention, day: TimeMention) -> bool:
    """Whether a time is a day, or the week, month or year that it lies in."""
    first, last = dates.bounds(time.edtf) if time.edtf else ("", "")
    return bool(first) and first <= day.edtf <= last
