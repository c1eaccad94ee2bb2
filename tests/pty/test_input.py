"""Whatever a terminal sends, the explorer goes on; what is pasted never acts."""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.window import Terminal

MALFORMED = {
    "no UTF-8": b"\xff\xfe\xe9\xc3",
    "a key of a Latin-1 keyboard": "é".encode("latin-1"),
    "an old report of the mouse": b"\x1b[M\xff\xff\xff",
    "a key beyond all characters": b"\x1b[1114112u",
    "a key of twenty digits": b"\x1b[99999999999999999999u",
    "modifiers of twenty digits": b"\x1b[97;99999999999999999999u",
    "a mouse far away": b"\x1b[<0;99999999999999999999;1M",
    "a screen of no size": b"\x1b[48;0;0;0;0t",
    "a screen as large as a field": b"\x1b[48;999999;999999;1;1t",
    "half of a report": b"\x1b[<0;12",
}


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    opened = Terminal(tmp_path_factory.mktemp("home"))
    opened.wait_for("Was the vote fair?")
    yield opened
    opened.close()


def is_there(terminal: Terminal) -> None:
    """The explorer answers: another tab, and back."""
    terminal.type("4")
    terminal.wait_for("Speaker")
    terminal.type("0")
    terminal.wait_for("Was the vote fair?")


@pytest.mark.parametrize("sent", MALFORMED)
def test_goes_on_behind_what_is_malformed(terminal: Terminal, sent: str) -> None:
    terminal.send(MALFORMED[sent])
    # A lone escape is a key after a moment; what follows is then no part of it.
    terminal.read_for(0.3)
    is_there(terminal)


@pytest.mark.parametrize(
    "pasted",
    [
        b"x\x1bq",
        b"q",
        b"\x11",
        b"\x1b[A\x1b[200~q\x1bq",
        b"one\x1b[201~q",
        b"\r:q\r",
        b"\x1b[1114112u",
    ],
)
def test_never_acts_on_what_is_pasted(terminal: Terminal, pasted: bytes) -> None:
    terminal.send(b"\x1b[200~" + pasted + b"\x1b[201~")
    is_there(terminal)


def test_a_paste_that_never_ends_holds_up_no_key(terminal: Terminal) -> None:
    terminal.send(b"\x1b[200~half of it q")
    terminal.read_for(2.5)
    is_there(terminal)


def test_fg_paints_the_whole_screen(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    terminal.wait_for("Was the vote fair?")
    terminal.read_for(1)
    before = terminal.screen.display
    terminal.type("\x1a")
    terminal.wait_for_stop()
    terminal.screen.reset()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for("Was the vote fair?")
    terminal.read_for(0.5)
    assert terminal.screen.display == before
    terminal.close()


def test_a_browser_of_text_has_the_terminal_until_it_ends(tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\nprintf "\\033[2JThis page is text: %s\\n" "$1"\nread line\n')
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.md").write_text("---\nurl: https://example.org/one\n---\n# Vote\n\nIt rained.\n")
    terminal = Terminal(
        tmp_path, "--corpus", str(folder), "--tab", "sources", BROWSER=f"{browser} %s"
    )
    terminal.wait_for("Address     https://example.org/one")
    terminal.read_for(1)
    before = [line.rstrip() for line in terminal.screen.display[:10]]
    terminal.type("o")
    terminal.wait_for("This page is text: https://example.org/one")
    terminal.type("\n")
    terminal.wait_for("Address     https://example.org/one")
    terminal.read_for(0.5)
    assert [line.rstrip() for line in terminal.screen.display[:10]] == before
    terminal.type("?")
    terminal.wait_for("Help")
    terminal.close()


@pytest.mark.parametrize("settings", [{"COLUMNS": "999999999"}, {"LINES": "999999999"}])
def test_starts_in_a_terminal_that_says_it_is_huge(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    terminal = Terminal(tmp_path, program=("-c", _WITH_SETTINGS.format(settings)))
    terminal.wait_for("Timeline")
    terminal.close()


_WITH_SETTINGS = """
import os, sys
os.environ.update({!r})
from tui.cli import main
sys.exit(main([]))
"""
