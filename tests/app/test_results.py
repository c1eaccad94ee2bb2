"""Results: what is drawn, what differs and why, and who could have a majority."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.journey import Journey, exploring
from tests.app.test_hostile import acting
from tests.council import council_corpus
from tests.samples import HOSTILE, sample_corpus
from tui.app.panes.results import Results
from tui.build import build, seeds
from tui.corpus import Corpus
from tui.model import Contest

SMALL, MIDDLE = (80, 24), (120, 40)


def pane(journey: Journey) -> Results:
    assert isinstance(journey.pane, Results)
    return journey.pane


def words(journey: Journey) -> str:
    """The detail as running words."""
    return " ".join(journey.card.split())


class TestTheList:
    async def test_figures_for_one_thing_stand_together_the_drawn_one_first(self) -> None:
        async with exploring(council_corpus(), size=(160, 40), tab="results") as journey:
            shown = journey.seen
            places = [shown.index(value) for value in ("41.2 %", "~42 %", "29.1 %", "27.5 %")]
            assert places == sorted(places)

    async def test_at_80_columns_status_and_source_are_whole(self) -> None:
        async with exploring(build(seeds()).corpus, size=SMALL, tab="results") as journey:
            assert "official · article of 26 Dec 2023" in journey.seen
            assert "~ rounding · article of 16 Jan 2024" in journey.seen

    async def test_each_other_one_has_a_sign_and_what_explains_it(self) -> None:
        async with exploring(council_corpus(), size=(160, 40), tab="results") as journey:
            assert "party claim · ~ rounding" in journey.seen
            assert "party claim · ~ status" in journey.seen
            assert "official · ≠ · Ostrovo" in journey.seen

    async def test_seats_are_one_line_with_the_majority_in_it(self) -> None:
        async with exploring(council_corpus(), size=SMALL, tab="results") as journey:
            (bar,) = [line for line in journey.lines if "┃" in line]
            assert bar.count("█") > bar.count("▓") > bar.count("▒") > 0
            assert bar.rstrip().endswith("╱")

    async def test_a_figure_alone_has_no_chart_to_show_as_text(self) -> None:
        async with exploring(council_corpus(), size=MIDDLE, tab="results") as journey:
            await journey.press("down", "t")
            assert "No chart here" in journey.seen


class TestTheContest:
    async def test_shares_and_seats_are_drawn_and_said_why_these(self) -> None:
        async with exploring(council_corpus(), open_id="council") as journey:
            assert "29.1 %" in journey.card
            assert "official, from the latest report" in journey.card
            assert "official, the surest of these" in journey.card
            assert "╱╱ not reported  0 to 16 of 91 seats" in journey.card

    async def test_where_there_is_room_the_seats_are_a_half_circle(self) -> None:
        async with exploring(council_corpus(), size=MIDDLE, open_id="council") as journey:
            drawn = journey.card
            assert drawn.count("●") == 38 + 2
            assert drawn.count("■") == 25 + 2
            assert "majority 46" in drawn
            await journey.pilot.resize_terminal(*SMALL)
            await journey.settle()
            assert "▲ majority 46" in journey.card
            assert "●" not in journey.card

    async def test_t_tells_the_charts_in_words(self) -> None:
        async with exploring(council_corpus(), open_id="council") as journey:
            await journey.press("t")
            told = words(journey)
            assert "Harbour Party: 41.2 %, official, Ostrovo Herald" in told
            assert "~ rounding: “about 42” leaves room for 41.2" in told
            assert "enough: Harbour Party + Green List: 46 seats, just enough" in told
            assert not set("█▓▒●■━") & set(told)
            await journey.press("t")
            assert "●" in journey.card

    async def test_what_cannot_all_be_right_is_marked(self) -> None:
        corpus = council_corpus()
        contest = replace(corpus.contests[0], seats_total=60)
        async with exploring(replace(corpus, contests=(contest,)), open_id="council") as journey:
            assert "! Doubtful  the seats shown add up to 75, in a chamber of 60" in journey.card


class TestClaims:
    async def test_v_lists_all_claims_and_enter_opens_the_passage_of_one(self) -> None:
        async with exploring(council_corpus(), open_id="council") as journey:
            await journey.press("c")
            told = words(journey)
            assert "Clean Hands, share of the vote 2" in told
            assert "29.1 % is shown in charts: from the latest report" in told
            assert (
                "27.5 % official · not reported: base, date ≠ nothing in these sources explains it"
                in told
            )
            await journey.press("j", "j", "enter")
            assert journey.main.view == "reader"
            await journey.press("backspace")
            assert "CLAIMS" in journey.card

    async def test_of_a_figure_it_lists_those_for_the_same(self) -> None:
        async with exploring(council_corpus(), tab="results") as journey:
            figure = next(f for f in council_corpus().figures if f.value == "42")
            pane(journey).listing.seek(figure.id)
            await journey.settle()
            await journey.press("c")
            assert "41.2 %" in journey.card
            assert "27.5 %" not in journey.card

    async def test_of_a_figure_that_one_report_alone_gives_that_is_said(self) -> None:
        corpus = council_corpus()
        figure = corpus.figures[0]
        async with exploring(replace(corpus, figures=(figure,)), tab="results") as journey:
            pane(journey).listing.seek(figure.id)
            await journey.press("c")
            assert "one only: no other figure for the same thing" in words(journey)
            assert "differs, explained" not in journey.card

    @pytest.mark.parametrize("key", ["escape", "c"])
    async def test_the_same_key_and_esc_lead_back_to_the_card(self, key: str) -> None:
        async with exploring(council_corpus(), open_id="council") as journey:
            await journey.press("c")
            assert pane(journey).page.has_focus
            assert "Esc Back" in journey.lines[-1]
            await journey.press(key)
            assert "CONTEST" in journey.card
            assert pane(journey).listing.has_focus


class TestCoalition:
    async def test_lists_are_put_in_and_out_and_the_sum_follows(self) -> None:
        async with exploring(council_corpus(), open_id="council") as journey:
            await journey.press("p")
            assert "Arithmetically possible, not announced" in journey.card
            assert "Together    0 of 91, 46 needed" in journey.card
            await journey.press("space")
            assert "[x] Harbour Party" in journey.card
            assert "No majority: 8 short" in journey.card
            await journey.press("j", "j", "space")
            assert "Together    46 of 91, 46 needed" in journey.card
            assert "Enough for a majority: just enough" in journey.card
            await journey.press("space")
            assert "[ ] Green List" in journey.card
            assert "8 short" in journey.card

    async def test_seats_nobody_reports_make_a_majority_no_more_than_possible(self) -> None:
        async with exploring(council_corpus(), open_id="council") as journey:
            await journey.press("p", "space", "G")
            journey.pane.page.cursor = journey.pane.page.find(("",))
            await journey.press("space")
            assert "Perhaps a majority: between 8 short and 8 to spare" in journey.card

    async def test_enter_on_a_minimal_coalition_puts_it_together(self) -> None:
        async with exploring(council_corpus(), open_id="council") as journey:
            await journey.press("p", "j", "j", "j", "j", "j", "enter")
            assert "[x] Harbour Party" in journey.card
            assert "[x] Green List" in journey.card
            assert "just enough" in journey.card
            # Enter does there what Space does, and Backspace leaves the coalition alone.
            await journey.press("k", "k", "k", "k", "k", "enter")
            assert "[ ] Harbour Party" in journey.card
            assert "Enter Open" not in journey.lines[-1]
            await journey.press("slash", "escape", "space")
            assert "[ ] Harbour Party" in journey.card, "the keys are in the list again"
            await journey.press("l", "backspace")
            assert pane(journey).looking == "card"
            assert journey.main.view == "results"

    async def test_it_has_the_marks_of_its_contest_not_of_the_figure(self) -> None:
        async with exploring(council_corpus(), open_id="council") as journey:
            await journey.press("down", "space", "p")
            assert "bookmarked" not in journey.card
            await journey.press("escape")
            assert "bookmarked" in journey.card

    async def test_it_is_kept_while_one_reads_elsewhere(self) -> None:
        async with exploring(council_corpus(), open_id="council") as journey:
            await journey.press("p", "space", "4", "3")
            assert "[x] Harbour Party" in journey.card

    async def test_at_80_columns_it_has_the_whole_height(self) -> None:
        async with exploring(council_corpus(), size=SMALL, open_id="council") as journey:
            await journey.press("p", "space")
            assert not pane(journey).listing.display or not pane(journey).listing.region
            assert "8 short" in journey.seen
            await journey.press("h")
            assert pane(journey).listing.region.height > 5

    async def test_where_no_seats_are_reported_that_is_said(self) -> None:
        async with exploring(sample_corpus(), open_id="brodica-2014") as journey:
            await journey.press("p")
            (said,) = (each.message for each in journey.app._notifications)
            assert said == "No coalition here: choose a contest whose seats are reported"
            assert "[ ]" not in journey.card

    async def test_where_the_house_is_not_known_the_sum_still_is(self) -> None:
        corpus = council_corpus()
        contest = replace(corpus.contests[0], seats_total=None)
        async with exploring(replace(corpus, contests=(contest,)), open_id="council") as journey:
            await journey.press("p", "space")
            assert "Together    38" in journey.card
            assert "Majority    not reported" in journey.card

    async def test_where_there_is_no_contest_there_is_no_key(self) -> None:
        async with exploring(sample_corpus(), tab="results") as journey:
            crowd = next(f for f in sample_corpus().figures if f.contest is None)
            pane(journey).listing.seek(crowd.id)
            await journey.settle()
            assert "p Coalition" not in journey.lines[-1]
            await journey.press("p", "c", "c", "t")
            assert "FIGURE" in journey.card


def hostile_council() -> Corpus:
    """The council with names that act on a terminal or on a markup parser."""
    corpus = council_corpus()
    contest: Contest = replace(corpus.contests[0], name=HOSTILE, place=HOSTILE)
    actors = tuple(replace(actor, name=f"{actor.name} {HOSTILE}") for actor in corpus.actors)
    return replace(corpus, contests=(contest,), actors=actors)


@pytest.mark.parametrize("size", [SMALL, MIDDLE])
@pytest.mark.parametrize("keys", [(), ("v",), ("c", "space"), ("t",), ("c", "t")])
async def test_hostile_names_are_only_words(keys: tuple[str, ...], size: tuple[int, int]) -> None:
    async with exploring(hostile_council(), size=size, open_id="council") as journey:
        await journey.press(*keys)
        assert not acting(journey)
        assert "[He] said [/x]" in journey.card
