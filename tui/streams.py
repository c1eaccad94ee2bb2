"""The standard streams as a program finds them: closed, full, or in some old encoding."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys

WIDEST, HIGHEST = 1_000, 1_000
"""Cells and lines of the largest terminal."""


def open_streams() -> None:
    """Give every standard stream a place, and letters to every encoding; forget a size of the
    terminal that no terminal has."""
    for name, most in (("COLUMNS", WIDEST), ("LINES", HIGHEST)):
        # Python, Textual and Rich each believe what the environment says.
        if not os.environ.get(name, "0").isdigit() or int(os.environ.get(name, "0")[:9]) > most:
            del os.environ[name]
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the program
            # Its descriptor, which no other file is to have, is open as long as the program.
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, open(nowhere, "r+", closefd=False))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        # What an encoding lacks is printed as an escape rather than not at all.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def terminal_width() -> int:
    """The width of the terminal, or 80 where there is none."""
    return min(shutil.get_terminal_size().columns, WIDEST)


def leave_output() -> None:
    """Let the interpreter's own last flush go nowhere, or it would complain again."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_utf8() -> None:
    """JSON is UTF-8 whatever the terminal's encoding is."""
    with contextlib.suppress(AttributeError, ValueError):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
