"""A figure with all that qualifies it, and a contest with all its figures."""

from __future__ import annotations

from textual.content import Content

from tui.app.cards.parts import (
    date_facts,
    fact,
    heading,
    links,
    made,
    name_link,
    passages,
    title,
)
from tui.app.cards.words import (
    COMPARATOR_WORDS,
    NOT_REPORTED,
    amount,
    measure_words,
    status_words,
    value_words,
)
from tui.app.text import DIM, FIGURE, STRONG, joined, words
from tui.app.widgets.bars import HATCH, legend, ruler, stacked
from tui.app.widgets.rows import Row
from tui.corpus import Corpus
from tui.model import FIGURE_STATUSES, Contest, Figure

FIRST_STATUS = ("official", "preliminary", "projection", "exit-poll", "estimate")
"""Which of several figures for the same thing is drawn: the one furthest on."""


def figure_card(corpus: Corpus, figure: Figure) -> list[Row]:
    """The rows of a figure."""
    head = joined((value_words(figure), FIGURE), (measure_words(figure.measure), STRONG), by="  ")
    rows = title("figure", figure, head)
    if figure.subject:
        rows.append(name_link(corpus, "Of", figure.subject))
    contest = corpus.get(figure.contest) if figure.contest else None
    if contest is not None:
        rows.append(name_link(corpus, "Contest", contest.id, STRONG))
    if figure.contest_text:
        called = joined(("the article says “", DIM), corpus.words(figure.contest_text), ("”", DIM))
        rows.append(fact("", called))
    comparator = COMPARATOR_WORDS.get(figure.comparator, "")
    exact = joined((f"{comparator} " if comparator else ""), figure.value, " ", figure.unit)
    rows.append(fact("Value", exact))
    rows.append(fact("Status", status_words(figure) or NOT_REPORTED))
    rows.append(fact("Base", figure.base or NOT_REPORTED))
    if figure.claimed_by:
        rows.append(name_link(corpus, "Claimed by", figure.claimed_by))
    rows += date_facts("As of", figure.as_of, corpus)
    if figure.note:
        rows.append(fact("Note", (figure.note, DIM)))
    rows += passages(corpus, figure.evidence, role=FIGURE)
    others = rivals(corpus, figure)
    rows += links(corpus, others, "Other figures for the same")
    rows += links(corpus, corpus.disputing(figure.id), "Disagreements")
    return rows + made(figure)


def rivals(corpus: Corpus, figure: Figure) -> tuple[Figure, ...]:
    """The other figures about the same contest, subject and measure."""
    if not figure.contest:
        return ()
    return tuple(
        other
        for other in corpus.of_contest(figure.contest)
        if other.id != figure.id
        and (other.subject, other.measure) == (figure.subject, figure.measure)
    )


def drawn_figures(figures: tuple[Figure, ...], measure: str) -> list[Figure]:
    """One figure a subject, the furthest on, the largest first: what a bar can show."""
    chosen: dict[str, Figure] = {}
    for figure in figures:
        if figure.measure != measure or not figure.subject or amount(figure) is None:
            continue
        best = chosen.get(figure.subject)
        if best is None or _rank(figure) < _rank(best):
            chosen[figure.subject] = figure
    return sorted(chosen.values(), key=lambda each: -(amount(each) or 0))


def _rank(figure: Figure) -> tuple[int, bool]:
    order = (*FIRST_STATUS, *(s for s in FIGURE_STATUSES if s not in FIRST_STATUS))
    return order.index(figure.status), figure.comparator != "="


def contest_card(corpus: Corpus, contest: Contest) -> list[Row]:
    """The rows of a contest: shares and seats drawn, then every figure."""
    rows = title("contest", contest, words(contest.name, STRONG))
    rows += date_facts("Held", contest.date, corpus)
    if contest.place:
        rows.append(fact("Where", contest.place))
    rows.append(_seats_fact(contest))
    figures = corpus.of_contest(contest.id)
    rows += _shares(corpus, figures)
    rows += _seats(corpus, contest, figures)
    rows += links(corpus, figures, "Every figure") or [
        *heading("Figures"),
        fact("", (NOT_REPORTED, DIM)),
    ]
    if contest.date.known:
        rows += links(corpus, corpus.on_day(contest.date, "event"), "Events that day")
    if contest.evidence:
        rows += passages(corpus, contest.evidence)
    return rows + made(contest)


def _seats_fact(contest: Contest) -> Row:
    if contest.seats_total is None:
        return fact("Seats", (NOT_REPORTED, DIM))
    total = f"{contest.seats_total:,}, majority {majority(contest.seats_total):,}"
    return fact("Seats", total + dagger(contest), (f"  {seats_note(contest)}", DIM))


def majority(seats: int) -> int:
    """The fewest seats that are more than half."""
    return seats // 2 + 1


def dagger(contest: Contest) -> str:
    """A dagger where the number of seats is in no article."""
    return " †" if contest.seats_basis in ("curated", "†") else ""


def seats_note(contest: Contest) -> str:
    """Whence the number of seats is known."""
    return "not from these sources" if dagger(contest) else contest.seats_basis


def _shares(corpus: Corpus, figures: tuple[Figure, ...]) -> list[Row]:
    shown = drawn_figures(figures, "vote_share")
    if not shown:
        return []
    parts = [(corpus.name(f.subject or ""), amount(f) or 0.0) for f in shown]
    rest = max(0.0, 100 - sum(value for _name, value in parts))
    note = joined((HATCH * 2, ".bar-rest"), " ", NOT_REPORTED, (f"  the rest, {rest:.4g} %", DIM))
    return _drawing("Share of the vote", parts, 100, _labels(corpus, shown), note)


def _seats(corpus: Corpus, contest: Contest, figures: tuple[Figure, ...]) -> list[Row]:
    shown = drawn_figures(figures, "seats")
    if not shown:
        return []
    parts = [(corpus.name(f.subject or ""), amount(f) or 0.0) for f in shown]
    reported = sum(value for _name, value in parts)
    total = float(contest.seats_total or reported)
    note = None
    if contest.seats_total and reported < total:
        left = f"  {total - reported:g} of {total:g} seats{dagger(contest)}"
        note = joined((HATCH * 2, ".bar-rest"), " ", NOT_REPORTED, (left, DIM))
    rows = _drawing("Seats", parts, total, _labels(corpus, shown), note)
    if contest.seats_total:
        needed = majority(contest.seats_total)
        words_ = f"majority {needed:,}{dagger(contest)}"
        mark = Row(lambda width: (ruler(needed, total, width, words_),), None, 1)
        rows.insert(3, mark)
    return rows


def _labels(corpus: Corpus, figures: list[Figure]) -> list[tuple[str, str]]:
    return [
        (
            corpus.name(figure.subject or ""),
            "  ".join(filter(None, (value_words(figure), status_words(figure)))),
        )
        for figure in figures
    ]


def _drawing(
    label: str,
    parts: list[tuple[str, float]],
    total: float,
    labels: list[tuple[str, str]],
    rest: Content | None,
) -> list[Row]:
    rows = [
        *heading(label),
        Row(lambda width: (stacked(parts, total, width),), None, 1),
        *(Row(lambda _width, each=each: (each,), None, 1) for each in legend(labels)),  # type: ignore[misc]
    ]
    if rest is not None:
        rows.append(Row(lambda _width: (rest,), None, 1))
    return rows
