"""Guards around parts of Textual that raise: whatever comes in, the explorer goes on.

Each leans on Textual's insides. Its parser of escape sequences raises on malformed reports, and
takes an escape in pasted text for a key; its palette raises on a page key where the window has
no room for a list. ``tests/app/test_textual_guards.py`` fails, and says so, with a version of
Textual in which these are others.
"""

from __future__ import annotations

import contextlib
import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Generator, Iterator
from time import monotonic

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.command import CommandList, CommandPalette
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

UNDECODABLE = "\ufffd"
"""What stands for bytes that are no UTF-8. No key is called so, and none is pressed."""

WIDEST, HIGHEST = 2_000, 1_000
"""Cells of the largest screen. A report of a larger one, or of a mouse beyond it, is noise."""

UNFINISHED = 2.0
"""Seconds after which a paste without an end has ended."""


class GuardedParser(XTermParser):
    """Makes messages of what a terminal sends, and goes on behind what it cannot read."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasted: str | None = None
        """What has been pasted so far, while a paste goes on."""
        self._pasted_at = 0.0
        self._last = ""
        """The last characters that were no paste: its beginning may be among them."""

    def feed(self, data: str) -> Iterator[Message]:
        """The messages of some characters; an empty text is the end."""
        if not data:
            yield from super().feed(data)
            return
        while data:
            if self._pasted is None:
                data = yield from self._outside(data)
            else:
                data = yield from self._inside(data)

    def tick(self) -> Iterator[Message]:
        """The messages of keys that were waited for, or of a paste that has no end."""
        if self._pasted is not None and monotonic() - self._pasted_at > UNFINISHED:
            yield self._paste(self._pasted)
        try:
            yield from filter(_sensible, super().tick())
        except Exception:  # noqa: BLE001 - as below
            self._begin_anew()

    def _outside(self, data: str) -> Generator[Message, None, str]:
        """Read up to where a paste begins; what stands behind that."""
        opens = (self._last + data).find(BRACKETED_PASTE_START)
        if opens < 0:
            self._last = (self._last + data)[1 - len(BRACKETED_PASTE_START) :]
            yield from self._guarded(data)
            return ""
        end = opens + len(BRACKETED_PASTE_START) - len(self._last)
        yield from self._guarded(data[: max(0, end - len(BRACKETED_PASTE_START))])
        self._begin_anew()
        self._last, self._pasted, self._pasted_at = "", "", monotonic()
        return data[end:]

    def _inside(self, data: str) -> Generator[Message, None, str]:
        """Read up to the end of a paste: the last one, where pasted text has such signs."""
        text = (self._pasted or "") + data
        self._pasted, self._pasted_at = text, monotonic()
        ends = text.find(BRACKETED_PASTE_END)
        if ends < 0:
            return ""
        begins = text.find(BRACKETED_PASTE_START, ends)
        ends = text.rfind(BRACKETED_PASTE_END, 0, begins if begins >= 0 else len(text))
        yield self._paste(text[:ends])
        return text[ends + len(BRACKETED_PASTE_END) :]

    def _paste(self, text: str) -> events.Paste:
        self._pasted = None
        return events.Paste(text.replace("\0", ""))

    def _guarded(self, data: str) -> Iterator[Message]:
        for character in data:
            try:
                yield from filter(_sensible, super().feed(character))
            except Exception:  # noqa: BLE001 - whatever the parser cannot read is no key
                self._begin_anew()

    def _begin_anew(self) -> None:
        """Forget the sequence that was being read."""
        self._tokens.clear()
        self._gen = self.parse(self._tokens.append)
        self._awaiting = next(self._gen)
        self._timeout_time = None


def _sensible(message: Message) -> bool:
    """Whether a report is one that a terminal may send."""
    if isinstance(message, events.Resize):
        return 0 < message.size.width <= WIDEST and 0 < message.size.height <= HIGHEST
    if isinstance(message, events.MouseEvent):
        return message.x <= WIDEST and message.y <= HIGHEST
    return True


class GuardedPalette(CommandPalette):
    """Textual's palette, which a window without room for its list does not end."""

    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList).scrollable_content_region.height:
            super()._action_command_list(action)


class GuardedDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, with the guarded parser and decoder."""

    def run_input_thread(self) -> None:
        """Read what the terminal sends until the application ends."""
        parser = GuardedParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                data = b""
                if selector.select(0.1):
                    with contextlib.suppress(OSError):
                        data = os.read(self.fileno, 4096)
                    if not data:
                        # The terminal is gone, which ends the explorer elsewhere.
                        self.exit_event.wait(0.1)
                letters = decode(data).replace(UNDECODABLE, "")
                for message in parser.feed(letters) if letters else ():
                    self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
