"""The numbers of a Serbian text: figures ("46,72", "40.000", "1,4 miliona") and words ("dva i po
miliona"), each from what compares it to its scale."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tui.extract.findings import TimeMention
from tui.extract.languages.sr.figures.words import about, comparators, scales, told, values
from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.text.document import Sentence
from tui.model import Comparator

_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?:(?P<point>\d{1,2}\.\d{1,2})(?=\s?(?:%|odsto|posto|одсто|procen|процен|mili|mlrd|мили|млрд))|(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:\s(?=\d\s?(?:%|odsto|posto|одсто|посто)))?(?P<part>\d+))?)(?![\w/:]|-\w)(?:\s?(?P<sign>[%€$£]))?"
)
_POINTED = re.compile(
    r"(?<=[:–—-]\s)(?P<point>\d{1,2}\.\d{1,2})(?P<sign>)(?P<whole>)(?P<part>)(?=\s*(?:\n|$))"
)
"""A number with a point that ends a row of results."""
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?:\s?[-–—]\s|\s?h\b|\sčas|\sчас|\ssat)")
_DAY = re.compile(r"\d{1,2}\.\s?\d{1,2}\.(?!\d)")
"""A day in figures without its year: "8.10."."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNS = {
    "%": ("percent", "percent"),
    "€": ("money", "EUR"),
    "$": ("money", "USD"),
    "£": ("money", "GBP"),
}
_SHORT = frozenset("mil mlrd hilj".split())
"""Scales that a full stop makes short."""
_BETWEEN = ("i", "do", "ili", "и", "или", "до", "–", "-")


@dataclass(slots=True)
class CountedNumber:
    """A number where it stands: from its comparator to what it counts."""

    start: int
    at: int
    end: int
    value: Decimal
    comparator: Comparator
    behind: int
    """The word that follows it, by number."""
    in_words: bool
    measure: str = ""
    unit: str = ""
    noun: str = ""
    """What it counts, by its key."""
    scale: int = 1
    changes: bool = False
    """Whether it tells how much more or less something is."""


