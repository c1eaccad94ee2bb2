"""Correcting a record on the screen: what it says from then on, and how many keys that takes."""

from __future__ import annotations

from pathlib import Path

from tests.app.journey import exploring
from tui.model import Actor, Quote
from tui.notebook import Notebook


class TestAQuote:
    async def test_has_another_speaker_after_seven_keys(self) -> None:
        async with exploring() as journey:
            keys = ["4", "C", "c", "i", "r", "i", "enter"]
            assert len(keys) <= 8
            await journey.press(*keys)
            quote = journey.pane.record
            assert isinstance(quote, Quote)
            assert quote.speakers == ("djordje-ciric",)
            assert "± corrected" in journey.card
            assert "speaker  Clean Hands now Đorđe Ćirić" in journey.card
            assert journey.lines[3].startswith("▌±Đorđe Ćirić")

    async def test_has_its_own_again_when_that_is_undone(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "C", "c", "i", "r", "i", "enter", "u")
            quote = journey.pane.record
            assert isinstance(quote, Quote)
            assert quote.speakers == ("clean-hands",)
            assert "±" not in journey.card

    async def test_is_corrected_in_another_run_too(self, tmp_path: Path) -> None:
        place = tmp_path / "notebook.json"
        async with exploring(keeper=Notebook(place)) as journey:
            await journey.press("4", "C", "c", "i", "r", "i", "enter")
        async with exploring(keeper=Notebook(place), tab="quotes") as journey:
            quote = journey.pane.record
            assert isinstance(quote, Quote)
            assert quote.speakers == ("djordje-ciric",)

    async def test_keeps_the_reason(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "C", "tab", "m", "i", "ctrl+r")
            await journey.type("has [marks]")
            await journey.press("enter")
            assert ": has [marks]" in journey.card
            (each,) = journey.main.notes.annotations
            assert (each.field, each.value, each.why) == ("kind", "mixed", "has [marks]")

    async def test_is_told_what_does_not_fit(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "C", "tab", "tab")
            await journey.type("soon")
            await journey.press("enter")
            assert "is no date" in journey.seen
            await journey.press("tab")
            assert "date is not saved" in journey.seen
            await journey.press("tab", "shift+tab", "1", "escape")
            await journey.press("C", "x", "tab")
            assert "speaker is not saved" in journey.seen
            await journey.press("escape")
            assert not journey.main.notes.annotations

    async def test_is_changed_by_no_key_that_is_pressed_in_a_hurry(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "C", "enter")
            assert "Type a name" in journey.seen
            await journey.press("tab", "enter")
            assert "It says so already" in journey.seen
            await journey.press("escape")
            assert not journey.main.notes.annotations

    async def test_can_be_nobody_s(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "C", *["up"] * 12, "enter")
            quote = journey.pane.record
            assert isinstance(quote, Quote)
            assert quote.speakers == ()

    async def test_that_is_hidden_is_in_the_notebook_alone(self) -> None:
        async with exploring(tab="quotes") as journey:
            before = journey.listed
            await journey.press("C", "shift+tab", "enter")
            assert journey.listed == before[1:]
            await journey.press("7")
            assert journey.listed == before[:1]
            await journey.press("X", "4")
            assert journey.listed == before


class TestWords:
    async def test_are_said_to_be_a_quote_that_can_be_corrected(self) -> None:
        async with exploring(tab="sources") as journey:
            many = len(journey.main.corpus.quotes)
            await journey.press("enter", "v", "v", "l", "l", "C", "q")
            assert len(journey.main.corpus.quotes) == many + 1
            new = next(q for q in journey.main.corpus.quotes if q.rule.startswith("added"))
            assert new.text == "Brodica vote ends"
            await journey.press("4", "g", "C", "c", "i", "r", "i", "enter")
            new = next(q for q in journey.main.corpus.quotes if q.id == new.id)
            assert new.speakers == ("djordje-ciric",)
            await journey.press("u", "u")
            assert len(journey.main.corpus.quotes) == many

    async def test_without_a_number_are_no_figure(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "v", "C", "f")
            told = " ".join(each.message for each in journey.app._notifications)
            assert "there is no number in these words" in told


class TestAnActor:
    async def test_is_the_same_as_another_after_eight_keys(self) -> None:
        async with exploring() as journey:
            await journey.press("2")
            gone = journey.pane.record
            assert isinstance(gone, Actor)
            other = "harb" if gone.id != "harbour-party" else "clean"
            keys = ["C", *other[:4], "enter"]
            assert len(keys) + 1 <= 8
            await journey.press(*keys)
            assert journey.main.corpus.get(gone.id) is None
            await journey.press("u")
            assert journey.main.corpus.get(gone.id) == gone


class TestAnActorThatIsTwo:
    async def test_is_split_by_a_spelling_that_is_chosen_and_one_again_when_undone(self) -> None:
        async with exploring(open_id="djordje-ciric") as journey:
            keys = ["C", "tab", "down", "down", "enter"]
            assert len(keys) <= 8
            await journey.press(*keys)
            assert "djordje-ciric-2" in journey.listed
            assert "All mentions  3" in journey.card
            journey.pane.listing.seek("djordje-ciric-2")
            await journey.settle()
            assert "Djordje Ciric" in journey.card
            await journey.press("u")
            assert "djordje-ciric-2" not in journey.listed

    async def test_that_is_always_named_so_is_told_so(self) -> None:
        async with exploring(open_id="clean-hands") as journey:
            await journey.press("C", "tab", "enter")
            await journey.type("clean")
            await journey.press("enter")
            assert "it is always named so" in journey.seen
            await journey.press("escape")
            assert not journey.main.notes.annotations
