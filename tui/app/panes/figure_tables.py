"""The figures of a list of results: a table a measure, put in order when it comes into sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from textual.content import Content

from tui.app.styling import DIM, HEADING, STRONG, WARN, joined, styled
from tui.app.widgets.rows import Row, line, place_in
from tui.corpus import Corpus
from tui.figure_comparison import Comparison
from tui.figure_order import ListedFigures, listed_of
from tui.model import Contest, Figure
from tui.seats import majority
from tui.tables.lazy_records import places_in
from tui.wording import dagger, measure_words


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
        measure: str,
        whole: float,
        looks: dict[str, int],
    ) -> None:
        self._corpus = corpus
        self.places = places
        self.contest, self.measure = contest, measure
        self.whole = whole
        self.looks = looks

    @cached_property
    def _listed(self) -> ListedFigures:
        contest = self.contest.id if self.contest else ""
        return listed_of(self._corpus, contest, self.measure, self.places)

    def __getitem__(self, at: int) -> FigureShown:
        place, drawn = self._listed.places[at], self._listed.drawn[at]
        figures = self._corpus.figures
        return FigureShown(figures[place], None if drawn == place else figures[drawn], self)

    def where(self, place: int) -> int:
        """Where the figure with a place in the corpus stands, or -1."""
        return place_in(self._listed.places, place) if place in self.places else -1


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
        return self._tables[number][at - self._starts[number]]

    def place(self, record_id: str) -> int:
        """Where the figure with an id stands, or -1."""
        place = places_in(self._corpus.figures).get(record_id, -1)
        for start, table in zip(self._starts, self._tables, strict=False):
            at = table.where(place)
            if at >= 0:
                return start + at
        return -1


def difference(found: Comparison | None) -> Content:
    """The sign of a figure that is not the one drawn, and what explains the difference."""
    if found is None or found.sign == "=":
        return styled("=" if found else "", DIM)
    role = WARN if found.sign == "≠" else STRONG
    return joined((found.sign, role), (found.explained_by or "", DIM), by=" ")


def whole_of(measure: str, contest: Contest | None) -> float:
    """What a full bar stands for; 0 where a bar would tell nothing."""
    if measure in ("vote_share", "turnout", "share_of_electorate"):
        return 100.0
    if measure == "seats" and contest is not None and contest.seats_total:
        return float(contest.seats_total)
    return 0.0


def measure_heading(measure: str, contest: Contest | None) -> Row:
    """The line above the figures of a measure."""
    note = ""
    if measure == "seats" and contest is not None and contest.seats_total:
        note = f"of {contest.seats_total:,}{dagger(contest)}, majority "
        note += f"{majority(contest.seats_total):,}"
    head = joined((measure_words(measure), HEADING), (note, DIM), by="  ")
    return line(head)
