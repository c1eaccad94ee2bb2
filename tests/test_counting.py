"""How far a build is, where somebody waits for it."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from tests.samples import TEXTS
from tui.build import open_or_build
from tui.cli.progress import counted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def looking(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal that somebody looks at; only a test itself can put it in place."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    return shown


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look at the clock is a second later."""
    seconds = iter(range(100))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(seconds)))


class TestALongBuild:
    def test_counts_in_one_line_of_the_terminal_and_wipes_it(
        self, monkeypatch: pytest.MonkeyPatch, slow: None
    ) -> None:
        terminal = looking(monkeypatch)
        with counted() as progress:
            assert progress is not None
            progress(0, 2_000)
            progress(1_999, 2_000)
            progress(2_000, 2_000)
        assert terminal.getvalue().split("\r\x1b[K") == [
            "",
            "reading 0 of 2,000",
            "reading 1,999 of 2,000",
            "putting together what 2,000 articles say",
            "",
        ]

    def test_tells_the_explorer_instead(self, monkeypatch: pytest.MonkeyPatch, slow: None) -> None:
        terminal = looking(monkeypatch)
        told: list[str] = []
        with counted(told.append) as progress:
            assert progress is not None
            progress(3, 5)
        assert told == ["reading 3 of 5"]
        assert terminal.getvalue() == ""


class TestAShortBuild:
    def test_counts_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(time, "monotonic", lambda: 1.0)
        terminal = looking(monkeypatch)
        with counted() as progress:
            assert progress is not None
            progress(0, 5)
            progress(5, 5)
        assert terminal.getvalue() == ""

    def test_counts_nothing_where_nobody_looks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "stderr", io.StringIO())
        with counted() as progress:
            assert progress is None


def test_who_opens_a_folder_without_a_store_is_told_how_far_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode())
    told: list[tuple[int, int]] = []
    for _ in range(2):
        open_or_build(
            folder, tmp_path / "s.json", print, lambda done, total: told.append((done, total))
        )
    # The second time the store is there.
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
