"""The same chart in numbers, on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.test_strip import chart, event
from tests.samples import hostile_corpus, sample_corpus
from tui.charts.periods import fitted, heading, line_of, rows_of, table_of
from tui.charts.plain_text import timeline
from tui.charts.scale import UNITS, Unit
from tui.charts.timeline import LANES, By, chart_of
from tui.command_line import LANES as OFFERED_LANES
from tui.command_line import UNITS as OFFERED_UNITS
from tui.command_line import parse
from tui.corpus import Corpus
from tui.terminal_text import ACTING, cell_width


class TestTable:
    @pytest.mark.parametrize("unit", UNITS)
    @pytest.mark.parametrize("by", LANES)
    def test_every_event_is_counted_once(self, unit: Unit, by: By) -> None:
        corpus = sample_corpus()
        table = table_of(chart_of(corpus), unit, by)
        undated = table.undated.events if table.undated else 0
        assert sum(period.events for period in table.periods) + undated == len(corpus.events)
        assert table.total.events == len(corpus.events)
        for lane in range(len(table.lanes)):
            rows = [row.counts[lane] for row in rows_of(table)[:-1]]
            assert sum(rows) == table.total.counts[lane]

    def test_a_year_is_a_line_of_its_own_before_its_months(self) -> None:
        shown = chart(event("2023-12-17"), event("2023"), event("2023-01-05"))
        table = table_of(shown, "month", "together")
        assert [period.name for period in table.periods] == [
            "some time in 2023",
            "January 2023",
            "December 2023",
        ]

    def test_what_lasts_is_counted_where_it_begins(self) -> None:
        shown = chart(event("2023-12-17/2024-02-01"), event("2023-12-18/.."))
        (period,) = table_of(shown, "month", "together").periods
        assert (period.name, period.events) == ("December 2023", 2)
        assert period.begins_with == shown.marks[0].id

    def test_a_report_stands_in_a_period_without_events(self) -> None:
        table = table_of(chart_of(sample_corpus()), "day", "kind")
        assert any(period.reports and not period.events for period in table.periods)

    @given(st.sampled_from(LANES), st.sampled_from(UNITS), st.integers(44, 200))
    def test_lanes_without_room_are_together_in_the_last(
        self, by: By, unit: Unit, width: int
    ) -> None:
        columns = fitted(chart_of(sample_corpus()), unit, by, width)
        lines = [heading(columns), *(line_of(row, columns) for row in rows_of(columns.table))]
        assert len({cell_width(line) for line in lines}) == 1
        assert cell_width(lines[0]) <= width


class TestOnPaper:
    def printed(self, corpus: Corpus, *arguments: str) -> list[str]:
        given = parse(["chart", "timeline", *arguments])
        given.width = given.width or 80
        return list(timeline(corpus, given))

    @pytest.mark.parametrize("width", ["40", "80", "120", "200"])
    @pytest.mark.parametrize("by", OFFERED_LANES)
    def test_no_line_is_wider_than_asked(self, width: str, by: str) -> None:
        lines = self.printed(sample_corpus(), "--width", width, "--by", by)
        assert max(map(cell_width, lines)) <= int(width)
        assert any("2022" in line for line in lines)

    @pytest.mark.parametrize("unit", OFFERED_UNITS)
    def test_what_has_no_room_goes_on_below(self, unit: str) -> None:
        days = [event(f"2023-{n % 12 + 1:02}-{n % 28 + 1:02}", title=str(n)) for n in range(300)]
        lines = self.printed(Corpus(events=tuple(days)), "--width", "60", "--unit", unit)
        (total,) = [line for line in lines if line.startswith("all ")]
        assert "300" in total
        strips = sum(line.startswith("▴ reports") for line in lines)
        assert (strips > 1) == (unit in ("day", "week"))

    def test_nothing_is_said(self) -> None:
        assert self.printed(Corpus()) == ["no events"]

    def test_what_has_no_date_at_all_is_a_table_alone(self) -> None:
        lines = self.printed(Corpus(events=(event(""),)))
        assert [line.split() for line in lines[1:]] == [
            ["undated", "1", "·"],
            ["all", "1", "·"],
        ]

    def test_no_word_of_a_source_acts(self) -> None:
        for by in OFFERED_LANES:
            assert not any(map(ACTING.search, self.printed(hostile_corpus(), "--by", by)))
