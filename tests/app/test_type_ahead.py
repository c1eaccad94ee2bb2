"""What is typed at once does what it does when every key waits for the one before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.events import Key
from textual.message import Message
from textual.widget import Widget

from tests.app.journey import Journey, exploring
from tui.app import type_ahead
from tui.app.type_ahead import KeySettled

WRITTEN = {"enter": "\r", "slash": "/", "backspace": "\x7f", "space": " "}


async def type_at_once(journey: Journey, *keys: str) -> None:
    """Press keys before anything has come of the first of them."""
    for key in keys:
        character = WRITTEN.get(key, key if len(key) == 1 else None)
        journey.app.post_message(Key(key, character))
    await journey.pilot.pause()
    while journey.app.typing:
        await journey.pilot.pause()
    await journey.settle()


def _but_none_that_passes(widget: Widget) -> Callable[[Message], bool]:
    """Take in all messages but those that follow a key."""
    take = widget.post_message
    return lambda message: isinstance(message, KeySettled) or take(message)


class TestNothingThatIsTypedIsLost:
    @pytest.mark.parametrize(
        "keys",
        [
            "2 j",
            "4 down enter",
            "5 enter n backspace j",
            "2 j 1 j 2 enter",
            "3 l j h G",
            "4 c down",
            "4 slash t h enter j enter",
            "4 slash t escape j escape G",
            "4 f t space enter j",
            "4 slash t h ctrl+f enter",
            "4 j y",
            "2 e down enter",
            "question_mark escape 2 j",
            "ctrl+f t h enter j enter",
            "ctrl+p escape 3 j",
        ],
    )
    async def test_on_its_way(self, keys: str) -> None:
        async with exploring() as journey:
            await journey.press(*keys.split())
            slowly = journey.main.view, str(journey.app.focused), journey.lines[:-1]
        async with exploring() as journey:
            await type_at_once(journey, *keys.split())
            at_once = journey.main.view, str(journey.app.focused), journey.lines[:-1]
        assert at_once == slowly

    async def test_where_it_waits_for_what_is_gone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        async with exploring() as journey:
            await journey.press("2")
            listing = journey.pane.listing
            monkeypatch.setattr(listing, "post_message", _but_none_that_passes(listing))
            journey.app.post_message(Key("G", "G"))
            journey.app.post_message(Key("1", "1"))
            await journey.settle()
            assert journey.app.typing
            await listing.remove()
            await type_at_once(journey)
            assert journey.main.view == "timeline"

    async def test_where_what_follows_a_key_is_lost(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(type_ahead, "PATIENCE", 0.01)
        async with exploring() as journey:
            await journey.press("2")
            listing = journey.pane.listing
            monkeypatch.setattr(listing, "post_message", _but_none_that_passes(listing))
            await type_at_once(journey, "G", "1")
            assert journey.main.view == "timeline"

    async def test_what_follows_twice_counts_once(self) -> None:
        async with exploring() as journey:
            await journey.press("4")
            for number in range(journey.app._followers + 40):
                journey.app.post_message(KeySettled(number))
            await type_at_once(journey, *"slash t e p i c enter 1".split())
            assert journey.main.view == "timeline"


async def test_a_key_is_not_sent_on_when_the_last_screen_has_gone() -> None:
    async with exploring() as journey:
        pass
    assert not journey.app.screen_stack
    journey.app._follow()
    assert not journey.app.screen_stack
