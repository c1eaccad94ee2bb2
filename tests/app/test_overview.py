"""What the explorer opens with, and what each of its lines leads to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.journey import exploring, page_text
from tests.council import council_corpus
from tests.samples import hostile_corpus, sample_corpus
from tui import store
from tui.app.explorer import Explorer
from tui.app.panes.overview import OverviewPane
from tui.app.panes.overview_rows import MOST_SIDES
from tui.app.panes.registry import TABS
from tui.corpus import Corpus
from tui.filters import ByActor
from tui.model import AttributedPassage, Disagreement, Side
from tui.overview import DISPUTED, overview
from tui.plain.overview import walk
from tui.tables.lazy_records import LazyRecords

SMALL, MIDDLE, LARGE = (80, 24), (120, 40), (200, 60)
SIZES = (SMALL, MIDDLE, LARGE)


def targets(pane: OverviewPane) -> list[str]:
    """What the lines of both columns lead to, in order."""
    return [str(target) for column in pane.columns for target in column.targets]


class TestWhatItOpensWith:
    async def test_nobody_has_to_press_a_key_for_it(self) -> None:
        app = Explorer(lambda _say: sample_corpus())
        async with app.run_test(size=MIDDLE) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert app._main.view == "overview"

    @pytest.mark.parametrize("size", SIZES)
    async def test_it_tells_what_matters_at_every_size(self, size: tuple[int, int]) -> None:
        async with exploring(size=size, tab="overview") as journey:
            for words in ("3 articles", "Disputed", "Was the count clean?", "Results", "People"):
                assert words in journey.seen
            assert "0⌂" in journey.lines[0] or "0 Overview" in journey.lines[0]
            for number, label in enumerate(TABS.values(), 1):
                assert f"{number} {label}" in journey.lines[0]

    async def test_each_side_stands_on_a_line_with_who_says_so(self) -> None:
        async with exploring(size=LARGE, tab="overview") as journey:
            (asked,) = [each for each in sample_corpus().disagreements if "clean" in each.about]
            at = next(n for n, line in enumerate(journey.lines) if asked.about in line)
            for line, side in zip(journey.lines[at + 1 :], asked.sides, strict=False):
                assert side.says in line
            assert "Đorđe Ćirić" in journey.lines[at + 1] + journey.lines[at + 2]

    @pytest.mark.parametrize("size", [(100, 30), MIDDLE])
    async def test_no_side_is_cut_where_there_are_two_columns(self, size: tuple[int, int]) -> None:
        sample = sample_corpus()
        first = sample.disagreements[0]
        long = "nobody can say so before every ballot box has been opened and counted again"
        own = AttributedPassage(first.sides[0].told[0].passage)
        sides = (Side(long, (own,)), *first.sides[1:])
        changed = replace(sample, disagreements=(replace(first, sides=sides),))
        async with exploring(changed, size=size, tab="overview") as journey:
            column = journey.main.query_one(OverviewPane).columns[0]
            told = " ".join(page_text(column).replace("▌", "").split())
            assert long in told
            assert "…" not in told

    async def test_a_report_without_a_publisher_is_told_by_its_day(self) -> None:
        sample = sample_corpus()
        first = sample.disagreements[0]
        told = tuple(
            Side(side.says, tuple(AttributedPassage(each.passage) for each in side.told))
            for side in first.sides
        )
        articles = tuple(replace(each, publisher="", agency="") for each in sample.articles)
        changed = replace(sample, articles=articles, disagreements=(replace(first, sides=told),))
        async with exploring(changed, size=LARGE, tab="overview") as journey:
            assert "article of " in page_text(journey.main.query_one(OverviewPane).columns[0])

    async def test_what_is_not_reported_is_hatched_and_said(self) -> None:
        async with exploring(council_corpus(), tab="overview") as journey:
            assert "not reported" in journey.seen
            assert "╱" in journey.seen
            assert "majority" in journey.seen

    async def test_seats_are_told_with_whose_they_are_and_where_reports_differ(self) -> None:
        async with exploring(size=LARGE, tab="overview") as journey:
            pane = journey.main.query_one(OverviewPane)
            at = next(n for n, line in enumerate(journey.lines) if "majority" in line)
            assert "1 source" not in journey.lines[at]
            (seats,) = [f for f in sample_corpus().figures if f.value == "31"]
            assert seats.id in targets(pane)
            assert "Harbour Party   " in journey.lines[at + 1]
            assert "31" in journey.lines[at + 1]
            assert "River Gazette" in journey.lines[at + 1]

    async def test_many_disagreements_and_many_sides_are_counted(self) -> None:
        sample = sample_corpus()
        first = replace(sample.disagreements[0], type="account", explained_by=None)
        sides = tuple(Side(f"it is {n}", first.sides[0].told) for n in range(9))
        many = tuple(
            replace(first, id=f"question-{n}", about=f"Question {n}?", sides=sides)
            for n in range(20)
        )
        async with exploring(replace(sample, disagreements=many), tab="overview") as journey:
            assert "Disputed  20 conflicts " in journey.seen
            assert f"and {9 - MOST_SIDES + 1} sides more" in journey.seen
            await journey.press("G")
            assert f"{20 - DISPUTED} more: press 5" in journey.seen
            await journey.press("enter")
            assert journey.main.view == "disagreements"

    async def test_no_articles_says_what_to_do(self) -> None:
        async with exploring(Corpus(), tab="overview") as journey:
            assert "No articles here." in journey.seen
            await journey.press("j", "enter", "l", "h", "y", "space", "escape")

    async def test_articles_of_which_nothing_was_made_contradict_nothing(self) -> None:
        sample = sample_corpus()
        corpus = Corpus(articles=sample.articles, texts=sample.texts)
        async with exploring(corpus, tab="overview") as journey:
            assert "no disagreements between these articles" in journey.seen
            assert "Articles" in journey.seen

    async def test_nothing_of_a_source_acts(self) -> None:
        async with exploring(hostile_corpus(), tab="overview") as journey:
            await journey.press("j", "l", "j")
            assert "\x1b" not in journey.seen


class TestALineLeads:
    @pytest.mark.parametrize("size", [SMALL, LARGE])
    async def test_to_its_records_by_one_key_and_0_leads_back(self, size: tuple[int, int]) -> None:
        corpus = sample_corpus()
        async with exploring(corpus, size=size, tab="overview") as journey:
            pane = journey.main.query_one(OverviewPane)
            every = targets(pane)
            for number, target in enumerate(every):
                column = next(each for each in pane.columns if each.seek(target))
                column.focus()
                await journey.press("enter")
                assert journey.main.view in TABS, target
                if corpus.get(target) is not None:
                    assert journey.main.record_of(None) is corpus.get(target)
                else:
                    assert journey.listed
                back = "0" if number % 2 else "backspace"
                await journey.press(back)
                assert journey.main.view == "overview"
                assert pane.at == target

    async def test_that_counts_what_lacks_a_date_lists_just_these(self) -> None:
        corpus = sample_corpus()
        undated = [event.id for event in corpus.events if not event.when.known]
        async with exploring(corpus, tab="overview") as journey:
            pane = journey.main.query_one(OverviewPane)
            column = next(each for each in pane.columns if each.seek("lacking:event:date"))
            column.focus()
            await journey.press("enter")
            assert list(journey.listed) == undated
            assert "without a date" in journey.lines[1]
            # What narrows one tab does not narrow what the corpus comes to.
            await journey.press("0")
            assert f"{len(corpus.events)} events" in journey.lines[1]

    async def test_from_anywhere_0_leads_back(self) -> None:
        for keys in (["4", "enter"], ["4", "c"], ["3", "p"], ["7"], ["1", "t"]):
            async with exploring(tab="overview") as journey:
                await journey.press(*keys, "0")
                assert journey.main.view == "overview", keys

    async def test_what_holds_in_every_tab_holds_here(self) -> None:
        sample = sample_corpus()
        async with exploring(sample, tab="overview") as journey:
            await journey.press("2")
            journey.pane.listing.seek("djordje-ciric")
            await journey.press("full_stop", "0")
            assert "actor Đorđe Ćirić" in journey.lines[1]
            assert f"{len(sample.quotes)} quotes" not in journey.lines[1]
            await journey.press("escape")
            assert f"{len(sample.quotes)} quotes" in journey.lines[1]

    async def test_a_bookmark_can_be_put_there(self) -> None:
        async with exploring(tab="overview") as journey:
            await journey.press("space")
            assert "◆" in journey.seen


class TestTheRoom:
    async def test_two_columns_become_one_where_room_is_short(self) -> None:
        async with exploring(tab="overview") as journey:
            pane = journey.main.query_one(OverviewPane)
            before = targets(pane)
            await journey.press("l", "j")
            at = pane.at
            for size in (SMALL, LARGE, (60, 20), MIDDLE):
                await journey.pilot.resize_terminal(*size)
                await journey.settle()
                assert pane.at == at
                assert pane.columns[1].display is (size[0] >= 100)
            assert targets(pane) == before

    async def test_what_is_little_leaves_room_for_more(self) -> None:
        async with exploring(tab="overview") as journey:
            left, right = journey.main.query_one(OverviewPane).columns
            assert abs(left._tops[-1] - right._tops[-1]) < 10

    async def test_arrows_go_from_column_to_column(self) -> None:
        async with exploring(tab="overview") as journey:
            pane = journey.main.query_one(OverviewPane)
            await journey.press("l")
            assert pane.listing is pane.columns[1]
            await journey.press("h")
            assert pane.listing is pane.columns[0]
            await journey.press("tab")
            assert pane.listing is pane.columns[1]


class TestFromAStore:
    @pytest.mark.parametrize(
        "corpus",
        [sample_corpus(), council_corpus(), hostile_corpus()],
        ids=["town", "council", "hostile"],
    )
    def test_it_comes_to_the_same_without_making_most_records(
        self, corpus: Corpus, tmp_path: Path
    ) -> None:
        place = tmp_path / "store.json"
        store.save(corpus, place, {})
        kept = store.load(place)
        assert overview(kept) == overview(corpus)
        assert isinstance(kept.quotes, LazyRecords)
        assert not kept.quotes._made


class TestInPlainText:
    @pytest.mark.parametrize("corpus", [sample_corpus(), council_corpus()], ids=["town", "council"])
    async def test_the_records_are_those_of_the_screen_in_their_order(self, corpus: Corpus) -> None:
        told = [line for line in walk(corpus) if line.startswith("id: ")]
        named = set(overview(corpus).ids)
        async with exploring(corpus, size=SMALL, tab="overview") as journey:
            pane = journey.main.query_one(OverviewPane)
            figures = {figure.id for figure in corpus.figures}
            shown = [each for each in targets(pane) if each in named]
        assert [f"id: {id}" for id in shown if id not in figures] == told
        text = "\n".join(walk(corpus))
        assert all(f"[{id}]" in text for id in shown if id in figures)

    def test_who_is_named_how_often_and_quoted_how_often_is_told_of_the_whole(self) -> None:
        whole = sample_corpus()
        somebody = next(each for each in overview(whole).people if each.quotes)
        others = whole.narrowed(ByActor(next(a.id for a in whole.actors if a.id != somebody.id)))
        assert somebody in overview(others).people

    def test_it_says_who_says_what(self) -> None:
        lines = list(walk(sample_corpus()))
        asked: Disagreement
        (asked,) = [each for each in sample_corpus().disagreements if "clean" in each.about]
        at = lines.index(f"disagreement: {asked.about}")
        assert lines[at + 2].startswith(f"side: {asked.sides[0].says}: ")
