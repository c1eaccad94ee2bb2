"""Zip archives: each file by its own kind, and nothing that a hostile one can do."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from tests.documents.test_pages import PAGE
from tests.documents.test_registry import found, passed_over, texts, zipped
from tests.patience import patience
from tests.samples import GAZETTE, POST, RADIO
from tui.build import build
from tui.documents import registry
from tui.files import Refused
from tui.inputs import inputs
from tui.integrity import problems


def test_each_file_is_read_by_its_own_kind() -> None:
    data = zipped({"a/post.txt": POST, "b.md": "# Head\n\nWords.", "c/page.htm": PAGE})
    assert list(texts("all.zip", data)) == ["a/post.txt", "b.md", "c/page.htm"]
    assert texts("all.zip", data)["a/post.txt"] == POST


def test_archives_within_archives_are_read_to_a_depth() -> None:
    data = zipped({"post.txt": POST})
    for number in range(6):
        data = zipped({f"{number}.zip": data, f"{number}.txt": f"Words {number}."})
    assert list(texts("all.zip", data)) == ["5.txt", "5.zip/4.txt", "5.zip/4.zip/3.txt",
                                            "5.zip/4.zip/3.zip/2.txt"]  # fmt: skip
    assert passed_over("all.zip", data) == {
        "5.zip/4.zip/3.zip/2.zip/1.txt": "a file within 4 others",
        "5.zip/4.zip/3.zip/2.zip/1.zip": "a file within 4 others",
    }


def test_what_is_no_article_is_said() -> None:
    data = zipped(
        {
            "post.txt": POST,
            "picture.png": b"\x89PNG",
            "page.asp": PAGE,
            "empty.txt": "",
            "README.txt": "How to",
            "__MACOSX/post.txt": "x",
            "a/.DS_Store": "x",
            "count.html": PAGE.replace("Tuesday", "Monday"),
            "count_files/advert.html": PAGE,
        }
    )
    assert list(texts("all.zip", data)) == ["count.html", "page.asp", "post.txt"]
    assert passed_over("all.zip", data) == {
        "count_files/advert.html": "belongs to a saved page beside it",
        "empty.txt": "empty",
        "picture.png": "of a kind that is not read",
    }


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:\\out.txt"])
def test_a_name_that_leads_out_is_not_read(name: str) -> None:
    data = zipped({"post.txt": POST, name: "secret"})
    (reason,) = passed_over("all.zip", data).values()
    assert reason == "its name leads out of the archive"


def test_links_and_passwords_are_said() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("post.txt", POST)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("locked.txt", "secret words")
    data = bytearray(made.getvalue())
    # The flag of a password, in the list of files.
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    assert passed_over("all.zip", bytes(data)) == {
        "link.txt": "a link",
        "locked.txt": "it has a password; unpack it first",
    }


def test_a_damaged_file_leaves_the_others() -> None:
    data = bytearray(zipped({"a.txt": POST, "b.txt": RADIO}))
    data[40:60] = b"\xff" * 20
    assert list(texts("all.zip", bytes(data))) == ["b.txt"]
    assert "damaged" in passed_over("all.zip", bytes(data))["a.txt"]


@pytest.mark.parametrize("cut", [30, 200, -10])
def test_an_archive_that_is_cut_off_is_refused(cut: int) -> None:
    data = zipped({"a.txt": POST, "b.txt": RADIO})
    with pytest.raises(Refused, match=r"damaged|empty"):
        found("all.zip", data[:cut])


def test_what_is_no_archive_is_refused() -> None:
    with pytest.raises(Refused, match=r"^not a zip archive, though so named$"):
        found("all.zip", POST.encode())


def test_a_bomb_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MOST_BYTES", 60_000_000)
    bombs = {f"{number}.txt": b"words " * 3_000_000 for number in range(9)}
    with patience(20):
        over = passed_over("all.zip", zipped({**bombs, "large.txt": b"a" * 30_000_000}))
    assert over == {"": "more than 60 MB unpacked: the others are not read"}


def test_a_file_that_is_too_large_is_said() -> None:
    assert passed_over("a.zip", zipped({"large.txt": b"a " * 15_000_000})) == {
        "large.txt": "larger than 20 MB"
    }


def test_no_more_are_read_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "MOST_DOCUMENTS", 100)
    data = zipped({f"{number}.txt": f"Words of {number}." for number in range(1_000)})
    assert len(texts("all.zip", data)) == 100
    assert passed_over("all.zip", data)[""].startswith("more than 100 documents")


def test_it_makes_a_corpus_that_holds(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(zipped({"a.txt": POST, "b.txt": GAZETTE, "c.txt": POST}))
    (tmp_path / "d.txt").write_text(RADIO, "utf-8")
    built = build(tmp_path)
    assert [each.path for each in built.corpus.articles] == ["all.zip/a.txt", "all.zip/b.txt",
                                                             "d.txt"]  # fmt: skip
    assert [(each.file, each.locator) for each in built.corpus.articles][:2] == [
        ("all.zip", "a.txt"),
        ("all.zip", "b.txt"),
    ]
    assert built.report.skipped == (("all.zip/c.txt", "the same text as all.zip/a.txt"),)
    assert problems(built.corpus, inputs(tmp_path).texts) == []
