"""From days to cells and back, for any days of the calendar."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.charts.scale import (
    FIRST,
    FOLD,
    LAST,
    UNITS,
    ZOOMS,
    Scale,
    Unit,
    Zoom,
    bin_of,
    first_day,
    last_day,
    widest,
)

DAYS = st.integers(FIRST, LAST)
NEAR = st.integers(date(2023, 1, 1).toordinal(), date(2024, 12, 31).toordinal())
PERIODS = st.lists(st.one_of(DAYS, NEAR), min_size=1, max_size=30)
ZOOM = st.sampled_from(ZOOMS)


def on(text: str) -> int:
    return date.fromisoformat(text).toordinal()


class TestBins:
    @given(DAYS, st.sampled_from(UNITS))
    def test_a_day_is_in_its_bin(self, day: int, unit: Unit) -> None:
        number = bin_of(unit, day)
        assert first_day(unit, number) <= day <= last_day(unit, number)

    @given(DAYS, st.sampled_from(UNITS))
    def test_bins_follow_one_another_without_a_gap(self, day: int, unit: Unit) -> None:
        number = bin_of(unit, day)
        if last_day(unit, number) < LAST:
            assert first_day(unit, number + 1) == last_day(unit, number) + 1

    def test_a_week_begins_on_monday(self) -> None:
        number = bin_of("week", on("2023-12-17"))
        assert first_day("week", number) == on("2023-12-11")
        assert last_day("week", number) == on("2023-12-17")

    @pytest.mark.parametrize(
        ("unit", "first", "last"),
        [
            ("month", "2024-02-01", "2024-02-29"),
            ("year", "2024-01-01", "2024-12-31"),
            ("decade", "2020-01-01", "2029-12-31"),
            ("century", "2000-01-01", "2099-12-31"),
        ],
    )
    def test_a_leap_day_is_in_its(self, unit: Unit, first: str, last: str) -> None:
        number = bin_of(unit, on("2024-02-29"))
        assert (first_day(unit, number), last_day(unit, number)) == (on(first), on(last))


class TestScale:
    @given(PERIODS, ZOOM, st.lists(DAYS, min_size=2, max_size=20))
    def test_every_day_has_a_cell_and_later_days_no_earlier_one(
        self, period: list[int], zoom: Zoom, days: list[int]
    ) -> None:
        scale = Scale.of(period, zoom)
        cells = [scale.cell(day) for day in sorted(days)]
        assert all(0 <= cell < scale.width for cell in cells)
        assert cells == sorted(cells)

    @given(PERIODS, ZOOM)
    def test_a_day_leads_to_its_cell_and_the_cell_back_to_the_day(
        self, period: list[int], zoom: Zoom
    ) -> None:
        scale = Scale.of(period, zoom)
        for day in period:
            first, last = scale.days(scale.cell(day))
            assert first <= day <= last
            assert bin_of(zoom.unit, first) == bin_of(zoom.unit, day) == bin_of(zoom.unit, last)

    @given(PERIODS, ZOOM)
    def test_no_day_that_holds_something_is_folded(self, period: list[int], zoom: Zoom) -> None:
        scale = Scale.of(period, zoom)
        assert not any(scale.stretch_at(scale.cell(day)).folded for day in period)

    @given(PERIODS, ZOOM)
    def test_all_days_of_the_period_are_there_once_folded_ones_too(
        self, period: list[int], zoom: Zoom
    ) -> None:
        scale = Scale.of(period, zoom)
        for one, other in pairwise(scale.stretches):
            assert other.first == one.last + 1
            assert one.folded is not other.folded
        firsts = scale.days(0)[0], scale.days(scale.width - 1)[1]
        assert firsts[0] <= min(period) <= max(period) <= firsts[1]

    @given(st.lists(NEAR, min_size=1, max_size=30), ZOOM)
    def test_cells_of_one_bin_stand_for_the_same_days(self, period: list[int], zoom: Zoom) -> None:
        scale = Scale.of(period, zoom)
        for cell in range(scale.width):
            first, end = scale.bin_cells(cell)
            assert first <= cell < end
            assert {scale.days(each) for each in range(first, end)} == {scale.days(cell)}
            assert end - first == (FOLD if scale.stretch_at(cell).folded else zoom.cells)

    def test_the_empty_years_are_folded_and_no_others(self) -> None:
        period = [on("2008-02-17"), on("2023-12-17"), on("2024-01-16")]
        scale = Scale.of(period, Zoom("month", 1))
        (fold,) = [stretch for stretch in scale.stretches if stretch.folded]
        assert scale.days(fold.start) == (on("2008-03-01"), on("2023-11-30"))
        assert scale.width == 1 + FOLD + 2
        assert {scale.cell(on(f"{year}-06-01")) for year in range(2009, 2023)} == {fold.start}

    def test_a_short_gap_is_not_folded(self) -> None:
        scale = Scale.of([on("2023-12-01"), on("2023-12-14")], Zoom("day", 1))
        assert scale.width == 14

    def test_nothing_has_no_cells(self) -> None:
        assert Scale.of([], ZOOMS[0]).width == 0


class TestZoom:
    @given(PERIODS, st.integers(1, 300))
    def test_all_has_room_where_anything_has(self, period: list[int], room: int) -> None:
        zoom = widest(period, room)
        assert Scale.of(period, zoom).width <= room or zoom == ZOOMS[0]

    def test_a_wider_room_is_used_for_finer_time(self) -> None:
        period = [on("2023-01-01") + 3 * number for number in range(200)]
        found = [ZOOMS.index(widest(period, room)) for room in (20, 80, 200, 2000)]
        assert found == sorted(set(found))
