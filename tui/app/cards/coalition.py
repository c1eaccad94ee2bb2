"""Coalition arithmetic: lists put together, and what that comes to."""

from __future__ import annotations

from typing import NamedTuple

from textual.content import Content

from tui.app.cards.card_rows import FOLLOW, fact, heading, title
from tui.app.cards.contest import Drawn, seats_row
from tui.app.cards.figure import doubt_rows
from tui.app.styling import ACTOR, DIM, FIGURE, STRONG, WARN, column, cut, joined, styled, wrapped
from tui.app.widgets.rows import GAP, Row, block, line
from tui.charts.results import POSSIBLE, standing
from tui.charts.shares import between, coalition_parts, looks_of
from tui.corpus import Corpus
from tui.model import Contest
from tui.plausibility import of_contest
from tui.seats import Bench, House, Total, house, total, winning
from tui.wording import NOT_REPORTED, dagger, list_name


class Toggle(NamedTuple):
    """A list that can be put in and taken out, by its key."""

    key: str


class Members(NamedTuple):
    """A coalition that can be taken as it is."""

    keys: tuple[str, ...]


def coalition_card(
    corpus: Corpus, contest: Contest, members: frozenset[str], shown: Drawn
) -> list[Row]:
    """The lists of a contest, those of a coalition marked, and what they have together."""
    rows = title("coalition", contest, styled(contest.name, STRONG))
    counted = house(corpus, contest)
    rows += doubt_rows(list(of_contest(corpus, contest)))
    if not counted.benches:
        return [*rows, GAP, fact("Seats", (f"{NOT_REPORTED}: no article gives any", DIM))]
    sum_ = total(counted, members)
    rows.append(GAP)
    if not shown.in_words:
        rows.append(_picture(corpus, counted, contest, members, shown.height))
    benches = [*counted.benches, *([counted.unreported] if counted.unreported.most else [])]
    rows += [_bench(corpus, bench, bench.key in members) for bench in benches]
    rows += [GAP, *_sum(sum_, counted, contest)]
    return rows + _coalitions(corpus, counted)


def _picture(
    corpus: Corpus, counted: House, contest: Contest, members: frozenset[str], height: int
) -> Row:
    parts = coalition_parts(counted, looks_of(corpus, contest), members)
    return seats_row(counted, parts, contest, height, spaced=True)


def _bench(corpus: Corpus, bench: Bench, within: bool) -> Row:
    """A list with the sign that tells whether it is in; Space changes that."""
    known = bool(bench.key)
    name = styled(list_name(corpus, bench.key), ACTOR if known else DIM)
    least = bench.least if known else 0
    note = "" if known else "any list's"

    def draw(width: int) -> list[Content]:
        sign = ("[x] ", STRONG) if within else ("[ ] ", "")
        seats = column(styled(between(least, bench.most), FIGURE), 9, right=True)
        names = column(name, max(8, min(28, width - 14)))
        return [cut(joined(sign, names, seats, (f"  {note}", DIM) if note else ""), width)]

    return Row(draw, Toggle(bench.key), 1)


def _sum(sum_: Total, counted: House, contest: Contest) -> list[Row]:
    """What those that are in have together, and what is missing."""
    seats = between(sum_.least, sum_.most)
    if sum_.needed is None or counted.seats is None:
        return [fact("Together", (seats, FIGURE)), fact("Majority", (NOT_REPORTED, DIM))]
    of = f" of {counted.seats:,}{dagger(contest)}, {sum_.needed:,} needed"
    role = {"enough": STRONG, "perhaps": WARN, "short": ""}[sum_.standing or "short"]
    verdict = {
        "enough": "Enough for a majority",
        "perhaps": "Perhaps a majority",
        "short": "No majority",
    }[sum_.standing or "short"]
    return [
        fact("Together", (seats, FIGURE), (of, DIM)),
        fact("", (verdict, role), f": {standing(sum_)}"),
    ]


def _coalitions(corpus: Corpus, counted: House) -> list[Row]:
    """The minimal winning coalitions; one that is chosen is put together above."""
    if counted.needed is None:
        return []
    found = winning(counted)
    rows = heading("Minimal winning coalitions", found.in_all)
    if found.perhaps:
        also = f"and {len(found.perhaps):,}{'+' if found.more else ''} more are possible, below"
        rows.append(line(styled(also, DIM)))
    told = "enough seats together, and too few without any one of them."
    rows.append(block(styled(f"{POSSIBLE.capitalize()}: {told}", DIM)))
    for members in found.certain:
        rows.append(_coalition(corpus, counted, members))
    if found.in_all > len(found.certain):
        rows.append(line(styled(f"and {found.in_all - len(found.certain):,} more", DIM)))
    if found.perhaps:
        rows += heading("Perhaps, as not all seats are known")
        rows += [_coalition(corpus, counted, each) for each in found.perhaps]
    if found.more:
        rows.append(line(styled("and more", DIM)))
    if not found.certain and not found.perhaps:
        rows.append(block(styled("None of the lists that are reported.", DIM)))
    return rows


def _coalition(corpus: Corpus, counted: House, members: tuple[str, ...]) -> Row:
    sum_ = total(counted, members)
    parts = ((list_name(corpus, each), ACTOR if each else DIM) for each in members)
    names = joined(*parts, by=" + ")
    notes = styled(f"{between(sum_.least, sum_.most)} seats, {standing(sum_)}", DIM)

    def draw(width: int) -> list[Content]:
        first = wrapped(names, width, indent=len(FOLLOW), first=styled(FOLLOW, DIM))
        return [*first, *wrapped(notes, width, indent=4)]

    return Row(draw, Members(members))
