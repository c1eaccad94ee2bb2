"""The chosen row in a sentence, in the last line, for whoever hears the screen."""

from __future__ import annotations

import pytest

from tests.app.journey import Journey, exploring
from tests.council import council_corpus
from tests.samples import hostile_corpus, sample_corpus
from tui.app.widgets.announced import Announced
from tui.plain.announcement import announcement
from tui.terminal_text import ACTING


def said(journey: Journey) -> str:
    """What stands in the last line."""
    return journey.main.query_one(Announced).words.plain


@pytest.mark.parametrize(
    ("id", "sentence"),
    [
        ("djordje-ciric", "Actor: Đorđe Ćirić; type person; named 4 times in 2 of 3 articles."),
        ("brodica-2022", "Contest: Brodica town council, 2022; held Sun 8 May 2022"),
    ],
)
def test_a_record_is_one_sentence(id: str, sentence: str) -> None:
    corpus = sample_corpus()
    record = corpus.get(id)
    assert record is not None
    assert announcement(corpus, record).startswith(sentence)


@pytest.mark.parametrize("corpus", [sample_corpus(), council_corpus(), hostile_corpus()])
def test_every_record_is_told_without_a_break(corpus: object) -> None:
    for record in corpus.records:  # type: ignore[attr-defined]
        sentence = announcement(corpus, record)  # type: ignore[arg-type]
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert not ACTING.search(sentence)


async def test_it_follows_the_cursor_the_focus_and_what_is_typed() -> None:
    async with exploring(tab="quotes") as journey:
        assert not journey.main.query(Announced)
        journey.app.action_announce()
        await journey.settle()
        first = said(journey)
        assert first.startswith("Quote: ")
        await journey.press("j")
        assert said(journey).startswith("Quote: ")
        assert said(journey) != first
        # It stands on the screen, in the place of the keys.
        assert "Search all" not in journey.seen
        assert said(journey)[:40] in " ".join(" ".join(journey.lines[-3:]).split())
        # In the detail a passage is said by its words; a search says its first hit.
        await journey.press("l", "G")
        assert said(journey) not in ("", first)
        await journey.press("h", "slash")
        await journey.type("broad daylight")
        assert "a theft in broad daylight" in said(journey)
        await journey.press("escape", "2")
        assert said(journey).startswith("Actor: ")
        journey.app.action_announce()
        await journey.settle()
        assert not journey.main.query(Announced)
