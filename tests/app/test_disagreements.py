"""A reader finds where the articles disagree, and reads each side in its article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.journey import exploring
from tests.samples import hostile_corpus, sample_corpus
from tui.app.panes.reader import ReaderPane
from tui.build import build, seeds
from tui.corpus import Corpus
from tui.filters import ByActor
from tui.model import Disagreement

QUESTION = "was-the-count-clean"


def _grouped() -> Corpus:
    """A corpus with a disagreement of each group, in another order than they are listed."""
    corpus = sample_corpus()
    value, account = corpus.disagreements
    label = replace(account, id="label", type="label", about="A party")
    name = replace(account, id="name", type="name", about="Somebody")
    return replace(corpus, disagreements=(value, name, label, account))


GROUPED = _grouped()


class TestWhereTheArticlesDisagree:
    async def test_is_counted_on_its_tab_and_told_above_the_articles(self) -> None:
        async with exploring(tab="sources") as journey:
            assert "5 Disagreements 2" in journey.lines[0]
            assert "x 2 disagreements" in journey.seen

    @pytest.mark.parametrize("tab", ["timeline", "actors", "results", "quotes", "sources"])
    async def test_one_key_leads_there_and_back(self, tab: str) -> None:
        async with exploring(tab=tab) as journey:
            first = journey.pane.record
            await journey.press("x")
            assert journey.main.view == "disagreements"
            await journey.press("x")
            assert journey.main.view == tab
            assert journey.pane.record is first

    @pytest.mark.parametrize("tab", ["actors", "sources"])
    async def test_what_is_chosen_leads_to_its_own(self, tab: str) -> None:
        corpus = sample_corpus()
        _value, account = corpus.disagreements
        own = next(each for each in corpus.actors if corpus.disputing(each.id) == (account,))
        async with exploring(GROUPED if tab == "sources" else corpus, tab=tab) as journey:
            if tab == "actors":
                journey.pane.listing.seek(own.id)
                await journey.settle()
            record = journey.pane.record
            assert record is not None
            differing = journey.main.corpus.disputing(record.id)
            assert differing
            await journey.press("x")
            assert journey.pane.listing.target == differing[0].id

    async def test_whoever_begins_there_is_led_to_the_articles(self) -> None:
        async with exploring(tab="disagreements") as journey:
            await journey.press("x")
            assert journey.main.view == "sources"

    async def test_conflicts_are_first_and_what_something_explains_is_last(self) -> None:
        async with exploring(GROUPED, size=(120, 60), tab="disagreements") as journey:
            heads = ("Conflicts  1", "Labels  1", "Spellings  1", "Explained  1")
            places = [journey.seen.index(head) for head in heads]
            assert places == sorted(places)
            assert journey.listed == (QUESTION, "label", "name", "d-8hj2kw")

    async def test_they_can_be_sorted_by_what_they_are_about(self) -> None:
        async with exploring(GROUPED, tab="disagreements") as journey:
            await journey.press("s")
            about = [GROUPED.name(each) for each in journey.listed]
            assert about == sorted(about, key=str.casefold)
            assert "Conflicts" not in journey.seen

    async def test_they_can_be_filtered_by_their_kind(self) -> None:
        async with exploring(GROUPED, tab="disagreements") as journey:
            await journey.press("f")
            await journey.type("account")
            await journey.press("space", "enter")
            assert journey.listed == (QUESTION,)
            await journey.press("escape")
            assert len(journey.listed) == 4

    async def test_the_list_says_what_the_sides_say(self) -> None:
        async with exploring(tab="disagreements") as journey:
            assert "≠ Was the count clean?" in journey.seen
            assert "clean ≠ stolen" in journey.seen
            assert "48.2 % ~ 47.9 %" in journey.seen

    async def test_each_side_has_its_passages_and_who_is_speaking(self) -> None:
        async with exploring(open_id=QUESTION) as journey:
            stolen = journey.card.partition("2 stolen")[2]
            assert "River Gazette" in stolen
            assert "Milena Žarković" in stolen
            assert "a theft in broad daylight" in stolen
            assert "a theft in broad daylight" not in journey.card.partition("2 stolen")[0]

    async def test_enter_opens_the_passage_of_a_side(self) -> None:
        async with exploring(open_id=QUESTION) as journey:
            await journey.press("l", "j", "j", "enter")
            assert journey.main.view == "reader"
            reader = journey.main.query_one(ReaderPane)
            assert "River Gazette" in journey.seen
            assert reader.record is not None

    async def test_a_figure_and_an_actor_lead_to_it(self) -> None:
        async with exploring(open_id=sample_corpus().figures[0].id) as journey:
            assert "Disagreements" in journey.card
        async with exploring(open_id="milena-zarkovic") as journey:
            assert "≠ Was the count clean?" in journey.card

    async def test_a_search_finds_it_by_its_sides(self) -> None:
        async with exploring(tab="disagreements") as journey:
            await journey.press("slash")
            await journey.type("stolen kind:account")
            await journey.press("enter")
            assert journey.listed == (QUESTION,)

    async def test_a_filter_narrows_it(self) -> None:
        corpus = sample_corpus().narrowed(ByActor("harbour-party"))
        async with exploring(corpus, tab="disagreements") as journey:
            assert QUESTION not in journey.listed
            assert "d-8hj2kw" in journey.listed

    async def test_without_any_the_tab_says_so(self) -> None:
        corpus = sample_corpus().narrowed(ByActor("nobody"))
        async with exploring(corpus, tab="sources") as journey:
            assert "no disagreement" in journey.seen
            await journey.press("x")
            assert "Nothing here with actor nobody." in journey.seen

    async def test_hostile_words_are_shown_as_they_are(self) -> None:
        async with exploring(hostile_corpus(), open_id="differing") as journey:
            assert "[He] said [/x] [@click=app.quit]now[/]" in journey.card
            assert "\x1b" not in journey.card

    @pytest.mark.parametrize("size", [(80, 24), (200, 60)])
    async def test_of_the_five_articles_every_one_has_a_card(self, size: tuple[int, int]) -> None:
        corpus = build(seeds()).corpus
        async with exploring(corpus, size=size, tab="disagreements") as journey:
            assert sorted(journey.listed) == sorted(each.id for each in corpus.disagreements)
            for target in journey.listed:
                record = journey.pane.record
                assert isinstance(record, Disagreement)
                assert record.id == target
                assert all(side.says.split()[0] in journey.card for side in record.sides)
                await journey.press("j")
