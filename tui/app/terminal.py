"""The terminal is given back, however the explorer is told to go.

Textual gives it back when it is quit. A signal from outside would end the program with the
other screen shown, the cursor hidden and the mouse reported; here it makes the explorer
leave, and where that hangs, the terminal is given back over its head. A terminal that is gone
ends it too: where its signal is ignored, as under ``nohup``, Textual would read the end of
its input again and again.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
import termios
import threading
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from tui.signals import signal_handlers

PATIENCE = 2.0
"""Seconds in which the explorer leaves by itself, or is made to."""

GIVE_BACK = (
    b"\x1b[?2004l\x1b[?7h"  # pasting as usual, lines that wrap
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"  # no mouse
    b"\x1b[<u\x1b[?1004l"  # keys as usual, no reports of the focus
    b"\x1b[?1049l\x1b[?25h"  # the screen of before, the cursor
)


@contextlib.contextmanager
def restored_on_exit(leave: Callable[[int], None]) -> Iterator[None]:
    """Call ``leave`` with an exit code when a signal asks the program to end, or the terminal
    is gone."""
    modes = _modes()

    def insist(number: int) -> None:
        with contextlib.suppress(OSError, ValueError, termios.error):
            os.write(sys.__stderr__.fileno(), GIVE_BACK)  # type: ignore[union-attr]
            if modes is not None:
                termios.tcsetattr(sys.__stdin__.fileno(), termios.TCSANOW, modes)  # type: ignore[union-attr]
        os._exit(128 + number)

    def asked(number: int, _frame: FrameType | None = None) -> None:
        later = threading.Timer(PATIENCE, insist, [number])
        later.daemon = True
        later.start()
        leave(128 + number)

    left = threading.Event()

    def watch() -> None:
        if _hangs_up() and not left.is_set():
            asked(signal.SIGHUP)

    threading.Thread(target=watch, daemon=True).start()
    with signal_handlers(asked):
        yield
    left.set()


def _hangs_up() -> bool:
    """Wait, which costs nothing, until the terminal is gone; False where there is none."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        number = sys.__stdin__.fileno()  # type: ignore[union-attr]
        if os.isatty(number):
            gone = select.poll()
            gone.register(number, select.POLLHUP)
            return any(events & select.POLLHUP for _, events in gone.poll())
    return False


def _modes() -> Any:
    with contextlib.suppress(OSError, ValueError, AttributeError, termios.error):
        return termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]
    return None


def colour_system() -> str | None:
    """How many colours the terminal has, as Rich calls it: truecolor, 256, or standard for
    sixteen."""
    from rich.console import Console
    from textual import constants

    # A page that is drawn into says so itself.
    said = constants.COLOR_SYSTEM
    return said if said != "auto" else Console(force_terminal=True).color_system
