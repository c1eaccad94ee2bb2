"""How long a keystroke takes until its hits are painted, in a terminal of its own.

``python -m tests.bench.keys`` runs the explorer over a generated corpus behind a
pseudo-terminal, types queries letter by letter, and takes the time from each letter to the
last byte that is written because of it (silence for a moment says that it was the last).
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

import pyte

COLUMNS, LINES = 120, 40
QUIET = 0.04
"""Seconds of silence after which a picture is complete."""

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

    def __init__(self, quotes: int) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            command = [sys.executable, "-m", "tests.bench.keys", "--explore", str(quotes)]
            os.execve(sys.executable, command, {**os.environ, "TERM": "xterm-256color"})
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    @property
    def summary(self) -> str:
        """The line above the list."""
        return self._screen.display[1].strip()

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if ready:
            self._stream.feed(os.read(self._master, 1 << 16))
        return bool(ready)

    def wait(self, *said: str) -> float:
        """When the last byte came of the picture whose summary says all this."""
        until = time.monotonic() + PATIENCE
        while not all(each in self.summary for each in said):
            assert time.monotonic() < until, f"never said {said}: {self.summary}"
            self._read(0.1)
        last = time.perf_counter()
        while self._read(QUIET):
            last = time.perf_counter()
        return last

    def leave(self) -> None:
        """Quit with Ctrl+Q, which a field leaves alone, and read what is still written."""
        self.type("\x11")
        # The end of a pseudo-terminal is an error.
        with contextlib.suppress(OSError):
            while self._read(PATIENCE):
                pass
        os.waitpid(self.pid, 0)

    def type(self, keys: str) -> float:
        """Press keys; when."""
        now = time.perf_counter()
        os.write(self._master, keys.encode())
        return now


def measured(quotes: int) -> list[float]:
    """Milliseconds from each key of all queries to its painted hits."""
    explored = Explored(quotes)
    explored.wait(f"{quotes:,} quotes")
    explored.type("/")
    time.sleep(1)
    # The first query waits for the index.
    explored.type("a")
    explored.wait("· a ·", f"{quotes:,}")
    times = []
    for query in QUERIES:
        explored.type("\x15")  # Ctrl+U empties the field
        explored.wait(f"{quotes:,} quotes")
        for end in range(1, len(query) + 1):
            begun = explored.type(query[end - 1])
            shown = explored.wait(f"· {query[:end].strip()} ·")
            # A space changes nothing that is to be seen.
            if query[end - 1] != " ":
                times.append((shown - begun) * 1000)
    explored.leave()
    return times


def tell(quotes: int) -> None:
    """Print what keys take."""
    times = sorted(measured(quotes))
    middle, most = statistics.median(times), times[int(len(times) * 0.95)]
    print(f"{'key to painted hits':32}{middle:9.2f}{most:9.2f}  (longest {times[-1]:.2f})")


def explore(quotes: int) -> None:
    """Be the explorer that is measured."""
    from tests.bench.generated import generated
    from tui.app.explorer import Explorer

    corpus = generated(quotes)
    Explorer(lambda _say: corpus, tab="quotes").run()


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--explore", type=int, metavar="QUOTES", help="be what is measured")
    options = parser.parse_args(argv)
    if options.explore:
        explore(options.explore)
    else:
        tell(options.quotes)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
