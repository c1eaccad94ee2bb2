"""The figures of a text: each number that counts something, with all that is said of it.

A number becomes a figure where ``measures`` knows what it counts. Then follow, each by its
own small rule: whose it is, in which contest, how settled it is, as of when, who claims it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from tui.extract.findings import (
    ContestMention,
    FigureMention,
    Mention,
    Reported,
    TimeMention,
)
from tui.extract.languages.en import contests as contest_rules
from tui.extract.languages.en.figures import ellipsis, measures, numbers, statuses, words
from tui.extract.languages.en.figures import owners as holders
from tui.extract.languages.en.figures import scene as scenes
from tui.extract.languages.en.figures.elections import Elections
from tui.extract.languages.en.figures.ellipsis import Before
from tui.extract.languages.en.figures.measures import Counted, Setting
from tui.extract.languages.en.figures.numbers import Number
from tui.extract.languages.en.figures.owners import Holding, Stand
from tui.extract.languages.en.figures.rows import Rows
from tui.extract.languages.en.figures.scene import Scene
from tui.extract.text.document import Document, Sentence
from tui.extract.text.intervals import InnermostInterval
from tui.model import UNKNOWN, ActorType, FigureStatus, KnownContest, When

LONG = 1500
"""Characters of a sentence, or before it in its paragraph, that bear on one figure."""

MOST_ROWS = 60
"""Rows of a list above which what leads in to it is looked for."""

BESIDE = 60
"""Characters beside a name in which its bearer is described."""

PARTISAN = re.compile(
    r"\b(?:leaders?|leads|candidate|challenger|heads?\sthe\s(?:[\w-]+\s)?list|campaign|opposition|ruling\sparty"
    r"|runner-up|presidents?\sof\sthe\s(?:party|list)|prime\sminister|incumbent)\b",
    re.IGNORECASE,
)
COUNTING = re.compile(
    r"\b(?:[Ee]lections?|[Ee]lectoral)\s(?:[Cc]ommission|[Aa]uthority|[Tt]ribunal|[Oo]ffice|[Bb]ureau|[Cc]ouncil"
    r"|[Bb]oard)\b"
)

_TOLD = frozenset({"body", "caption", "title", "lead-title"})
"""The roles of paragraphs that report something."""

_HELD = measures.VOTE_MEASURES - {"turnout", "counted"} | {"poll_share", "delegates"}
"""The measures that belong to somebody who stands for election."""

_PART_OF = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|all|its|their)\s)?(?:[\w-]+(?:\s[\w-]+){0,3}['’]s\s)?"
)
_RANK = re.compile(
    r"\b(?:c[ao]m(?:e|es|ing)|finish(?:ed|es|ing)?|placed|ranked|ended\sup|(?:was|is|were|are)"
    r"(?=\sin\s(?:a\s)?(?:[a-z]+\s)?(?:first|second|third|fourth|fifth)\splace))\s(?:in\s)?"
    r"(?:an?\s(?:distant|close|strong|surprise)\s)?(?P<rank>first|second|third|fourth|fifth)\b"
    r"(?!\s(?:to|time|half|round|term|day|night|as|when))(?:\splace\b)?"
    r"(?:\s(?:in|at)\s(?:the\s|last\s)?(?:[\w’'-]+\s){0,3}?(?:votes?|voting|elections?|ballot"
    r"|polls?|race|primary|caucuses|run-?off)\b)?"
)
_RANKS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}

_BY_SENTENCE = frozenset(("share-in-contest", "share-of-somebody"))
"""The rules by which a share is one of the vote because of the sentence around it."""
_GOT = re.compile(
    r"\b(?:won|wins|received|gets|got|took|secured|garnered|polled|with|rival['’]s|opponent['’]s)\s$"
)
_SEATED = re.compile(r"\b(?:seats?|mandates?|deputies|councillors)\b", re.IGNORECASE)
_APART = re.compile(r"[;“”\"]|,?\s(?:while|whereas|but|as|after|before)\s")
_RESULTS_AS_OF = re.compile(
    r"(?:as\sof|by|(?:released|published|announced|issued)(?:\son)?)\s?(?:\w+\s){0,2}$"
)
_ABOUT_NAME = re.compile(r",\s(?P<name>[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,3})\s[a-z]")
_NAME_BEFORE = re.compile(
    r"(?:^|\s)(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})"
    r"\s(?:represents?|makes?\sup|accounts?\sfor|is|has|contains|holds)\s$"
)


class _Part(NamedTuple):
    """A passage with what it counts; ``at`` is where its number or its rank stands."""

    start: int
    at: int
    counted: Counted
    number: Number | None


def _part_of(number: Number, counted: Counted) -> list[_Part]:
    """``30 out of Serbia's more than 8,000 polling booths``: one noun for both numbers;
    ``73 percent of 223 votes``: the share of what the second number counts."""
    if number.form not in ("digits", "words"):
        return []
    part = counted._replace(value=number.value, rule="part-of")
    if number.unit:
        if counted.measure != "votes":
            return []
        part = part._replace(measure="vote_share", unit="percent", end=number.end)
    return [_Part(number.start, number.at, part, number)]


def _pieces(text: str, rows: Rows, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence in its rows, and in stretches where it is longer than anybody writes, so that
    the time it takes grows with its length and no faster."""
    for piece in rows.pieces(sentence):
        start = piece.start
        while piece.end - start > LONG:
            cut = text.rfind(" ", start + 1, start + LONG)
            end = cut if cut > 0 else start + LONG
            yield piece._replace(start=start, end=end)
            start = end
        yield piece._replace(start=start)


