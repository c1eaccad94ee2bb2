"""What is read is freed as it goes, so that nobody has to look for what is left over."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.extract.gold_key import SEEDS
from tests.extract.reading_of import KNOWN
from tui import extract
from tui.extract import pipeline as article

ARTICLES = {path.name: path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))}


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES)
def test_nothing_that_refers_to_itself_is_left_of_a_reading(text: str) -> None:
    extract.read("a.txt", text, KNOWN)
    gc.collect()
    gc.disable()
    extract.read("a.txt", text, KNOWN)
    extract.quotes(text, KNOWN)
    assert gc.collect() == 0


class TestTheCollector:
    def test_is_off_while_an_article_is_read_and_on_again_behind_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen: list[bool] = []
        monkeypatch.setattr(article._Article, "quoted", lambda _: seen.append(gc.isenabled()))
        extract.quotes("A word.")
        assert (seen, gc.isenabled()) == ([False], True)

    def test_is_on_again_when_a_rule_fails(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(article._Article, "reading", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            extract.read("a.txt", "A word.")
        assert gc.isenabled()

    def test_stays_off_for_whoever_has_turned_it_off(self) -> None:
        gc.disable()
        extract.quotes("A word.")
        assert not gc.isenabled()
