"""In which order the figures of a measure are listed: those for one thing together, the one that
is drawn first. Of thousands this takes long, and is kept beside the store with the columns."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.corpus import Corpus
from tui.figure_comparison import chosen, grouped, subject_key, value_of
from tui.model import Figure
from tui.tables.columns import MEASURES, Column, KeptColumns
from tui.tables.kept_arrays import Part
from tui.tables.lazy_records import LazyRecords

PLACES, DRAWN = "listed places", "listed drawn"


class ListedFigures(NamedTuple):
    """The places of figures in their order, and for each the place of the one that is drawn for
    the same thing: its own, where that is it or nothing else is."""

    places: Sequence[int]
    drawn: Sequence[int]


def listed(corpus: Corpus, places: Sequence[int]) -> ListedFigures:
    """Figures of one measure in the order of a list."""
    figures = corpus.whole.figures
    make = figures.make if isinstance(figures, LazyRecords) else figures.__getitem__
    every = [make(place) for place in places]
    where = {id(figure): place for place, figure in zip(places, every, strict=True)}
    found: list[tuple[Figure, Figure]] = []
    drawn = filter(None, (chosen(group, corpus) for group in grouped(every).values()))
    # What all who vote chose before what a part of them did.
    for choice in sorted(drawn, key=lambda each: (bool(each.figure.part), -_amount(each.figure))):
        found += [(each, choice.figure) for each in (choice.figure, *choice.others)]
    alone = [each for each in every if subject_key(each) is None or value_of(each) is None]
    found += [(each, each) for each in sorted(alone, key=lambda each: -_amount(each))]
    return ListedFigures(*(array("I", [where[id(pair[at])] for pair in found]) for at in (0, 1)))


def _amount(figure: Figure) -> float:
    """A value as a number, 0 where it is none."""
    try:
        return float(figure.value)
    except ValueError:
        return 0.0


def listed_of(corpus: Corpus, contest: str, measure: str, places: Sequence[int]) -> ListedFigures:
    """Figures of a measure in the order of a list, as it is kept where they are all that a contest
    (of "", all of none) has of it."""
    figures, column = corpus.whole.figures, corpus.column("figure", MEASURES)
    columns = figures.columns if isinstance(figures, LazyRecords) else None
    begin, end = column.span((contest, measure))
    if columns is None or [*column.places[begin:end]] != [*places]:
        return listed(corpus, places)
    return ListedFigures(*(columns.numbers(name)[begin:end] for name in (PLACES, DRAWN)))


def kept_order(
    corpus: Corpus, measures: Column, before: KeptColumns | None = None, moved: Sequence[int] = ()
) -> Iterator[tuple[str, Part]]:
    """The order of the figures of all measures, as it is kept; ``measures`` is their column. Of a
    measure that has the same figures as before it is taken over: ``moved`` tells where each stands
    now."""
    column = before.column(MEASURES) if before else None
    every = array("I"), array("I")
    for measure, places in measures.groups():
        begin, end = column.span(measure) if column else (0, 0)
        if before and column and [moved[at] for at in column.places[begin:end]] == [*places]:
            kept = (before.numbers(name)[begin:end] for name in (PLACES, DRAWN))
            found = ListedFigures(*([moved[at] for at in each] for each in kept))
        else:
            found = listed(corpus, places)
        for all_of, part in zip(every, found, strict=True):
            all_of.extend(part)
    yield from zip((f"figure/{PLACES}", f"figure/{DRAWN}"), every, strict=True)
