"""Work in a process of its own, which is ended where it takes more time or memory than it may."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Any

from tui.bounded_work import LENGTH
from tui.bounds import OutOfBounds, too_long
from tui.processes import ALSO_ENDED, signals_blocked

if TYPE_CHECKING:
    from subprocess import Popen


class Ended(Exception):
    """The process that did the work was ended on purpose: this program is about to end."""


WAITS = 30
"""Seconds by the clock that are waited for each second of processor time. Only a process that
does not get to run takes longer."""

_CLOSED = -1


def bounded(work: str, *given: Any, seconds: float, memory: int) -> Any:
    """What a function returns or raises, in a process of its own; OutOfBounds where it takes
    more than so much processor time, so many bytes of memory, or ends the process.

    ``work`` names the function as "package.module:function": this process does not import
    it. The import is not counted, so that the first work has as much time as any. The
    process is begun with the first work and does one after the other.
    """
    with _one_at_a_time:
        while True:
            worker, fresh = _worker()
            try:
                return worker.do((work, given, seconds, memory), seconds)
            except _Failed as failed:
                # One that has worked before may have ended for want of work, or its memory
                # may be in pieces.
                if fresh or failed.final:
                    raise OutOfBounds(str(failed)) from None


class _Failed(Exception):
    """A process has not done its work, and is gone; ``final`` where no other would."""

    def __init__(self, reason: str, *, final: bool = False) -> None:
        super().__init__(reason)
        self.final = final


class _Worker:
    """The process, as the one sees it that begins it.

    Its standard input and output are the pipes to it: it has nothing of the terminal.
    """

    def __init__(self) -> None:
        from subprocess import DEVNULL, Popen

        # It finds modules where this process does, and never in the folder it happens to be in.
        begin = (
            f"import sys; sys.path[:] = {sys.path!a}; from tui.bounded_work import serve; serve()"
        )
        hears, self._sends = os.pipe()
        self._hears, sends = os.pipe()
        try:
            with signals_blocked():
                self._process: Popen[bytes] = Popen(  # noqa: S603 - this very Python
                    [sys.executable, "-P", "-c", begin], stdin=hears, stdout=sends, stderr=DEVNULL
                )
        except BaseException:
            self._close_pipes()
            raise
        finally:
            os.close(hears)
            os.close(sends)
        # Whatever the process does, to send it something never waits for longer than is told.
        os.set_blocking(self._sends, False)
        self._ended = False

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def do(self, task: tuple[Any, ...], seconds: float) -> Any:
        """What comes of a task, returned or raised."""
        import pickle

        message = pickle.dumps(task, pickle.HIGHEST_PROTOCOL)
        try:
            answer = self._answer(message, round(seconds * WAITS) + WAITS)
        except BaseException:
            self.end()
            raise
        if not answer:
            raise self._failure(seconds)
        # Written by our own process.
        kind, value = pickle.loads(answer)  # noqa: S301
        if kind == "memory":
            self.close()
            raise _Failed(f"takes more than {value / 1e6:,.0f} MB of memory")
        if kind == "raised":
            raise value
        return value

    def _answer(self, message: bytes, waits: int) -> bytes:
        """Send a message and wait for its answer; b"" where the process ends before it.

        Seconds are counted one by one, not by the clock: a program that is suspended, or a
        machine that sleeps, does not use up the patience.
        """
        import select

        left = memoryview(len(message).to_bytes(LENGTH, "big") + message)
        answer = bytearray()
        poll = select.poll()
        poll.register(self._sends, select.POLLOUT)
        poll.register(self._hears, select.POLLIN)
        while waits > 0:
            ready = dict(poll.poll(1000))
            waits -= not ready
            if left and self._sends in ready:
                try:
                    left = left[os.write(self._sends, left) :]
                except BrokenPipeError:
                    return b""
                if not left:
                    poll.unregister(self._sends)
            if self._hears in ready:
                part = os.read(self._hears, 1 << 20)
                if not part:
                    return b""
                answer += part
                if len(answer) >= LENGTH + int.from_bytes(answer[:LENGTH], "big"):
                    return bytes(answer[LENGTH:])
        self.close()
        raise _Failed("does not end", final=True)

    def _failure(self, seconds: float) -> Exception:
        """Why the process has ended without an answer."""
        code = self.close(patience=5)
        if self._ended:
            return Ended()
        if code == -signal.SIGPROF:
            return _Failed(too_long(seconds), final=True)
        how = signal.Signals(-code).name if code < 0 else f"exit status {code}"
        return _Failed(f"ends the process that does it ({how})")

    def close(self, patience: float = 0) -> int:
        """Have the process end, by itself if it does so soon; how it did."""
        from subprocess import TimeoutExpired

        self._close_pipes()
        with contextlib.suppress(TimeoutExpired):
            return self._process.wait(patience)
        self._process.kill()
        return self._process.wait()

    def _close_pipes(self) -> None:
        for pipe in {self._sends, self._hears} - {_CLOSED}:
            os.close(pipe)
        # The numbers may be those of other files from now on.
        self._sends = self._hears = _CLOSED

    def end(self) -> None:
        """End the process from any thread; whoever waits for its work gets Ended."""
        self._ended = True
        self._process.kill()
        self._process.wait()

    def forget(self) -> None:
        """In a copy of the process that has begun it: it is not this one's."""
        self._close_pipes()
        self._process.returncode = 0


_one_at_a_time = threading.Lock()
_at_work: _Worker | None = None


def _worker() -> tuple[_Worker, bool]:
    """The process that does the work, and whether it is begun now."""
    global _at_work
    if _at_work and _at_work.alive:
        return _at_work, False
    if _at_work:
        _at_work.close()
    try:
        _at_work = _Worker()
    except OSError as error:
        raise OutOfBounds(f"needs a process: {error.strerror or error}") from error
    return _at_work, True


def _end() -> None:
    if _at_work:
        _at_work.end()


def _forget() -> None:
    """This process is a copy: the processes of the other are not its own."""
    global _at_work, _one_at_a_time
    _one_at_a_time = threading.Lock()
    if _at_work:
        _at_work.forget()
        _at_work = None


ALSO_ENDED.append(_end)
atexit.register(_end)
os.register_at_fork(after_in_child=_forget)
