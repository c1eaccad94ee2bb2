"""Of what time a sentence tells: of a day that it names, of a month or a year, or of the report's.

"In February a quake killed 612" is of another quake than the one of which a report tells without
a month; "on 17 December" may be the Sunday of another report.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from tui.disagreements.words import ComparisonWords
from tui.folding import folded

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b(?![,.]?\d)")
_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"

DAY = "day "
"""How a time begins that is one day."""


@lru_cache(8)
def _dates(months: str, since: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A day with its month, and a month alone; one since which something is so is no time of it."""
    month = rf"(?<!\b{since}\s)\b(?:{months})\b\.?"
    day = rf"\b{_DAY}\s+{month}|{month}\s+{_DAY}(?!\d)"
    return re.compile(rf"(?:{day})(?:,?\s+\d{{4}})?"), re.compile(month)


def times_in(text: str, words: ComparisonWords) -> frozenset[str]:
    """The days, months and years that a sentence names; where it names a day, not its month too."""
    if words.declined:
        text = folded(text)  # Its months are written small, in either alphabet.
    day, month = _dates(words.text("times", "months"), words.text("times", "since"))
    days = {DAY + _plain(found) for found in day.findall(text)}
    rest = day.sub(" ", text)
    return frozenset({*days, *map(_plain, month.findall(rest)), *_YEAR.findall(rest)})


def _plain(date: str) -> str:
    """A day as it is compared: its number and the beginning of its month."""
    parts = re.findall(r"\d+|[^\W\d]{3,}", _YEAR.sub("", date))
    return " ".join(sorted(folded(part)[:3] for part in parts))


def of_one_time(one: Collection[str], other: Collection[str]) -> bool:
    """Whether two sentences may tell of one time: of no two days, and of the same months."""
    days, others = ({each for each in some if each.startswith(DAY)} for some in (one, other))
    if days and others and not days & others:
        return False
    return {*one} - days == {*other} - others
