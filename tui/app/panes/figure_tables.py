"""The figures of a list of results: a table a measure, put in order when it comes into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from textual.content import Content

from tui.app.cards.labels import amount
from tui.app.styling import DIM, STRONG, WARN, joined, styled
from tui.corpus import Corpus
from tui.figure_comparison import Comparison, chosen, grouped, subject_key, value_of
from tui.model import Contest, Figure


class FigureShown(NamedTuple):
    """A figure of a table, and the one that is drawn for the same thing where that is another."""

    figure: Figure
    drawn: Figure | None
    table: FigureTable

    @property
    def id(self) -> str:
        return self.figure.id


class FigureTable:
    """The figures of a measure: their places, of what contest, what a full bar stands for, and how
    each list looks."""

    def __init__(
        self,
        corpus: Corpus,
        places: Sequence[int],
        contest: Contest | None,
        whole: float,
        looks: dict[str, int],
    ) -> None:
        self._corpus = corpus
        self.places = places
        self.contest = contest
        self.whole = whole
        self.looks = looks

    @cached_property
    def shown(self) -> Sequence[FigureShown]:
        """The figures for one thing together, the one that is drawn first."""
        figures = [self._corpus.figures[place] for place in self.places]
        found: list[FigureShown] = []
        choices = [chosen(group, self._corpus) for group in grouped(figures).values()]
        drawn = [choice for choice in choices if choice is not None]
        # What all who vote chose before what a part of them did.
        order = sorted(
            drawn, key=lambda each: (bool(each.figure.part), -(amount(each.figure) or 0))
        )
        for choice in order:
            found.append(FigureShown(choice.figure, None, self))
            found += [FigureShown(other, choice.figure, self) for other in choice.others]
        alone = [
            figure for figure in figures if subject_key(figure) is None or value_of(figure) is None
        ]
        alone.sort(key=lambda figure: -(amount(figure) or 0))
        return [*found, *(FigureShown(figure, None, self) for figure in alone)]


class ShownFigures(Sequence[FigureShown]):
    """The figures of several tables, one after the other."""

    def __init__(self, corpus: Corpus, tables: Sequence[FigureTable]) -> None:
        self._corpus = corpus
        self._tables = tables
        self._starts = [0, *accumulate(len(table.places) for table in tables)]

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, at: Any) -> Any:
        number = bisect_right(self._starts, at) - 1
        return self._tables[number].shown[at - self._starts[number]]

    def __iter__(self) -> Iterator[FigureShown]:
        return (shown for table in self._tables for shown in table.shown)

    def place(self, record_id: str) -> int:
        """Where the figure with an id stands, or -1."""
        figure = self._corpus.by_id.get(record_id)
        if isinstance(figure, Figure):
            for start, table in zip(self._starts, self._tables, strict=False):
                same = table.contest is None or table.contest.id == figure.contest
                for at, shown in enumerate(table.shown if same else ()):
                    if shown.id == record_id:
                        return start + at
        return -1


def difference(found: Comparison | None) -> Content:
    """The sign of a figure that is not the one drawn, and what explains the difference."""
    if found is None or found.sign == "=":
        return styled("=" if found else "", DIM)
    role = WARN if found.sign == "≠" else STRONG
    return joined((found.sign, role), (found.explained_by or "", DIM), by=" ")
