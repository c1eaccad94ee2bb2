"""Words that act on a terminal or a markup parser are shown, and do nothing."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.events import Paste

from tests.app.journey import Journey, exploring, page_text
from tests.samples import HOSTILE, hostile_corpus
from tui.app.dialogs.load_failed import LoadFailed
from tui.app.explorer import Explorer
from tui.app.widgets.record_page import RecordPage
from tui.corpus import Corpus
from tui.notes import InMemory, Notes, SavedSearch
from tui.terminal_text import ACTING

LITERAL = "[He] said [/x]"
"""What a markup parser would take away or stumble over."""

ROOMY = (240, 70)


def acting(journey: Journey) -> list[str]:
    """What on the screen would act: characters, and actions behind words."""
    found = []
    for strip in journey.app.screen._compositor.render_strips():
        for text, style, control in strip:
            found += re.findall(ACTING, text)
            if control:
                found.append(repr(control))
            if style and "@click" in (style.meta or {}):
                found.append(repr(style.meta))
    return found


def hostile() -> Corpus:
    """The hostile corpus, with hostile ways to name and to reach things."""
    corpus = hostile_corpus()
    article = replace(corpus.articles[0], url="https://example.org/[/x]?[@click=app.quit]now[/]")
    return replace(corpus, articles=(article,))


class TestWordsOfASource:
    @pytest.mark.parametrize("key", ["1", "2", "3", "4", "5", "6"])
    async def test_in_lists_titles_and_details_they_are_literal(self, key: str) -> None:
        async with exploring(hostile(), size=ROOMY) as journey:
            await journey.press(key)
            assert not acting(journey)
            assert LITERAL in journey.seen
            assert LITERAL in journey.card
            assert not ACTING.search(journey.card.replace("\n", ""))
            await journey.press("l", "j", "G", "g")
            assert not acting(journey)

    @pytest.mark.parametrize("size", [(80, 24), (120, 40)])
    async def test_at_every_size(self, size: tuple[int, int]) -> None:
        async with exploring(hostile(), size=size) as journey:
            for key in "12345":
                await journey.press(key, "s")
                assert not acting(journey)
                assert "[He]" in journey.seen

    async def test_in_the_reader_and_its_status(self) -> None:
        async with exploring(hostile(), size=ROOMY, tab="quotes") as journey:
            await journey.press("enter", "n", "n", "N")
            assert journey.main.view == "reader"
            assert not acting(journey)
            assert LITERAL in journey.lines[1]
            assert LITERAL in journey.lines[-2]
            assert LITERAL in "\n".join(journey.lines[3:8])
            page = journey.main.query_one("#reader").query_one(RecordPage)
            assert not ACTING.search(page_text(page).replace("\n", ""))

    async def test_in_the_palette(self) -> None:
        async with exploring(hostile(), size=ROOMY) as journey:
            await journey.press("ctrl+p")
            await journey.type("[he] said")
            await journey.pilot.pause(0.4)
            assert not acting(journey)
            assert journey.seen.count(LITERAL) >= 3

    async def test_in_a_notice(self) -> None:
        async with exploring(hostile(), size=ROOMY) as journey:
            journey.main.say(HOSTILE)
            await journey.settle()
            assert not acting(journey)

    async def test_in_what_is_copied(self) -> None:
        async with exploring(hostile(), size=ROOMY) as journey:
            await journey.press("y")
            assert not ACTING.search(journey.app.clipboard.replace("\n", ""))
            assert not acting(journey)

    async def test_a_click_on_them_runs_nothing(self) -> None:
        async with exploring(hostile(), size=ROOMY) as journey:
            for x in range(2, 120, 6):
                await journey.pilot.click(offset=(x, 4))
            await journey.settle()
            assert journey.app.is_running
            assert not acting(journey)

    async def test_in_a_filter_that_is_named_above_the_list(self) -> None:
        async with exploring(hostile(), size=ROOMY, open_id="he") as journey:
            await journey.press(".")
            assert LITERAL in journey.lines[1]
            assert not acting(journey)


class TestWordsInWhatOpens:
    """Views, dialogs and suggestions that a key opens from a tab."""

    @pytest.mark.parametrize(
        ("tab", "keys"),
        [
            ("timeline", ["b", "b", "b", "t"]),
            ("timeline", ["f"]),
            ("actors", ["e"]),
            ("actors", ["f", "right", "right"]),
            ("actors", ["c"]),
            ("results", ["c"]),
            ("results", ["p", "space"]),
            ("results", ["t"]),
            ("quotes", ["c"]),
            ("quotes", ["f", "right", "right", "space", "enter"]),
            ("quotes", ["slash", *"speaker:"]),
            ("quotes", ["slash", *"topic:"]),
            ("quotes", ["ctrl+f", *"said"]),
            ("quotes", ["slash", *"said", "ctrl+s"]),
            ("quotes", ["slash", "up"]),
            ("disagreements", []),
            ("disagreements", ["enter"]),
            ("sources", ["colon", *"saved"]),
        ],
        ids=lambda value: value if isinstance(value, str) else " ".join(value),
    )
    async def test_are_literal(self, tab: str, keys: list[str]) -> None:
        saved = SavedSearch(HOSTILE, HOSTILE)
        keeper = InMemory(Notes((HOSTILE,), (saved,)))
        async with exploring(hostile(), size=ROOMY, tab=tab, keeper=keeper) as journey:
            await journey.press(*keys)
            assert not acting(journey)
            assert "[He]" in journey.seen
            await journey.press("down", "down", "enter")
            assert not acting(journey)

    async def test_of_progress_are_literal(self) -> None:
        told, go_on = threading.Event(), threading.Event()

        def load(say: Callable[[str], None]) -> Corpus:
            say(HOSTILE)
            told.set()
            go_on.wait(10)
            return hostile()

        app = Explorer(load)
        async with app.run_test(size=ROOMY) as pilot:
            journey = Journey(app, pilot)
            while not told.is_set():
                await pilot.pause()
            await journey.settle()
            assert LITERAL in journey.seen
            assert not acting(journey)
            go_on.set()
            await app.workers.wait_for_complete()


class TestWordsOfTheReader:
    async def test_what_is_typed_or_pasted_is_literal(self) -> None:
        async with exploring(size=ROOMY, tab="quotes") as journey:
            await journey.press("slash")
            journey.pane.query_text = HOSTILE
            await journey.settle()
            assert "Nothing matches" in journey.seen
            assert LITERAL in journey.seen
            assert not acting(journey)

    async def test_in_help_too(self) -> None:
        async with exploring(size=ROOMY) as journey:
            await journey.press("?")
            await journey.type("[/x]")
            assert "No key for [/x]" in journey.seen
            assert not acting(journey)

    @pytest.mark.parametrize(
        "keys",
        [["slash"], ["ctrl+f"], ["ctrl+p"], ["?"], ["f"]],
        ids=" ".join,
    )
    async def test_in_whatever_field_they_are_pasted(self, keys: list[str]) -> None:
        async with exploring(size=ROOMY, tab="quotes") as journey:
            await journey.press(*keys)
            journey.app.post_message(Paste(HOSTILE))
            await journey.settle()
            assert LITERAL in journey.seen
            assert not acting(journey)

    async def test_an_id_on_the_command_line(self) -> None:
        async with exploring(size=ROOMY, open_id=HOSTILE) as journey:
            assert "There is no record [He] said" in journey.seen
            assert not acting(journey)


class TestWordsOfAnError:
    async def test_they_are_literal(self) -> None:
        def load(_say: object) -> Corpus:
            raise ValueError(HOSTILE)

        app = Explorer(load)
        async with app.run_test(size=ROOMY) as pilot:
            journey = Journey(app, pilot)
            while not isinstance(app.screen, LoadFailed):
                await pilot.pause()
            await journey.settle()
            assert LITERAL in journey.seen
            assert not acting(journey)
