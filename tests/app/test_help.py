"""Finding out what one can do: footer, help and palette."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from textual.binding import Binding, BindingType

from tests.app.journey import exploring
from tui.app.commands import GUESSED, Matching
from tui.app.dialogs.help import Help
from tui.app.explorer import Explorer
from tui.app.key_help import sections
from tui.app.why_not import DIALOGS, REASONS
from tui.app.widgets.row_list import Listing


def bindings(of: Iterable[BindingType]) -> list[Binding]:
    return [binding for binding in of if isinstance(binding, Binding)]


class TestFooter:
    @pytest.mark.parametrize(("size", "least"), [((80, 24), 6), ((120, 40), 9), ((200, 60), 15)])
    async def test_it_uses_the_width_it_has_and_cuts_no_key(
        self, size: tuple[int, int], least: int
    ) -> None:
        async with exploring(size=size) as journey:
            for key in "123456":
                await journey.press(key)
                footer = journey.lines[-1]
                assert len(footer.strip().split("  ")) >= least
                assert footer.rstrip().endswith("q Quit")
                assert "? Help" in footer
                assert "/ Search" in footer

    @pytest.mark.parametrize(
        ("tab", "shown"),
        [
            ("timeline", "b Group"),
            ("actors", "e Neighbours"),
            ("results", "p Coalition"),
            ("quotes", "c Compare"),
        ],
    )
    async def test_what_can_be_done_here_alone_is_shown_in_80_columns(
        self, tab: str, shown: str
    ) -> None:
        async with exploring(size=(80, 24), tab=tab) as journey:
            assert shown in journey.lines[-1]

    async def test_two_keys_there_and_back_are_shown_as_one(self) -> None:
        async with exploring(size=(200, 60)) as journey:
            assert "d D Day  w W Week  m M Month  + - Zoom" in journey.lines[-1]

    async def test_a_click_on_a_key_presses_it(self) -> None:
        async with exploring(size=(200, 60)) as journey:
            await journey.pilot.click(offset=(journey.lines[-1].index("z Hide"), 59))
            await journey.settle()
            assert "z chart" in journey.lines[1]

    async def test_nothing_to_undo_shows_no_key_to_undo(self) -> None:
        async with exploring(tab="notebook", size=(200, 60)) as journey:
            assert "u Undo" not in journey.lines[-1]
            await journey.press("4", "space", "7")
            assert "u Undo" in journey.lines[-1]
            await journey.press("u")
            assert "u Undo" not in journey.lines[-1]

    async def test_enter_leads_to_no_hits_where_there_are_none(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("count")
            assert "Enter To the hits" in journey.lines[-1]
            await journey.type("zzzz")
            assert "Enter To the list" in journey.lines[-1]
            assert "To the hits" not in journey.lines[-1]
            await journey.press("enter")
            assert journey.pane.listing.has_focus

    async def test_keys_without_meaning_are_not_shown(self) -> None:
        async with exploring() as journey:
            assert "o Address" not in journey.lines[-1]
            assert "Esc Clear" not in journey.lines[-1]
            await journey.press("3")
            assert "s Sort" not in journey.lines[-1]


class TestAKeyThatCanDoNothingHere:
    @pytest.mark.parametrize(
        ("tab", "key", "why"),
        [
            ("timeline", "e", "e works in Actors: show who is mentioned together with this actor"),
            ("quotes", "t", "t works in Timeline, in Results"),
            ("sources", "d", "d works in Timeline: a day later"),
            ("timeline", "o", "No address: choose an article that has one, in Sources"),
            ("sources", "c", "Nobody to compare: choose somebody who is quoted, or a quote"),
            ("quotes", "n", "No hits to step through: search with / first"),
            ("quotes", "backspace", "This is the first place you were at"),
            ("quotes", "L", "This is the last place you were at"),
            ("quotes", "X", "Nothing to take away: what you have added is in Notes"),
            ("quotes", "ctrl+s", "No search to save: search with / first"),
            ("results", "s", "This list has one order"),
            ("overview", "s", "s works in a tab: change the sort order of this list"),
            (
                "overview",
                "b",
                "b works in Timeline: group the chart by kind, article or actor",
            ),
            ("notebook", "u", "Nothing to undo in these articles"),
            ("quotes", "U", "Nothing was undone in these articles"),
        ],
    )
    async def test_says_why(self, tab: str, key: str, why: str) -> None:
        async with exploring(tab=tab) as journey:
            await journey.press(key)
            assert [each.message for each in journey.app._notifications] == [why]

    async def test_says_it_once_while_it_is_held_down(self) -> None:
        async with exploring(tab="quotes") as journey:
            told = []
            said = journey.main.say

            def say(text: str, *given: Any, **named: Any) -> None:
                told.append(text)
                said(text, *given, **named)

            journey.main.say = say  # type: ignore[method-assign]
            await journey.press("e", "e", "e", "d", "d")
            assert len(told) == 2
            assert len(journey.app._notifications) == 1

    async def test_the_key_that_ends_a_command_in_a_shell_says_what_quits(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("ctrl+c")
            (told,) = journey.app._notifications
            assert told.message == "Ctrl+C does not quit here; press Ctrl+Q"

    @pytest.mark.parametrize("key", ["escape", "f12", "ctrl+y", "i"])
    async def test_says_nothing_where_it_is_for_nothing_or_leads_out(self, key: str) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press(key)
            assert not journey.app._notifications

    async def test_what_is_typed_into_a_field_is_no_key(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("eton")
            assert not journey.app._notifications

    def test_every_reason_is_for_an_action_that_there_is(self) -> None:
        every = bindings([*Explorer.BINDINGS, *(b for each in sections() for b in each.bindings)])
        actions = {each.partition("(")[0] for each in REASONS}
        assert actions <= {each.action.partition("(")[0] for each in every}


MOVES = {"enter", "escape", "tab", "shift+tab", "up", "down", "left", "right", "h", "l", "slash"}
"""Keys that move, begin and leave: what they do is told by where one is."""

CHOOSES = {"space"}
"""Puts a sign on what the cursor is on: a bookmark on a record, a list into a coalition, a
value into a filter."""


class TestAKeyMeansTheSame:
    def test_wherever_it_means_something(self) -> None:
        meanings: dict[str, set[str]] = {}
        for group in sections():
            # What is typed into a field is no key, and a dialog has the keyboard alone.
            if group.title in DIALOGS:
                continue
            for binding in bindings(group.bindings):
                for key in binding.key.split(","):
                    if key not in MOVES | CHOOSES:
                        meanings.setdefault(key, set()).add(binding.description)
        several = {key: told for key, told in meanings.items() if len(told) > 1}
        assert not several

    @pytest.mark.parametrize("tab", ["actors", "quotes", "results"])
    async def test_c_compares(self, tab: str) -> None:
        async with exploring(tab=tab, size=(200, 60)) as journey:
            assert "c Compare" in journey.lines[-1]

    @pytest.mark.parametrize("tab", ["timeline", "results"])
    async def test_t_shows_a_chart_as_text_and_again_draws_it(self, tab: str) -> None:
        async with exploring(tab=tab) as journey:
            before = journey.seen
            assert "t As text" in journey.lines[-1]
            await journey.press("t")
            assert journey.seen != before
            await journey.press("t")
            assert journey.seen.splitlines()[2:-1] == before.splitlines()[2:-1]


class TestHelp:
    async def test_question_mark_and_f1_show_all_keys_and_esc_closes(self) -> None:
        for key in ("?", "f1"):
            async with exploring() as journey:
                await journey.press(key)
                assert isinstance(journey.app.screen, Help)
                assert "Keys and signs" in journey.seen
                await journey.press("escape")
                assert not isinstance(journey.app.screen, Help)

    @pytest.mark.parametrize(
        ("tab", "first"),
        [
            ("timeline", "Here: in Timeline"),
            ("actors", "Here: in Actors"),
            ("sources", "Here: in Sources"),
            ("notebook", "Here: what you add"),
        ],
    )
    async def test_it_begins_with_the_keys_of_this_place(self, tab: str, first: str) -> None:
        async with exploring(tab=tab) as journey:
            await journey.press("?")
            others = ("Everywhere", "In Results", "In the filter")
            places = [journey.seen.find(title) for title in (first, *others)]
            assert places[0] > 0
            assert all(place < 0 or place > places[0] for place in places[1:])

    async def test_in_an_article_it_begins_with_its_keys(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "?")
            assert "Here: in an article" in journey.seen

    async def test_typing_filters_the_keys(self) -> None:
        async with exploring() as journey:
            await journey.press("?")
            await journey.type("week")
            assert "A week later" in journey.seen
            assert "Copy the record" not in journey.seen
            await journey.type(" zzz")
            assert "No key for week zzz" in journey.seen

    async def test_the_signs_are_explained(self) -> None:
        async with exploring() as journey:
            await journey.press("?")
            await journey.type("not from these")
            assert "†" in journey.seen

    def test_every_key_is_explained(self) -> None:
        everything = [*Explorer.BINDINGS, *(b for _title, some in sections() for b in some)]
        for binding in bindings(everything):
            assert binding.tooltip, binding

    async def test_help_scrolls_to_its_end_at_80_columns(self) -> None:
        async with exploring(size=(80, 24)) as journey:
            await journey.press("?", *["pagedown"] * 20)
            assert "what can be relied on" in journey.seen
            assert isinstance(journey.app.screen.query_one(Listing), Listing)

    @pytest.mark.parametrize("size", [(80, 24), (120, 40)])
    async def test_what_a_key_does_is_told_to_its_end(self, size: tuple[int, int]) -> None:
        async with exploring(size=size) as journey:
            await journey.press("question_mark")
            await journey.type("only what belongs")
            seen = " ".join(journey.seen.replace("│", " ").split())
            assert seen.count("Show only what belongs to this actor, article or day") == 1
            assert "again to show all" in seen
            listing = journey.app.screen.query_one(Listing)
            assert listing.region.right <= journey.app.screen.query_one("#help").region.right


class TestPalette:
    @pytest.mark.parametrize("key", ["ctrl+p", ":"])
    async def test_it_jumps_to_an_actor_typed_without_accents(self, key: str) -> None:
        async with exploring() as journey:
            await journey.press(key)
            await journey.type("zarko")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            await journey.press("enter")
            assert journey.main.view == "actors"
            assert journey.pane.listing.target == "milena-zarkovic"

    async def test_it_jumps_to_a_name_that_is_misspelt(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+p")
            await journey.type("zarcovich")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            assert any("Milena Žarković  actor · for zarcovich" in line for line in journey.lines)
            await journey.press("enter")
            assert journey.pane.listing.target == "milena-zarkovic"

    async def test_every_key_of_the_moment_is_a_command(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+p")
            await journey.type("copy the record")
            await journey.pilot.pause(0.3)
            await journey.press("enter")
            assert journey.app.clipboard

    def test_a_word_that_begins_so_comes_before_scattered_letters(self) -> None:
        matching = Matching("cir")
        assert matching.score("Đorđe Ćirić") > matching.score("crowd in Brodica") > 0
        assert matching.score("xyz") == 0

    def test_markup_in_a_name_is_lit_as_it_stands(self) -> None:
        assert Matching("he").lit("[He] said [/x]").plain == "[He] said [/x]"

    async def test_colours_can_be_changed(self) -> None:
        async with exploring() as journey:
            assert {"serbia-night", "serbia-day"} <= set(journey.app.available_themes)
            for theme in ("serbia-day", "ansi-dark", "nord"):
                journey.app.theme = theme
                await journey.settle()
                assert "Brodica votes" in journey.seen

    async def test_names_that_begin_as_typed_leave_no_room_for_noise(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+p")
            await journey.type("zark")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            found = [line for line in journey.lines if "  actor" in line or "  event" in line]
            assert found
            assert all("Žark" in line for line in found)

    @pytest.mark.parametrize("typed", ["theme", "them", "pictur"])
    async def test_a_command_that_is_typed_stands_alone(self, typed: str) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+p")
            await journey.type(typed)
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            assert not [line for line in journey.lines if f" · for {typed}" in line]

    async def test_a_guide_is_listed_in_the_help_and_opens_from_the_palette(self) -> None:
        async with exploring() as journey:
            await journey.press("question_mark")
            await journey.type("disagree")
            assert "Guide: disagreements" in journey.seen
            await journey.press("escape", "ctrl+p")
            await journey.type("guide dis")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            await journey.press("enter")
            for _ in range(100):  # A document is laid out bit by bit.
                if "Figures, majorities and disagreements" in journey.seen:
                    break
                await journey.pilot.pause(0.05)
            assert "Figures, majorities and disagreements" in journey.seen
            await journey.press("escape")
            assert journey.app.screen is journey.main

    async def test_of_what_was_perhaps_meant_there_is_little(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+p")
            await journey.type("counnt")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            assert 0 < sum(" · for counnt" in line for line in journey.lines) <= GUESSED

    async def test_it_begins_with_what_the_footer_shows(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+p")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            listed = "\n".join(journey.lines)
            assert "Scroll" not in listed
            assert listed.index("Search this tab") < listed.index("First line")
