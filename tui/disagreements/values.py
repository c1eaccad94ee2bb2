"""Values: figures for one contest, subject and measure that are not the same.

How two figures stand to each other is said by :mod:`tui.figure_comparison`: one that nothing
explains is ``≠``, one that rounding, base, status, date or scope explains is ``~``. Both
are listed, the explanation with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from tui.corpus import Corpus
from tui.disagreements.sides import Voices, between_articles, between_voices, made, rule_id
from tui.figure_comparison import Comparison, compared, grouped, said, value_of
from tui.model import AttributedPassage, Disagreement, Figure, Side

WHYS = 4
"""How many reasons a note holds; of a hundred figures there are thousands of pairs."""


def differing_values(corpus: Corpus, voices: Voices) -> Iterator[Disagreement]:
    """A disagreement for each thing that articles give different values for."""
    for about, figures in grouped(corpus.figures).items():
        claims = _alike(figures, corpus)
        pairs = combinations([alike[0] for alike in claims.values()], 2)
        found = [(a, b, each) for a, b in pairs if (each := compared(a, b, corpus))]
        differing = [each for each in found if _differ(*each)]
        apart = dict.fromkeys(_claim(f, corpus) for a, b, _each in differing for f in (a, b))
        every = [figure for claim in apart for figure in claims[claim]]
        sides = _sides(voices, every)
        if not differing or not (
            between_articles(sides) or between_voices(sides) or counted_twice(every)
        ):
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


def _sides(voices: Voices, figures: Sequence[Figure]) -> list[Side]:
    """The values, each with the figures that have it, the largest first."""
    by_value: dict[str, list[Figure]] = {}
    for figure in sorted(
        dict.fromkeys(figures), key=lambda each: (-(value_of(each) or 0), each.comparator != "=")
    ):
        unit = " %" if figure.unit in ("%", "percent", "per cent") else f" {figure.unit}".rstrip()
        by_value.setdefault(f"{said(figure)}{unit}", []).append(figure)
    return [
        Side(
            value,
            tuple(
                AttributedPassage(
                    figure.evidence[0],
                    figure.claimed_by or voices.of(figure.evidence[0]),
                )
                for figure in alike
            ),
        )
        for value, alike in by_value.items()
    ]
