"""Figures: what the numbers of a Serbian text count, whose they are, and who says so.

A number is figures ("46,72", "40.000", "1,4 miliona") or words ("dva i po miliona"). What it
counts is told by the word behind it, or, of several numbers with one word, by that of a neighbour.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from tui.extract.findings import ContestMention, FigureMention, Mention, Reported, TimeMention
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.names.tokens import NameToken, tokens
from tui.extract.languages.sr.words import table
from tui.extract.text.document import Document, Sentence
from tui.extract.text.intervals import InnermostInterval
from tui.model import UNKNOWN, Comparator, FigureStatus, KnownContest, When

_NUMBER = re.compile(
    r"(?<![\w.,:/-])(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+))?(?![\w/:]|-\w)(?:\s?(?P<percent>%))?"
)
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}(?:\s?[-–—]\s|\s?h\b|\sčas|\sчас|\ssat)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PART = "i po"
_ADJECTIVES = ("ih", "nog", "nom", "skog")
_SMALL = Decimal(4)
"""A number in words up to this is a figure only with a unit that is counted."""
_HELD = frozenset(("vote_share", "poll_share", "seats", "votes"))
"""Measures that belong to somebody who stands for election."""
_AROUND = 40
"""Words of a sentence, on either side of a number, that tell what it is of."""
_NEIGHBOURS = 6
"""Numbers of a sentence, on either side, that may have the unit of one without."""
_REACH = 90
"""Characters between a party and its number."""
_TOGETHER = re.compile(
    r"\s?(?:[^\W\d]+\s)?[^\W\d]*(?:,?\s(?:odnosno|i|односно|и)|,)\s(?:[^\W\d]+\s)?"
)
"""What stands between two numbers that are told in one breath."""


@dataclass(slots=True)
class _Number:
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


@cache
def _values() -> dict[str, Decimal]:
    told = table("figures")["numbers"]
    return {key(word): Decimal(value) for value, words in told.items() for word in words.split()}


@cache
def _scales() -> dict[str, int]:
    told = table("figures")["scales"]
    return {key(word): int(scale) for scale, words in told.items() for word in words.split()}


@cache
def _comparators() -> tuple[tuple[tuple[str, ...], Comparator], ...]:
    told: Mapping[str, Comparator] = table("figures")["comparators"]
    return tuple((tuple(map(key, words.split())), sign) for words, sign in told.items())


@cache
def _counted() -> tuple[tuple[tuple[str, ...], tuple[str, ...], str, str], ...]:
    """How words begin that tell what is counted, and which do so whole, with the measure and the
    unit."""
    told = table("figures")["counted"]
    return tuple(
        (_stems(each["words"]), _stems(each.get("exact", "")), each["measure"], each["unit"])
        for each in told
    )


def _stems(words: str) -> tuple[str, ...]:
    return tuple(map(key, words.split()))


@cache
def _told(section: str) -> Mapping[str, tuple[str, ...]]:
    return {name: _stems(words) for name, words in table("figures")[section].items()}


def find(
    document: Document,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    _contests: Sequence[KnownContest],
    reported: Sequence[Reported],
    _published: When = UNKNOWN,
    found_contests: Sequence[ContestMention] = (),
) -> list[FigureMention]:
    """The figures of a text, in its order."""
    return list(_Finder(document, mentions, times, reported, found_contests).find())


class _Finder:
    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        reported: Sequence[Reported],
        contests: Sequence[ContestMention],
    ) -> None:
        self.document = document
        self.text = document.text
        self.mentions = sorted(mentions)
        self._starts = [each.start for each in self.mentions]
        self._types = {each.actor: each.type for each in self.mentions}
        self.times = sorted(times, key=lambda time: time.start)
        self._times_at = [time.start for time in self.times]
        self._claims: InnermostInterval[Reported] = InnermostInterval(
            sorted(reported), lambda one: one.end - one.start
        )
        self.contests = list(contests)

    def find(self) -> Iterator[FigureMention]:
        found = tokens(self.document)
        starts = [word.start for word in found]
        for sentence in self.document.sentences:
            role = self.document.paragraphs[sentence.paragraph].role
            if role not in ("body", "caption", "title", "lead-title"):
                continue
            first = bisect_left(starts, sentence.start)
            words = found[first : bisect_left(starts, sentence.end, first)]
            numbers = list(self._numbers(sentence, words))
            self._share_units(numbers, words)
            for number in numbers:
                if number.measure:
                    yield self._figure(number, sentence, words)

    # ---------------------------------------------------------------- numbers

    def _numbers(self, sentence: Sentence, words: Sequence[NameToken]) -> Iterator[_Number]:
        starts = [word.start for word in words]
        until = sentence.start
        values = _values()
        for index, word in enumerate(words):
            if not (word.key in values or word.key[:1].isdigit()):
                continue
            if word.start < until or self._in_time(word.start):
                continue
            number = self._in_figures(word, sentence) or self._in_words(words, index)
            named = words[max(0, index - 2) : index]
            if number is None or any(
                each.key.startswith(_told("named")["words"]) for each in named
            ):
                continue
            self._compare(number, words, bisect_left(starts, number.at))
            number.behind = bisect_left(starts, number.end)
            self._scale(number, words)
            self._count(number, words)
            until = number.end
            yield number

    def _in_time(self, position: int) -> bool:
        at = bisect_left(self._times_at, position + 1) - 1
        return at >= 0 and position < self.times[at].end

    def _in_figures(self, word: NameToken, sentence: Sentence) -> _Number | None:
        if not word.key[:1].isdigit():
            return None
        found = _NUMBER.match(self.text, word.start, sentence.end)
        if found is None or _CLOCK.match(self.text, word.start):
            return None
        behind = self.text[found.end() : found.end() + 3]
        goes_on = found.end() + 1 < sentence.end and not behind[2:3].isupper()
        if behind[:1] == "." and behind[1:2].isspace() and goes_on:
            return None  # An ordinal: "35. put".
        if _YEAR.fullmatch(found[0]) and behind[:1] in (".", "/", "-"):
            return None
        value = Decimal(found["whole"].replace(".", "") + "." + (found["part"] or "0"))
        number = _Number(found.start(), found.start(), found.end(), value, "=", 0, False)
        if found["percent"]:
            number.measure, number.unit = "percent", "percent"
        return number

    def _in_words(self, words: Sequence[NameToken], index: int) -> _Number | None:
        value = _values().get(words[index].key)
        if value is None:
            return None
        last = index + 1
        while last < len(words) and (more := _values().get(words[last].key)) is not None:
            if more >= value or self.text[words[last - 1].end : words[last].start] != " ":
                break
            value += more
            last += 1
        start, end = words[index].start, words[last - 1].end
        if [word.key for word in words[last : last + 2]] == _PART.split():
            value += Decimal("0.5")
            end = words[last + 1].end
        return _Number(start, start, end, value, "=", 0, True)

    def _scale(self, number: _Number, words: Sequence[NameToken]) -> None:
        """ "800 miliona", "dva i po miliona"."""
        if number.behind < len(words):
            word = words[number.behind]
            scale = _scales().get(word.key)
            if scale and self.text[number.end : word.start] == " ":
                number.value *= scale
                number.end = word.end
                number.behind += 1
                number.in_words = False

    def _compare(self, number: _Number, words: Sequence[NameToken], at: int) -> None:
        before = [word.key for word in words[max(0, at - 2) : at]]
        for compared, sign in _comparators():
            if tuple(before[-len(compared) :]) == compared:
                number.comparator = sign
                number.start = words[at - len(compared)].start
                return
        if before[-1:] == ["izmedu"]:
            number.comparator = ">="
        elif before[-1:] == ["i"] and "izmedu" in [w.key for w in words[max(0, at - 4) : at]]:
            number.comparator = "<="

    def _count(self, number: _Number, words: Sequence[NameToken]) -> None:
        """What a number counts, by the words behind it."""
        if number.measure:
            return
        end = number.end
        for offset, word in enumerate(words[number.behind : number.behind + 3]):
            gap = self.text[end : word.start]
            if gap not in (" ", "“ ", "” ", '" ') or _values().get(word.key) or word.key.isdigit():
                return
            if offset == 0 and word.key.startswith(_told("times")["words"]):
                return
            for stems, exact, measure, unit in _counted():
                counts = word.key.startswith(stems) or word.key in exact
                if counts and not self._one(number):
                    number.measure, number.unit, number.end = measure, unit, word.end
                    if measure == "polling_stations" and number.behind + offset + 1 < len(words):
                        number.end = words[number.behind + offset + 1].end
                    return
            if word.key in ("i", "a", "u", "na", "je", "su", "od", "do", "za", "ili", "se"):
                return
            if word.key.endswith(_ADJECTIVES) and offset < 2:
                end = word.end
                continue
            if self._is_noun(word) and not self._small(number):
                number.measure, number.unit = "count", self.text[word.start : word.end].lower()
                number.end = word.end
                return
            end = word.end

    def _is_noun(self, word: NameToken) -> bool:
        verb = word.key.endswith(("ao", "io", "eo", "uo"))
        return self.text[word.start].islower() and len(word.key) > 2 and not verb

    def _one(self, number: _Number) -> bool:
        """Whether "jedan" stands where other languages have an article."""
        return number.in_words and number.value == 1

    def _small(self, number: _Number) -> bool:
        return number.in_words and number.value <= _SMALL

    def _share_units(self, numbers: Sequence[_Number], words: Sequence[NameToken]) -> None:
        """A number without a unit of its own has that of the next, or of the one before."""
        for at, number in enumerate(numbers):
            if number.measure or number.in_words:
                continue
            following = words[number.behind].start if number.behind < len(words) else 0
            if following and self.text[number.end : following] == " ":
                word = words[number.behind].key
                if word not in ("i", "a", "ili", "od", "u", "na", "odnosno"):
                    continue
            if at + 1 < len(numbers) and self._joined(number, numbers[at + 1]):
                number.measure, number.unit = numbers[at + 1].measure, numbers[at + 1].unit
                continue
            decimal = number.value != number.value.to_integral_value()
            before = reversed(numbers[max(0, at - _NEIGHBOURS) : at])
            for other in (*numbers[at + 1 : at + 1 + _NEIGHBOURS], *before):
                if other.measure in ("percent", "seats", "votes", "money") and (
                    other.measure == "percent" or not decimal
                ):
                    number.measure, number.unit = other.measure, other.unit
                    break

    def _joined(self, number: _Number, other: _Number) -> bool:
        """Whether two numbers are told in one breath: "između 5 i 20 minuta"."""
        between = self.text[number.end : other.start].strip()
        return between in ("i", "ili", "do", "и", "или", "до", "–", "-")

    # ---------------------------------------------------------------- figures

    def _figure(
        self, number: _Number, sentence: Sentence, words: Sequence[NameToken]
    ) -> FigureMention:
        at = bisect_left(words, (number.start,))
        words = words[max(0, at - _AROUND) : at + _AROUND]
        measure = self._share(number, sentence, words)
        claim = self._claims.at(number.at)
        contest = self._contest(sentence) if measure in (*_HELD, "turnout", "counted") else None
        return FigureMention(
            start=number.start,
            end=number.end,
            value=_printed(number.value),
            unit=number.unit,
            measure=measure,
            comparator=number.comparator,
            status=self._status(words, claim),
            base="",
            subject=self._holder(number, sentence) if measure in _HELD else None,
            contest=contest.contests[0].id if contest else None,
            contest_span=None,
            as_of=None,
            claimed_by=claim.speakers if claim else (),
            rule=f"number-{measure.replace('_', '-')}",
        )

    def _contest(self, sentence: Sentence) -> ContestMention | None:
        """The contest that a sentence names, else the last one before in its paragraph."""
        start = self.document.paragraphs[sentence.paragraph].start
        near = [one for one in self.contests if start <= one.start < sentence.end]
        return near[-1] if near else None

    def _share(self, number: _Number, sentence: Sentence, words: Sequence[NameToken]) -> str:
        """What a share is a share of, by the words of its sentence that are nearest."""
        if number.measure != "percent":
            return number.measure
        told = _told("shares")
        near = [w.key for w in words if number.start - 60 < w.start < number.end + 40]
        around = [w.key for w in words]
        for name in ("uncounted", "counted", "turnout"):
            if any(word.startswith(told[name]) for word in near):
                return "percent" if name == "uncounted" else name
        for name in ("poll_share", "vote_share"):
            if any(word.startswith(told[name]) for word in around):
                behind = words[number.behind : number.behind + 2]
                of_votes = any(word.key in ("glasa", "glasova") for word in behind)
                return name if of_votes or self._holder(number, sentence) else "percent"
        return "vote_share" if self._holder(number, sentence) else "percent"

    def _holder(self, number: _Number, sentence: Sentence) -> str | None:
        """Whose share or seats these are: the party or list named last before in the sentence,
        or the person who is told to win them; with another number between nobody, unless the two
        are told in one breath ("12 odsto glasova, odnosno 15 mandata")."""
        first = bisect_left(self._starts, sentence.start)
        last = bisect_left(self._starts, number.at, first)
        if last == first:
            return None
        mention = self.mentions[last - 1]
        between = self.text[mention.end : number.start]
        if len(between) > _REACH:
            return None
        numbers = list(re.finditer(r"\d[\d.,]*", between))
        if numbers and not _TOGETHER.fullmatch(between, numbers[-1].end()):
            return None
        if mention.type in ("party", "coalition"):
            return mention.actor
        if mention.type != "person" or re.search(r"[,;:]", between[: _upto(numbers, between)]):
            return None
        gains = _told("gains")["words"]
        keys = [key(word) for word in _WORD.findall(between)]
        won = any(word.startswith(gains) for word in keys) and "da" not in keys
        return mention.actor if won else None

    def _status(self, words: Sequence[NameToken], claim: Reported | None) -> FigureStatus:
        for status, stems in _told("statuses").items():
            if any(word.key.startswith(stems) for word in words):
                return status  # type: ignore[return-value]
        if claim is not None and claim.speakers:
            kind = self._types.get(claim.speakers[0])
            if kind in ("person", "party", "coalition"):
                return "party-claim"
            if kind == "institution":
                return "official"
        return "unknown"


def _upto(numbers: Sequence[re.Match[str]], between: str) -> int:
    return numbers[0].start() if numbers else len(between)


def _printed(value: Decimal) -> str:
    whole = value.to_integral_value()
    return str(whole) if value == whole else format(value.normalize(), "f")
