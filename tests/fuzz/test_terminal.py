"""Whatever is typed, pasted, sent or dragged, the explorer goes on or leaves in order.

``SERBIA_TUI_FUZZ=20000`` sends so many inputs; without it some hundred.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

from tests.pty.window import Terminal
from tui.app.textual_guards import UNFINISHED

INPUTS = int(os.environ.get("SERBIA_TUI_FUZZ", "200"))
EACH = 400
"""Inputs that one explorer takes; then another is started."""

KEYS: list[str] = [
    *"123456[]jkghlnNsfdDwWmMvteycxazHLGo.+-0?:/",
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1bOP"),
    *("\r", "\t", "\x1b[Z", "\x1b", "\x7f", " ", "\x06", "\x10", "\x13", "\x0c", "\x05", "\x03"),
]
"""Every key that does something, but those that leave: q, Ctrl+Q, and Ctrl+Z to the shell."""


WORDS = ("vucic", "theft", "party:", '"', "-", "date:2023-12", "č")
"""What is typed into a search, or anywhere else."""

REPORTS = (
    *("\x1b[<{n};{x};{y}M", "\x1b[<{n};{x};{y}m", "\x1b[M !!"),
    *("\x1b[{n}u", "\x1b[97;{n}u", "\x1b[{n}~", "\x1b[{n};{x}R"),
    *("\x1b[48;{n};{x};{y};1t", "\x1b[?2026;{n}$y", "\x1b[I", "\x1b[O"),
)
"""Reports of the mouse, of keys, of sizes and of the focus."""


class Sender:
    """Makes inputs, the same from the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def input(self) -> bytes | tuple[int, int]:
        """Bytes to send, or a size to have."""
        kind = self.chance.random()
        if kind < 0.6:
            return self.chance.choice(KEYS).encode()
        if kind < 0.7:
            words = self.chance.choice(WORDS)
            return words.encode()
        if kind < 0.78:
            return bytes([self.chance.choice(_BYTES) for _ in range(self.chance.randint(1, 12))])
        if kind < 0.86:
            pasted = bytes([self.chance.randrange(256) for _ in range(self.chance.randint(0, 60))])
            return b"\x1b[200~" + pasted.replace(b"\x1b[201~", b"") + b"\x1b[201~"
        if kind < 0.95:
            return self._report()
        return self.chance.randint(1, 200), self.chance.randint(1, 500)

    def _report(self) -> bytes:
        """A report of the mouse, of a key or of a size, as terminals send them and as none does."""
        number = self.chance.choice([0, 1, 9, 35, 64, 1114112, 10**20, -1])
        x, y = self.chance.randint(0, 600), self.chance.randint(0, 250)
        form = self.chance.choice(REPORTS)
        return form.format(n=number, x=x, y=y).encode()


_BYTES = [each for each in range(256) if each not in (ord("q"), 0x11, 0x1A)]


def test_goes_on_or_leaves_in_order(tmp_path: Path) -> None:
    left = INPUTS
    for seed in range(10_000):
        if left <= 0:
            break
        _explore(tmp_path, seed, min(EACH, left))
        left -= EACH


def _explore(home: Path, seed: int, inputs: int) -> None:
    sender = Sender(seed)
    terminal = Terminal(home, BROWSER="true", SERBIA_TUI_TRACEBACK="1")
    sent: list[object] = []
    try:
        terminal.wait_for("Timeline")
        for _ in range(inputs):
            made = sender.input()
            sent.append(made)
            if isinstance(made, tuple):
                terminal.resize(*made)
            else:
                terminal.send(made)
            terminal.read_for(0.005)
            terminal.wake()  # The palette leads to the shell as well.
            if not terminal.is_running():
                break
        if terminal.is_running():
            terminal.resize(30, 100)
            # What was typed ahead may yet lead to the shell, and a paste may have no end.
            terminal.read_for(UNFINISHED + 0.5)
            for key in ("\x1b", "\x1b", "\x1b", "\x1b", "\x1b", "\x11"):
                terminal.wake()
                if terminal.is_running():
                    terminal.type(key)
                terminal.read_for(0.3)
        code = terminal.wait_for_end()
        said = terminal.written[-3000:].decode("utf-8", "replace")
        assert code == 0, f"seed {seed}: ended with {code} after {sent[-5:]}: {said}"
        assert b"Traceback" not in terminal.written, f"seed {seed}: after {sent[-5:]}"
        assert terminal.is_given_back(), f"seed {seed}: after {sent[-5:]}"
    finally:
        terminal.close()
