"""What Results draws, in pictures that can be opened and looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.app.journey import exploring
from tests.council import council_corpus
from tests.snapshots.drawing import drawn
from tests.snapshots.test_looks import LARGE, MIDDLE, SMALL, Picture
from tui.build import build, seeds

README_PICTURE = Path(__file__).parent / "coalition.svg"


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Picture)


SIZES = pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=lambda size: str(size[0]))
VIEWS = {"seats": "", "claims": "c", "coalition": "p", "words": "t"}
"""The views, and the keys that lead to them."""


@SIZES
@pytest.mark.parametrize("view", VIEWS)
async def test_a_house_of_several_lists(
    view: str, size: tuple[int, int], picture: SnapshotAssertion
) -> None:
    async with exploring(council_corpus(), size=size, open_id="council") as journey:
        await journey.press(*VIEWS[view])
        if view == "coalition":
            await journey.press("space", "j", "j", "space")
        if view in ("seats", "words") and size == SMALL:
            # The charts are below what the contest is.
            await journey.press("l", "pagedown")
        assert drawn(journey) == picture


@pytest.mark.parametrize("colours", ["light", "none"])
@pytest.mark.parametrize("view", ["seats", "claims", "coalition"])
async def test_in_other_colours(
    view: str,
    colours: str,
    picture: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if colours == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    async with exploring(council_corpus(), size=MIDDLE, open_id="council") as journey:
        if colours == "light":
            journey.app.theme = "serbia-day"
        await journey.press(*VIEWS[view])
        if view == "coalition":
            await journey.press("space", "j", "j", "space")
        assert drawn(journey) == picture


async def test_a_coalition_in_sixteen_colours(picture: SnapshotAssertion) -> None:
    async with exploring(council_corpus(), size=MIDDLE, open_id="council") as journey:
        journey.app.theme = "ansi-dark"
        await journey.press("p", "space")
        assert drawn(journey) == picture


async def test_in_ascii(picture: SnapshotAssertion) -> None:
    async with exploring(
        council_corpus(), size=MIDDLE, open_id="council", encoding="ascii"
    ) as journey:
        await journey.press("p", "space", "j", "j", "space")
        assert drawn(journey) == picture


async def test_the_picture_in_the_readme_is_of_the_five_articles(
    request: pytest.FixtureRequest,
) -> None:
    """``make picture`` draws it; what the rules find may grow without a new picture."""
    if request.config.getoption("update_snapshots"):
        corpus = build(seeds()).corpus
        async with exploring(corpus, size=(132, 40), open_id="belgrade-city-2023") as journey:
            await journey.press("p", "space")
            README_PICTURE.write_text(drawn(journey), encoding="utf-8")
    shown = README_PICTURE.read_text("utf-8")
    assert "7&#160;short" in shown
