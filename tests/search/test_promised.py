"""Everything that is promised of a search, asked in a shell and on the screen alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual import events

from tests.app.journey import Journey, exploring
from tests.search.promised import PROMISED, SAID, TYPED, Row, named, promised_corpus
from tui import store
from tui.app.dialogs.search_all import SearchAll
from tui.build import inputs
from tui.cli import main
from tui.folding import folded
from tui.search import settled

WIDE = (240, 50)

promised = pytest.mark.parametrize("rows", PROMISED.values(), ids=PROMISED)


def finds(row: Row) -> list[str]:
    return [name for name in SAID if name in row.finds.split()]


class Shell:
    """Somebody who searches these articles in a shell."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.corpus = promised_corpus()
        self._capsys = capsys
        articles, place = folder / "articles", folder / "store.json"
        articles.mkdir()
        for article in self.corpus.articles:
            (articles / article.file).write_bytes(self.corpus.texts[article.id].encode())
        store.save(self.corpus, place, inputs(articles).digests)
        self._where = ["--corpus", str(articles), "--store", str(place)]

    def asks(self, query: str) -> tuple[list[dict[str, object]], str]:
        """The hits, and what is said beside them."""
        assert main([*self._where, "search", "--format", "jsonl", "--", query]) == 0
        out, err = self._capsys.readouterr()
        return [json.loads(line) for line in out.splitlines()], err

    def named(self, hits: list[dict[str, object]]) -> list[str]:
        return named(self.corpus, [str(hit["id"]) for hit in hits])


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


async def ask(journey: Journey, text: str) -> None:
    """Have a query in the field that has the focus."""
    await journey.press("ctrl+u")
    assert journey.app.focused is not None
    journey.app.focused.post_message(events.Paste(text))
    await journey.settle()


def shown_as_hits(journey: Journey) -> str:
    """All the letters on the screen that are lit as found."""
    lit = journey.app.get_component_styles("hit").background.hex
    found = [
        segment.text
        for strip in journey.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style and segment.style.bgcolor and segment.style.bgcolor.name == lit.lower()
    ]
    return " ".join(" ".join(found).split())


class TestInTheShell:
    @promised
    def test_it_is_kept(self, shell: Shell, rows: tuple[Row, ...]) -> None:
        for row in rows:
            hits, said = shell.asks(row.query)
            assert (row.query, shell.named(hits)) == (row.query, finds(row))
            assert folded(row.told) in folded(said)
            if row.why:
                assert any(row.why in str(hit["why"]) for hit in hits)
            if row.lit:
                assert row.lit in [_lit(hit) for hit in hits]

    def test_what_was_typed_is_found_again_as_it_is_kept(self, shell: Shell) -> None:
        for typed, expected in TYPED.items():
            hits, _said = shell.asks(settled(typed))
            assert (typed, shell.named(hits)) == (typed, expected.split())


class TestOnTheScreen:
    @promised
    async def test_it_is_kept(self, rows: tuple[Row, ...]) -> None:
        corpus = promised_corpus()
        async with exploring(corpus, size=WIDE, tab="quotes") as journey:
            await journey.press("slash")
            for row in rows:
                # The space says that the last word is whole.
                await ask(journey, f"{row.query} ")
                assert (row.query, named(corpus, [*journey.listed])) == (row.query, finds(row))
                for told in row.told.removeprefix("hint: ").split("; "):
                    what, _, many = told.rpartition(": ")
                    offer = f"{what}  {many} quote" if many.isdigit() else told
                    assert folded(offer) in folded(journey.seen)
                assert row.why in journey.seen
                for word in row.lit.split():
                    assert word.replace("\u200b", "") in shown_as_hits(journey)

    async def test_what_is_typed_may_go_on(self) -> None:
        corpus = promised_corpus()
        async with exploring(corpus, size=WIDE, tab="quotes") as journey:
            await journey.press("slash")
            for typed, expected in TYPED.items():
                await ask(journey, typed)
                assert (typed, named(corpus, [*journey.listed])) == (typed, expected.split())

    @promised
    async def test_it_is_kept_where_everything_is_searched(self, rows: tuple[Row, ...]) -> None:
        corpus = promised_corpus()
        async with exploring(corpus, size=WIDE) as journey:
            await journey.press("ctrl+f")
            screen = journey.app.screen
            assert isinstance(screen, SearchAll)
            for row in rows:
                await ask(journey, f"{row.query} ")
                ids = [str(each) for each in screen.listing.targets]
                expected = finds(row)
                # Of more than a few the tab of the kind shows the rest.
                shown = named(corpus, ids)
                assert (row.query, shown) == (row.query, [x for x in expected if x in shown])
                assert len(shown) == min(len(expected), 5)
                assert f"Quotes  {len(expected)}" in journey.seen or not expected
                assert row.why in journey.seen


def _lit(hit: dict[str, object]) -> str:
    """The stretches that are lit in a hit."""
    text, spans = str(hit["text"]), hit["hits"]
    assert isinstance(spans, list)
    return " ".join(text[start:end] for start, end in spans)
