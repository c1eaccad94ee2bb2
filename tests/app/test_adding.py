"""What a reader adds to records and words: bookmarks, notes, tags and review states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.journey import Journey, exploring
from tests.samples import sample_corpus
from tui.annotated import target_of
from tui.annotation import Annotation, Noted, Selector, Target
from tui.app.panes.reader import ReaderPane
from tui.notebook import Notebook
from tui.notes import InMemory, Notes


def noted(journey: Journey) -> Noted:
    """What is added to the record that is shown."""
    record = journey.pane.record
    assert record is not None
    return journey.main.corpus.added.to(record.id)


def keeping(*annotations: Annotation) -> InMemory:
    return InMemory(Notes(annotations=annotations))


def orphan(id: str = "1") -> Annotation:
    target = Target(
        kind="quote",
        record="00000000.q000000",
        file="gone.txt",
        source="A report that is gone",
        says="They counted [b]twice[/b]",
        selector=Selector("They counted [b]twice[/b]", "He said: ", " and left"),
    )
    return Annotation(id=id, target=target, purpose="note", value="who?", changed="2024")


class TestARecord:
    @pytest.mark.parametrize("tab", ["1", "2", "3", "4", "5", "6"])
    async def test_is_bookmarked_by_space_in_every_tab(self, tab: str) -> None:
        async with exploring() as journey:
            await journey.press(tab, "j", "space")
            assert noted(journey).bookmarked
            assert "▌◆" in journey.seen
            assert "◆ bookmarked" in journey.card
            await journey.press("space")
            assert not noted(journey).bookmarked
            assert "◆" not in journey.card

    async def test_has_a_note_of_several_lines(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("a")
            await journey.type("First [b]line")
            await journey.press("enter")
            await journey.type("second")
            await journey.press("ctrl+s")
            assert [each.value for each in noted(journey).notes] == ["First [b]line\nsecond"]
            assert "✎ First [b]line\n    second" in journey.card
            await journey.press("a", "!", "ctrl+s")
            assert [each.value for each in noted(journey).notes] == ["First [b]line\nsecond!"]

    async def test_keeps_its_note_when_one_leaves_the_editor(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("a", "x", "escape")
            assert "Esc again discards what you typed" in journey.seen
            await journey.press("escape")
            assert not noted(journey).notes

    async def test_has_tags(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("number_sign")
            await journey.type("vote fraud")
            await journey.press("enter")
            assert noted(journey).tags == ("fraud", "vote")
            await journey.press("j", "number_sign", "f", "tab", "enter")
            assert noted(journey).tags == ("fraud",)

    async def test_is_reviewed_in_turn(self) -> None:
        async with exploring(tab="timeline") as journey:
            states = []
            for _ in range(3):
                await journey.press("r")
                states.append(noted(journey).state)
            assert states == ["checked", "disputed", "unchecked"]

    async def test_tells_several_things_by_their_signs(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("space", "r", "r")
            assert noted(journey).signs == "⚑◆"
            assert "⚑ disputed   ◆ bookmarked" in journey.card

    async def test_is_as_before_when_undone_and_again_when_redone(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("space", "r", "u")
            assert noted(journey).signs == "◆"
            assert "Undone: checked" in journey.seen
            await journey.press("u")
            assert not noted(journey).annotations
            await journey.press("u")
            assert "Nothing to undo" in journey.seen
            await journey.press("U", "U", "U")
            assert noted(journey).signs == "◆✓"

    async def test_is_marked_where_the_list_is_searched_and_where_it_is_not(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("space", "slash")
            await journey.type("theft")
            await journey.press("enter", "space", "escape")
            marks = sum("◆" in line[:3] for line in journey.lines)
            assert marks == 2

    async def test_is_kept_and_undone_in_another_run(self, tmp_path: Path) -> None:
        place = tmp_path / "notebook.json"
        async with exploring(tab="quotes", keeper=Notebook(place)) as journey:
            await journey.press("space")
        async with exploring(tab="quotes", keeper=Notebook(place)) as journey:
            assert noted(journey).bookmarked
            await journey.press("u")
            assert not noted(journey).bookmarked

    async def test_is_not_bookmarked_by_a_space_in_a_search(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash", "a", "space", "a")
            assert not journey.main.corpus.added.placed
            assert journey.pane.query_text == "a a"


async def test_a_notice_takes_the_place_of_the_one_before_and_of_no_warning() -> None:
    async with exploring(tab="quotes", size=(80, 24)) as journey:
        await journey.press("space", "r")
        (told,) = journey.app._notifications
        assert "Checked" in told.message
        journey.main.say("Something is wrong", "warning", seconds=12)
        await journey.press("r")
        assert [each.severity for each in journey.app._notifications] == ["warning", "information"]


class TestASearch:
    @pytest.mark.parametrize(
        ("query", "finds"),
        [
            ("is:bookmarked", 1),
            ("-is:bookmarked", -1),
            ("has:note", 1),
            ("tag:vot*", 1),
            ("state:disputed", 1),
            ("state:unchecked", -1),
            ("is:orphaned", 0),
            ("is:bookmarked OR has:note", 2),
            ("is:bookmarked has:note", 0),
        ],
    )
    async def test_finds_what_is_added(self, query: str, finds: int) -> None:
        corpus = sample_corpus()
        first, second = (target_of(corpus, each) for each in corpus.quotes[:2])
        keeper = keeping(
            Annotation(id="1", target=first, purpose="bookmark"),
            Annotation(id="2", target=second, purpose="note", value="x"),
            Annotation(id="3", target=second, purpose="tag", value="vote"),
            Annotation(id="4", target=first, purpose="state", value="disputed"),
            orphan("5"),
        )
        total = len(corpus.quotes)
        async with exploring(tab="quotes", keeper=keeper) as journey:
            await journey.press("slash")
            await journey.type(query)
            await journey.press("enter")
            found = [id for id in journey.listed if corpus.get(id)]
            assert len(found) == (finds if finds >= 0 else total + finds)

    async def test_follows_what_is_added_and_taken_away(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("space", "slash")
            await journey.type("is:book")
            await journey.press("enter")
            assert len(journey.listed) == 1
            await journey.press("space")
            assert len(journey.listed) == 0


class TestWords:
    async def test_are_chosen_in_an_article_and_have_a_note(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("enter", "v", "v", "l", "l")
            reader = journey.main.query_one(ReaderPane)
            span = reader.reading.selected
            assert span is not None
            assert reader.article is not None
            chosen = reader.corpus.texts[reader.article.id][slice(*span)]
            assert len(chosen.split()) == 3
            await journey.press("a")
            await journey.type("odd")
            await journey.press("ctrl+s")
            ((anchor, on),) = journey.main.corpus.added.by_words[reader.article.id]
            assert journey.main.corpus.words(anchor) == chosen
            assert [each.value for each in on.notes] == ["odd"]
            assert reader.reading.selected is None
            assert "✎" in journey.seen

    async def test_move_with_the_arrows_until_the_first_is_held(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "v")
            reading = journey.main.query_one(ReaderPane).reading
            first = reading.selected
            await journey.press("right", "down")
            moved = reading.selected
            assert first is not None
            assert moved is not None
            assert moved[0] > first[1]
            await journey.press("v", "up")
            held = reading.selected
            assert held is not None
            assert held[0] < moved[0] < held[1] == moved[1]
            await journey.press("escape")
            assert reading.selected is None
            assert journey.main.view == "reader"

    async def test_are_gone_to_like_any_mark(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "v", "space", "g", "n")
            reader = journey.main.query_one(ReaderPane)
            assert "bookmarked" in journey.lines[-2]
            await journey.press("space")
            assert not reader.corpus.added.placed


class TestTheNotebook:
    async def test_is_empty_at_first_and_says_how_to_fill_it(self) -> None:
        async with exploring() as journey:
            await journey.press("7")
            assert "Nothing here yet." in journey.seen
            assert "Space   bookmark it" in journey.seen
            assert not journey.pane.page.display
            await journey.press("4", "space", "7")
            assert journey.pane.page.display

    async def test_shows_only_keys_that_do_something(self) -> None:
        async with exploring(tab="quotes", size=(240, 40)) as journey:
            keys = ("/ Search", "s Sort", "Ctrl+E Export", "u Undo")
            await journey.press("7")  # In an empty notebook / searches all tabs.
            assert [key in journey.lines[-1] for key in keys] == [True, False, False, False]
            await journey.press("4", "space", "7")
            assert [key in journey.lines[-1] for key in keys] == [True] * 4
            await journey.press("u")
            assert [key in journey.lines[-1] for key in keys] == [True, False, False, False]

    async def test_lists_what_is_added_with_counts_the_orphaned_first(self) -> None:
        async with exploring(tab="quotes", keeper=keeping(orphan())) as journey:
            await journey.press("space", "j", "r", "r", "7")
            assert journey.listed[0].startswith("orphan:")
            assert len(journey.listed) == 3
            assert "3 items · 1 orphaned · 1 bookmarked" in journey.seen
            assert "1 disputed" in journey.seen
            assert "They counted [b]twice[/b]" in journey.card
            assert "A report that is gone" in journey.card
            assert "who?" in journey.card
            assert "7 Notes 3 ?1" in journey.lines[0]

    async def test_has_what_another_explorer_has_added(self, tmp_path: Path) -> None:
        place = tmp_path / "notebook.json"
        other = Notebook(place)
        async with exploring(keeper=Notebook(place)) as journey:
            other.change(lambda notes: notes.having([orphan()], "other"))
            await journey.press("7")
            assert len(journey.listed) == 1

    async def test_leads_to_the_passage(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("j", "space", "7", "enter")
            assert journey.main.view == "reader"
            assert journey.main.query_one(ReaderPane).record == sample_corpus().quotes[1]

    async def test_leads_to_words(self) -> None:
        async with exploring(tab="sources") as journey:
            await journey.press("enter", "v", "space", "7", "enter")
            reader = journey.main.query_one(ReaderPane)
            assert journey.main.view == "reader"
            assert reader.reading._spot is not None

    @pytest.mark.parametrize(
        ("query", "finds"),
        [
            ("is:orphaned", 1),
            ("-is:orphaned", 1),
            ("has:note", 1),
            ("twice", 1),
            ("who", 1),
            ("kind:quote", 2),
            ("source:gone", 1),
            ("nothing", 0),
        ],
    )
    async def test_is_searched(self, query: str, finds: int) -> None:
        async with exploring(tab="quotes", keeper=keeping(orphan())) as journey:
            await journey.press("space", "7", "slash")
            await journey.type(query)
            await journey.press("enter")
            assert len(journey.listed) == finds
            await journey.press("escape")
            assert len(journey.listed) == 2

    async def test_removes_a_thing_and_has_it_again(self) -> None:
        async with exploring(keeper=keeping(orphan(), replace(orphan("2"), value="x"))) as journey:
            await journey.press("7", "X")
            assert not journey.listed
            await journey.press("u")
            assert len(journey.listed) == 1


class TestAFilter:
    async def test_has_what_is_added_among_its_fields(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("space", "f")
            await journey.type("bookm")
            await journey.press("enter")
            assert len(journey.listed) == 1
            assert "bookmarked" in journey.seen
            await journey.press("space")
            assert not journey.listed

    async def test_has_no_such_field_where_nothing_is_added(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("f")
            assert "Added" not in journey.seen
