"""When: the expressions of time of a Serbian text, against the day of the report.

What is told without a year is of the year that brings it nearest to the report. A day of the week
is the last one before it, unless the sentence speaks of what is to come.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from tui.extract.findings import TimeMention
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.names.tokens import tokens
from tui.extract.languages.sr.time_words import (
    ANNOUNCED,
    BEFORE_YEAR,
    FUTURE,
    by_word,
    months,
    numbers,
    triggers,
    weekdays,
)
from tui.extract.languages.sr.words import table
from tui.extract.text.document import Document
from tui.model import When

NUMERIC = re.compile(
    r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>(?:19|20)\d\d)\b\.?|"
    r"\b(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROLES = {"od": "since", "do": "until"}
_PAST = ("la", "lo", "li", "le", "ao", "io", "eo", "uo")
_PASSIVE = ("en", "an", "eno", "ano", "ena", "ana", "eni", "ani", "ene", "ane")


class _Found(NamedTuple):
    """An expression: the words that it takes, what it says, and whether the report's own day was
    needed for it."""

    last: int
    edtf: str
    stated: bool
    rule: str


def find(document: Document, published: When) -> list[TimeMention]:
    """The expressions of time of a text in its order, none inside another."""
    return list(_Reader(document, published).read())


class _Reader:
    def __init__(self, document: Document, published: When) -> None:
        self.document = document
        self.text = document.text
        self.words = tokens(document)
        self.day = _day(published)

    def read(self) -> Iterator[TimeMention]:
        numeric = self._numeric()
        at = 0
        begins = triggers()
        while at < len(self.words):
            word = self.words[at]
            if word.key not in begins and not word.key[:1].isdigit():
                at += 1
                continue
            if numeric and numeric[0].start <= word.start:
                yield numeric.pop(0)
                while at < len(self.words) and self.words[at].start < self._stop:
                    at += 1
                continue
            found = self._at(at)
            if found is None:
                at += 1
                continue
            yield self._mention(at, found)
            at = found.last
        yield from numeric

    def _numeric(self) -> list[TimeMention]:
        found = []
        self._stop = 0
        for match in NUMERIC.finditer(self.text):
            year, month, day = (
                match[a] or match[b] for a, b in (("y", "iy"), ("m", "im"), ("d", "id"))
            )
            try:
                edtf = date(int(year), int(month), int(day)).isoformat()
            except ValueError:
                continue
            found.append(TimeMention(*match.span(), edtf, "stated", "at", "date-in-figures"))
            self._stop = max(self._stop, match.end())
        return found

    def _mention(self, at: int, found: _Found) -> TimeMention:
        before = self.words[at - 1] if at else None
        start = self.words[at].start
        role = "at"
        if before is not None and self.text[before.end : start] == " ":
            role = _ROLES.get(before.key, "at")
            if before.key in ("u", "od", "do", "iz", "na", "tokom", "tijekom", "sa"):
                start = before.start
        end = self.words[found.last - 1].end
        if self.text[end : end + 1] == "." and self.text[end - 1].isdigit():
            end += 1
        basis = "stated" if found.stated else "resolved"
        if not found.edtf:
            basis = "unknown"
        return TimeMention(start, end, found.edtf, basis, role, found.rule)  # type: ignore[arg-type]

    # ------------------------------------------------------------------ rules

    def _at(self, at: int) -> _Found | None:
        word = self.words[at]
        if word.text.isdigit():
            return self._figures(at)
        if word.key in weekdays():
            return self._weekday(at)
        if word.key in by_word("days") and (word.text[0].islower() or self._opens(at)):
            return _Found(at + 1, self._shifted(int(by_word("days")[word.key])), False, "day")
        if word.key in months() and (word.text[0].islower() or self._year_behind(at + 1)[2]):
            return self._month(at)
        if word.key in by_word("which"):
            return self._which(at)
        if word.key in by_word("seasons"):
            return self._season(at)
        if word.key in by_word("units") and by_word("units")[word.key] == "weekend":
            return _Found(at + 1, self._weekend(int(self._to_come(at))), False, "weekend")
        if word.key in ("pre", "prije"):
            return self._ago(at)
        for number, ordinals in enumerate(table("times")["quarters"]["ordinals"]):
            if word.key in map(key, ordinals.split()):
                return self._quarter(at, number)
        return None

    def _opens(self, at: int) -> bool:
        sentence = self.document.sentence_at(self.words[at].start)
        return sentence is not None and sentence.start == self.words[at].start

    def _key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def _joined(self, at: int, gaps: tuple[str, ...] = (" ", ". ", ".")) -> bool:
        """Whether no more than a space or an ordinal's stop parts a word from the one before."""
        if not 0 < at < len(self.words):
            return False
        return self.text[self.words[at - 1].end : self.words[at].start] in gaps

    def _year_behind(self, at: int) -> tuple[int, int | None, bool]:
        """A year that stands from a word on: one past its last word, the year, and whether it is
        told by its number."""
        if self._joined(at) and _YEAR.fullmatch(self.words[at].text):
            last = at + 1
            if self._joined(last) and self._key(last) in ("godine", "godini"):
                last += 1
            return last, int(self.words[at].text), True
        which = by_word("which").get(self._key(at))
        if self._joined(at) and which and by_word("units").get(self._key(at + 1)) == "year":
            year = self.day.year + int(which) if self.day else None
            return at + 2, year, False
        return at, None, False

    def _figures(self, at: int) -> _Found | None:
        text = self.words[at].text
        dot = self.text[self.words[at].end : self.words[at].end + 1] == "."
        if len(text) <= 2 and dot and self._joined(at + 1):
            if self._key(at + 1) in months():
                return self._day_of_month(at, at + 1)
            joined = self._key(at + 1) in ("i", "do", "ili") and self._key(at + 2).isdigit()
            if joined and self._key(at + 3) in months():  # "17. i 30. decembra"
                return self._day_of_month(at, at + 3)._replace(last=at + 1)
        if _YEAR.fullmatch(text) and dot:
            behind = self._joined(at + 1) and self._key(at + 1).startswith("godin")
            goes_on = self._joined(at + 1) and self.words[at + 1].text[0].islower()
            if behind or goes_on or (at and self._key(at - 1) in BEFORE_YEAR):
                return _Found(at + 1 + behind, text, True, "year")
        return None

    def _day_of_month(self, at: int, named: int) -> _Found:
        month = months()[self._key(named)]
        last, year, told = self._year_behind(named + 1)
        number = int(self.words[at].text)
        if year is None and self.day is not None:
            year = self._nearest(month, number)
        edtf = ""
        if year is not None:
            try:
                edtf = date(year, month, number).isoformat()
            except ValueError:
                edtf = ""
        return _Found(last, edtf, told, "day-of-month")

    def _weekday(self, at: int) -> _Found | None:
        """ "u nedelju", and the date that may stand beside it."""
        before = self._key(at - 1)
        word = self._key(at)
        if word in ("nedelje", "nedjelje") and before not in ("od", "do", "iz", "prosle"):
            return None
        behind = at + 1
        while behind < at + 2 and behind < len(self.words):
            gap = self.text[self.words[at].end : self.words[behind].start]
            if gap in (", ", " (", " ") and self.words[behind].text.isdigit():
                date_of = self._figures(behind)
                if date_of is not None:
                    return date_of
            behind += 1
        if before in by_word("which"):
            return None
        conjoined = before == "i" and self._key(at - 2) in weekdays()
        conjoined = conjoined and self._key(at - 3) != "izmedu"
        if before not in ("u", "za", "od", "do", "iz", "s", "sa") and not conjoined:
            return None
        if self.day is None:
            return _Found(at + 1, "", False, "weekday")
        back = (self.day.weekday() - weekdays()[word]) % 7
        told = before == "u" and self._key(at - 2) in ("je", "su", "sam", "smo")
        if before == "za" or (not told and self._to_come(at)):
            # "najavio je u utorak da će": the day is that of the saying.
            ahead = (weekdays()[word] - self.day.weekday()) % 7 or 7
            return _Found(at + 1, self._shifted(ahead), False, "weekday")
        return _Found(at + 1, self._shifted(-back), False, "weekday")

    def _to_come(self, at: int) -> bool:
        """Whether a sentence speaks of what is to come."""
        sentence = self.document.sentence_at(self.words[at].start)
        if sentence is None:
            return False
        first = bisect_left(self.words, (sentence.start,))
        last = bisect_left(self.words, (sentence.end,))
        keys = [word.key for word in self.words[first:last]]
        if any(word.startswith(ANNOUNCED) for word in keys):
            return True
        near = [word.key for word in self.words[max(first, at - 12) : min(last, at + 12)]]
        done = any(word.endswith(_PAST) and len(word) > 3 for word in near)
        if any(word in ("je", "su") for word in near):
            done = done or any(word.endswith(_PASSIVE) and len(word) > 4 for word in near)
        return not done or any(word in FUTURE for word in near)

    def _month(self, at: int) -> _Found | None:
        if self._key(at) in ("maj", "mart", "jun", "jul") and not self._month_follows(at):
            return None
        month = months()[self._key(at)]
        last, year, told = self._year_behind(at + 1)
        if year is None and self.day is not None:
            year = self._nearest(month, 15)
        if year is None:
            return _Found(last, "", False, "month")
        edtf = f"{year:04d}-{month:02d}"
        if last == at + 1 and self._key(last) in ("ili", "i") and self._key(last + 1) in months():
            other = months()[self._key(last + 1)]
            if other > month:
                return _Found(last + 2, f"{edtf}/{year:04d}-{other:02d}", False, "months")
        return _Found(last, edtf, told, "month")

    def _month_follows(self, at: int) -> bool:
        return (
            self._key(at - 1) in ("u", "za", "od", "do", "iz")
            or _YEAR.fullmatch(self.words[at + 1].text if at + 1 < len(self.words) else "")
            is not None
        )

    def _which(self, at: int) -> _Found | None:
        """ "prošle godine", "iduće nedelje", "ovog meseca"."""
        shift = int(by_word("which")[self._key(at)])
        day = self.day
        if self._key(at) == "lani":
            return _Found(at + 1, str(day.year - 1) if day else "", False, "year")
        unit = by_word("units").get(self._key(at + 1)) if self._joined(at + 1) else None
        if unit is None and self._joined(at + 1) and self._key(at + 1) in by_word("seasons"):
            season = by_word("seasons")[self._key(at + 1)]
            return _Found(at + 2, f"{day.year + shift}-{season}" if day else "", False, "season")
        if unit is None and self._joined(at + 1) and self._key(at + 1) in weekdays():
            if shift and day is not None:
                number = weekdays()[self._key(at + 1)]
                away = (
                    (number - day.weekday()) % 7 if shift > 0 else -((day.weekday() - number) % 7)
                )
                return _Found(at + 2, self._shifted(away or 7 * shift), False, "weekday")
            return None
        if unit is None:
            return None
        if day is None:
            return _Found(at + 2, "", False, unit)
        if unit == "year":
            return _Found(at + 2, str(day.year + shift), False, "year")
        if unit == "month":
            months = day.year * 12 + day.month - 1 + shift
            return _Found(at + 2, f"{months // 12:04d}-{months % 12 + 1:02d}", False, "month")
        if unit == "weekend":
            return _Found(at + 2, self._weekend(shift), False, "weekend")
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
        sunday = monday + timedelta(days=6)
        return _Found(at + 2, f"{monday.isoformat()}/{sunday.isoformat()}", False, "week")

    def _weekend(self, shift: int) -> str:
        if self.day is None:
            return ""
        saturday = self.day - timedelta(days=(self.day.weekday() + 2) % 7)
        saturday += timedelta(weeks=max(shift, 0))
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"

    def _season(self, at: int) -> _Found | None:
        if self._key(at - 1) not in ("na", "u", "do"):
            return None
        season = by_word("seasons")[self._key(at)]
        last, year, told = self._year_behind(at + 1)
        if year is None and self.day is not None:
            middle = {"21": 4, "22": 7, "23": 10, "24": 1}[season]
            year = self._nearest(middle, 15)
        return _Found(last, f"{year}-{season}" if year else "", told, "season")

    def _quarter(self, at: int, number: int) -> _Found | None:
        if self._key(at + 1) not in map(key, table("times")["quarters"]["words"].split()):
            return None
        last, year, told = self._year_behind(at + 2)
        first = 3 * number + 1
        if year is None and self.day is not None:
            year = self._nearest(first + 1, 15)
        edtf = f"{year}-{first:02d}/{year}-{first + 2:02d}" if year else ""
        return _Found(last, edtf, told, "quarter")

    def _ago(self, at: int) -> _Found | None:
        """ "pre tri dana"."""
        word = self._key(at + 1)
        number = int(word) if word.isdigit() and len(word) < 4 else numbers().get(word)
        if number is None or not self._joined(at + 2):
            return None
        unit = self._key(at + 2)
        if unit in ("dan", "dana"):
            return _Found(at + 3, self._shifted(-number), False, "ago")
        if unit.startswith("godin") and self.day is not None:
            return _Found(at + 3, str(self.day.year - number), False, "ago")
        return None

    # --------------------------------------------------------------- calendar

    def _shifted(self, days: int) -> str:
        return (self.day + timedelta(days=days)).isoformat() if self.day else ""

    def _nearest(self, month: int, number: int) -> int:
        """The year in which a day of a month is nearest to the report."""
        day = self.day or date.min
        years = (day.year - 1, day.year, day.year + 1)
        return min(
            years,
            key=lambda y: abs(
                (y - day.year) * 365 + _of_year(month, number) - _of_year(day.month, day.day)
            ),
        )


def _of_year(month: int, number: int) -> int:
    return (month - 1) * 30 + number


def _day(published: When) -> date | None:
    """The day of the report, where it is known to the day."""
    try:
        return date.fromisoformat(published.edtf)
    except ValueError:
        return None
