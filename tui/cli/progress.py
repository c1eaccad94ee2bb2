"""How far a build is, where somebody waits for it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

from tui.cli.output import Say

Progress = Callable[[int, int], None]


@contextlib.contextmanager
def counted(show: Say | None = None, *, plain: bool = False) -> Iterator[Progress | None]:
    """What is to be told how many articles of how many are read: where that takes a while
    it is shown, in a line of the terminal where nothing else is given to show it and the
    reader has not asked for ``plain`` text."""
    from time import monotonic

    line = show is None
    if line and (plain or not sys.stderr.isatty()):
        yield None
        return
    begun = shown = monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal shown
        now = monotonic()
        if now - begun > 0.5 and (now - shown > 0.1 or done == total):
            shown = now
            told = f"reading {done:,} of {total:,}"
            if done == total:
                told = f"putting together what {total:,} articles say"
            if show:
                show(told)
            else:
                sys.stderr.write(f"\r\x1b[K{told}")
                sys.stderr.flush()

    try:
        yield progress
    finally:
        if line and shown > begun:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
