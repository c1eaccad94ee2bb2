"""The passages of a sentence that count something: numbers, and ranks.

A number counts what ``measures`` makes of it, or what ``ellipsis`` takes over from a number
before it; of two numbers with one noun ("30 of the 45 stations") both do.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

from tui.extract.findings import Mention, TimeMention
from tui.extract.languages.en.figures import changes, ellipsis, measures, numbers, ranks, words
from tui.extract.languages.en.figures.clause_words import RESPECTIVELY
from tui.extract.languages.en.figures.ellipsis import Before
from tui.extract.languages.en.figures.numbers import Number
from tui.extract.languages.en.figures.view import Counted, FigurePart, Setting
from tui.extract.text.document import Document, Sentence
from tui.extract.text.lazy_property import lazy_property

_PART_OF = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|all|its|their)\s)?(?:[\w-]+(?:\s[\w-]+){0,3}['’]s\s)?"
)
_LOOK = 500
"""Characters before a sentence that tell whether votes have been counted."""
_LABEL = re.compile(
    r"(?:[A-Z][a-z]*\s(?:[a-z]+\s){0,3}?)?(?i:(?P<what>seats|mandates|votes|shares?|percent|percentages?)):\s"
)
"""What a row of names and numbers begins with: "Seats: Blue List 24, Green Bloc 21"."""
_LABELS = {"seats": "seats", "mandates": "seats", "votes": "votes"}
_LARGE = re.compile(r"[0-9],[0-9]{3}\b")
_CHANGES = frozenset(("(+", "(-", "(−", "(–", "(±"))
"""What stands before a number that tells what another was before: "19 (-4)"."""
_AND = re.compile(r",?\s(?:and|or)\s|,\s")
_TWO = re.compile(
    r"(?:\s?[(/|]|,?\s(?:and|or|with)\s)\s?(?:[0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
"""What stands behind the first of two numbers that are told of one name."""
_JOINED = re.compile(
    r"(?:\sof\s(?:the\s)?votes?)?,?\s?(?P<sign>[(/|]|or\b|and\b|with\b|–|—|-)\s?(?:just\s|only\s)?"
)
"""What joins two figures of one name."""
_SHARE = re.compile(r"%|\bper\s?cent\b|\bpct\b")
_BY_OWNER = frozenset(("share-of-somebody", "share-in-contest"))
"""The rules by which a share is one of the vote; what stands before it may tell more."""
_SEATED = frozenset("seat seats mandate mandates deputies councillors".split())


def _part_of(number: Number, counted: Counted, lost: bool) -> list[FigurePart]:
    """``30 out of Serbia's more than 8,000 polling booths``: one noun for both numbers;
    ``73 percent of 223 votes``: the share of what the second number counts. ``lost`` tells that
    somebody has so many no more."""
    if number.form not in ("digits", "words") or number.unit not in ("", "percent"):
        return []
    part = counted._replace(value=number.value, rule="part-of")
    if lost and counted.measure == "seats":
        part = part._replace(measure="seats_change")
    if number.unit:
        if counted.measure != "votes":
            return []
        part = part._replace(measure="vote_share", unit="percent", end=number.end)
    return [FigurePart(number.start, number.at, part, number)]


def between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Of places in order of text, those between two positions."""
    first = bisect_left(places, start)
    return places[first : bisect_left(places, end, first)]


