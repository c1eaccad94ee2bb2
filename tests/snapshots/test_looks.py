"""What the explorer looks like, in pictures that can be opened and looked at.

Each is the screen as Textual exports it. ``make picture`` draws them again; whoever does
looks at what has changed before committing it.
"""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.app.journey import Journey, exploring
from tests.snapshots.drawing import drawn


class Picture(SingleFileSnapshotExtension):
    """An SVG file a picture."""

    _write_mode = WriteMode.TEXT
    file_extension = "svg"


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The picture that a test has to look like."""
    return snapshot.use_extension(Picture)


SMALL, MIDDLE, LARGE = (80, 24), (120, 40), (200, 60)
LOOKS = pytest.mark.parametrize(
    ("size", "colours"),
    [(SMALL, "dark"), (MIDDLE, "dark"), (LARGE, "dark"), (MIDDLE, "light"), (MIDDLE, "none")],
    ids=["small-dark", "middle-dark", "large-dark", "middle-light", "middle-none"],
)
"""Each size, and at one of them all colours and none: what has a colour has it at every size."""
TABS = ("timeline", "actors", "results", "quotes", "sources")


async def comparing(journey: Journey) -> None:
    """Put three speakers side by side, on some words."""
    await journey.press("c", "c")
    await journey.type("off")
    await journey.press("space", "enter", "down", "right")


async def filtering(journey: Journey) -> None:
    """Choose two speakers, then look at another facet."""
    await journey.press("f", "space", "down", "space", "left", "left")
    # The cursor of the field blinks.
    journey.app.screen.set_focus(None)
    await journey.settle()


class TestTheOverview:
    """What the explorer opens with, in all sizes, and in all colours and in none."""

    @LOOKS
    async def test_at_each_size(
        self,
        size: tuple[int, int],
        colours: str,
        picture: SnapshotAssertion,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        if colours == "none":
            monkeypatch.setenv("NO_COLOR", "1")
        async with exploring(size=size, tab="overview") as journey:
            if colours == "light":
                journey.app.theme = "serbia-day"
            await journey.press("j")
            assert drawn(journey) == picture


class TestMiddle:
    """At 120 columns, list and detail side by side."""

    @pytest.mark.parametrize("tab", TABS)
    async def test_each_tab(self, tab: str, picture: SnapshotAssertion) -> None:
        async with exploring(size=MIDDLE, tab=tab) as journey:
            await journey.press("j", "j")
            assert drawn(journey) == picture

    async def test_the_reader(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=MIDDLE, tab="quotes") as journey:
            await journey.press("j", "j", "enter")
            assert drawn(journey) == picture

    async def test_a_search_in_the_article_that_is_read(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=MIDDLE, tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("clean hands")
            await journey.press("enter", "n")
            assert drawn(journey) == picture

    async def test_a_search(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=MIDDLE, tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("count")
            await journey.press("enter")
            assert drawn(journey) == picture

    async def test_help(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=MIDDLE) as journey:
            await journey.press("?")
            # The cursor of the field blinks.
            journey.app.screen.set_focus(None)
            await journey.settle()
            assert drawn(journey) == picture

    async def test_a_filter(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=MIDDLE, tab="quotes") as journey:
            await filtering(journey)
            assert drawn(journey) == picture

    async def test_speakers_side_by_side(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=MIDDLE, tab="quotes") as journey:
            await comparing(journey)
            assert drawn(journey) == picture


class TestSmall:
    """At 80 columns, the detail below the list."""

    @pytest.mark.parametrize("tab", ["timeline", "results", "quotes"])
    async def test_each_tab(self, tab: str, picture: SnapshotAssertion) -> None:
        async with exploring(size=SMALL, tab=tab) as journey:
            await journey.press("j", "j")
            assert drawn(journey) == picture

    async def test_a_filter(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=SMALL, tab="quotes") as journey:
            await filtering(journey)
            assert drawn(journey) == picture

    async def test_speakers_side_by_side(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=SMALL, tab="quotes") as journey:
            await comparing(journey)
            assert drawn(journey) == picture


class TestLarge:
    """At 200 columns, the article beside both."""

    @pytest.mark.parametrize("tab", ["timeline", "quotes"])
    async def test_each_tab(self, tab: str, picture: SnapshotAssertion) -> None:
        async with exploring(size=LARGE, tab=tab) as journey:
            await journey.press("j", "j")
            assert drawn(journey) == picture


class TestDisagreements:
    """Where the articles disagree."""

    @pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=["small", "middle", "large"])
    async def test_at_each_size(self, size: tuple[int, int], picture: SnapshotAssertion) -> None:
        async with exploring(size=size, open_id="was-the-count-clean") as journey:
            await journey.press("l")
            assert drawn(journey) == picture

    async def test_by_day(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=MIDDLE, open_id="was-the-count-clean") as journey:
            journey.app.theme = "serbia-day"
            await journey.press("l")
            assert drawn(journey) == picture

    async def test_without_colour(
        self, picture: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("NO_COLOR", "1")
        async with exploring(size=MIDDLE, open_id="was-the-count-clean") as journey:
            await journey.press("l")
            assert drawn(journey) == picture


class TestTheChartOfTime:
    """Lanes, a cursor, and the years that are folded: all sizes, all colours, and none."""

    @LOOKS
    async def test_lanes(
        self,
        size: tuple[int, int],
        colours: str,
        picture: SnapshotAssertion,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        if colours == "none":
            monkeypatch.setenv("NO_COLOR", "1")
        async with exploring(size=size, tab="timeline") as journey:
            if colours == "light":
                journey.app.theme = "serbia-day"
            await journey.press("j", "j", "b")
            assert drawn(journey) == picture

    async def test_in_numbers(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=MIDDLE, tab="timeline") as journey:
            await journey.press("j", "j", "t")
            assert drawn(journey) == picture

    async def test_in_sixteen_colours(self, picture: SnapshotAssertion) -> None:
        async with exploring(size=SMALL, tab="timeline") as journey:
            journey.app.theme = "ansi-dark"
            await journey.press("j", "j")
            assert drawn(journey) == picture


class TestActors:
    """An actor over time and among its neighbours."""

    @pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=["small", "middle", "large"])
    async def test_the_card(self, size: tuple[int, int], picture: SnapshotAssertion) -> None:
        async with exploring(size=size, open_id="clean-hands") as journey:
            assert drawn(journey) == picture

    @pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=["small", "middle", "large"])
    async def test_among_neighbours(
        self, size: tuple[int, int], picture: SnapshotAssertion
    ) -> None:
        async with exploring(size=size, open_id="clean-hands") as journey:
            await journey.press("e")
            assert drawn(journey) == picture

    @pytest.mark.parametrize("key", ["l", "e"], ids=["card", "neighbours"])
    @pytest.mark.parametrize("colours", ["light", "none"])
    async def test_in_other_colours(
        self,
        colours: str,
        key: str,
        picture: SnapshotAssertion,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        if colours == "none":
            monkeypatch.setenv("NO_COLOR", "1")
        async with exploring(size=MIDDLE, open_id="clean-hands") as journey:
            if colours == "light":
                journey.app.theme = "serbia-day"
            await journey.press(key)
            assert drawn(journey) == picture
