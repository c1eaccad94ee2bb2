"""Bars are as wide as they are told, and tell their parts apart without colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.charts.bars import HATCH, MAJORITY, OUTSIDE, BarPart, Runs, bar, hatched, ruler, stacked
from tui.glyphs import in_encoding


def plain(line: Runs) -> str:
    return "".join(text for text, _role in line)


class TestOne:
    @pytest.mark.parametrize("share", [-1.0, 0.0, 0.004, 0.5, 1.0, 7.0])
    def test_a_bar_is_as_wide_as_it_is_told(self, share: float) -> None:
        assert len(plain(bar(share, 20))) == 20

    def test_half_is_half(self) -> None:
        assert plain(bar(0.5, 10)) == "━━━━━─────"

    def test_what_is_left_is_hatched_a_cell_at_least(self) -> None:
        assert plain(hatched(0.26, 20)) == HATCH * 5
        assert plain(hatched(0.001, 20)) == HATCH
        assert plain(hatched(0.0, 20)) == ""


class TestStacked:
    def test_what_is_not_reported_is_hatched(self) -> None:
        drawn = plain(stacked([BarPart(49, 0), BarPart(42, 1)], 110, 55))
        assert len(drawn) == 55
        assert drawn.endswith(HATCH * 9)
        assert abs(drawn.count(HATCH) - 19 / 110 * 55) <= 1

    @pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
    def test_neighbours_differ_without_colour(self, encoding: str) -> None:
        parts = [BarPart(1, 0), BarPart(1, 1), BarPart(1, 2), BarPart(1, None), BarPart(1, OUTSIDE)]
        drawn = in_encoding(plain(stacked(parts, 5, 30)), encoding)
        assert len(set(drawn)) == 5

    def test_more_than_the_whole_does_not_overflow(self) -> None:
        assert len(plain(stacked([BarPart(80, 0), BarPart(80, 1)], 100, 40))) == 40
        assert plain(stacked([], 0, 40)) == HATCH * 40

    def test_the_majority_is_marked_between_what_reaches_it_and_what_does_not(self) -> None:
        drawn = plain(stacked([BarPart(56, 0)], 110, 110, mark=56))
        assert drawn.index(MAJORITY) == 56
        assert set(drawn[:56]) == {"█"}
        assert set(drawn[57:]) == {HATCH}

    @given(
        st.lists(st.integers(0, 300), max_size=8),
        st.integers(0, 400),
        st.integers(1, 120),
        st.integers(-3, 500),
    )
    def test_no_numbers_break_the_line(
        self, amounts: list[int], total: int, width: int, mark: int
    ) -> None:
        parts = [BarPart(amount, look) for look, amount in enumerate(amounts)]
        drawn = plain(stacked(parts, total, width, mark))
        assert len(drawn) == width
        assert drawn.count(MAJORITY) == (1 if 0 < mark < total else 0)


def test_the_ruler_points_at_its_place_and_stays_in_the_line() -> None:
    assert plain(ruler(56, 110, 55, "majority 56")).index("▲") == 28
    assert len(plain(ruler(109, 110, 55, "majority 56"))) <= 55
