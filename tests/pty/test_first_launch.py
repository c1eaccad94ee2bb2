"""The first launch of all: the store is made beside the first frame."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pty.window import LEAVE_SCREEN, Terminal

NOTING = """
import sys
from tui.cli import main
code = main(sys.argv[1:])
open("read-by-itself.txt", "w").write(str("tui.extract" in sys.modules))
sys.exit(code)
"""
"""Explores, and notes whether it was the explorer itself that read articles."""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "one.txt").write_text("On 3 May 2024 the mill in Brodica was opened by Ana Weaver.\n")
    return made


@pytest.fixture
def explored(
    tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], Terminal]]:
    """Explore the articles in a window, with the store in a place."""
    monkeypatch.chdir(tmp_path)
    terminals: list[Terminal] = []

    def make(store: str) -> Terminal:
        places = ["--corpus", str(articles), "--store", store]
        root = str(Path(__file__).parents[2])
        terminals.append(Terminal(tmp_path, *places, program=("-c", NOTING), PYTHONPATH=root))
        return terminals[-1]

    yield make
    for terminal in terminals:
        terminal.close()


class TestWithoutAStore:
    def test_another_process_makes_it_and_the_explorer_opens_it(
        self, tmp_path: Path, explored: Callable[[str], Terminal]
    ) -> None:
        window = explored("kept/store.json")
        window.wait_for("Articles")
        window.type("q")
        assert window.wait_for_end() == 0
        assert (tmp_path / "read-by-itself.txt").read_text() == "False"
        assert [each.name for each in (tmp_path / "kept").iterdir()] == ["store.json"]

    def test_nor_a_place_for_it_the_explorer_reads_them_itself(
        self, tmp_path: Path, explored: Callable[[str], Terminal]
    ) -> None:
        window = explored("articles/one.txt/store.json")
        window.wait_for("Articles")
        window.type("q")
        assert window.wait_for_end() == 0
        assert (tmp_path / "read-by-itself.txt").read_text() == "True"

    @pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are seen in /proc")
    def test_it_is_said_when_the_process_that_makes_it_is_killed(
        self, articles: Path, explored: Callable[[str], Terminal]
    ) -> None:
        (articles / "two.txt").write_text("A man said: “No.”\n" * 500_000)
        window = explored("kept/store.json")
        # Whichever of its lines is seen first: "Reading the articles", "reading 1 of 2".
        window.wait_for("eading ")
        children = Path(f"/proc/{window.pid}/task/{window.pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)
        window.wait_for("The articles could not be read.")
        window.type("q")
        assert window.wait_for_end() == 1
        said = window.written.rpartition(LEAVE_SCREEN)[2]
        assert b"serbia-tui: the process that read the articles was killed" in said
