"""Charts of actors in lines of cells: how often over time, who is named with whom, and one
actor among its neighbours. Each number that a line draws is written in it too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tui.charts.axis import labels
from tui.charts.cooccurrence import Companion, Cooccurrence, Series
from tui.charts.scale import Scale, widest
from tui.charts.strip import FOLDED, Runs
from tui.corpus import Corpus
from tui.glyphs import EIGHTHS
from tui.terminal_text import cell_width, padded, truncated

GUTTER = 14
"""Cells of a series' name and number."""

NEIGHBOURS = 12
"""How many neighbours an actor is drawn among, at most."""

COLUMN = 4
"""Cells of a column of the matrix."""

LEAST_NAME = 18
"""Cells of a neighbour's name, at least; where the actor between them leaves less, it stands
above them all."""

TIE, BESIDE = 3, 8
"""Cells of the line of a tie, at least, and of all that stands between it and the name."""

MOST_TIE = 24
"""Cells of the line of a tie, at most."""

HEAVY, LIGHT, FAINT = "━", "─", "┄"
"""Ties by their weight: of half the strongest or more, of less, of one paragraph."""


# ---------------------------------------------------------------------------- over time


def time_lines(series: Sequence[Series], width: int) -> list[Runs]:
    """A line of blocks for each series on one scale, the taller the more, and the dates
    under them. Without any date, only the numbers."""
    days = sorted({day for each in series for day in each.days})
    room = max(8, width - GUTTER)
    scale = Scale.of(days, widest(days, room))
    lines = [_series_line(each, scale) for each in series]
    if days:
        dates = [" "] * max(scale.width, 12)
        for at, text in labels(scale, 0, max(scale.width, 12)):
            dates[at : at + len(text)] = text
        lines.append(((" " * GUTTER, ""), ("".join(dates).rstrip(), ".dim")))
    return lines


def _series_line(series: Series, scale: Scale) -> Runs:
    counts: Counter[int] = Counter()
    for date, many in series.dates:
        counts[scale.cell(date.day)] += many
    most = max(counts.values(), default=0)
    drawn = [" "] * scale.width
    for stretch in scale.stretches:
        if stretch.folded:
            drawn[stretch.start : stretch.start + len(FOLDED * 3)] = FOLDED * 3
    for cell, count in counts.items():
        block = EIGHTHS[max(1, round(count / most * (len(EIGHTHS) - 1)))]
        begin, end = scale.bin_cells(cell)
        drawn[begin:end] = block * (end - begin)
    head = f"{padded(series.name, 8)} {series.total:>4,} "
    roles = (".dim" if cell == FOLDED else ".bar" for cell in drawn)
    together = groupby(zip(drawn, roles, strict=True), key=lambda each: each[1])
    runs = (("".join(cell for cell, _role in some), role) for role, some in together)
    return ((head, ".dim"), *runs)


def time_words(series: Sequence[Series]) -> list[str]:
    """The same in words: of each series how many, over how long, and the most on a day."""
    return list(filter(None, map(_in_words, series)))


def _in_words(series: Series) -> str:
    if not series.total:
        return ""
    parts = [f"{series.total:,} {series.name if series.total > 1 else series.name[:-1]}"]
    if series.dates:
        fullest, most = max(series.dates, key=lambda each: (each[1], -each[0].day))
        first, last = (series.dates[at][0].called for at in (0, -1))
        parts.append(first if first == last else f"{first} – {last}")
        if len(series.dates) > 1 and most > 1:
            parts.append(f"most on {fullest.called}: {most:,}")
    if series.undated:
        parts.append(f"{series.undated:,} undated")
    return ", ".join(parts)


# ---------------------------------------------------------------------------- with whom


class MatrixLine(NamedTuple):
    """A line of the matrix, and the actor whose it is; "" for the heading."""

    runs: Runs
    actor: str


