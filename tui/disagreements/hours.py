"""At what hour something happened: tear gas at 9:30 p.m., and at 8.15 p.m."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from tui.corpus import Corpus
from tui.disagreements.statements import Statement
from tui.disagreements.stories import Stories
from tui.disagreements.tellings import Reader, Telling, TellingRule, around
from tui.model import Anchor

ALIKE = 2
"""What two sentences have in common, at the least."""

LOOSE = Decimal(20)
"""Minutes by which an hour that is told as about so late may be another."""

NOON = 12
HOUR = 60


def _reader(_corpus: Corpus, stories: Stories) -> Callable[[str], Reader]:
    def reader(article: str) -> Reader:
        def read(sentence: Statement) -> Iterator[Telling]:
            if sentence.language.share.search(sentence.text):
                return  # What a count is at two hours is two counts.
            days = frozenset(
                word.folded for word in sentence.words if word.folded in sentence.language.weekdays
            )
            for start, end, minutes, loose in _hours(sentence):
                told = around(sentence, start, end, stories)
                at, within = Anchor(article, start, end), LOOSE * loose
                yield Telling(
                    at, Decimal(minutes), ("hour",), told, least=ALIKE, within=within, days=days
                )

        return read

    return reader


def _hours(sentence: Statement) -> Iterator[tuple[int, int, int, bool]]:
    """The hours in a sentence: where each begins and ends, its minute of the day, and whether it
    is about then."""
    pattern = sentence.language.hour
    for found in pattern.finditer(sentence.text) if pattern else ():
        parts, start = found.groupdict(), sentence.at.start + found.start("time")
        if parts["named"]:
            minutes = sentence.language.named_hours[parts["named"].lower()] * HOUR
        else:
            hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
            half = (parts["half"] or "").replace(".", "").lower()
            if not half and (hour <= NOON or not parts["minute"]):
                continue  # Nothing says which half of the day, or that it is an hour.
            if half in sentence.language.halves:
                hour = hour % NOON + NOON * sentence.language.halves[half]
            minutes = hour * HOUR + minute
        loose = sentence.language.about_so.any_of(parts["before"].lower().split())
        yield start, sentence.at.start + found.end("time"), minutes, loose


HOURS = TellingRule("one thing at two hours", "account", _reader, lone=0)
"""A disagreement for each thing that happens at two hours in two reports of a story."""
