"""A program that is told to end ends in order: nothing that it began goes on without it."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGHUP)
"""What ends a program at once. Ctrl+C is an exception already."""


Heard = Callable[[int, FrameType | None], None]


@contextlib.contextmanager
def signal_handlers(asked: Heard) -> Iterator[None]:
    """Call ``asked`` when a signal asks the program to end; one that is ignored, as under
    ``nohup``, stays so. Only the main thread hears signals."""
    heard = [each for each in SIGNALS if signal.getsignal(each) != signal.SIG_IGN]
    before = {number: signal.signal(number, asked) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def exit_on_signal() -> Iterator[None]:
    """Leave by an exception where a signal would end the program on the spot, so that what is
    half done is undone: SystemExit with 128 and the signal's number, as a shell says it."""

    def asked(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    with signal_handlers(asked):
        yield
