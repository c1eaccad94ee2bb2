"""How far a build is and how long it still takes, where somebody waits for it."""

from __future__ import annotations

import contextlib
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator

Show = Callable[[str, float], None]
"""Is told how far a build is, in words and as a share of its time, from 0 to 1."""

RECENT = 20.0
"""Seconds whose pace tells how long the rest takes: what was kept from before takes no time."""

SURE, ENOUGH = 2.0, 64
"""Seconds and articles after which anything is said of that: they come by the batch, and the
first not before the processes that read them have begun."""

TOGETHER = 0.15
"""How long it takes to put an article together with the others, as a share of the time that
it takes to read it, until that is measured: of invented news, with two cores."""


class Estimate:
    """How long a build still takes, by the time that its parts took. All times are seconds."""

    def __init__(self, begun: float) -> None:
        self._begun = begun
        self._read = deque[tuple[float, int]]()
        self._together: float | None = None
        """Seconds an article."""

    def part(self, articles: int, seconds: float) -> None:
        """So many articles took so long to be put together and shown, just now."""
        self._together = seconds / articles
        # Nothing was read meanwhile.
        self._read = deque((at + seconds, done) for at, done in self._read)

    def left(self, now: float, done: int, total: int) -> float | None:
        """The time that is left when so many articles of so many are read; None when that
        cannot be told yet."""
        if done:
            self._read.append((now, done))
        if len(self._read) < 2:
            return None
        before, had = self._read[0]
        if now - before < SURE or (done - had < ENOUGH and now - before < RECENT):
            return None
        while self._read[1][0] <= now - RECENT and done - self._read[1][1] >= ENOUGH:
            self._read.popleft()
        before, had = self._read[0]
        pace = (now - before) / (done - had)
        together = TOGETHER * pace if self._together is None else self._together
        return (total - done) * pace + total * together

    def share(self, now: float, left: float | None) -> float:
        """The share of the whole time that is over, with so much left."""
        over = now - self._begun
        return over / (over + left) if left is not None and over + left else 0.0


def in_words(left: float | None) -> str:
    """Seconds that are left, as far as they are known: ", about 3 min left"."""
    if left is None or left < 1:
        return ""
    if left < 10:
        return ", some seconds left"
    if left < 90:
        return f", about {5 * round(left / 5)} s left"
    if left < 90 * 60:
        return f", about {round(left / 60)} min left"
    return f", about {round(left / 3600)} h left"


class ProgressLine:
    """Is told how many articles of how many are read, and shows it where that takes a while."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._begun = self.shown = time.monotonic()
        self.estimate = Estimate(self._begun)

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        left = self.estimate.left(now, done, total)
        if now - self._begun > 0.5 and (now - self.shown > 0.1 or done == total):
            self.shown = now
            told = f"reading {done:,} of {total:,}"
            if done == total:
                told = f"putting together what {total:,} articles say"
            self._show(told + in_words(left), self.estimate.share(now, left))

    @property
    def anything(self) -> bool:
        """Whether anything was shown."""
        return self.shown > self._begun


@contextlib.contextmanager
def counted(show: Show | None = None, *, plain: bool = False) -> Iterator[ProgressLine | None]:
    """What is to be told how far a build is; it is shown in a line of the terminal where
    nothing else is given to show it and the reader has not asked for ``plain`` text."""
    if show is not None:
        yield ProgressLine(show)
        return
    if plain or not sys.stderr.isatty():
        yield None
        return

    def write(told: str, _share: float) -> None:
        sys.stderr.write(f"\r\x1b[K{told}")
        sys.stderr.flush()

    line = ProgressLine(write)
    try:
        yield line
    finally:
        if line.anything:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
