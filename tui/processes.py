"""Processes that help this one. They hear no signal: this one does, and ends them."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import Any

Say = Callable[[Any], None]
"""Is told whatever one process can send to another."""

ALSO_ENDED: list[Callable[[], None]] = []
"""What else ends helpers of this process, of kinds that are known elsewhere."""


class BackgroundBuild:
    """Work that a process of its own does ahead of this one, which will do it again: where
    something has come of it already, in no time.

    It is begun before this process has any other thread, with which a fork does not go well.
    Whatever goes wrong with it is not told: it goes wrong again, and is told then.
    """

    def __init__(self, work: Callable[[Say], object]) -> None:
        # Imported by those alone who have work to give away.
        from multiprocessing import get_context

        forked = get_context("fork")
        self._said, telling = forked.Pipe(duplex=False)
        with signals_blocked():
            self._process = forked.Process(target=_do, args=(work, telling.send))
            self._process.start()
        telling.close()

    def wait(self, say: Say) -> bool:
        """Wait until the process has ended, and say what it says; False if it was killed."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                say(self._said.recv())
        self._process.join()
        return (self._process.exitcode or 0) >= 0


def _do(work: Callable[[Say], object], say: Say) -> None:
    exit_with_parent()
    # The terminal belongs to who has begun this.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    with contextlib.suppress(Exception):
        work(say)


@contextlib.contextmanager
def signals_blocked() -> Iterator[None]:
    """A process that is begun here does not hear Ctrl+C, that it is to end or that the
    terminal is gone, from its first moment on: this one does, and ends it."""
    unheard = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, unheard)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def exit_with_parent() -> None:
    """What a process does first: see to it that it ends when who began it does."""
    from multiprocessing import parent_process
    from threading import Thread

    def watch() -> None:
        parent = parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def kill_children() -> None:
    """End the processes that this one has begun to help it, whatever they do."""
    for end in ALSO_ENDED:
        end()
    # Whoever has begun none has not imported it.
    if "multiprocessing" in sys.modules:
        from multiprocessing import active_children

        for child in active_children():
            child.kill()
