"""Searches that are kept under a name."""

from __future__ import annotations

from textual.widgets import Input

from tests.app.journey import exploring
from tests.app.test_search_all import everywhere
from tui.app.dialogs.save_search import SaveSearch
from tui.notes import InMemory, Notes, SavedSearch


class TestSavedSearches:
    async def test_one_is_saved_by_name_and_asked_again_from_the_palette(self) -> None:
        keeper = InMemory()
        async with exploring(tab="quotes", keeper=keeper) as journey:
            await journey.press("slash")
            await journey.type("speaker:zarkovic")
            await journey.press("ctrl+s")
            assert isinstance(journey.app.screen, SaveSearch)
            await journey.type("leader")
            await journey.press("enter")
            assert keeper.read().notes.saved == (
                SavedSearch("leader", "speaker:zarkovic", "quotes"),
            )
            assert "Saved “leader”" in journey.seen
            await journey.press("1", "ctrl+p")
            await journey.type("leader")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            assert "saved search · speaker:zarkovic" in journey.seen
            await journey.press("enter")
            assert journey.main.view == "quotes"
            assert len(journey.listed) == 4

    async def test_one_of_everything_is_asked_of_everything_again(self) -> None:
        keeper = InMemory()
        async with exploring(keeper=keeper) as journey:
            await journey.press("ctrl+f")
            await journey.type("clean")
            await journey.press("ctrl+s")
            await journey.type("hands")
            await journey.press("enter", "escape", "ctrl+p")
            await journey.type("hands")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            await journey.press("enter")
            assert everywhere(journey).text == "clean"

    async def test_they_complete_what_is_typed(self) -> None:
        keeper = InMemory(Notes(saved=(SavedSearch("Leaders", "speaker:zarkovic"),)))
        async with exploring(tab="quotes", keeper=keeper) as journey:
            await journey.press("slash")
            await journey.type("lead")
            assert "Leaders: speaker:zarkovic" in journey.seen
            await journey.press("tab")
            assert journey.main.query_one(Input).value == "speaker:zarkovic"
            assert len(journey.listed) == 4

    async def test_a_name_that_is_taken_says_what_it_replaces(self) -> None:
        keeper = InMemory(Notes(saved=(SavedSearch("leader", "square"),)))
        async with exploring(tab="quotes", keeper=keeper) as journey:
            await journey.press("slash")
            await journey.type("count")
            await journey.press("ctrl+s")
            await journey.type("leader")
            assert "replaces square" in journey.seen
            await journey.press("escape")
            assert keeper.read().notes.saved[0].query == "square"

    async def test_they_are_forgotten_from_the_palette(self) -> None:
        keeper = InMemory(Notes(saved=(SavedSearch("leader", "square"),)))
        async with exploring(keeper=keeper) as journey:
            await journey.press("ctrl+p")
            await journey.type("forget")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            await journey.press("enter")
            assert keeper.read().notes.saved == ()

    async def test_what_goes_wrong_with_the_notebook_is_said(self) -> None:
        class Broken(InMemory):
            def read(self):  # type: ignore[no-untyped-def]
                return super().read()._replace(notice="Your notebook was damaged: [b] aside")

        async with exploring(keeper=Broken()) as journey:
            assert "Your notebook was damaged: [b] aside" in journey.seen
