"""A half circle has a cell for each seat, and fits, or is not drawn at all."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.charts.test_bars import plain
from tui.charts.bars import HATCH, POINTS, BarPart
from tui.charts.hemicycle import hemicycle, places


@pytest.mark.parametrize("total", [10, 21, 61, 75, 110, 111, 250, 349, 435, 705])
@pytest.mark.parametrize(("width", "height"), [(57, 24), (72, 24), (110, 30), (160, 50)])
def test_every_seat_has_a_cell_of_its_own_within_the_room(
    total: int, width: int, height: int
) -> None:
    seats = places(total, width, height)
    if seats is None:
        assert total > 110
        return
    assert len(set(seats)) == total
    assert all(0 <= seat.line < height and 0 <= seat.column < width for seat in seats)


@pytest.mark.parametrize(
    ("total", "width", "height"), [(250, 57, 24), (110, 40, 14), (705, 160, 50)]
)
def test_the_usual_houses_have_room(total: int, width: int, height: int) -> None:
    assert places(total, width, height) is not None


@pytest.mark.parametrize(("total", "width", "height"), [(250, 30, 24), (250, 72, 8), (0, 72, 24)])
def test_where_there_is_no_room_nothing_is_drawn(total: int, width: int, height: int) -> None:
    assert hemicycle([BarPart(1, 0)], total, width, height) is None


def test_lists_stand_from_left_to_right_and_what_is_left_is_hatched() -> None:
    lines = hemicycle([BarPart(49, 0), BarPart(42, 1)], 110, 72, 24, ["majority 56"])
    assert lines is not None
    drawn = "\n".join(plain(line) for line in lines)
    assert [drawn.count(sign) for sign in (POINTS[0], POINTS[1], HATCH)] == [49, 42, 19]
    assert "majority 56" in drawn
    last = plain(lines[-1])
    assert last.index(POINTS[0]) < last.index("majority") < last.index(HATCH)


def test_words_that_would_hit_a_seat_are_left_out() -> None:
    lines = hemicycle([BarPart(49, 0)], 110, 72, 24, ["x" * 60])
    assert lines is not None
    assert "x" not in "".join(plain(line) for line in lines)


@pytest.mark.parametrize("total", [21, 75, 110, 250])
def test_no_line_of_a_half_has_a_hole(total: int) -> None:
    seats = places(total, 71, 30)
    assert seats is not None
    for line in {seat.line for seat in seats}:
        for half in (
            [c for at, c in seats if at == line and c <= 35],
            [c for at, c in seats if at == line and c >= 35],
        ):
            half.sort()
            assert all(b - a == 2 for a, b in pairwise(half)), (line, half)


def test_it_is_the_same_from_both_sides() -> None:
    seats = places(110, 71, 24)
    assert seats is not None
    mirrored = {(seat.line, 70 - seat.column) for seat in seats}
    assert len(mirrored & {tuple(seat) for seat in seats}) >= 100
