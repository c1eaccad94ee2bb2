"""In a terminal that knows fewer signs, all that stands on the screen is made of those."""

from __future__ import annotations

import pytest

from tests.app.journey import exploring


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "5", "6", "question_mark", "ctrl+p"])
async def test_every_tab_and_dialog_is_ascii_and_keeps_its_lines(key: str) -> None:
    async with exploring(encoding="ascii") as journey:
        await journey.press(key)
        assert journey.seen.isascii()
        assert {len(line) for line in journey.lines} == {120}


async def test_names_are_spelt_without_their_accents() -> None:
    async with exploring(encoding="ascii", tab="actors") as journey:
        assert "Dorde Ciric" in journey.seen


async def test_what_an_encoding_has_stays() -> None:
    async with exploring(encoding="cp1250", tab="actors") as journey:
        assert "Đorđe Ćirić" in journey.seen
        journey.seen.encode("cp1250")


async def test_at_least_stays_at_least() -> None:
    async with exploring(encoding="ascii", size=(160, 60), tab="results") as journey:
        assert ">=30" in journey.seen
        assert {len(line) for line in journey.lines} == {160}
