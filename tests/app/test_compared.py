"""What speakers say, side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.journey import Journey, exploring
from tests.app.test_hostile import LITERAL, ROOMY, acting, hostile
from tests.samples import sample_corpus
from tui.app.dialogs.facets import Facets
from tui.app.panes.compared import Compared
from tui.app.search_worker import RECORDS
from tui.corpus import Corpus

SMALL = (80, 24)
ZARKOVIC, CIRIC, OFFICIALS = (
    "milena-zarkovic",
    "djordje-ciric",
    "officials-of-the-electoral-board",
)


def compared(journey: Journey) -> Compared:
    return journey.main.query_one("#compared", Compared)


def at(journey: Journey) -> tuple[str, int]:
    """The words under the cursor, and their column."""
    view = compared(journey)
    assert view.record is not None
    return getattr(view.record, "text", ""), view.grid.column


class TestReaching:
    async def test_c_on_a_quote_puts_its_speaker_beside_the_most_quoted_other(self) -> None:
        async with exploring(tab="quotes") as journey:
            journey.pane.listing.seek(sample_corpus().quotes[2].id)
            await journey.settle()
            await journey.press("c")
            assert compared(journey).comparison.speakers == (ZARKOVIC, CIRIC)
            assert "2 speakers side by side · 9 quotes" in journey.lines[1]
            heads = journey.lines[3]
            assert heads.index("Milena Žarković") < heads.index("Đorđe Ćirić")
            # Whose quotes begin further down is said where the column would look empty.
            later = [n for n in (0, 1) if not compared(journey).comparison.groups[0].rows[0][n]]
            assert [" · from " in half for half in (heads[:60], heads[60:])] == [
                n in later for n in (0, 1)
            ]
            # Two keys lead back; one of them is enough for the bar.
            assert journey.lines[-1].count(" Back") == 1

    async def test_c_on_an_actor_does_too_and_backspace_comes_back(self) -> None:
        async with exploring(open_id="clean-hands") as journey:
            await journey.press("c")
            assert compared(journey).comparison.speakers == ("clean-hands", ZARKOVIC)
            assert "Beside: Milena Žarković. c chooses" in " ".join(journey.seen.split())
            await journey.press("backspace")
            assert journey.main.view == "actors"
            assert journey.pane.listing.target == "clean-hands"

    async def test_it_is_a_command_of_the_palette(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("ctrl+p")
            await journey.type("side by side")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            await journey.press("enter")
            assert journey.main.view == "compared"

    async def test_what_is_searched_for_is_compared(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("topic:prot")
            await journey.press("enter", "c")
            assert "topic:prot* · Esc clears" in journey.lines[1]
            assert "no such quotes" in journey.lines[3]

    async def test_speakers_that_the_list_is_filtered_by_are_compared(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f", "space", "down", "down", "space", "enter", "c")
            assert compared(journey).comparison.speakers == (CIRIC, OFFICIALS)

    async def test_an_actor_is_compared_whoever_the_quotes_are_filtered_by(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f", "space", "down", "down", "space", "enter", "2")
            journey.pane.listing.seek("clean-hands")
            await journey.settle()
            await journey.press("c")
            assert compared(journey).comparison.speakers == ("clean-hands", ZARKOVIC)

    async def test_the_other_filters_hold_and_are_named(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            await journey.type("direct")
            await journey.press("enter", "c")
            assert " · direct" in journey.lines[1]
            assert {quote.type for quote in compared(journey).comparison.quotes} == {"direct"}

    async def test_elsewhere_there_is_nobody_to_compare(self) -> None:
        async with exploring(tab="timeline") as journey:
            await journey.press("c")
            assert journey.main.view == "timeline"


class TestMoving:
    async def test_arrows_go_from_cell_to_cell_past_what_is_empty(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c")
            assert compared(journey).comparison.speakers == (CIRIC, ZARKOVIC)
            assert at(journey) == ("The count was clean", 0)
            await journey.press("right")
            assert at(journey) == ("a theft in broad daylight", 1)
            await journey.press("down")
            assert at(journey) == ("We will not leave the square", 1)
            await journey.press("left")
            assert at(journey)[1] == 0
            await journey.press("G")
            assert at(journey) == ("any wrongdoing", 0)
            await journey.press("g", "k")
            assert at(journey) == ("The count was clean", 0)
            await journey.press("pagedown")
            assert at(journey) == ("any wrongdoing", 0)
            await journey.press("left")
            assert at(journey) == ("any wrongdoing", 0)

    @pytest.mark.parametrize("size", [SMALL, (200, 60)])
    async def test_enter_opens_the_passage_and_backspace_comes_back_to_the_cell(
        self, size: tuple[int, int]
    ) -> None:
        async with exploring(open_id=CIRIC, size=size) as journey:
            await journey.press("c", "right", "down", "down")
            await journey.clear_notices()
            there = at(journey)
            seen = journey.lines[:-1]
            await journey.press("enter")
            assert journey.main.view == "reader"
            assert there[0][:20] in journey.seen
            await journey.press("backspace")
            assert journey.main.view == "compared"
            assert at(journey) == there
            # The key bar tells besides that there is a way forward now.
            assert journey.lines[:-1] == seen

    async def test_a_quote_of_two_is_a_cell_in_both_columns_and_one_comes_back_to_its_own(
        self,
    ) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f", "space", "down", "down", "space", "enter", "c", "right")
            assert at(journey) == ("the count was\nclean", 1)
            await journey.press("enter", "backspace")
            assert at(journey) == ("the count was\nclean", 1)

    async def test_y_copies_the_quote_with_its_citation(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c", "y")
            assert journey.app.clipboard.startswith("“The count was clean”\n— Đorđe Ćirić")

    async def test_a_click_is_on_a_cell_and_two_open_it(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c")
            grid = compared(journey).grid
            lines = [line.find("a theft in broad daylight") for line in journey.lines]
            row, x = next((row, x) for row, x in enumerate(lines) if x >= 0)
            offset = (x, row - grid.region.y)
            await journey.pilot.click(grid, offset=offset)
            await journey.settle()
            assert at(journey) == ("a theft in broad daylight", 1)
            await journey.pilot.click(grid, offset=offset, times=2)
            await journey.settle()
            assert journey.main.view == "reader"

    async def test_columns_without_room_come_in_sight_with_the_cursor(self) -> None:
        async with exploring(tab="quotes", size=SMALL) as journey:
            await journey.press("f", "space", "down", "space", "down", "space", "enter", "c")
            assert "1–2 of 3 ›" in journey.lines[1]
            assert "officials" not in journey.lines[2]
            await journey.press("right", "right")
            assert "‹ 2–3 of 3" in journey.lines[1]
            assert "officials" in journey.lines[2]
            await journey.press("left", "left")
            assert "1–2 of 3 ›" in journey.lines[1]
            await journey.pilot.resize_terminal(120, 40)
            await journey.settle()
            assert "of 3" not in journey.lines[1]
            assert "officials" in journey.lines[3]

    async def test_what_only_other_columns_have_leaves_no_heading(self) -> None:
        async with exploring(tab="quotes", size=SMALL) as journey:
            await journey.press("f", "space", "down", "down", "space", "down", "space")
            await journey.press("enter", "c")
            assert compared(journey).comparison.speakers == (CIRIC, OFFICIALS, "clean-hands")
            assert "Tue 10 May 2022" not in journey.seen
            assert "Wed 11 May 2022" in journey.seen
            await journey.press("right", "right")
            assert "Tue 10 May 2022" in journey.seen


class TestChanging:
    async def test_words_are_compared_while_they_are_typed_and_esc_leaves_them_out(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c", "slash")
            await journey.type("coun")
            assert "coun · Esc clears" in journey.lines[1]
            assert compared(journey).comparison.counts == (2, 0)
            assert "2 of 5" in journey.seen
            assert "no such quotes" in journey.seen
            await journey.press("escape")
            assert journey.main.focused is compared(journey).grid
            await journey.press("escape")
            assert compared(journey).comparison.counts == (5, 4)
            await journey.press("escape")
            assert journey.main.view == "actors"

    async def test_words_that_nobody_says_tell_who_does_and_what_to_do(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c", "slash")
            await journey.type("stolen")
            assert "None of their quotes has stolen." in journey.seen
            assert "Others do: Clean Hands. c chooses whom to compare." in journey.seen
            await journey.press("enter", "escape", "slash")
            await journey.type("election theft")
            assert 'As a topic there is more: topic:"election theft"' in journey.seen
            await journey.press("enter", "escape", "slash")
            await journey.type("stolen")
            await journey.type("zz")
            assert "nothing in 11 quotes" in journey.seen
            assert "Esc clears the words." in journey.seen
            await journey.press("enter", "enter", "y", "down", "right", "G", "pagedown")
            assert journey.main.view == "compared"

    async def test_the_arrows_are_in_the_bar_and_the_notice_goes_with_the_place(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c")
            assert "← → Speaker" in journey.lines[-1]
            assert "Beside: " in journey.seen
            await journey.press("1")
            assert "Beside: " not in journey.seen

    async def test_c_chooses_whom_and_leaves_the_words(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c", "slash")
            await journey.type("count")
            await journey.press("enter", "c")
            assert isinstance(journey.app.screen, Facets)
            assert "Compare whom" in journey.seen
            assert "[✓] Đorđe Ćirić" in journey.seen
            await journey.type("off")
            await journey.press("space", "enter")
            assert compared(journey).comparison.speakers == (CIRIC, ZARKOVIC, OFFICIALS)
            assert "count · Esc clears" in journey.lines[1]

    async def test_esc_in_the_choice_leaves_all_as_it_was(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c", "c", "space", "escape")
            assert compared(journey).comparison.speakers == (CIRIC, ZARKOVIC)

    async def test_nobody_chosen_says_what_to_do(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c", "c", "ctrl+l", "enter")
            assert "Nobody is compared." in journey.seen
            assert "c chooses whom to compare." in journey.seen

    async def test_back_and_forward_lead_through_what_was_compared(self) -> None:
        async with exploring(open_id=CIRIC) as journey:
            await journey.press("c", "2")
            journey.pane.listing.seek("clean-hands")
            await journey.settle()
            await journey.press("c")
            assert compared(journey).comparison.speakers == ("clean-hands", ZARKOVIC)
            await journey.press("backspace", "backspace")
            assert compared(journey).comparison.speakers == (CIRIC, ZARKOVIC)
            await journey.press("L", "L")
            assert compared(journey).comparison.speakers == ("clean-hands", ZARKOVIC)


class TestExtremes:
    async def test_a_large_corpus_is_compared_in_a_thread(self) -> None:
        sample = sample_corpus()
        many = tuple(
            replace(sample.quotes[n % 11], id=f"many.q{n}", text=f"word{n} of many")
            for n in range(RECORDS + 1)
        )
        async with exploring(replace(sample, quotes=many), open_id=CIRIC, size=SMALL) as journey:
            await journey.press("c")
            await journey.app.workers.wait_for_complete()
            await journey.settle()
            assert len(compared(journey).comparison.quotes) > RECORDS // 2
            await journey.press("slash")
            await journey.type("word2")
            await journey.press("enter")
            await journey.app.workers.wait_for_complete()
            await journey.settle()
            assert "word2 · Esc clears" in journey.lines[1]
            assert "word2" in at(journey)[0]

    async def test_articles_in_which_nobody_is_quoted_say_so(self) -> None:
        silent = replace(sample_corpus(), quotes=())
        async with exploring(silent, open_id=CIRIC, size=SMALL) as journey:
            await journey.press("c")
            assert journey.main.view == "actors"
            assert "Nobody to compare: choose somebody who is quoted" in journey.seen
        async with exploring(Corpus(), tab="quotes", size=SMALL) as journey:
            await journey.press("c")
            assert "Nobody is quoted in these articles." in journey.seen

    async def test_a_long_quote_fits_the_screen_and_ends_with_an_ellipsis(self) -> None:
        sample = sample_corpus()
        long = replace(sample.quotes[2], text="on and on and on it goes " * 100)
        corpus = replace(sample, quotes=(*sample.quotes, replace(long, id="long.q1")))
        async with exploring(corpus, open_id=ZARKOVIC, size=SMALL) as journey:
            await journey.press("c")
            assert compared(journey).grid.seek(("long.q1", 0))
            await journey.settle()
            assert any("…" in line and "on" in line for line in journey.lines)
            assert "River Gazette" in journey.seen

    @pytest.mark.parametrize("size", [SMALL, ROOMY])
    async def test_hostile_names_and_words_are_literal(self, size: tuple[int, int]) -> None:
        async with exploring(hostile(), tab="quotes", size=size) as journey:
            await journey.press("c")
            assert journey.main.view == "compared"
            assert not acting(journey)
            assert "[He] said" in journey.seen
            await journey.press("slash")
            await journey.type("[he]")
            assert not acting(journey)
            await journey.press("enter", "c")
            assert not acting(journey)
            await journey.press("escape", "enter", "backspace")
            assert not acting(journey)
            if size == ROOMY:
                assert LITERAL in journey.seen
