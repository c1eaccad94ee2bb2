"""What looks as before is not painted again."""

from __future__ import annotations

from typing import Any

import pytest
from textual.content import Content
from textual.scrollbar import ScrollBar

from tests.app.journey import exploring
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.time_strip import TimeStrip

SMALL = (80, 24)


async def test_of_a_tab_that_is_come_back_to_neither_scrollbar_nor_chart_is_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[object] = []
    lay_out = TimeStrip._lay_out

    def noted(strip: TimeStrip, anchor: tuple[int, int] | None) -> None:
        made.append(strip)
        lay_out(strip, anchor)

    async with exploring(size=SMALL) as journey:
        assert journey.pane.listing.show_vertical_scrollbar
        await journey.press("4", "1")
        monkeypatch.setattr(ScrollBar, "refresh", lambda bar, **_how: made.append(bar), False)
        monkeypatch.setattr(TimeStrip, "_lay_out", noted)
        await journey.press("4", "1")
        assert made == []
        await journey.press("G")
        assert journey.pane.listing.vertical_scrollbar in made


async def test_the_keys_below_are_painted_anew_where_others_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    painted: list[Any] = []
    content = KeyBar.content

    def noted(bar: KeyBar) -> Content:
        painted.append(bar)
        return content(bar)

    async with exploring() as journey:
        monkeypatch.setattr(KeyBar, "content", noted)
        journey.main.refresh_bindings()
        await journey.settle()
        assert painted == []
        await journey.press("l")
        assert painted
        assert "Enter Open" in journey.lines[-1]


async def test_the_chart_of_time_follows_a_window_that_changes_while_it_is_hidden() -> None:
    async with exploring(size=(120, 50)) as journey:
        expected = journey.seen
    async with exploring(size=SMALL) as journey:
        await journey.press("4")
        await journey.pilot.resize_terminal(120, 50)
        await journey.press("1")
        assert journey.seen.splitlines()[:12] == expected.splitlines()[:12]
