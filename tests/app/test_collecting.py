"""Articles that are added from inside the explorer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input

from tests.app.journey import Journey
from tests.samples import POST, RADIO
from tests.test_beside_the_five import OTHER_FIGURES
from tui.adding import add
from tui.app.dialogs.adding import Adding, completed, paths_in
from tui.app.explorer import Explorer
from tui.build import build
from tui.collecting import Collected, collected
from tui.corpus import Corpus
from tui.folders import everything, own_articles


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "other figures.txt").write_text(OTHER_FIGURES, "utf-8")
    (tmp_path / "news" / "empty.txt").write_text("")
    return tmp_path


def collect(paths: Sequence[str], _say: Callable[[str], None]) -> Collected:
    return collected(list(add(own_articles(), paths)), load)


def load(_say: Callable[[str], None] = print) -> Corpus:
    return build(everything()).corpus


async def entered(journey: Journey, path: str) -> None:
    """Add what stands at a path, and wait until it is shown."""
    await journey.arrive()
    await journey.press("A")
    assert isinstance(journey.app.screen, Adding)
    await journey.type(path)
    await journey.press("enter")
    await journey.app.workers.wait_for_complete(
        [each for each in journey.app.workers if each.group == "add"]
    )
    await journey.settle()


class TestAdding:
    async def test_shows_the_new_article_with_what_disagrees(self, home: Path) -> None:
        app = Explorer(load, collect=collect)
        async with app.run_test(size=(120, 40)) as pilot:
            journey = Journey(app, pilot)
            await journey.settle()
            await entered(journey, "news/other figures.txt")
            assert journey.main.view == "sources"
            assert len(journey.main.corpus.articles) == 6
            assert "Ruling party below expectations" in journey.card
            assert "Disagreements with other articles" in journey.card
            # From there it is one key to both sides.
            await journey.press("x")
            assert "44.1" in journey.seen

    async def test_says_how_far_it_is_while_the_explorer_is_used(self, home: Path) -> None:
        go_on = Event()

        def slowly(paths: Sequence[str], say: Callable[[str], None]) -> Collected:
            say("Adding … 7 files looked at")
            assert go_on.wait(60)
            return collect(paths, say)

        app = Explorer(load, collect=slowly)
        async with app.run_test(size=(80, 24)) as pilot:
            journey = Journey(app, pilot)
            await journey.arrive()
            await journey.press("A")
            await journey.type("news/empty.txt")
            await journey.press("enter", "4")
            assert "Adding … 7 files looked at" in journey.lines[-2]
            await journey.press("A")
            assert not isinstance(app.screen, Adding)
            go_on.set()
            adding = [each for each in app.workers if each.group == "add"]
            await app.workers.wait_for_complete(adding)
            await journey.settle()
            assert "files looked at" not in journey.seen

    async def test_says_why_nothing_is_added(self, home: Path) -> None:
        app = Explorer(load, collect=collect)
        async with app.run_test(size=(120, 40)) as pilot:
            journey = Journey(app, pilot)
            await journey.settle()
            await entered(journey, "news/empty.txt")
            notices = [each.message for each in app._notifications]
            assert "Not added: news/empty.txt: empty" in notices
            assert len(journey.main.corpus.articles) == 5

    async def test_a_slip_in_a_path_keeps_what_is_typed(self, home: Path) -> None:
        app = Explorer(load, collect=collect)
        async with app.run_test(size=(80, 24)) as pilot:
            journey = Journey(app, pilot)
            await journey.arrive()
            await journey.press("4")
            keys = journey.lines[-1]
            assert "Copy" in keys
            await entered(journey, "nwes/empty.txt")
            assert "No such file or folder: nwes/empty.txt" in journey.seen
            # The keys of the list below are not those of the dialog.
            assert "Filter" not in journey.lines[-1]
            assert app.screen.query_one(Input).value == "nwes/empty.txt"
            await journey.press("x")
            assert "No such file" not in journey.seen
            await journey.press("escape")
            assert journey.lines[-1] == keys

    async def test_is_given_up_with_escape(self, home: Path) -> None:
        app = Explorer(load, collect=collect)
        async with app.run_test(size=(80, 24)) as pilot:
            journey = Journey(app, pilot)
            await journey.arrive()
            await journey.press("A", "escape")
            assert not isinstance(journey.app.screen, Adding)
            assert not own_articles().exists()

    async def test_completes_a_path(self, home: Path) -> None:
        app = Explorer(load, collect=collect)
        async with app.run_test(size=(80, 24)) as pilot:
            journey = Journey(app, pilot)
            await journey.arrive()
            await journey.press("A")
            await journey.type("ne")
            await journey.press("tab")
            await journey.type("o")
            await journey.press("tab")
            assert "news/other figures.txt" in journey.seen

    async def test_is_not_offered_where_nothing_can_be_added(self) -> None:
        app = Explorer(lambda _say: Corpus())
        async with app.run_test(size=(80, 24)) as pilot:
            journey = Journey(app, pilot)
            await journey.press("A")
            assert not isinstance(journey.app.screen, Adding)


def test_a_path_is_completed_by_what_is_there(home: Path) -> None:
    assert completed("n") == "news/"
    assert completed("news/") == "news/empty.txt"
    assert completed("news/o") == "news/other figures.txt"
    assert completed(str(home / "ne")) == f"{home}/news/"
    (home / "evil\x1b[2J").write_text("")
    assert [completed(each) for each in ("", "zzz", "news/zzz", "\0", "evil", "~")] == [None] * 6


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        ("", []),
        (" news ", ["news"]),
        ("news/other figures.txt", ["news/other figures.txt"]),
        ("'a b.txt' c.txt", ["a b.txt", "c.txt"]),
        ("a\\ b.txt c.txt", ["a b.txt", "c.txt"]),
        ("file:///tmp/a%20b.txt", ["/tmp/a b.txt"]),
        ("it's", ["it's"]),
        ("https://gazette.example/a", ["https://gazette.example/a"]),
    ],
)
def test_what_is_dropped_is_read_as_paths(home: Path, typed: str, paths: list[str]) -> None:
    assert paths_in(typed) == paths


def test_what_is_collected_is_said(home: Path) -> None:
    (home / "post.txt").write_text(POST, "utf-8")
    (home / "radio.txt").write_text(RADIO, "utf-8")
    outcomes = list(add(own_articles(), ["post.txt", "radio.txt", "news/empty.txt"]))
    made = collected(outcomes, Corpus)
    assert made == (Corpus(), ("Added 2 articles", "Not added: news/empty.txt: empty"))
    again = collected(list(add(own_articles(), ["post.txt"])), Corpus)
    assert again == (None, ("Not added: post.txt: the same text as post.txt",))
