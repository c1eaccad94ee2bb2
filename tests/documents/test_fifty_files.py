"""Fifty files of ten kinds, in nested folders and one archive: one corpus, and one line a
reason for what is not read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents.test_book import book
from tests.documents.test_mail import letter, mailbox, saved
from tests.documents.test_pages import PAGE
from tests.documents.test_press_archive import LEXIS
from tests.documents.test_registry import zipped
from tui import documents
from tui.build import build, digests_of
from tui.documents import Columns, Read
from tui.inputs import inputs, told
from tui.integrity import problems
from tui.tables.kept_files import DOCUMENTS, beside

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


def test_nothing_is_read_again_that_has_not_changed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store.json"
    before, first = digests_of(folder), inputs(folder, beside=store)
    really, read = documents.read_all, list[str]()

    def noted(name: str, data: bytes, columns: Columns) -> Iterator[Read]:
        read.append(name)
        return really(name, data, columns)

    monkeypatch.setattr(documents, "read_all", noted)
    (folder / "a" / "letter.eml").write_bytes(letter("Another letter of the day.\n").as_bytes())
    second = inputs(folder, beside=store)
    changed = [name for name in before if before[name] != second.digests[name]]
    assert changed == ["a/letter.eml"]
    # Plain texts are quicker read than kept, and what is broken is tried again.
    assert {name for name in read if not name.endswith((".txt", ".md", "broken.zip"))} == {*changed}
    others = [path for path in first.documents if path != "a/letter.eml"]
    assert [first.documents[path] for path in others] == [second.documents[path] for path in others]
    assert second.skipped == first.skipped

    # What is damaged counts as not kept, and says nothing wrong.
    kept = beside(store, DOCUMENTS)
    kept.write_bytes(kept.read_bytes().replace(b"Row", b"Raw"))
    read.clear()
    assert {**inputs(folder, beside=store).documents} == {**second.documents}
    assert {name for name in read if name.endswith(("csv", "jsonl"))} == {
        f"{place}{name}"
        for place in ("", "a/", "a/b/", "a/b/c/")
        for name in ("table.csv", "lines.jsonl")
    }
