"""When something was said: the day beside its cue, and the occasion that is told once.

"In a briefing on Monday, X said ..." dates the cue as "on Monday" alone does, and what the
same speaker goes on to say ("he added", "she also said") is said on that occasion. Where
another speaks in between, or another time is hinted at, nothing is handed down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from tui.extract.analysis.attribution import Attribution
from tui.extract.findings import Speaker, TimeMention
from tui.extract.languages.en import cues
from tui.extract.languages.en.coreference.pronouns import PRONOUNS
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span

_WORDS = lists("words", "attribution")

ELSEWHERE = re.compile(r"[,;.]|\b(?:who|which|that)\b")
ACTS = _WORDS["acts"]
"""Acts of speaking that a date may stand with."""
OCCASION = re.compile(
    rf"(?:in|at|during)\s(?:an?|the|his|her|their|its)\s(?:[\w-]+\s){{0,3}}?(?:{'|'.join(sorted(ACTS))})"
    r"(?:\s(?:in|with|to|at|from)\s[^,;.“”\"]{1,40})?",
    re.IGNORECASE,
)
"""The act of speaking that something was said in: "in a press briefing in Moscow"."""
NEAR, NEAR_OCCASION = 40, 90
"""Characters between a cue and its date; more where the act of speaking stands there."""
_TIME_OPENS = frozenset({"", "in", "on", "late on", "early on", "earlier on", "later on"}) | {
    "but on",
    "and on",
}
ANOTHER_TIME = re.compile(
    r"\b(?:has|have|had|once|often|previously|earlier|later|since|before|separate(?:ly)?|again"
    r"|repeatedly|then)\b|\b(?:last|next)\s\w+|\b\d{4}\b",
    re.IGNORECASE,
)
WINDOW = 40
"""Characters on either side of a cue that may hint at another time."""


class TimedSpeech(Protocol):
    """A quote as far as its time goes."""

    @property
    def type(self) -> str: ...
    @property
    def speaker(self) -> Speaker: ...
    @property
    def cue(self) -> Span | None: ...
    @property
    def content(self) -> tuple[Span, ...]: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def continues(self) -> int | None: ...

    time: TimeMention | None


def dates_the_cue(text: str, start: int, made: Attribution, time: TimeMention) -> bool:
    """Whether a time stands between source and cue, right behind the cue, or opens the
    sentence, which begins at ``start``, before the source: "On Monday, X said", "In an
    address on Monday, X said", "X on Monday said", "X said in a briefing on Monday"."""
    cue, source = made.cue_span, made.source
    if source is not None and source.end <= time.start < cue.start:
        return "," not in text[source.end : time.start].strip(" ,")
    if cue.end <= time.start:
        between = text[cue.end : time.start]
        if source is not None and source.start >= cue.end:
            between = text[source.end : time.start]
        near = NEAR_OCCASION if OCCASION.search(between) else NEAR
        return len(between) <= near and not ELSEWHERE.search(between)
    first = source.start if source is not None else cue.start
    before = text[start : time.start].strip(' “"')
    opens = before.lower() in _TIME_OPENS or OCCASION.fullmatch(before) is not None
    return opens and text[time.end : first].strip() in ("", ",")


def hand_down(text: str, quotes: Iterable[TimedSpeech]) -> None:
    """Give what a speaker goes on to say the date of the occasion told before."""
    last: tuple[TimedSpeech, TimeMention] | None = None
    for quote in quotes:
        if quote.time is not None:
            last = quote, quote.time
        elif last is None:
            continue
        elif quote.type != "sign" and _goes_on(text, last[0], quote):
            quote.time = replace(last[1], note=last[1].note or SAME)
            last = quote, quote.time
        elif quote.speaker.actors != last[0].speaker.actors:
            last = None


SAME = "the occasion that is told before"
"""What the note of a date says that was handed down."""


def _goes_on(text: str, last: TimedSpeech, quote: TimedSpeech) -> bool:
    if not quote.speaker.actors or quote.speaker.actors != last.speaker.actors:
        return False
    if quote.paragraph - last.paragraph > 1:
        return False
    cue, words = quote.cue, quote.speaker.words
    if cue is None:
        return quote.continues is not None
    pronoun = words is not None and text[words.start : words.end].lower() in PRONOUNS
    if not pronoun and text[cue.start : cue.end].lower() not in cues.GOES_ON:
        return False
    return not any(ANOTHER_TIME.search(text, *side) for side in _beside(cue, quote.content))


def _beside(cue: Span, content: Sequence[Span]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The characters before and behind a cue, as far as nothing that is said stands there."""
    first = max([cue.start - WINDOW, *(span.end for span in content if span.end <= cue.start)])
    last = min([cue.end + WINDOW, *(span.start for span in content if span.start >= cue.end)])
    return (max(0, first), cue.start), (cue.end, last)
