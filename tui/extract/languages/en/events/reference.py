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
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tui import dates
from tui.extract.findings import EventMention, TimeMention
from tui.extract.languages.en.events.counted_days import counted
from tui.extract.languages.en.events.vote_results import OF_VOTES, is_result
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Document

_WORDS = lists("words", "events")

_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_SCENE_BEHIND = re.compile(r",? (?:where|when|as(?! an? )|while) ")
"""What leads to a clause that tells of the same moment."""
_OTHER_TIME = re.compile(r"\b(?:after|before|since|until|but)\b")
"""What leads from such a clause to another moment."""
_SCENE = _WORDS["scene"]
"""Sorts of acts that are of one scene, told in an article from its lead to its end."""
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
_JOINED = 8
"""Characters between such a phrase and the date that says which day it is: ", in "."""
_LONGEST = 400  # characters of a sentence before an event that are read
_TOLD = frozenset({"happened", "ongoing", "alleged"})
_OF_VOTE = "the day of the vote"
_OF_PROTEST = "the day of the protest"
_OF_POST = "the day of the live report"
_AGO = re.compile(r"\b(?:an?|\w{2,9}|\d{1,2}) (?:minute|hour)s? ago\b|\bmoments ago\b")
_BEHIND = 40
"""Characters behind an event in which its hour may stand."""
_POST = re.compile(r"\W{0,3}\d{1,2}[:.h]\d\d(?!\d|[%,]|[.:]\d\d\d)")
_FEWEST_POSTS = 3
_BEFORE_POST = re.compile(
    r"\b(?:previously|recently|once|ever|never|formerly|throughout|traditionally|at the time"
    r"|(?:years?|months?) ago|in the past|last \w+ed|since (?:then|\d{4})|before(?=[.,;]| and )"
    r"|(?:19|20)\d\d)\b"
)
"""Words by which a post tells of what was before."""
_SINCE = re.compile(r"\b(?:since|before|until)\s[^,.;]{0,60}$")
_IN_PLACE = re.compile(r"\bin (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)")
_NEWS_OF_A_VOTE = timedelta(days=7)
"""For how long reports tell results of a vote without saying of which."""
_REACH = 600
"""Characters back in which the day is looked for from which another is counted."""


def followed(
    found: Sequence[EventMention],
    document: Document,
    times: Sequence[TimeMention],
    dated: Sequence[tuple[int, TimeMention]],
    published: str = "",
    held: Collection[str] = (),
) -> list[EventMention]:
    """The events with the dates that the story gives them. ``dated`` has the places of verbs
    that have a date, in order; ``published`` is the last day that the text can tell of; ``held``
    are the days of the elections that it names."""
    story = _Story(found, document, times, dated, published)
    story.held = _lately(held, published)
    told: list[EventMention] = []
    for event in found:
        told.append(story.dated(event, told[-1] if told else None))
    return told


