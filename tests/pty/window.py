"""A terminal with the program in it, as a window or a connection is one."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pyte

COLUMNS, LINES = 100, 30
PATIENCE = 60.0
"""Seconds after which something has gone wrong; nothing waits for so long."""

ENTER_SCREEN, LEAVE_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
HIDE_CURSOR, SHOW_CURSOR = b"\x1b[?25l", b"\x1b[?25h"

MODES = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
AS_IT_WAS = {25: True, 7: True}
"""Modes that are on before: the cursor is shown, lines wrap. All others are off."""


class Terminal:
    """A pseudo-terminal with the explorer in it."""

    def __init__(
        self, home: Path, *arguments: str, program: tuple[str, ...] = ("-m", "tui"), **settings: str
    ) -> None:
        self.home = home
        self.screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self._left: int | None = None
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            kept = {
                key: value
                for key, value in os.environ.items()
                if not key.startswith(("XDG_", "TEXTUAL", "NO_COLOR", "COLUMNS", "LINES"))
            }
            environment = {**kept, "HOME": str(home), "TERM": "xterm-256color", **settings}
            os.execve(sys.executable, [sys.executable, *program, *arguments], environment)
        self.resize(LINES, COLUMNS)

    def resize(self, lines: int, columns: int) -> None:
        """Be of another size, as when a window is dragged."""
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)
        self.screen.resize(max(1, lines), max(1, columns))

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
            # Pyte does not know every private sequence, and need not; a shell's terminal sends
            # back what is typed while the explorer is away, whatever that is.
            with contextlib.suppress(TypeError):
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
        self.send(keys.encode())

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        os.write(self._master, data)

    def is_running(self) -> bool:
        """Whether the program has not ended."""
        if self.pid and self._left is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._left = os.waitstatus_to_exitcode(status)
        return self._left is None

    def wait_for_end(self) -> int:
        """Wait until the program has left; its exit code."""
        until = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < until, f"never left:\n{self.seen}"
        return self.ended()

    def ended(self) -> int:
        """The exit code of the program, which has left or is about to."""
        until = time.monotonic() + PATIENCE
        while self.is_running():
            assert time.monotonic() < until, "never ended"
            time.sleep(0.02)
        self.pid = 0
        assert self._left is not None
        return self._left

    def read_for(self, seconds: float) -> None:
        """Take in what comes within a while."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self._read():
            pass

    def wait_for_stop(self) -> None:
        """Wait until the program is suspended."""
        until = time.monotonic() + PATIENCE
        while True:
            self._read()
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid:
                assert os.WIFSTOPPED(status)
                break
            assert time.monotonic() < until, "never stopped"
        while self._read() and select.select([self._master], [], [], 0.1)[0]:
            pass

    def wake(self) -> None:
        """Bring the program back, as ``fg`` does, if it has gone to the shell."""
        with contextlib.suppress(FileNotFoundError):
            state = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0]
            if state == "T":
                os.kill(self.pid, signal.SIGCONT)
                self.read_for(0.5)

    def hang_up(self) -> None:
        """Close the window."""
        os.close(self._master)
        self._master = -1

    @property
    def left_on(self) -> set[int]:
        """The modes of the terminal that are not as they were: screen, mouse, pasting..."""
        last = {
            int(mode): sign == b"h"
            for modes, sign in MODES.findall(self.written)
            for mode in modes.split(b";")
        }
        return {mode for mode, on in last.items() if on is not AS_IT_WAS.get(mode, False)}

    def is_given_back(self) -> bool:
        """Whether the terminal is as it was before the program began, for the shell too."""
        keys = self.written.count(b"\x1b[>25u") - self.written.count(b"\x1b[<u")
        return not self.left_on and keys <= 0

    def close(self) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._master >= 0:
            os.close(self._master)
