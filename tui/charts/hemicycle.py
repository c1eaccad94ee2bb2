"""A house as a half circle, a sign a seat.

No library draws one in a terminal; those that draw one as an image place seats where no
grid of cells has room for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, groupby, repeat
from math import atan2, hypot
from typing import NamedTuple

from tui.charts.bars import DIM, BarPart, Runs, colour, point

HOLLOW = 0.4
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

    The arch is a ring of cells without holes, two columns and a line apart: the smallest one
    that has a fair hollow. Where it has too many cells, those next to the hollow stay empty.
    """
    if total < FEWEST:
        return None
    for outer in range(2, min(height - 1, (width - 1) // 4) + 1):
        ring = _ring(outer)
        if len(ring) >= total:
            # An arch has its middle in a cell, not between two.
            middle = (width - 1) // 2
            cells = sorted(ring[:total], key=lambda cell: (-atan2(cell[1], cell[0]), hypot(*cell)))
            return tuple(Seat(outer - up, middle + 2 * aside) for aside, up in cells)
    return None


def _ring(outer: int) -> list[tuple[int, int]]:
    """The cells of half a ring, by how far aside and how far up, the outermost first."""
    within = [
        (hypot(aside, up), (aside, up))
        for up in range(outer + 1)
        for aside in range(-outer, outer + 1)
    ]
    # Half a cell more than the radius: a ring without single cells at its ends and its top.
    ring = [each for each in within if max(1.5, HOLLOW * outer) <= each[0] <= outer + 0.5]
    ring.sort(key=lambda each: (-each[0], abs(each[1][1]), each[1]))
    return [cell for _far, cell in ring]
