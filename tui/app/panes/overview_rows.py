"""The lines of the overview: sections, each with a heading, each line with what it leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from textual.content import Content

from tui.app.styling import (
    ACTOR,
    DATE,
    DIM,
    FIGURE,
    HEADING,
    SPEAKER,
    STRONG,
    WARN,
    column,
    counted,
    cut,
    in_a_line,
    joined,
    spread,
    styled,
    wrapped,
)
from tui.app.widgets.rows import GAP, Row, line
from tui.charts.bars import bar, hatched, stacked
from tui.charts.shares import Share, looks_of, parts_of
from tui.charts.shares import shares as shares_of
from tui.corpus import Corpus
from tui.model import Article, Disagreement
from tui.overview import Lack, MentionedActor, Outcome, Overview, SideTold, SourceReports, sides_of
from tui.wording import (
    NOT_REPORTED,
    dagger,
    difference_sign,
    figure_source,
    short_date,
    value_words,
)

DISAGREEMENTS, LACK, SOURCE = "tab", "lacking", "source"
"""How the targets of lines begin that lead to several records; others are ids."""

MOST_SIDES = 4
"""Sides of a disagreement that have a line each."""

OF_ONE = 6
"""Lines that a disagreement takes with its sides, as a rule."""

LEAST_WHO = 18
"""Cells for who says so, however long what they say is."""

IN_LINES = 5
"""Disagreements where each has one line."""

ROOM_FOR_SOURCE = 76
"""From so many cells a report has its source beside its day."""

ALONE = "1 source"
"""What is told of seats of which one report alone tells."""

NAMES, VALUES, BARS = 29, 8, 28
"""Cells of the columns of a result."""


class TwoColumns(NamedTuple):
    """The rows of the two columns."""

    left: Sequence[Row]
    right: Sequence[Row]


class Shape(NamedTuple):
    """What there is room for: one column only, or lines between what belongs together."""

    single: bool
    roomy: bool


def rows_of(corpus: Corpus, found: Overview, shape: Shape) -> TwoColumns:
    """The rows of the overview."""
    disputed = list(_disputed(corpus, found, shape))
    sections = [
        _results(corpus, found.outcomes, shape),
        _named("People", found.people),
        _named("Parties and coalitions", found.parties),
        _reports(found),
        _lacking(corpus, found.lacking),
    ]
    left, right = disputed, list[Row]()
    for section in filter(None, map(list, sections)):
        # Each section goes where there is more room; the results stand beside what is disputed.
        to = left if shape.single or (right and _lines(left) < _lines(right)) else right
        to += [GAP, *section] if to else section
    return TwoColumns(left, right)


def _lines(rows: Iterable[Row]) -> int:
    """About how many lines they take, without drawing any."""
    heights = (row.height if isinstance(row.height, int) else 0 for row in rows)
    return sum(height or OF_ONE for height in heights)


def _heading(title: str, told: str = "", right: str = "") -> Row:
    head = joined((title, HEADING), (told, DIM), by="  ")
    return Row(lambda width: (spread(head, styled(right, DIM), width),), None, 1)


# ------------------------------------------------------------------------- what is disputed


def _disputed(corpus: Corpus, found: Overview, shape: Shape) -> Iterator[Row]:
    every = len(corpus.disagreements)
    if not every:
        yield _heading("Disputed", "no disagreements between these articles")
        return
    others = every - found.conflicts
    told = counted(others, "minor difference")
    if found.conflicts:
        told = counted(found.conflicts, "conflict") + (f" · {others:,} minor" if others else "")
    yield _heading("Disputed", told)
    disputed = found.disputed[: IN_LINES if shape.single else None]
    for record in disputed:
        sides = sides_of(corpus, record)
        yield _in_a_line(record, sides) if shape.single else _side_by_side(record, sides)
        if shape.roomy:
            yield GAP
    if (more := every - len(disputed)) > 0:
        where = joined((f"  and {more:,} more: press ", DIM), ("5", ".key"))
        yield line(where, DISAGREEMENTS)


def _in_a_line(record: Disagreement, sides: Sequence[SideTold]) -> Row:
    sign = difference_sign(record)
    says = styled(f" {sign} ".join(side.says for side in sides), DIM)
    head = joined((sign, WARN), " ", (record.about, STRONG))
    return Row(lambda width: (in_a_line(head, says, width),), record.id, 1)


def _side_by_side(record: Disagreement, sides: Sequence[SideTold]) -> Row:
    """What is disputed, and under it each side with who says so."""
    shown = sides if len(sides) <= MOST_SIDES else sides[: MOST_SIDES - 1]
    more = len(sides) - len(shown)

    def draw(width: int) -> list[Content]:
        sign = styled(difference_sign(record), WARN)
        told = wrapped(styled(record.about, STRONG), width, indent=2, first=sign)
        for side in shown:
            told += _side(side, width)
        if more:
            told.append(styled(f"    and {counted(more, 'side')} more", DIM))
        return told

    return Row(draw, record.id)


def _side(side: SideTold, width: int) -> list[Content]:
    """What a side says, with who says so at the end of its line, or where there is no room on
    a line below."""
    says = joined("    ", side.says)
    room = max(LEAST_WHO, width - says.cell_length - 2)
    who = styled(_who(side.who, room), SPEAKER)
    if says.cell_length + 2 + who.cell_length <= width:
        return [spread(says, who, width)]
    who = styled(_who(side.who, width - 6), SPEAKER)
    return [*wrapped(joined(side.says), width, indent=4), cut(joined("      ", who), width)]


def _who(names: Sequence[str], room: int) -> str:
    """As many names as there is room for, and how many more there are."""
    for shown in range(len(names), 1, -1):
        more = f" +{len(names) - shown}" if shown < len(names) else ""
        told = ", ".join(names[:shown]) + more
        if len(told) <= room:
            return told
    return f"{names[0]} +{len(names) - 1}" if len(names) > 1 else names[0]


# ------------------------------------------------------------------------------ the results


def _results(corpus: Corpus, outcomes: Iterable[Outcome], shape: Shape) -> Iterator[Row]:
    told: list[Row] = []
    for outcome in outcomes:
        told += [GAP] if told and shape.roomy else []
        told += _outcome(corpus, outcome)
    if told:
        of_all = "of all articles: no filter changes them"
        yield _heading("Results", of_all if corpus.filters else "as far as reported")
        yield from told
    elif corpus.figures:
        yield _heading("Results", "no shares and no seats are reported")


def _outcome(corpus: Corpus, outcome: Outcome) -> Iterator[Row]:
    contest, shares, seats = outcome
    name, day = styled(contest.name, STRONG), styled(short_date(contest.date), DATE)
    dated = name.cell_length + 2 + day.cell_length

    # The name tells the year: the day gives way first.
    def titled(width: int) -> tuple[Content]:
        return (spread(name, day, width) if dated <= width else cut(name, width),)

    yield Row(titled, contest.id, 1)
    for share in shares.shares:
        yield _share(corpus, share)
    if shares.shares and shares.rest > 0:
        rest = float(shares.rest) / 100

        def left(width: int) -> tuple[Content]:
            room = _room(width)
            return (
                _columns(
                    styled(NOT_REPORTED, DIM),
                    styled(shares.rest_words, DIM),
                    joined(*hatched(rest, room)),
                    width,
                ),
            )

        yield Row(left, None, 1)
    if seats.benches:
        parts = parts_of(seats, looks_of(corpus, contest))
        whole = max(seats.seats or 0, seats.reported)
        told = f"majority {seats.needed:,}" if seats.needed else "majority not known"
        told_of = shares_of(corpus, contest, "seats").shares
        # Whoever looks for a difference is told that there can be none.
        figures = (f for each in told_of for f in (each.choice.figure, *each.choice.others))
        told_by = {at.article for figure in figures for at in figure.evidence}
        sources = ALONE if len(told_by) == 1 else ""

        def drawn(width: int) -> tuple[Content]:
            room = _room(width)
            chart = joined(*stacked(parts, whole, room, seats.needed))
            label = joined(("seats", DIM), (f"  {told}{dagger(contest)}", DIM))
            return (_columns(label, styled(sources, DIM), chart, width),)

        yield Row(drawn, None, 1)
        for bench in told_of:
            yield _seats(corpus, bench)


def _share(corpus: Corpus, share: Share) -> Row:
    figure = share.choice.figure
    drawn = partial(bar, float(figure.value) / 100, look=share.look)
    return _of_list(corpus, share, lambda room: joined(*drawn(room)))


def _seats(corpus: Corpus, share: Share) -> Row:
    source = styled(figure_source(corpus, share.choice.figure), DIM)
    return _of_list(corpus, share, lambda room: cut(source, room), "  ")


def _of_list(
    corpus: Corpus, share: Share, drawn: Callable[[int], Content], indent: str = ""
) -> Row:
    """What a list has, marked where reports differ, and something behind it."""
    figure = share.choice.figure
    name = joined(indent, (corpus.name(figure.subject or ""), ACTOR))
    if (sign := share.sign(corpus)) == "≠":
        name = joined(name, (f"  {sign}", WARN))
    value = styled(value_words(figure), FIGURE)

    def draw(width: int) -> tuple[Content]:
        return (_columns(name, value, drawn(_room(width)), width),)

    return Row(draw, figure.id, 1)


def _room(width: int) -> int:
    """The cells of a bar."""
    return max(6, min(BARS, width - NAMES - VALUES - 2))


def _columns(name: Content, value: Content, drawn: Content, width: int) -> Content:
    room = max(8, width - VALUES - _room(width) - 2)
    return joined(column(name, room), column(value, VALUES, right=True), "  ", drawn)


# ------------------------------------------------------------------------- who, when, where


def _named(title: str, actors: Sequence[MentionedActor]) -> Iterator[Row]:
    if actors:
        yield _heading(title, right="named  quotes")
    for each in actors:
        yield _name(each)


def _name(named: MentionedActor) -> Row:
    counts = joined(
        column(styled(f"{named.named:,}"), 5, right=True),
        column(styled(f"{named.quotes:,}" if named.quotes else "·", DIM), 8, right=True),
    )
    name = styled(named.name, ACTOR)
    return Row(lambda width: (spread(name, counts, width),), named.id, 1)


def _reports(found: Overview) -> Iterator[Row]:
    if not found.reports and not found.sources:
        return
    yield _heading("Articles")
    for article in found.reports:
        yield _report(article)
    for source in found.sources:
        yield _source(source)


def _report(article: Article) -> Row:
    day = styled(short_date(article.published) or "undated", DATE)
    source = styled(article.publisher or article.agency, DIM)

    def draw(width: int) -> tuple[Content]:
        right = joined(source, day, by="  ") if width >= ROOM_FOR_SOURCE else day
        return (spread(styled(article.title), right, width),)

    return Row(draw, article.id, 1)


def _source(source: SourceReports) -> Row:
    count = styled(counted(source.reports, "article"), FIGURE)
    left = joined(source.name, (source.days, DIM), by="  ")
    return Row(lambda width: (spread(left, count, width),), f"{SOURCE}:{source.name}", 1)


def _lacking(corpus: Corpus, lacking: Sequence[Lack]) -> Iterator[Row]:
    if lacking:
        yield _heading("Not known", "what the articles leave out")
    for each in lacking:
        told = f"{each.lacking:,} of {counted(each.of, each.by.kind)} {each.by.describe(corpus)}"
        yield line(styled(told), f"{LACK}:{each.by.kind}:{each.by.what}")
