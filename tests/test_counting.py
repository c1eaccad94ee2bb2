"""How far a build is, where somebody waits for it."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from tests.samples import TEXTS
from tui.build import open_or_build
from tui.cli.progress import Estimate, counted, in_words


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
        told: list[tuple[str, float]] = []
        with counted(lambda *each: told.append(each)) as progress:
            assert progress is not None
            progress(1, 500)
            progress(51, 500)
            progress(101, 500)
        # Fifty articles a second; and some time to put them together.
        assert told == [
            ("reading 1 of 500", 0),
            ("reading 51 of 500", 0),
            ("reading 101 of 500, some seconds left", 3 / (3 + 399 / 50 + 500 / 50 * 0.15)),
        ]
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


class TestHowLongItTakes:
    """Told within a fifth of the truth, from the first part on that was put together."""

    TOTAL = 10_000

    @pytest.mark.parametrize("reading", [0.02, 0.2], ids=["fast", "slow"])
    @pytest.mark.parametrize("share", [0.1, 0.3], ids=["soon put together", "long"])
    @pytest.mark.parametrize("kept", [0, 6_000], ids=["all are new", "most are kept"])
    def test_is_what_it_turns_out_to_be(self, reading: float, share: float, kept: int) -> None:
        now, together = 0.0, share * reading
        estimate = Estimate(now)
        told: list[tuple[float, float]] = []
        parts = [kept + 100, 3 * (kept + 100)] if kept else [100, 300, 900, 2_700]
        for done in range(self.TOTAL):
            if done in parts:
                estimate.part(done, done * together)
                now += done * together
            left = estimate.left(now, done, self.TOTAL)
            if left is not None and done > kept + 1_500:
                told.append((now, left))
            now += 0.0002 if done < kept else reading
        end = now + self.TOTAL * together
        for at, left in told:
            assert left == pytest.approx(end - at, rel=0.2)

    @pytest.mark.parametrize(
        ("left", "words"),
        [
            (None, ""),
            (0.3, ""),
            (4, ", some seconds left"),
            (42, ", about 40 s left"),
            (150, ", about 2 min left"),
            (2 * 3600, ", about 2 h left"),
        ],
    )
    def test_is_told_no_more_exactly_than_it_is_known(self, left: float | None, words: str) -> None:
        assert in_words(left) == words
