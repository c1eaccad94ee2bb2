"""Fifty files of ten kinds, in nested folders and one archive: one corpus, and one line a
reason for what is not read."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.documents.test_book import book
from tests.documents.test_mail import letter, mailbox, saved
from tests.documents.test_pages import PAGE
from tests.documents.test_press_archive import LEXIS
from tests.documents.test_registry import zipped
from tui.build import build, digests_of
from tui.inputs import inputs, told
from tui.integrity import problems

SAID = "“We will not leave the square number {0},” Milena Žarković said in {0} words."


def kinds(number: int) -> dict[str, bytes]:
    """A file of each kind, unlike those of other numbers."""
    said = SAID.format(number)
    page = PAGE.replace("Tuesday", f"day {number}")
    row = {"title": f"Row {number}", "text": f"{said} It was late, and the council met again. " * 2}
    chapter = f"<html><body><h1>Chapter {number}</h1><p>{said * 4}</p></body></html>"
    return {
        "report.txt": f"Report {number}\n\n{said}\n".encode(),
        "note.md": f"# Note {number}\n\n{said}\n".encode(),
        "page.html": page.encode(),
        "saved.mhtml": saved(page.replace("stolen", "taken")),
        "letter.eml": letter(f"{said} By letter.\n").as_bytes(),
        "box.mbox": mailbox(letter(f"{said} One.\n"), letter(f"{said} Two.\n")),
        "table.csv": f'title,text\nRow,"{row["text"]} By table."\n'.encode(),
        "lines.jsonl": json.dumps(row).encode(),
        "paper.epub": book(**{"OEBPS/a.xhtml": chapter, "OEBPS/b two.xhtml": chapter + "<p>x</p>"}),
        "download.txt": LEXIS.replace("he c", f"he {number} c")
        .replace("Hands", f"Hands {number}")
        .encode(),
        "picture.png": b"\x89PNG",
        "broken.zip": b"PK\x03\x04broken",
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("fifty")
    for number, place in enumerate(("a", "a/b", "a/b/c", "d", "")):
        files = kinds(number)
        (made / place).mkdir(parents=True, exist_ok=True)
        if place == "d":
            (made / "d" / "all.zip").write_bytes(zipped(files))
            continue
        for name, data in files.items():
            (made / place / name).write_bytes(data)
    return made


def test_they_are_one_corpus(folder: Path) -> None:
    given = inputs(folder)
    built = build(given)
    # A mailbox, a book and a download have two articles each.
    assert built.report.articles == len(given.documents) == 5 * 13
    assert problems(built.corpus, given.texts) == []
    assert {each.path for each in built.corpus.articles} >= {
        "a/b/c/box.mbox/message 2",
        "d/all.zip/box.mbox/message 2",
        "d/all.zip/download.txt/document 2",
        "report.txt",
    }


def test_what_is_not_read_is_said_by_its_reason(folder: Path) -> None:
    skipped = inputs(folder).skipped
    assert Counter(each.reason for each in skipped) == {
        "a damaged archive: its list of files is missing, or is none": 5,
        "of a kind that is not read": 5,
        "fewer than 20 words": 5,
        "it is missing": 5,
    }
    again = [each._replace(file=f"other/{each.file}") for each in skipped]
    assert len(list(told([*skipped, *again]))) == 4
    assert len(list(told(skipped, verbose=True))) == 20


def test_nothing_is_read_again_that_has_not_changed(folder: Path) -> None:
    before = digests_of(folder)
    assert digests_of(folder) == before
    (folder / "a" / "report.txt").write_text("Another report of the day.\n")
    after = digests_of(folder)
    assert [name for name in before if before[name] != after[name]] == ["a/report.txt"]
