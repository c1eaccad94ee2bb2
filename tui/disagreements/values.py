"""Values: figures for one contest, subject and measure that are not the same.

How two figures stand to each other is said by :mod:`tui.figure_comparison`: one that nothing
explains is ``≠``, one that rounding, base, status, date or scope explains is ``~``. Both
are listed, the explanation with them.

An article does not contradict itself: where it gives two values for what seems one thing, in
one status and from one speaker, they are of two things, and neither is compared. Of contests
whose day is not known only reports of the same weeks are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, combinations

from tui.corpus import Corpus
from tui.disagreements.contests import APART, near, one_contest
from tui.disagreements.sides import (
    Voices,
    between_articles,
    between_voices,
    made,
    rule_id,
    sides_by_value,
)
from tui.figure_comparison import Comparison, Thing, compared, grouped
from tui.model import Contest, Disagreement, Figure

GROWING = {"counted": 0, "delegates": 1, "poll_share": 7}
"""Measures that change by themselves, and within how many days two reports can differ on them."""

WHYS = 4
"""How many reasons a note holds; of a hundred figures there are thousands of pairs."""


def differing_values(corpus: Corpus, voices: Voices) -> Iterator[Disagreement]:
    """A disagreement for each thing that articles give different values for."""
    for about, figures in _together(corpus).items():
        claims = _alike(_clear(figures, corpus), corpus)
        pairs = [
            (a, b)
            for a, b in combinations([alike[0] for alike in claims.values()], 2)
            if _of_one_time(a, b, corpus)
        ]
        found = [(a, b, each) for a, b in pairs if (each := compared(a, b, corpus))]
        differing = [each for each in found if _differ(*each)]
        apart = dict.fromkeys(_claim(f, corpus) for a, b, _each in differing for f in (a, b))
        every = [figure for claim in apart for figure in claims[claim]]
        sides = sides_by_value(voices, every)
        told_twice = (
            between_articles(sides, voices) or between_voices(sides) or counted_twice(every)
        )
        if not differing or not told_twice:
            continue
        how = [each for _a, _b, each in differing]
        named = [corpus.name(each) for each in (about.subject, about.contest) if each]
        yield made(
            "value",
            ", ".join([*named[:-1], about.measure.replace("_", " "), named[-1]]),
            sides,
            id=rule_id("value", about.contest, about.subject, about.measure),
            items=[figure.id for figure in every],
            actors=[about.subject] if about.subject else [],
            rule="figures for one thing that differ",
            explained_by=None if any(each.sign == "≠" for each in how) else how[0].explained_by,
            note=_why(how),
        )


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


def _of_one_time(a: Figure, b: Figure, corpus: Corpus) -> bool:
    """Whether two figures can be of one time, as far as their reports tell."""
    if a.evidence[0].article == b.evidence[0].article:
        return a.measure not in GROWING
    contest = corpus.get(a.contest or "")
    dated = isinstance(contest, Contest) and contest.date.earliest == contest.date.latest != ""
    days = GROWING.get(a.measure, None if dated else APART)
    return days is None or near(corpus, [a.evidence[0].article], [b.evidence[0].article], days)


def _together(corpus: Corpus) -> dict[Thing, tuple[Figure, ...]]:
    """The figures by what they are about; those of contests that are one, under one of them."""
    groups = grouped(corpus.figures)
    stands = one_contest(corpus, chain.from_iterable(groups.values()))
    if not stands:
        return groups
    together: dict[Thing, tuple[Figure, ...]] = {}
    for about, figures in groups.items():
        if about.contest in stands:
            contest = stands[about.contest]
            about = about._replace(contest=contest)
            figures = tuple(replace(each, contest=contest) for each in figures)
        together[about] = (*together.get(about, ()), *figures)
    return together


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
