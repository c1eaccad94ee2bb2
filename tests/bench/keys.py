"""How long a keystroke takes until its hits are painted, in a terminal of its own.

``python -m tests.bench.keys`` runs the explorer over a generated corpus behind a
pseudo-terminal, types queries letter by letter, and takes the time from each letter to the
last byte of the picture that has its hits (silence for a moment says that it was the last).
The card beside them follows when the typist pauses; it is waited for after the last letter
of a query. A letter is typed a moment after the one before (``--gap``), though never before
that one's hits are there. What is written is looked at only after that: reading a picture
takes as long as painting it. Where the system tells, it also takes the processor time that
the explorer needed, which a busy machine does not stretch.
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import termios
import time
from pathlib import Path
from typing import NamedTuple

import pyte

COLUMNS, LINES = 120, 40
QUIET = 0.02
"""Seconds of silence after which a picture is complete."""

GAP = 0.15
"""Seconds from one letter to the next, of somebody who types fast."""

PAUSE = 0.5
"""Seconds after which nothing more follows from a letter."""

IDLE = 50.0
"""Milliseconds of work in a second that are none to speak of."""

PATIENCE = 180.0

QUERIES = (
    "theft fraud",
    "vote",
    "speaker:ana election",
    "the result",
    '"election theft"',
    "party:river -vote",
    "date:2023-12 kosovo",
    "крађа",
    "elec* OR street",
    "zzz",
)


class Explored:
    """The explorer in a pseudo-terminal."""

    def __init__(self, command: list[str]) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.execve(command[0], command, {**os.environ, "TERM": "xterm-256color"})
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    @property
    def summary(self) -> str:
        """The line above the list."""
        return self._screen.display[1].strip()

    @property
    def worked(self) -> float:
        """Milliseconds of processor time that it has taken so far, in all its threads; 0
        where the system does not tell."""
        told = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in told) / 1e6

    def _quiet(self, patience: float) -> float:
        """Read until nothing comes for a moment; when the last byte came, 0 if none did."""
        last = 0.0
        written: list[bytes] = []
        while select.select([self._master], [], [], QUIET if written else patience)[0]:
            written.append(os.read(self._master, 1 << 16))
            last = time.perf_counter()
        self._stream.feed(b"".join(written))
        return last

    def wait(self, *said: str) -> float:
        """When the last byte came of the picture whose summary says all this."""
        until = time.monotonic() + PATIENCE
        last = 0.0
        while not all(each in self.summary for each in said) or not last:
            assert time.monotonic() < until, f"never said {said}: {self.summary}"
            last = self._quiet(0.1) or last
        # A part that took its time is part of the picture too.
        return self._quiet(QUIET) or last

    def until(self, moment: float) -> float:
        """Read until a moment; when the last byte came, 0 if none did."""
        last = 0.0
        while (left := moment - time.perf_counter()) > 0:
            last = self._quiet(left) or last
        return last

    def rest(self) -> None:
        """Wait until it has nothing more to do."""
        before = -IDLE
        while self.worked - before >= IDLE:
            before = self.worked
            time.sleep(1)

    def leave(self) -> None:
        """Quit with Ctrl+Q, which a field leaves alone, and read what is still written."""
        self.type("\x11")
        # The end of a pseudo-terminal is an error.
        with contextlib.suppress(OSError):
            while self._quiet(PATIENCE):
                pass
        os.waitpid(self.pid, 0)

    def type(self, keys: str) -> float:
        """Press keys; when."""
        now = time.perf_counter()
        os.write(self._master, keys.encode())
        return now


class Key(NamedTuple):
    """Milliseconds that a key took until its hits were painted, and the card beside them
    where it was waited for; and of processor time until its hits were painted."""

    typed: str
    painted: float
    worked: float
    card: float | None


def measured(quotes: int, gap: float = GAP) -> list[Key]:
    """What each key of all queries takes, typed so many seconds apart."""
    command = [sys.executable, "-m", "tests.bench.keys", "--explore", str(quotes)]
    explored = Explored(command)
    explored.wait(f"{quotes:,} quotes")
    explored.type("/")
    time.sleep(1)
    # The first query waits for the index; then those of the other kinds are made.
    explored.type("a")
    explored.wait("· a ·", f"{quotes:,}")
    explored.rest()
    keys = []
    for query in QUERIES:
        explored.type("\x15")  # Ctrl+U empties the field
        explored.wait(f"{quotes:,} quotes")
        for end in range(1, len(query) + 1):
            before, begun = explored.worked, explored.type(query[end - 1])
            shown = explored.wait(f"· {query[:end].strip()} ·")
            worked = explored.worked - before
            last = end == len(query)
            card = explored.until(begun + (PAUSE if last else gap))
            # A space changes nothing that is to be seen.
            if query[end - 1] != " ":
                beside = (card - begun) * 1000 if last and card else None
                keys.append(Key(query[:end], (shown - begun) * 1000, worked, beside))
    explored.leave()
    return keys


def tell(quotes: int, gap: float) -> None:
    """Print what keys take."""
    keys = measured(quotes, gap)
    print(f"{'ms, of ' + str(len(keys)) + ' keys':24}{'median':>9}{'p95':>9}{'longest':>9}")
    for label, times in (
        ("key to painted hits", [key.painted for key in keys]),
        ("processor time", [key.worked for key in keys]),
        ("key to painted card", [key.card for key in keys if key.card is not None]),
    ):
        if not times:
            print(f"{label:24}{'–':>9}{'–':>9}{'–':>9}")
            continue
        ordered = sorted(times)
        middle, most = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
        print(f"{label:24}{middle:9.1f}{most:9.1f}{ordered[-1]:9.1f}")
    slowest = sorted(keys, key=lambda key: -key.painted)[:5]
    print("slowest: " + ", ".join(f"{key.typed} ({key.painted:.0f})" for key in slowest))


def explore(quotes: int) -> None:
    """Be the explorer that is measured."""
    from tests.bench.generated import generated
    from tui.app import run

    corpus = generated(quotes)
    run(lambda _say: corpus, tab="quotes")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument(
        "--gap", type=float, default=1000 * GAP, help="milliseconds from key to key"
    )
    parser.add_argument("--explore", type=int, metavar="QUOTES", help="be what is measured")
    options = parser.parse_args(argv)
    if options.explore:
        explore(options.explore)
    else:
        tell(options.quotes, options.gap / 1000)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
