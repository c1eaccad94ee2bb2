"""A figure with all that qualifies it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.cards.card_rows import (
    FOLLOW,
    date_facts,
    fact,
    heading,
    links,
    made,
    name_link,
    passages,
    title,
)
from tui.app.styling import DIM, FIGURE, STRONG, WARN, joined, spread, styled, wrapped
from tui.app.widgets.rows import Row
from tui.charts.results import differs
from tui.corpus import Corpus
from tui.figure_comparison import chosen, compared, ground, said, subject_key
from tui.model import Figure
from tui.plausibility import Implausible
from tui.wording import (
    NOT_REPORTED,
    figure_source,
    measure_words,
    part_words,
    status_words,
    value_words,
)

ALONE = "one only: no other figure for the same thing in these articles"


def figure_card(corpus: Corpus, figure: Figure) -> list[Row]:
    """The rows of a figure."""
    head = joined((value_words(figure), FIGURE), (measure_words(figure.measure), STRONG), by="  ")
    rows = title("figure", figure, head)
    if figure.subject:
        rows.append(name_link(corpus, "About", figure.subject))
    contest = corpus.get(figure.contest) if figure.contest else None
    if contest is not None:
        rows.append(name_link(corpus, "Contest", contest.id, STRONG))
    if figure.contest_text:
        called = joined(("the article says “", DIM), corpus.words(figure.contest_text), ("”", DIM))
        rows.append(fact("", called))
    if figure.part:
        rows.append(fact("Part", (part_words(figure), STRONG)))
    rows.append(fact("Value", f"{said(figure)} {figure.unit}"))
    rows.append(fact("Status", status_words(figure) or NOT_REPORTED))
    others = rivals(corpus, figure)
    if not others and subject_key(figure) is not None:
        rows.append(fact("Sources", (ALONE, STRONG)))
    if figure.withdrawn:
        rows.append(fact("", "withdrawn by its source"))
    rows.append(fact("Base", figure.base or NOT_REPORTED))
    for number, actor in enumerate(figure.claimed_by):
        rows.append(name_link(corpus, "" if number else "Claimed by", actor))
    rows += date_facts("As of", figure.as_of, corpus)
    if figure.note:
        rows.append(fact("Note", (figure.note, DIM)))
    rows += passages(corpus, figure.evidence, role=FIGURE)
    rows += _others(corpus, figure, others)
    rows += links(corpus, corpus.disputing(figure.id), "Disagreements")
    return rows + made(figure)


def rivals(corpus: Corpus, figure: Figure) -> tuple[Figure, ...]:
    """The other figures for the same contest, subject and measure."""
    about = subject_key(figure)
    if about is None:
        return ()
    others = corpus.of_contest(about.contest)
    return tuple(other for other in others if other.id != figure.id and subject_key(other) == about)


def _others(corpus: Corpus, figure: Figure, others: Sequence[Figure]) -> list[Row]:
    """The other figures for the same, how each differs, and which of all is drawn."""
    if not others:
        return []
    rows = heading("Other figures for the same thing", len(others))
    rows += [other_row(corpus, figure, other) for other in others]
    choice = chosen((figure, *others), corpus)
    if choice is not None and choice.by:
        drawn = "this one" if choice.figure is figure else value_words(choice.figure)
        rows.append(fact("In charts", drawn, (f"  {ground(choice, corpus)}", DIM)))
    return rows


def other_row(corpus: Corpus, figure: Figure, other: Figure) -> Row:
    """Another figure for the same: its value, whose it is, and what explains the difference."""
    comparison = compared(figure, other, corpus)
    sign = comparison.sign if comparison else " "
    notes = joined((status_words(other), DIM), (figure_source(corpus, other), DIM), by=" · ")
    left = joined((FOLLOW, DIM), (sign, WARN if sign == "≠" else STRONG), " ")
    why = styled(differs(corpus, figure, other).removeprefix(sign).strip(), DIM)

    def draw(width: int) -> list[Content]:
        value = joined(left, (value_words(other), FIGURE))
        return [spread(value, notes, width), *wrapped(why, width, indent=4)]

    return Row(draw, other.id)


def doubt_rows(doubts: list[Implausible]) -> list[Row]:
    """What does not fit together, where something does not."""
    return [fact("! Doubtful", (doubt.why, WARN)) for doubt in doubts]
