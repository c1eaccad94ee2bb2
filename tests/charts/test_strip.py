"""A chart of time in lines of cells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.charts.test_scale import ZOOM, on
from tests.samples import sample_corpus
from tui import dates, store
from tui.charts.periods import table_of
from tui.charts.scale import Scale, Zoom, widest
from tui.charts.strip import NOTHING, Plot, Pointed, Size, arranged
from tui.charts.timeline import LANES, NOBODY, By, TimeChart, chart_of
from tui.corpus import Corpus, Filter
from tui.filters import Between
from tui.model import Event, EventStatus
from tui.store import derived


def event(edtf: str, status: EventStatus = "happened", **others: object) -> Event:
    made = Event(
        id=f"e-{edtf}-{status}-{others.get('title', '')}",
        evidence=(),
        origin="curated",
        rule="invented",
        title="An event",
        when=dates.when(edtf, "stated"),
        status=status,
    )
    return replace(made, **others)  # type: ignore[arg-type]


def chart(*events: Event) -> TimeChart:
    return chart_of(Corpus(events=events))


def drawn(
    shown: TimeChart,
    zoom: Zoom | None = None,
    *,
    lines: int = 4,
    width: int = 60,
    gutter: int = 0,
    by: By = "together",
    pointed: Pointed = NOTHING,
) -> list[str]:
    """The strip as text."""
    zoom = zoom or widest(shown.days, width - gutter)
    plot = Plot(shown, Scale.of(shown.days, zoom), by, 6)
    made = plot.lines(Size(lines, width, gutter), 0, pointed)
    return ["".join(text for text, _role in line.runs).rstrip() for line in made]


DAY = Zoom("day", 1)


class TestHowADateIsMeant:
    def test_a_day_is_a_sign_and_what_lasts_a_bar(self) -> None:
        shown = chart(event("2023-12-01"), event("2023-12-04/2023-12-08", "planned"))
        assert drawn(shown, DAY)[1] == "●  ○━━━━"

    def test_some_time_in_a_month_is_no_bar(self) -> None:
        shown = chart(event("2023-12"), event("2023-12-10", "alleged"))
        assert drawn(shown, Zoom("week", 1))[1] == "●?╌╌╌"

    def test_an_open_end_points_on_and_an_open_beginning_back(self) -> None:
        shown = chart(event("2023-12-01"), event("2023-12-05/..", "ongoing"), event("2023-12-12"))
        assert drawn(shown, DAY)[1] == "●   ◐╌▸    ●"
        shown = chart(event("2023-12-01"), event("../2023-12-12", "demanded"))
        assert drawn(shown, DAY)[1] == "●        ◂╌!"

    def test_a_year_is_not_counted_on_its_first_day(self) -> None:
        shown = chart(event("2008"), event("2008-01-01"), event("2008-01-03"))
        density, signs, *_rest = drawn(shown, DAY)
        assert density == "█ █"
        assert signs.startswith("2╌●")

    def test_several_are_a_number_and_very_many_a_block(self) -> None:
        many = [event("2023-12-02", title=str(n)) for n in range(3)]
        assert drawn(chart(event("2023-12-01"), *many), DAY)[1] == "●3"
        many = [event("2023-12-02", title=str(n)) for n in range(16)]
        assert drawn(chart(event("2023-12-01"), *many), DAY)[1] == "▁█"

    def test_years_that_begin_on_one_day_set_no_measure_for_the_days(self) -> None:
        years = [event("2023", title=str(n)) for n in range(20)]
        days = [event("2023-01-03", title=str(n)) for n in range(3)]
        density, signs, *_rest = drawn(chart(*years, *days), DAY)
        assert density.strip() == "█"
        assert signs.startswith("+╌3")

    def test_every_kind_has_its_own_shape(self) -> None:
        kinds: list[EventStatus] = ["happened", "ongoing", "planned", "alleged", "demanded"]
        days = [event(f"2023-12-0{n}", kind) for n, kind in enumerate(kinds, 1)]
        assert drawn(chart(*days), DAY)[1] == "●◐○?!"

    def test_what_is_unknown_has_no_mark(self) -> None:
        shown = chart(event(""), event("2023-12-01"))
        assert (shown.undated, len(shown.marks)) == (1, 1)


class TestTheWhole:
    def test_of_the_sample(self) -> None:
        shown = chart_of(sample_corpus())
        assert drawn(shown, width=78, gutter=18, lines=8, by="kind") == [
            "by day, most 2                        ████    ▄▄  ▄▄       ▄▄",
            "● happened      5 ●╌╌╌╌╌╌   ●╌╌╌╌╌╌   ● ●         ●━━━━━",
            "◐ ongoing       1                       ◐╌╌▸",
            "○ planned       1                             ○",
            "? alleged       1                     ?",
            "! demanded      1                                        ◂╌!",
            "▴ reports       2 ──≈≈≈──≈≈≈──≈≈≈──≈≈≈────▴─▴───────────≈≈≈──",
            "1 undated         Jan 1907  2014  7yr 8 May 2022  7 months 31 Dec 2022",
        ]

    def test_is_kept_and_no_other_is(self) -> None:
        corpus = sample_corpus()
        assert chart_of(corpus) is chart_of(corpus)
        few = chart_of(corpus, corpus.events[:2])
        assert (len(few.events), few) != (len(corpus.events), chart_of(corpus))
        narrowed = corpus.narrowed(Between("2023-12-01", "2023-12-31"))
        assert len(chart_of(narrowed).events) == len(narrowed.events) < len(corpus.events)

    def test_folded_years_are_visible_and_said(self) -> None:
        shown = chart(event("2008-02-17"), event("2023-12-17"), event("2023-12-30"))
        *_rows, rule, below = drawn(shown, DAY)
        assert "≈≈≈" in rule
        assert rule.index("≈≈≈") < below.index("2023")

    def test_the_undated_are_counted_beside_the_axis(self) -> None:
        shown = chart(event("2023-12-01"), event(""), event("", "planned"), event("", "alleged"))
        assert drawn(shown, DAY, gutter=16)[-1].startswith("3 undated")
        pointed = Pointed(undated=True)
        assert drawn(shown, DAY, gutter=16, pointed=pointed)[-1].startswith("▲ 3 undated")

    def test_what_is_pointed_at_is_named_under_the_line(self) -> None:
        shown = chart(event("2023-12-01"), event("2023-12-05"), event("2023-12-12"))
        below = drawn(shown, DAY, pointed=Pointed(shown.marks[1]))[-1]
        assert below.index("▲ 5 Dec 2023") == 4
        shown = chart(event("2023-12-01"), event("2023-12-14"))
        below = drawn(shown, DAY, width=14, pointed=Pointed(shown.marks[1]))[-1]
        assert below == "14 Dec 2023 ▲".rjust(14)

    @given(
        st.lists(
            st.sampled_from(
                ["2008", "1389-06-28", "2023-12", "2023-12-17", "2023-12-18/..", "../2022", "199X"]
            ),
            max_size=9,
        ),
        ZOOM,
        st.integers(0, 14),
        st.integers(0, 90),
        st.integers(0, 20),
        st.integers(0, 300),
    )
    def test_no_line_is_too_long_and_none_too_many(
        self, edtf: list[str], zoom: Zoom, lines: int, width: int, gutter: int, offset: int
    ) -> None:
        shown = chart(*(event(each, title=str(n)) for n, each in enumerate(edtf)))
        plot = Plot(shown, Scale.of(shown.days, zoom), "kind", 5)
        pointed = Pointed(shown.marks[0]) if shown.marks else Pointed(undated=True)
        made = plot.lines(Size(lines, width, min(gutter, width)), offset, pointed)
        assert len(made) <= lines
        for line in made:
            assert len("".join(text for text, _role in line.runs)) <= width

    @given(st.integers(0, 40), st.integers(1, 12))
    def test_every_line_that_there_is_is_used(self, lines: int, lanes: int) -> None:
        density, shown, rule, dated = arranged(lines, lanes)
        assert density + shown + rule + dated == min(lines, 3 + shown + rule + dated)
        assert shown <= lanes


class TestLanes:
    def test_by_article_each_report_has_its_own_and_an_event_of_two_stands_in_both(self) -> None:
        corpus = sample_corpus()
        lanes = chart_of(corpus).lanes("article")
        assert len(lanes) == 3
        vote = next(each for each in corpus.events if each.title == "Brodica votes")
        assert sum(vote.id in {mark.id for mark in lane.marks} for lane in lanes) == 2

    def test_by_actor_those_of_nobody_are_last(self) -> None:
        lanes = chart_of(sample_corpus()).lanes("actor")
        assert lanes[-1].name == NOBODY
        sizes = [len(lane.marks) for lane in lanes[:-1]]
        assert sizes == sorted(sizes, reverse=True)

    def test_where_there_is_no_room_the_rest_are_together_and_none_is_lost(self) -> None:
        shown = chart_of(sample_corpus())
        every = {mark.id for mark in shown.marks}
        for most in (1, 2, 3):
            lanes = shown.lanes("actor", most)
            assert len(lanes) == most
            assert lanes[-1].name.endswith("others")
            assert {mark.id for lane in lanes for mark in lane.marks} == every

    def test_two_reports_of_one_source_are_told_apart_by_their_day(self) -> None:
        corpus = sample_corpus()
        same = tuple(replace(article, publisher="The Post") for article in corpus.articles)
        names = {lane.name for lane in chart_of(replace(corpus, articles=same)).lanes("article")}
        assert len(names) > 1


class TestAStore:
    """Of a store of many events none is made for a chart but the one that a sign stands for."""

    @pytest.fixture
    def stored(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Corpus:
        monkeypatch.setattr(derived, "MANY", 1)
        store.save(sample_corpus(), tmp_path / "store.json", {})
        return derived.with_columns(store.load(tmp_path / "store.json"))

    def tables(self, corpus: Corpus) -> list[object]:
        shown = chart_of(corpus)
        told: list[object] = [shown.days, shown.undated, len(shown.marks)]
        for by in LANES:
            for most in (0, 2, 4):
                told += [shown.names(by, most), table_of(shown, "month", by, most)]
        return told

    @pytest.mark.parametrize("narrowed", [None, Between("2022-01-01", "2022-12-31")])
    def test_counts_what_the_records_count(self, stored: Corpus, narrowed: Filter | None) -> None:
        both = [each.narrowed(narrowed) if narrowed else each for each in (sample_corpus(), stored)]
        assert self.tables(both[0]) == self.tables(both[1])

    @pytest.mark.parametrize("by", LANES)
    def test_makes_no_event_to_count(
        self, stored: Corpus, by: By, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(stored.events, "make", lambda _place: pytest.fail("an event is made"))
        shown = chart_of(stored)
        shown.prime()
        plot = Plot(shown, Scale.of(shown.days, widest(shown.days, 40)), by, 3)
        assert plot.most
        assert sum(len(lane.marks) for lane in plot.lanes) >= len(shown.marks)
        assert all(plot.reports.intersection(plot.at.values()) for _lane in plot.binned)


class TestReports:
    def test_all_have_their_marks_and_of_some_events_only_those_that_tell_them(self) -> None:
        corpus = sample_corpus()
        dated = [article for article in corpus.articles if article.published.known]
        assert len(chart_of(corpus).reports) == len(dated)
        one = next(event for event in corpus.events if len(event.evidence) == 1)
        assert {mark.id for mark in chart_of(corpus, [one]).reports} <= {one.evidence[0].article}


@pytest.mark.parametrize("edtf", ["2023-12-17?", "2023~", "2023-12-26%"])
def test_a_date_that_its_source_doubts_is_faded(edtf: str) -> None:
    shown = chart(event(edtf))
    (line,) = Plot(shown, Scale.of(shown.days, Zoom("year", 1))).lines(Size(1, 10, 0))
    assert line.runs[0] == ("●", ".dim")
    assert on("2023-01-01") <= shown.marks[0].first
