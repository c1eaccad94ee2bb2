"""How a test explores: keys in, and what stands on the screen out."""

from __future__ import annotations

import asyncio
from asyncio import futures
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.screen import Screen

from tests.samples import sample_corpus
from tui.app.explorer import Explorer
from tui.app.main_screen import MainScreen
from tui.app.panes.pane import Pane
from tui.app.widgets.record_page import RecordPage
from tui.app.widgets.row_list import RowList
from tui.corpus import Corpus
from tui.notes import Keeper

MIDDLE = (120, 40)
A_MOMENT = 0.2
"""Seconds: what the explorer puts off for less is done at once when a test waits for it."""

_paint = Screen._compositor_refresh
_unseen: set[App[None]] = set()


def _paint_what_is_seen(screen: Screen[Any]) -> None:
    if screen.app in _unseen and screen is screen.app.screen:
        screen._dirty_widgets.clear()  # Where they stand is noted as to be painted.
    else:
        _paint(screen)


setattr(Screen, "_compositor_refresh", _paint_what_is_seen)  # noqa: B010


@contextmanager
def unseen(app: App[None]) -> Iterator[None]:
    """Paint nothing meanwhile: nobody looks before all has come that follows from a key."""
    _unseen.add(app)
    try:
        yield
    finally:
        _unseen.discard(app)


@dataclass
class Journey:
    """A reader at the keyboard."""

    app: Explorer
    pilot: Pilot[None]
    pressed: int = 0
    """Keys that were pressed so far."""

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all that follows from them has happened."""
        with unseen(self.app):
            for key in keys:
                self._send(key)
                await self._quiet()
        await self.settle()

    async def type(self, words: str) -> None:
        """Type words into whatever has the focus, as fast as anybody can."""
        for letter in words:
            self._send("space" if letter == " " else letter)
        await self.settle()

    def _send(self, key: str) -> None:
        self.pressed += 1
        named = key if key.isalnum() or len(key) > 1 else _character_to_key(key)
        event = Key(named, key if len(key) == 1 else key_to_character(key))
        event.set_sender(self.app)
        self.app.post_message(event)

    async def settle(self) -> None:
        """Wait until nothing is under way: no message, no search, nothing put off for a moment;
        then paint it, once."""
        with unseen(self.app):
            while True:
                await self._quiet()
                at_work = [each for each in self.app.workers if each.group in ("search", "index")]
                if at_work:
                    await self.app.workers.wait_for_complete(at_work)
                elif not self._hurry():
                    break
        if screen := self._screen:
            screen._on_timer_update()
            screen._compositor_refresh()
            await self._quiet()

    async def _quiet(self) -> None:
        """Wait until all messages have arrived, and what they changed is laid out.

        Asked of the loop itself, which has nothing left to do then: to ask every widget in
        turn, as Textual does, takes longer than most keys.
        """
        loop: Any = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(0)
            if not loop._ready:
                await self.app.animator.wait_until_complete()
                if not loop._ready and not self._lay_out():
                    return

    @property
    def _screen(self) -> Any:
        """The screen that is shown; none where the explorer is being left."""
        screen = self.app.screen_stack[-1] if self.app.screen_stack else None
        return screen if screen and screen.is_running and not self.app._exit else None

    def _lay_out(self) -> bool:
        """Do what waits for the next frame; whether there was any."""
        screen = self._screen
        if not screen:
            return False
        waiting = bool(screen._callbacks)
        if not self.app._batch_count:
            waiting |= screen._layout_required or screen._scroll_required
            waiting |= screen._recompose_required
        if waiting:
            screen._on_timer_update()
        return waiting

    def _hurry(self) -> bool:
        """Do now what the explorer has put off for a moment; whether there was any."""
        loop: Any = asyncio.get_running_loop()
        soon = loop.time() + A_MOMENT
        due = [
            timer
            for timer in loop._scheduled
            if not timer.cancelled()
            and timer.when() < soon
            and timer._callback is not vars(futures)["_set_result_unless_cancelled"]
        ]
        for timer in due:
            callback, words = timer._callback, timer._args
            timer.cancel()
            callback(*words)
        return bool(due)

    async def arrive(self) -> None:
        """Wait until the corpus has arrived."""
        while self.main.view == "waiting":
            await self.pilot.pause()
        await self.settle()

    async def clear_notices(self) -> None:
        """Take away notices, which go by the clock, whatever is shown below them."""
        self.app.clear_notifications()
        await self.settle()

    @property
    def main(self) -> MainScreen:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def pane(self) -> Pane:
        """The tab that is shown."""
        return self.main.query_one(f"#{self.main.view}", Pane)

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def seen(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.lines)

    @property
    def card(self) -> str:
        """The whole detail, what is scrolled out of sight too."""
        return page_text(self.main.query_one(f"#{self.main.view}").query_one(RecordPage))

    @property
    def listed(self) -> tuple[str, ...]:
        """The ids in the list."""
        return tuple(str(target) for target in self.pane.listing.targets)


def page_text(page: RowList) -> str:
    """All lines of a page."""
    return "\n".join(
        "".join(segment.text for segment in strip).rstrip()
        for index in range(len(page._rows))
        for strip in page._strips_of(index)
    )


@asynccontextmanager
async def exploring(
    corpus: Corpus | None = None,
    size: tuple[int, int] = MIDDLE,
    open_id: str | None = None,
    tab: str | None = None,
    encoding: str = "utf-8",
    goes_on: bool = False,
    makes_ready: bool = False,
    keeper: Keeper | None = None,
) -> AsyncIterator[Journey]:
    """An explorer over a corpus that has arrived; at the Timeline, where nothing else is said."""
    shown = sample_corpus() if corpus is None else corpus
    app = Explorer(
        lambda _say: shown,
        open_id=open_id,
        tab=tab or (None if open_id else "timeline"),
        encoding=encoding,
        goes_on=goes_on,
        makes_ready=makes_ready,
        keeper=keeper,
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        journey = Journey(app, pilot)
        await app.workers.wait_for_complete()
        await journey.settle()
        yield journey
