"""The chart of time above the list: it follows the list, and the list follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from textual.content import Content

from tests.app.journey import Journey, exploring
from tests.charts.test_strip import event
from tests.samples import HOSTILE, hostile_corpus, sample_corpus
from tui.app.panes.timeline import Timeline
from tui.app.widgets.time_strip import TimeStrip
from tui.corpus import Corpus
from tui.model import Event
from tui.terminal_text import ACTING

SMALL, TALL = (80, 24), (120, 40)


def named(corpus: Corpus, title: str) -> str:
    """The id of the event with this title."""
    return next(each.id for each in corpus.events if each.title == title)


def eventful(*events: Event) -> Corpus:
    """The sample with other events."""
    return replace(sample_corpus(), events=events)


def strip(journey: Journey) -> TimeStrip:
    return timeline(journey).strip


def timeline(journey: Journey) -> Timeline:
    pane = journey.pane
    assert isinstance(pane, Timeline)
    return pane


def drawn(journey: Journey) -> Sequence[str]:
    """The lines of the screen that the chart has."""
    region = strip(journey).region
    return journey.lines[region.y : region.bottom]


def pointer(journey: Journey) -> tuple[int, str]:
    """Where the chart says that one is, and the words there."""
    below = drawn(journey)[-1]
    at = below.find("▲")
    return at, below[at:].removeprefix("▲").strip() if at >= 0 else ""


async def click(journey: Journey, x: int, y: int) -> None:
    """Click on a cell of the screen."""
    await journey.pilot.click(offset=(x, y))
    await journey.settle()


async def hover(journey: Journey, x: int, y: int) -> str:
    """Rest on a cell of the screen; what is told there."""
    await journey.pilot.hover(offset=(x, y))
    await journey.settle()
    tooltip = strip(journey).tooltip
    return getattr(tooltip, "plain", "") if tooltip is not None else ""


class TestTheCursor:
    async def test_it_follows_the_list_and_names_the_day(self) -> None:
        corpus = sample_corpus()
        async with exploring(corpus, size=TALL) as journey:
            journey.pane.listing.seek(named(corpus, "Brodica votes"))
            await journey.settle()
            assert pointer(journey)[1].startswith("8 May 2022")
            first = pointer(journey)[0]
            await journey.press("d")
            at, words = pointer(journey)
            assert words.startswith("9 May 2022")
            assert at > first

    async def test_the_list_follows_a_click_and_the_card_too(self) -> None:
        corpus = sample_corpus()
        async with exploring(corpus, size=TALL) as journey:
            line = next(y for y, line in enumerate(journey.lines) if "○ planned" in line)
            await click(journey, journey.lines[line].index("○", 20), line)
            assert journey.pane.listing.target == named(corpus, "Đorđe Ćirić speaks to the council")
            assert "Đorđe Ćirić speaks to the council" in journey.card
            assert pointer(journey)[1].startswith("12 May 2022")

    async def test_a_click_where_nothing_is_goes_to_what_is_nearest(self) -> None:
        days = eventful(event("2022-05-01"), event("2022-05-05", title="The fifth"))
        async with exploring(days, size=TALL) as journey:
            line = next(y for y, line in enumerate(journey.lines) if "● happened" in line)
            first, second = [n for n, c in enumerate(journey.lines[line]) if c == "●"][1:]
            await click(journey, second - 3, line)
            assert journey.pane.listing.target == days.events[1].id
            await click(journey, first + 2, line)
            assert journey.pane.listing.target == days.events[0].id

    async def test_clicked_again_it_goes_through_the_events_of_one_day(self) -> None:
        same = [event("2022-05-09", title=f"Number {n}") for n in range(3)]
        async with exploring(eventful(*same), size=TALL) as journey:
            line = next(y for y, line in enumerate(journey.lines) if "● happened" in line)
            at = journey.lines[line].index("3", 24)
            seen = []
            for _ in range(3):
                await click(journey, at, line)
                seen.append(journey.pane.listing.target)
            assert sorted(map(str, seen)) == sorted(each.id for each in same)

    async def test_without_any_date_it_is_one_line(self) -> None:
        corpus = sample_corpus()
        undated = [each for each in corpus.events if not each.when.known]
        articles = [replace(each, published=undated[0].when) for each in corpus.articles]
        without = replace(corpus, events=tuple(undated), articles=tuple(articles))
        async with exploring(without, size=(120, 40), tab="timeline") as journey:
            (line,) = drawn(journey)
            assert line.strip().startswith("▲ 1 undated")

    async def test_on_what_has_no_date_it_stands_beside_the_axis(self) -> None:
        async with exploring(size=TALL) as journey:
            await journey.press("G")
            assert drawn(journey)[-1].strip().startswith("▲ 1 undated")
            await journey.press("D")
            assert drawn(journey)[-1].strip().startswith("1 undated")
            assert pointer(journey)[0] > 20

    async def test_a_key_moves_from_both(self) -> None:
        corpus = sample_corpus()
        async with exploring(corpus, size=TALL) as journey:
            journey.pane.listing.seek(named(corpus, "Brodica votes"))
            await journey.settle()
            await journey.press("M")
            assert journey.pane.listing.target == named(corpus, "Brodica changes its mayor")
            assert pointer(journey)[1].startswith("Jun 2014")


class TestZoom:
    async def test_nearer_and_farther_keep_the_place(self) -> None:
        many = [event(f"202{n % 3}-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(120)]
        corpus = eventful(*(replace(each, id=f"e{n}") for n, each in enumerate(many)))
        async with exploring(corpus, size=TALL) as journey:
            journey.pane.listing.seek(journey.listed[60])
            await journey.settle()
            before = pointer(journey)[0]
            assert "‹" not in drawn(journey)[-2]
            await journey.press("plus", "plus", "plus", "plus")
            assert pointer(journey)[0] == before
            assert "‹" in drawn(journey)[-2]
            assert "›" in drawn(journey)[-2]
            await journey.press("minus")
            assert pointer(journey)[0] == before
            target = journey.pane.listing.target
            await journey.press("equals_sign")
            assert "‹" not in drawn(journey)[-2]
            assert journey.pane.listing.target == target

    async def test_a_cursor_that_leaves_the_window_takes_it_along(self) -> None:
        days = [event(f"2022-0{month}-01") for month in range(1, 9)]
        async with exploring(eventful(*days), size=SMALL) as journey:
            await journey.press(*["plus"] * 12)
            for _ in days:
                assert pointer(journey)[0] >= 0
                await journey.press("m")
            assert strip(journey).pointed.mark is not None

    async def test_the_ends_of_zoom_are_quiet(self) -> None:
        async with exploring(size=SMALL) as journey:
            for key in ("plus", "minus"):
                await journey.press(*[key] * 14)
                assert "▲" in drawn(journey)[-1]

    async def test_the_density_says_by_what_it_counts(self) -> None:
        async with exploring(size=TALL) as journey:
            await journey.press(*["minus"] * 12)
            assert any("by century" in line for line in drawn(journey))
            await journey.press(*["plus"] * 12)
            assert any("by day" in line for line in drawn(journey))


class TestFolding:
    async def test_empty_years_are_folded_visibly_and_their_length_said(self) -> None:
        days = eventful(event("2008-02-17"), event("2008-02-28"), event("2023-12-17"))
        async with exploring(days, size=TALL) as journey:
            rule, below = drawn(journey)[-2:]
            assert "≈≈≈" in rule
            assert re.search(r"\b14 ?y", below)
            assert "folded" in await hover(
                journey, rule.index("≈≈≈") + 1, strip(journey).region.bottom - 2
            )


class TestLanes:
    async def test_v_goes_through_kinds_articles_actors_and_all_together(self) -> None:
        async with exploring(size=TALL) as journey:
            assert any("◐ ongoing" in line for line in drawn(journey))
            await journey.press("b")
            assert any("River Gazette" in line for line in drawn(journey))
            await journey.press("b")
            assert any("Clean Hands" in line for line in drawn(journey))
            await journey.press("b")
            assert any(line.strip().startswith("events") for line in drawn(journey))
            await journey.press("b")
            assert any("◐ ongoing" in line for line in drawn(journey))

    async def test_on_a_low_screen_it_takes_four_lines_and_the_row_stays_in_sight(self) -> None:
        async with exploring(size=SMALL) as journey:
            assert len(drawn(journey)) == 4
            for _ in range(5):
                await journey.press("j", "b")
                title = journey.pane.record
                assert isinstance(title, Event)
                assert any(
                    line.startswith("▌") and title.title[:20] in line for line in journey.lines
                )


class TestWhatIsShown:
    async def test_a_search_changes_the_chart(self) -> None:
        async with exploring(size=TALL) as journey:
            before = drawn(journey)[:-1]
            await journey.press("slash")
            await journey.type("votes")
            await journey.press("enter")
            assert drawn(journey)[:-1] != before
            assert strip(journey).chart.events == tuple(
                each for each in sample_corpus().events if each.id in journey.listed
            )
            await journey.press("escape")
            assert drawn(journey)[:-1] == before

    async def test_a_search_without_hits_leaves_an_empty_chart(self) -> None:
        async with exploring(size=TALL) as journey:
            await journey.press("slash")
            await journey.type("zzzz")
            assert not strip(journey).chart.events
            assert "Nothing matches" in journey.seen

    async def test_a_filter_changes_the_chart(self) -> None:
        corpus = sample_corpus()
        async with exploring(corpus, size=TALL) as journey:
            journey.pane.listing.seek(named(corpus, "Brodica votes"))
            await journey.settle()
            await journey.press("full_stop")
            assert len(strip(journey).chart.events) < len(corpus.events)

    async def test_z_hides_and_shows_it(self) -> None:
        async with exploring(size=TALL) as journey:
            await journey.press("z")
            assert not any("▴ reports" in line for line in journey.lines)
            assert "z chart" in journey.lines[1]
            near = strip(journey).zoom
            await journey.press("plus", "j", "s")
            assert strip(journey).zoom == near
            assert "z chart" in journey.lines[1]
            await journey.press("s")
            await journey.press("z")
            assert any("▴ reports" in line for line in journey.lines)


class TestHover:
    async def test_it_tells_dates_counts_and_titles(self) -> None:
        same = [event("2022-05-09", title=f"Number {n}") for n in range(12)]
        async with exploring(eventful(*same), size=TALL) as journey:
            region = strip(journey).region
            told = await hover(journey, region.x + strip(journey)._room.gutter + 2, region.y + 1)
            assert told.splitlines()[:2] == ["Mon 9 May 2022", "12 events"]
            assert "● Number 0" in told
            assert told.endswith("and 4 more")

    async def test_beside_the_chart_it_tells_nothing(self) -> None:
        async with exploring(size=TALL) as journey:
            region = strip(journey).region
            assert await hover(journey, region.x + 1, region.y + 1) == ""

    async def test_words_of_a_source_stay_words(self) -> None:
        async with exploring(hostile_corpus(), size=TALL) as journey:
            region = strip(journey).region
            x = region.x + strip(journey)._room.gutter + 3
            told = await hover(journey, x, region.y + 1)
            assert "[He] said [/x]" in told
            assert HOSTILE not in told
            # A plain string would be read as markup.
            assert isinstance(strip(journey).tooltip, Content)
            for key in ("v", "v", "v", "t"):
                await journey.press(key)
                assert not ACTING.search(journey.seen.replace("\n", ""))


class TestInNumbers:
    async def test_t_shows_a_table_in_its_place_at_the_period_of_the_record(self) -> None:
        corpus = sample_corpus()
        async with exploring(corpus, size=TALL) as journey:
            journey.pane.listing.seek(named(corpus, "Brodica votes"))
            await journey.settle()
            await journey.press("t")
            assert journey.pane.listing.target == named(corpus, "Brodica votes")
            row = next(line for line in journey.lines if "Sun 8 May 2022" in line)
            assert row.startswith("▌")
            assert row.split()[5] == "2"
            assert not strip(journey).display

    async def test_the_list_follows_the_table_and_the_table_the_list(self) -> None:
        corpus = sample_corpus()
        async with exploring(corpus, size=TALL) as journey:
            await journey.press("t", "g")
            assert journey.pane.listing.target == named(corpus, "Brodica is given its charter")
            await journey.press("j")
            assert journey.pane.listing.target == named(corpus, "Brodica changes its mayor")
            assert "Enter Open" in journey.lines[-1]
            await journey.press("enter")
            assert journey.main.focused is journey.pane.listing
            await journey.press("G")
            assert any(line.startswith("▏ undated") for line in journey.lines)

    async def test_its_lanes_and_periods_are_those_of_the_chart(self) -> None:
        async with exploring(size=TALL) as journey:
            await journey.press("t", "b")
            assert "River Gazette" in journey.seen
            await journey.press(*["minus"] * 12)
            assert "2000 to 2099" in journey.seen
            await journey.press("t")
            assert strip(journey).display
            assert journey.main.focused is journey.pane.listing


class TestRoom:
    @pytest.mark.parametrize("table", [False, True])
    async def test_any_size_down_to_one_cell_and_up_again(self, table: bool) -> None:
        async with exploring(size=TALL) as journey:
            if table:
                await journey.press("t")
            for size in [(80, 24), (40, 12), (20, 8), (1, 1), (3, 40), (200, 3), (200, 60), TALL]:
                await journey.pilot.resize_terminal(*size)
                await journey.settle()
                await journey.press("plus", "j", "b", "minus", "k")
            await journey.press("equals_sign")
            assert "Brodica" in journey.seen

    async def test_in_sixteen_colours_the_cursor_is_reversed(self) -> None:
        async with exploring(size=TALL) as journey:
            journey.app.theme = "ansi-dark"
            await journey.press("j", "j")
            line = strip(journey).render_line(2)
            assert any(segment.style and segment.style.reverse for segment in line)
