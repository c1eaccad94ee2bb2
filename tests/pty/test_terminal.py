"""The program in a terminal of its own: what it writes, and how it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.window import ENTER_SCREEN, Terminal


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
        terminal.wait_for("Was the vote fair?")
        terminal.type("4")
        terminal.wait_for("quotes · in the order of the texts")
        terminal.type("/")
        terminal.wait_for("words in any order")
        terminal.wait_for("Enter To the hits")
        terminal.type("tepic")
        terminal.wait_for(" of ")
        terminal.wait_for("Marinika Tepić")
        terminal.type("\r")
        terminal.wait_for("Enter Open")
        terminal.type("\r")
        terminal.wait_for("Enter Open")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert ENTER_SCREEN in terminal.written
        assert terminal.is_given_back()
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
            terminal.type("6\r")
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
