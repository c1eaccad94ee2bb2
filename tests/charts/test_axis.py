"""What is written under a line of time."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.charts.test_scale import PERIODS, ZOOM, on
from tui.charts.axis import GAP, labels
from tui.charts.scale import Scale, Zoom


def written(scale: Scale, room: int) -> str:
    row = [" "] * room
    for label in labels(scale, 0, room):
        row[label.at : label.at + len(label.text)] = label.text
    return "".join(row).rstrip()


class TestLabels:
    @given(PERIODS, ZOOM, st.integers(0, 400), st.integers(0, 220))
    def test_none_runs_into_another_or_out_of_the_line(
        self, period: list[int], zoom: Zoom, offset: int, room: int
    ) -> None:
        found = labels(Scale.of(period, zoom), offset, room)
        assert all(
            label.at >= 0 and label.at + len(label.text) <= room and label.text for label in found
        )
        for one, other in pairwise(found):
            # How long a fold is belongs to the date behind it.
            gap = 1 if re.search(r"\d(?:yr|mo|wk|d)$|[a-z]s$", one.text) else GAP
            assert one.at + len(one.text) + gap <= other.at

    @given(PERIODS, ZOOM, st.integers(4, 80))
    def test_wherever_one_looks_a_year_is_said(
        self, period: list[int], zoom: Zoom, room: int
    ) -> None:
        first = labels(Scale.of(period, zoom), 0, room)[0]
        assert first.at == 0
        # A week is named by the year that begins in it.
        years = {date.fromordinal(day).year for day in Scale.of(period, zoom).days(0)}
        assert any(str(year) in first.text for year in years)

    def test_what_is_written_already_stays(self) -> None:
        scale = Scale.of([on("2023-12-01"), on("2023-12-10")], Zoom("day", 4))
        assert all(label.at >= 21 for label in labels(scale, 0, 40, taken=[(0, 20)]))

    def test_a_year_is_said_before_the_months_in_it(self) -> None:
        period = [on("2023-11-05") + 20 * number for number in range(30)]
        assert written(Scale.of(period, Zoom("month", 2)), 50) == (
            "Nov 2023  Apr 2024    Oct   2025  Apr"
        )

    def test_a_day_of_another_month_says_its_month(self) -> None:
        period = [on("2023-12-20") + 4 * number for number in range(8)]
        assert written(Scale.of(period, Zoom("day", 2)), 60) == (
            "Dec 2023  25            Jan 2024      8             15"
        )

    def test_a_fold_says_how_long_it_is(self) -> None:
        period = [on(day) for day in ("2008-02-17", "2008-02-27", "2023-12-17", "2023-12-30")]
        assert written(Scale.of(period, Zoom("day", 1)), 40) == "2008     15yr 2023    25 Dec"

    def test_a_month_is_never_read_together_with_the_year_behind_it(self) -> None:
        period = [on(day) for day in ("2008-01-03", "2008-12-30", "2018-01-03", "2018-12-30")]
        assert written(Scale.of(period, Zoom("day", 2)), 60) == "2008  9yr 3 Jan 2018"

    def test_a_week_is_named_by_the_month_that_begins_in_it(self) -> None:
        scale = Scale.of([on("2008-01-01"), on("2008-01-20")], Zoom("week", 2))
        assert written(scale, 20) == "1 Jan 2008"
