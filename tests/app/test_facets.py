"""Filtering a list by what its records have, chosen from what there is."""

from __future__ import annotations

import re
import threading
from dataclasses import replace

import pytest
from textual.widgets import Input

from tests.app.journey import Journey, exploring
from tests.app.test_hostile import LITERAL, ROOMY, acting, hostile
from tests.samples import sample_corpus
from tui.app import search_worker
from tui.app.dialogs.facets import Facets, Options
from tui.app.messages import ShowRecord
from tui.corpus import Corpus
from tui.search.facets import FacetChoices


def dialog(journey: Journey) -> Facets:
    screen = journey.app.screen
    assert isinstance(screen, Facets)
    return screen


def shown(journey: Journey) -> list[str]:
    """The values that are listed."""
    return [str(each) for each in dialog(journey).query_one("#values", Options).targets]


class TestChoosing:
    async def test_a_name_typed_and_enter_is_the_shortest_way(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            await journey.type("zar")
            await journey.press("enter")
            assert "4 of 11 · speaker Milena Žarković · Esc clears" in journey.lines[1]
            assert "Quotes 4/11" in journey.lines[0]
            assert "Timeline 10 " in journey.lines[0]

    async def test_two_values_of_a_facet_are_either_and_two_facets_are_both(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f", "space", "down", "space")
            assert "9 of 11 quotes" in journey.seen
            await journey.press("left", "left")
            await journey.type("mixed")
            await journey.press("space", "enter")
            speakers = "speaker Đorđe Ćirić or Milena Žarković · mixed"
            assert speakers in journey.lines[1]
            assert all(
                quote.type == "mixed"
                for quote in sample_corpus().quotes
                if quote.id in journey.listed
            )
            assert len(journey.listed) == 2

    async def test_counts_follow_the_other_facets_and_what_leaves_nothing_is_dim(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            await journey.type("mixed")
            await journey.press("space", "right", "right")
            assert "Đorđe Ćirić" in journey.seen
            (row,) = [line for line in journey.lines if "Clean Hands" in line]
            assert re.search(r"\[ \] Clean Hands +0 ", row)
            number = shown(journey).index("clean-hands")
            values = dialog(journey).query_one("#values", Options)
            styles = [s.style for s in values._strips_of(number)[0] if "Clean Hands" in s.text]
            dim = values.role(".dim").rich_style
            assert all(style and style.color == dim.color for style in styles)

    async def test_what_is_chosen_and_what_that_leaves_is_always_in_sight(self) -> None:
        async with exploring(tab="quotes", size=(80, 24)) as journey:
            await journey.press("f")
            assert "Nothing selected: all are shown" in journey.seen
            assert "11 of 11 quotes" in journey.seen
            await journey.press("space")
            await journey.press("right")
            assert "speaker Đorđe Ćirić" in journey.seen
            assert "5 of 11 quotes" in journey.seen
            assert "1 ✓" in journey.seen

    async def test_space_again_leaves_a_value(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f", "space", "space", "enter")
            assert "11 quotes" in journey.lines[1]
            assert not journey.main.corpus.filters

    async def test_esc_leaves_all_as_it_was(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f", "space", "enter")
            before = journey.listed
            await journey.press("f", "down", "space", "escape")
            assert journey.listed == before
            assert journey.main.focused is journey.pane.listing

    async def test_what_was_chosen_is_chosen_still_when_one_comes_back(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f", "space", "enter", "f")
            assert "[✓] Đorđe Ćirić" in journey.seen
            await journey.press("ctrl+l")
            assert "Nothing selected" in journey.seen
            await journey.press("enter")
            assert len(journey.listed) == 11

    async def test_clearing_leaves_out_what_only_this_had_left_too(self) -> None:
        async with exploring(open_id="milena-zarkovic") as journey:
            await journey.press(".", "4", "f")
            assert "actor Milena Žarković" in journey.seen
            await journey.press("ctrl+l", "enter")
            assert len(journey.listed) == 11

    async def test_esc_above_the_list_leaves_the_choice_out(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f", "space", "enter", "escape")
            assert len(journey.listed) == 11
            assert not journey.main.corpus.filters

    async def test_a_double_click_chooses(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            values = dialog(journey).query_one("#values", Options)
            await journey.pilot.click(values, offset=(8, 1), times=2)
            await journey.settle()
            assert "speaker Milena Žarković" in journey.seen


class TestTyping:
    async def test_narrows_the_values_however_they_are_spelt(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            await journey.type("djor")
            assert shown(journey) == ["djordje-ciric"]

    async def test_goes_to_the_facet_that_has_what_is_typed(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            await journey.type("protest")
            assert shown(journey) == ["protest"]
            await journey.press("enter")
            assert "topic protest" in journey.lines[1]

    async def test_of_what_no_facet_has_says_so_and_chooses_nothing(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            await journey.type("zebra")
            assert "No value begins with zebra." in journey.seen
            await journey.press("space", "enter")
            assert not journey.main.corpus.filters

    async def test_after_a_choice_begins_another_word(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            await journey.type("zar")
            await journey.press("space")
            assert shown(journey) == ["milena-zarkovic"]
            await journey.type("cir")
            assert dialog(journey).query_one(Input).value == "cir"
            await journey.press("space", "enter")
            assert "Milena Žarković or Đorđe Ćirić" in journey.lines[1]


class TestEveryTab:
    @pytest.mark.parametrize(
        ("tab", "has", "lacks"),
        [
            ("timeline", ["Source", "Month", "Kind"], ["Topic"]),
            ("actors", ["Kind", "Source"], ["Topic", "Month", "Speaker"]),
            ("results", ["Source", "Kind"], ["Topic"]),
            ("quotes", ["Speaker", "Source", "Kind", "Topic"], []),
            ("sources", ["Source"], ["Topic", "Speaker", "Party", "Kind"]),
        ],
    )
    async def test_has_the_facets_that_tell_its_records_apart(
        self, tab: str, has: list[str], lacks: list[str]
    ) -> None:
        async with exploring(tab=tab, size=(80, 24)) as journey:
            await journey.press("f")
            fields = dialog(journey).query_one("#fields", Options)
            labels = {
                line.lstrip("▏▌ ").split()[0]
                for line in (_text(fields, n) for n in range(9))
                if line
            }
            assert set(has) <= labels
            assert not set(lacks) & labels
            await journey.press("space", "enter")
            assert len(journey.listed) > 0
            assert "Esc clears" in journey.lines[1]
            assert " of " in journey.lines[1]

    async def test_a_choice_is_of_its_own_tab(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f", "space", "enter", "1")
            assert "Esc clears" not in journey.lines[1]
            assert "10 events" in journey.lines[1]
            await journey.press("4", "escape")
            assert len(journey.listed) == 11

    async def test_a_choice_holds_with_a_search_and_counts_follow_it(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("coun")
            await journey.press("enter", "f")
            assert "3 of 11 quotes" in journey.seen
            await journey.press("space", "enter")
            assert "2 of 11 · coun* · speaker Đorđe Ćirić" in journey.lines[1]
            await journey.press("escape", "escape")
            assert len(journey.listed) == 11

    async def test_a_record_that_is_asked_for_by_name_is_shown_all_the_same(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            await journey.type("sign")
            await journey.press("enter", "2")
            journey.pane.listing.seek("milena-zarkovic")
            await journey.settle()
            journey.pane.page.seek(sample_corpus().quotes[2].id)
            journey.pane.page.focus()
            await journey.press("enter")
            assert journey.pane.listing.target == sample_corpus().quotes[2].id


class TestExtremes:
    async def test_a_corpus_of_nothing_has_nothing_to_choose_and_says_so(self) -> None:
        async with exploring(Corpus(), tab="quotes") as journey:
            await journey.press("f")
            assert "Nothing to filter by: all quotes share the same values." in journey.seen
            await journey.press("space", "right", "down", "pagedown", "enter")
            assert not journey.main.corpus.filters

    async def test_thousands_of_values_are_one_list_to_type_in(self) -> None:
        sample = sample_corpus()
        quotes = tuple(
            replace(sample.quotes[0], id=f"many.q{n}", speakers=(f"speaker-{n}",), topics=())
            for n in range(3000)
        )
        actors = tuple(
            replace(sample.actors[0], id=f"speaker-{n}", name=f"Speaker Number{n}", mentions=())
            for n in range(3000)
        )
        async with exploring(replace(sample, quotes=quotes, actors=actors), tab="quotes") as j:
            await j.press("f")
            assert len(shown(j)) == 3000
            await j.press("pagedown", "down")
            await j.type("number2718")
            assert shown(j) == ["speaker-2718"]
            await j.press("enter")
            assert "1 of 3,000 · speaker Speaker Number2718" in j.lines[1]

    async def test_many_records_are_counted_in_a_thread_while_one_types(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(search_worker, "RECORDS", 0)
        go_on, count = threading.Event(), FacetChoices.count

        def slowly(self: FacetChoices) -> None:
            go_on.wait(10)
            count(self)

        monkeypatch.setattr(FacetChoices, "count", slowly)
        async with exploring(tab="quotes") as journey:
            await journey.pilot.press("f")
            await journey.pilot.press(*"milena", "space", "right", "enter")
            assert "Counting the quotes …" in journey.seen
            go_on.set()
            await journey.settle()
            assert "4 of 11 · speaker Milena Žarković" in journey.lines[1]

    async def test_what_is_still_counted_can_be_left(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(search_worker, "RECORDS", 0)
        go_on = threading.Event()
        monkeypatch.setattr(FacetChoices, "count", lambda _self: go_on.wait(10))
        async with exploring(tab="quotes") as journey:
            await journey.pilot.press("f", "escape")
            go_on.set()
            await journey.settle()
            assert "11 quotes" in journey.lines[1]

    async def test_hostile_names_are_literal(self) -> None:
        corpus = hostile()
        other = replace(corpus.quotes[0], id="other.q1", speakers=(), topics=())
        async with exploring(
            replace(corpus, quotes=(*corpus.quotes, other)), size=ROOMY, tab="quotes"
        ) as journey:
            await journey.press("f")
            assert not acting(journey)
            await journey.press("space")
            assert LITERAL in journey.seen
            await journey.press("enter")
            assert LITERAL in journey.lines[1]
            assert not acting(journey)


def _text(rows: Options, index: int) -> str:
    """A row as it is drawn, without its marks."""
    if index >= len(rows._rows):
        return ""
    return "".join(s.text for strip in rows._strips_of(index) for s in strip).strip(" ▌")


class TestWhatIsCleared:
    async def test_filters_come_back_with_u(self) -> None:
        async with exploring(tab="quotes") as journey:
            everything = journey.listed
            await journey.press("full_stop")
            only, told = journey.listed, journey.lines[1]
            assert len(only) < len(everything)
            await journey.press("escape")
            assert journey.listed == everything
            assert "u brings it back" in journey.seen
            await journey.press("u")
            assert (journey.listed, journey.lines[1]) == (only, told)
            assert "Filtered again" in journey.seen

    async def test_a_search_too(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash", *"square", "enter")
            found = journey.listed
            await journey.press("escape", "u")
            assert journey.listed == found
            assert "Searched again: square" in journey.seen

    async def test_but_not_after_something_else_was_done(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("full_stop", "escape", "space", "u")
            assert not journey.main.notes.annotations
            assert not journey.main.corpus.filters

    async def test_what_was_left_for_another_record_comes_back_with_backspace(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash", *"square", "enter", "full_stop")
            before = journey.listed, journey.lines[1]
            other = next(each for each in sample_corpus().quotes if each.id not in before[0])
            journey.main.post_message(ShowRecord(other.id))
            await journey.settle()
            assert other.id in journey.listed
            await journey.press("backspace")
            assert (journey.listed, journey.lines[1]) == before


async def test_a_list_that_a_filter_does_not_narrow_says_so() -> None:
    async with exploring(tab="actors") as journey:
        everybody = journey.listed
        await journey.press("full_stop")
        assert journey.listed == everybody
        assert "not narrowed by actor " in journey.lines[1]
        said = [each.message for each in journey.app._notifications]
        assert any("in Timeline, Results, Quotes and Disagreements" in each for each in said)
        await journey.press("0")
        assert "of all articles: no filter changes them" in journey.seen


async def test_a_contest_without_seats_says_why_no_coalition_opens() -> None:
    async with exploring(tab="results") as journey:
        contest = next(
            each
            for each in sample_corpus().contests
            if not any(f.measure == "seats" for f in sample_corpus().of_contest(each.id))
        )
        journey.pane.listing.seek(contest.id)
        await journey.settle()
        await journey.press("p")
        assert "No coalition here" in journey.seen