class _Story:
    """A text and the days that it tells of."""

    def __init__(
        self,
        found: Sequence[EventMention],
        document: Document,
        times: Sequence[TimeMention],
        dated: Sequence[tuple[int, TimeMention]],
        published: str,
    ) -> None:
        self.document = document
        self.text = document.text
        self.days = [time for time in times if _is_day(time)]
        self.ends = [time.end for time in self.days]
        self.starts = [time.start for time in times if time.edtf]
        self.dates = [time.edtf for time in times if time.edtf]
        self.acts = dated
        self.heads = [start for start, _ in dated]
        self.published = published
        self.votes = _votes(found, published)
        self.voting = " ".join(e.title for e in found if e.sort == "vote" and e.time)
        self.posts = _posts(document)
        self.told = _told_on(found, published, is_result)
        """The one day of which results are told, and the one of a protest."""
        self.scene = _told_on(found, published, _is_protest)
        self.held = ""
        """The day of the one election that it names, shortly before it; "" where none is known."""
        self.news = self._news()
        moved = [
            (event.head_start, event.time)
            for event in found
            if event.time is not None and event.status == "planned"
        ]
        self.others = sorted(
            start
            for start, time in (*dated, *moved)
            if self.news is not None and (time.edtf or time.note) and not _holds(time, self.news)
        )
        """Where acts of other days than that of the news stand."""

    def _news(self) -> TimeMention | None:
        """The day of the news, that of the first verb with a date, where it stands in the lead.
        A date that only tells which thing is meant ("last month's election") is none."""
        body = [each for each in self.document.paragraphs if each.role == "body"][:_LEAD]
        self.lead_end = body[-1].end if body else 0
        self.aftermath = bool(_AFTERMATH.search(self.text, 0, self.lead_end))
        if not body or not self.acts or self.heads[0] >= body[-1].end:
            return None
        return self.acts[0][1]

    def dated(self, event: EventMention, before: EventMention | None) -> EventMention:
        """An event with the day that the story gives it, if it has none of its own."""
        time = event.time
        if time is not None:
            if not time.edtf:
                last = bisect_right(self.ends, time.start) - 1
                if last >= 0 and time.start - self.ends[last] < _REACH:
                    found = counted(self.text, time, self.days[last])
                    if found.edtf and not (self.published and found.edtf > self.published):
                        return replace(event, time=found)
                day = self._day(event, before)
                return event if day is None else replace(event, time=day)
            if is_result(event) and event.status in _TOLD:
                vote = self._vote_in(time)
                return event if vote is None else replace(event, time=vote)
            return event
        day = self._day(event, before)
        return event if day is None else replace(event, time=day)

    def _day(self, event: EventMention, before: EventMention | None) -> TimeMention | None:
        """The day of what has no date of its own."""
        if event.status not in _TOLD:
            return None
        day, at = self._moment(event), event.head_start
        whose = self._day_of_vote(event)
        if day is None and (is_result(event) or whose == "own"):
            day = self._vote(event)
        elif day is None and event.narrated and event.sort not in OF_VOTES and not whose:
            day = self._next(event, before)
        other = _OF_ANOTHER.search(self.text, at, event.end)
        of_scene = event.sort in _SCENE and not (other and not _AT_SCENE.search(event.title))
        if day is None and self.scene and of_scene and self._in_lead(event):
            day = TimeMention(
                event.start, event.start, self.scene, "resolved", "at", "scene", _OF_PROTEST
            )
        if day is None and self.posts and event.head_start > self.posts[0]:
            day = self._of_publication(event, _OF_POST) if self._is_posted(event) else None
        return day

    def _is_posted(self, event: EventMention) -> bool:
        """Whether a post of a live report tells of an act as of what has just happened: not of
        the background, nor of a vote elsewhere than where the text dates one."""
        told = event.narrated or event.fresh or (event.past and event.status == "happened")
        begin = self._begin(event)
        if not told or _BEFORE_POST.search(self.text, begin, event.end + _BEHIND):
            return False
        if _SINCE.search(self.text, begin, event.head_start):
            return False
        return not (is_result(event) and self._of_other_vote(event))

    def _of_other_vote(self, event: EventMention) -> bool:
        """Whether a result is told of a place of which the text dates no vote."""
        places = _IN_PLACE.findall(event.title)
        return bool(places) and not any(place in self.voting for place in places)

    def _next(self, event: EventMention, before: EventMention | None) -> TimeMention | None:
        """The day of what a verb tells as the next thing: that of the act before it in its
        paragraph, or, of one scene, that of the lead."""
        at = event.head_start
        paragraph = self.document.paragraphs[max(0, self.document.paragraph_at(at))]
        last = bisect_right(self.heads, at) - 1
        day = self.acts[last][1] if last >= 0 and self.heads[last] >= paragraph.start else None
        together = last >= 0 and not _SENTENCE_END.search(self.text, self.heads[last], at)
        if not together and last + 1 < len(self.heads):
            scene = self.text[at : self.heads[last + 1]]
            here = _SCENE_BEHIND.search(scene)
            day_behind = self.acts[last + 1][1]
            apart = _SENTENCE_END.search(scene) or (here and _OTHER_TIME.search(scene, here.end()))
            if here and not apart and self._undated(day_behind, at, self.heads[last + 1]):
                return day_behind
        if day is not None and together and not self._undated(day, self.heads[last], at):
            day = None  # "favoured Kos in 2008 and Low in 2012, while the Greens abstained"
        since = before is not None and before.fresh and not before.narrated
        if since and last >= 0 and before is not None and before.head_start > self.heads[last]:
            day = None  # "Prosecutors have opened a case, and the director was suspended."
        if day is not None and not together:
            day = _of_another(day, _OF_SENTENCE_BEFORE)
        if day is None and self.news is not None and event.sort in _SCENE and not self.aftermath:
            first = bisect_right(self.others, self.heads[0])
            moved = first < len(self.others) and self.others[first] < at
            again = _THE_SCENE.search(self.text, paragraph.start, at)
            day = None if moved and not again else _of_another(self.news, _OF_LEAD)
        if day is None and before is not None and before.narrated:
            apart = _SENTENCE_END.search(self.text, before.head_start, at)
            known = before.time and self._undated(before.time, before.head_start, at)
            day = before.time if known and not apart else None
        if day is None or (self.published and day.edtf > self.published):
            return None
        past = day.edtf.isdigit() and day.edtf < self.published[:4]  # a year of the background
        past = past and self._undated(day, day.start, event.end + _BEHIND)
        return day if _is_day(day) or together or past else None

    def _undated(self, day: TimeMention, begin: int, end: int) -> bool:
        """Whether no other date than that of an act stands between two positions."""
        first, last = bisect_right(self.starts, begin), bisect_left(self.starts, end)
        return all(other[: len(day.edtf)] == day.edtf for other in self.dates[first:last])

    def _moment(self, event: EventMention) -> TimeMention | None:
        """The day of publication for "an hour ago"."""
        found = _AGO.search(self.text, self._begin(event), min(len(self.text), event.end + _BEHIND))
        return self._of_publication(event, found[0]) if found else None

    def _in_lead(self, event: EventMention) -> bool:
        """Whether an act without a date is news of the lead, of which nothing else tells a day."""
        in_lead = self.news is None and event.head_start < self.lead_end
        return in_lead and (event.narrated or event.fresh)

    def _day_of_vote(self, event: EventMention) -> str:
        """Whether the sentence of an act names the day of the vote: "own" for the day of the act
        ("On election day, police ..."), "other" for that of something else."""
        begin = self._begin(event)
        told = event.narrated or event.fresh or event.past
        found = _ON_ITS_DAY.search(self.text, begin, event.end) if told else None
        if found is None or self._dated_behind(found):
            return ""
        if found.end() > event.head_start:
            between = self.text[event.head_start : found.start()]
        else:
            opens = not self.text[begin : found.start()].strip(_OPENING)
            between = "" if opens else self.text[begin : event.head_start]
        return "other" if _OTHER_CLAUSE.search(between) else "own"

    def _dated_behind(self, found: re.Match[str]) -> bool:
        """Whether the text goes on to say which day it means: "on election day in 2022"."""
        first = bisect_right(self.starts, found.start())
        return first < len(self.starts) and self.starts[first] <= found.end() + _JOINED

    def _begin(self, event: EventMention) -> int:
        """Where the sentence of an event begins, or near enough before it."""
        first = max(0, event.start - _LONGEST)
        ends = [found.end() for found in _SENTENCE_END.finditer(self.text, first, event.start)]
        return ends[-1] if ends else first

    def _of_publication(self, event: EventMention, note: str) -> TimeMention | None:
        if not self.published:
            return None
        return TimeMention(
            event.start, event.start, self.published, "resolved", "at", "publication", note
        )

    def _vote(self, event: EventMention) -> TimeMention | None:
        """The day of the vote whose result an event tells: the only one of the text, or the last
        told in its paragraph."""
        days = {time.edtf for _, time in self.votes}
        for time in self.days:
            whose = self.text[time.end - 2 : time.end] in ("'s", "’s")
            if event.start <= time.start < event.end and whose:
                return _of_another(time, _OF_VOTE)  # "won in Sunday's second round"
        before = self.text[self._begin(event) : event.head_start]
        if _SEVERAL_VOTES.search(event.title) or _OF_YEAR.search(before):
            return None
        held = self.held or self.told
        if not days and held:
            at = event.start
            return TimeMention(at, at, held, "resolved", "at", "election", _OF_VOTE)
        if len(days) > 1:
            at = event.head_start
            paragraph = self.document.paragraphs[max(0, self.document.paragraph_at(at))]
            near = [time for start, time in self.votes if paragraph.start <= start <= event.end]
            return _of_another(near[-1], _OF_VOTE) if near else None
        return _of_another(self.votes[0][1], _OF_VOTE) if days else None

    def _vote_in(self, time: TimeMention) -> TimeMention | None:
        """The day of the one vote that lies within a month or year."""
        if _is_day(time):
            return None
        first, last = dates.bounds(time.edtf)
        within = [each for _, each in self.votes if first <= each.edtf <= last]
        one = len({each.edtf for each in within}) == 1
        return _of_another(within[0], _OF_VOTE) if one else None


