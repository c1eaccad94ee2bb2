"""The terminal is given back: however the explorer ends, and whatever happens to the window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pty.window import ENTER_SCREEN, LEAVE_SCREEN, Terminal
from tui.app.terminal import GIVE_BACK

SIZES = [(1, 1), (2, 3), (24, 80), (1, 200), (60, 1), (4, 20), (0, 0), (70, 240), (1, 1), (30, 100)]

Opened = Callable[..., Terminal]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Open a window with the explorer in it."""
    terminals: list[Terminal] = []

    def make(
        *arguments: str, program: tuple[str, ...] = ("-m", "tui"), **settings: str
    ) -> Terminal:
        terminals.append(Terminal(tmp_path, *arguments, program=program, **settings))
        return terminals[-1]

    yield make
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """A folder whose articles take long to read."""
    folder = tmp_path / "slow"
    folder.mkdir()
    said = "The mayor Ana Weaver said that “it is {} per cent” of the vote on Monday. "
    (folder / "long.txt").write_text("".join(said.format(n) for n in range(60_000)))
    return folder


class TestASignal:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
    def test_ends_the_explorer_in_order(self, opened: Opened, number: signal.Signals) -> None:
        terminal = opened()
        terminal.wait_for("Was the vote fair?")
        os.kill(terminal.pid, number)
        code = terminal.wait_for_end()
        assert code == (0 if number == signal.SIGINT else 128 + number)
        assert ENTER_SCREEN in terminal.written
        assert terminal.is_given_back()
        assert GIVE_BACK not in terminal.written, "it had to be ended over its head"
        assert b"Traceback" not in terminal.written

    def test_ends_it_in_the_middle_of_long_work(self, opened: Opened, slow: Path) -> None:
        terminal = opened("--corpus", str(slow))
        terminal.wait_for("eading ")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait_for_end() == 128 + signal.SIGTERM
        assert terminal.is_given_back()

    def test_ends_what_does_not_leave_by_itself(self) -> None:
        stuck = (
            "import os, time; from tui.app import terminal as t; t.PATIENCE = 0.1\n"
            "with t.restored_on_exit(lambda code: None): os.kill(os.getpid(), 15); time.sleep(60)"
        )
        ended = subprocess.run(
            [sys.executable, "-c", stuck], capture_output=True, timeout=50, check=False
        )
        assert (ended.returncode, ended.stderr) == (128 + signal.SIGTERM, GIVE_BACK)

    def test_that_the_window_is_gone_ends_it(self, opened: Opened) -> None:
        terminal = opened()
        terminal.wait_for("Was the vote fair?")
        terminal.hang_up()
        assert terminal.ended() == 128 + signal.SIGHUP

    def test_that_the_window_is_gone_ends_what_does_not_hear_of_it(self, opened: Opened) -> None:
        deaf = (
            "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
            "from tui.cli import main; sys.exit(main())"
        )
        terminal = opened(program=("-c", deaf))
        terminal.wait_for("Was the vote fair?")
        terminal.hang_up()
        assert terminal.ended() == 128 + signal.SIGHUP


class TestAnError:
    def test_that_ends_the_explorer_is_said_in_a_line_on_the_shells_screen(
        self, opened: Opened
    ) -> None:
        broken = (
            "import sys; from tui.app.explorer import Explorer; from tui.cli import main\n"
            "def fails(self): self._handle_exception(ValueError('the end'))\n"
            "Explorer.action_help = fails; sys.exit(main())"
        )
        terminal = opened(program=("-c", broken))
        terminal.wait_for("Was the vote fair?")
        terminal.type("?")
        assert terminal.wait_for_end() == 1
        assert terminal.is_given_back()
        said = terminal.written.rpartition(LEAVE_SCREEN)[2]
        assert b"serbia-tui: an error of the program: ValueError: the end" in said
        assert b"Traceback" not in terminal.written


class TestQuitting:
    def test_does_not_wait_for_long_work(self, opened: Opened, slow: Path) -> None:
        terminal = opened("--corpus", str(slow))
        terminal.wait_for("eading ")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_given_back()
        # It was left before it was done: there is no store.
        assert not list((terminal.home / ".local").rglob("corpus-*.json"))

    def test_to_the_shell_and_back(self, opened: Opened) -> None:
        terminal = opened()
        terminal.wait_for("Was the vote fair?")
        terminal.type("\x1a")
        terminal.wait_for_stop()
        assert terminal.is_given_back()
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.type("4")
        terminal.wait_for("quotes · in the order of the texts")
        assert not terminal.is_given_back()
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_given_back()


class TestTheWindow:
    def test_may_be_of_any_size_at_any_time(self, opened: Opened) -> None:
        terminal = opened()
        terminal.wait_for("Was the vote fair?")
        for (lines, columns), keys in zip(
            SIZES, ["1jl", "2jl", "3G", "4/a", "\r", "5\r", "n", "?", "\x1b", "1"], strict=True
        ):
            terminal.resize(lines, columns)
            terminal.type(keys)
            terminal.read_for(0.2)
        # And as fast as a window is dragged.
        for step in range(120):
            terminal.resize(1 + step % 40, 1 + step * 7 % 150)
        terminal.resize(30, 100)
        terminal.type("\x1b")
        terminal.read_for(0.5)
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0, terminal.seen
        assert terminal.is_given_back()
        assert b"Traceback" not in terminal.written

    @pytest.mark.parametrize(
        "settings",
        [
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"PYTHONIOENCODING": "latin-1"},
            {"TERM": "nonsense"},
            {"COLUMNS": "0", "LINES": "x"},
        ],
        ids=["C", "latin-1", "unknown", "no size"],
    )
    def test_may_be_of_any_sort(self, opened: Opened, settings: dict[str, str]) -> None:
        terminal = opened("--tab", "quotes", **settings)
        terminal.wait_for("in the order of the texts")
        terminal.type("\x11")
        assert terminal.wait_for_end() == 0
        assert terminal.is_given_back()

    def test_that_cannot_draw_is_not_drawn_on(self, opened: Opened) -> None:
        terminal = opened(TERM="dumb")
        assert terminal.wait_for_end() == 2
        assert terminal.written.endswith(b"for text see serbia-tui --help\r\n")
        assert b"\x1b" not in terminal.written