def matrix_lines(
    corpus: Corpus, company: Cooccurrence, actors: Sequence[str], width: int
) -> list[MatrixLine]:
    """Who is named with whom: a line and a column an actor, numbered alike; in the diagonal
    how many paragraphs name the actor at all. As many actors as the width has columns for."""
    names = min(26, max(10, width // 3))
    fitting = actors[: max(0, (width - names - 4) // COLUMN)]
    if len(fitting) < 2:
        return []
    numbers = "".join(f"{number:>{COLUMN}}" for number in range(1, len(fitting) + 1))
    made = [MatrixLine(((" " * (names + 4), ""), (numbers, ".dim")), "")]
    for number, actor in enumerate(fitting, 1):
        head = ((f"{number:>2}  ", ".dim"), (padded(corpus.name(actor), names), ".actor"))
        made.append(MatrixLine((*head, *_cells(company, actor, fitting)), actor))
    return made


def _cells(company: Cooccurrence, actor: str, others: Sequence[str]) -> Iterator[tuple[str, str]]:
    for other in others:
        times = company.together(actor, other)
        role = ".dim" if other == actor or not times else ".bar"
        yield f"{times or '·':>{COLUMN}}", role


# -------------------------------------------------------------------------- neighbours


class EgoLine(NamedTuple):
    """A line of an actor among its neighbours, and which neighbours (by their places) stand
    left and right in it; -1 where none does."""

    runs: Runs
    left: int = -1
    right: int = -1

    @property
    def below(self) -> EgoLine:
        """What stands between this line and the next: the strokes that lead down from it."""
        return EgoLine(
            tuple(
                ("".join("│" if each in "┬┼│" else " " for each in text), role)
                if role == ".bar"
                else (" " * cell_width(text), "")
                for text, role in self.runs
            )
        )


def ego_lines(
    corpus: Corpus,
    company: Cooccurrence,
    actor: str,
    neighbours: Sequence[Companion],
    width: int,
    chosen: int = -1,
) -> list[EgoLine]:
    """An actor in the middle, or above where the width is small, its neighbours at both sides,
    the nearest on top; every tie as heavy as it is strong, its number on it. Who is also named
    with the chosen neighbour bears a sign, ``+``."""
    rows = (len(neighbours) + 1) // 2
    name = truncated(corpus.name(actor), max(12, width // 3))
    half = (width - cell_width(name) - 2) // 2
    above = half - TIE - BESIDE < LEAST_NAME
    if above:
        name, half = "", (width - 1) // 2
    longest = max((cell_width(corpus.name(each.actor)) for each in neighbours), default=0)
    side = max(6, min(longest, half - TIE - BESIDE))
    tie = max(1, min(MOST_TIE, half - side - BESIDE))
    most = max((each.times for each in neighbours), default=0)
    picked = neighbours[chosen].actor if 0 <= chosen < len(neighbours) else ""
    edge = " " * max(0, half - side - tie - BESIDE)
    made = []
    if above and neighbours:
        head = truncated(corpus.name(actor), width)
        made.append(EgoLine(((" " * ((width - cell_width(head)) // 2), ""), (head, ".strong"))))
    for row in range(rows):
        left, right = row * 2, row * 2 + 1
        here = row == (rows - 1) // 2 and not above
        middle = f" {name} " if here else " " * (cell_width(name) + 2)
        if above:
            here, middle = row == 0, "┴" if row == 0 else " "
        runs: list[tuple[str, str]] = [(edge, "")]
        for place, mirrored in ((left, False), (right, True)):
            if place < len(neighbours):
                other = neighbours[place]
                near = bool(picked) and company.together(picked, other.actor) > 0
                sign = "+" if near and other.actor != picked else " "
                role = ".cursor" if place == chosen else ".actor"
                joint = _joint(row, rows, here)
                stroke = _stroke(other, most) * tie
                line = joint[::-1] + stroke if mirrored else stroke + joint
                runs += _tie(corpus, other, side, line, mirrored, sign, role)
            else:
                runs += [(" " * (side + tie + BESIDE), "")]
            if not mirrored:
                runs.append((middle, ".strong" if here and not above else ".bar"))
        right = right if right < len(neighbours) else -1
        made.append(EgoLine(tuple(runs), left, right))
    return made


def _stroke(other: Companion, most: int) -> str:
    return FAINT if other.times == 1 else HEAVY if other.times * 2 >= most else LIGHT


def _joint(row: int, rows: int, here: bool) -> str:
    """Where a tie meets the others of its side, and what leads from there to the middle."""
    joint = "┼" if 0 < row < rows - 1 else "┬" if row == 0 else "┴"
    return ("─" if rows == 1 else joint) + ("─" if here else " ")


def _tie(
    corpus: Corpus,
    other: Companion,
    side: int,
    line: str,
    mirrored: bool,
    sign: str,
    role: str,
) -> list[tuple[str, str]]:
    """A neighbour, the number of its tie, and the line that leads to the middle."""
    count = f"{other.times:>3}" if not mirrored else f"{other.times:<3}"
    name = truncated(corpus.name(other.actor), side)
    blank = " " * (side - cell_width(name))
    if mirrored:
        return [
            (line, ".bar"),
            (f" {count}", ".dim"),
            (f"{sign} ", ".key"),
            (name, role),
            (blank, ""),
        ]
    return [(blank, ""), (name, role), (f" {sign}", ".key"), (f"{count} ", ".dim"), (line, ".bar")]


def ego_words(corpus: Corpus, company: Cooccurrence, actor: str, other: str) -> tuple[str, str]:
    """The chosen tie in words, and who of the others is named with the chosen one too."""
    times = company.together(actor, other)
    noun = "paragraph names" if times == 1 else "paragraphs name"
    tie = f"{times:,} {noun} {corpus.name(actor)} and {corpus.name(other)}"
    both = [
        f"{corpus.name(each.actor)} {each.times:,}"
        for each in company.of(other)
        if each.actor != actor and company.together(actor, each.actor)
    ]
    return tie, f"{corpus.name(other)} also with {', '.join(both)}" if both else ""
