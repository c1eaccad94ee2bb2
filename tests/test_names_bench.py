"""The benchmark of names, on a document of columns made up for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import names

COLUMNS = """-DOCSTART- -X- O O

NOVIGRAD NNP I-NP I-LOC
VOTES VBZ I-VP O

The DT I-NP O
mayor NN I-NP O
Ana NNP I-NP I-PER
Simic NNP I-NP I-PER
told VBD I-VP O
the DT I-NP O
Morning NNP I-NP I-ORG
Herald NNP I-NP I-ORG
that IN I-SBAR O
she PRP I-NP O
would MD I-VP O
go VB I-VP O
. . O O

Simic NNP I-NP I-PER
's POS B-NP O
Green NNP I-NP I-ORG
Party NNP I-NP I-ORG
lost VBD I-VP O
to TO I-PP O
Zed NNP I-NP I-ORG
last JJ I-NP O
week NN I-NP O
. . O O

-DOCSTART- O

Rovers I-ORG
2 O
United B-ORG
1 O
"""


@pytest.fixture
def read() -> list[names.Columns]:
    return list(names.documents(COLUMNS.splitlines()))


def test_documents_and_sentences_are_divided(read: list[names.Columns]) -> None:
    assert [len(document.sentences) for document in read] == [3, 1]
    assert [document.prose for document in read] == [True, False]


def test_a_table_of_scores_is_no_prose_and_its_names_count_still(
    read: list[names.Columns],
) -> None:
    assert read[1].names() == {("ORG", 0, 1), ("ORG", 2, 3)}


def test_names_stand_where_their_tokens_do(read: list[names.Columns]) -> None:
    text, places = read[0].text()
    assert "Ana Simic told the Morning Herald that she would go.\n\nSimic's Green Party" in text
    assert {text[slice(*places[first])] for _, first, _ in read[0].names()} == {
        "Ana",
        "Morning",
        "Simic",
        "Green",
        "Zed",
    }


def test_what_is_found_is_counted_by_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "columns"
    folder.mkdir()
    (folder / "one.txt").write_text(COLUMNS, encoding="utf-8")
    assert names.main([str(folder), "--errors", str(tmp_path / "errors")]) == 0
    prose = [line for line in capsys.readouterr().out.splitlines() if line.startswith("prose")]
    assert "P 1.000  R 1.000" in prose[0]
    assert "P 1.000  R 0.667" in prose[1]
    assert "missed ORG Zed" in (tmp_path / "errors").read_text("utf-8")
