"""A contest: its shares and seats drawn or in words, then every figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from tui.app.cards.card_rows import date_facts, fact, heading, links, made, passages, title
from tui.app.cards.figure import doubt_rows
from tui.app.styling import ACTOR, DIM, EMPTY, FIGURE, STRONG, column, joined, styled, wrapped
from tui.app.widgets.rows import GAP, Row, block
from tui.charts.bars import BarPart, bar, hatched
from tui.charts.results import is_arch, look_sign, seats_drawn, told
from tui.charts.shares import Share, between, looks_of, parts_of, shares
from tui.corpus import Corpus
from tui.figure_comparison import Preferred, ground, preferred
from tui.model import Contest
from tui.plausibility import of_contest
from tui.seats import House, house, majority
from tui.wording import NOT_REPORTED, dagger, status_words, value_words


class Drawn(NamedTuple):
    """How charts are shown: in words, or drawn with so many lines for a half circle, 0 where
    there is no room for one."""

    in_words: bool = False
    height: int = 0


SMALL = Drawn()


def contest_card(corpus: Corpus, contest: Contest, shown: Drawn = SMALL) -> list[Row]:
    """The rows of a contest: shares and seats, then every figure."""
    rows = title("contest", contest, styled(contest.name, STRONG))
    rows += date_facts("Held", contest.date, corpus)
    if contest.place:
        rows.append(fact("Where", contest.place))
    rows.append(seats_fact(contest))
    figures = corpus.of_contest(contest.id)
    rows += doubt_rows(list(of_contest(corpus, contest)))
    if shown.in_words:
        rows += in_words(corpus, contest)
    else:
        rows += _shares(corpus, contest) + _seats(corpus, contest, shown.height)
    rows += links(corpus, figures, "Every figure") or [
        *heading("Figures"),
        fact("", (NOT_REPORTED, DIM)),
    ]
    if contest.date.known:
        rows += links(corpus, corpus.on_day(contest.date, "event"), "Events that day")
    if contest.evidence:
        rows += passages(corpus, contest.evidence)
    return rows + made(contest)


def seats_fact(contest: Contest) -> Row:
    """How many seats there are, a majority among them, and whence that is known."""
    if contest.seats_total is None:
        return fact("Seats", (NOT_REPORTED, DIM))
    note = "not from these sources" if dagger(contest) else contest.seats_basis
    counts = f"{contest.seats_total:,}, majority {majority(contest.seats_total):,}"
    return fact("Seats", counts + dagger(contest), (f"  {note}", DIM))


def in_words(corpus: Corpus, contest: Contest) -> list[Row]:
    """What the charts show, as lines of words."""
    rows: list[Row] = []
    for line in told(corpus, contest):
        if line.startswith(" "):
            rows.append(block(styled(line.strip()), indent=2))
        else:
            rows += [GAP, block(styled(line, STRONG))]
    return rows


def _shares(corpus: Corpus, contest: Contest) -> list[Row]:
    found = shares(corpus, contest)
    if not found.shares:
        return []
    rows = [*heading("Share of the vote"), *(_share(corpus, share) for share in found.shares)]
    if found.rest > 0:

        def rest(width: int) -> list[Content]:
            names, room = _columns(width)
            left = column(styled(NOT_REPORTED, DIM), names)
            lines = hatched(float(found.rest) / 100, room)
            return [joined(left, _value(found.rest_words, DIM), "  ", *lines)]

        rows.append(Row(rest, None, 1))
    return rows


def _share(corpus: Corpus, share: Share) -> Row:
    figure = share.choice.figure
    name = styled(corpus.name(figure.subject or ""), ACTOR)
    note = styled(_qualified(corpus, share.choice), DIM)

    def draw(width: int) -> list[Content]:
        names, room = _columns(width)
        preferred = bar(float(figure.value) / 100, room, share.look)
        line = joined(column(name, names), _value(value_words(figure)), "  ", *preferred)
        return [line, *wrapped(note, width, indent=2)] if note else [line]

    return Row(draw, figure.id)


def _columns(width: int) -> tuple[int, int]:
    """The cells of a name, and those of a bar."""
    names = max(8, min(28, width * 2 // 5))
    return names, max(4, min(40, width - names - 12))


def _value(text: str, role: str = FIGURE) -> Content:
    return column(styled(text, role), 10, right=True)


def _seats(corpus: Corpus, contest: Contest, height: int) -> list[Row]:
    counted = house(corpus, contest)
    if not counted.benches:
        return []
    looks = looks_of(corpus, contest)
    rows = [*heading("Seats"), seats_row(counted, parts_of(counted, looks), contest, height)]
    for choice in preferred(corpus, contest.id, "seats"):
        figure, subject = choice.figure, choice.figure.subject or ""
        line = joined(
            (corpus.name(subject), ACTOR), (value_words(figure), FIGURE),
            (_qualified(corpus, choice), DIM), by="  ",
        )  # fmt: skip
        rows.append(legend_row(counted, looks[subject], line, height, figure.id))
    free = counted.unreported
    if free.most and counted.seats:
        left = f"  {between(free.least, free.most)} of {counted.seats:,} seats{dagger(contest)}"
        line = joined(NOT_REPORTED, (left, DIM))
        rows.append(legend_row(counted, None, line, height))
    return rows


def _qualified(corpus: Corpus, choice: Preferred) -> str:
    """The status of a figure that is drawn, and why it is, where others are not."""
    why = ground(choice, corpus)
    if choice.by == "status":
        return why
    return ", ".join(filter(None, (status_words(choice.figure), why)))


def seats_row(
    counted: House, parts: Sequence[BarPart], contest: Contest, height: int, *, spaced: bool = False
) -> Row:
    """The seats as a half circle and a space below it, or as a bar with its majority."""

    def draw(width: int) -> list[Content]:
        lines = seats_drawn(counted, parts, dagger(contest), width, height)
        space = [EMPTY] if spaced or is_arch(counted, width, height) else []
        return [*(joined(*line) for line in lines), *space]

    return Row(draw)


def legend_row(
    counted: House, look: int | None, line: Content, height: int, target: str | None = None
) -> Row:
    """What a sign of the seats stands for."""

    def draw(width: int) -> list[Content]:
        sign = styled(*look_sign(counted, look, width, height))
        return wrapped(line, width, indent=3, first=sign)

    return Row(draw, target)
