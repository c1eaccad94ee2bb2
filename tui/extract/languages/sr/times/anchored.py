"""Days that are counted from one that the text has told: "istog dana", "sutradan", "dve godine
kasnije"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tui.extract.findings import TimeMention
from tui.extract.languages.sr.times import phrases
from tui.extract.languages.sr.times.context import TimeContext, TimeReading
from tui.extract.languages.sr.times.words import DONE, by_word
from tui.extract.languages.sr.words import DID

_REACH = 700
"""Characters behind a date within which another may be counted from it."""
_SAME = frozenset("istog istoga tog toga te iste isti istu".split())
_NEXT = frozenset("narednog sledeceg sljedeceg iduceg naredne sledece sljedece".split())
_BEFORE = frozenset("prethodnog prethodne".split())
_PARTS_OF_DAY = frozenset("dana veceri noci jutra dan vece".split())
_LATER = frozenset("kasnije potom posle poslije nakon".split())
_EARLIER = frozenset("ranije pre prije uoci".split())
_OF_SOMETHING = frozenset("nakon pre prije posle poslije uoci".split())
"""Turns that may be prepositions."""
_VERBS = frozenset("je su se i a".split())
_NOT_SO_MANY = frozenset(
    "od roku oko skoro gotovo do svaki svakog svaka svake nekoliko ceo celi cijeli".split()
)
"""Words before a number of days by which no one day is told."""
_LEFT_OPEN = frozenset("toga tog njega".split())


def read(words: TimeContext, at: int, before: TimeMention | None) -> TimeReading | None:
    """What is counted at a word from the expression before, if anything is."""
    if before is None or not before.edtf or words.words[at].start - before.end > _REACH:
        return None
    to_come = words.day is not None and before.edtf[:10] > words.day.isoformat()
    if to_come and words.lean(at) == "past":
        return None
    word, following = words.key(at), words.key(at + 1)
    if word == "isti" and words.key(at - 1) == "u":
        return None  # "da glasaju u isti dan"
    if word == "sutradan":
        return _on(words, at + 1, before, 1)
    if following in _PARTS_OF_DAY and words.joined(at + 1, (" ",)):
        number = 0 if word in _SAME else 1 if word in _NEXT else -1 if word in _BEFORE else None
        if number is not None:
            return _on(words, at + 2, before, number)
    if word in _SAME and following.startswith(("godin", "mesec", "mjesec")):
        size = len("2023") if following.startswith("godin") else len("2023-12")
        edtf = before.edtf[:size]
        return _counted(words, at + 2, before, edtf) if len(edtf) == size else None
    return _away(words, at, before)


def _on(words: TimeContext, last: int, before: TimeMention, days: int) -> TimeReading | None:
    day = _day(before)
    if day is None:
        return None
    return _counted(words, last, before, (day + timedelta(days=days)).isoformat())


def _away(words: TimeContext, at: int, before: TimeMention) -> TimeReading | None:
    found = phrases.length(words, at)
    if found is None:
        return None
    last, number, unit = found
    turn = words.key(last)
    if not words.joined(last, (" ",)) or not (turn in _LATER or turn in _EARLIER):
        return None
    of = words.key(last + 1)
    verb = of in _VERBS or (of.endswith(DID) and of not in DONE)
    governs = turn in _OF_SOMETHING and words.joined(last + 1, (" ",))
    if governs and of not in _LEFT_OPEN and not verb:
        return None  # "dan nakon izbora": the day of the elections it is counted from.
    last += 1 + (words.key(last + 1) in _LEFT_OPEN)
    sign = 1 if turn in _LATER else -1
    day = _day(before)
    if day is not None:
        return _counted(words, last, before, phrases.away(day, sign * number, unit))
    if unit == "year" and len(before.edtf) >= len("2023"):
        return _counted(words, last, before, str(int(before.edtf[:4]) + sign * number))
    if unit == "month" and len(before.edtf) == len("2023-12"):
        year, month = map(int, before.edtf.split("-"))
        return _counted(
            words, last, before, phrases.away(date(year, month, 15), sign * number, unit)
        )
    return None


def from_a_day(
    words: TimeContext, at: int, read_day: Callable[[TimeContext, int], TimeReading | None]
) -> TimeReading | None:
    """What is counted at a word from a day that stands behind: "dva dana pre 17. decembra"."""
    found = phrases.length(words, at)
    if found is None or words.key(at - 1) in _NOT_SO_MANY:
        return None
    last, number, unit = found
    turn = words.key(last)
    if turn not in _OF_SOMETHING or turn == "uoci" or not words.joined(last, (" ",)):
        return None
    if not words.joined(last + 1, (" ",)) or not words.key(last + 1)[:1].isdigit():
        return None
    day = read_day(words, last + 1)
    try:
        since = date.fromisoformat(day.edtf if day is not None else "")
    except ValueError:
        return None
    if day is None or day.rule != "day-of-month":
        return None
    sign = 1 if turn in _LATER else -1
    return day._replace(edtf=phrases.away(since, sign * number, unit), stated=False, rule="counted")


def _day(before: TimeMention) -> date | None:
    try:
        return date.fromisoformat(before.edtf)
    except ValueError:
        return None


def _counted(words: TimeContext, last: int, before: TimeMention, edtf: str) -> TimeReading:
    told = " ".join(words.text[before.start : before.end].split())
    return TimeReading(last, edtf, False, "counted", f"counted from '{told}'")


def triggers() -> frozenset[str]:
    """The words with which such an expression begins, but for numbers."""
    return _SAME | _NEXT | _BEFORE | {"sutradan", "dan", "vece", "noc"} | by_word("single").keys()
