"""What each tab tells."""

from __future__ import annotations

import webbrowser
from dataclasses import replace
from datetime import date

import pytest

from tests.app.journey import exploring
from tests.samples import sample_corpus
from tui.app.panes.registry import TABS
from tui.app.panes.timeline import moved
from tui.app.widgets.passage_context import PassageContext
from tui.corpus import Corpus

WIDE = (200, 60)
SMALL = (80, 24)


class TestTimeline:
    async def test_events_stand_under_their_day_or_span_in_order(self) -> None:
        async with exploring(size=(120, 60)) as journey:
            await journey.press("g")
            order = [
                "1907  year",
                "June 2014  month",
                "Sun 8 May 2022",
                "Mon 9 May 2022",
                "since Mon 9 May 2022",
                "Thu 12 May 2022",
                "14–16 May 2022",
                "until Sat 31 Dec 2022",
                "Undated",
            ]
            places = [journey.seen.index(heading) for heading in order]
            assert places == sorted(places)

    async def test_it_opens_where_the_reports_begin_with_that_day_at_the_top(self) -> None:
        async with exploring(size=SMALL) as journey:
            assert journey.listed[0] != journey.pane.listing.target
            at = next(n for n, row in enumerate(journey.lines) if "Sun 8 May 2022" in row)
            assert journey.lines[at + 1].startswith("▌")
            assert "1907  year" not in journey.seen
            await journey.press("2", "1")
            assert "Sun 8 May 2022" in journey.seen

    async def test_what_has_no_date_is_last_with_what_is_known(self) -> None:
        async with exploring(size=(120, 60)) as journey:
            assert journey.listed[-1] == sample_corpus().events[-1].id
            undated = journey.seen[journey.seen.index("Undated") :]
            assert "before the broadcast" in undated

    async def test_planned_alleged_and_demanded_differ_by_sign_and_by_word(self) -> None:
        async with exploring(size=(120, 60)) as journey:
            for sign, title in (
                ("●", "Brodica votes"),
                ("◐", "Protests in Brodica"),
                ("○", "Đorđe Ćirić speaks"),
                ("?", "400 voters"),
                ("!", "A new vote"),
            ):
                assert f"{sign} {title}" in journey.seen
            for word in ("ongoing", "planned", "alleged", "demanded"):
                assert word in journey.seen

    async def test_a_claim_names_who_claims_it(self) -> None:
        async with exploring() as journey:
            journey.pane.listing.seek(
                next(e.id for e in sample_corpus().events if e.status == "alleged")
            )
            await journey.settle()
            assert "alleged, not established" in journey.card
            assert "Claimed by  Clean Hands" in journey.card

    async def test_the_detail_tells_date_basis_and_the_article_s_own_words(self) -> None:
        async with exploring() as journey:
            journey.pane.listing.seek(
                next(e.id for e in sample_corpus().events if "fast" in e.title)
            )
            await journey.settle()
            told = " ".join(journey.card.split())
            assert "2022-05-14~/2022-05-16~" in told
            assert "inferred from another article" in told
            assert "around the middle of the month" in told
            assert "the month is that of the other reports" in told

    async def test_one_event_of_two_articles_shows_both_passages(self) -> None:
        async with exploring() as journey:
            journey.pane.listing.seek(
                next(e.id for e in sample_corpus().events if e.title == "Brodica votes")
            )
            await journey.settle()
            assert "Passages  2" in journey.card
            assert "River Gazette" in journey.card
            assert "Lowland Post" in journey.card

    async def test_day_week_and_month_jump_and_their_capitals_jump_back(self) -> None:
        async with exploring() as journey:
            events = {event.id: event for event in sample_corpus().events}

            def here() -> str:
                return events[str(journey.pane.listing.target)].when.edtf

            await journey.press("g", "m")
            assert here() == "2014-06"
            await journey.press("w")
            assert here() == "2022-05-08"
            await journey.press("d")
            assert here() == "2022-05-09"
            await journey.press("M")
            assert here() == "2014-06"
            await journey.press("D")
            assert here() == "1907"

    @pytest.mark.parametrize(
        ("day", "unit", "step", "then"),
        [
            ("2023-12-31", "d", 1, "2024-01-01"),
            ("2023-12-17", "w", -1, "2023-12-10"),
            ("2023-12-31", "m", 1, "2024-01-28"),
            ("2024-01-15", "m", -1, "2023-12-15"),
            ("9999-12-31", "d", 1, "9999-12-31"),
        ],
    )
    def test_a_day_moves_by_the_calendar(self, day: str, unit: str, step: int, then: str) -> None:
        assert moved(date.fromisoformat(day), unit, step).isoformat() == then


