"""Where a part of the explorer fails, it says with what, and the reader goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

import pytest
from textual.content import Content

from tests.app.journey import Journey, exploring
from tests.app.test_hostile import acting
from tests.samples import HOSTILE, sample_corpus
from tui import app as explorers
from tui.app import cards
from tui.app.dialogs.record_failed import RecordFailed
from tui.app.error_boundary import PartFailed
from tui.app.explorer import MOST_TROUBLES, Explorer
from tui.app.panes import pane
from tui.app.panes.quotes import QuotesPane
from tui.app.widgets.line import Line
from tui.app.widgets.rows import Row
from tui.corpus import Corpus
from tui.model import Record

SECOND, THIRD = sample_corpus().quotes[1:3]


def broken_on(record: Record) -> Callable[..., list[Row]]:
    """Cards of which one cannot be made."""

    def card(corpus: Corpus, shown: Record, spans: Sequence[tuple[int, int]] = ()) -> list[Row]:
        if shown.id == record.id:
            raise KeyError(HOSTILE)
        return cards.card(corpus, shown, spans)

    return card


def troubled(journey: Journey) -> bool:
    """Whether the reader is told of an error."""
    return isinstance(journey.app.screen, RecordFailed)


class TestACardThatFails:
    async def test_is_named_and_the_next_one_can_be_read(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pane, "card", broken_on(SECOND))
        async with exploring(tab="quotes", open_id=SECOND.id, goes_on=True) as journey:
            assert troubled(journey)
            assert "could not be shown" in journey.seen
            assert f"quote {SECOND.id}" in journey.seen
            assert "KeyError" in journey.seen
            assert "[He] said [/x]" in journey.seen
            assert "Go on" in journey.lines[-1]
            assert not acting(journey)
            await journey.press("enter")
            assert not troubled(journey)
            assert "This record cannot be shown." in journey.card
            while journey.pane.record != THIRD:
                await journey.press("down")
            assert THIRD.text.split()[0] in journey.card
            # The same is not said twice.
            journey.pane.listing.seek(SECOND.id)
            await journey.settle()
            assert "This record cannot be shown." in journey.card
            assert not troubled(journey)
            await journey.press("2")
            assert journey.main.view == "actors"

    async def test_ends_a_test_that_did_not_ask_for_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pane, "card", broken_on(SECOND))
        with pytest.raises(KeyError):
            async with exploring(tab="quotes", open_id=SECOND.id):
                pass


class TestARowThatFails:
    async def test_says_so_in_its_place(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = QuotesPane.rows

        def draw(_width: int) -> Sequence[Content]:
            raise ZeroDivisionError

        def broken(self: QuotesPane, records: Sequence[Record]) -> list[Row]:
            return [
                row._replace(draw=draw, height=1) if row.target == SECOND.id else row
                for row in rows(self, records)
            ]

        monkeypatch.setattr(QuotesPane, "rows", broken)
        async with exploring(tab="quotes", goes_on=True) as journey:
            assert troubled(journey)
            assert f"quote {SECOND.id}" in journey.seen
            await journey.press("escape")
            assert "This line cannot be shown." in journey.seen
            await journey.press("down", "down", "j", "slash")
            await journey.type("count")
            assert "clean" in journey.seen


class TestAnythingElseThatFails:
    async def test_an_answer_to_a_key(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(_self: QuotesPane) -> None:
            raise ValueError("no copy")

        monkeypatch.setattr(QuotesPane, "action_copy", broken)
        async with exploring(tab="quotes", goes_on=True) as journey:
            await journey.press("y")
            assert "ValueError: no copy" in journey.seen
            await journey.press("enter", "down", "1")
            assert journey.main.view == "timeline"

    async def test_a_line_that_is_drawn(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(_self: Line) -> Content:
            raise ValueError("no line")

        monkeypatch.setattr(Line, "content", broken)
        async with exploring(goes_on=True) as journey:
            assert "ValueError: no line" in journey.seen
            await journey.press("enter", "4")
            assert journey.main.view == "quotes"

    async def test_a_record_that_is_there_no_more_is_not_named(self) -> None:
        async with exploring(goes_on=True) as journey:
            journey.app.post_message(PartFailed(ValueError("x"), "nobody"))
            await journey.settle()
            assert "ValueError: x" in journey.seen

    async def test_too_many_errors_end_it(self) -> None:
        async with exploring(goes_on=True) as journey:
            for number in range(MOST_TROUBLES + 1):
                journey.app.post_message(PartFailed(ValueError(number)))
            while journey.app.fatal is None:
                await asyncio.sleep(0)
            assert str(journey.app.fatal) == str(MOST_TROUBLES)
        assert journey.app.return_code == 1


def test_an_error_that_ends_it_is_raised_to_whoever_runs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def run(self: Explorer) -> None:
        assert self.goes_on
        self._handle_exception(ValueError("the end"))

    monkeypatch.setattr(Explorer, "run", run)
    with pytest.raises(ValueError, match="the end"):
        explorers.run(lambda _say: sample_corpus())
