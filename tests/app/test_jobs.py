"""Fifteen jobs of a reader, each from a cold start on a small screen, in few keys and without a
dead end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest
from textual.events import Paste

from tests.app.journey import Journey, exploring
from tests.test_beside_the_five import OTHER_FIGURES
from tui.adding import add
from tui.app.dialogs.neighbours import Neighbours
from tui.app.explorer import Explorer
from tui.build import build, seeds
from tui.collecting import Collected, collected
from tui.corpus import Corpus
from tui.folders import everything, own_articles

SMALL = (80, 24)
MOST = 14
"""Keys of a job."""

MOST_TO_ADD = 12
"""Keys until an article that is added stands against the others."""


@cache
def five() -> Corpus:
    return build(seeds()).corpus


async def done(journey: Journey, *keys: str) -> None:
    """Press keys, which are few for the whole job."""
    await journey.press(*keys)
    assert journey.pressed <= MOST


class TestAReader:
    async def test_finds_words_and_cites_them(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "4", "slash", *"theft", "enter", "y")
            assert "3 of 68" in journey.seen
            assert "Vladimir Obradović" in journey.app.clipboard
            assert "26 Dec 2023" in journey.app.clipboard

    async def test_sees_at_once_that_one_report_alone_tells_of_seats(self) -> None:
        async with exploring(five(), tab="overview") as journey:
            assert "1 source" in next(line for line in journey.lines if "majority" in line)

    async def test_finds_the_seats_and_who_reports_them(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "3", "slash", *"seats", "enter")
            assert "49" in journey.card
            assert "Anadolu" in journey.seen
            await done(journey, "j")
            assert "no other figure for the same thing" in journey.card
            await done(journey, "enter")
            assert journey.main.view == "reader"
            assert "49" in journey.seen

    async def test_takes_a_span_of_days(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "4", "f", "right", "right", "right", "space", "enter")
            assert " of 68 · Dec" in journey.lines[1] or "2023" in journey.lines[1]
            assert 0 < len(journey.listed) < 68

    async def test_compares_two_speakers_on_a_topic(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "4", "c", "slash", *"vote", "enter")
            assert journey.main.view == "compared"
            assert "vote" in journey.lines[1]

    async def test_sees_what_is_disputed_and_who_says_what(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            assert "Was the vote fair?" in journey.seen
            await done(journey, "enter")
            assert "Aleksandar Vučić" in journey.card
            assert "stolen or marred" in journey.card

    async def test_adds_an_article_and_sees_what_it_disputes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
        (tmp_path / "own.txt").write_text(OTHER_FIGURES, "utf-8")

        def load(_say: Callable[[str], None] = print) -> Corpus:
            return build(everything()).corpus

        def collect(paths: Sequence[str], _say: Callable[[str], None]) -> Collected:
            return collected(list(add(own_articles(), paths)), load)

        app = Explorer(load, collect=collect)
        async with app.run_test(size=SMALL) as pilot:
            journey = Journey(app, pilot)
            await journey.arrive()
            await done(journey, "A")
            app.post_message(Paste(str(tmp_path / "own.txt")))
            await done(journey, "enter")
            adding = [each for each in app.workers if each.group == "add"]
            await app.workers.wait_for_complete(adding)
            await journey.settle()
            assert len(journey.main.corpus.articles) == 6
            # What is pasted counts as one key more.
            await done(journey, "x")
            assert "46.72 % ≠ 44.1 %" in journey.seen
            assert "Serbian Progressive Party, vote share" in journey.card
            assert journey.pressed + 1 <= MOST_TO_ADD

    async def test_mistypes_a_word_and_takes_what_was_meant_with_one_key(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "4", "slash", *"electon")
            # Offered once, by the key that takes it from the field.
            (told,) = [line for line in journey.lines if "you mean election?" in line]
            assert told.split()[-1] == "Tab"
            await done(journey, "tab", "enter")
            assert f"{told.split()[-3]} of 68" in journey.lines[1]

    async def test_takes_what_was_meant_from_the_list_too(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "4", "slash", *"electon", "enter")
            (told,) = [line for line in journey.lines if "you mean election?" in line]
            assert told.split()[-1] == "Enter"
            await done(journey, "enter")
            assert f"{told.split()[-3]} of 68" in journey.lines[1]

    async def test_comes_back_to_the_list_as_it_was(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "4", "slash", *"vote", "enter", "j", "j")
            before = journey.seen
            await done(journey, "enter", "backspace")
            assert journey.seen == before

    async def test_filters_by_party(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "4", "f", "right", "space", "enter")
            assert "party " in journey.lines[1]
            assert 0 < len(journey.listed) < 68

    async def test_sees_who_is_with_whom(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "2", "e")
            assert isinstance(journey.app.screen, Neighbours)
            assert "Russia" in journey.seen

    async def test_reads_what_others_call_somebody(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "2", "slash", *"osmani", "enter")
            assert "How sources describe them" in journey.card
            assert "President" in journey.card

    async def test_puts_a_coalition_together(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, *"jjjjjjjjj", "enter", "p", "space")
            assert "49" in journey.card
            assert "7 short" in journey.card

    async def test_changes_the_theme(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await journey.press("ctrl+p")
            await journey.type("theme")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            await journey.press("enter")
            await journey.type("day")
            await journey.app.workers.wait_for_complete()
            await journey.pilot.pause(0.3)
            await done(journey, "enter")
            assert journey.app.theme == "serbia-day"

    async def test_writes_what_is_listed_into_a_file(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "4", "ctrl+e", "enter")
            assert len((tmp_path / "quotes.jsonl").read_text("utf-8").splitlines()) == 68

    async def test_undoes_what_was_done_last(self) -> None:
        async with exploring(five(), size=SMALL, tab="overview") as journey:
            await done(journey, "4", "space")
            assert journey.main.notes.annotations
            await done(journey, "u")
            assert not journey.main.notes.annotations