def _between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Of places in order of text, those between two positions."""
    first = bisect_left(places, start)
    return places[first : bisect_left(places, end, first)]


def find(
    document: Document,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    contests: Sequence[KnownContest],
    reported: Sequence[Reported],
    published: When = UNKNOWN,
    found_contests: Sequence[ContestMention] | None = None,
) -> list[FigureMention]:
    """The figures of a text, in order. ``found_contests`` are its mentions of ``contests``,
    where they have been found before."""
    if found_contests is None:
        found_contests = contest_rules.find(document, contests, times, published, mentions)
    about = contest_rules.main(document, found_contests, published)
    return _Finder(document, mentions, times, found_contests, reported, about).find()


class _Finder:
    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        contests: Sequence[ContestMention],
        reported: Sequence[Reported],
        about: ContestMention | None,
    ) -> None:
        self.document = document
        self.text = document.text
        self.mentions = sorted(mentions)
        self._mention_starts = [mention.start for mention in self.mentions]
        self.times = sorted(times, key=lambda time: time.start)
        self._time_starts = [time.start for time in self.times]
        self._elections = Elections(document, contests, about)
        self._reported = reported
        self._numbers = numbers.anchors(document)
        self._counting = document.anchors(words.COUNTING_WORDS)
        self._ranked = document.anchors(_RANKS.keys())
        self._polled = document.anchors(words.POLL_WORDS)
        self._voted = document.anchors(words.ELECTION_WORDS)
        self._polls: dict[int, bool] = {}
        self._told_last: tuple[Sentence, statuses.Told] | None = None
        self._rows = Rows(self.text)
        self._last_told: tuple[int, str] | None = None
        """The paragraph and the measure of the last figure."""
        self._roles: dict[tuple[str, str], bool] = {}
        self._titled = any(
            self._polls_told(paragraph.start, paragraph.end)
            for paragraph in document.paragraphs
            if paragraph.role in ("title", "lead-title")
        )

    # What follows is asked where a number counts something; most texts have few that do.

    @cached_property
    def _claims(self) -> InnermostInterval[Reported]:
        return InnermostInterval(sorted(self._reported), lambda one: one.end - one.start)

    @cached_property
    def _confirmed(self) -> bool:
        return statuses.confirmed(self.text[:LONG])

    @cached_property
    def _nominals(self) -> dict[str, str | None]:
        return holders.nominals(self.text, self.mentions)

    @cached_property
    def _types(self) -> dict[str, ActorType]:
        return {mention.actor: mention.type for mention in self.mentions}

    def find(self) -> list[FigureMention]:
        found: list[FigureMention] = []
        for number, at in self.document.by_sentence(sorted({*self._numbers, *self._ranked})):
            sentence = self.document.sentences[number]
            if self.document.paragraphs[sentence.paragraph].role in _TOLD:
                for piece in _pieces(self.text, self._rows, sentence):
                    if _between(at, piece.start, piece.end):
                        found.extend(self._in_sentence(piece))
        return found

    def _in_sentence(self, sentence: Sentence) -> list[FigureMention]:
        counts = self._counts(sentence.start, sentence.end)
        at = _between(self._numbers, sentence.start, sentence.end) if counts else ()
        ranked = bool(_between(self._ranked, sentence.start, sentence.end))
        if not at and not ranked:
            return []
        named = self._elections.within(sentence.start, sentence.end)
        election = bool(named) or self._election_told(sentence.start, sentence.end)
        if self._rows.begins(sentence.start):
            election = election or bool(self._voted)
        if not at and not election:
            return []
        polls = self._about_polls(sentence)
        report = self._elections.about is not None
        seated = report and _SEATED.search(self.text, sentence.start, sentence.end) is not None
        setting = Setting(
            self.text,
            sentence.start,
            sentence.end,
            polls,
            election,
            report=report,
            seated=seated,
            row=self._rows.begins(sentence.start),
        )
        scene = self._scene(sentence)
        parts = self._parts(sentence, setting, at, ranked, scene)
        if not parts:
            return []
        held: list[Holding] = []
        found = []
        row = self._rows.begins(sentence.start)
        begin = sentence.start
        for part in parts:
            stand = Stand(
                scene.words,
                0,
                len(scene.words),
                (part.at if part.number is None else part.start) - begin,
                part.counted.end - begin,
                scene.holders,
                tuple(held),
                self._nominals,
                scene.earlier,
                row,
            )
            subject = self._subject(part, stand, sentence)
            if self._idle(part, subject, stand):
                continue
            if part.counted.measure in _HELD:
                held.append(Holding(stand.at, stand.stop, subject))
            found.append(self._figure(part, subject, sentence, named))
            self._last_told = sentence.paragraph, part.counted.measure
        return found

    def _scene(self, sentence: Sentence) -> Scene:
        """A sentence and who is named in it, and whom those before it leave for a pronoun."""
        earlier: dict[str, str | None] = {}
        number = self.document.number_at(sentence.start)
        for other in self.document.sentences[max(0, number - 2) : number]:
            if (
                self.document.paragraphs[other.paragraph].role in _TOLD
                and other.end - other.start < LONG
            ):
                earlier = scenes.left(self._bare_scene(other, earlier), ())
        return self._bare_scene(sentence, earlier)

    def _bare_scene(self, sentence: Sentence, earlier: Mapping[str, str | None]) -> Scene:
        mentions = self._mentions_in(sentence.start, sentence.end)
        return scenes.of(self.text, sentence.start, sentence.end, mentions, earlier)

    # ----------------------------------------------------------- what is counted

    def _parts(
        self,
        sentence: Sentence,
        setting: Setting,
        at: Sequence[int],
        ranked: bool,
        scene: Scene,
    ) -> list[_Part]:
        """The passages of a sentence that count something."""
        found: list[_Part] = []
        pending: list[Number] = []
        named_until = [sentence.start + one.end for one in scene.holders]
        for number in numbers.find(self.text, sentence.start, sentence.end, at):
            if self._is_time(number) or number.unit == "points":
                pending.clear()
                continue
            counted = measures.counted(number, setting)
            if counted is None or (counted.measure == "people" and found):
                counted = self._elliptic(number, found, named_until, setting, sentence) or counted
            if counted is None:
                pending.append(number)
                continue
            if pending and _PART_OF.fullmatch(self.text, pending[-1].end, number.start):
                found.extend(_part_of(pending[-1], counted))
            found.append(_Part(number.start, number.at, counted, number))
            pending.clear()
            setting = setting._replace(previous=counted.measure)
        if ranked and setting.election and not setting.polls:
            found.extend(self._ranks(sentence))
        return sorted(found, key=lambda part: (part.start, part.counted.end))

    def _elliptic(
        self,
        number: Number,
        found: Sequence[_Part],
        named_until: Sequence[int],
        setting: Setting,
        sentence: Sentence,
    ) -> Counted | None:
        """What a number counts whose noun stands with another one, here or a sentence before."""
        if found:
            before = Before(found[-1].counted.end, found[-1].counted.measure)
        elif self._last_told is not None and self._last_told[0] == sentence.paragraph:
            before = Before(sentence.start, self._last_told[1], False)
        else:
            return None
        return ellipsis.counted(
            self.text, sentence.end, number, (before,), named_until, setting.seated
        )

    def _ranks(self, sentence: Sentence) -> list[_Part]:
        return [
            _Part(
                found.start(),
                found.start("rank"),
                Counted("rank", "rank", _RANKS[found["rank"]], found.end(), "rank"),
                None,
            )
            for found in _RANK.finditer(self.text, sentence.start, sentence.end)
        ]

    def _is_time(self, number: Number) -> bool:
        index = bisect_left(self._time_starts, number.stop) - 1
        return index >= 0 and self.times[index].end > number.at

    def _counts(self, start: int, end: int) -> bool:
        """Whether there is any word between two positions without which nothing is counted."""
        return bool(_between(self._counting, start, end)) or any(
            self.text.find(mark, start, end) >= 0 for mark in words.COUNTING_MARKS
        )

    def _about_polls(self, sentence: Sentence) -> bool:
        """Whether a sentence's shares are answers to a poll: its own words say so, or those
        of its paragraph, or the title. Of what has been won they are not; see ``words.WON``."""
        if self._titled or self._polls_told(sentence.start, sentence.end):
            return True
        if sentence.paragraph not in self._polls:
            paragraph = self.document.paragraphs[sentence.paragraph]
            told = self._polls_told(paragraph.start, paragraph.end)
            self._polls[sentence.paragraph] = told
        return self._polls[sentence.paragraph]

    def _polls_told(self, start: int, end: int) -> bool:
        return bool(_between(self._polled, start, end)) and bool(
            words.POLLS.search(self.text, start, end)
        )

    def _election_told(self, start: int, end: int) -> bool:
        return bool(_between(self._voted, start, end)) and bool(
            words.ELECTION.search(self.text, start, end)
        )

    # ------------------------------------------------------------ what is said of it

    def _figure(
        self,
        part: _Part,
        subject: str | None,
        sentence: Sentence,
        named: Sequence[ContestMention],
    ) -> FigureMention:
        counted = part.counted
        contest = self._elections.of(
            counted.measure, counted.rule, part.start, counted.end, sentence, named
        )
        claim = self._claim(part.at)
        claimed_by = claim.speakers[0] if claim and claim.speakers else None
        notes = [counted.note, contest.note, self._about(part, sentence)]
        return FigureMention(
            start=part.start,
            end=counted.end,
            value=counted.value,
            unit=counted.unit,
            measure=counted.measure,
            comparator=part.number.comparator if part.number else "=",
            status=statuses.status(
                self._told_in(sentence),
                part.start,
                self.text[part.start : counted.end],
                counted.measure in measures.VOTE_MEASURES,
                claim,
                self._is_party(claim),
                self._of_report(claim, contest.id),
            ),
            base=counted.base,
            subject=subject,
            contest=contest.id,
            contest_span=contest.span,
            as_of=self._as_of(part, sentence, named),
            claimed_by=claimed_by,
            rule=counted.rule,
            note="; ".join(note for note in notes if note),
        )

    def _subject(self, part: _Part, stand: Stand, sentence: Sentence) -> str | None:
        if part.counted.note == "needed":
            return None
        if part.counted.measure in _HELD:
            return holders.holder(stand)
        if part.counted.measure == "member_states":
            mentions = self._mentions_in(sentence.start, sentence.end)
            return holders.owner(self.text, part.start, part.counted.end, mentions)
        return None

    def _idle(self, part: _Part, subject: str | None, stand: Stand) -> bool:
        """Whether a share that only its sentence makes one is nobody's, and won by nobody."""
        if subject is not None or part.counted.rule not in _BY_SENTENCE:
            return False
        if part.counted.rule == "share-in-contest":
            return not words.WINS.search(self.text, max(0, part.start - 60), part.start)
        if stand.before and part.number and part.number.link == "versus":
            return False
        got = stand.row or _GOT.search(stand.text, max(0, stand.at - 40), stand.at)
        return not (got and stand.mentions)

    def _told_in(self, sentence: Sentence) -> statuses.Told:
        """What the sentence and its paragraph tell of all its figures; the last is kept."""
        if self._told_last is None or self._told_last[0] != sentence:
            paragraph = self.document.paragraphs[sentence.paragraph]
            begin = max(self._lead_in(sentence, paragraph.start), sentence.start - LONG)
            told = statuses.told(self.text, begin, sentence.start, sentence.end)
            self._told_last = sentence, told
        return self._told_last[1]

    def _lead_in(self, sentence: Sentence, start: int) -> int:
        """Where what is said of a row begins: with the paragraph ahead of the list."""
        index = sentence.paragraph
        if not self._rows.begins(sentence.start):
            return start
        for _ in range(MOST_ROWS):
            if index == 0 or not self._rows.begins(self.document.paragraphs[index].start):
                break
            index -= 1
        return self.document.paragraphs[index].start

    def _is_party(self, claim: Reported | None) -> bool:
        """Whether a claim is made by somebody who stands to gain, not by who counts."""
        if claim is None or not claim.speakers:
            return False
        actor = claim.speakers[0]
        kind = self._types.get(actor)
        return kind in ("party", "coalition") or (
            kind == "person" and self._described(PARTISAN, actor)
        )

    def _described(self, as_what: re.Pattern[str], actor: str) -> bool:
        """Whether the words beside one of the names of an actor say something of it."""
        key = as_what.pattern, actor
        if key not in self._roles:
            self._roles[key] = any(
                as_what.search(self.text, max(0, one.start - BESIDE), one.end + BESIDE)
                for one in self.mentions
                if one.actor == actor
            )
        return self._roles[key]

    def _of_report(self, claim: Reported | None, contest: str | None) -> FigureStatus | None:
        """What the report as a whole, or who counts and is cited, says of a result."""
        if claim and claim.speakers and self._described(COUNTING, claim.speakers[0]):
            return "official"
        about = self._elections.about
        mine = about is not None and contest == about.contests[0].id
        return "official" if mine and self._confirmed else None

    def _claim(self, position: int) -> Reported | None:
        """The innermost reported stretch around a position."""
        return self._claims.at(position)

    def _as_of(
        self, part: _Part, sentence: Sentence, named: Sequence[ContestMention]
    ) -> TimeMention | None:
        """When the figure held: the time of its own clause, never that of an election."""
        times = [
            time
            for time in self._times_in(sentence.start, sentence.end)
            if time.edtf
            and time.role in ("at", "since")
            and not re.search(r"['’]s?$", self.text[time.start : time.end])
            and not re.match(r"['’]s?\b", self.text[time.end : time.end + 2])
            and not any(one.time is time or one.start <= time.start < one.end for one in named)
        ]
        if part.counted.measure in measures.VOTE_MEASURES:
            times = [
                time
                for time in times
                if _RESULTS_AS_OF.search(self.text, sentence.start, time.start)
            ]
        elif part.counted.measure not in ("people", "detained"):
            return None
        for time in times:
            if time.start >= part.counted.end and not _APART.search(
                self.text, part.counted.end, time.start
            ):
                return time
        for time in reversed(times):
            if time.end <= part.start and not _APART.search(self.text, time.end, part.start):
                return time
        return None

    def _about(self, part: _Part, sentence: Sentence) -> str:
        """The place that a population or an electorate is of, in the article's words."""
        if part.counted.measure == "population":
            found = _ABOUT_NAME.match(self.text, part.counted.end, sentence.end)
        elif part.counted.measure == "share_of_electorate":
            found = _NAME_BEFORE.search(self.text, sentence.start, part.start)
        else:
            return ""
        return f"about {found['name']}" if found else ""

    # --------------------------------------------------------------------- looking up

    def _mentions_in(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self._mention_starts, start)
        return self.mentions[first : bisect_right(self._mention_starts, end - 1)]

    def _times_in(self, start: int, end: int) -> list[TimeMention]:
        first = bisect_left(self._time_starts, start)
        return self.times[first : bisect_right(self._time_starts, end - 1)]