class Counting:
    """What the numbers of a text count, sentence by sentence, in their order."""

    def __init__(self, document: Document, times: Sequence[TimeMention]) -> None:
        self.document = document
        self.text = document.text
        self.times = times
        self._time_starts = [time.start for time in times]
        self._counting = document.anchors(words.COUNTING_WORDS)
        self._polled = document.anchors(words.POLL_WORDS)
        self._seats = document.anchors(_SEATED)
        self._voted = document.anchors(words.ELECTION_WORDS)
        self._tables = "tables" in document.vocabulary and bool(
            words.VOTING_TABLES.search(document.text)
        )
        self._recount = not document.vocabulary.isdisjoint(words.RECOUNT_WORDS)
        self._polls: dict[int, bool] = {}
        self._exit_polls = words.on_exit_polls(document.text)
        self.last_told: tuple[int, str] | None = None
        """The paragraph and the measure of the last figure."""
        self._titled = any(
            self._polls_told(paragraph.start, paragraph.end)
            and not self._pollsters_count(paragraph.start, paragraph.end)
            for paragraph in document.paragraphs
            if paragraph.role in ("title", "lead-title")
        )

    def setting(
        self,
        sentence: Sentence,
        election: bool,
        row: bool,
        report: bool,
        columns: tuple[str, ...] = (),
    ) -> Setting:
        """Where the numbers of a sentence stand. ``election`` tells that it names one, ``row``
        that it is a row of a list, ``columns`` what its table tells, ``report`` that the whole
        text is about one."""
        bounds = sentence.start, sentence.end
        seated = bool(between(self._seats, *bounds))
        election = election or self.election_told(*bounds) or (row and bool(self._voted))
        if seated and _SHARE.search(self.text, *bounds):
            election = True  # A share and seats in one sentence are a result.
        polls = self.about_polls(sentence)
        if polls and words.PREDICTED.search(self.text, *bounds):
            polls, election = False, True
        return Setting(
            self.text,
            *bounds,
            polls,
            election,
            report=report,
            seated=seated,
            row=row,
            columns=columns,
            told=self.last_told[1] if self.last_told and self.goes_on(sentence) else "",
            tables=self._tables,
            recount=self._recount,
        )

    def of(
        self,
        sentence: Sentence,
        setting: Setting,
        at: Sequence[int],
        ranked: bool,
        holders: Callable[[], Sequence[Mention]],
    ) -> list[FigurePart]:
        """The passages of a sentence that count something; ``holders`` tells who stands in it."""
        found: list[FigurePart] = []
        pending: list[Number] = []
        for number in numbers.find(self.text, sentence.start, sentence.end, at):
            if self._is_time(number) or self.text[number.start - 2 : number.start] in _CHANGES:
                pending.clear()
                continue
            counted = self._before(number, found, sentence) or measures.counted(number, setting)
            if counted is None and found and self._ends_range(number, found[-1].number):
                counted = ellipsis.of_one_kind(number, found[-1].counted.measure)
            if counted is None or counted.measure == "people" or counted.rule in _BY_OWNER:
                counted = self._elliptic(number, found, holders, setting, sentence) or counted
            if counted is None:
                pending.append(number)
                continue
            counted = counted._replace(past=self._was(number, found, sentence))
            for each in self._sharing(pending, number, sentence, holders):
                shared = counted._replace(value=each.value, end=each.end)
                found.append(FigurePart(each.start, each.at, shared, each))
            if pending and _PART_OF.fullmatch(self.text, pending[-1].end, number.start):
                lost = changes.LOST.search(self.text, sentence.start, pending[-1].start)
                found.extend(_part_of(pending[-1], counted, lost is not None))
            found.append(FigurePart(number.start, number.at, counted, number))
            pending.clear()
            setting = setting._replace(previous=counted.measure)
        found.extend(ranks.leads(self.text, sentence.start, sentence.end))
        if ranked and setting.election and not setting.polls:
            found.extend(ranks.ranks(self.text, sentence.start, sentence.end))
        return sorted(found, key=lambda part: (part.start, part.counted.end))

    def _ends_range(self, number: Number, before: Number | None) -> bool:
        """Whether a number is the upper end of the range that the one before it begins."""
        upper = number.link == "range" and number.comparator == "<="
        return upper and before is not None and (before.link, before.comparator) == ("range", ">=")

    def _sharing(
        self,
        pending: Sequence[Number],
        last: Number,
        sentence: Sentence,
        holders: Callable[[], Sequence[Mention]],
    ) -> list[Number]:
        """The numbers that have the noun of another: "14 and 10 seats respectively", "58 to 62
        seats", "the bloc, the list and the party won 7, 5 and 3 percent"."""
        sharing: list[Number] = []
        behind = last
        for number in reversed(pending):
            if number.unit or number.form not in ("digits", "words"):
                break
            if not sharing and number.link == "range" and last.link == "range":
                return [number]
            if _AND.fullmatch(self.text, number.end, behind.start) is None:
                break
            sharing.insert(0, number)
            behind = number
        if sharing and RESPECTIVELY.match(self.text, last.end) is None:
            ahead = sharing[0].start - sentence.start
            named = {one.actor for one in holders() if one.end <= ahead}
            return sharing if len(named) > len(sharing) else []
        return sharing

    def _was(self, number: Number, found: Sequence[FigurePart], sentence: Sentence) -> bool:
        since = found[-1].counted.end if found else None
        return changes.was(self.text, sentence.start, number.start, number.end, since)

    def _before(
        self, number: Number, found: Sequence[FigurePart], sentence: Sentence
    ) -> Counted | None:
        """What a number counts that is told as what the figure ahead of it was before, or as
        what it became."""
        if not found:
            return None
        last = found[-1].counted
        moved = last.past or last.measure in ("seats_change", "margin")
        became = moved and changes.TO.fullmatch(self.text, last.end, number.start)
        if not became and not self._was(number, found, sentence):
            return None
        if last.measure == "margin" and not number.unit:
            return last._replace(value=number.value, end=number.end)
        measure = "seats" if last.measure == "seats_change" else last.measure
        return ellipsis.of_one_kind(number, measure)

    def _elliptic(
        self,
        number: Number,
        found: Sequence[FigurePart],
        holders: Callable[[], Sequence[Mention]],
        setting: Setting,
        sentence: Sentence,
    ) -> Counted | None:
        """What a number counts whose noun stands with another one, here or a sentence before."""
        if found and (measure := self._parallel(number, found)):
            return ellipsis.of_one_kind(number, measure)
        if found:
            measure = told_in(found[-1].counted, self._measure_of_list(number, found))
            before = Before(found[-1].counted.end, measure)
        elif label := _LABEL.match(self.text, sentence.start, number.start):
            before = Before(label.end() - 1, _LABELS.get(label["what"].lower(), "vote_share"))
        elif self.last_told is not None and self.goes_on(sentence):
            apart = self.last_told[0] != sentence.paragraph
            before = Before(sentence.start, self.last_told[1], False, apart)
        else:
            return None
        until = [sentence.start + one.end for one in holders()]
        return ellipsis.counted(self.text, sentence.end, number, before, until, setting.seated)

    def _parallel(self, number: Number, found: Sequence[FigurePart]) -> str:
        """The measure of the second of two that are told of each name, for the second of the next:
        "28.9 percent (931,740 votes), the list 12 (410,220)"."""
        last = found[-1]
        sign = _JOINED.fullmatch(self.text, last.counted.end, number.start)
        if sign is None or number.unit or not ellipsis.closed(self.text, number.end):
            return ""
        for first, second in pairwise(found[:-1]):
            joined = _JOINED.fullmatch(self.text, first.counted.end, second.start)
            if first.counted.measure == last.counted.measure != second.counted.measure and (
                joined and joined["sign"] == sign["sign"]
            ):
                return second.counted.measure
        return ""

    def _measure_of_list(self, number: Number, found: Sequence[FigurePart]) -> str:
        """The measure of the number before, or of the one ahead of that where two are told of
        each name: "44 percent (30 seats), the list 18", "the list 18 (11.6 percent)"; a number
        that is no whole one is a share, as one of the two."""
        last = found[-1].counted
        if len(found) < 2:
            return last.measure
        first = found[-2].counted
        bracket = self.text.startswith(")", last.end)
        share = Decimal(number.value) % 1 and first.unit == "percent"
        if not (bracket or share or _TWO.match(self.text, number.end)):
            return last.measure
        paired = ellipsis.PAIRED.fullmatch(self.text, first.end, found[-1].start)
        return first.measure if paired else last.measure

    def _is_time(self, number: Number) -> bool:
        index = bisect_left(self._time_starts, number.stop) - 1
        return index >= 0 and self.times[index].end > number.at

    def goes_on(self, sentence: Sentence) -> bool:
        """Whether the paragraph has counted something, so that a noun may be left out, or the
        one ahead has votes or seats."""
        if self.last_told is None:
            return False
        paragraph, measure = self.last_told
        after = sentence.paragraph - paragraph
        return after == 0 or (after == 1 and measure in ellipsis.CARRIED)

    def counts(self, start: int, end: int, report: bool) -> bool:
        """Whether there is any word between two positions without which nothing is counted, or
        a number that in a report on an election may be one of votes."""
        return (
            bool(between(self._counting, start, end))
            or any(self.text.find(mark, start, end) >= 0 for mark in words.COUNTING_MARKS)
            or (report and _LARGE.search(self.text, start, end) is not None)
        )

    def about_polls(self, sentence: Sentence) -> bool:
        """Whether a sentence's shares are answers to a poll: its own words say so, or those
        of its paragraph, or the title. Of what has been won they are not; see ``words.WON``."""
        if self._exit_polls:
            return False
        if self._titled or self._polls_told(sentence.start, sentence.end):
            return not self._of_result(sentence)
        if sentence.paragraph not in self._polls:
            paragraph = self.document.paragraphs[sentence.paragraph]
            told = self._polls_told(paragraph.start, paragraph.end)
            self._polls[sentence.paragraph] = told or self._polled_before(sentence.paragraph)
        return self._polls[sentence.paragraph] and not self._of_result(sentence)

    def _polled_before(self, paragraph: int) -> bool:
        """Whether a paragraph goes on with the answers to a poll: one of the two ahead of it tells
        some, and it speaks of no election."""
        if self.last_told is None or self.last_told[1] != "poll_share":
            return False
        here = self.document.paragraphs[paragraph]
        after = paragraph - self.last_told[0]
        return 0 < after <= 2 and not words.HELD.search(self.text, here.start, here.end)

    def _pollsters_count(self, start: int, end: int) -> bool:
        """Whether a headline names pollsters alone, in a report on votes that they count."""
        told = {each.group().lower() for each in words.POLLS.finditer(self.text, start, end)}
        return told <= {"pollster", "pollsters"} and self._told_by_count

    @lazy_property
    def _told_by_count(self) -> bool:
        """Whether the text tells of votes that pollsters count. Not every text asks."""
        return words.BY_COUNT.search(self.text) is not None

    def _of_result(self, sentence: Sentence) -> bool:
        """Whether pollsters tell of votes that have been cast: by a projection, a sample of the
        stations, ballots counted."""
        paragraph = self.document.paragraphs[sentence.paragraph]
        told = self.text[max(paragraph.start, sentence.start - _LOOK) : sentence.end]
        return bool(words.BY_COUNT.search(told) or words.POLLSTERS_TELL.match(told))

    def _polls_told(self, start: int, end: int) -> bool:
        return bool(between(self._polled, start, end)) and bool(
            words.POLLS.search(self.text, start, end)
        )

    def election_told(self, start: int, end: int) -> bool:
        return bool(between(self._voted, start, end)) and bool(
            words.ELECTION.search(self.text, start, end)
        )


def told_in(counted: Counted, measure: str) -> str:
    """The measure of a list that goes on behind a figure: by how many votes somebody is ahead is
    told in votes."""
    ahead = measure == "margin" and counted.unit in ("votes", "seats")
    return counted.unit if ahead else measure


_ASIDE = re.compile(r",\s(?:which|who|whose|where)\b[^,;]*$")


def told_aside(text: str, start: int, time: TimeMention, at: int) -> bool:
    """Whether a time is that of a clause about something else: "The mine, which opened in 1792,
    employs 2,300 people"."""
    return _ASIDE.search(text, start, time.start) is not None and text.find(",", time.end, at) >= 0
