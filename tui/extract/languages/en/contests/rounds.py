"""The rounds of an election: the first, the run-off, and which of them a report is on.

Each mention of a round is an election of its own. Where the words of a round stand beside those
of its election ("the first round of the presidential election in Orland") both are one mention;
where a report tells of two rounds, "the election" is the one that has just been held.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from tui.dates import bounds
from tui.extract.findings import ContestMention, NamedContest, TimeMention
from tui.extract.languages.en.contests.naming import GENERIC, discovered, kind_of
from tui.extract.text.document import Document, Sentence

WORDS = frozenset("round rounds runoff runoffs run off offs".split())
"""Of these words each mention of a round has one."""
BEFORE = "round-before"
"""The rule of a mention of a run-off to come that stands for the round before it."""
APART = 6
"""Days between a report and the round before the one that it is on."""
_LONGEST = 60
"""Days between the two rounds of an election at most."""

_RUN_OFF = re.compile(r"\b(?:run-?offs?|second[\s-]rounds?)\b", re.IGNORECASE)
_SUCH = (
    r"(?!\sof\s(?:the\s)?(?:talks|negotiations|consultations|interviews|balloting|applause|draft"
    r"|counting|data|results|protests|violence|sanctions|funding)|\s(?:pick|draw|match|loss))"
)
_ROUND = re.compile(
    rf"\b(?:(?:the\s)?(?P<nth>[Ff]irst|[Ss]econd|[Ff]inal|[Oo]pening|[Ii]nitial|1st|2nd)"
    rf"[\s-](?:electoral\s|voting\s|presidential\s|mayoral\s)?rounds?\b{_SUCH}"
    r"|(?<![\w-])(?P<run_off>[Rr]un-?offs?)\b(?!\s(?:water|area|play)))"
)
_RUN_OFF_WORD = len("run-off ")
_FIRST = frozenset(("first", "opening", "initial", "1st"))
_OF = re.compile(
    r"(?:\s(?:of\s(?:voting|the\svote)))?\s(?:of|in|for|at)\s(?:the\s|this\syear['’]s\s|its\s)?"
    r"(?:[A-Z][\w-]+['’]s\s)?(?:[a-z-]+\s){0,3}|\s(?:[a-z]+\s)?"
)
"""What stands between a round and its election: "the first round of the country's presidential"."""
_OF_IT = re.compile(r"['’]s?\s|\s(?:went\s(?:in)?to\s(?:an?\s)?)?")
_INTO = re.compile(
    r"\b(?:into|avoid(?:s|ed|ing)?|avert(?:s|ed|ing)?|forc(?:e|es|ed|ing)|head(?:s|ed|ing)?\s(?:in)?(?:to|for)"
    r"|(?:advanc|proceed|qualif|progress|mov)[a-z]*\s(?:to|for)|(?:will|would|must|to)\s(?:[\w’'-]+\s){1,12}(?:in|to|at)"
    r"|(?:will|would)\s(?:then\s)?(?:face|meet|decide|have|be|need)\s(?:\w+\s){0,3}"
    r"|need\sfor|set\sfor|go(?:es|ing)?\sto|scheduled\sfor)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
"""What stands before a run-off that is the outcome of a first round, and still to come."""
_BEFORE_IT = re.compile(r"\b(?:before|ahead\sof)\s(?:an?\s|the\s)?(?:[\w-]+\s){0,2}$")
"""What stands before one, in a report that tells of a first round."""
_TO_COME = re.compile(
    r"\s(?:(?:of|in)\s(?:the\s)?(?:[\w-]+\s){1,4})?(?:is|are|will|would|to\sbe|scheduled|due|expected|set)\b"
)
"""What stands behind one."""
_AGAIN = re.compile(
    r"\bvot\w+\sagain\b|\breturn\w*\sto\s(?:the\s)?(?:polls|vote)|\bweeks?\s(?:after|ago|earlier|later)\b"
    r"|\blast\s(?:month|week)['’]?s?\b|\b(?:eliminated|knocked\sout|fell)\sin\s(?:the\s)?$"
)
"""What tells of a round as the one before."""
_OF_OFFICE = re.compile(r"\b(?:presidential|mayoral|gubernatorial)\b")
_BESIDE = 60
_VOTES = re.compile(r"%|\b(?:per\s?cent|pct|turnout|votes)\b")
"""What a sentence has that tells of a result."""


def past(text: str, one: ContestMention) -> bool:
    """Whether an election is told as the one before."""
    named = all(not each.known for each in one.contests)
    return named and bool(
        _PREVIOUS.search(text, max(0, one.start - 30), one.start)
        or re.match(r"(?:[a-z]+\s)?(?:previous|preceding)\s", text[one.start : one.end])
    )


_PREVIOUS = re.compile(r"\b(?:previous|preceding|last\stime.s)\s(?:[a-z]+\s)?$")


def coming(text: str, one: ContestMention) -> bool:
    """Whether a run-off is told as what a first round leads to: "forced into a run-off"."""
    found = _RUN_OFF.search(text, max(0, one.start - _RUN_OFF_WORD), one.end)
    if found is None:
        return False
    begin, start = text.rfind("\n", 0, one.start) + 1, min(found.start(), one.start)
    led = _BEFORE_IT.search(text, begin, start) and "poll" not in text[begin:start].lower()
    return (bool(led) and "first round" in text) or _INTO.search(
        text, max(begin, start - 120), start
    ) is not None


def before_run_off(
    text: str, found: Sequence[ContestMention], about: ContestMention | None
) -> ContestMention | None:
    """The round that led to a run-off to come with which a report begins; None where it is
    ``about`` that election anyway."""
    one = found[0] if found and len(found[0].contests) == 1 else None
    if one is None or not coming(text, one):
        return None
    if about is not None and _election(about.contests[0]) == _election(one.contests[0]):
        return None
    return replace(one, contests=(of_round(one.contests[0], first=True),), rule=BEFORE)


def of_round(election: NamedContest, *, first: bool, edtf: str = "") -> NamedContest:
    """The first round of an election, or its run-off, on a day or in a year."""
    kind = _election(election)
    ahead, head, behind = kind.rpartition("election")
    run_off = f"{ahead}run-off{behind}" if head else f"{kind} run-off"
    words = f"first round of the {kind}" if first else run_off
    return discovered(words, election.place, edtf or election.edtf[:4])


def _election(contest: NamedContest) -> str:
    """The kind of the election that a round is one of."""
    kind = kind_of(contest).removeprefix("first round of the ")
    return _RUN_OFF.sub("election", kind)


def is_round(contest: NamedContest) -> bool:
    """Whether a contest is a round of an election, and not the whole."""
    return _is_first(contest) or _RUN_OFF.search(kind_of(contest)) is not None


def _is_first(contest: NamedContest) -> bool:
    return kind_of(contest).startswith("first round")


class Rounds:
    """The rounds that a report on an election tells of; ``day`` is that of the report."""

    def __init__(
        self,
        document: Document,
        found: Sequence[ContestMention],
        election: NamedContest,
        times: Sequence[TimeMention],
        day: str,
    ) -> None:
        self.document = document
        self.text = document.text
        self.election = election
        self.day = day
        self.times = [time for time in times if len(time.edtf) == len("2024-01-01")]
        self._starts = [time.start for time in self.times]
        self.kept = list(found)
        self._offices: set[NamedContest] = set()
        """The elections of one office whose rounds a report on one of a parliament names."""

    def settled(self, lead: int) -> list[ContestMention]:
        """The mentions of the report with those of its rounds; ``lead`` is where the paragraphs
        end that tell what it is about."""
        if self.election.known:
            return self.kept
        rounds = [self._mention(*each) for each in self._told()]
        if not rounds:
            return self.kept
        now = self._now(rounds, lead)
        kept = [self._as_now(one, now) if now else one for one in self.kept]
        days = self._days_of_first(rounds) if now and not _is_first(now) else ()
        return sorted([*kept, *rounds, *days], key=lambda one: (one.start, one.end))

    def _days_of_first(self, rounds: Sequence[ContestMention]) -> Iterator[ContestMention]:
        """The day of the first round, in a report on the run-off: "on 4 May she won 29 percent"."""
        if not self.day or not any(_is_first(one.contests[0]) for one in rounds):
            return
        first = of_round(self.election, first=True)
        for time in self.times:
            on = "on " in self.text[max(0, time.start - 3) : time.start + 3].lower()
            if not on or not APART <= self._days_ago(time) <= _LONGEST:
                continue
            sentence = self.document.sentence_at(time.start)
            if sentence and _VOTES.search(self.text, sentence.start, sentence.end):
                yield ContestMention(time.start, time.end, (first,), time, "contest")

    def _told(self) -> Iterator[tuple[int, int, bool, Sentence]]:
        for number, _ in self.document.by_sentence(self.document.anchors(WORDS)):
            sentence = self.document.sentences[number]
            for found in _ROUND.finditer(self.text, sentence.start, sentence.end):
                at = bisect_right(self.kept, found.start(), key=lambda one: one.start) - 1
                if (
                    at >= 0
                    and len(self.kept[at].contests) > 1
                    and self.kept[at].end > found.start()
                ):
                    continue  # "The run-offs in Brod and Lisen" are those of two towns.
                first = bool(found["nth"]) and found["nth"].lower() in _FIRST
                yield found.start(), found.end(), first, sentence

    def _mention(self, start: int, end: int, first: bool, sentence: Sentence) -> ContestMention:
        """A round and the election that is named with it, which is no mention of its own then."""
        election, rule, time, edtf = self.election, "contest", None, ""
        beside = self._beside(start, end, sentence)
        if beside is not None:
            self.kept.remove(beside)
            start, end = min(start, beside.start), max(end, beside.end)
            contest, rule, time = beside.contests[0], beside.rule, beside.time
            if contest.known and first:
                return replace(beside, start=start, end=end)
            if kind_of(contest) not in GENERIC or is_round(contest):
                election, edtf = contest, contest.edtf
            if self._of_another_office(contest):
                self._offices.add(contest)
        elif (before := self._earlier(start, sentence)) is not None:
            election, rule, edtf = before.contests[0], "earlier", before.contests[0].edtf
        elif (other := self._of_one(start, sentence)) is not None:
            election, edtf = other, other.edtf
        told = _IN_YEAR.match(self.text, end)
        year = told["year"] if told else ""
        now = (self.election.edtf or self.day)[:4]
        if year and now and year < now:
            rule, end = "earlier", told.end() if told else end
        contest = of_round(election, first=first, edtf=year or edtf)
        if not first and _RUN_OFF.search(kind_of(election)) and not year:
            contest = election
        return ContestMention(start, end, (contest,), time, rule)

    def _beside(self, start: int, end: int, sentence: Sentence) -> ContestMention | None:
        """The election whose words hold those of a round, or stand beside them."""
        at = bisect_left(self.kept, sentence.start, key=lambda one: one.start)
        for one in self.kept[at:]:
            if one.start >= sentence.end:
                break
            if len(one.contests) > 1:
                continue
            if one.start < end and start < one.end:
                return one
            behind = one.start >= end and _OF.fullmatch(self.text, end, one.start)
            ahead = one.end <= start and _OF_IT.fullmatch(self.text, one.end, start)
            if behind or ahead:
                return one
        return None

    def _earlier(self, start: int, sentence: Sentence) -> ContestMention | None:
        """The election before, where a sentence has told of it ahead of a round."""
        at = bisect_left(self.kept, sentence.start, key=lambda one: one.start)
        for one in self.kept[at:]:
            if one.start >= start:
                break
            if one.rule == "earlier" and not is_round(one.contests[0]):
                return one
        return None

    def _of_one(self, start: int, sentence: Sentence) -> NamedContest | None:
        """The election of one office that a sentence names ahead of a round, or the report with
        another, in one on a parliament: nobody wins that in rounds."""
        if _OF_OFFICE.search(kind_of(self.election)):
            return None
        at = bisect_left(self.kept, sentence.start, key=lambda one: one.start)
        for one in self.kept[at:]:
            if one.start >= start:
                break
            if len(one.contests) == 1 and self._of_another_office(one.contests[0]):
                return one.contests[0]
        return next(iter(self._offices)) if len(self._offices) == 1 else None

    def _of_another_office(self, contest: NamedContest) -> bool:
        return _OF_OFFICE.search(kind_of(contest)) is not None

    def _now(self, rounds: Sequence[ContestMention], lead: int) -> NamedContest | None:
        """The round that a report is on; None where it tells of one that is to come, or where
        nothing tells which has been held."""
        kind = _election(self.election)
        own = [
            one
            for one in rounds
            if one.rule != "earlier" and kind in (_election(one.contests[0]), "election")
        ]
        first = [one for one in own if _is_first(one.contests[0])]
        second = [one for one in own if one not in first]
        held = [one for one in second if one.start < lead and not self._ahead(one)]
        before = [one for one in first if self._before(one)]
        if held or (before and not any(self._ahead(one) for one in second)):
            return of_round(self.election, first=False)
        return of_round(self.election, first=True) if first else None

    def _ahead(self, one: ContestMention) -> bool:
        """Whether a run-off is still to come."""
        if coming(self.text, one) or _TO_COME.match(self.text, one.end):
            return True
        return any(self.day and time.edtf > self.day for time in self._near(one))

    def _before(self, one: ContestMention) -> bool:
        """Whether a first round is told as the one before that of which a report is."""
        sentence = self.document.sentence_at(one.start)
        begin = sentence.start if sentence else one.start
        if _AGAIN.search(self.text, begin, one.start):
            return True
        return any(self._days_ago(time) >= APART for time in self._near(one))

    def _near(self, one: ContestMention) -> Iterable[TimeMention]:
        """The days that stand right behind a mention of a round."""
        at = bisect_left(self._starts, one.start)
        for time in self.times[at:]:
            if time.start > one.end + _BESIDE or "\n" in self.text[one.end : time.start]:
                break
            if not re.search(r"[.;]\s", self.text[one.end : time.start]):
                yield time

    def _days_ago(self, time: TimeMention) -> int:
        if not self.day:
            return 0
        day = bounds(time.edtf)[0]
        return (date.fromisoformat(self.day) - date.fromisoformat(day)).days

    def _as_now(self, one: ContestMention, now: NamedContest) -> ContestMention:
        """A mention of the election that a report is about: of the round that was held."""
        if one.rule == "earlier" or len(one.contests) > 1:
            return one
        contest = one.contests[0]
        same = contest.id == self.election.id or (
            kind_of(contest) == _election(self.election)
            and contest.place == self.election.place
            and contest.edtf[:4] in ("", self.election.edtf[:4])
        )
        return replace(one, contests=(now,)) if same else one


_IN_YEAR = re.compile(r"(?:\sof\s(?:the\svote|voting))?\s(?:in|of)\s(?P<year>(?:19|20)[0-9]{2})\b")
