"""Getting about: tabs, lists, details, and the way back."""

from __future__ import annotations

from asyncio import Event

import pytest

from tests.app.journey import exploring
from tui.app.history import History, Location
from tui.app.widgets.record_page import RecordPage
from tui.app.widgets.row_list import Listing


class TestFromTabToTab:
    @pytest.mark.parametrize(
        ("key", "view"),
        [
            ("1", "timeline"),
            ("2", "actors"),
            ("3", "results"),
            ("4", "quotes"),
            ("5", "disagreements"),
            ("6", "sources"),
            ("7", "notebook"),
        ],
    )
    async def test_a_number_goes_to_its_tab_and_its_list_has_the_focus(
        self, key: str, view: str
    ) -> None:
        async with exploring() as journey:
            await journey.press("2" if key == "1" else "1", key)
            assert journey.main.view == view
            assert journey.main.focused is journey.pane.listing

    async def test_every_tab_shows_its_count(self) -> None:
        async with exploring() as journey:
            for label in (
                "Timeline 10",
                "Actors 7",
                "Results 9",
                "Quotes 11",
                "Disagreements 2",
                "Sources 3",
            ):
                assert label in journey.lines[0]

    async def test_brackets_go_round_the_tabs(self) -> None:
        async with exploring() as journey:
            await journey.press("[")
            assert journey.main.view == "overview"
            await journey.press("[")
            assert journey.main.view == "notebook"
            await journey.press("]", "]", "]")
            assert journey.main.view == "actors"

    async def test_a_tab_keeps_its_place(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "j", "j")
            before = journey.pane.record
            await journey.press("1", "4")
            assert journey.pane.record is before


class TestInAList:
    async def test_letters_and_arrows_move_alike(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "j", "down", "k")
            assert journey.pane.listing.target == journey.listed[1]

    async def test_capital_g_goes_to_the_last_and_g_to_the_first(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "G")
            assert journey.pane.listing.target == journey.listed[-1]
            await journey.press("g")
            assert journey.pane.listing.target == journey.listed[0]

    async def test_a_screenful_moves_the_cursor_and_shows_it(self) -> None:
        async with exploring(size=(80, 24)) as journey:
            await journey.press("4", "pagedown")
            assert journey.pane.listing.target != journey.listed[0]
            await journey.press("pageup", "pageup")
            assert journey.pane.listing.target == journey.listed[0]

    async def test_the_detail_follows_the_cursor(self) -> None:
        async with exploring() as journey:
            await journey.press("2", "j")
            assert "Đorđe Ćirić" in journey.card

    async def test_the_row_under_the_cursor_is_marked_by_a_sign_and_not_by_colour_alone(
        self,
    ) -> None:
        async with exploring() as journey:
            await journey.press("2")
            assert any(line.startswith("▌ Clean Hands") for line in journey.lines)


class TestInADetail:
    async def test_l_and_tab_go_there_and_h_comes_back(self) -> None:
        async with exploring() as journey:
            await journey.press("2", "l")
            assert isinstance(journey.main.focused, RecordPage)
            await journey.press("h")
            assert isinstance(journey.main.focused, Listing)
            await journey.press("tab")
            assert isinstance(journey.main.focused, RecordPage)
            await journey.press("shift+tab")
            assert isinstance(journey.main.focused, Listing)

    async def test_enter_on_a_link_goes_to_the_record_in_its_tab(self) -> None:
        async with exploring(open_id="milena-zarkovic") as journey:
            await journey.press("l")
            page = journey.pane.page
            page.seek("clean-hands")
            await journey.press("enter")
            assert journey.pane.record is not None
            assert journey.pane.record.id == "clean-hands"

    async def test_what_is_long_is_scrolled_before_it_is_passed_over(self) -> None:
        async with exploring(size=(80, 24), open_id="brodica-2022") as journey:
            await journey.press("l")
            page = journey.pane.page
            seen: set[int] = set()
            for _ in range(80):
                seen.update(range(page.scroll_offset.y, page.scroll_offset.y + page.tall))
                await journey.pilot.press("j")
            assert seen >= set(range(round(page.max_scroll_y) + page.tall))


class TestBackAndForward:
    async def test_backspace_returns_to_the_record_one_came_from(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "j", "2", "backspace")
            assert journey.main.view == "quotes"
            assert journey.pane.listing.target == journey.listed[1]

    async def test_capital_h_and_l_go_back_and_forward(self) -> None:
        async with exploring() as journey:
            await journey.press("2", "3", "H", "H")
            assert journey.main.view == "timeline"
            await journey.press("L")
            assert journey.main.view == "actors"

    async def test_back_from_a_passage_leads_to_the_row_it_was_opened_from(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "j", "j", "enter")
            assert journey.main.view == "reader"
            await journey.press("backspace")
            assert journey.main.view == "quotes"
            assert journey.pane.listing.target == journey.listed[2]

    async def test_at_the_first_place_there_is_no_way_back(self) -> None:
        async with exploring() as journey:
            await journey.press("backspace", "H")
            assert journey.main.view == "timeline"
            assert "Back" not in journey.lines[-1]


class TestPlaces:
    def test_going_somewhere_forgets_what_lay_ahead(self) -> None:
        places = History()
        for view in ("a", "b", "c"):
            places.go(Location(view))
        places.step(-1)
        places.go(Location("d"))
        assert [place.view for place in places.visited] == ["a", "b", "d"]
        assert places.step(1) is None

    def test_a_place_is_remembered_as_it_was_left(self) -> None:
        places = History()
        places.go(Location("a"))
        places.leave(Location("a", "x", None, 7))
        places.go(Location("b"))
        assert places.step(-1) == Location("a", "x", None, 7)


class TestBeginning:
    async def test_open_begins_at_a_record(self) -> None:
        async with exploring(open_id="harbour-party") as journey:
            assert journey.main.view == "actors"
            assert journey.pane.listing.target == "harbour-party"

    async def test_tab_begins_at_a_tab(self) -> None:
        async with exploring(tab="quotes") as journey:
            assert journey.main.view == "quotes"

    async def test_an_id_that_is_not_there_is_said_and_the_overview_shown(self) -> None:
        async with exploring(open_id="[nobody]") as journey:
            assert journey.main.view == "overview"
            assert "There is no record [nobody]" in journey.seen


class TestWithAMouse:
    async def test_a_click_under_the_thumb_of_a_scrollbar_goes_a_screenful_down(self) -> None:
        async with exploring(size=(100, 20), tab="quotes") as journey:
            listing = journey.pane.listing
            bar = listing.vertical_scrollbar
            below = (0, bar.size.height - 1)
            moved = Event()
            journey.pane.watch(listing, "scroll_y", moved.set, init=False)
            await journey.pilot.mouse_down(bar, offset=below)
            await journey.pilot.mouse_up(bar, offset=below)
            await moved.wait()
            assert listing.scroll_target_y == bar.size.height
