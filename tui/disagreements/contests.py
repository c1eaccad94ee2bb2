"""Which contests of several articles are one, though no article says all of it.

An article that speaks of "the election in Orland" and another of "the parliamentary
election" have two contests. They are taken to be one when their kinds, places and dates do
not exclude one another, the reports are of one month, and at least two parties or persons
have figures of one measure in both, or one where both name the place. Where several contests of
an article fit, none is taken.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tui.corpus import Corpus
from tui.folding import folded
from tui.model import Article, Contest, Figure

APART = 31
"""Days between two reports of one contest, at the most."""

IN_COMMON = 2
"""Parties or persons whose figures two reports of one contest share, at the least."""

MOST = 40
"""Contests that a party has figures in; among more of them nothing is looked for."""

_NO_KIND = frozenset("the a an of in for and election elections vote poll polls".split())


@dataclass(slots=True)
class _Told:
    """What the figures of a contest tell of it."""

    subjects: set[tuple[str, str]] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)


def one_contest(corpus: Corpus, figures: Iterable[Figure]) -> Mapping[str, str]:
    """For each contest that is one with others the id that stands for all of them."""
    told: defaultdict[str, _Told] = defaultdict(_Told)
    for figure in figures:
        if figure.contest and figure.evidence:
            told[figure.contest].articles.add(figure.evidence[0].article)
            if figure.subject:
                told[figure.contest].subjects.add((figure.subject, figure.measure))
    having: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for contest, each in told.items():
        for subject in each.subjects:
            having[subject].append(contest)
    stands: dict[str, str] = {}
    for contest in sorted(told, key=lambda id: (-len(told[id].subjects), id)):
        others = {
            other
            for subject in told[contest].subjects
            if len(having[subject]) <= MOST
            for other in having[subject]
            if other != contest and _same(corpus, contest, other, told)
        }
        for other in sorted(others):
            rivals = [each for each in others if told[each].articles & told[other].articles]
            if len(rivals) == 1 and other not in stands and contest not in stands.values():
                stands[other] = stands.get(contest, contest)
    return stands


def _same(corpus: Corpus, one: str, other: str, told: Mapping[str, _Told]) -> bool:
    first, second = corpus.get(one), corpus.get(other)
    if not isinstance(first, Contest) or not isinstance(second, Contest):
        return False
    common = len(told[one].subjects & told[other].subjects)
    placed = bool(_words(first.place) & _words(second.place))
    return (
        common + placed >= IN_COMMON
        and not told[one].articles & told[other].articles
        and _agree(_kinds(first), _kinds(second))
        and _agree(_words(first.place), _words(second.place))
        and _overlap(first, second)
        and near(corpus, told[one].articles, told[other].articles, APART)
    )


def _kinds(contest: Contest) -> set[str]:
    """The words of a contest's name that tell of what kind it is."""
    return {
        word
        for word in _words(contest.name) - _words(contest.place) - _NO_KIND
        if not word.isdigit()
    }


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", folded(text)))


def _agree(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)


def _overlap(one: Contest, other: Contest) -> bool:
    if not one.date.known or not other.date.known:
        return True
    return one.date.earliest <= other.date.latest and other.date.earliest <= one.date.latest


def near(corpus: Corpus, some: Iterable[str], others: Iterable[str], days: int) -> bool:
    """Whether one of some reports appeared within so many days of one of others."""
    dated = [[_published(corpus, each) for each in group] for group in (some, others)]
    return any(
        one is not None and other is not None and abs((one - other).days) <= days
        for one in dated[0]
        for other in dated[1]
    )


def _published(corpus: Corpus, id: str) -> date | None:
    article = corpus.get(id)
    day = article.published.earliest if isinstance(article, Article) else ""
    return date.fromisoformat(day) if day else None
