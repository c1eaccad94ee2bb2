"""Reading an article, from mark to mark."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widget import Widget

from tests.app.journey import exploring
from tests.samples import GAZETTE_ID, sample_corpus
from tui.app.history import Location
from tui.app.panes.reader import ReaderPane
from tui.app.widgets.article_view import ArticleView
from tui.app.widgets.record_page import RecordPage
from tui.export.citation import citation


class TestOpeningAPassage:
    async def test_enter_opens_the_passage_in_its_article(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("j", "j", "enter")
            assert journey.main.view == "reader"
            assert "Brodica vote ends in dispute" in journey.lines[1]
            assert any(line.startswith("▌  “We will not leave") for line in journey.lines)

    @pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 40)])
    async def test_no_part_is_wider_than_the_screen(self, size: tuple[int, int]) -> None:
        async with exploring(tab="quotes", size=size) as journey:
            await journey.press("enter")
            shown = [each for each in journey.main.query("*").results(Widget) if each.display]
            assert {each.region.right for each in shown if each.region} <= set(range(size[0] + 1))

    async def test_a_passage_far_down_is_scrolled_to(self) -> None:
        sample = sample_corpus()
        quote = sample.quotes[2]
        start = quote.evidence[0].start
        text = sample.texts[GAZETTE_ID]
        long = text[:start] + "\n" * 400 + text[start:]
        moved = quote.evidence[0]._replace(start=start + 400, end=quote.evidence[0].end + 400)
        corpus = replace(
            sample,
            texts={**sample.texts, GAZETTE_ID: long},
            quotes=(replace(quote, evidence=(moved,), content=(moved,)),),
        )
        async with exploring(corpus, tab="quotes") as journey:
            await journey.press("enter")
            assert "We will not leave the square" in journey.seen

    async def test_what_has_no_passage_says_so(self) -> None:
        sample = sample_corpus()
        contest = replace(sample.contests[0], evidence=())
        corpus = replace(sample, contests=(contest,), figures=())
        async with exploring(corpus, tab="results") as journey:
            await journey.press("enter")
            assert journey.main.view == "results"
            assert "No passage: this is not from these sources" in journey.seen

    async def test_an_article_is_read_from_its_start(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter")
            assert journey.main.view == "reader"
            assert journey.lines[3].strip().startswith("Brodica vote ends in dispute")
            assert "highlights · n next" in journey.seen

    async def test_opened_again_the_reader_shows_the_other_article(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "escape", "j", "enter")
            assert "Not one box was opened" in journey.seen


class TestTheFocus:
    async def test_a_key_typed_before_the_text_is_there_is_the_readers(self) -> None:
        async with exploring(tab="quotes") as journey:
            main = journey.main
            main.visit(Location("reader", GAZETTE_ID))
            focused: Widget | None = main.focused
            assert focused is main.query_one("#reader", ReaderPane)
            await journey.press("y")
            assert journey.app.clipboard == citation(
                journey.main.corpus, sample_corpus().articles[0]
            )
            focused = main.focused
            assert focused is main.query_one("#reader").query_one(ArticleView)

    async def test_a_reader_still_settling_takes_none_from_who_has_moved_on(self) -> None:
        async with exploring(tab="sources") as journey:
            main = journey.main
            elsewhere = journey.pane.listing
            main.visit(Location("reader", GAZETTE_ID))
            reader = main.query_one("#reader", ReaderPane)
            main.set_focus(elsewhere)
            # The message that it has lost the focus has not reached the reader yet.
            reader.has_focus = True
            reader._hand_over()
            assert main.focused is elsewhere


class TestFromMarkToMark:
    async def test_n_goes_on_and_capital_n_back_and_the_status_tells_the_mark(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "n")
            status = journey.lines[-2]
            assert "1/" in status
            assert "date of article" in status
            await journey.press("n")
            assert "2/" in journey.lines[-2]
            await journey.press("N", "N")
            reading = journey.main.query_one("#reader").query_one(ArticleView)
            assert reading.at == len(reading.stretches) - 1

    async def test_quotes_actors_dates_and_figures_are_all_marked(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter")
            reading = journey.main.query_one("#reader").query_one(ArticleView)
            assert {s.role for s in reading.stretches} >= {
                ".mark-quoted",
                ".actor",
                ".mark-date",
                ".mark-figure",
            }

    async def test_marks_differ_without_colour(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter")
            looks = {}
            for strip in journey.main._compositor.render_strips()[3:]:
                for text, style, _control in strip:
                    for name in ("Tuesday", "Clean Hands", "31 seats", "any wrongdoing"):
                        if name in text and style:
                            looks[name] = (style.bold, style.underline, style.italic)
            assert len(set(looks.values())) == len(looks) == 4

    async def test_enter_on_a_mark_shows_its_record_in_its_tab(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter")
            reading = journey.main.query_one("#reader").query_one(ArticleView)
            number = next(
                n
                for n, s in enumerate(reading.stretches)
                if getattr(s.target, "record", "") == "clean-hands"
            )
            reading.at = number
            await journey.press("enter")
            assert journey.main.view == "actors"
            assert journey.pane.listing.target == "clean-hands"

    async def test_the_record_of_the_mark_stands_beside_where_there_is_room(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("enter")
            assert "QUOTE, INDIRECT" in journey.card

    async def test_from_the_record_beside_one_can_go_on(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("enter", "l")
            page = journey.main.query_one("#reader").query_one(RecordPage)
            assert journey.main.focused is page
            page.seek("clean-hands")
            await journey.press("enter")
            assert journey.main.view == "actors"

    async def test_an_article_without_marks_says_so(self) -> None:
        sample = sample_corpus()
        bare = replace(
            sample, actors=(), events=(), figures=(), quotes=(), contests=(),
            articles=(sample.articles[2],),
        )  # fmt: skip
        async with exploring(bare, tab="sources") as journey:
            await journey.press("enter", "n", "enter")
            assert "No quotes, events or figures were found in this article." in journey.seen


class TestALongText:
    async def test_a_paragraph_of_five_megabytes_opens_and_ends(self) -> None:
        sample = sample_corpus()
        text = "Žarković said no. " * 280_000 + "END."
        corpus = replace(sample, texts={**sample.texts, GAZETTE_ID: text})
        async with exploring(corpus, tab="sources") as journey:
            await journey.press("enter", "G")
            assert "END." in journey.seen
            await journey.press("g", "pagedown", "j")
            assert "Žarković said no." in journey.seen
