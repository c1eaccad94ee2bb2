"""Articles that change on the disk while they are read."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.app.journey import Journey
from tests.samples import POST, in_folder
from tui.app.explorer import Explorer
from tui.app.panes.reader import ReaderPane
from tui.app.rereading import PAUSE, pause_after
from tui.build import build
from tui.corpus import Corpus
from tui.watching import FolderWatch


class Files:
    """The files of a folder, as the program has them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.watch = FolderWatch(folder)
        self.looks = 0

    def changes(self) -> Sequence[str]:
        self.looks += 1
        return self.watch.changes()

    def read(self) -> Corpus:
        watch = FolderWatch(self.folder)
        corpus = build(self.folder).corpus
        self.watch = watch
        return corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return in_folder(tmp_path / "news", "post.txt", "radio.txt")


@asynccontextmanager
async def reading(folder: Path, tab: str = "sources") -> AsyncIterator[tuple[Journey, Files]]:
    files = Files(folder)
    app = Explorer(lambda _say: build(folder).corpus, tab=tab, files=files)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        journey = Journey(app, pilot)
        while journey.main.view == "waiting":
            await pilot.pause()
        await journey.settle()
        yield journey, files


async def come_back(journey: Journey, files: Files) -> None:
    """Come back to the terminal, where one is told what has changed meanwhile."""
    looks = files.looks
    for focused in (False, True):
        journey.app.app_focus = focused
        await journey.pilot.pause()
    while files.looks == looks:
        await journey.pilot.pause()
    await journey.settle()


async def reload(journey: Journey) -> None:
    await journey.press("R")
    while at_work := [each for each in journey.app.workers if each.group == "reload"]:
        await journey.app.workers.wait_for_complete(at_work)
        await journey.pilot.pause()
    await journey.settle()


def said(journey: Journey) -> str:
    """The notices, however their lines are broken."""
    return " ".join(" ".join(each.message.split()) for each in journey.app._notifications)


class TestAnArticleChanges:
    async def test_it_is_told_once_and_one_key_reads_it_again(self, folder: Path) -> None:
        async with reading(folder) as (journey, files):
            await journey.press("R")
            assert "No file of an article has changed" in said(journey)
            assert "Reload" not in journey.lines[-1]
            (folder / "post.txt").write_text(POST + "\n“A new day,” said Vera Novak.\n", "utf-8")
            await come_back(journey, files)
            assert said(journey).count("post.txt has changed. R reads the articles again.") == 1
            assert journey.lines[-1].lstrip().startswith("R Reload")
            await come_back(journey, files)
            assert said(journey).count("post.txt has changed") == 1
            await reload(journey)
            assert "Read again: 2 articles." in said(journey)
            assert any("A new day" in each.text for each in journey.main.corpus.quotes)
            assert "Reload" not in journey.lines[-1]

    async def test_the_reader_stays_at_the_article_with_what_was_added_to_it(
        self, folder: Path
    ) -> None:
        async with reading(folder, "quotes") as (journey, files):
            await journey.press("space", "j", "space", "enter")
            assert journey.main.view == "reader"
            article = journey.main.query_one(ReaderPane).article
            assert article is not None
            quote = journey.main.query_one(ReaderPane).record
            assert quote is not None
            with (folder / article.file).open("a", encoding="utf-8") as file:
                file.write("\nPut behind it.\n")
            await come_back(journey, files)
            await reload(journey)
            assert journey.main.view == "reader"
            assert "Put behind it." in journey.main.corpus.texts[article.id]
            assert journey.main.query_one(ReaderPane).record == quote
            assert [each.how for each in journey.main.corpus.added.placed] == ["exact", "exact"]
            await journey.press("backspace")
            assert journey.main.view == "quotes"
            assert journey.pane.record == quote

    async def test_an_article_that_opens_otherwise_is_still_the_one_that_is_read(
        self, folder: Path
    ) -> None:
        async with reading(folder) as (journey, files):
            await journey.press("j", "enter")
            article = journey.main.query_one(ReaderPane).article
            assert article is not None
            text = (folder / article.file).read_text("utf-8")
            (folder / article.file).write_text(f"Quite another headline\n\n{text}", "utf-8")
            await come_back(journey, files)
            await reload(journey)
            assert journey.main.view == "reader"
            assert "Quite another headline" in journey.seen

    async def test_an_article_that_is_removed_is_left_and_its_notes_are_kept(
        self, folder: Path
    ) -> None:
        async with reading(folder, "quotes") as (journey, files):
            await journey.press("space", "enter")
            article = journey.main.query_one(ReaderPane).article
            assert article is not None
            (folder / article.file).unlink()
            await come_back(journey, files)
            assert f"{article.file} is gone" in said(journey)
            await reload(journey)
            assert journey.main.view == "sources"
            assert len(journey.main.corpus.articles) == 1
            assert "1 item in your notes lost its words: see 7 Notes" in said(journey)
            await journey.press("7")
            assert "1 orphaned" in journey.lines[1]
            # Nowhere on the way back does anything break.
            await journey.press("backspace", "backspace", "backspace", "H", "L", "L")

    async def test_a_folder_that_is_gone_leaves_all_as_it_is(self, folder: Path) -> None:
        async with reading(folder) as (journey, files):
            folder.rename(folder.with_name("elsewhere"))
            await come_back(journey, files)
            assert f"{folder} cannot be read" in said(journey)
            await reload(journey)
            assert "Not read again:" in said(journey)
            assert len(journey.main.corpus.articles) == 2
            folder.with_name("elsewhere").rename(folder)
            await come_back(journey, files)
            assert journey.app.screen.check_action("reload", ()) is False

    async def test_filters_and_places_of_what_is_gone_do_no_harm(self, folder: Path) -> None:
        async with reading(folder) as (journey, files):
            await journey.press("j", "full_stop", "4", "c", "1", "x", "3", "2")
            (folder / "radio.txt").unlink()
            (folder / "post.txt").write_text(POST.replace("said", "says"), "utf-8")
            await come_back(journey, files)
            await reload(journey)
            await journey.press("backspace", "backspace", "backspace", "backspace", "backspace")
            await journey.press("0", "1", "2", "3", "4", "5", "6", "7")


def test_looking_takes_a_small_part_of_the_time() -> None:
    assert pause_after(0.001) == PAUSE
    assert pause_after(2) == 100
