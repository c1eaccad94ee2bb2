"""Searching in the article that is read, and from hit to hit of the search that led there."""

from __future__ import annotations

import pytest

from tests.app.journey import Journey, exploring
from tests.samples import GAZETTE, HOSTILE
from tui.app import search_worker
from tui.app.panes.reader import ReaderPane
from tui.app.widgets.article_view import ArticleView
from tui.app.widgets.row_list import Listing


def reading(journey: Journey) -> ArticleView:
    return journey.main.query_one("#reader").query_one(ArticleView)


def status(journey: Journey) -> str:
    return journey.main.query_one("#reader", ReaderPane).status.left.plain


def lit(journey: Journey) -> list[str]:
    """The words that are lit, in order of text."""
    return [GAZETTE[start:end] for start, end in reading(journey).hits]


def at(journey: Journey) -> str:
    """What stands before the words that the reader is at."""
    spot = reading(journey)._spot
    assert spot
    return GAZETTE[spot[0] - 12 : spot[1]]


class TestSearchingIt:
    async def test_letters_go_to_the_first_hit_and_light_all_of_them(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("clean h")
            assert lit(journey) == ["Clean H"] * 2
            assert status(journey).startswith("1/2  clean h")

    @pytest.mark.parametrize("typed", ["zarkovic", "Žarković", "жарковић", '"zarkovic"'])
    async def test_it_is_folded_as_every_search_is(self, typed: str) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type(typed)
            assert lit(journey) == ["Žarković", "Žarković"]

    async def test_it_begins_where_one_has_read_to(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("j", "j", "enter", "slash")
            await journey.type("zarkovic")
            # The quote stands between the two.
            assert status(journey).startswith("2/2")

    async def test_n_goes_on_and_capital_n_back_round_and_round(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("brodica")
            await journey.press("enter")
            numbers = []
            for key in "nnnN":
                await journey.press(key)
                numbers.append(status(journey).split("/")[0])
            assert numbers == ["2", "3", "1", "3"]
            assert at(journey).endswith("through Brodica")

    async def test_escape_clears_it_and_then_goes_back(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("brodica")
            await journey.press("escape")
            assert len(lit(journey)) == 3
            assert "Esc clears" in status(journey)
            await journey.press("escape")
            assert not lit(journey)
            assert "highlights" in status(journey)
            await journey.press("n")
            assert "date of article" in status(journey)
            await journey.press("escape")
            assert journey.main.view == "sources"

    async def test_enter_at_a_hit_shows_the_record_that_it_stands_in(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("square")
            await journey.press("enter", "enter")
            assert journey.main.view == "quotes"
            assert "We will not leave the square" in journey.card

    async def test_back_comes_to_the_article_with_what_was_looked_for(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("brodi")
            await journey.press("enter", "2", "backspace")
            assert journey.main.view == "reader"
            assert len(lit(journey)) == 3
            await journey.press("slash")
            assert journey.main.query_one("#reader", ReaderPane).field is not None
            assert "brodi" in journey.lines[2]

    async def test_another_article_is_read_without_it(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("brodica")
            await journey.press("enter", "6", "j", "enter")
            assert not lit(journey)
            assert "highlights" in status(journey)


class TestWhereItFindsNothing:
    async def test_it_says_so_and_what_was_perhaps_meant(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("sqaure")
            assert "Nothing in this article has sqaure" in status(journey)
            assert "Did you mean square?" in status(journey)

    async def test_it_says_that_another_article_has_it(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("lights")
            assert "1 other article has (Ctrl+F)" in status(journey)

    async def test_it_says_which_of_the_words_it_has(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            await journey.type("brodica zebra")
            assert "it has brodica 3×" in status(journey)

    async def test_what_is_typed_shows_as_it_is(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash")
            field = journey.main.query_one("#reader", ReaderPane).field
            assert field is not None
            field.value = HOSTILE + " zzz"
            await journey.settle()
            assert "Nothing in this article has" in status(journey)
            assert "\x1b" not in journey.seen

    async def test_a_space_looks_for_nothing(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "slash", "space")
            assert not lit(journey)
            assert "highlights" in status(journey)


class TestComingFromASearch:
    async def test_its_words_are_lit_in_the_article_and_n_goes_to_the_next(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("zarkovic square")
            await journey.press("enter", "enter")
            assert journey.main.view == "reader"
            assert lit(journey) == ["Žarković", "square", "Žarković"]
            assert "zarkovic square" in status(journey)
            await journey.press("n", "n")
            assert status(journey).startswith("3/3")

    async def test_escape_goes_back_to_the_hits_at_once(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("square")
            await journey.press("enter", "enter", "n", "escape")
            assert journey.main.view == "quotes"
            assert journey.pane.query_text == "square"

    async def test_a_search_for_whatever_is_no_words_lights_nothing(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("date:2022")
            await journey.press("enter", "enter", "n")
            assert journey.main.view == "reader"
            assert not lit(journey)
            assert status(journey).split("/")[0].isdigit()

    async def test_from_everywhere_as_well(self) -> None:
        async with exploring() as journey:
            await journey.press("ctrl+f")
            await journey.type("broad")
            listing = journey.app.screen.query_one(Listing)
            listing.seek(
                next(t for t in listing.targets if t == journey.main.corpus.articles[0].id)
            )
            await journey.press("down", "enter")
            await journey.settle()
            assert lit(journey)[:1] == ["broad"]


async def test_a_large_corpus_is_searched_in_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_worker, "RECORDS", 0)
    async with exploring(tab="sources") as journey:
        await journey.press("enter", "slash")
        await journey.type("brodica")
        assert len(lit(journey)) == 3
        await journey.press("enter", "n")
        assert status(journey).startswith("2/3")