def _is_protest(event: EventMention) -> bool:
    return event.sort == "protest" and event.rule == "dated-noun"


def _told_on(
    found: Sequence[EventMention], published: str, which: Callable[[EventMention], bool]
) -> str:
    """The one day, shortly before a text appeared, on which acts of a kind that it dates took
    place; "" where they are of several days, or of none."""
    days = {
        event.time.edtf
        for event in found
        if event.time is not None and _is_day(event.time) and event.status in _TOLD and which(event)
    }
    return _lately(days, published)


def _votes(found: Sequence[EventMention], published: str) -> list[tuple[int, TimeMention]]:
    """The days of votes that a text tells of as past, by where they stand."""
    return [
        (event.head_start, event.time)
        for event in found
        if (event.sort == "vote" or _VOTED.search(event.title))
        and event.status in _TOLD
        and event.time is not None
        and _is_day(event.time)
        and (not published or event.time.edtf <= published)
    ]


def _lately(held: Collection[str], published: str) -> str:
    """The day of the elections that a report names, if all are of one day not long before."""
    if len(held) != 1 or not published:
        return ""
    (day,) = held
    if len(day) != len(published) or day > published:
        return ""
    apart = date.fromisoformat(published) - date.fromisoformat(day)
    return day if apart <= _NEWS_OF_A_VOTE else ""


def _posts(document: Document) -> list[int]:
    """Where the posts of a live report begin, each under its hour; none of another text."""
    begins = [
        paragraph.start
        for paragraph in document.paragraphs
        if _POST.match(document.text, paragraph.start, min(paragraph.end, paragraph.start + 12))
    ]
    return begins if len(begins) >= _FEWEST_POSTS else []


def _holds(time: TimeMention, day: TimeMention) -> bool:
    """Whether a time is a day, or the week, month or year that it lies in."""
    first, last = dates.bounds(time.edtf) if time.edtf else ("", "")
    return bool(first) and first <= day.edtf <= last


def _of_another(day: TimeMention, note: str) -> TimeMention:
    """The day of another act, which a text leaves its reader to carry on."""
    return replace(day, basis="resolved", note=note)


def _is_day(time: TimeMention) -> bool:
    return len(time.edtf) == len("2024-01-01") and time.edtf.replace("-", "").isdigit()
