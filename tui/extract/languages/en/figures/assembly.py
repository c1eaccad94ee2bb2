"""The figures of a text: each number that counts something, with all that is said of it.

A number becomes a figure where ``measures`` knows what it counts. Then follow, each by its
own small rule: whose it is, in which contest, how settled it is, as of when, who claims it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from tui.extract.findings import (
    ContestMention,
    FigureMention,
    Mention,
    Reported,
    TimeMention,
)
from tui.extract.languages.en import contests as contest_rules
from tui.extract.languages.en.figures import affiliations, leaders, measures, numbers, owners, words
from tui.extract.languages.en.figures import clause_words as clause
from tui.extract.languages.en.figures import scene as scenes
from tui.extract.languages.en.figures import stand as stands
from tui.extract.languages.en.figures import voters as voting
from tui.extract.languages.en.figures.carried import Carried
from tui.extract.languages.en.figures.chosen import Chosen
from tui.extract.languages.en.figures.elections import Elections
from tui.extract.languages.en.figures.holder import holder
from tui.extract.languages.en.figures.parts import Counting, between, told_aside, told_in
from tui.extract.languages.en.figures.ranks import RANKS
from tui.extract.languages.en.figures.rows import LONG, Rows
from tui.extract.languages.en.figures.scene import Scene
from tui.extract.languages.en.figures.sources import FigureSources
from tui.extract.languages.en.figures.stand import Holding, Stand
from tui.extract.languages.en.figures.table_figures import TableFigures
from tui.extract.languages.en.figures.view import FigurePart
from tui.extract.languages.en.figures.voters import Voters, in_a_sentence, of_other_clause
from tui.extract.text.document import Document, Sentence, Span
from tui.extract.text.lazy_property import lazy_property, once
from tui.model import UNKNOWN, KnownContest, When

_TOLD = frozenset({"body", "caption", "title", "lead-title"})
"""The roles of paragraphs that report something."""

_HELD = measures.VOTE_MEASURES - {"turnout", "counted"} | {
    "poll_share",
    "delegates",
    "municipalities",
}
"""The measures that belong to somebody who stands for election."""


_OTHERS = {"margin": leaders.leader, "change": leaders.mover, "money": leaders.spender}
"""Whose those are that nobody has by standing for election."""
_BY_SENTENCE = frozenset(("share-in-contest", "share-of-somebody"))
"""The rules by which a share is one of the vote because of the sentence around it."""
_GOT = re.compile(
    r"\b(?:won|wins|received|gets|got|took|secured|garnered|polled|with|has|had|rival['’]s|opponent['’]s)\s$"
)
_HELD_ON = re.compile(r"\b(?:held|scheduled|due)\b")
"""What between a crowd and a date gives the date to something else."""
_APART = re.compile(r"[;“”\"]|,?\s(?:while|whereas|but|as|after|before)\s")
_RESULTS_AS_OF = re.compile(
    r"(?:as\sof|by|(?:released|published|announced|issued)(?:\son)?)\s?(?:\w+\s){0,2}$"
)


def _is_upper(part: FigurePart) -> bool:
    """Whether a figure is the second of a range."""
    number = part.number
    return number is not None and number.link == "range" and number.comparator == "<="


def _houses(parts: Sequence[FigurePart]) -> dict[int, int]:
    """By where seats stand that are told as some of all, how many all are: "64 of the 110"."""
    found = {}
    for part, whole in pairwise(parts):
        if part.counted.rule == "part-of" and whole.counted.measure == "seats":
            found[part.start] = found[whole.start] = int(Decimal(whole.counted.value))
    return found


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
        self._carried = Carried(document, self._elections)
        self._voters = Voters(self.text, contests)
        self._rows = Rows(self.text)
        self._counting = Counting(document, self.times)
        self._sources = FigureSources(
            document, self.mentions, reported, self._rows, self._elections.own
        )
        self._numbers = numbers.anchors(document)
        self._ranked = document.anchors(RANKS.keys())

    # Asked where a number counts something; most texts have few that do.

    @lazy_property
    def _nominals(self) -> dict[str, str | None]:
        return stands.nominals(self.text, self.mentions)

    @lazy_property
    def _parties(self) -> dict[str, str | None]:
        return affiliations.read(self.text, self.mentions)

    def find(self) -> list[FigureMention]:
        of_tables = TableFigures(
            self.document, self._mentions_in, self._elections, self._sources, self._counting
        )
        found = list(of_tables.find())
        read = {self.document.number_at(each.start) for each in found}
        for number, at in self.document.by_sentence(sorted({*self._numbers, *self._ranked})):
            sentence = self.document.sentences[number]
            if self.document.paragraphs[sentence.paragraph].role in _TOLD:
                if number in read or self.document.in_table(sentence.start):
                    continue
                for piece in self._rows.stretches(sentence):
                    if between(at, piece.start, piece.end):
                        found.extend(self._in_sentence(piece))
        return sorted(found, key=lambda each: each.start)

    def _in_sentence(self, sentence: Sentence) -> list[FigureMention]:
        goes_on = self._counting.goes_on(sentence)
        columns = self._rows.columns(sentence.start)
        report = self._elections.about is not None
        counts = goes_on or columns or self._counting.counts(sentence.start, sentence.end, report)
        at = between(self._numbers, sentence.start, sentence.end) if counts else ()
        ranked = bool(between(self._ranked, sentence.start, sentence.end))
        if not at and not ranked:
            return []
        named = self._elections.within(sentence.start, sentence.end)
        row = self._rows.begins(sentence.start)
        voted = any(one.rule != "earlier" for one in named)
        setting = self._counting.setting(sentence, voted, row, report, columns)
        if not at and not setting.election:
            return []
        # Most sentences with a number count nothing, and nobody has to be looked for in them.
        scene_of = once(partial(self._scene, sentence))
        parts = self._counting.of(sentence, setting, at, ranked, lambda: scene_of().holders)
        if not parts:
            return []
        scene = scene_of()
        held: list[Holding] = []
        houses = _houses(parts)
        idle = False
        found = []
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
                part.counted.rule == "in-a-list",
                _is_upper(part),
            )
            whole = part.start in houses and part.counted.rule != "part-of"  # Of all the seats.
            subject = None if whole else stands.told(self._subject(part, stand, sentence))
            subject = subject or self._own(part, sentence)
            idle = self._idle(part, subject, stand) or (idle and stand.listed)
            if idle:
                continue
            subjects: tuple[str | None, ...] = (subject,)
            if part.counted.measure in _HELD:
                subjects = tuple(map(stands.told, owners.sharers(stand))) or subjects
                held += [Holding(stand.at, stand.stop, each) for each in subjects]
            house = houses.get(part.start)
            found += [self._figure(part, each, sentence, named, house) for each in subjects]
            told = told_in(part.counted, part.counted.measure)
            self._counting.last_told = sentence.paragraph, told
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
        return scenes.of(
            self.text, sentence.start, sentence.end, mentions, earlier, lambda: self._parties
        )

    # ------------------------------------------------------------ what is said of it

    def _figure(
        self,
        part: FigurePart,
        subject: str | None,
        sentence: Sentence,
        named: Sequence[ContestMention],
        house: int | None,
    ) -> FigureMention:
        counted = part.counted
        contest = self._elections.of(
            counted.measure,
            counted.rule,
            part.start,
            counted.end,
            sentence,
            named,
            counted.past,
            house,
            self._rows.head(sentence.start),
        )
        contest = self._carried.of(contest, subject, counted, sentence)
        claim = self._sources.claim(part, sentence)
        claimed_by = claim.speakers if claim else self._sources.estimated_by(part, sentence)
        contest, of_part = self._of_voters(part, contest, sentence, claim)
        notes = [
            counted.note,
            contest.note,
            voting.about(self.text, counted.measure, part.start, counted.end, sentence),
        ]
        return FigureMention(
            start=part.start,
            end=counted.end,
            value=counted.value,
            unit=counted.unit,
            measure=counted.measure,
            comparator=part.number.comparator if part.number else "=",
            status=(
                "unknown"
                if contest.earlier or counted.past
                else self._sources.status(part, sentence, claim, contest.id, subject)
            ),
            base=counted.base,
            subject=subject,
            contest=contest.id,
            contest_span=contest.span,
            as_of=self._as_of(part, sentence, named),
            claimed_by=claimed_by,
            rule=counted.rule,
            note="; ".join(note for note in notes if note),
            part=" ".join(of_part.split()),
            withdrawn=self._sources.withdrawn(part, sentence),
        )

    def _of_voters(
        self, part: FigurePart, contest: Chosen, sentence: Sentence, claim: Reported | None
    ) -> tuple[Chosen, str]:
        """The contest of a figure, and the part of its voters that it is of, "" for all."""
        voters = self._voters.part(
            part.counted.measure,
            contest.id,
            Span(part.start, part.counted.end),
            sentence,
            claim.start if claim else sentence.start,
            part.counted.rule == "in-a-list",
            self._rows.head(sentence.start),
        )
        if voters and contest.span and of_other_clause(self.text, voters, contest.span, part.start):
            voters = None
        of_part = in_a_sentence(self.text[voters.start : voters.end]) if voters else ""
        town = self._elections.of_place(of_part) if of_part else None
        return (town, "") if town else (contest, of_part)

    def _subject(self, part: FigurePart, stand: Stand, sentence: Sentence) -> str | None:
        if part.counted.note == "needed" or part.counted.rule == "labelled":
            return None
        if words.INVALID.match(self.text, part.counted.end) or words.INVALID_BEFORE.search(
            self.text, part.start, part.counted.end
        ):
            return None
        if clause.AT_STAKE.match(self.text, part.counted.end) or clause.OF_MOTION.search(
            self.text, max(sentence.start, part.start - 60), part.start
        ):
            return None
        if part.counted.rule == "cast":
            voted = self.text.startswith("voted", part.counted.end - 5)
            return owners.named_behind(stand) or None if voted else None
        if part.counted.measure in _HELD:
            return holder(stand)
        if part.counted.measure in _OTHERS:
            return _OTHERS[part.counted.measure](stand)
        if part.counted.measure == "member_states":
            mentions = self._mentions_in(sentence.start, sentence.end)
            return stands.owner(self.text, part.start, part.counted.end, mentions)
        return None

    def _own(self, part: FigurePart, sentence: Sentence) -> str | None:
        """``“We have 127 seats,” said Ana Ilic``: of the party of the one who says it."""
        if part.counted.measure not in _HELD or not words.OURS.search(
            self.text, max(sentence.start, part.start - 60), part.start
        ):
            return None
        claim = self._sources.claim(part, sentence)
        if claim is None or len(claim.speakers) != 1:
            return None
        speaker = claim.speakers[0]
        return self._parties.get(speaker) or (speaker if self._sources.is_list(speaker) else None)

    def _idle(self, part: FigurePart, subject: str | None, stand: Stand) -> bool:
        """Whether a share that only its sentence makes one is nobody's, and won by nobody."""
        if subject is not None or part.counted.rule not in _BY_SENTENCE:
            return False
        if words.WINS.search(self.text, max(0, part.start - 60), part.start):
            return False
        if stand.before and part.number and part.number.link == "versus":
            return False
        if clause.OPTION.search(stand.text, max(0, stand.at - 40), stand.at):
            return False
        got = stand.row or _GOT.search(stand.text, max(0, stand.at - 40), stand.at)
        return not (got and (stand.mentions or stand.before))

    def _as_of(
        self, part: FigurePart, sentence: Sentence, named: Sequence[ContestMention]
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
            if (
                time.start >= part.counted.end
                and not _APART.search(self.text, part.counted.end, time.start)
                and not _HELD_ON.search(self.text, part.counted.end, time.start)
            ):
                return time
        for time in reversed(times):
            if told_aside(self.text, sentence.start, time, part.start):
                continue
            if time.end <= part.start and not _APART.search(self.text, time.end, part.start):
                return time
        return None

    # --------------------------------------------------------------------- looking up

    def _mentions_in(self, start: int, end: int) -> list[Mention]:
        first = bisect_left(self._mention_starts, start)
        return self.mentions[first : bisect_right(self._mention_starts, end - 1)]

    def _times_in(self, start: int, end: int) -> list[TimeMention]:
        first = bisect_left(self._time_starts, start)
        return self.times[first : bisect_right(self._time_starts, end - 1)]
