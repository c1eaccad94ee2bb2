"""A house as a half circle, a sign a seat.

No library draws one in a terminal; those that draw one as an image place seats where no
grid of cells has room for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, groupby, repeat
from math import cos, floor, pi, sin
from typing import NamedTuple

from tui.charts.bars import DIM, BarPart, Runs, colour, point

NARROWEST = 0.35
"""The inner radius is this much of the outer one at least; less is no arch."""


FEWEST = 7
"""Seats below which there is no arch to see."""


class Seat(NamedTuple):
    """The cell of a seat: its line from above, its column."""

    line: int
    column: int


def hemicycle(
    parts: Sequence[BarPart], total: int, width: int, height: int, inside: Sequence[str] = ()
) -> list[Runs] | None:
    """The seats from left to right, those that no part has hatched, and words in the hollow.

    At most ``width`` cells wide and ``height`` lines high; None where the seats have no
    room, or are too few to make an arch.
    """
    seats = places(total, width, height)
    if seats is None:
        return None
    looks = chain.from_iterable(repeat(part.look, round(part.amount)) for part in parts)
    cells = dict(zip(seats, chain(looks, repeat(None)), strict=False))
    lines = max(seat.line for seat in seats) + 1
    drawn: list[list[tuple[str, str]]] = [[(" ", "")] * width for _ in range(lines)]
    for seat, look in cells.items():
        drawn[seat.line][seat.column] = (point(look), colour(look))
    for number, words in enumerate(reversed(inside), start=1):
        _write(drawn, lines - number, words, width)
    return [_joined(line) for line in drawn]


def _write(drawn: list[list[tuple[str, str]]], line: int, words: str, width: int) -> None:
    """Words in the middle of a line, where they meet no seat."""
    begin = (width - len(words)) // 2
    room = range(max(0, begin - 1), min(width, begin + len(words) + 1))
    if line < 0 or begin < 0 or any(drawn[line][column][0] != " " for column in room):
        return
    for offset, letter in enumerate(words):
        drawn[line][begin + offset] = (letter, DIM)


def _joined(cells: Sequence[tuple[str, str]]) -> Runs:
    joined = [
        ("".join(text for text, _role in same), role)
        for role, same in groupby(cells, key=lambda cell: cell[1])
    ]
    while joined and not joined[-1][0].strip():
        joined.pop()
    return tuple(joined)


@lru_cache(maxsize=64)
def places(total: int, width: int, height: int) -> tuple[Seat, ...] | None:
    """A cell for each seat, from the left end of the arch to the right one.

    Arcs are a line apart, and so are the seats of an arc (two cells, where it runs along a
    line): the arch is the smallest that has a fair hollow and no two seats in one cell.
    """
    if total < FEWEST:
        return None
    # An arch has its middle in a cell, not between two.
    width -= 1 - width % 2
    for outer in range(3, min(height, (width - 1) // 4 + 1) + 1):
        for arcs in range(1, outer):
            radii = [outer - 1 - arc for arc in range(arcs)]
            if radii[-1] < max(2, NARROWEST * outer):
                break
            if sum(floor(pi * radius) for radius in radii) < total:
                continue
            found = _placed(total, radii, width)
            if found is not None:
                return found
    return None


def _placed(total: int, radii: Sequence[int], width: int) -> tuple[Seat, ...] | None:
    counts = _shared(total, radii)
    spots: list[tuple[float, int, Seat]] = []
    for radius, count in zip(radii, counts, strict=True):
        for number in range(count):
            turn = number / (count - 1) if count > 1 else 0.5
            column = round((width - 1) / 2 - 2 * radius * cos(pi * turn))
            line = radii[0] - round(radius * sin(pi * turn))
            spots.append((turn, radius, Seat(line, column)))
    if len({seat for _turn, _radius, seat in spots}) < total:
        return None
    return tuple(seat for _turn, _radius, seat in sorted(spots, key=lambda spot: spot[:2]))


def _shared(total: int, radii: Sequence[int]) -> list[int]:
    """The seats of each arc, in proportion to its length; the longest have what is left."""
    length = sum(radii)
    counts = [total * radius // length for radius in radii]
    for arc in range(total - sum(counts)):
        counts[arc % len(counts)] += 1
    return counts
