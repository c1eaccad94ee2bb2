"""The list follows every letter, and what stands beside it follows when one pauses."""

from __future__ import annotations

import pytest

from tests.app.journey import Journey, exploring, page_text
from tests.samples import sample_corpus
from tui.app import debounce
from tui.app.dialogs.search_all import SearchAll

LONG = 3600.0
"""Seconds that no test waits for."""


async def hits_of(journey: Journey, letters: str) -> None:
    """Type without waiting for what follows when one pauses."""
    for letter in letters:
        await journey.pilot.press(letter)
        await journey.pilot.pause()


class TestWhileOneTypes:
    async def test_the_list_follows_each_letter_and_the_card_a_pause(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            for letter in "square":
                before = journey.card
                await journey.pilot.press(letter)
                await journey.pilot.pause()
                if not journey.pane.lull.over.is_set():
                    assert journey.card == before
                assert "· " + journey.pane.query_text in journey.lines[1]
                await journey.settle()
                assert journey.pane.record is not None
                assert journey.pane.listing.target == journey.pane.record.id
                assert journey.pane.record.id in journey.card

    async def test_what_is_not_shown_yet_is_known_already(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(debounce, "PAUSE", LONG)
        async with exploring(tab="quotes") as journey:
            before = journey.card
            await journey.pilot.press("slash")
            await hits_of(journey, "square")
            assert journey.listed == (sample_corpus().quotes[2].id,)
            assert journey.pane.record == sample_corpus().quotes[2]
            assert journey.card == before

    async def test_whoever_leaves_the_field_sees_the_card_at_once(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(debounce, "PAUSE", LONG)
        for key in ("enter", "escape", "down"):
            async with exploring(tab="quotes") as journey:
                await journey.pilot.press("slash")
                await hits_of(journey, "square")
                await journey.press(key)
                assert sample_corpus().quotes[2].id in journey.card
                await journey.press("enter")
                assert journey.main.view == "reader"

    async def test_where_nothing_is_typed_any_more_the_card_is_there_at_once(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(debounce, "PAUSE", LONG)
        async with exploring(tab="quotes") as journey:
            await journey.pilot.press("slash")
            await hits_of(journey, "square")
            await journey.press("ctrl+u")
            assert journey.pane.listing.target == sample_corpus().quotes[2].id
            assert sample_corpus().quotes[2].id in journey.card

    async def test_nothing_found_has_no_card(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(debounce, "PAUSE", LONG)
        async with exploring(tab="quotes") as journey:
            await journey.pilot.press("slash")
            await hits_of(journey, "sq")
            await hits_of(journey, "zz")
            assert journey.pane.record is None
            assert not journey.card

    async def test_what_to_look_for_instead_follows_a_pause(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(debounce, "PAUSE", LONG)
        async with exploring(tab="quotes") as journey:
            await journey.pilot.press("slash")
            await hits_of(journey, "sqaure")
            assert "Nothing matches sqaure." in journey.seen
            assert "Try fewer" not in journey.seen
            await journey.press("escape")
            assert "Did you mean square? 1 quote" in journey.seen

    async def test_and_so_it_does_where_everything_is_searched(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(debounce, "PAUSE", LONG)
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await hits_of(journey, "sqaure")
            assert "Nothing matches sqaure." in journey.seen
            assert "Did you mean" not in journey.seen
            screen = journey.app.screen
            assert isinstance(screen, SearchAll)
            screen.lull.end()
            await journey.settle()
            assert "Did you mean square? 1 hit" in journey.seen

    async def test_the_card_of_a_search_of_everything_waits_too(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            screen = journey.app.screen
            assert isinstance(screen, SearchAll)
            await journey.type("square")
            assert str(screen.listing.target) in page_text(screen.page)
            monkeypatch.setattr(debounce, "PAUSE", LONG)
            await journey.press("ctrl+u")
            await hits_of(journey, "count")
            assert not screen.lull.over.is_set()
            await journey.press("down")
            assert str(screen.listing.target) in page_text(screen.page)


class TestALull:
    async def test_comes_though_letters_keep_coming(self, monkeypatch: pytest.MonkeyPatch) -> None:
        async with exploring(tab="quotes") as journey:
            done: list[str] = []
            waiting = debounce.Debouncer(journey.pane, lambda: done.append("done"))
            monkeypatch.setattr(debounce, "MOST", -1.0)
            waiting.ask()
            # Asked for again when it is overdue, it waits no longer than it would have.
            monkeypatch.setattr(debounce, "PAUSE", LONG)
            waiting.ask()
            await waiting.over.wait()
            assert done == ["done"]

    async def test_begins_anew_at_a_letter_where_something_waits(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with exploring(tab="quotes") as journey:
            done: list[str] = []
            waiting = debounce.Debouncer(journey.pane, lambda: done.append("done"))
            waiting.hold()
            assert waiting.over.is_set()
            monkeypatch.setattr(debounce, "PAUSE", LONG)
            waiting.ask()
            monkeypatch.setattr(debounce, "PAUSE", 0.01)
            waiting.hold()
            await waiting.over.wait()
            assert done == ["done"]

    async def test_of_whatever_is_asked_for_until_then_only_the_last_is_done(self) -> None:
        async with exploring(tab="quotes") as journey:
            done: list[str] = []
            waiting = debounce.Debouncer(journey.pane, lambda: done.append("done"))
            for _ in range(5):
                waiting.ask()
            await waiting.over.wait()
            waiting.end()
            assert done == ["done"]
