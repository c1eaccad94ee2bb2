"""A corpus that takes longer to search than a frame: in a thread, and made as it is seen."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
import textual.screen

from tests.app.journey import exploring
from tests.samples import sample_corpus
from tui import store
from tui.app import debounce, search_worker
from tui.app.panes import quotes
from tui.app.panes.searched import Searched
from tui.app.search_worker import SearchFound
from tui.model import Record
from tui.search import answers, is_made
from tui.search.index import Index
from tui.search.query import Clause
from tui.search.respelling import respelt
from tui.store import derived

LONG = 3600.0
"""Seconds that no test waits for."""


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every corpus counts as large."""
    monkeypatch.setattr(search_worker, "RECORDS", 0)
    monkeypatch.setattr(search_worker, "FEW_RECORDS", 0)
    monkeypatch.setattr(quotes, "MANY", 0)


@pytest.mark.usefixtures("large")
class TestALargeCorpus:
    async def test_is_searched_as_a_small_one_is(self) -> None:
        async with exploring(tab="quotes") as journey:
            assert len(journey.listed) == 11
            await journey.press("slash")
            await journey.type("count")
            assert len(journey.listed) == 3
            assert "3 of 11 · count · Esc clears" in journey.lines[1]
            await journey.press("enter", "s")
            assert "in the order of the texts" in journey.lines[1]
            await journey.press("escape")
            assert len(journey.listed) == 11

    async def test_is_searched_everywhere_too(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("square")
            assert "2 of 44 · square" in journey.lines[1]

    async def test_shows_all_of_a_long_list_as_one_goes_down(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("G")
            assert journey.pane.listing.target == journey.listed[-1]
            seen = [line for line in journey.lines if line.startswith("▌")]
            assert seen
            await journey.press("g", "j", "pagedown", "enter")
            assert journey.main.view == "reader"

    async def test_is_listed_from_its_columns_as_from_its_records(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(derived, "MANY", 1)
        store.save(sample_corpus(), tmp_path / "store.json", {})
        kept = derived.with_columns(store.load(tmp_path / "store.json"))
        shown = []
        for corpus in (sample_corpus(), kept):
            screens = []
            async with exploring(corpus) as journey:
                for keys in (
                    "1",
                    "s",
                    "w",
                    "b",
                    "full_stop",
                    "2 s s",
                    "3 G",
                    "4 s s s s",
                    "5 s",
                    "6 s s",
                ):
                    for key in keys.split():
                        await journey.press(key)
                    await journey.clear_notices()
                    screens.append((keys, journey.lines))
            shown.append(screens)
        for (keys, plain), (_, columns) in zip(*shown, strict=True):
            assert plain == columns, keys

    async def test_a_keystroke_cancels_the_search_before_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        go_on, shown = threading.Event(), []
        find, show = Searched._find, Searched._found

        def slowly(self: Searched) -> SearchFound:
            text = self.query_text
            found = find(self)
            if text == "c":
                go_on.wait(10)
            return found

        def note(self: Searched, found: SearchFound) -> None:
            shown.append(_ids(found.records))
            show(self, found)

        async with exploring(tab="quotes") as journey:
            monkeypatch.setattr(Searched, "_find", slowly)
            monkeypatch.setattr(Searched, "_found", note)
            await journey.pilot.press("slash")
            await journey.pilot.press("c")
            await journey.pilot.press("o")
            while not shown:
                await journey.pilot.pause()
            go_on.set()
            await journey.settle()
            assert shown == [journey.listed]
            assert journey.pane.query_text == "co"

    async def test_a_letter_stands_in_one_frame_with_hits_that_are_there_soon(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(search_worker, "SOON", LONG)
        frames: list[tuple[str, str]] = []
        asked: list[int] = []
        find = Searched._find

        def note(self: Searched) -> SearchFound:
            asked.append(len(frames))
            return find(self)

        async with exploring(tab="quotes") as journey:
            monkeypatch.setattr(Searched, "_find", note)
            await journey.press("slash")

            def painted() -> None:
                frames.append((journey.lines[1], journey.lines[2].strip()))

            monkeypatch.setattr(journey.app, "post_display_hook", painted)
            for letter in "count":
                await journey.press(letter)
            assert len(asked) == 5
            assert frames[-1] == (journey.lines[1], "count")
            for before, after in pairwise([*asked, len(frames)]):
                assert after > before
                summary, typed = frames[before]
                assert f"· {typed} ·" in summary

    async def test_what_is_suggested_stands_in_the_same_frame(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(search_worker, "SOON", LONG)
        monkeypatch.setattr(debounce, "PAUSE", LONG)
        frames: list[str] = []
        asked: list[int] = []
        find = Searched._find

        def note(self: Searched) -> SearchFound:
            asked.append(len(frames))
            return find(self)

        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            assert journey.pane.asking is not None
            journey.pane.asking.field.cursor_blink = False
            await journey.pilot.pause()
            monkeypatch.setattr(Searched, "_find", note)
            monkeypatch.setattr(
                journey.app, "post_display_hook", lambda: frames.append(journey.seen)
            )
            for letters, (letter, suggested) in enumerate(zip("spz", (4, 1, 0), strict=True), 1):
                await journey.pilot.press(letter)
                # The thread that looks may begin long after the key.
                while len(asked) < letters or len(frames) == asked[-1]:
                    await journey.pilot.pause()
                await journey.pilot.pause()
                await journey.pilot.pause()
                assert len(frames) == asked[-1] + 1
                assert len(journey.pane.asking.offered) == suggested
                assert ("Tab" in journey.lines[3]) is bool(suggested)

    async def test_a_letter_does_not_wait_for_hits_that_are_not(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # Painted by the clock, as it is for a reader.
        monkeypatch.setattr(textual.screen, "UPDATE_PERIOD", 1 / 60)
        go_on, find = threading.Event(), Searched._find

        def slowly(self: Searched) -> SearchFound:
            go_on.wait(10)
            return find(self)

        async with exploring(tab="quotes") as journey:
            monkeypatch.setattr(Searched, "_find", slowly)
            await journey.pilot.press("slash")
            painted = asyncio.Event()

            def note() -> None:
                if journey.lines[2].strip() == "c":
                    painted.set()

            monkeypatch.setattr(journey.app, "post_display_hook", note)
            await journey.pilot.press("c")
            await painted.wait()
            assert "11 quotes" in journey.lines[1]
            go_on.set()
            await journey.settle()
            assert "· c ·" in journey.lines[1]

    async def test_what_to_ask_instead_keeps_no_key_waiting(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        at_work = set()

        def note(index: Index, clause: Clause) -> Clause | None:
            at_work.add(threading.current_thread())
            return respelt(index, clause)

        monkeypatch.setattr(answers, "respelt", note)
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("sqaure")
            assert "did you mean square?" in journey.seen
        assert at_work
        assert threading.main_thread() not in at_work

    async def test_what_to_ask_instead_keeps_nobody_from_asking_something_else(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        go_on, find = threading.Event(), Searched._find

        def slowly(self: Searched) -> SearchFound:
            if self.query_text == "szq":
                go_on.wait(10)
            return find(self)

        monkeypatch.setattr(debounce, "PAUSE", LONG)
        async with exploring(tab="quotes") as journey:
            pane = journey.pane
            monkeypatch.setattr(Searched, "_find", slowly)
            await journey.pilot.press("slash", "s", "z")
            while "Nothing matches sz." not in journey.seen:
                await journey.pilot.pause()
            await journey.pilot.press("q")
            while pane.query_text != "szq":
                await journey.pilot.pause()
            # The reader pauses before what is typed now is found.
            pane.lull.end()
            go_on.set()
            while pane.finder.looking:
                await journey.pilot.pause()
            assert "· szq ·" in journey.lines[1]

    async def test_and_its_indexes_are_no_garbage_to_look_through_while_one_types(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        corpus = sample_corpus()
        kept: list[bool] = []
        monkeypatch.setattr(gc, "get_freeze_count", lambda: 1)
        monkeypatch.setattr(gc, "freeze", lambda: kept.append(is_made(corpus, "disagreement")))
        async with exploring(corpus, tab="quotes"):
            assert kept == [True]


def _ids(records: Sequence[Record]) -> tuple[str, ...]:
    return tuple(record.id for record in records)
