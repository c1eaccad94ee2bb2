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
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tui import dates
from tui.extract.findings import EventMention, TimeMention
from tui.extract.text.document import Document

_NUMBERS = {
    "a": 1,
    "one": 1,
    **{
        word: number
        for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)
    },
}
_COUNTED = re.compile(
    r"(?P<count>\w{1,5})\s(?P<unit>day|week)s?\s(?P<way>later|after|afterwards?|earlier|before)\b"
)
_NEXT = re.compile(
    r"\bthe (?P<which>next|following|previous|preceding|same)"
    r" (?:day|morning|afternoon|evening|night)\b"
    r"|\b(?P<that>that) (?:same )?(?:day|morning|afternoon|evening|night)\b"
    r"|\b(?P<after>the day after)\b"
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}
_SCENE = frozenset(
    """protest clash arrest injury shots dispersal storm blockade treatment throwing burning blow
    destruction breach attack raid""".split()
)
"""Sorts of acts that are of one scene, told in an article from its lead to its end."""
_LEAD = 3
"""Paragraphs that tell what is new."""
_OF_LEAD = "the day of the lead"
_OF_SENTENCE_BEFORE = "the day of the act told before"
_REACH = 600
"""Characters back in which the day is looked for from which another is counted."""


def followed(
    found: Sequence[EventMention],
    document: Document,
    times: Sequence[TimeMention],
    dated: Sequence[tuple[int, TimeMention]],
    published: str = "",
) -> list[EventMention]:
    """The events with the dates that the story gives them. ``dated`` has the places of verbs
    that have a date, in order; ``published`` is the last day that the text can tell of."""
    days = [time for time in times if _is_day(time)]
    ends = [time.end for time in days]
    told: list[EventMention] = []
    heads = [start for start, _ in dated]
    news, until = _news(document, dated, found)
    for event in found:
        paragraph = document.paragraphs[max(0, document.paragraph_at(event.head_start))]
        time = event.time
        if time is not None and not time.edtf:
            last = bisect_right(ends, time.start) - 1
            if last >= 0 and time.start - ends[last] < _REACH:
                event = replace(event, time=_counted(document.text, time, days[last]))
        elif time is None and event.narrated:
            last = bisect_right(heads, event.head_start) - 1
            day = dated[last][1] if last >= 0 and heads[last] >= paragraph.start else None
            together = last >= 0 and not _SENTENCE_END.search(
                document.text, heads[last], event.head_start
            )
            if day is not None and not together:
                day = _of_another(day, _OF_SENTENCE_BEFORE)
            if day is None and news is not None and event.sort in _SCENE:
                day = _of_another(news, _OF_LEAD) if event.head_start < until else None
            if day is None and told and told[-1].narrated:
                told_of = told[-1]
                if not _SENTENCE_END.search(document.text, told_of.head_start, event.head_start):
                    day = told_of.time
            ahead = day is not None and bool(published) and day.edtf > published
            if day is not None and not ahead and (_is_day(day) or together):
                event = replace(event, time=day)
        told.append(event)
    return told


def _news(
    document: Document,
    dated: Sequence[tuple[int, TimeMention]],
    found: Sequence[EventMention],
) -> tuple[TimeMention | None, int]:
    """The day of the news, that of the first verb with a date, where it stands in the lead; and
    how far it goes: to the first act that another date stands with. A date that only tells
    which thing is meant ("last month's election") does not move the story, nor does an hour."""
    body = [each for each in document.paragraphs if each.role == "body"][:_LEAD]
    if not body or not dated or dated[0][0] >= body[-1].end:
        return None, 0
    first, day = dated[0]
    planned = [
        (event.head_start, event.time)
        for event in found
        if event.time is not None and event.status == "planned"
    ]
    others = [
        start
        for start, time in (*dated, *planned)
        if start > first and (time.edtf or time.note) and not _holds(time, day)
    ]
    return day, min(others, default=len(document.text))


def _holds(time: TimeMention, day: TimeMention) -> bool:
    """Whether a time is a day, or the week, month or year that it lies in."""
    first, last = dates.bounds(time.edtf) if time.edtf else ("", "")
    return bool(first) and first <= day.edtf <= last


def _of_another(day: TimeMention, note: str) -> TimeMention:
    """The day of another act, which a text leaves its reader to carry on."""
    return replace(day, basis="resolved", note=note)


def _is_day(time: TimeMention) -> bool:
    return len(time.edtf) == len("2024-01-01") and time.edtf.replace("-", "").isdigit()


def _counted(text: str, time: TimeMention, day: TimeMention) -> TimeMention:
    """A time that is counted from a day: "four days later", "the next morning"."""
    words = text[time.start : time.end].lower()
    steps = _steps(words)
    if steps is None:
        return time
    counted = date.fromisoformat(day.edtf) + timedelta(days=steps)
    return replace(time, edtf=counted.isoformat(), basis="resolved")


def _steps(words: str) -> int | None:
    """How many days lie between the day told before and the one that words count from it."""
    if found := _COUNTED.search(words):
        count = found["count"]
        number = int(count) if count.isdigit() else _NUMBERS.get(count)
        if number is None:
            return None
        days = number * (7 if found["unit"] == "week" else 1)
        return -days if found["way"] in ("earlier", "before") else days
    if found := _NEXT.search(words):
        return 1 if found["after"] else _STEPS.get(found["which"] or "same", 0)
    return None
