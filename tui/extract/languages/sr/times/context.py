"""The words of a text as expressions of time are looked for in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from typing import NamedTuple

from tui.extract.languages.sr.names.tokens import tokens
from tui.extract.languages.sr.times import lean
from tui.extract.languages.sr.times.calendar import Lean, day_of, year_of
from tui.extract.languages.sr.times.words import CLAUSES, MORE, PUT_OFF, by_word
from tui.extract.text.document import Document
from tui.model import When

_THAN = frozenset(("nego", "no"))
_JUST_GONE = 75
"""Days for which a day that something was put off to is not the one of the next year."""
YEAR = re.compile(r"(?:19|20)\d\d")


class TimeReading(NamedTuple):
    """What stands at a word: one past its last word, what it says, whether it says so without
    the day of the report, and by which rule."""

    last: int
    edtf: str
    stated: bool
    rule: str
    note: str = ""
    first: int = -1
    """The word with which it begins, where that is one before; else -1."""


class TimeContext:
    def __init__(self, document: Document, published: When) -> None:
        self.document = document
        self.text = document.text
        self.words = tokens(document)
        self.day = day_of(published)

    def key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def joined(self, at: int, gaps: tuple[str, ...] = (" ", ". ", ".")) -> bool:
        """Whether no more than a space or an ordinal's stop parts a word from the one before."""
        if not 0 < at < len(self.words):
            return False
        return self.text[self.words[at - 1].end : self.words[at].start] in gaps

    def opens(self, at: int) -> bool:
        sentence = self.document.sentence_at(self.words[at].start)
        return sentence is not None and sentence.start == self.words[at].start

    def is_year(self, at: int) -> bool:
        return 0 <= at < len(self.words) and YEAR.fullmatch(self.words[at].text) is not None

    def year_behind(self, at: int) -> tuple[int, int | None, bool]:
        """A year that stands from a word on: one past its last word, the year, and whether it is
        told by its number."""
        if self.joined(at) and self.is_year(at):
            last = at + 1
            if self.joined(last) and self.key(last) in ("godine", "godini"):
                last += 1
            return last, int(self.words[at].text), True
        which = by_word("which").get(self.key(at))
        if self.joined(at) and which and by_word("units").get(self.key(at + 1)) == "year":
            year = self.day.year + int(which) if self.day else None
            return at + 2, year, False
        return at, None, False

    def lean(self, at: int) -> Lean:
        """What the clause of a word speaks of: what has been, or what is to come."""
        low, high = self._sentence(at)
        return lean.of_clause(self.text, self.words, at, low, high)

    def to_come(self, at: int) -> bool:
        """Whether a sentence speaks of what is to come, or of nothing that is done."""
        low, high = self._sentence(at)
        return lean.of_sentence(self.words, at, low, high) == "future"

    def _sentence(self, at: int) -> tuple[int, int]:
        sentence = self.document.sentence_at(self.words[at].start)
        if sentence is None:
            return at, at + 1
        first = bisect_left(self.words, (sentence.start,))
        return first, bisect_left(self.words, (sentence.end,), first)

    def year_of(self, at: int, month: int, number: int, whole: bool = False) -> int | None:
        """The year of a month or a day that is told without one, None without a day of the
        report."""
        if self.day is None:
            return None
        before = self.key(at - 1)
        lean = self.lean(at)
        dated = self.words[at].text.isdigit()
        if (year := self._year_set_against(at)) is not None:
            return year
        if before == "za" and self._is_put_off(at):
            # "odložena za decembar"; for a day that has just gone, that one.
            near = year_of(month, number, self.day, "", whole)
            since = self.day - date(near, month, 15 if whole else min(number, 28))
            lean = "" if since.days < _JUST_GONE else "future"
        elif before == "za" and lean == "past":
            lean = ""  # "raspisani za 17. decembar": the nearest one, whatever is done before.
        elif before == "je" and dated and not self.key(at + 1).endswith("a"):
            lean = ""  # "Rok je 26. novembar": in the nominative.
        elif not lean and self._is_less_than_at(at):
            lean = "past"  # "manje nego u decembru"
        elif not lean and before == "do" and "od" not in (self.key(at - 3), self.key(at - 4)):
            lean = "" if dated else "future"  # "najkasnije do decembra", "do 2. novembra"
        elif before in ("od", "iz"):
            # "od februara"; "neće poštovati odluku od 18. marta" is of the nearest one.
            lean = "" if lean == "future" else "past"
        return year_of(month, number, self.day, lean, whole)

    def _is_less_than_at(self, at: int) -> bool:
        """Whether something is compared with what was then: "manje nego u decembru"."""
        than = not _THAN.isdisjoint((self.key(at - 2), self.key(at - 3)))
        return than and any(self.key(at - back) in MORE for back in range(3, 6))

    def _is_put_off(self, at: int) -> bool:
        """Whether what is put off stands before "za" and a day, and was not so once."""
        near = [self.key(at - back) for back in range(2, 5)]
        return any(key.startswith(PUT_OFF) for key in near) and not any(
            key.startswith(("bil", "bio")) for key in near
        )

    def _year_set_against(self, at: int) -> int | None:
        """The year that the clause before has: "raspisani u julu 1997, a održani 21. septembra"."""
        low, _high = self._sentence(at)
        for place in range(at - 1, low, -1):
            if self.key(place) == "a" and YEAR.fullmatch(self.words[place - 1].text):
                return int(self.words[place - 1].text)
            if self.key(place) in CLAUSES:
                break
        return None