class TestActors:
    async def test_the_most_named_are_first_and_s_sorts_by_name_then_type(self) -> None:
        async with exploring() as journey:
            await journey.press("2")
            assert journey.listed[0] == "clean-hands"
            await journey.press("s")
            assert "by name" in journey.lines[1]
            assert journey.listed[1] == "electoral-board" or journey.listed[1] == "djordje-ciric"
            await journey.press("s")
            assert "People  2" in journey.seen
            assert "Media  1" in journey.seen

    async def test_the_detail_tells_who_calls_them_what(self) -> None:
        async with exploring(open_id="djordje-ciric") as journey:
            for words in (
                "Also called Djordje Ciric, Ćirić",
                "“Mayor”",
                "“The mayor of Brodica”",
                "Harbour Party",
                "member of",
                "All mentions  4",
                "one man under two spellings",
            ):
                assert words in journey.card

    async def test_a_mention_opens_in_its_article(self) -> None:
        async with exploring(open_id="djordje-ciric") as journey:
            actor = sample_corpus().actors[1]
            journey.pane.page.seek(actor.mentions[1])
            journey.pane.page.focus()
            await journey.press("enter")
            assert journey.main.view == "reader"
            assert "Brodica vote ends in dispute" in journey.lines[1]


class TestResults:
    async def test_a_contest_shows_its_figures_with_status_and_source(self) -> None:
        async with exploring() as journey:
            await journey.press("3")
            assert "Brodica town council, 2022" in journey.seen
            for value in ("48.2 %", "47.9 %", "~44 %", "≥30", ">60 %"):
                assert value in journey.seen
            for status in ("preliminary", "official", "exit poll", "party claim"):
                assert status in journey.seen

    async def test_what_is_not_reported_is_hatched_and_said(self) -> None:
        async with exploring() as journey:
            await journey.press("3")
            assert "╱" in journey.seen
            assert "not reported" in journey.seen
            assert "╱╱ not reported  30 of 61 seats" in journey.card

    async def test_the_majority_is_marked_where_the_seats_are_known(self) -> None:
        async with exploring(open_id="brodica-2022", size=SMALL) as journey:
            assert "▲ majority 31" in journey.card
            assert "61 seats, says the transcript" in journey.card

    async def test_seats_from_no_source_have_a_dagger(self) -> None:
        corpus = sample_corpus()
        contest = replace(corpus.contests[0], seats_basis="curated")
        corpus = replace(corpus, contests=(contest, *corpus.contests[1:]))
        async with exploring(corpus, open_id="brodica-2022") as journey:
            assert "majority 31 †" in journey.card
            assert "not from these sources" in journey.card

    async def test_a_crowd_stands_apart_from_the_contests(self) -> None:
        async with exploring(size=(120, 60)) as journey:
            await journey.press("3")
            others = journey.seen[journey.seen.index("Other figures") :]
            assert "~3,000" in others

    async def test_a_figure_tells_base_status_and_its_rivals(self) -> None:
        async with exploring() as journey:
            official = next(f for f in sample_corpus().figures if f.value == "47.9")
            await journey.press("3")
            journey.pane.listing.seek(official.id)
            await journey.settle()
            for words in (
                "Base        valid votes",
                "Status      official",
                "Claimed by  Electoral Board",
                "the article says “official results”",
                "Other figures for the same thing  2",
            ):
                assert words in journey.card

    async def test_where_no_base_is_given_that_is_said(self) -> None:
        async with exploring() as journey:
            await journey.press("3", "j", "j")
            assert "Base        not reported" in journey.card


