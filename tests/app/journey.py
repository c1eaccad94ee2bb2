"""How a test explores: keys in, and what stands on the screen out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual.pilot import Pilot

from tests.samples import sample_corpus
from tui.app.dialogs.search_all import SearchAll
from tui.app.explorer import Explorer
from tui.app.main_screen import MainScreen
from tui.app.panes.pane import Pane
from tui.app.widgets.record_page import RecordPage
from tui.app.widgets.row_list import RowList
from tui.corpus import Corpus
from tui.notes import Keeper

MIDDLE = (120, 40)


@dataclass
class Journey:
    """A reader at the keyboard."""

    app: Explorer
    pilot: Pilot[None]
    pressed: int = 0
    """Keys that were pressed so far."""

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all that follows from them has happened."""
        for key in keys:
            self.pressed += 1
            await self.pilot.press(key)
            await self.pilot.pause()
        await self.settle()

    async def type(self, words: str) -> None:
        """Type words into whatever has the focus."""
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def settle(self) -> None:
        """Wait for the messages that messages sent."""
        for _ in range(3):
            await self.pilot.pause()
            at_work = [each for each in self.app.workers if each.group in ("search", "index")]
            if at_work:
                await self.app.workers.wait_for_complete(at_work)
                await self.pilot.pause()
            for part in (self.app.screen, *self.main.query(Pane)):
                if isinstance(part, Pane | SearchAll) and not part.lull.over.is_set():
                    await part.lull.over.wait()
                    await self.pilot.pause()

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
