"""Values: figures for one contest, subject and measure that are not the same.

How two figures stand to each other is said by :mod:`tui.figure_comparison`: one that nothing
explains is ``≠``, one that rounding, base, status, date or scope explains is ``~``. Both
are listed, the explanation with them.

An article does not contradict itself: where it gives two values for what seems one thing, in
one status and from one speaker, they are of two things, and neither is compared. Of contests
whose day is not known only reports of the same weeks are.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tui.corpus import Corpus
from tui.disagreements.contests import APART, UNNAMED, Contests, contest_of
from tui.disagreements.sides import (
    Voices,
    between_articles,
    between_voices,
    made,
    rule_id,
    sides_by_value,
)
from tui.disagreements.stories import Stories
from tui.figure_comparison import (
    Comparison,
    Thing,
    compared,
    rounding,
    said,
    scope,
    subject_key,
    unit,
    value_of,
)
from tui.model import Contest, Disagreement, Figure, Side
from tui.subjects import one_subject

GROWING = {"counted": 0, "delegates": 1, "poll_share": 7}
"""Measures that change by themselves, and within how many days two reports can differ on them."""

BY_COUNT = frozenset({"vote_share", "seats", "votes", "turnout", "margin"})
"""Measures that change while votes are counted."""

ALL_COUNTED = 100

FEW_VALUES = 3
"""Values below which one that is the other rounded is a side of its own."""

WHYS = 4
"""How many reasons a note holds; of a hundred figures there are thousands of pairs."""


def differing_values(corpus: Corpus, voices: Voices, stories: Stories) -> Iterator[Disagreement]:
    """A disagreement for each thing that articles give different values for."""
    together = _Together(corpus, stories)
    for about in together.things():
        figures = together.figures(about)
        claims = _alike(_clear(figures, corpus), corpus)
        one = together.contests
        pairs = [
            (a, b)
            for a, b in combinations([alike[0] for alike in claims.values()], 2)
            if together.of_one_time(a, b)
        ]
        found = [
            (a, b, together.explained(a, b, each))
            for a, b in pairs
            if (each := compared(a, b, corpus, one))
        ]
        differing = [each for each in found if _differ(*each)]
        apart = dict.fromkeys(_claim(f, corpus) for a, b, _each in differing for f in (a, b))
        every = [figure for claim in apart for figure in claims[claim]]
        sides = _sides(voices, every)
        told_twice = (
            between_articles(sides, voices) or between_voices(sides) or counted_twice(every)
        )
        if not differing or not told_twice:
            continue
        how = [each for _a, _b, each in differing]
        named = [
            corpus.name(each)
            for each in (about.subject, about.contest)
            if each and not each.startswith(UNNAMED)
        ]
        measure = about.measure.replace("_", " ")
        yield made(
            "value",
            ", ".join([*named[:-1], measure, *named[-1:]]),
            sides,
            id=rule_id("value", about.contest, about.subject, about.measure),
            items=[figure.id for figure in every],
            actors=[about.subject] if about.subject else [],
            rule="figures for one thing that differ",
            explained_by=None if any(each.sign == "≠" for each in how) else how[0].explained_by,
            note=_why(how),
        )


class _Together:
    """The figures by what they are about. What is held of each is its number; those of one
    thing are made when they are compared."""

    def __init__(self, corpus: Corpus, stories: Stories) -> None:
        self._corpus, self._stories = corpus, stories
        self._named = frozenset(contest.id for contest in corpus.contests)
        self._dated = frozenset(each.id for each in corpus.contests if _one_day(each))
        """The figures of a corpus, told apart."""
        contests = Contests(corpus, stories)
        self._counted: dict[str, str] = {}
        """How much had been counted, by the articles that tell of a part."""
        numbers: dict[Thing, array[int]] = {}
        for number, figure in enumerate(corpus.figures):
            contests.take(figure)
            about = subject_key(_placed(figure))
            if figure.measure == "counted" and figure.evidence and not figure.withdrawn:
                part = value_of(figure)
                if part is not None and part < ALL_COUNTED:
                    self._counted[figure.evidence[0].article] = said(figure)
            if about is not None:
                numbers.setdefault(about, array("L")).append(number)
        self.contests = contests.one()
        """For each contest that is one with others the id that stands for all."""
        self._subjects = self._one_subject(numbers)
        self._numbers: dict[Thing, array[int]] = {}
        for about, found in numbers.items():
            self._numbers.setdefault(self._thing(about), array("L")).extend(found)

    def _one_subject(self, things: Iterable[Thing]) -> Mapping[tuple[str, str], str]:
        """For each contest and subject the one that stands for it, if another does."""
        subjects: dict[str, dict[str, None]] = {}
        for about in things:
            if about.subject:
                contest = self.contests.get(about.contest, about.contest)
                subjects.setdefault(contest, {})[about.subject] = None
        return {
            (contest, subject): stands
            for contest, every in subjects.items()
            for subject, stands in one_subject(self._corpus, every).items()
        }

    def _thing(self, about: Thing) -> Thing:
        contest = self.contests.get(about.contest, about.contest)
        subject = self._subjects.get((contest, about.subject or ""), about.subject)
        return Thing(contest, subject, about.measure)

    def of_one_time(self, a: Figure, b: Figure) -> bool:
        """Whether two figures can be of one time and place, as far as their reports tell."""
        if self._place(a) != self._place(b):
            return False  # What a town voted is no other number for what the country did.
        one, other = a.evidence[0].article, b.evidence[0].article
        if one == other:
            return a.measure not in GROWING
        days = GROWING.get(a.measure, None if a.contest in self._dated else APART)
        return days is None or self._stories.near([one], [other], days)

    def _place(self, figure: Figure) -> str:
        """The one place whose votes a figure counts; "" where they are those of the contest."""
        known = {*self._named, figure.contest}
        return next((each for each in scope(figure, self._corpus) if each not in known), "")

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
        return tuple(
            replace(each, contest=about.contest, subject=about.subject, measure=about.measure)
            for each in found
        )


def _sides(voices: Voices, figures: Sequence[Figure]) -> list[Side]:
    """The values, each with who gives it. Of three or more, one that is another rounded, or
    leaves room for just that one, stands with it."""
    own: dict[str, Figure] = {}
    for figure in figures:
        own.setdefault(said(figure), figure)
    if len(own) < FEW_VALUES:
        return sides_by_value(voices, figures)
    exact: dict[str, Figure] = {}
    # What is rounded before bounds: "more than 51" may be 51.11, which 51 is as well.
    for loose in sorted(own, key=lambda each: own[each].comparator not in ("=", "~")):
        fitting = [
            each
            for other, each in own.items()
            if other not in exact and _leaves_room(own[loose], each)
        ]
        if len(fitting) == 1:
            exact[loose] = fitting[0]
    return sides_by_value(voices, figures, exact)


def _leaves_room(loose: Figure, exact: Figure) -> bool:
    """Whether a value is another one, said with fewer digits or as a bound."""
    looser = unit(loose) > unit(exact) or loose.comparator != "="
    return looser and exact.comparator == "=" and bool(rounding(loose, exact))


def _one_day(contest: Contest) -> bool:
    """Whether the day of a contest is known."""
    return contest.date.earliest == contest.date.latest != ""


def _placed(figure: Figure) -> Figure:
    """A figure with a contest of its own where its article names none; and what a poll at the
    polling stations or a projection gives is a share of the vote."""
    contest = contest_of(figure)
    measure = figure.measure
    if measure == "poll_share" and figure.status in ("exit-poll", "projection"):
        measure = "vote_share"
    if (contest, measure) == (figure.contest, figure.measure):
        return figure
    return replace(figure, contest=contest, measure=measure)


def _clear(figures: Sequence[Figure], corpus: Corpus) -> list[Figure]:
    """The figures that their articles do not give other values beside."""
    said: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.evidence:
            article = figure.evidence[0].article
            said.setdefault((article, figure.status, figure.claimed_by), []).append(figure)
    return [
        figure
        for together in said.values()
        if not any(
            (how := compared(together[0], other, corpus)) is not None and how.sign == "≠"
            for other in together[1:]
        )
        for figure in together
    ]


def counted_twice(figures: Iterable[Figure]) -> bool:
    """Whether figures come from different ways to know them, as an exit poll and a count."""
    return len({each.status for each in figures} - {"unknown"}) > 1


def _why(how: Sequence[Comparison]) -> str:
    """What is said of the differences, the first of them where there are many."""
    whys = list(dict.fromkeys(each.why for each in how))
    return "; ".join([*whys[:WHYS], *(["…"] if len(whys) > WHYS else [])])


def _claim(figure: Figure, corpus: Corpus) -> tuple[str, ...]:
    """All of a figure that a comparison looks at: of two that are alike in it one will do."""
    scope = corpus.seen(figure.contest_text) if figure.contest_text else ""
    day = figure.as_of.earliest + figure.as_of.latest
    return figure.value, figure.unit, figure.comparator, figure.status, figure.base, day, scope


def _alike(figures: Iterable[Figure], corpus: Corpus) -> dict[tuple[str, ...], list[Figure]]:
    """The figures that have a passage, by their claims."""
    claims: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        if figure.evidence:
            claims.setdefault(_claim(figure, corpus), []).append(figure)
    return claims


def _differ(a: Figure, b: Figure, how: Comparison) -> bool:
    """Whether two figures say different things; "31" and "30 or more" do not."""
    bound = not {a.comparator, b.comparator} <= {"=", "~"}
    return how.sign != "=" and not (bound and how.explained_by == "rounding")
