"""Bounds for work on input that may be hostile: processor time, and memory.

There are two. :func:`within` does the work in the calling thread. That costs next to nothing,
but a single call into C is not interrupted: a regular expression that never ends, for example.
:func:`tui.bounded_process.bounded` does it in a process of its own, which the kernel ends
wherever it is. That bounds memory too, and a crash of the work is no crash of the program. It
costs the start of a process, and what goes in and comes out is copied.

Both count processor time, so that a busy machine does not fail work that is in order.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class OutOfBounds(Exception):
    """Work was given up. The message says why, as what its subject does: "takes more than
    20 s of computing"."""


def too_long(seconds: float) -> str:
    """The message of work that takes longer."""
    shown = f"{seconds:,.0f}" if seconds >= 1 else f"{seconds:g}"
    return f"takes more than {shown} s of computing"


class _TooLong(BaseException):
    """Raised in the thread whose time is over. No ``except Exception`` on its way stops it."""


TICK = 0.1
"""Seconds between two looks at the time of those who compute."""


def within(seconds: float, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """What a function returns or raises, in this thread, whichever it is; OutOfBounds where it
    takes more than so much processor time.

    It is ended between two steps of Python, wherever these are. So it must hold no lock
    that others need, and leave no value that others use half changed.
    """
    stretch = _Stretch(seconds)
    try:
        try:
            stretch.begin()
            return work(*given, **named)
        finally:
            stretch.end()
    except _TooLong:
        # It may have come in the middle of ``end``. It comes once.
        stretch.end()
        raise OutOfBounds(too_long(seconds)) from None


class _Stretch:
    """A stretch of a thread's work that is watched.

    Another thread asks for the time, so that no loop of the work can forget to.
    """

    def __init__(self, seconds: float) -> None:
        self._thread = threading.get_ident()
        self._now = _clock_of(self._thread)
        self._until = self._now() + seconds
        self._lock = threading.Lock()
        self._over = self._raised = False

    def begin(self) -> None:
        _stretches.add(self)
        if not _watching:
            threading.Thread(target=_watch, daemon=True).start()

    def end(self) -> None:
        with self._lock:
            self._over = True
            if self._raised:
                # Where it has not come yet, it is too late: the work is done.
                _raise_in(self._thread, None)
        _stretches.discard(self)

    def look(self) -> None:
        """End the work if its time is over."""
        with self._lock:
            if not self._over and not self._raised and self._now() >= self._until:
                self._raised = True
                _raise_in(self._thread, _TooLong)


_stretches: set[_Stretch] = set()
_watching = False


def _watch() -> None:
    """Look at each stretch again and again, until there has been none for a tick.

    To begin a thread for each stretch would take longer than it takes to read a short text.
    """
    global _watching
    while True:
        _watching = True
        time.sleep(TICK)
        for each in tuple(_stretches):
            each.look()
        # Whoever begins from here on begins a watch, or is seen by this one.
        _watching = False
        if not _stretches:
            return


def _clock_of(thread: int) -> Callable[[], float]:
    """The processor time of a thread, for others to read; of the whole process where the
    system has no such clock (macOS)."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.process_time
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Have a thread raise an exception as soon as it runs Python; None takes that back."""
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread), None if error is None else ctypes.py_object(error)
    )


def _forget() -> None:
    """This process is a copy: the threads of the other are not its own."""
    global _watching
    _watching = False
    _stretches.clear()


os.register_at_fork(after_in_child=_forget)
