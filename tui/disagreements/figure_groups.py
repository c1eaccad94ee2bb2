"""The figures of a corpus by what they are about, as far as several reports tell together.

Contests that are one, and lists that are called differently, are taken together; a figure of which
its report does not say who has it goes by the words that other reports have.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import replace

from tui.brief_figure import BriefFigure
from tui.corpus import Corpus
from tui.disagreements.contests import APART, MAY_BE_OF_ONE, Contests, contest_of
from tui.disagreements.counted import sentence_around
from tui.disagreements.parties import Parties
from tui.disagreements.sides import rows_matching
from tui.disagreements.stories import Stories
from tui.figure_comparison import Comparison, Thing, said, subject_key, value_of
from tui.folding import folded
from tui.model import Anchor, Contest, Figure
from tui.subjects import one_subject

GROWING = {"counted": 0, "delegates": 1, "margin": 2, "poll_share": 7}
"""Measures that change by themselves, and within how many days two reports can differ on them."""

BY_COUNT = frozenset({"vote_share", "seats", "votes", "turnout", "margin"})
"""Measures that change while votes are counted."""

BY_HOUR = frozenset({"turnout", "counted"})
"""Measures that are told again and again on one day, each time with the hour."""

POLL = "poll_share"
"""The measure of which each pollster has another value; two of one pollster may be one poll."""

SHARES, FAR = frozenset({"vote_share", "turnout"}), 12
"""Measures of the whole, and by how many points two values of one of them differ at the most;
others are of a part of the voters, or of another vote."""

CLAIMED = frozenset({"party-claim", "allegation", "exit-poll", "projection"})
"""Statuses of values that may be as far from a count as they like."""

ALL_COUNTED = 100


class FigureGroups:
    """The figures by what they are about. What is held of each is its number; those of one
    thing are made when they are compared."""

    def __init__(self, corpus: Corpus, stories: Stories) -> None:
        self._corpus, self._stories = corpus, stories
        self._dated = frozenset(each.id for each in corpus.contests if _one_day(each))
        self._anywhere = frozenset(
            each.id
            for each in corpus.contests
            if not each.place and not each.date.known and each.origin == "extracted"
        )
        """Contests that may be any election of their kind: "the primary"."""
        contests = Contests(corpus, stories)
        self._hours_at: dict[Anchor, frozenset[str]] = {}
        self._counted: dict[str, str] = {}
        """How much had been counted, by the articles that tell of a part."""
        numbers: dict[Thing, array[int]] = {}
        of_nobody: list[tuple[int, Thing, Anchor]] = []
        for number, row in rows_matching(corpus.figures, MAY_BE_OF_ONE):
            brief = BriefFigure.of(row)
            contests.take(brief)
            figure = _placed(brief)
            about = subject_key(figure)
            if about is not None:
                numbers.setdefault(about, array("L")).append(number)
                self._note_part(about, figure)
            elif figure.contest and figure.evidence and not figure.withdrawn:
                about = Thing(figure.contest, None, figure.measure, folded(figure.part))
                of_nobody.append((number, about, figure.evidence[0]))
        self.contests = contests.one()
        """For each contest that is one with others the id that stands for all."""
        self._parties = Parties(corpus, stories)
        self._in_contest: dict[str, dict[str, None]] = {}
        for about in numbers:
            if about.subject:
                contest = self.contests.get(about.contest, about.contest)
                self._in_contest.setdefault(contest, {})[about.subject] = None
        self._subjects = self._one_subject()
        self._numbers: dict[Thing, array[int]] = {}
        for about, found in numbers.items():
            self._numbers.setdefault(self._thing(about), array("L")).extend(found)
        for number, about, at in of_nobody:
            contest = self.contests.get(about.contest, about.contest)
            if subject := self._party(contest, about, at):
                about = about._replace(contest=contest, subject=subject)
                self._numbers.setdefault(about, array("L")).append(number)

    def _note_part(self, about: Thing, figure: BriefFigure) -> None:
        if about.measure == "counted" and figure.evidence and not about.part:
            part = value_of(figure)
            if part is not None and part < ALL_COUNTED:
                self._counted[figure.evidence[0].article] = said(figure)

    def _party(self, contest: str, about: Thing, at: Anchor | None = None) -> str | None:
        """Who has a figure, by the one name that stands for all names of theirs."""
        subjects = tuple(self._in_contest.get(contest, ()))
        subject = self._parties.of(contest, subjects, about, at)
        return self._subjects.get((contest, subject or ""), subject)

    def _one_subject(self) -> Mapping[tuple[str, str], str]:
        """For each contest and subject the one that stands for it, if another does."""
        return {
            (contest, subject): stands
            for contest, every in self._in_contest.items()
            for subject, stands in one_subject(self._corpus, every).items()
        }

    def _thing(self, about: Thing) -> Thing:
        contest = self.contests.get(about.contest, about.contest)
        subject = self._subjects.get((contest, about.subject or ""), about.subject)
        if subject == about.subject and about.subject:
            subject = self._party(contest, about)
        return about._replace(contest=contest, subject=subject)

    def of_one_time(self, a: Figure, b: Figure) -> bool:
        """Whether two figures can be of one time, as far as their reports tell."""
        one, other = a.evidence[0].article, b.evidence[0].article
        if a.measure == POLL and not {*a.claimed_by} & {*b.claimed_by}:
            return False
        if a.measure in BY_HOUR and self._hours(a) != self._hours(b):
            return False
        if a.measure in SHARES and not {a.status, b.status} & CLAIMED and _far_apart(a, b):
            return False
        if one == other:
            return a.measure not in GROWING
        days = GROWING.get(a.measure, None if a.contest in self._dated else APART)
        if days is not None and not self._stories.near([one], [other], days):
            return False
        return a.contest not in self._anywhere or self._stories.tell_one(one, other)

    def _hours(self, figure: Figure) -> frozenset[str]:
        """The hours in the sentence of a figure, which is held against many."""
        at = figure.evidence[0]
        if at not in self._hours_at:
            text, words = self._corpus.texts[at.article], self._stories.words(at.article)
            begin, end = sentence_around(text, at)
            self._hours_at[at] = words.hours_in(text[begin:end])
        return self._hours_at[at]

    def explained(self, a: Figure, b: Figure, how: Comparison) -> Comparison:
        """A comparison; where nothing explains a difference, that one report has counted a
        part only may."""
        if how.sign != "≠" or a.measure not in BY_COUNT:
            return how
        parts = [self._counted.get(each.evidence[0].article, "") for each in (a, b)]
        if parts[0] == parts[1]:
            return how
        told = [f"at {part} % of the count" if part else "not" for part in parts]
        return Comparison("~", "status", f"one is {told[0]}, the other {told[1]}")

    def things(self) -> list[Thing]:
        """What several figures are about."""
        return [about for about, numbers in self._numbers.items() if len(numbers) > 1]

    def figures(self, about: Thing) -> tuple[Figure, ...]:
        """The figures about one thing, as if all were of its contest and subject."""
        found = (self._corpus.figures[number] for number in self._numbers[about])
        asked = (about.contest, about.subject, about.measure)
        return tuple(
            each
            if (each.contest, each.subject, each.measure) == asked
            else replace(each, contest=about.contest, subject=about.subject, measure=about.measure)
            for each in found
        )


def _far_apart(a: Figure, b: Figure) -> bool:
    one, other = value_of(a), value_of(b)
    return one is not None and other is not None and abs(one - other) > FAR


def _one_day(contest: Contest) -> bool:
    """Whether the day of a contest is known."""
    return contest.date.earliest == contest.date.latest != ""


def _placed(figure: BriefFigure) -> BriefFigure:
    """A figure with a contest of its own where its article names none; and what a poll at the
    polling stations or a projection gives is a share of the vote."""
    measure = figure.measure
    if measure == "poll_share" and figure.status in ("exit-poll", "projection"):
        measure = "vote_share"
    return figure._replace(contest=contest_of(figure), measure=measure)
