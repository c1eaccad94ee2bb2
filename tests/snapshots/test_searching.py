"""What searching looks like: everything searched at once, and the field with what it suggests."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from tests.app.journey import Journey, exploring
from tests.snapshots.drawing import drawn
from tests.snapshots.test_looks import MIDDLE, SMALL, Picture


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Picture)


SIZES = pytest.mark.parametrize("size", [SMALL, MIDDLE], ids=["small", "middle"])


async def typing(journey: Journey, key: str, text: str) -> None:
    """Type into the field that a key opens; its cursor does not blink."""
    await journey.press(key)
    assert isinstance(journey.app.focused, Input)
    journey.app.focused.cursor_blink = False
    await journey.type(text)


@SIZES
class TestEverywhere:
    async def test_before_anything_is_typed(
        self, size: tuple[int, int], picture: SnapshotAssertion
    ) -> None:
        async with exploring(size=size) as journey:
            await typing(journey, "ctrl+f", "")
            assert drawn(journey) == picture

    async def test_with_hits(self, size: tuple[int, int], picture: SnapshotAssertion) -> None:
        async with exploring(size=size) as journey:
            await typing(journey, "ctrl+f", "clean")
            assert drawn(journey) == picture

    async def test_with_an_articles_text(
        self, size: tuple[int, int], picture: SnapshotAssertion
    ) -> None:
        async with exploring(size=size) as journey:
            await typing(journey, "ctrl+f", "kind:article brodica")
            assert drawn(journey) == picture

    async def test_with_nothing_found(
        self, size: tuple[int, int], picture: SnapshotAssertion
    ) -> None:
        async with exploring(size=size) as journey:
            await typing(journey, "ctrl+f", "sqaure zebra")
            assert drawn(journey) == picture


@SIZES
class TestTheField:
    async def test_with_names_of_fields(
        self, size: tuple[int, int], picture: SnapshotAssertion
    ) -> None:
        async with exploring(size=size, tab="quotes") as journey:
            await typing(journey, "slash", "s")
            assert drawn(journey) == picture

    async def test_with_values_and_how_many_have_each(
        self, size: tuple[int, int], picture: SnapshotAssertion
    ) -> None:
        async with exploring(size=size, tab="quotes") as journey:
            await typing(journey, "slash", "count speaker:")
            assert drawn(journey) == picture

    async def test_with_a_hint(self, size: tuple[int, int], picture: SnapshotAssertion) -> None:
        async with exploring(size=size, tab="quotes") as journey:
            await typing(journey, "slash", "mood:angry square")
            assert drawn(journey) == picture
