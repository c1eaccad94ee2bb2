"""What need not follow every letter: it follows when the reader pauses."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from textual.widget import Widget

PAUSE = 0.12
"""Seconds without a letter after which the reader pauses: most letters come sooner after
one another, and nobody sees that something else waited for so long."""

MOST = 0.3
"""Seconds after which what waits is done while letters still come: nothing that the letters
before have left stands longer on the screen."""


class Debouncer:
    """Something to do when the reader pauses, however often it is asked for until then."""

    def __init__(self, owner: Widget, do: Callable[[], None]) -> None:
        self._owner = owner
        self._do = do
        self._timer: asyncio.TimerHandle | None = None
        self._since = 0.0
        self.over = asyncio.Event()
        """Set while nothing waits to be done."""
        self.over.set()

    def ask(self) -> None:
        """Do it when the reader pauses from now on."""
        if self._timer is None:
            self._since = monotonic()
        elif monotonic() - self._since > MOST:
            return
        else:
            self._timer.cancel()
        self.over.clear()
        # A timer of Textual's that begins late, on a machine that is busy, never comes.
        self._timer = asyncio.get_running_loop().call_later(PAUSE, self._pause)

    def hold(self) -> None:
        """A letter has come: what waits waits for the pause after it."""
        if self._timer is not None:
            self.ask()

    def _pause(self) -> None:
        # What fails in a message of its owner is told as all else that fails there.
        self._owner.call_later(self.end)

    def end(self) -> None:
        """Do it now, where it waits to be done."""
        if self._timer is not None:
            self.forget()
            self._do()

    def forget(self) -> None:
        """Do it no more: it is done, or there is nothing to do."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self.over.set()
