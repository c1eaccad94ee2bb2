"""Finding what somebody said, while typing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from textual.widgets import Input

from tests.app.journey import exploring
from tests.samples import sample_corpus
from tui.app.widgets.row_list import RowList


class TestReadingQuotes:
    async def test_a_row_tells_speaker_words_type_and_date(self) -> None:
        async with exploring(tab="quotes") as journey:
            assert "Milena Žarković" in journey.seen
            assert "“We will not leave the square”" in journey.seen
            assert "indirect · 10 May 2022" in journey.seen

    async def test_reported_speech_has_no_marks_and_says_how_it_is_meant(self) -> None:
        async with exploring(tab="quotes") as journey:
            assert "  denied: any wrongdoing" in journey.seen
            assert "“any wrongdoing”" not in journey.seen

    async def test_the_detail_tells_how_the_article_words_the_speaker_and_the_cue(self) -> None:
        async with exploring(tab="quotes") as journey:
            journey.pane.listing.seek(sample_corpus().quotes[2].id)
            await journey.settle()
            for words in (
                "Speaker     Milena Žarković",
                "as “Žarković”  cue “said”",
                "direct speech",
                "Said        not known",
                "River Gazette",
                "In its article",
                "words, cue, speaker",
            ):
                assert words in journey.card

    async def test_a_quote_that_goes_on_or_repeats_leads_to_the_other(self) -> None:
        async with exploring(tab="quotes") as journey:
            quotes = sample_corpus().quotes
            journey.pane.listing.seek(quotes[3].id)
            await journey.settle()
            assert "Continues" in journey.card
            assert "90% that this is the speaker" in journey.card
            unknown = replace(sample_corpus(), quotes=(replace(quotes[3], speakers=()),))
            async with exploring(unknown, tab="quotes") as other:
                assert "Certainty" not in other.card
            journey.pane.listing.seek(quotes[6].id)
            await journey.settle()
            assert "Repeats" in journey.card

    async def test_the_paragraph_before_is_shown_only_where_the_own_names_nobody(self) -> None:
        sample = sample_corpus()
        named = sample.quotes[2]
        alone = replace(named, speaker_text=None, cue=None)
        for quote, shown in ((named, False), (alone, True)):
            corpus = replace(sample, quotes=(quote,))
            async with exploring(corpus, tab="quotes") as journey:
                assert ("broad daylight" in journey.card) is shown

    async def test_two_speakers_are_both_named_and_both_lead_somewhere(self) -> None:
        async with exploring(tab="quotes") as journey:
            journey.pane.listing.seek(sample_corpus().quotes[7].id)
            await journey.settle()
            targets = journey.pane.page.targets
            assert "djordje-ciric" in targets
            assert "officials-of-the-electoral-board" in targets

    async def test_a_sign_has_no_speaker(self) -> None:
        async with exploring(tab="quotes") as journey:
            journey.pane.listing.seek(sample_corpus().quotes[5].id)
            await journey.settle()
            assert "not clear from the article" in journey.card

    async def test_s_sorts_by_date_speaker_source_and_type(self) -> None:
        async with exploring(tab="quotes") as journey:
            by_text = journey.listed
            orders = []
            for order in ("date", "speaker", "source", "type"):
                await journey.press("s")
                assert f"by {order}" in journey.lines[1]
                orders.append(journey.listed)
            await journey.press("s")
            assert journey.listed == by_text
            assert all(sorted(order) == sorted(by_text) for order in orders)
            assert len({by_text, *orders}) > 3


class TestSearching:
    async def test_hits_are_shown_at_every_letter_and_counted(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("squ")
            assert len(journey.listed) == 1
            assert "1 of 11 · squ" in journey.lines[1]
            assert "Esc clears" in journey.lines[1]

    async def test_serbian_letters_are_found_as_one_types_them(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("zarkovic")
            assert len(journey.listed) == 4

    async def test_hits_are_lit_in_the_list_and_in_the_detail(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("square")
            lit = [
                segment.text
                for strip in journey.app.screen._compositor.render_strips()
                for segment in strip
                if segment.style and segment.style.underline and "square" in segment.text
            ]
            assert len(lit) >= 2

    async def test_esc_leaves_the_field_and_keeps_the_hits_and_esc_again_clears(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("count")
            found = journey.listed
            await journey.press("escape")
            assert journey.main.focused is journey.pane.listing
            assert journey.listed == found
            await journey.press("escape")
            assert len(journey.listed) == 11
            assert "11 quotes" in journey.lines[1]

    async def test_n_goes_from_hit_to_hit(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("count")
            await journey.press("enter", "n")
            assert journey.pane.listing.target == journey.listed[1]
            await journey.press("N")
            assert journey.pane.listing.target == journey.listed[0]

    async def test_letters_are_only_letters_while_one_types(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("q 1 ? y s f o")
            assert journey.main.view == "quotes"
            assert journey.main.query_one(Input).value == "q 1 ? y s f o"
            assert "q Quit" not in journey.lines[-1]
            assert "Esc Leave" in journey.lines[-1]

    async def test_no_hits_say_so_and_what_to_do(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("zebra")
            assert "Nothing matches zebra." in journey.seen
            assert "Esc shows all again." in journey.seen
            await journey.press("escape", "enter", "y", "j", "l")
            await journey.press("escape")
            assert len(journey.listed) == 11

    async def test_a_record_that_typing_on_leaves_behind_is_not_shown(self) -> None:
        async with exploring(tab="quotes") as journey:
            pane = journey.pane
            await journey.press("slash")
            await journey.type("squ")
            found = pane.listing.target
            await journey.type("x")
            # Sent for the list of before, as when one types faster than it is drawn.
            pane.listing.post_message(RowList.Highlighted(pane.listing, found))
            await journey.settle()
            assert pane.record is None
            assert journey.card == ""

    async def test_a_hit_far_into_a_long_quote_is_in_sight_in_its_row(self) -> None:
        sample = sample_corpus()
        long = replace(sample.quotes[0], text="on and on " * 60 + "needle in the end")
        corpus = replace(sample, quotes=(long, *sample.quotes[1:]))
        async with exploring(corpus, tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("needle")
            rows = [line[:46] for line in journey.lines]
            assert any("needle" in line and line.strip() != "needle" for line in rows)

    async def test_opening_a_record_by_name_lets_it_in(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("count")
            await journey.press("escape", "2")
            journey.pane.listing.seek("milena-zarkovic")
            await journey.settle()
            journey.pane.page.seek(sample_corpus().quotes[2].id)
            journey.pane.page.focus()
            await journey.press("enter")
            assert journey.main.view == "quotes"
            assert journey.pane.listing.target == sample_corpus().quotes[2].id

    async def test_a_tab_still_settling_takes_no_focus_from_who_has_moved_on(self) -> None:
        async with exploring(tab="timeline") as journey:
            main = journey.main
            elsewhere = journey.pane.listing
            main.action_go("quotes")
            main.set_focus(elsewhere)
            # The message that it has lost the focus has not reached the pane yet.
            journey.pane.has_focus = True
            journey.pane._hand_over()
            assert main.focused is elsewhere

    async def test_no_letter_that_is_typed_ahead_is_lost(self) -> None:
        async with exploring() as journey:
            for key in ("4", "slash", "c", "o", "u", "n", "t"):
                journey.app.simulate_key(key)
            await journey.settle()
            await journey.settle()
            assert journey.pane.query_text == "count"
            assert len(journey.listed) == 3

    @pytest.mark.parametrize(
        ("keys", "view"),
        [
            (["enter", "enter"], "reader"),
            (["enter", "j", "enter"], "reader"),
            (["escape", "escape"], "quotes"),
        ],
    )
    async def test_no_key_is_lost_that_is_pressed_before_the_field_is_left(
        self, keys: list[str], view: str
    ) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("count")
            found = journey.listed
            for key in keys:
                journey.app.simulate_key(key)
            await journey.settle()
            await journey.settle()
            assert journey.main.view == view
            if view == "reader":
                assert journey.main.places.here is not None
                assert journey.main.places.here.record == found["j" in keys]
            else:
                assert len(journey.listed) == 11

    async def test_a_slip_of_the_fingers_is_answered_with_what_was_meant(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("sqaure")
            assert "did you mean square?" in journey.seen
            many = re.search(r"did you mean square\?\s+(\d+ quotes?)", journey.seen)
            assert many
            await journey.press("enter")
            assert f"Did you mean square? {many[1]}" in journey.seen, "counted as it was typed"

    async def test_of_two_words_that_nobody_says_together_one_is_to_go(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("square daylight")
            assert "Leave out square  1 quote" in journey.seen
            assert "Leave out daylight" in journey.seen

    async def test_words_that_find_nothing_offer_topics_of_like_words(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash", *"electon", "space", *"fraud", "enter")
            assert "Topic election theft  2 quotes" in journey.seen
            await journey.press("enter")
            assert 'topic:"election theft"' in journey.lines[1]
            assert journey.listed
            await journey.press("slash", "x")
            assert journey.pane.query_text == 'topic:"election theft"x', "typed at the end"
            await journey.press("escape", "escape", "7", "u")
            assert journey.main.view == "notebook", "what was cleared elsewhere stays cleared"
            await journey.press("4", "u")
            assert journey.pane.query_text

    async def test_what_other_tabs_have_is_told_and_one_key_goes_there(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash", *"charter", "enter")
            assert "Found in other tabs" in journey.seen
            assert "Timeline  " in journey.seen
            await journey.press("enter")
            assert journey.main.view == "timeline"
            assert "charter" in journey.lines[1]
            assert journey.listed

    async def test_a_field_that_there_is_not_is_explained(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("foo:square")
            assert "foo: is no field" in journey.lines[1]

    async def test_a_hint_is_whole_where_the_screen_is_small(self) -> None:
        for keys in (("4", "slash"), ("ctrl+f",)):
            async with exploring(size=(80, 24)) as journey:
                await journey.press(*keys)
                await journey.type("foo:square")
                said = " ".join(journey.seen.split())
                assert "is read as it stands; speaker: party: source: date:" in said
                assert "topic: sure: rule:" in said

    async def test_every_tab_can_be_searched(self) -> None:
        async with exploring() as journey:
            for key, words, count in (
                ("1", "votes", 1),
                ("2", "harbour", 1),
                ("6", "clean", 1),
            ):
                await journey.press(key, "slash")
                await journey.type(words)
                assert len(journey.listed) >= count
                assert words in journey.lines[1]
                await journey.press("escape", "escape")

    async def test_an_article_is_opened_where_it_has_the_words(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("slash")
            await journey.type("bridge")
            assert "In the text  1" in journey.card
            assert "found by in the text" in journey.card
            await journey.press("enter", "enter")
            here = journey.main.places.here
            assert here is not None
            assert here.view == "reader"
            assert here.anchor is not None
            assert journey.main.corpus.words(here.anchor) == "bridge"


class TestOnlyThis:
    async def test_a_stop_on_an_actor_narrows_every_tab_and_esc_widens(self) -> None:
        async with exploring(open_id="milena-zarkovic") as journey:
            await journey.press(".")
            assert "Quotes 4/11" in journey.lines[0]
            await journey.press("4")
            assert len(journey.listed) == 4
            assert "actor Milena Žarković" in journey.lines[1]
            await journey.press("escape")
            assert len(journey.listed) == 11

    async def test_a_stop_again_widens(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press(".")
            assert "Quotes 6/11" in journey.lines[0]
            await journey.press(".")
            assert "Quotes 11" in journey.lines[0]

    async def test_a_filter_that_leaves_nothing_says_how_to_leave_it(self) -> None:
        async with exploring(open_id="lowland-post") as journey:
            await journey.press(".", "4")
            assert "Nothing here with actor Lowland Post." in journey.seen
            assert "Esc clears the filter." in journey.seen

    async def test_a_stop_on_an_event_keeps_what_is_of_its_day(self) -> None:
        async with exploring() as journey:
            journey.pane.listing.seek(sample_corpus().events[4].id)
            await journey.settle()
            await journey.press(".")
            assert "2022-05-09" in journey.lines[1]
            assert len(journey.listed) < 10

    async def test_visiting_a_record_that_is_filtered_out_widens(self) -> None:
        async with exploring(open_id="milena-zarkovic") as journey:
            await journey.press(".")
            journey.pane.page.seek("clean-hands")
            journey.pane.page.focus()
            await journey.press("enter")
            journey.pane.page.seek(sample_corpus().events[3].id)
            journey.pane.page.focus()
            await journey.press("enter")
            assert journey.main.view == "timeline"
            assert journey.pane.listing.target == sample_corpus().events[3].id
            assert not journey.main.corpus.filters
