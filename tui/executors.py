"""Work that is given away: to an executor that somebody names, or to processes of this machine.

Whichever it is, what comes of the batches is told in their order, and a batch that an executor
loses is worked on here.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from tui.processes import exit_with_parent, kill_children, signals_blocked

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

B = TypeVar("B")
R = TypeVar("R")

AHEAD = 256
"""Batches in the hands of an executor that does not say how many it works on at once: two for
each of a hundred machines. They and what comes of them are held in memory."""


class Refusal(Exception):
    """Somebody who is given work must not do it; the message says why, and all work ends."""


def cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # no Linux
        return os.cpu_count() or 1


@contextlib.contextmanager
def process_pool(processes: int) -> Iterator[Executor]:
    """An executor of so many processes, which are killed when what is done with it fails."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Other threads may be running, with which a fork does not go well: a process is begun
    # anew on every platform.
    # While the explorer draws, what stands for the standard error is no file that one of
    # the processes could be given.
    with signals_blocked(), contextlib.redirect_stderr(sys.__stderr__):
        pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer=exit_with_parent)
    try:
        yield pool
    except BaseException:
        # Nobody waits for what they are doing.
        kill_children()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def results(
    executor: Executor,
    work: Callable[[B], R],
    batches: Iterable[B],
    ahead: int,
    lost: Callable[[B], None],
) -> Generator[R, None, None]:
    """What comes of each batch, in the order of the batches, ``ahead`` of which are given away
    at once. ``lost`` is told of each that the executor loses: its worker has died, or nobody
    answers any more. Such a batch is worked on here. Refusal where that is raised by the work."""
    waiting: deque[tuple[B, Future[R] | None]] = deque()

    def result(batch: B, future: Future[R] | None) -> R:
        try:
            if future is not None:
                return future.result()
        except Refusal:
            raise
        except Exception:  # noqa: BLE001, S110 - if it is the work's, it comes again
            pass
        lost(batch)
        return work(batch)

    try:
        for batch in batches:
            waiting.append((batch, _given(executor, work, batch)))
            # So many wait that nobody is idle, and no more: they are held in memory.
            if len(waiting) > ahead:
                yield result(*waiting.popleft())
        while waiting:
            yield result(*waiting.popleft())
    finally:
        for _batch, future in waiting:
            if future is not None:
                future.cancel()


def _given(executor: Executor, work: Callable[[B], R], batch: B) -> Future[R] | None:
    """A batch in the hands of an executor; None when that takes nothing any more."""
    try:
        with signals_blocked():
            return executor.submit(work, batch)
    except (RuntimeError, OSError):  # BrokenExecutor is the first of these
        return None
