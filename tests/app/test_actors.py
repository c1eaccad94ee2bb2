"""A reader sees who is named with whom, how often and when, and walks from one to another."""

from __future__ import annotations

import pytest

from tests.app.journey import exploring, page_text
from tests.samples import hostile_corpus
from tui.app.dialogs.neighbours import Neighbours
from tui.build import build, seeds

SEEDS = build(seeds()).corpus


class TestAnActorsCard:
    async def test_draws_mentions_quotes_and_events_and_tells_them(self) -> None:
        async with exploring(SEEDS, open_id="aleksandar-vucic") as journey:
            drawn = journey.card.partition("Over time")[2]
            assert "mentions   11 " in drawn
            assert "11 mentions, Thu 21 Dec 2023 – Tue 16 Jan 2024" in drawn

    async def test_says_who_calls_them_what_source_by_source(self) -> None:
        async with exploring(SEEDS, open_id="serbian-progressive-party") as journey:
            told = journey.card.partition("How sources describe them")[2].partition(
                "Disagreements"
            )[0]
            assert told.index("Opposition rally") < told.index("“populist ruling”")
            assert told.index("“populist ruling”") < told.index("Anadolu Agency")

    async def test_has_a_bar_for_everybody_it_is_named_with(self) -> None:
        async with exploring(SEEDS, open_id="aleksandar-vucic") as journey:
            bars = journey.card.partition("Mentioned with")[2]
            assert bars.index("Serbian Progressive Party") < bars.index("Marinika Tepić")
            assert "━" in bars

    async def test_links_to_its_disagreements(self) -> None:
        async with exploring(SEEDS, open_id="marinika-tepic") as journey:
            assert "≠ Marinika Tepić" in journey.card

    async def test_stays_where_it_is_read_while_the_list_is_sorted_and_filtered(self) -> None:
        async with exploring(SEEDS, open_id="aleksandar-vucic") as journey:
            page = journey.pane.page
            await journey.press("l", "pagedown", "pagedown")
            read = page.scroll_offset.y
            assert read
            for keys in ("s", "full_stop", "full_stop", "space", "s"):
                await journey.press(keys)
                assert page.scroll_offset.y == read
            await journey.press("h", "down")
            assert page.scroll_offset.y == 0

    @pytest.mark.parametrize("size", [(80, 24), (200, 60)])
    async def test_the_list_is_in_columns(self, size: tuple[int, int]) -> None:
        async with exploring(SEEDS, size=size, tab="actors") as journey:
            heads, *rows = page_text(journey.pane.listing).splitlines()
            at = heads.index("type")
            for row in rows:
                assert row[at - 2 : at].strip() == ""
                assert row[at].isalpha()


class TestAmongNeighbours:
    async def test_a_key_shows_them_and_another_closes_it(self) -> None:
        async with exploring(SEEDS, open_id="european-union") as journey:
            await journey.press("e")
            assert isinstance(journey.app.screen, Neighbours)
            assert "─ European Union ─" in journey.seen
            await journey.press("escape")
            assert journey.pane.record is not None
            assert journey.pane.record.id == "european-union"

    async def test_the_tie_is_told_in_words(self) -> None:
        async with exploring(SEEDS, open_id="aleksandar-vucic") as journey:
            await journey.press("e")
            assert (
                "3 paragraphs name Aleksandar Vučić and Serbian Progressive Party" in journey.seen
            )
            await journey.press("l")
            assert "2 paragraphs name Aleksandar Vučić and Serbia" in journey.seen

    async def test_a_walk_leads_to_the_card_of_who_is_reached(self) -> None:
        async with exploring(SEEDS, open_id="aleksandar-vucic") as journey:
            await journey.press("e", "enter")
            assert "Mentioned with Serbian Progressive Party" in journey.seen
            await journey.press("backspace")
            assert "Mentioned with Aleksandar Vučić" in journey.seen
            await journey.press("enter", "escape")
            assert journey.pane.record is not None
            assert journey.pane.record.id == "serbian-progressive-party"

    async def test_a_click_chooses(self) -> None:
        async with exploring(SEEDS, open_id="european-union") as journey:
            await journey.press("e")
            row = next(n for n, line in enumerate(journey.lines) if "Dragan Đilas" in line)
            await journey.pilot.click(offset=(journey.lines[row].index("Dragan") + 2, row))
            await journey.settle()
            assert "1 paragraph names European Union and Dragan Đilas" in journey.seen

    async def test_nobody_near_is_said(self) -> None:
        async with exploring(hostile_corpus(), open_id="he") as journey:
            await journey.press("e", "j", "enter")
            assert "No paragraph mentions anybody else with this actor." in journey.seen
            await journey.press("escape")
            assert journey.main.view == "actors"
