"""The expressions of time of a Serbian text, against the day of the report.

What is told without a year is of the year that its clause allows and that brings it nearest to
the report. A day of the week is the last one before it, unless the clause speaks of what is to
come.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache

from tui.extract.findings import TimeMention
from tui.extract.languages.sr.times import anchored, calendar, phrases
from tui.extract.languages.sr.times.context import YEAR, TimeContext, TimeReading
from tui.extract.languages.sr.times.words import (
    BEFORE_YEAR,
    by_word,
    days_in_words,
    months,
    numbers,
    ordinals,
    weekdays,
)
from tui.extract.text.document import Document
from tui.model import When

NUMERIC = re.compile(
    r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)\b\.?|"
    r"\b(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)\b"
)
_RANGE = re.compile(r"(\d{1,2})[-–](\d{1,2})")
_ROLES = {"od": "since", "do": "until"}
_WITH = frozenset(
    "u od do iz na tokom tijekom sa za krajem posle poslije nakon pre prije uoci".split()
)
"""What belongs to the words of an expression where it stands before it."""

Rule = Callable[[TimeContext, int], TimeReading | None]


def find(document: Document, published: When) -> list[TimeMention]:
    """The expressions of time of a text in its order, none inside another."""
    return list(_Reader(document, published).read())


class _Reader:
    def __init__(self, document: Document, published: When) -> None:
        self.words = TimeContext(document, published)
        self.text = document.text

    def read(self) -> Iterator[TimeMention]:
        numeric, stop = self._numeric()
        words = self.words.words
        rules, counted, numbered = _rules(), anchored.triggers(), numbers()
        last: TimeMention | None = None
        at = 0
        while at < len(words):
            word = words[at].key
            rule = rules.get(word)
            begins = word in counted or word in numbered
            if rule is None and not begins and not word[:1].isdigit():
                at += 1
                continue
            if numeric and numeric[0].start <= words[at].start:
                last = numeric.pop(0)
                yield last
                while at < len(words) and words[at].start < stop[last.start]:
                    at += 1
                continue
            found = None
            if begins or word[:1].isdigit():
                found = anchored.read(self.words, at, last)
                found = found or anchored.from_a_day(self.words, at, _figures)
            if found is None:
                rule = rule or (_figures if word[:1].isdigit() else None)
                found = rule(self.words, at) if rule is not None else None
            if found is None:
                at += 1
                continue
            last = self._mention(at, found)
            yield last
            at = found.last
        yield from numeric

    def _numeric(self) -> tuple[list[TimeMention], Mapping[int, int]]:
        """The dates in figures, and where each ends by where it begins."""
        found = []
        for match in NUMERIC.finditer(self.text):
            year, month, day = (
                match[a] or match[b] for a, b in (("y", "iy"), ("m", "im"), ("d", "id"))
            )
            try:
                edtf = date(int(year), int(month), int(day)).isoformat()
            except ValueError:
                continue
            found.append(TimeMention(*match.span(), edtf, "stated", "at", "date-in-figures"))
        return found, {each.start: each.end for each in found}

    def _mention(self, at: int, found: TimeReading) -> TimeMention:
        words = self.words.words
        at = found.first if found.first >= 0 else at
        before = words[at - 1] if at else None
        start = words[at].start
        role = "at"
        if before is not None and self.text[before.end : start] == " ":
            role = _ROLES.get(before.key, "at")
            if before.key in _WITH:
                start = before.start
        end = words[found.last - 1].end
        if self.text[end : end + 1] == "." and self.text[end - 1].isdigit():
            end += 1
        basis = "stated" if found.stated else "resolved"
        if not found.edtf:
            basis = "unknown"
        return TimeMention(
            start,
            end,
            found.edtf,
            basis,  # type: ignore[arg-type]
            role,
            found.rule,
            found.note,
        )


@cache
def _rules() -> Mapping[str, Rule]:
    """The rule that reads an expression, by the word with which it begins."""
    found: dict[str, Rule] = {}
    for section, rule in (
        ("decades", phrases.decade),
        ("holidays", phrases.holiday),
        ("parts", phrases.part),
        ("seasons_past", phrases.season_past),
        ("years", phrases.year_word),
        ("seasons", phrases.season),
        ("which", phrases.which),
        ("days", _day),
    ):
        found.update(dict.fromkeys(by_word(section), rule))
    found.update(dict.fromkeys(ordinals(), phrases.quarter))
    found.update(dict.fromkeys(days_in_words(), _in_words))
    found.update(dict.fromkeys(by_word("easter"), phrases.easter))
    found.update(dict.fromkeys(("nove", "novu"), phrases.holiday))
    weekends = (word for word, unit in by_word("units").items() if unit == "weekend")
    found.update(dict.fromkeys(weekends, _weekend))
    found.update(dict.fromkeys(("pre", "prije"), phrases.ago))
    found.update(dict.fromkeys(months(), _month))
    found.update(dict.fromkeys(weekdays(), _weekday))
    return found


def _day(words: TimeContext, at: int) -> TimeReading | None:
    """ "juče", "danas"."""
    if not (words.words[at].text[0].islower() or words.opens(at)):
        return None
    number = int(by_word("days")[words.key(at)])
    edtf = calendar.shifted(words.day, number) if words.day else ""
    return TimeReading(at + 1, edtf, False, "day")


def _weekend(words: TimeContext, at: int) -> TimeReading:
    shift = int(words.to_come(at))
    edtf = calendar.weekend(words.day, shift) if words.day else ""
    return TimeReading(at + 1, edtf, False, "weekend")


def _month(words: TimeContext, at: int) -> TimeReading | None:
    if not (words.words[at].text[0].islower() or words.year_behind(at + 1)[2]):
        return None
    return phrases.month(words, at)


def _figures(words: TimeContext, at: int) -> TimeReading | None:
    """ "17. decembra 2023. godine", "1-5. marta", "2020. godine"."""
    word = words.words[at]
    dot = words.text[word.end : word.end + 1] == "."
    if len(word.text) <= 2 and words.joined(at + 1) and words.key(at + 1) in months():
        # Many leave the stop out: "17 decembra".
        return _day_of_month(words, at, at + 1, int(word.text))
    if len(word.text) <= 2 and dot and words.joined(at + 1):
        joined = words.key(at + 1) in ("i", "do", "ili") and words.key(at + 2).isdigit()
        if joined and words.key(at + 3) in months():  # "17. i 30. decembra"
            found = _day_of_month(words, at, at + 3, int(word.text))
            by_night = words.key(at - 1) == "izmedu" and words.key(at - 2) in ("noci", "noc")
            if by_night or (words.key(at - 1), words.key(at + 1)) == ("od", "do"):
                second = _figures(words, at + 2)
                if second is not None and second.edtf:
                    # Both are of one month, and so of one year.
                    both = f"{second.edtf[:8]}{int(word.text):02}/{second.edtf}"
                    return second._replace(edtf=both, first=at - 1)
            return found._replace(last=at + 1)
    several = _RANGE.fullmatch(word.text) if len(word.text) > 2 else None
    if several and dot and words.key(at + 1) in months():
        first, last = (_day_of_month(words, at, at + 1, int(n)) for n in several.groups())
        if first.edtf and last.edtf:
            return last._replace(edtf=f"{first.edtf}/{last.edtf}")
    if dot and len(word.text) <= 2 and words.text[word.start - 1 : word.start] == "(":
        return _day_in_brackets(words, at)
    behind = words.joined(at + 1) and words.key(at + 1).startswith("godin")
    if YEAR.fullmatch(word.text) and (dot or behind):
        goes_on = words.joined(at + 1) and words.words[at + 1].text[0].islower()
        of_elections = any(words.key(n).startswith("izbor") for n in range(max(0, at - 4), at))
        if words.key(at + 1) == "godina" and words.key(at - 1) in ("pre", "prije"):
            return None  # "pre 2000 godina": so long ago.
        if behind or goes_on or of_elections or (at and words.key(at - 1) in BEFORE_YEAR):
            return TimeReading(at + 1 + behind, word.text, True, "year")
    return None


def _day_in_brackets(words: TimeContext, at: int) -> TimeReading | None:
    """ "u ponedeljak (8.10.)"."""
    following = words.words[at + 1] if at + 1 < len(words.words) else None
    if following is None or not following.text.isdigit() or not words.joined(at + 1, (". ", ".")):
        return None
    day, month = int(words.words[at].text), int(following.text)
    closed = words.text[following.end : following.end + 2] == ".)"
    year = words.year_of(at, month, day) if closed and 1 <= month <= 12 else None
    try:
        edtf = date(year, month, day).isoformat() if year else ""
    except ValueError:
        edtf = ""
    return TimeReading(at + 2, edtf, False, "day-of-month") if edtf else None


def _in_words(words: TimeContext, at: int) -> TimeReading | None:
    """ "prvog maja"."""
    if words.key(at + 1) not in months() or not words.joined(at + 1, (" ",)):
        return phrases.quarter(words, at) if words.key(at) in ordinals() else None
    return _day_of_month(words, at, at + 1, days_in_words()[words.key(at)])


def _day_of_month(words: TimeContext, at: int, named: int, number: int) -> TimeReading:
    month = months()[words.key(named)]
    last, year, told = words.year_behind(named + 1)
    if year is None:
        year = words.year_of(at, month, number)
    edtf = ""
    if year is not None:
        try:
            edtf = date(year, month, number).isoformat()
        except ValueError:
            edtf = ""
    return TimeReading(last, edtf, told, "day-of-month")


def _weekday(words: TimeContext, at: int) -> TimeReading | None:
    """ "u nedelju", and the date that may stand beside it."""
    before, word = words.key(at - 1), words.key(at)
    if before == "izmedu" and words.key(at + 1) == "i" and words.key(at + 2) in weekdays():
        return _night(words, at)
    if words.key(at + 1) == "dana" and words.joined(at + 1):
        return None  # "za nedelju dana"
    if word in ("nedelje", "nedjelje") and before not in ("od", "do", "iz", "prosle"):
        return None
    behind = at + 1
    if behind < len(words.words) and words.words[behind].text.isdigit():
        gap = words.text[words.words[at].end : words.words[behind].start]
        date_of = _figures(words, behind) if gap in (", ", " (", " ") else None
        if date_of is not None:
            return date_of
    conjoined = before == "i" and words.key(at - 2) in weekdays()
    conjoined = conjoined and words.key(at - 3) != "izmedu"
    if before not in ("u", "za", "od", "do", "iz", "s", "sa") and not conjoined:
        return None
    if words.day is None:
        return TimeReading(at + 1, "", False, "weekday")
    number = weekdays()[word]
    # "najavio je u utorak da će": the day is that of the saying.
    told = before == "u" and words.key(at - 2) in ("je", "su", "sam", "smo")
    lean = "past" if told else "future" if before == "za" else words.lean(at)
    if before == "od" and not lean:
        return TimeReading(at + 1, "", False, "weekday")  # "Od petka rade škole": which one?
    if lean == "future" or (not lean and words.to_come(at)):
        ahead = (number - words.day.weekday()) % 7 or 7
        return TimeReading(at + 1, calendar.shifted(words.day, ahead), False, "weekday")
    back = (words.day.weekday() - number) % 7
    return TimeReading(at + 1, calendar.shifted(words.day, -back), False, "weekday")


def _night(words: TimeContext, at: int) -> TimeReading | None:
    """ "(u noći) između subote i nedelje"."""
    if words.day is None:
        return None
    first, last = weekdays()[words.key(at)], weekdays()[words.key(at + 2)]
    back = (words.day.weekday() - last) % 7
    ahead = (last - words.day.weekday()) % 7 or 7
    until = ahead if words.lean(at) == "future" else -back
    since = until - (last - first) % 7
    edtf = f"{calendar.shifted(words.day, since)}/{calendar.shifted(words.day, until)}"
    return TimeReading(at + 3, edtf, False, "weekday", first=at - 1)
