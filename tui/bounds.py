"""Bounds for work on input that may be hostile: processor time, and memory.

There are two. :func:`within` does the work in the calling thread. That costs next to nothing,
but a single call into C is not interrupted: a regular expression that never ends, for example.
:func:`bounded` does it in a process of its own, which the kernel ends wherever it is. That
bounds memory too, and a crash of the work is no crash of the program. It costs the start of a
process, and what goes in and comes out is copied.

Both count processor time, so that a busy machine does not fail work that is in order.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from tui.processes import ALSO_ENDED, signals_blocked

if TYPE_CHECKING:
    from subprocess import Popen


P = ParamSpec("P")
T = TypeVar("T")


class OutOfBounds(Exception):
    """Work was given up. The message says why, as what its subject does: "takes more than
    20 s of computing"."""


class Ended(Exception):
    """The process that did the work was ended on purpose: this program is about to end."""


def _too_long(seconds: float) -> str:
    shown = f"{seconds:,.0f}" if seconds >= 1 else f"{seconds:g}"
    return f"takes more than {shown} s of computing"


# ------------------------------------------------------------------------- in this thread


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
        raise OutOfBounds(_too_long(seconds)) from None


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


# ----------------------------------------------------------------- in a process of its own

IDLE = 5
"""Seconds without work after which the process ends by itself: an explorer that stays open
for hours does not keep the memory of what its pages were read with."""

WAITS = 30
"""Seconds by the clock that are waited for each second of processor time. Only a process that
does not get to run takes longer."""

_LENGTH = 8
"""Bytes that say how long a message is."""

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
        begin = f"import sys; sys.path[:] = {sys.path!a}; from tui.bounds import serve; serve()"
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

        left = memoryview(len(message).to_bytes(_LENGTH, "big") + message)
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
                if len(answer) >= _LENGTH + int.from_bytes(answer[:_LENGTH], "big"):
                    return bytes(answer[_LENGTH:])
        self.close()
        raise _Failed("does not end", final=True)

    def _failure(self, seconds: float) -> Exception:
        """Why the process has ended without an answer."""
        code = self.close(patience=5)
        if self._ended:
            return Ended()
        if code == -signal.SIGPROF:
            return _Failed(_too_long(seconds), final=True)
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
    """This process is a copy: the threads and processes of the other are not its own."""
    global _at_work, _one_at_a_time, _watching
    _watching = False
    _stretches.clear()
    _one_at_a_time = threading.Lock()
    if _at_work:
        _at_work.forget()
        _at_work = None


ALSO_ENDED.append(_end)
atexit.register(_end)
os.register_at_fork(after_in_child=_forget)

# ------------------------------------------------------------- what that process itself does


def serve() -> None:
    """Do what is asked for until nobody asks any more. Begun by :class:`_Worker` alone."""
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
        length = int.from_bytes(_received(_LENGTH), "big")
        work, given, seconds, memory = pickle.loads(_received(length))  # noqa: S301 - our own
        answer = pickle.dumps(_done(work, given, seconds, memory), pickle.HIGHEST_PROTOCOL)
        left = memoryview(len(answer).to_bytes(_LENGTH, "big") + answer)
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
