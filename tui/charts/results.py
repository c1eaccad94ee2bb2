"""What a contest came to, in lines of text: every figure with what qualifies it, which one
of several is drawn and why, what nobody reports, and who could have a majority.

The drawings of the explorer are made of nothing else than is said here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tui.charts.bars import (
    BarPart,
    Runs,
    bar,
    colour,
    fill,
    hatched,
    point,
    ruler,
    stacked,
)
from tui.charts.hemicycle import hemicycle, places
from tui.charts.shares import SHARES, between, looks_of, parts_of, shares
from tui.corpus import Corpus
from tui.dates import readable
from tui.figure_comparison import (
    chosen,
    compared,
    ground,
    grouped,
    subject_key,
    value_of,
)
from tui.model import Contest, Figure
from tui.plausibility import of_contest
from tui.seats import House, Total, Winning, house, majority, total, winning
from tui.terminal_text import one_line, padded
from tui.wording import (
    MEASURES,
    NOT_FROM_HERE,
    NOT_REPORTED,
    dagger,
    figure_source,
    list_name,
    measure_words,
    part_words,
    status_words,
    value_words,
)

ORDER = tuple(MEASURES)

NAMES, VALUES = 28, 10
"""Cells of the columns before a bar."""

ROOMY = 100
"""Cells from which seats are drawn as a half circle, of at most so many lines:"""
HIGHEST = 24

POSSIBLE = "arithmetically possible, not announced"


# --------------------------------------------------------------------------- in words


def told(corpus: Corpus, contest: Contest) -> Iterator[str]:
    """The contest in lines of words, each of which can be understood by itself."""
    figures = corpus.of_contest(contest.id)
    for measure in measures_of(figures):
        of_measure = [figure for figure in figures if figure.measure == measure]
        yield f"{measure_words(measure).capitalize()}{_frame(measure, contest)}"
        for figure, notes in ordered(corpus, of_measure):
            yield f"  {_line(corpus, figure)}{notes}"
        yield from (f"  {line}" for line in _left(corpus, contest, measure))
    yield from (f"! {doubt.why}" for doubt in of_contest(corpus, contest))
    counted = house(corpus, contest)
    if counted.benches:
        yield f"Majorities, {POSSIBLE}"
        yield from (f"  {line}" for line in majorities(corpus, counted))


def measures_of(figures: Iterable[Figure]) -> list[str]:
    """The measures of some figures, in the order in which they are told."""
    return in_order({figure.measure for figure in figures})


def in_order(measures: Iterable[str]) -> list[str]:
    """Measures in the order in which they are told."""
    return sorted(measures, key=lambda m: (ORDER.index(m) if m in ORDER else len(ORDER), m))


def ordered(corpus: Corpus, figures: Sequence[Figure]) -> Iterator[tuple[Figure, str]]:
    """The figures of one measure, those for one thing together: first the one that is
    drawn, with why where there are several, then the others, with how they differ."""
    groups = [choice for group in grouped(figures).values() if (choice := chosen(group, corpus))]
    groups.sort(key=lambda choice: -Decimal(choice.figure.value))
    for choice in groups:
        why = ground(choice, corpus)
        yield choice.figure, f"; this one is drawn: {why}" if why else ""
        for other in choice.others:
            yield other, f"; {differs(corpus, choice.figure, other)}"
    alone = [f for f in figures if subject_key(f) is None or value_of(f) is None]
    for figure in sorted(alone, key=lambda f: -(value_of(f) or Decimal(0))):
        yield figure, ""


def differs(corpus: Corpus, preferred: Figure, other: Figure) -> str:
    """How a figure differs from the one that is drawn, with its sign."""
    found = compared(other, preferred, corpus)
    if found is None:
        return ""
    if found.sign == "=":
        return f"= {found.why}"
    return f"{found.sign} {found.explained_by + ': ' if found.explained_by else ''}{found.why}"


def _frame(measure: str, contest: Contest) -> str:
    if measure == "seats" and contest.seats_total:
        note = f" {NOT_FROM_HERE}" if dagger(contest) else ""
        return f": {contest.seats_total:,} in all{note}, majority {majority(contest.seats_total):,}"
    return ""


def _line(corpus: Corpus, figure: Figure) -> str:
    name = corpus.name(figure.subject) if figure.subject else ""
    if not name and figure.evidence:
        name = f"“{one_line(corpus.words(figure.evidence[0]))}”"
    parts = [
        value_words(figure),
        part_words(figure),
        status_words(figure) or f"status {NOT_REPORTED}",
        f"of {figure.base}" if figure.base else "",
        f"as of {readable(figure.as_of.edtf)}" if figure.as_of.known else "",
        f"according to {' and '.join(map(corpus.name, figure.claimed_by))}"
        if figure.claimed_by
        else "",
        figure_source(corpus, figure),
    ]
    return one_line(f"{name}: {', '.join(filter(None, parts))}")


def _left(corpus: Corpus, contest: Contest, measure: str) -> Iterator[str]:
    if measure in SHARES:
        left = shares(corpus, contest, measure)
        if left.shares and left.rest > 0:
            yield f"{NOT_REPORTED}: {left.rest_words}"
    elif measure == "seats" and (free := house(corpus, contest).unreported).most:
        yield f"{NOT_REPORTED}: {between(free.least, free.most)} seats, whoever holds them"


def majorities(corpus: Corpus, counted: House, found: Winning | None = None) -> Iterator[str]:
    """Who could have a majority, a line a coalition."""
    if counted.needed is None:
        yield f"how many seats there are is {NOT_REPORTED}, and so is what a majority is"
        return
    found = found or winning(counted)
    yield f"{counted.needed:,} of {counted.seats:,} seats are a majority"
    for members in found.certain:
        yield f"enough: {_members(corpus, counted, members)}"
    if found.in_all > len(found.certain):
        yield f"and {found.in_all - len(found.certain):,} more"
    for members in found.perhaps:
        yield f"perhaps: {_members(corpus, counted, members)}"
    if found.more:
        yield "and more that may be enough"
    if not found.certain and not found.perhaps:
        yield "no lists that are reported could have one"


def _members(corpus: Corpus, counted: House, members: Sequence[str]) -> str:
    names = [one_line(list_name(corpus, each)) for each in members]
    sum_ = total(counted, members)
    return f"{' + '.join(names)}: {between(sum_.least, sum_.most)} seats, {standing(sum_)}"


def standing(sum_: Total) -> str:
    """How a coalition stands to the majority, in words."""
    if sum_.needed is None:
        return f"the majority is {NOT_REPORTED}"
    low, high = sum_.least - sum_.needed, sum_.most - sum_.needed
    if low == high or high < 0:
        return _off(high)
    return f"between {_off(low)} and {_off(high)}"


def _off(seats: int) -> str:
    if seats == 0:
        return "just enough"
    return f"{seats:,} to spare" if seats > 0 else f"{-seats:,} short"


# ------------------------------------------------------------------------------ drawn


def results(corpus: Corpus, width: int) -> Iterator[str]:
    """Every contest that has figures, drawn in at most ``width`` cells and then told in
    words; the others by their names."""
    silent = []
    first = True
    for contest in sorted(corpus.contests, key=lambda c: -len(corpus.of_contest(c.id))):
        if not corpus.of_contest(contest.id):
            silent.append(one_line(contest.name))
            continue
        if not first:
            yield ""
        first = False
        yield heading(contest)
        for line in picture(corpus, contest, width, HIGHEST if width >= ROOMY else 0):
            yield "".join(text for text, _role in line).rstrip()
        yield ""
        yield from told(corpus, contest)
    if silent:
        yield ""
        yield f"Figures {NOT_REPORTED}: {'; '.join(silent)}"
    if first and not silent:
        yield "no contests"


def heading(contest: Contest) -> str:
    """A contest with its day and place."""
    day = readable(contest.date.edtf) if contest.date.known else ""
    day += " †" if day and contest.date.basis == "curated" else ""
    return one_line(" · ".join(filter(None, (contest.name, day, contest.place))))


def picture(corpus: Corpus, contest: Contest, width: int, height: int) -> Iterator[Runs]:
    """Bars of shares, and a bar or half circle of seats, each with its numbers."""
    found = shares(corpus, contest)
    room = max(8, min(40, width - NAMES - VALUES - 4))
    for share in found.shares:
        figure = share.choice.figure
        name = padded(one_line(corpus.name(figure.subject or "")), NAMES)
        value = padded(value_words(figure), VALUES, right=True)
        yield (
            (name, ""),
            (value, ""),
            ("  ", ""),
            *bar(float(figure.value) / 100, room, share.look),
        )
    if found.shares and found.rest > 0:
        name, value = padded(NOT_REPORTED, NAMES), padded(found.rest_words, VALUES, right=True)
        yield ((name, ""), (value, ""), ("  ", ""), *hatched(float(found.rest) / 100, room))
    counted = house(corpus, contest)
    if counted.benches:
        if found.shares:
            yield ()
        parts = parts_of(counted, looks_of(corpus, contest))
        yield from seats_drawn(counted, parts, dagger(contest), width, height)


def seats_drawn(
    counted: House, parts: Sequence[BarPart], note: str, width: int, height: int
) -> list[Runs]:
    """The seats of a house as a half circle where there is room for one, else as a bar."""
    needed, seats = counted.needed, counted.seats
    if needed is None or seats is None:
        return [stacked(parts, sum(part.amount for part in parts), width)]
    words = f"majority {needed:,}{note}"
    if is_arch(counted, width, height):
        return hemicycle(parts, seats, width, height, (words,)) or []
    whole = max(seats, counted.reported)
    return [stacked(parts, whole, width, needed), ruler(needed, whole, width, words)]


def is_arch(counted: House, width: int, height: int) -> bool:
    """Whether the seats are drawn one by one as a half circle."""
    if counted.seats is None or counted.overfull or not height:
        return False
    return places(counted.seats, width, height) is not None


def look_sign(counted: House, look: int | None, width: int, height: int) -> tuple[str, str]:
    """The sign of a list in the drawing of its house, with its role."""
    sign = point(look) if is_arch(counted, width, height) else fill(look)
    return sign * 2, colour(look)
