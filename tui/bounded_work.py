"""What a process itself does that is begun for work within bounds.

:mod:`tui.bounded_process` begins it, sends it one work after the other, and waits for what comes
of each.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

IDLE = 5
"""Seconds without work after which the process ends by itself: an explorer that stays open
for hours does not keep the memory of what its pages were read with."""

LENGTH = 8
"""Bytes that say how long a message is."""


def serve() -> None:
    """Do what is asked for until nobody asks any more; begun by the other process alone."""
    import pickle
    import resource
    import select

    # Whatever the work prints is lost, and does not come between the answers.
    sends = os.dup(1)
    os.dup2(2, 1)
    for number in (signal.SIGPROF, signal.SIGIO):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGPROF, signal.SIGIO))
    _limit(resource.RLIMIT_CORE, 0)
    asked = select.poll()
    asked.register(0, select.POLLIN)
    while asked.poll(IDLE * 1000):
        length = int.from_bytes(_received(LENGTH), "big")
        work, given, seconds, memory = pickle.loads(_received(length))  # noqa: S301 - our own
        answer = pickle.dumps(_done(work, given, seconds, memory), pickle.HIGHEST_PROTOCOL)
        left = memoryview(len(answer).to_bytes(LENGTH, "big") + answer)
        while left:
            left = left[os.write(sends, left) :]
    os._exit(0)


def _received(length: int) -> bytes:
    """So many bytes of what is sent; where the other end is closed, this process ends."""
    found = bytearray()
    while len(found) < length:
        part = os.read(0, length - len(found))
        if not part:
            os._exit(0)
        found += part
    return bytes(found)


def _done(work: str, given: tuple[Any, ...], seconds: float, memory: int) -> tuple[str, Any]:
    """What comes of a work: "returned", "raised" or "memory", and what."""
    import resource
    from importlib import import_module

    module, _, name = work.partition(":")
    try:
        function = getattr(import_module(module), name)
        _limit(resource.RLIMIT_AS, memory)
        with _until_nobody_waits(), _ended_after(seconds):
            value = function(*given)
        if _highest() > 0.9 * memory:
            # Some libraries go on with a part where memory was short.
            raise MemoryError
    except MemoryError:
        return "memory", memory
    except Exception as error:  # noqa: BLE001 - whoever asked decides
        return "raised", error
    return "returned", value


@contextlib.contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """The kernel ends this process, wherever it is, after so much processor time."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@contextlib.contextmanager
def _until_nobody_waits() -> Iterator[None]:
    """The kernel ends this process as soon as the one that waits for it is gone.

    Nothing is sent while the work goes on: what happens to the pipe is its end. Where that
    raises no signal (macOS) the process goes on until its time is over.
    """
    import fcntl

    flags = fcntl.fcntl(0, fcntl.F_GETFL)
    fcntl.fcntl(0, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(0, fcntl.F_SETFL, flags | os.O_ASYNC)
    try:
        yield
    finally:
        fcntl.fcntl(0, fcntl.F_SETFL, flags)


def _limit(which: int, most: int) -> None:
    """Set a limit of this process, as far as the system knows it and allows it."""
    import resource

    with contextlib.suppress(OSError, ValueError):
        _, highest = resource.getrlimit(which)
        if highest != resource.RLIM_INFINITY:
            most = min(most, highest)
        resource.setrlimit(which, (most, highest))


def _highest() -> int:
    """The most memory that this process has had, in bytes; 0 where the system does not say."""
    with contextlib.suppress(OSError, StopIteration), Path("/proc/self/status").open() as status:
        line = next(each for each in status if each.startswith("VmPeak:"))
        return 1024 * int(line.split()[1])
    return 0
