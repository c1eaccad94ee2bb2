"""Which contests of several articles are one, though no article says all of it.

An article that speaks of "the election in Orland", another of "the parliamentary election", and a
third that only says who won have three contests, or two and none. They are taken to be one when
their levels, rounds, places and dates do not exclude one another, the reports are of one month,
and two things at least speak for it: a party or person with a figure of one measure in both,
the day, the place, the size of the house, or names that both reports have. Where several
contests of an article fit as well, none is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from tui.brief_figure import BriefFigure
from tui.corpus import Corpus
from tui.disagreements.stories import Stories
from tui.disagreements.words import ComparisonWords, words_in, words_of
from tui.model import Contest

APART = 31
"""Days between two reports of one contest, at the most."""

AHEAD = 366
"""Days before a contest at which reports speak of it, at the most."""

ENOUGH = 2
"""How many things speak for two contests being one, at the least."""

NAMES = 3
"""Names that two reports have in common, so that it speaks for one contest."""

ONE_STORY = 8
"""Names in common by which two reports are of one vote, though one names a place of it."""

COUNTRYWIDE = frozenset({"national", "presidential"})
"""The levels of contests that no single town has."""

MOST = 40
"""Contests that a party has figures in, or that are on one day; among more of them nothing is
looked for."""

IN_ONE_REPORT = 100
"""What speaks for two names of one contest in one report, which are looked at first."""

UNNAMED = "?"
"""What the id of a contest begins with that an article gives figures of, and does not name."""

OF_CONTESTS = frozenset({"vote_share", "seats", "turnout", "counted", "margin"})
"""Measures that belong to a contest, even where the article names none."""

MAY_BE_OF_ONE = re.compile(rf'"contest":"|"measure":"(?:{"|".join(sorted(OF_CONTESTS))})"'.encode())
"""What stands in the JSON of a figure that names its contest, or is of such a measure."""


@dataclass(slots=True)
class _Told:
    """What is known of a contest, and what the figures of it tell."""

    contest: Contest | None
    levels: Mapping[str, set[str]]
    place: set[str]
    subjects: set[tuple[str, str]] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    days: frozenset[date] = frozenset()
    """The days on which reports of it may have appeared first, once all are known."""
    span: tuple[str, str] | None = None
    """Between which days it is, as far as that is known then."""


class Contests:
    """Takes the figures one by one; then says which of their contests are one."""

    def __init__(self, corpus: Corpus, stories: Stories) -> None:
        self._stories = stories
        self._contests = {contest.id: contest for contest in corpus.contests}
        self._told: dict[str, _Told] = {}

    def take(self, figure: BriefFigure) -> None:
        """Note what a figure tells of its contest."""
        contest = contest_of(figure)
        if not contest or not figure.evidence or figure.withdrawn:
            return
        article = figure.evidence[0].article
        if contest not in self._told:
            self._told[contest] = self._first(contest, article)
        told = self._told[contest]
        told.articles.add(article)
        if figure.subject:
            told.subjects.add((figure.subject, figure.measure))

    def _first(self, id: str, article: str) -> _Told:
        contest = self._contests.get(id)
        if contest is None:
            return _Told(None, {}, set())
        words = self._stories.words(article)
        place = {word for word in words_in(contest.place) if word not in words.no_kind}
        return _Told(contest, _levels(contest, words), place)

    def one(self) -> Mapping[str, str]:
        """For each contest that is one with others the id that stands for all of them."""
        self._leave_out_the_named()
        for told in self._told.values():
            told.days = frozenset(filter(None, map(self._stories.published, told.articles)))
            told.span = _span(told)
        points = {
            pair: points
            for pair in self._pairs()
            if self._can_be(*pair) and (points := self._points(*pair)) >= ENOUGH
        }
        candidates: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for (one, other), found in points.items():
            candidates[one].append((other, found))
            candidates[other].append((one, found))
        group = {id: [id] for id in self._told}
        for (one, other), found in sorted(points.items(), key=lambda each: (-each[1], each[0])):
            rivals = (
                (mine, theirs, rival)
                for mine, theirs in ((one, other), (other, one))
                for rival, as_much in candidates[mine]
                if as_much >= found
            )
            if group[one] is group[other] or any(
                group[rival] is not group[theirs]
                and group[rival] is not group[mine]
                and self._told[rival].articles & self._told[theirs].articles
                for mine, theirs, rival in rivals
            ):
                continue
            if all(self._can_be(a, b) for a in group[one] for b in group[other]):
                group[one] += group[other]
                for each in group[other]:
                    group[each] = group[one]
        return {
            id: stands
            for ids in {id(each): each for each in group.values() if len(each) > 1}.values()
            for stands in [max(ids, key=self._tells)]
            for id in ids
            if id != stands
        }

    def _leave_out_the_named(self) -> None:
        """An article that names a contest has none beside it that it does not name."""
        named = {
            article
            for id, told in self._told.items()
            if told.contest is not None
            for article in told.articles
        }
        for id in [each for each in self._told if each.startswith(UNNAMED)]:
            if self._told[id].articles & named:
                del self._told[id]

    def _tells(self, id: str) -> tuple[bool, bool, bool, int, str]:
        told = self._told[id]
        contest = told.contest
        return (
            contest is not None,
            contest is not None and contest.date.known,
            contest is not None and bool(contest.place),
            len(told.subjects),
            id,
        )

    def _pairs(self) -> list[tuple[str, str]]:
        """The contests that share something: one who has figures, the day, or the place."""
        sharing: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for id, told in self._told.items():
            for subject in told.subjects:
                sharing[subject].add(id)
            if told.contest is not None and told.contest.date.known:
                sharing["day", told.contest.date.edtf].add(id)
            for word in told.place:
                sharing["place", word].add(id)
        of_article: defaultdict[str, list[str]] = defaultdict(list)
        for id, told in self._told.items():
            for article in told.articles:
                of_article[article].append(id)
        sharing.update((("article", article), set(ids)) for article, ids in of_article.items())
        pairs = {
            pair
            for ids in sharing.values()
            if 1 < len(ids) <= MOST
            for pair in combinations(sorted(ids), 2)
        }
        unnamed = {next(iter(t.articles)) for id, t in self._told.items() if id[0] == UNNAMED}
        for first, second in self._stories.pairs(of_article) if unnamed else ():
            if first in unnamed or second in unnamed:
                pair = (sorted((a, b)) for a in of_article[first] for b in of_article[second])
                pairs.update((one, other) for one, other in pair)
        return sorted(pairs)

    def _can_be(self, one: str, other: str) -> bool:
        """Whether nothing says that two contests are two."""
        first, second = self._told[one], self._told[other]
        if not _overlap(first, second) or not self._one_place(first, second):
            return False
        for axis in first.levels.keys() & second.levels.keys():
            if not first.levels[axis] & second.levels[axis]:
                return False
        if first.articles & second.articles:
            # A report calls one contest by two names only where both say on which level it is.
            return _same_levels(first, second)
        return (
            _same_day(first, second)
            or _near(first.days, second.days)
            or self._one_story(first, second)
        )

    def _one_place(self, first: _Told, second: _Told) -> bool:
        """Whether two contests can be in one place. Where one is of a country, the other may
        be called by a town that its report names, as long as all else is the same."""
        if not first.place or not second.place or first.place & second.place:
            return True
        levels = [each.levels.get("level", COUNTRYWIDE) for each in (first, second)]
        told = any("level" in each.levels for each in (first, second))
        return (
            told
            and all(each <= COUNTRYWIDE for each in levels)
            and self._stories.in_common(first.articles, second.articles) >= ONE_STORY
        )

    def _points(self, one: str, other: str) -> int:
        """How many things speak for two contests being one."""
        first, second = self._told[one], self._told[other]
        if first.articles & second.articles:
            return IN_ONE_REPORT
        points = len(first.subjects & second.subjects) + bool(first.place & second.place)
        points += _same_day(first, second)
        if first.contest is not None and second.contest is not None:
            seats = first.contest.seats_total
            points += bool(seats and seats == second.contest.seats_total)
        if first.contest is None or second.contest is None:
            return max(points, ENOUGH if self._one_story(first, second) else 0)
        if points and points < ENOUGH:
            common = self._stories.in_common(first.articles, second.articles)
            points += (common >= NAMES) + (common >= ONE_STORY)
        return points

    def _one_story(self, first: _Told, second: _Told) -> bool:
        """Whether a report of each tells one story."""
        return any(
            self._stories.one_story(one, other)
            for one in first.articles
            for other in second.articles
        )


def _overlap(first: _Told, second: _Told) -> bool:
    """Whether the dates do not exclude one another."""
    if first.span is None or second.span is None:
        return True
    return first.span[0] <= second.span[1] and second.span[0] <= first.span[1]


def _span(told: _Told) -> tuple[str, str] | None:
    """Between which days a contest is; without a date in the weeks around its reports."""
    if told.contest is not None and told.contest.date.earliest:
        return told.contest.date.earliest, told.contest.date.latest or "9999"
    if not told.days:
        return None
    first, last = min(told.days) - timedelta(APART), max(told.days) + timedelta(AHEAD)
    return first.isoformat(), last.isoformat()


def _near(some: Collection[date], others: Collection[date]) -> bool:
    return any(abs((one - other).days) <= APART for one in some for other in others)


def _same_day(first: _Told, second: _Told) -> bool:
    if first.contest is None or second.contest is None:
        return False
    day, other = first.contest.date, second.contest.date
    return bool(day.earliest == day.latest != "" and day.edtf == other.edtf)


def _same_levels(first: _Told, second: _Told) -> bool:
    """Whether both are told to be on one level, and of one round."""
    levels = first.levels.get("level"), second.levels.get("level")
    return levels[0] is not None and levels[0] == levels[1]


def contest_of(figure: BriefFigure) -> str | None:
    """The contest of a figure; where the article names none, one that is just its own."""
    if figure.contest or figure.measure not in OF_CONTESTS or not figure.evidence:
        return figure.contest
    return f"{UNNAMED}{figure.evidence[0].article}"


def _levels(contest: Contest, words: ComparisonWords) -> dict[str, set[str]]:
    """On which level a contest is, which round of it, and what else its name tells."""
    # Names of contests are in English where a rule made them up.
    found: defaultdict[str, set[str]] = defaultdict(set)
    known = [words] if words is words_of("en") else [words, words_of("en")]
    for word in set(words_in(contest.name)) - set(words_in(contest.place)):
        if any(word in each.no_kind for each in known):
            continue
        axes = [
            (axis, kind)
            for each in known
            for axis, kinds in each.kinds.items()
            for kind, members in kinds.items()
            if word in members
        ]
        for axis, kind in axes or [("", word)]:
            found[axis].add(kind)
    return dict(found)
