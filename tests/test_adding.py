"""Articles are copied into a folder as they are; what is none, or is there, stays out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.documents.test_registry import zipped
from tests.samples import GAZETTE, POST, TEXTS
from tui.adding import Addition, CannotAdd, add
from tui.build import build, inputs, own_articles, seeds


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "articles"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A place with files to add."""
    place = tmp_path / "given"
    place.mkdir()
    for name, text in TEXTS.items():
        (place / name).write_text(text, "utf-8")
    return place


def added(folder: Path, *files: Path) -> list[Addition]:
    return list(add(folder, files))


def reason(folder: Path, file: Path) -> str:
    (outcome,) = added(folder, file)
    assert outcome.name == ""
    return outcome.refused


class TestAdding:
    def test_copies_every_byte_into_a_folder_that_it_makes(self, folder: Path, given: Path) -> None:
        data = POST.replace("\n", "\r\n").encode("utf-16")
        (given / "post.txt").write_bytes(data)
        (outcome,) = added(folder, given / "post.txt")
        assert outcome == Addition(str(given / "post.txt"), "post.txt", remarks=("read as utf-16",))
        assert (folder / "post.txt").read_bytes() == data
        assert [path.name for path in folder.iterdir()] == ["post.txt"]

    def test_makes_a_corpus_that_can_be_built(self, folder: Path, given: Path) -> None:
        added(folder, *sorted(given.iterdir()))
        assert build(folder).report.articles == 3

    def test_is_for_its_owner_only(self, folder: Path, given: Path) -> None:
        added(folder, given / "post.txt")
        assert folder.stat().st_mode & 0o077 == 0
        assert (folder / "post.txt").stat().st_mode & 0o077 == 0

    def test_numbers_a_name_that_is_taken_and_overwrites_nothing(
        self, folder: Path, given: Path
    ) -> None:
        other = given / "more"
        other.mkdir()
        (other / "post.txt").write_text("Another report of the day.\n")
        outcomes = added(folder, given / "post.txt", other / "post.txt")
        assert [each.name for each in outcomes] == ["post.txt", "post-2.txt"]
        assert (folder / "post.txt").read_text("utf-8") == POST

    @pytest.mark.parametrize("taken", ["a folder", "a link to nothing"])
    def test_leaves_in_place_what_is_no_file(self, folder: Path, given: Path, taken: str) -> None:
        folder.mkdir()
        if taken == "a folder":
            (folder / "post.txt").mkdir()
        else:
            (folder / "post.txt").symlink_to(folder.parent / "elsewhere.txt")
        assert added(folder, given / "post.txt")[0].name == "post-2.txt"
        assert not (folder.parent / "elsewhere.txt").exists()


class TestADuplicate:
    def test_is_refused_with_the_name_of_the_first(self, folder: Path, given: Path) -> None:
        (given / "copy.txt").write_text(POST)
        added(folder, given / "post.txt")
        assert reason(folder, given / "copy.txt") == "the same text as post.txt"

    def test_is_seen_through_spacing_marks_and_encoding(self, folder: Path, given: Path) -> None:
        added(folder, given / "gazette.txt")
        (given / "spaced.txt").write_bytes(
            b"\xef\xbb\xbf" + GAZETTE.replace("\n", "\r\n ").encode()
        )
        (given / "marked.md").write_text(
            f"---\ntitle: x\n---\n{GAZETTE.replace('Clean', '**Clean**')}"
        )
        (given / "coded.txt").write_bytes(GAZETTE.encode("utf-16"))
        expected = "the same words as gazette.txt, spaced or marked otherwise"
        assert reason(folder, given / "spaced.txt") == expected
        assert reason(folder, given / "marked.md") == expected
        assert reason(folder, given / "coded.txt") == "the same text as gazette.txt"

    def test_among_those_that_are_named_is_refused(self, folder: Path, given: Path) -> None:
        outcomes = added(folder, given / "post.txt", given / "post.txt")
        assert [bool(each.refused) for each in outcomes] == [False, True]


class TestWhatIsNoArticle:
    @pytest.mark.parametrize(
        ("name", "data", "expected"),
        [
            ("empty.txt", b"", "empty"),
            ("binary.txt", b"\x7fELF\0", "binary: it holds NUL bytes"),
            ("odd.txt", b"\x81\x8d\x8f", "no other encoding shows"),
            ("report.xyz", b"words", "of a kind that is not read"),
            ("actors.toml", b"x = 1", "a curated file counts only at the top of a folder"),
            (
                "all.zip",
                zipped({"a.png": b"", "events.toml": b"", "short.txt": b" "}),
                "empty",
            ),
            ("README.md", b"# Read me", "its name is no article's"),
            (".hidden.txt", b"text", "a hidden file"),
            ("page.html", b"<html></html>", "no main text is found in the page"),
        ],
    )
    def test_is_refused_with_the_reason_and_no_folder_is_made_for_it(
        self, folder: Path, given: Path, name: str, data: bytes, expected: str
    ) -> None:
        (given / name).write_bytes(data)
        assert expected in reason(folder, given / name)
        assert not folder.exists()

    def test_is_refused_where_it_is_too_large(self, folder: Path, given: Path) -> None:
        with (given / "large.txt").open("wb") as large:
            large.truncate(20_000_001)
        assert reason(folder, given / "large.txt") == "larger than 20 MB"

    def test_is_refused_where_it_is_a_link(self, folder: Path, given: Path) -> None:
        (given / "link.txt").symlink_to(given / "post.txt")
        (given / "circle.txt").symlink_to(given / "circle.txt")
        for name in ("link.txt", "circle.txt"):
            assert reason(folder, given / name) == "a link; name the file that it leads to"

    def test_is_refused_where_it_is_no_regular_file(self, folder: Path, given: Path) -> None:
        os.mkfifo(given / "pipe.txt")
        assert reason(folder, given / "pipe.txt") == "not a regular file"
        assert reason(folder, given / "none.txt") == "cannot be read: No such file or directory"

    def test_does_not_keep_the_others_out(self, folder: Path, given: Path) -> None:
        (given / "empty.txt").write_bytes(b"")
        outcomes = added(folder, given / "empty.txt", given / "post.txt")
        assert [each.name for each in outcomes] == ["", "post.txt"]


def test_nothing_is_added_to_the_five_articles(given: Path) -> None:
    before = sorted(seeds().iterdir())
    with pytest.raises(CannotAdd, match="the five articles stay as they are"):
        added(seeds(), given / "post.txt")
    assert sorted(seeds().iterdir()) == before


def test_ones_own_articles_are_in_ones_own_data(tmp_path: Path) -> None:
    assert own_articles().name == "articles"
    assert tmp_path in own_articles().parents


@pytest.mark.parametrize("name", ["-n.txt", "a\nb.txt", "\x1b[2J.txt", "\udcff.txt", "a.b..txt"])
def test_odd_names_are_kept(folder: Path, given: Path, name: str) -> None:
    (given / name).write_text("A report of the day.\n")
    assert added(folder, given / name)[0].name == name
    assert list(inputs(folder).documents) == [name]
