"""From the first frame to the corpus, or to the reason why there is none."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.events import Key
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import ContentSwitcher

from tests.app.journey import Journey, exploring
from tests.samples import sample_corpus
from tui.app import search_worker
from tui.app.dialogs.load_failed import LoadFailed
from tui.app.explorer import Explorer
from tui.app.loading import Loading
from tui.app.main_screen import MainScreen
from tui.app.panes.pane import Pane
from tui.app.panes.view import View
from tui.app.widgets.row_list import RowList
from tui.build import BuildError, Skipped
from tui.collecting import Collected
from tui.corpus import Corpus


class TestWaiting:
    async def test_the_first_frame_is_there_before_the_corpus_and_tells_how_far_it_is(
        self,
    ) -> None:
        told, go_on = threading.Event(), threading.Event()
        told_so = "reading article 3 of 5 [b], since the store is older than the articles"

        def load(say: Callable[[str], None]) -> Corpus:
            say(told_so)
            told.set()
            go_on.wait(10)
            return sample_corpus()

        app = Explorer(load)
        async with app.run_test(size=(80, 24)) as pilot:
            journey = Journey(app, pilot)
            while not told.is_set():
                await pilot.pause()
            await journey.settle()
            assert "1 Timeline" in journey.lines[0]
            assert told_so.center(80) in journey.lines
            for key in ("4", "j", "question_mark"):
                app.post_message(Key(key, key if len(key) == 1 else "?"))
            await journey.settle()
            assert journey.main.view == "waiting"
            # Help is there at once, and is not given what was typed before it.
            assert app.screen is not journey.main
            go_on.set()
            await app.workers.wait_for_complete()
            await journey.settle()
            assert journey.main.view == "overview"
            await journey.press("escape")
            while app.typing:
                await pilot.pause()
            await journey.settle()
            assert journey.main.view == "quotes"
            assert journey.pane.listing.target == journey.listed[1]

    def test_a_key_that_comes_before_any_screen_waits(self) -> None:
        app = Explorer(lambda _say: sample_corpus())
        assert app.too_early(Key("5", "5"))
        assert not app.too_early(Key("q", "q"))

    async def test_what_was_typed_is_forgotten_where_nothing_can_be_read(self) -> None:
        go_on = threading.Event()

        def load(_say: Callable[[str], None]) -> Corpus:
            go_on.wait(10)
            raise BuildError("no articles")

        app = Explorer(load)
        async with app.run_test(size=(80, 24)) as pilot:
            for key in ("enter", "enter"):
                app.post_message(Key(key, None))
            await pilot.pause()
            go_on.set()
            await app.workers.wait_for_complete()
            await Journey(app, pilot).settle()
            assert isinstance(app.screen, LoadFailed)
            assert app.is_running


class TestSoon:
    async def test_what_is_read_at_once_stands_in_the_first_frame(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        frames: list[str] = []

        def on_ready(app: Explorer) -> None:
            strips = app.screen._compositor.render_strips()
            frames.append("\n".join(each.text for strip in strips for each in strip))

        monkeypatch.setattr(Explorer, "on_ready", on_ready, raising=False)
        corpus = sample_corpus()
        async with Explorer(lambda _say: corpus).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
        (first,) = frames
        assert "Was the count clean?" in first
        assert "Reading" not in first

    async def test_garbage_is_collected_from_the_first_frame_on(self) -> None:
        corpus = sample_corpus()
        gc.disable()
        try:
            async with Explorer(lambda _say: corpus).run_test() as pilot:
                await pilot.pause()
                assert gc.isenabled()
        finally:
            gc.unfreeze()
            gc.enable()


class TestLate:
    """A tab is made when it is first shown; what it tells is the same as if it had been there."""

    async def test_a_hidden_tab_is_not_made_and_has_its_count_nevertheless(self) -> None:
        async with exploring() as journey:
            assert [view.id for view in journey.main.query(View)] == ["timeline"]
            assert "4 Quotes 11" in journey.lines[0]
            await journey.press("4")
            assert {view.id for view in journey.main.query(View)} == {"timeline", "quotes"}

    @pytest.mark.parametrize("size", [(80, 24), (200, 60)])
    async def test_it_is_filled_once_when_it_is_first_shown(
        self, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
    ) -> None:
        filled: list[str | None] = []
        refill = Pane.refill

        def counted(pane: Pane) -> None:
            filled.append(pane.id)
            refill(pane)

        monkeypatch.setattr(Pane, "refill", counted)
        async with exploring(size=size) as journey:
            await journey.press("4", "1", "4")
            assert filled == ["timeline", "quotes"]

    async def test_it_shows_what_was_filtered_before_and_follows_what_is_after(self) -> None:
        async with exploring() as journey:
            await journey.press("6", "full_stop", "4")
            narrowed = journey.listed
            assert 0 < len(narrowed) < 11
            await journey.press("6", "full_stop", "4")
            assert len(journey.listed) == 11


async def all_ready(journey: Journey) -> None:
    """Wait until all views are made that are made ahead, and what is seen of them first is
    drawn."""
    while len(journey.main.query(View)) < 6 or any(each.aside for each in journey.main.query(View)):
        await journey.pilot.pause()
    await journey.settle()


class TestReady:
    """While nobody types the tabs are made that were not shown yet."""

    async def test_what_is_shown_stays_as_it_is(self) -> None:
        async with exploring() as journey:
            before = journey.seen
        async with exploring(makes_ready=True) as journey:
            await all_ready(journey)
            assert journey.seen == before
            assert journey.main.focused is journey.pane.listing

    async def test_they_are_where_a_timer_that_begins_late_never_comes(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(MainScreen, "set_timer", lambda *_given, **_named: None)
        async with exploring(makes_ready=True) as journey:
            await all_ready(journey)

    @pytest.mark.parametrize("keys", ["2 j", "3 l", "4 j enter n", "5 enter", "4 G 1 4"])
    async def test_a_tab_shows_what_one_that_is_made_late_does(self, keys: str) -> None:
        async with exploring() as journey:
            await journey.press(*keys.split())
            late = journey.seen
        async with exploring(makes_ready=True) as journey:
            await all_ready(journey)
            await journey.press(*keys.split())
            assert journey.seen == late

    async def test_a_tab_is_laid_out_and_drawn_before_it_is_shown(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        drawn: list[str] = []
        draw = RowList._draw

        def noted(rows: RowList, index: int, here: str) -> list[Strip]:
            drawn.append(here)
            return draw(rows, index, here)

        def places() -> dict[RowList, tuple[Size, Size, bool]]:
            hidden = (view for view in journey.main.query(Pane) if view.id != "timeline")
            return {
                rows: (rows.outer_size, rows.virtual_size, rows.show_vertical_scrollbar)
                for view in hidden
                for rows in (view.listing, view.page)
            }

        async with exploring(makes_ready=True) as journey:
            await all_ready(journey)
            before = places()
            monkeypatch.setattr(RowList, "_draw", noted)
            for tab in "23456":
                await journey.press(tab)
            assert len(before) == 12
            assert places() == before
            # Of a list that has the focus the cursor looks different.
            assert drawn == ["cursor"] * 5

    async def test_what_nobody_sees_is_never_moved_to(self) -> None:
        async with exploring() as journey:
            aside = journey.main._view("quotes")
            aside.get_ready()
            await journey.settle()
            assert aside.outer_size == journey.pane.outer_size
            shown = [journey.pane.listing, journey.pane.page]
            assert journey.main.focus_chain == shown

    @pytest.mark.parametrize("size", [(80, 24), (200, 60)])
    async def test_a_tab_fits_the_window_that_has_changed_since(
        self, size: tuple[int, int]
    ) -> None:
        async with exploring(size=size) as journey:
            await journey.press("3", "4")
            expected = journey.seen
        async with exploring(makes_ready=True) as journey:
            await all_ready(journey)
            await journey.pilot.resize_terminal(*size)
            await journey.press("3", "4")
            assert journey.seen == expected

    async def test_a_tab_follows_what_is_filtered_before_it_is_shown(self) -> None:
        async with exploring(makes_ready=True) as journey:
            await all_ready(journey)
            await journey.press("6", "full_stop", "4")
            assert 0 < len(journey.listed) < 11

    async def test_what_is_typed_meanwhile_comes_first(self) -> None:
        async with exploring(makes_ready=True) as journey:
            await journey.press("4", "j")
            assert journey.pane.record is journey.main.corpus.get(journey.listed[1])

    async def test_none_is_made_for_who_is_leaving(self) -> None:
        async with exploring() as journey:
            main = journey.main
            views = main.query_one(ContentSwitcher)
            main._makes_ready = True
            # What closes takes in nothing more.
            views._closing = True
            try:
                main.make_ready()
            finally:
                views._closing = False
            await journey.settle()
            assert [view.id for view in main.query(View)] == ["timeline"]

    async def test_of_a_large_corpus_none_is_made_ahead(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(search_worker, "RECORDS", 0)
        async with exploring(makes_ready=True) as journey:
            await journey.press("j", "j")
            assert [view.id for view in journey.main.query(View)] == ["timeline"]


class TestFailing:
    async def test_an_error_is_told_in_words_and_q_leaves_with_1(self) -> None:
        def load(_say: Callable[[str], None]) -> Corpus:
            raise BuildError(
                "the curated files do not fit", [Skipped("actors.toml:12", "unknown key [nam]")]
            )

        app = Explorer(load)
        async with app.run_test(size=(80, 24)) as pilot:
            journey = Journey(app, pilot)
            while not isinstance(app.screen, LoadFailed):
                await pilot.pause()
            await journey.settle()
            assert "The articles could not be read." in journey.seen
            assert "the curated files do not fit" in journey.seen
            assert "actors.toml:12: unknown key [nam]" in journey.seen
            assert "Traceback" not in journey.seen
            await journey.press("q")
        assert app.return_code == 1


class TestWhileTheRestIsRead:
    async def test_what_is_read_can_be_seen_and_searched_and_the_reader_stays_where_she_is(
        self,
    ) -> None:
        whole = sample_corpus()
        part = replace(
            whole,
            articles=whole.articles[:1],
            quotes=whole.quotes[:5],
            events=whole.events[:2],
            figures=(),
            disagreements=(),
        )
        go_on = threading.Event()

        def collect(_paths: object, _say: object) -> Collected:
            raise AssertionError("nothing is added while the rest is read")

        def load(loading: Loading) -> Corpus:
            loading("reading 100 of 400, about 30 s left", 0.25)
            loading.show(part)
            loading("reading 200 of 400, about 20 s left", 0.5)
            go_on.wait(60)
            return whole

        app = Explorer(load, tab="quotes", collect=collect)
        async with app.run_test(size=(80, 24)) as pilot:
            journey = Journey(app, pilot)
            while journey.main.view == "waiting":
                await pilot.pause()
            await journey.settle()
            bar = "█" * 10 + "░" * 10 + "  reading 200 of 400, about 20 s left"
            assert journey.lines[-2].strip() == bar
            assert f"4 Quotes {len(part.quotes)}" in journey.lines[0]
            assert app.screen.check_action("add", ()) is False
            await journey.press("slash")
            await journey.type(part.quotes[1].text.split()[0].strip("“"))
            await journey.press("enter")
            record, query = journey.pane.record, journey.pane.query_text
            assert record is not None
            go_on.set()
            await app.workers.wait_for_complete()
            await journey.settle()
            assert bar not in journey.seen
            assert f"4 Quotes {len(whole.quotes)}" in journey.lines[0]
            assert journey.pane.record == record
            assert journey.pane.query_text == query
            assert app.screen.check_action("add", ()) is True
