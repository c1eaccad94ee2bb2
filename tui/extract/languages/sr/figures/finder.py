"""The figures of a Serbian text: its numbers with what they count, whose they are, and who says
so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tui.extract.findings import ContestMention, FigureMention, Mention, Reported, TimeMention
from tui.extract.languages.sr.contests import is_near
from tui.extract.languages.sr.figures import neighbours, table_figures, units
from tui.extract.languages.sr.figures.holders import Holders
from tui.extract.languages.sr.figures.numbers import CountedNumber, NumberReader
from tui.extract.languages.sr.figures.words import told
from tui.extract.languages.sr.names.tokens import NameToken, tokens
from tui.extract.languages.sr.roles import roles
from tui.extract.text.document import Document, Sentence
from tui.extract.text.intervals import InnermostInterval
from tui.extract.text.lazy_property import lazy_property
from tui.model import UNKNOWN, FigureStatus, KnownContest, When

_HELD = frozenset(("vote_share", "poll_share", "seats", "votes"))
"""Measures that belong to somebody who stands for election."""
_AROUND = 40
"""Words of a sentence, on either side of a number, that tell what it is of."""
_OF_A_CONTEST = _HELD | {"turnout", "counted", "polling_stations"}
_TITLE = 7
"""Words before a name among which a role and its body stand, at the most."""
_LABEL = 90
"""Characters of whose a row is, at the most."""
_BY_THE_HOUR = re.compile(r"\b(?:[Dd]o|[Дд]о)\s\d{1,2}(?:[.:]\d\d)?\s?(?:čas|sat|h\b|час|сат)")
"""What tells that people were still voting: "do 18 časova"."""
_EARLIER = re.compile(
    r"\b(?:prethodn|prošl|raniji|претходн|прошл|ранији)\w+\s(?:[^\W\d]+\s){0,3}(?:izbor|избор)",
    re.IGNORECASE,
)
"""What tells of another election than that of the text: "na prethodnim izborima"."""
_OF_SEATS = ("ckih", "cka", "cko", "ckog")
"""How adjectives end that stand before seats: "120 poslaničkih mesta"."""
_MAY_BE_HELD = frozenset(("percent", "seats", "votes", "voters"))


def find(
    document: Document,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    _contests: Sequence[KnownContest],
    reported: Sequence[Reported],
    published: When = UNKNOWN,
    found_contests: Sequence[ContestMention] = (),
) -> list[FigureMention]:
    """The figures of a text, in its order."""
    finder = _Finder(document, mentions, times, reported, found_contests, published)
    return sorted(finder.find(), key=lambda each: each.start)


class _Finder:
    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        reported: Sequence[Reported],
        contests: Sequence[ContestMention],
        published: When,
    ) -> None:
        self.document = document
        self.text = document.text
        self._types = {each.actor: each.type for each in mentions}
        self.holders = Holders(document.text, mentions)
        self.numbers = NumberReader(document.text, times)
        self._claims: InnermostInterval[Reported] = InnermostInterval(
            sorted(reported), lambda one: one.end - one.start
        )
        self.contests = list(contests)
        self._of_report = [e for e in contests if is_near(e.contests[0].edtf, published)]

    @lazy_property
    def _counters(self) -> frozenset[str]:
        """The people whom the text has given a role in a body that counts: "predsednik RIK-a
        Petar Kos"."""
        words = tokens(self.document)
        starts = [word.start for word in words]
        found = set()
        for mention in self.holders.mentions:
            if mention.type != "person":
                continue
            at = first = bisect_left(starts, mention.start)
            while first > max(0, at - _TITLE) and words[first].joined and not words[first].opens:
                first -= 1
            keys = [word.key for word in words[first:at]]
            held = next((n for n, word in enumerate(keys) if word in roles()), at)
            if any(word.startswith(told("counters")["words"]) for word in keys[held + 1 :]):
                found.add(mention.actor)
        return frozenset(found)

    def find(self) -> Iterator[FigureMention]:
        found = tokens(self.document)
        starts = [word.start for word in found]
        row: CountedNumber | None = None
        of_tables = list(self._in_tables())
        read = {self.document.number_at(each.start) for each in of_tables}
        yield from of_tables
        for number_of, sentence in enumerate(self.document.sentences):
            if number_of in read or self.document.in_table(sentence.start):
                continue
            role = self.document.paragraphs[sentence.paragraph].role
            if role not in ("body", "caption", "title", "lead-title"):
                continue
            first = bisect_left(starts, sentence.start)
            words = found[first : bisect_left(starts, sentence.end, first)]
            numbers = list(self.numbers.read(sentence, words))
            for number in numbers:
                units.count(self.text, number, words)
            numbers = neighbours.added(self.text, numbers)
            neighbours.share(self.numbers, numbers, words)
            row = self._in_row(sentence, numbers, row)
            for number in numbers:
                if number.measure:
                    yield from self._figures(number, sentence, words)

    def _in_tables(self) -> Iterator[FigureMention]:
        """The figures of tables, each as settled as the paragraph above tells."""
        return table_figures.find(
            self.document,
            self.holders.mentions,
            election=bool(self.contests),
            contest_of=self._contest,
            status_of=lambda words: self._status(words, None),
        )

    def _in_row(
        self,
        sentence: Sentence,
        numbers: Sequence[CountedNumber],
        before: CountedNumber | None,
    ) -> CountedNumber | None:
        """Give the number of a row ("SVM: 2,85") the unit of the row before, and return it
        where the next row may need it."""
        if len(numbers) != 1 or numbers[0].in_words:
            return None
        number = numbers[0]
        label = self.text[sentence.start : number.start].rstrip()
        if not label.endswith((":", "–", "-", "—")) or len(label) > _LABEL:
            return None
        ends = self.text[number.end : sentence.end].strip(" .;,\n")
        if not number.measure and before is not None and not ends:
            number.measure, number.unit = before.measure, before.unit
        return number if number.measure else before

    # ---------------------------------------------------------------- figures

    def _figures(
        self, number: CountedNumber, sentence: Sentence, words: Sequence[NameToken]
    ) -> Iterator[FigureMention]:
        """The figure that a number is: one for each of those of whom each has as much."""
        at = bisect_left(words, (number.start,))
        near = words[max(0, at - _AROUND) : at + _AROUND]
        holders = self.holders.of(number, sentence) if number.measure in _MAY_BE_HELD else ()
        measure = self._measure(number, words, near, holders)
        claim = self._claims.at(number.at)
        words_of = self.text[sentence.start : sentence.end]
        so_far = measure == "turnout" and _BY_THE_HOUR.search(words_of) is not None
        contest = self._contest(sentence) if measure in _OF_A_CONTEST else None
        if measure == "turnout" and self._of_a_region(number, words):
            contest = None
        for subject in (holders if measure in _HELD else ()) or (None,):
            yield FigureMention(
                start=number.start,
                end=number.end,
                value=_printed(number.value),
                unit="people"
                if measure == "people"
                else "votes"
                if measure == "votes"
                else number.unit,
                measure=measure,
                comparator=number.comparator,
                status="preliminary" if so_far else self._status(near, claim),
                base="",
                subject=subject,
                contest=contest.contests[0].id if contest else None,
                contest_span=None,
                as_of=None,
                claimed_by=claim.speakers if claim else (),
                rule=f"number-{measure.replace('_', '-')}",
            )

    def _contest(self, sentence: Sentence) -> ContestMention | None:
        """The contest that a sentence names, else the last one before in its paragraph, else the
        only one that the text names."""
        start = self.document.paragraphs[sentence.paragraph].start
        near = [one for one in self.contests if start <= one.start < sentence.end]
        if near:
            return near[-1]
        if _EARLIER.search(self.text, sentence.start, sentence.end):
            return None
        only = {one.contests[0].id: one for one in self._of_report}
        return next(iter(only.values())) if len(only) == 1 else None

    def _measure(
        self,
        number: CountedNumber,
        words: Sequence[NameToken],
        near: Sequence[NameToken],
        holders: Sequence[str],
    ) -> str:
        """What a number measures; of a share, what it is a share of, by the words that are
        nearest: those of its own part of the sentence come first."""
        if number.changes:
            return "percent" if number.measure == "percent" else "count"
        if number.measure == "voters":
            return "votes" if self.holders.is_for(number, holders) else "voters"
        members = number.noun.startswith(told("members")["words"])
        if number.measure == "seats" and members and not number.noun.endswith(_OF_SEATS):
            # "Pet poslanika napustilo je salu": people, and no seats that somebody has.
            won = holders and any(
                w.startswith(told("gains")["words"]) for w in self._part(number, words)
            )
            return "seats" if won else "people"
        if number.measure != "percent":
            return number.measure
        if [word.key for word in words[number.behind + 1 : number.behind + 2]] == ["ne"]:
            return "percent"  # "34 odsto ne bi izašlo"
        shares = told("shares")
        behind = [word.key for word in words[number.behind : number.behind + 3]]
        part = self._part(number, words)
        kind = _kind(part)
        if any(word.startswith(shares["of_counting"]) for word in behind[1:2]):
            return "counted" if kind == "counted" else "percent"
        if kind == "turnout" and (self.holders.is_for(number, holders) or _for_whom(part)):
            kind = ""
        before = [word.key for word in near if word.start < number.start]
        if kind == "counted" and _wins_since(before, behind):
            kind = ""
        if kind:
            return "percent" if kind == "uncounted" else kind
        around = [word.key for word in near]
        if not holders:
            beside = [w.key for w in near if number.start - 60 < w.start < number.end + 40]
            kind = _kind(beside)
            if kind == "counted" and _wins_since(before, behind):
                kind = ""
            if kind:
                return "percent" if kind == "uncounted" else kind
        for name in ("poll_share", "vote_share"):
            if any(word.startswith(shares[name]) for word in around):
                of_votes = any(word in ("glasa", "glasova") for word in behind)
                asked = "poll_share" if "bi" in around else name  # "osvojila bi 3,6 odsto"
                return asked if of_votes or holders else "percent"
        return "vote_share" if holders else "percent"

    def _part(self, number: CountedNumber, words: Sequence[NameToken]) -> list[str]:
        """The keys of the words that no comma parts from a number."""
        first = bisect_left(words, (number.start,))
        last = max(first, bisect_left(words, (number.end,)))
        while first > 0 and not self._parted(words, first):
            first -= 1
        while last < len(words) and (last == 0 or not self._parted(words, last)):
            last += 1
        return [word.key for word in words[first:last]]

    def _of_a_region(self, number: CountedNumber, words: Sequence[NameToken]) -> bool:
        """Whether a number is that of a part of the country: "u regionu Vojvodine 52,2 odsto"."""
        return any(w.startswith(told("parts")["places"]) for w in self._part(number, words))

    def _parted(self, words: Sequence[NameToken], at: int) -> bool:
        gap = self.text[words[at - 1].end : words[at].start]
        return gap != "," and not set(gap).isdisjoint(",;:()–—")

    def _status(self, words: Sequence[NameToken], claim: Reported | None) -> FigureStatus:
        for status, stems in told("statuses").items():
            if status == "not_estimate":
                continue
            spared = told("statuses")["not_estimate"] if status == "estimate" else ("\0",)
            if any(w.key.startswith(stems) and not w.key.startswith(spared) for w in words):
                return status  # type: ignore[return-value]
        if claim is not None and claim.speakers:
            kind = self._types.get(claim.speakers[0])
            counts = any(w.key.startswith(told("counters")["words"]) for w in words)
            if kind == "person" and (counts or claim.speakers[0] in self._counters):
                return "official"  # "rekla je sekretarka komisije"
            if kind in ("person", "party", "coalition"):
                return "party-claim"
            if kind == "institution":
                return "estimate" if claim.speakers[0] in told("observers")["words"] else "official"
        return "unknown"


def _for_whom(words: Sequence[str]) -> bool:
    """Whether a clause tells for whom people voted: "SNS, za koju je glasalo 45,6 odsto"."""
    return any(a == "za" and b.startswith("koj") for a, b in pairwise(words))


def _wins_since(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether somebody is told to win a share behind what tells how much is counted: "na osnovu
    42 odsto obrađenih listića SNS je osvojio 48 odsto"."""
    counted = told("shares")["counted"]
    if any(word.startswith(counted) for word in behind):
        return False
    last = max((at for at, word in enumerate(before) if word.startswith(counted)), default=-1)
    won = told("gains")["words"]
    return last >= 0 and any(word.startswith(won) for word in before[last:])


def _kind(words: Sequence[str]) -> str:
    """What words tell a share to be that is nobody's."""
    shares = told("shares")
    for name in ("uncounted", "counted", "turnout"):
        if any(word.startswith(shares[name]) for word in words):
            return name
    return ""


def _printed(value: Decimal) -> str:
    whole = value.to_integral_value()
    return str(whole) if value == whole else format(value.normalize(), "f")
