"""The theme that a reader chooses is there the next time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import sample_corpus
from tui.app.explorer import Explorer
from tui.appearance import Appearance


def explorer(place: Path) -> Explorer:
    return Explorer(lambda _say: sample_corpus(), appearance=Appearance(place))


@pytest.mark.parametrize("theme", ["serbia-day", "ansi-dark", "nord"])
async def test_it_is_kept(tmp_path: Path, theme: str) -> None:
    first = explorer(tmp_path / "new" / "theme")
    async with first.run_test() as pilot:
        assert first.theme == "serbia-night"
        first.theme = theme
        await pilot.pause()
    second = explorer(tmp_path / "new" / "theme")
    async with second.run_test() as pilot:
        await pilot.pause()
        assert second.theme == theme
        assert second.has_class(f"-theme-{theme}")
        assert second.has_class("-light-mode") == (not second.current_theme.dark)


@pytest.mark.parametrize("data", [b"", b"no such theme\n", b"\xff\xfe", b"x" * 1000])
async def test_what_is_no_theme_is_as_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "theme").write_bytes(data)
    app = explorer(tmp_path / "theme")
    async with app.run_test():
        assert app.theme == "serbia-night"


async def test_none_is_kept_before_one_is_chosen(tmp_path: Path) -> None:
    async with explorer(tmp_path / "theme").run_test():
        pass
    assert not list(tmp_path.iterdir())


async def test_where_it_cannot_be_kept_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    app = explorer(tmp_path / "file" / "theme")
    async with app.run_test(notifications=True) as pilot:
        app.theme = "serbia-day"
        await pilot.pause()
        assert any("not kept" in each.message for each in app._notifications)
