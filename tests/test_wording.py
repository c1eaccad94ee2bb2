"""What a record says is told in one way everywhere: a denial never reads as an assertion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from tests.app.journey import exploring
from tests.samples import sample_corpus
from tui.comparison import compare
from tui.comparison.render import as_markdown, as_text
from tui.corpus import Corpus
from tui.export.citation import citation
from tui.export.page import page
from tui.export.table import TableRow, table
from tui.model import Quote

CIRIC = "djordje-ciric"


def _corpus() -> tuple[Corpus, Quote]:
    """The sample, in which Ćirić denied any “wrongdoing” of his."""
    sample = sample_corpus()
    denied = next(each for each in sample.quotes if each.text == "any wrongdoing")
    mixed = replace(denied, type="mixed")
    quotes = tuple(mixed if each is denied else each for each in sample.quotes)
    return replace(sample, quotes=quotes), mixed


CORPUS, DENIED = _corpus()
SHOWN = "denied: “any wrongdoing”"


def _linked() -> Iterator[str]:
    actor = CORPUS.get(CIRIC)
    assert actor is not None
    return page(CORPUS, actor)


SURFACES: dict[str, Callable[[], Iterator[str]]] = {
    "a copied citation": lambda: iter([citation(CORPUS, DENIED)]),
    "hits of a search": lambda: table(CORPUS, [TableRow(DENIED, [(0, 3)])]),
    "hits as wide as a screen": lambda: table(CORPUS, [TableRow(DENIED)], width=80),
    "the page of the quote": lambda: page(CORPUS, DENIED),
    "the page of the speaker": _linked,
    "a comparison as text": lambda: as_text(compare(CORPUS, [CIRIC])),
    "a comparison as Markdown": lambda: as_markdown(compare(CORPUS, [CIRIC])),
}


@pytest.mark.parametrize("surface", SURFACES)
def test_in_the_shell(surface: str) -> None:
    assert SHOWN in "\n".join(SURFACES[surface]())


def test_a_hit_is_lit_where_it_stands_behind_the_cue() -> None:
    (line,) = table(CORPUS, [TableRow(DENIED, [(4, 14)])], lit=True)
    assert "denied: “any \x1b[1mwrongdoing\x1b[22m”" in line


class TestOnTheScreen:
    async def test_in_the_list_and_on_the_card(self) -> None:
        async with exploring(CORPUS, tab="quotes") as journey:
            journey.pane.listing.seek(DENIED.id)
            await journey.settle()
            assert SHOWN in journey.seen.split("│")[0] or SHOWN in journey.seen
            assert SHOWN in journey.card

    async def test_among_what_a_speaker_says(self) -> None:
        async with exploring(CORPUS, open_id=CIRIC) as journey:
            assert SHOWN in journey.card

    async def test_side_by_side(self) -> None:
        async with exploring(CORPUS, tab="quotes") as journey:
            journey.pane.listing.seek(DENIED.id)
            await journey.press("c")
            assert SHOWN in journey.seen

    async def test_in_the_search_of_everything(self) -> None:
        async with exploring(CORPUS) as journey:
            await journey.press("ctrl+f")
            await journey.type("wrongdoing")
            assert SHOWN in journey.seen


def test_what_explains_a_difference_gives_it_the_same_sign_in_a_table() -> None:
    explained = [each for each in CORPUS.disagreements if each.explained_by and len(each.sides) > 1]
    others = [each for each in CORPUS.disagreements if not each.explained_by]
    for record, sign in [(explained[0], " ~ "), (others[0], " ≠ ")]:
        (line,) = table(CORPUS, [TableRow(record)])
        assert sign.join(side.says for side in record.sides) in line
