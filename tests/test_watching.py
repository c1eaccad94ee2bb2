"""What has changed in folders of articles since they were read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.samples import GAZETTE, POST, in_folder
from tui import store
from tui.build import build
from tui.watching import FolderWatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return in_folder(tmp_path / "news", "post.txt", "radio.txt")


def edited(folder: Path) -> None:
    (folder / "post.txt").write_text(POST + "\nOne more line.\n", "utf-8")


def saved_by_an_editor(folder: Path) -> None:
    (folder / "post.new").write_text(POST.replace("a", "e"), "utf-8")
    (folder / "post.new").replace(folder / "post.txt")


def edited_at_the_same_time(folder: Path) -> None:
    status = (folder / "post.txt").stat()
    (folder / "post.txt").write_text(POST.replace("a", "e"), "utf-8")
    os.utime(folder / "post.txt", ns=(status.st_atime_ns, status.st_mtime_ns))


def renamed(folder: Path) -> None:
    (folder / "post.txt").rename(folder / "mail.txt")


def removed(folder: Path) -> None:
    (folder / "post.txt").unlink()


def joined(folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "below" / "gazette.txt").write_text(GAZETTE, "utf-8")


def curated(folder: Path) -> None:
    (folder / "actors.toml").write_text("", "utf-8")


def gone(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def nothing_of_the_articles(folder: Path) -> None:
    (folder / "README.txt").write_text("About these", "utf-8")
    (folder / ".post.txt.swp").write_text("x", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "notes.json").write_text("{}", "utf-8")
    (folder / "notes.1.json").write_text("{}", "utf-8")
    store.save(build(folder).corpus, folder / "kept.json", {})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (edited, ["post.txt has changed"]),
        (edited_at_the_same_time, ["post.txt has changed"]),
        (saved_by_an_editor, ["post.txt has changed"]),
        (renamed, ["post.txt is now mail.txt"]),
        (removed, ["post.txt is gone"]),
        (joined, ["below/gazette.txt is new"]),
        (curated, ["actors.toml is new"]),
        (gone, ["{folder} cannot be read"]),
        (nothing_of_the_articles, []),
    ],
)
def test_a_change_is_told(folder: Path, change: Callable[[Path], None], told: list[str]) -> None:
    watch = FolderWatch(folder, besides=folder / "notes.json")
    assert watch.changes() == ()
    change(folder)
    assert list(watch.changes()) == [each.format(folder=folder) for each in told]
    # It is told until the files are read again.
    assert list(watch.changes()) == [each.format(folder=folder) for each in told]
    assert FolderWatch(folder, besides=folder / "notes.json").changes() == ()


def test_what_is_undone_is_told_no_more(folder: Path) -> None:
    watch = FolderWatch(folder)
    removed(folder)
    assert watch.changes()
    (folder / "post.txt").write_text(POST, "utf-8")
    assert watch.changes() == ("post.txt has changed",)
    renamed(folder)
    (folder / "mail.txt").rename(folder / "post.txt")
    assert watch.changes() == ("post.txt has changed",)


def test_of_several_folders_each_file_has_the_name_of_its_corpus(
    folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "old"
    other.mkdir()
    (other / "gazette.txt").write_text(GAZETTE, "utf-8")
    watch = FolderWatch(folder, other)
    (other / "gazette.txt").unlink()
    edited(folder)
    assert watch.changes() == ("post.txt has changed", "old/gazette.txt is gone")


def test_no_article_is_opened_to_look(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = FolderWatch(folder)
    edited(folder)
    monkeypatch.setattr(os, "open", lambda *_given, **_named: pytest.fail("opened"))
    assert watch.changes() == ("post.txt has changed",)
