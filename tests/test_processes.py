"""Work that another process does ahead of this one."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest

from tui.processes import BackgroundBuild, kill_children

Say = Callable[[str], None]


class TestAhead:
    def test_is_done_by_another_process_which_says_how_far_it_is(self) -> None:
        def work(say: Say) -> None:
            say("half of it")
            say(f"done by {os.getpid()}")

        said: list[str] = []
        assert BackgroundBuild(work).wait(said.append)
        assert said[0] == "half of it"
        assert said[1] != f"done by {os.getpid()}"
        assert active_children() == []

    def test_that_fails_is_over_without_a_word(self, capfd: pytest.CaptureFixture[str]) -> None:
        def work(_say: Say) -> None:
            os.write(1, b"whose screen is this?")
            os.write(2, b"and this?")
            raise ValueError("it cannot be done")

        said: list[str] = []
        assert BackgroundBuild(work).wait(said.append)
        assert said == []
        assert capfd.readouterr() == ("", "")

    def test_is_ended_with_the_helpers_and_waited_for_no_more(self, tmp_path: Path) -> None:
        def work(say: Say) -> None:
            say("begun")
            time.sleep(600)
            (tmp_path / "done").touch()

        ahead = BackgroundBuild(work)
        said: list[str] = []

        def end(line: str) -> None:
            said.append(line)
            kill_children()

        assert not ahead.wait(end)
        assert said == ["begun"]
        assert active_children() == []
        assert not (tmp_path / "done").exists()
