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
from itertools import combinations

from tui.corpus import Corpus
from tui.disagreements.contests import UNNAMED
from tui.disagreements.figure_groups import FigureGroups
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
    compared,
    rounding,
    said,
    unit,
)
from tui.model import Disagreement, Figure, Side

FEW_VALUES = 3
"""Values below which one that is the other rounded is a side of its own."""

WHYS = 4
"""How many reasons a note holds; of a hundred figures there are thousands of pairs."""


def differing_values(corpus: Corpus, voices: Voices, stories: Stories) -> Iterator[Disagreement]:
    """A disagreement for each thing that articles give different values for."""
    together = FigureGroups(corpus, stories)
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
        named = [
            corpus.name(each)
            for each in (about.subject, about.contest)
            if each and not each.startswith(UNNAMED)
        ]
        measure = about.measure.replace("_", " ")
        parts = [every[0].part] if about.part else []
        yield made(
            "value",
            ", ".join([*named[:-1], measure, *parts, *named[-1:]]),
            sides,
            id=rule_id(
                "value", about.contest, about.subject, about.measure, *filter(None, [about.part])
            ),
            items=[figure.id for figure in every],
            actors=[about.subject] if about.subject else [],
            rule="figures for one thing that differ",
            explained_by=None
            if any(each.sign == "≠" for _a, _b, each in differing)
            else differing[0][2].explained_by,
            note=_why(differing),
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


def _why(differing: Sequence[tuple[Figure, Figure, Comparison]]) -> str:
    """What is said of the differences, of which two figures where it is not one thing; the
    first of them where there are many."""
    whys = {each.why: (a, b) for a, b, each in reversed(differing)}
    told = [
        f"{said(a)} and {said(b)}: {why}" if len(whys) > 1 else why
        for why, (a, b) in reversed(whys.items())
    ]
    return "; ".join([*told[:WHYS], *(["…"] if len(told) > WHYS else [])])


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
