"""One key after another: what is typed ahead goes to who has the focus by then.

Textual sends every key at once to whoever has the focus. A key that leads elsewhere, to
another tab or a dialog, does so by messages that are still under way when the next one
comes, which is then lost or goes astray. Here that one waits until those have arrived. So does
a key for which there is nothing to act on yet.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import Any

from textual import events, on
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.widgets import Input

STAY = ("move", "page", "end", "cursor", "delete")
"""How the actions begin after which the focus is where it was."""

ROUNDS = 3
"""How often what leads elsewhere is handed on: by a widget to its view, by this to the screen,
which goes there."""

PATIENCE = 0.25
"""Seconds after which it is looked whether what follows a key has gone with a widget."""

LOOKS = 8
"""How often it is looked; then what follows the key is lost, wherever it went."""


class KeySettled(Message):
    """Follows a key through all who may answer it: when it arrives, they have."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        """Which one it is: one that comes late, or twice, says nothing of the keys after it."""


class OrderedInput(App[None]):
    """An app in which nothing that is typed is lost."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._early: deque[events.Key | events.Paste] = deque()
        self._before = ""
        """The key that was sent last."""
        self._rounds = 0
        """How often something has yet to follow it before it is answered; 0 when it is."""
        self._settled = True
        """Whether all that it asks for has arrived too."""
        self._followers = 0
        """How many have followed a key; the last of them is waited for."""
        self._looking: asyncio.TimerHandle | None = None

    @property
    def typing(self) -> bool:
        """Whether something that was typed is still under way."""
        return bool(self._rounds or self._typed)

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self.too_early(event):
            self._early.append(event)
        elif self._rounds:
            self._typed.append(event)
        else:
            await self._send(event)

    def too_early(self, event: events.Key | events.Paste) -> bool:
        """Whether what is typed has nothing to act on yet, and waits until ``send_early``."""
        return False

    async def send_early(self) -> None:
        """Send what has waited for something to act on."""
        if not self._early:
            return
        self._typed.extend(self._early)
        self._early.clear()
        if not self._rounds:
            await self._send(self._typed.popleft())

    def forget_early(self) -> None:
        """Drop what waits for something to act on, where there will be nothing."""
        self._early.clear()

    async def run_action(
        self,
        action: Any,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        done = await super().run_action(action, default_namespace, namespaces)
        if done and self._rounds and not str(action).startswith(STAY):
            self._settle()
        return done

    def _settle(self) -> None:
        """Let the next key wait until all that is asked for has arrived."""
        self._rounds = 1 + ROUNDS
        self._settled = True

    async def _send(self, event: events.Key | events.Paste) -> None:
        self._before = event.key if isinstance(event, events.Key) else ""
        self._rounds = 1
        self._settled = False
        try:
            await super().on_event(event)
        finally:
            self._follow()

    def _follow(self) -> None:
        """Send something after the key that went before, while there is a screen."""
        if not self.screen_stack:
            return
        to = self.focused or self.screen
        self._followers += 1
        number = self._followers
        loop = asyncio.get_running_loop()

        def look(left: int) -> None:
            if left and to.is_attached and to.is_running:
                self._looking = loop.call_later(PATIENCE, look, left - 1)
            else:
                self.post_message(KeySettled(number))

        self._stop_looking()
        self._looking = loop.call_later(PATIENCE, look, LOOKS - 1)
        if not to.post_message(KeySettled(number)):
            self.post_message(KeySettled(number))

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    @on(KeySettled)
    async def go_on(self, event: KeySettled) -> None:
        """Send the next key, when nothing is under way any more."""
        if event.number != self._followers or not self._rounds:
            return
        self._rounds = max(0, self._rounds - 1)
        if not self._rounds and self._typed and not self._settled and not self._rides():
            self._settle()
        if self._rounds:
            self._follow()
            return
        self._stop_looking()
        if self._typed:
            await self._send(self._typed.popleft())

    def _rides(self) -> bool:
        """Whether the next key does not care what comes of the one before: of a fast ride
        through a list, or of letters in a field, only the last stop counts."""
        after = self._typed[0]
        if not isinstance(after, events.Key):
            return False
        letters = after.is_printable and isinstance(self.focused, Input)
        return letters or after.key == self._before