class TestSources:
    async def test_an_article_tells_its_facts_and_what_was_made_of_it(self) -> None:
        async with exploring(tab="sources") as journey:
            for words in (
                "Publisher   River Gazette",
                "Agency      not reported",
                "Author      Ana Weaver",
                "Tue 10 May 2022",
                "6 quotes",
                "https://gazette.example/brodica",
            ):
                assert words in journey.card

    async def test_what_an_article_does_not_say_is_called_not_reported(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("j", "j")
            assert "Publisher   not reported" in journey.card
            assert "Published   not known" in journey.card

    async def test_an_address_can_be_opened_only_where_there_is_one(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with exploring(tab="sources") as journey:
            opened: list[str] = []
            beside = webbrowser.BackgroundBrowser("shows-pages")
            monkeypatch.setattr(webbrowser, "get", lambda: beside)
            monkeypatch.setattr(journey.app, "open_url", lambda url: opened.append(url))
            assert "o Address" in journey.lines[-1]
            await journey.press("o")
            assert opened == ["https://gazette.example/brodica"]
            await journey.press("j", "o")
            assert "o Address" not in journey.lines[-1]
            assert len(opened) == 1


class TestEmptyTabs:
    @pytest.mark.parametrize("key", ["1", "2", "3", "4", "5", "6"])
    async def test_no_articles_says_what_to_do(self, key: str) -> None:
        async with exploring(Corpus()) as journey:
            await journey.press(key)
            assert "No articles here." in journey.seen
            assert "serbia-tui --corpus FOLDER" in journey.seen

    @pytest.mark.parametrize(
        ("key", "words"),
        [
            ("1", "No events in these articles."),
            ("2", "Nobody is mentioned in these articles."),
            ("3", "No figures in these articles."),
            ("4", "No quotes in these articles."),
            ("5", "No disagreements between these articles."),
        ],
    )
    async def test_articles_of_which_nothing_was_made_say_so(self, key: str, words: str) -> None:
        sample = sample_corpus()
        async with exploring(Corpus(articles=sample.articles, texts=sample.texts)) as journey:
            await journey.press(key)
            assert words in journey.seen
            await journey.press("y", "f", "s", "enter", "l", "j", "h")


class TestAtEverySize:
    async def test_at_80_columns_the_detail_stands_below_the_list(self) -> None:
        async with exploring(size=SMALL) as journey:
            for key in "123456":
                await journey.press(key)
                pane = journey.pane
                assert pane.page.region.y > pane.listing.region.y
                assert pane.listing.region.width == pane.page.region.width == 80
                assert pane.listing.tall >= 8
                assert pane.page.tall >= 8

    async def test_every_tab_is_named_in_full_at_80_columns(self) -> None:
        async with exploring(size=SMALL) as journey:
            for number, label in enumerate(TABS.values(), 1):
                assert f"{number} {label}" in journey.lines[0]

    async def test_at_60_columns_every_tab_is_there_by_a_word(self) -> None:
        async with exploring(size=(60, 20)) as journey:
            words = ("Time", "Actor", "Result", "Quote", "Disag", "Source", "Note")
            assert len(words) == len(TABS)
            for tab in range(len(TABS)):
                await journey.press(str(tab + 1))
                for number, word in enumerate(words, 1):
                    assert f"{number} {word}" in journey.lines[0]
        async with exploring(size=(40, 20)) as journey:
            assert "7 No" in journey.lines[0]

    async def test_at_200_columns_the_article_stands_beside_the_record(self) -> None:
        async with exploring(size=WIDE) as journey:
            await journey.press("4")
            context = journey.pane.query_one(PassageContext)
            assert context.region.width > 50
            assert "The opposition alliance Clean Hands said on Tuesday" in journey.seen

    async def test_the_window_may_change_while_one_reads(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "j", "j")
            before = journey.pane.record
            for size in (SMALL, WIDE, (100, 30), (20, 6), SMALL):
                await journey.pilot.resize_terminal(*size)
                await journey.settle()
            assert journey.pane.record is before
            assert journey.main.has_class("-narrow")
