"""What keys take in a corpus of any size: every tab, sorting, filters, the chart, pages, a passage.

    python -m tests.bench.large --corpus FOLDER --store FILE [--rounds 3] [--json FILE]

The explorer runs behind a pseudo-terminal on a store that is there (one that is not is built).
Each key is pressed when nothing is done any more. Told are medians of the milliseconds to the
first byte and to the last byte that is written for it, of the processor's time to the last
byte, and of all that it sets in motion, and the memory that is held then.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import select
import statistics
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.bench.keys import Explored

CODES = {
    "pagedown": "\x1b[6~",
    "end": "\x1b[F",
    "home": "\x1b[H",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "enter": "\r",
    "escape": "\x1b",
    "backspace": "\x7f",
}
"""What a terminal sends for keys that are no letters."""

JOURNEY: tuple[tuple[str, str], ...] = (
    ("1", "first sight of Timeline"),
    ("down", "move"),
    ("pagedown", "page"),
    ("end", "last"),
    ("home", "first"),
    ("+", "zoom"),
    ("+", "zoom"),
    ("-", "zoom"),
    ("=", "zoom out"),
    ("b", "lanes"),
    ("b", "lanes"),
    ("b", "lanes"),
    ("b", "lanes"),
    ("d", "a day later"),
    ("m", "a month later"),
    ("t", "chart as text"),
    ("t", "chart"),
    ("s", "sort"),
    ("s", "sort"),
    (".", "filter"),
    ("escape", "no filter"),
    ("enter", "passage"),
    ("pagedown", "page"),
    ("backspace", "back"),
    ("2", "first sight of Actors"),
    ("down", "move"),
    ("pagedown", "page"),
    ("end", "last"),
    ("home", "first"),
    ("s", "sort"),
    ("s", "sort"),
    ("s", "sort"),
    (".", "filter"),
    (".", "no filter"),
    ("e", "neighbours"),
    ("escape", "back"),
    ("3", "first sight of Results"),
    ("down", "move"),
    ("pagedown", "page"),
    ("end", "last"),
    ("4", "first sight of Quotes"),
    ("down", "move"),
    ("pagedown", "page"),
    ("end", "last"),
    ("s", "sort"),
    ("s", "sort"),
    ("s", "sort"),
    ("s", "sort"),
    ("s", "sort"),
    (".", "filter"),
    ("escape", "no filter"),
    ("enter", "passage"),
    ("backspace", "back"),
    ("5", "first sight of Disagreements"),
    ("down", "move"),
    ("pagedown", "page"),
    ("s", "sort"),
    ("s", "sort"),
    ("6", "first sight of Sources"),
    ("down", "move"),
    ("pagedown", "page"),
    ("s", "sort"),
    ("s", "sort"),
    ("s", "sort"),
    (".", "filter"),
    ("escape", "no filter"),
    ("1", "to Timeline again"),
    ("2", "to Actors again"),
    ("3", "to Results again"),
    ("4", "to Quotes again"),
    ("5", "to Disagreements again"),
    ("6", "to Sources again"),
    ("0", "to the Overview again"),
)
"""Keys, and what each is pressed for."""

FIRST = "first sight of "

STILL = 0.3
"""Seconds without a byte, and with hardly any work, after which nothing more follows."""

IDLE = 15.0
"""Milliseconds of work in that time that are none to speak of."""

READY = "Disputed"
"""The first heading of the Overview, which is there with its rows."""


class Pressed(NamedTuple):
    """Milliseconds from a key: to the first and the last byte of what is painted, of the
    processor to the last byte, and of the processor in all; MB held then."""

    first: float
    last: float
    worked: float
    all: float
    held: float


class Large(Explored):
    """The explorer on the store of a folder."""

    def __init__(self, folder: Path | None, store: Path) -> None:
        corpus = ["--corpus", str(folder)] if folder else ["--corpus", "seeds"]
        super().__init__([sys.executable, "-m", "tui", *corpus, "--store", str(store)])

    @property
    def held(self) -> float:
        """MB of memory."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    @property
    def spent(self) -> float:
        """Milliseconds of processor time since the start, of threads that have ended too."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) * 1000 / os.sysconf("SC_CLK_TCK")

    def begun(self) -> Pressed:
        """From the start to the rows of the Overview."""
        begun, worked, until = time.perf_counter(), 0.0, time.monotonic() + 240
        while not any(READY in line for line in self._screen.display):
            assert time.monotonic() < until, "never ready"
            self._quiet(0.05)
            worked = self.spent
        ready = (time.perf_counter() - begun) * 1000
        self._rest()
        return Pressed(ready, ready, worked, self.spent, self.held)

    def press(self, key: str) -> Pressed:
        before = self.worked
        begun = self.type(CODES.get(key, key))
        first, last, worked = self._rest(before)
        painted, done = ((each - begun) * 1000 if each else 0.0 for each in (first, last))
        return Pressed(painted, done, worked, self.worked - before, self.held)

    def _rest(self, before: float = 0.0) -> tuple[float, float, float]:
        """Wait until nothing is done any more: when the first and the last byte came, and the
        work up to that."""
        first = last = at_last = 0.0
        since, seen = time.perf_counter(), self.worked
        while True:
            if select.select([self._master], [], [], 0.02)[0]:
                data = os.read(self._master, 1 << 16)
                last = time.perf_counter()
                first, at_last = first or last, self.worked - before
                self._stream.feed(data)
                since, seen = last, self.worked
            elif time.perf_counter() - since > STILL:
                now = self.worked
                if now - seen < IDLE:
                    return first, last, at_last
                since, seen = time.perf_counter(), now


def journey(folder: Path | None, store: Path) -> list[tuple[str, Pressed]]:
    """Each key of one journey, and what it took; the start first."""
    explored = Large(folder, store)
    try:
        told = [("start", explored.begun())]
        view = "Overview"
        for key, what in JOURNEY:
            if what.startswith(FIRST):
                view = what.removeprefix(FIRST)
            told.append((f"{view}: {what} ({key})", explored.press(key)))
    finally:
        with contextlib.suppress(OSError):
            explored.leave()
    return told


def medians(rounds: Iterable[list[tuple[str, Pressed]]]) -> list[tuple[str, Pressed]]:
    """Each key by its medians over some rounds."""
    found = []
    for each in zip(*rounds, strict=True):
        times = zip(*(pressed for _name, pressed in each), strict=True)
        found.append((each[0][0], Pressed(*map(statistics.median, times))))
    return found


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, help="a folder of articles; else the five")
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args(argv)
    rounds = [journey(given.corpus, given.store) for _ in range(given.rounds)]
    found = medians(rounds)
    print(f"{'ms':46}{'first':>8}{'last':>8}{'worked':>8}{'in all':>8}{'MB':>8}")
    for name, pressed in found:
        print(f"{name:46}" + "".join(f"{each:8.0f}" for each in pressed))
    if given.json:
        told = [{"key": name, **pressed._asdict()} for name, pressed in found]
        given.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