class NumberReader:
    def __init__(self, text: str, times: Sequence[TimeMention]) -> None:
        self.text = text
        self.times = sorted(times, key=lambda time: time.start)
        self._times_at = [time.start for time in self.times]

    def read(self, sentence: Sentence, words: Sequence[NameToken]) -> Iterator[CountedNumber]:
        """The numbers of a sentence, given its words."""
        known = values()
        if not any(word.key in known or word.key[:1].isdigit() for word in words):
            return
        starts = [word.start for word in words]
        until = sentence.start
        for index, word in enumerate(words):
            if not (word.key in known or word.key[:1].isdigit()):
                continue
            if word.start < until or self._in_time(word.start):
                continue
            number = self._in_figures(word, sentence) or self._in_words(words, index)
            if number is None or _is_named(words, index):
                continue
            self._compare(number, words, bisect_left(starts, number.at))
            number.behind = bisect_left(starts, number.end)
            self._scale(number, words)
            until = number.end
            yield number

    def _in_time(self, position: int) -> bool:
        at = bisect_left(self._times_at, position + 1) - 1
        return at >= 0 and position < self.times[at].end

    def _in_figures(self, word: NameToken, sentence: Sentence) -> CountedNumber | None:
        if not word.key[:1].isdigit():
            return None
        found = _POINTED.match(self.text, word.start, sentence.end)
        found = found or _NUMBER.match(self.text, word.start, sentence.end)
        if (
            found is None
            or _CLOCK.match(self.text, word.start)
            or _DAY.match(self.text, word.start)
        ):
            return None
        behind = self.text[found.end() : found.end() + 3]
        if behind[:1] == "." and behind[1:2].isdigit():
            return None  # The hour: "do 16.00 glasalo".
        goes_on = found.end() + 1 < sentence.end and not behind[2:3].isupper()
        if behind[:1] == "." and behind[1:2].isspace() and goes_on:
            return None  # An ordinal: "35. put".
        if _YEAR.fullmatch(found[0]) and behind[:1] in (".", "/", "-"):
            return None
        if found["point"]:  # "54.93 odsto"
            value = Decimal(found["point"])
        else:
            value = Decimal(found["whole"].replace(".", "") + "." + (found["part"] or "0"))
        number = CountedNumber(found.start(), found.start(), found.end(), value, "=", 0, False)
        sign = found["sign"] or self.text[max(0, found.start() - 1) : found.start()]
        if sign in _SIGNS and (found["sign"] or sign != "%"):
            number.measure, number.unit = _SIGNS[sign]
            number.start -= not found["sign"]
        return number

    def _in_words(self, words: Sequence[NameToken], index: int) -> CountedNumber | None:
        known = values()
        value = known.get(words[index].key)
        if value is None:
            return None
        if index and words[index - 1].key in told("vague")["words"]:
            return None  # "nekoliko stotina": nobody tells how many.
        last = index + 1
        while last < len(words):
            skip = words[last].key == "i" and 20 <= value < 100  # "dvadeset i pet"
            more = known.get(words[last + skip].key) if last + skip < len(words) else None
            if more is None or more >= value or (skip and more >= 10):
                break
            if self.text[words[last - 1].end : words[last].start] != " ":
                break
            value += more
            last += 1 + skip
        start, end = words[index].start, words[last - 1].end
        if [word.key for word in words[last : last + 2]] == ["i", "po"]:
            of_scale = words[last - 1].key in scales()
            value = value * Decimal("1.5") if of_scale else value + Decimal("0.5")
            end = words[last + 1].end
        number = CountedNumber(start, start, end, value, "=", 0, True)
        if words[index].key in about():
            number.comparator, number.in_words = "~", False
        elif value >= 1000:
            number.in_words = False
        return number

    def _scale(self, number: CountedNumber, words: Sequence[NameToken]) -> None:
        """ "800 miliona", "dva i po miliona", "5 mil. evra"."""
        if number.behind >= len(words):
            return
        word = words[number.behind]
        scale = scales().get(word.key)
        if scale and self.text[number.end : word.start] == " ":
            number.value *= scale
            number.scale = scale
            number.end = word.end
            if word.key in _SHORT and self.text[number.end : number.end + 1] == ".":
                number.end += 1
            number.behind += 1
            number.in_words = False

    def _compare(self, number: CountedNumber, words: Sequence[NameToken], at: int) -> None:
        before = [word.key for word in words[max(0, at - 3) : at]]
        if at < len(words) and self.text[words[at - 1].end : number.at] not in (" ", " €", " $"):
            before = []  # "Blizu: 5"
        for compared, sign in comparators():
            if tuple(before[-len(compared) :]) == compared:
                number.comparator = sign
                number.start = words[at - len(compared)].start
                return
        if before[-1:] == ["izmedu"]:
            number.comparator = ">="
            return
        second = before[-1:] == ["i"] and "izmedu" in [w.key for w in words[max(0, at - 4) : at]]
        most = before[-1:] == ["do"] and not any(map(_is_reached, before[-2:-1]))
        if second or most:
            number.comparator = "<="

    def joined(self, number: CountedNumber, other: CountedNumber) -> bool:
        """Whether two numbers are told in one breath: "između 5 i 20 minuta"."""
        between = self.text[number.end : other.start].strip()
        return between in _BETWEEN


def _is_number(word: str) -> bool:
    return word in values() or word[:1].isdigit()


def _is_reached(word: str) -> bool:
    """Whether what "do" leads to is told as it is, and no bound: "dogurao do 5,9", "124 do 125"."""
    return _is_number(word) or word.startswith(told("reaching")["words"])


def _is_named(words: Sequence[NameToken], index: int) -> bool:
    """Whether a number is the name of something: "Rezolucija UN 1244"."""
    names = told("named")
    if any(word.key.startswith(names["words"]) for word in words[max(0, index - 2) : index]):
        return True
    return index > 0 and words[index - 1].key in names["right_before"]
