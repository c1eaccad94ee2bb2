"""Taking a record along, with where it comes from, and what is said of where it went."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.app.journey import exploring
from tests.samples import sample_corpus
from tui.app.clipboard import ways
from tui.export.citation import citation
from tui.export.copied import COPIED
from tui.notes import InMemory


def program(folder: Path, name: str, code: int = 0) -> Path:
    """A program that keeps what it is given, and ends with a code."""
    kept = folder / f"{name}.kept"
    made = folder / name
    made.write_text(f'#!/bin/sh\ncat > "{kept}"\nexit {code}\n')
    made.chmod(0o755)
    return kept


class TestCopying:
    @pytest.mark.parametrize("key", ["1", "2", "3", "4", "5", "6"])
    async def test_y_copies_the_record_with_its_citation(self, key: str) -> None:
        async with exploring() as journey:
            await journey.press(key, "j", "y")
            record = journey.pane.record
            assert record is not None
            assert journey.app.clipboard == citation(sample_corpus(), record)

    async def test_in_the_reader_y_copies_the_mark_one_is_at(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("enter", "y")
            assert journey.app.clipboard == citation(sample_corpus(), sample_corpus().quotes[0])

    async def test_in_the_detail_y_copies_the_record_that_is_shown(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("l", "y")
            assert "a theft" not in journey.app.clipboard
            assert "was stolen" in journey.app.clipboard

    @pytest.mark.parametrize("key", COPIED)
    async def test_in_another_form_it_copies_that(self, key: str) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("Y", key)
            _told, write = COPIED[key]
            corpus = sample_corpus()
            assert journey.app.clipboard == write(corpus, corpus.quotes[0])

    async def test_in_no_form_it_copies_nothing(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("Y", "escape")
            assert not journey.app.clipboard


class TestWhatIsSaid:
    async def test_where_nothing_is_sure_it_is_in_a_file_too(self) -> None:
        keeper = InMemory()
        async with exploring(tab="quotes", keeper=keeper) as journey:
            await journey.press("y")
            (told,) = (" ".join(each.message.split()) for each in journey.app._notifications)
            place = keeper.place.with_name("copied.txt")
            assert "sent to the terminal, which may not take it" in told
            assert told.endswith(f"it is also in {place}")
            said = citation(sample_corpus(), sample_corpus().quotes[0])
            assert place.read_text("utf-8") == f"{said}\n"
            assert "opied " not in told

    async def test_a_program_that_takes_it_is_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept = program(tmp_path, "wl-copy")
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        async with exploring(tab="quotes") as journey:
            await journey.press("y")
            assert "(wl-copy)" in journey.seen
            assert not journey.app.clipboard
        assert kept.read_text("utf-8") == citation(sample_corpus(), sample_corpus().quotes[0])

    async def test_a_program_that_fails_is_not_believed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program(tmp_path, "xclip", code=1)
        program(tmp_path, "xsel", code=1)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
        monkeypatch.setenv("DISPLAY", ":0")
        async with exploring(tab="quotes") as journey:
            await journey.press("y")
            assert journey.app.clipboard
            assert "xclip" not in journey.seen

    @pytest.mark.parametrize(
        ("given", "platform", "programs"),
        [
            ({}, "linux", []),
            ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
            ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
            ({"TMUX": "/tmp/tmux"}, "linux", ["tmux", "tmux"]),
            ({"STY": "1.pts"}, "linux", []),
            ({"WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe"]),
            ({}, "darwin", ["pbcopy"]),
        ],
    )
    def test_the_programs_are_those_of_the_place(
        self, given: dict[str, str], platform: str, programs: list[str]
    ) -> None:
        assert [way.command[0] for way in ways(given, platform)] == programs
