"""Any file is a document or is refused in a line; any document becomes records that hold."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as some

from tests.fuzz.writing import BYTES, NAMES, TEXT, fuzzed
from tui import curate, documents, extract, store
from tui.app.cards import card
from tui.corpus import Corpus
from tui.documents import LoadedDocument
from tui.export.jsonl import lines
from tui.export.page import page
from tui.export.table import TableRow, table
from tui.files import Refused
from tui.ids import article_id
from tui.integrity import problems
from tui.model import Hints
from tui.terminal_text import ACTING


def built(*read: LoadedDocument) -> Corpus:
    """The corpus of some documents without any curated file."""
    readings = [
        extract.read(f"{n}.txt", each.text, Hints(told=each.told, kept=each.kept))
        for n, each in enumerate(read)
    ]
    texts = {article_id(each.text): each.text for each in read}
    return curate.apply(curate.Curation(), readings, texts)


def told(corpus: Corpus) -> None:
    """Everything that tells a record tells it, in words that do not act."""
    for record in corpus.records:
        shown = [*page(corpus, record), *table(corpus, [TableRow(record)], width=40)]
        assert not any(ACTING.search(line) for line in shown)
        for row in card(corpus, record):
            for drawn in row.draw(30):
                assert not ACTING.search(drawn.plain.replace("\n", ""))
    for line in lines(corpus, corpus.records):
        assert not ACTING.search(line.removesuffix("\n"))
        assert "id" in json.loads(line)


@fuzzed
@given(NAMES, BYTES)
def test_any_bytes_are_a_document_or_are_refused_in_a_line(name: str, data: bytes) -> None:
    why, document = "", None
    try:
        document = documents.read(name, data)
    except Refused as refused:
        why = str(refused)
    assert document or why
    assert "\n" not in why
    if document is None:
        return
    assert document.text
    at = 0
    for start, end in document.kept or ():
        assert at <= start <= end <= len(document.text)
        at = end
    for fact in document.told.values():
        assert fact.value
        assert "\n" not in fact.value


@fuzzed
@given(TEXT)
@example("five hundred " * 30)
@example(" vote ends in dispute")
def test_any_text_becomes_records_that_hold(text: str) -> None:
    try:
        document = documents.read("a.txt", text.encode())
    except Refused:
        return
    corpus = built(document)
    assert problems(corpus) == []
    told(corpus)


@fuzzed
@given(some.lists(BYTES, min_size=1, max_size=3))
def test_any_files_become_a_corpus_that_is_kept_as_it_is(place: Path, files: list[bytes]) -> None:
    found: dict[str, LoadedDocument] = {}
    for data in files:
        for name in ("a.md", "a.txt"):
            try:
                document = documents.read(name, data)
            except Refused:
                continue
            found[article_id(document.text)] = document
    corpus = built(*found.values())
    assert problems(corpus) == []
    place.write_bytes(store.packed(corpus, {}))
    assert store.load(place, {}) == corpus
