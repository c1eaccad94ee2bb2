"""Searching everything at once, and the searches of before."""

from __future__ import annotations

from dataclasses import replace

from textual.widgets import Input

from tests.app.journey import MIDDLE, Journey, exploring
from tests.samples import sample_corpus
from tui.app.dialogs.search_all import SearchAll
from tui.app.widgets.row_list import Listing
from tui.app.widgets.search_box import SearchBox
from tui.build import build, seeds
from tui.filters import ByActor
from tui.notes import InMemory, Notes


def everywhere(journey: Journey) -> SearchAll:
    screen = journey.app.screen
    assert isinstance(screen, SearchAll)
    return screen


class TestForTheFirstTime:
    async def test_election_theft_in_tepics_words_takes_six_keys_that_the_footer_told(self) -> None:
        for size in ((80, 24), MIDDLE):
            async with exploring(build(seeds()).corpus, size=size) as journey:
                assert "Ctrl+F Search all" in journey.lines[-1]
                keys = ["ctrl+f", *"theft"]
                assert len(keys) <= 6
                await journey.press(*keys)
                shown = [line for line in journey.lines if "election theft" in line]
                assert shown
                above = [journey.lines[journey.lines.index(line) - 1] for line in shown]
                assert any("Marinika Tepić" in line for line in above)
                assert "Enter Go to it" in journey.lines[-1]

    async def test_it_says_by_example_what_can_be_asked(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            assert "speaker:tepic -vote" in journey.seen
            assert "these words one" in journey.seen


class TestSearchingEverything:
    async def test_is_what_one_does_where_nothing_is_added_yet(self) -> None:
        async with exploring(tab="notebook") as journey:
            await journey.press("slash", *"square")
            assert "2 of 44 · square" in journey.lines[1]
            await journey.press("escape", "2", "space", "7", "slash", *"square")
            assert journey.main.view == "notebook"
            assert not journey.app.screen.is_modal
            assert journey.pane.query_text == "square"

    async def test_hits_stand_in_groups_with_their_counts(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("clean")
            assert any(line.strip().startswith("Quotes  3") for line in journey.lines)
            assert any(line.strip().startswith("Actors  1") for line in journey.lines)
            assert "of 44 · clean · in" in journey.lines[1]

    async def test_a_hit_says_why_it_is_one_and_is_lit(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("zarkovic")
            assert "speaker Milena Žarković" in journey.seen
            lit = {
                segment.text
                for strip in journey.app.screen._compositor.render_strips()
                for segment in strip
                if segment.style and segment.style.underline and segment.style.bold
            }
            assert "Žarković" in lit

    async def test_enter_goes_to_the_record_and_enter_again_to_its_passage(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("square")
            await journey.press("enter")
            assert journey.main.view == "quotes"
            assert journey.pane.listing.target == sample_corpus().quotes[2].id
            await journey.press("enter")
            assert journey.main.view == "reader"
            assert any(line.startswith("▌  “We will not leave") for line in journey.lines)
            await journey.press("backspace", "backspace")
            assert journey.main.view == "timeline"

    async def test_enter_twice_without_waiting_is_the_passage(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("square")
            for _ in range(2):
                journey.app.simulate_key("enter")
            await journey.settle()
            await journey.settle()
            assert journey.main.view == "reader"
            assert "We will not leave the square" in journey.seen

    async def test_an_article_opens_where_it_has_the_words_and_its_card_shows_where(self) -> None:
        async with exploring(size=(120, 30)) as journey:
            await journey.press("ctrl+f")
            await journey.type("kind:article bridge")
            assert "In the text  1" in journey.seen
            assert "the old bridge was closed" in journey.seen
            await journey.press("enter")
            assert journey.main.view == "reader"
            here = journey.main.places.here
            assert here is not None
            assert here.anchor is not None
            assert journey.main.corpus.words(here.anchor) == "bridge"
            await journey.press("backspace")
            assert journey.main.view == "timeline"

    async def test_where_articles_disagree_is_found_too(self) -> None:
        async with exploring() as journey:
            about = sample_corpus().disagreements[0]
            await journey.press("ctrl+f")
            await journey.type("kind:value")
            assert any(line.strip().startswith("Disagreements  ") for line in journey.lines)
            assert about.about[:20] in journey.seen
            await journey.press("enter")
            assert journey.main.view == "disagreements"
            assert journey.pane.record == about

    async def test_a_long_reason_leaves_room_for_the_record(self) -> None:
        sample = sample_corpus()
        first = sample.disagreements[0]
        says = "a needle, told " + "at great length and " * 4
        side = first.sides[0]._replace(says=says)
        differing = replace(first, sides=(side, *first.sides[1:]))
        async with exploring(replace(sample, disagreements=(differing,))) as journey:
            await journey.press("ctrl+f")
            await journey.type("needle")
            (row,) = [line for line in journey.lines if "a side: a needle" in line[:48]]
            assert first.about[:12] in row

    async def test_esc_returns_to_where_one_was(self) -> None:
        async with exploring(tab="actors") as journey:
            await journey.press("j", "j")
            before = journey.pane.record
            await journey.press("ctrl+f")
            await journey.type("square")
            await journey.press("down", "escape")
            assert journey.app.screen is journey.main
            assert journey.main.view == "actors"
            assert journey.pane.record is before
            assert journey.main.focused is journey.pane.listing

    async def test_more_hits_of_a_kind_than_are_shown_are_one_key_away_in_their_tab(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("kind:quote")
            assert "all 11 quotes …" in journey.seen
            listing = everywhere(journey).query_one(Listing)
            listing.seek(listing.targets[5])
            await journey.press("down", "enter")
            assert journey.main.view == "quotes"
            assert journey.pane.query_text == "kind:quote"
            assert len(journey.listed) == 11

    async def test_from_the_detail_one_goes_on_to_a_passage(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("square")
            await journey.press("down", "right", "enter")
            assert journey.main.view == "reader"

    async def test_nothing_found_says_what_was_perhaps_meant(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("sqaure")
            assert "Nothing matches sqaure." in journey.seen
            assert "Did you mean square? 1 hit" in journey.seen

    async def test_nothing_found_says_which_part_is_to_go(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("square zebra")
            assert "Quotes: leave out zebra: 1" in journey.seen

    async def test_of_words_that_nobody_says_the_one_that_was_perhaps_meant_is_kept(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("sqaure zebra")
            assert "Only square (instead of sqaure)  1 quote" in journey.seen
            await journey.press("ctrl+f")
            assert "Quotes: only square (instead of sqaure): 1" in journey.seen
            assert "Try fewer" not in journey.seen

    async def test_the_footer_offers_to_go_where_there_is_something_to_go_to(self) -> None:
        for size in ((80, 24), MIDDLE):
            async with exploring(size=size) as journey:
                await journey.press("ctrl+f")
                assert "Go to it" not in journey.lines[-1]
                assert "↓" not in journey.lines[-1]
                await journey.type("square")
                assert "Enter Go to it" in journey.lines[-1]
                assert "↓ Hits" in journey.lines[-1]
                await journey.type("zzz")
                assert "Go to it" not in journey.lines[-1]
                assert "↓" not in journey.lines[-1]
                # What leads nowhere keeps no key from the field.
                await journey.press("enter", "down")
                await journey.press("backspace", "backspace", "backspace", "down")
                assert journey.app.screen.focused is everywhere(journey).listing

    async def test_an_unknown_field_is_read_literally_and_the_fields_are_named(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("foo:square")
            assert "foo: is no field" in journey.lines[1]

    async def test_a_filter_does_not_narrow_it(self) -> None:
        async with exploring(open_id="clean-hands") as journey:
            journey.main.corpus = journey.main.corpus.narrowed(ByActor("clean-hands"))
            await journey.press("ctrl+f")
            await journey.type("square")
            assert "2 of 44" in journey.lines[1]

    async def test_words_typed_in_a_tab_are_taken_along(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("square")
            await journey.press("ctrl+f")
            assert everywhere(journey).query_one(Input).value == "square"
            assert "2 of 44 · square" in journey.lines[1]

    async def test_what_was_looked_for_last_is_there_again_to_be_typed_over(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("square")
            await journey.press("escape", "ctrl+f")
            assert "2 of 44 · square" in journey.lines[1]
            await journey.type("clean")
            assert everywhere(journey).query_one(Input).value == "clean"

    async def test_no_letter_that_is_typed_ahead_is_lost(self) -> None:
        async with exploring() as journey:
            for key in ("ctrl+f", "s", "q", "u"):
                journey.app.simulate_key(key)
            await journey.settle()
            await journey.settle()
            assert everywhere(journey).query_one(Input).value == "squ"


class TestTheSearchesOfBefore:
    async def test_the_up_arrow_brings_them_back_and_down_what_was_typed(self) -> None:
        keeper = InMemory(Notes(recent=("count", "square")))
        async with exploring(tab="quotes", keeper=keeper) as journey:
            await journey.press("slash")
            await journey.type("cl")
            field = journey.main.query_one(Input)
            for key, text, hits in (
                ("up", "count", 3), ("up", "square", 1), ("up", "square", 1),
                ("down", "count", 3), ("down", "cl", 3),
            ):  # fmt: skip
                await journey.press(key)
                assert field.value == text
                assert len(journey.listed) == hits

    async def test_a_search_is_remembered_when_its_hits_are_gone_to(self) -> None:
        keeper = InMemory()
        async with exploring(tab="quotes", keeper=keeper) as journey:
            await journey.press("slash")
            await journey.type("square")
            await journey.press("enter", "ctrl+f")
            await journey.type("clean")
            await journey.press("enter")
            assert keeper.read().notes.recent == ("clean", "square")

    async def test_half_a_word_is_remembered_so_that_it_finds_the_same(self) -> None:
        keeper = InMemory()
        async with exploring(tab="quotes", keeper=keeper) as journey:
            await journey.press("slash")
            await journey.type("squ")
            found = journey.listed
            await journey.press("enter")
            assert "squ*" in journey.lines[1]
            assert journey.listed == found
            assert keeper.read().notes.recent == ("squ*",)

    async def test_they_are_there_in_the_next_run(self) -> None:
        keeper = InMemory()
        for number in range(2):
            async with exploring(tab="quotes", keeper=keeper) as journey:
                await journey.press("slash")
                if number == 0:
                    await journey.type("square")
                    await journey.press("enter")
                else:
                    await journey.press("up")
                    assert len(journey.listed) == 1


class TestCompletion:
    async def test_names_of_fields_are_suggested_and_tab_takes_one(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("sp")
            assert "Tab Complete" in journey.lines[-1]
            await journey.press("tab")
            assert journey.main.query_one(Input).value == "speaker:"
            assert journey.main.query_one(SearchBox).typing

    async def test_values_are_suggested_with_their_counts_and_quoted(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("speaker:mil")
            assert any("Milena Žarković" in line and "4  Tab" in line for line in journey.lines)
            await journey.press("right")
            assert journey.main.query_one(Input).value == 'speaker:"Milena Žarković"'
            assert len(journey.listed) == 4

    async def test_the_arrows_choose_among_several_and_enter_takes(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("s")
            await journey.press("down", "down", "up", "down", "enter")
            assert journey.main.query_one(Input).value == "source:"

    async def test_nothing_is_taken_unless_one_asks(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("speaker:mil")
            await journey.press("enter")
            assert journey.main.focused is journey.pane.listing
            assert journey.pane.query_text == "speaker:mil*"
            assert "Complete" not in journey.lines[-1]

    async def test_without_any_tab_goes_on_to_the_list(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("zzz")
            await journey.press("tab")
            assert not journey.main.query_one(SearchBox).typing

    async def test_everywhere_too(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("party:")
            await journey.press("tab")
            assert everywhere(journey).query_one(Input).value == 'party:"Clean Hands"'
