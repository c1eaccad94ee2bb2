"""The program in a terminal of its own: what it writes, and how it leaves."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest

COLUMNS, LINES = 100, 30
PATIENCE = 60.0
"""Seconds after which something has gone wrong; nothing waits for so long."""

ENTER_SCREEN, LEAVE_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
HIDE_CURSOR, SHOW_CURSOR = b"\x1b[?25l", b"\x1b[?25h"


class Terminal:
    """A pseudo-terminal with the explorer in it."""

    def __init__(self, home: Path, *arguments: str, **settings: str) -> None:
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            kept = {
                key: value
                for key, value in os.environ.items()
                if not key.startswith(("XDG_", "TEXTUAL", "NO_COLOR", "COLUMNS", "LINES"))
            }
            environment = {**kept, "HOME": str(home), "TERM": "xterm-256color", **settings}
            os.execve(sys.executable, [sys.executable, "-m", "tui", *arguments], environment)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def _read(self) -> bool:
        """Take in what there is; False when the other side is gone."""
        ready, _, _ = select.select([self._master], [], [], 0.1)
        if ready:
            try:
                data = os.read(self._master, 65536)
            except OSError:
                return False
            if not data:
                return False
            self.written += data
            # Pyte does not know every private sequence, and need not.
            self._stream.feed(data)
        return True

    @property
    def seen(self) -> str:
        return "\n".join(self.screen.display)

    def wait_for(self, words: str) -> None:
        """Wait until words stand on the screen."""
        until = time.monotonic() + PATIENCE
        while words not in self.seen:
            assert self._read(), f"left before it showed {words!r}:\n{self.seen}"
            assert time.monotonic() < until, f"never showed {words!r}:\n{self.seen}"

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def wait_for_end(self) -> int:
        """Wait until the program has left; its exit code."""
        until = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < until, f"never left:\n{self.seen}"
        _pid, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._master)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home: no store, no settings."""
    return tmp_path


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    opened = Terminal(home)
    yield opened
    opened.close()


class TestInATerminal:
    def test_from_an_empty_home_to_a_passage_and_out(self, terminal: Terminal) -> None:
        terminal.wait_for("1 Timeline")
        terminal.wait_for("Kosovo declares independence")
        terminal.type("4")
        terminal.wait_for("quotes · by text")
        terminal.type("/")
        terminal.wait_for("words in any order")
        terminal.type("tepic")
        terminal.wait_for(" of ")
        terminal.wait_for("Marinika Tepić")
        terminal.type("\r")
        terminal.wait_for("Enter Passage")
        terminal.type("\r")
        terminal.wait_for("Next mark")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert ENTER_SCREEN in terminal.written
        after = terminal.written[terminal.written.rindex(LEAVE_SCREEN) :]
        assert SHOW_CURSOR in after or terminal.written.rindex(
            SHOW_CURSOR
        ) > terminal.written.rindex(HIDE_CURSOR)
        assert b"Traceback" not in terminal.written

    def test_what_cannot_be_read_is_said_and_the_exit_code_is_1(self, home: Path) -> None:
        folder = home / "articles"
        folder.mkdir()
        (folder / "actors.toml").write_text("[[actor]]\nnonsense = 1\n")
        (folder / "one.txt").write_text("A man said: “No.”\n")
        terminal = Terminal(home, "--corpus", str(folder))
        try:
            terminal.wait_for("The articles could not be read.")
            terminal.wait_for("actors.toml")
            terminal.type("q")
            assert terminal.wait_for_end() == 1
            assert b"Traceback" not in terminal.written
        finally:
            terminal.close()

    def test_articles_never_seen_before_can_be_explored(self, home: Path) -> None:
        folder = home / "articles"
        folder.mkdir()
        (folder / "one.txt").write_text("Nothing is said here.\n")
        terminal = Terminal(home, "--corpus", str(folder), "--tab", "quotes")
        try:
            terminal.wait_for("No quotes in these articles.")
            terminal.type("5\r")
            terminal.wait_for("Nothing is said here.")
            terminal.type("q")
            assert terminal.wait_for_end() == 0
        finally:
            terminal.close()

    def test_a_terminal_that_knows_ascii_only_is_written_nothing_else(self, home: Path) -> None:
        terminal = Terminal(home, "--tab", "results", PYTHONIOENCODING="ascii")
        try:
            terminal.wait_for("Serbian Progressive Party")
            terminal.type("4/tepic\r")
            terminal.wait_for("Marinika Tepic")
            terminal.type("q")
            assert terminal.wait_for_end() == 0
            assert terminal.written.isascii()
            assert b"\\u" not in terminal.written
        finally:
            terminal.close()
