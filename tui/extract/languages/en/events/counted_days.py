"""Days that are counted from another day: "four days later", "the next morning"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from tui.extract.findings import TimeMention
from tui.extract.languages.en.times.words import SMALL

_COUNTED = re.compile(
    r"(?P<count>\w{1,5})\s(?P<unit>day|week)s?\s(?P<way>later|after|afterwards?|earlier|before)\b"
)
_NEXT = re.compile(
    r"\bthe (?P<which>next|following|previous|preceding|same)"
    r" (?:day|morning|afternoon|evening|night)\b"
    r"|\b(?P<that>that) (?:same )?(?:day|morning|afternoon|evening|night)\b"
    r"|\b(?P<after>the day after)\b"
)
_GOES_ON = re.compile(r"\s\w")
"""What follows "a week before" where that counts from what is told behind it."""
_STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0}


def counted(text: str, time: TimeMention, day: TimeMention) -> TimeMention:
    """A time that is counted from a day: "four days later", "the next morning"."""
    words = text[time.start : time.end].lower()
    steps = _steps(words)
    of_clause = words.endswith((" after", " before")) and _GOES_ON.match(text, time.end)
    if steps is None or of_clause:
        return time
    other = date.fromisoformat(day.edtf) + timedelta(days=steps)
    return replace(time, edtf=other.isoformat(), basis=day.derived)


def _steps(words: str) -> int | None:
    """How many days lie between the day told before and the one that words count from it."""
    if found := _COUNTED.search(words):
        count = found["count"]
        number = int(count) if count.isdigit() else SMALL.get(count)
        if number is None:
            return None
        days = number * (7 if found["unit"] == "week" else 1)
        return -days if found["way"] in ("earlier", "before") else days
    if found := _NEXT.search(words):
        return 1 if found["after"] else _STEPS.get(found["which"] or "same", 0)
    return None
