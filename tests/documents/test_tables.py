"""Tables of scrapers: which column is what, and what is wrong with a row."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.documents.test_registry import found, passed_over, texts
from tests.patience import patience
from tui import documents
from tui.build import build
from tui.documents.formats.table import ColumnRoles, guessed
from tui.files import Refused
from tui.inputs import Skipped, inputs

LONG = (
    "“We will not leave the square,” Milena Žarković said on Tuesday, before the council met. " * 2
)

CSV = f"""\
id,Headline,Author,Pub Date,Source,URL,Body
1,Mayor denies theft,Ana Weaver,2022-05-10 09:00:00,River Gazette,https://gazette.example/1,"{LONG}"
2,"Council, again",,10.05.2022,River Gazette,https://gazette.example/2,"<p>{LONG}</p><p>It is
late &amp; dark.</p>"
"""


def told_of(skipped: Iterable[Skipped]) -> list[str]:
    return [f"{each.file}: {each.reason}" for each in skipped]


def facts(name: str, data: bytes) -> dict[str, str]:
    """The facts of the first article in a file."""
    return {fact: told.value for fact, told in documents.read(name, data).told.items()}


class TestCsv:
    def test_has_an_article_a_row(self) -> None:
        read = texts("a.csv", CSV.encode())
        assert list(read) == ["row 2", "row 3"]
        assert read["row 2"] == LONG
        assert read["row 3"] == f"{LONG.strip()}\n\nIt is late & dark."

    def test_has_the_facts_of_its_columns(self) -> None:
        assert facts("a.csv", CSV.encode()) == {
            "title": "Mayor denies theft",
            "author": "Ana Weaver",
            "published": "2022-05-10",
            "publisher": "River Gazette",
            "url": "https://gazette.example/1",
        }

    def test_says_once_which_column_is_what(self) -> None:
        first, second = found("a.csv", CSV.encode())
        assert isinstance(first, documents.LoadedDocument)
        assert isinstance(second, documents.LoadedDocument)
        assert first.remarks[0].startswith("texts from the column 'Body', title from 'Headline', ")
        assert second.remarks == ()

    def test_has_the_columns_that_somebody_gives(self, tmp_path: Path) -> None:
        rows = f"Body,Teaser,When\n{'A long note on the file. ' * 20},Mayor,2022-05-10\n"
        (tmp_path / "a.csv").write_text(rows.replace("Mayor", f'"{LONG}"'))
        (tmp_path / "tables.toml").write_text(
            '[[table]]\nfile = "a.csv"\ntext = "Teaser"\npublished = "When"\nwhy = "notes"\n'
        )
        (article,) = build(tmp_path).corpus.articles
        assert article.published.edtf == "2022-05-10"
        (read,) = inputs(tmp_path).documents.values()
        assert read.text == LONG

    @pytest.mark.parametrize(
        ("entry", "said"),
        [
            ('file = "a.csv"\ntext = "Boby"', "a.csv: no column is called 'Boby'"),
            ('file = "b.csv"\ntext = "Body"', "b.csv: no such table"),
        ],
    )
    def test_says_which_column_or_table_is_not_there(
        self, tmp_path: Path, entry: str, said: str
    ) -> None:
        (tmp_path / "a.csv").write_text(CSV)
        (tmp_path / "tables.toml").write_text(f'[[table]]\n{entry}\nwhy = "it is so"\n')
        assert any(each.startswith(said) for each in told_of(inputs(tmp_path).skipped))

    def test_is_read_again_when_somebody_says_other_columns(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_text(CSV)
        store = tmp_path / "kept" / "store.json"
        first = inputs(tmp_path, beside=store)
        (tmp_path / "tables.toml").write_text('[[table]]\nfile = "a.csv"\ntitle = ""\nwhy = "x"\n')
        second = inputs(tmp_path, beside=store)
        assert ["title" in each.told for each in first.documents.values()] == [True, True]
        assert ["title" in each.told for each in second.documents.values()] == [False, False]

    @pytest.mark.parametrize(
        ("name", "head"), [("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "|"), ("a.csv", "sep=^\n^")]
    )
    def test_may_be_divided_otherwise(self, name: str, head: str) -> None:
        opens, sign = head[:-1], head[-1]
        data = f"{opens}title{sign}text\nMayor{sign}{LONG}\n".encode()
        assert facts(name, data) == {"title": "Mayor"}

    def test_in_windows_1250_is_read_so(self) -> None:
        data = f"title;text\nA;{LONG}\n".encode("cp1250")
        assert documents.read("a.csv", data).encoding == "windows-1250"

    def test_that_is_cut_off_has_the_rows_before(self) -> None:
        data = CSV.encode()[:-30]
        assert list(texts("a.csv", data)) == ["row 2"]
        assert passed_over("a.csv", data) == {"row 3": "cut off, or a mark does not close"}

    def test_says_which_row_is_empty(self) -> None:
        data = f"title,text\nA,{'x y ' * 40}\nB,\n,,\n".encode()
        assert passed_over("a.csv", data) == {"row 3": "its column 'text' is empty"}

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            ("id,title,url\n1,A,https://a.example\n", r"no column holds .* \(id, title, url\)"),
            ("title,text\n", "it has no rows"),
            ("\n\n\n,", "it has no rows"),
            ("a" * 1_000_000, "it has no rows"),
        ],
    )
    def test_without_texts_is_refused(self, data: str, reason: str) -> None:
        with pytest.raises(Refused, match=reason):
            found("a.csv", data.encode())

    def test_of_many_rows_is_read_soon(self) -> None:
        words = LONG.replace(",", "")
        rows = "".join(f"{number},{words} {number}\n" for number in range(10_000))
        with patience(30):
            assert len(texts("a.csv", f"id,text\n{rows}".encode())) == 10_000


ITEM = {
    "title": "Mayor denies theft",
    "authors": ["Ana Weaver", "Ivo Baker"],
    "date_publish": "2022-05-10 09:00:00",
    "source_domain": "gazette.example",
    "url": "https://gazette.example/1",
    "language": "en",
    "description": "In short: the vote was not stolen at all, says the mayor of the town.",
    "maintext": LONG,
    "filename": "x.json",
}

FACTS = {
    "title": "Mayor denies theft",
    "author": "Ana Weaver, Ivo Baker",
    "published": "2022-05-10",
    "publisher": "gazette.example",
    "url": "https://gazette.example/1",
    "language": "en",
}


class TestJson:
    def test_of_one_article_is_it(self) -> None:
        data = json.dumps(ITEM, indent=2).encode()
        assert texts("a.json", data) == {"": LONG}
        assert facts("a.json", data) == FACTS

    @pytest.mark.parametrize("held", [[ITEM, ITEM], {"count": 2, "articles": [ITEM, ITEM]}])
    def test_of_a_list_has_an_article_an_item(self, held: object) -> None:
        assert list(texts("a.json", json.dumps(held).encode())) == ["item 1", "item 2"]

    def test_lines_have_an_article_each(self) -> None:
        lines = [json.dumps(ITEM), "", "{broken", "[1]", json.dumps({**ITEM, "maintext": ""})]
        data = "\n".join(lines).encode()
        assert list(texts("a.jsonl", data)) == ["line 1"]
        assert passed_over("a.jsonl", data) == {
            "line 3": "no JSON, or cut off",
            "line 4": "no object with fields",
            "line 5": "its column 'maintext' is empty",
        }

    def test_of_other_programs_is_understood(self) -> None:
        item = {"title": "T", "author": None, "hostname": "gazette.example", "date": "2022-05-10",
                "source": "https://gazette.example/1", "raw_text": "x", "text": LONG}  # fmt: skip
        assert facts("a.json", json.dumps(item).encode()) == {
            "title": "T",
            "publisher": "gazette.example",
            "published": "2022-05-10",
        } | ({"url": "https://gazette.example/1"} if "url" in item else {})

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            ("[" * 200_000, "no JSON, or cut off"),
            ('{"a":' * 200_000, "no JSON, or cut off"),
            ("9" * 100_000, "no JSON|no object"),
            ("{}", "no column holds texts"),
            ("[]", "it has no rows"),
            ('{"text": ' + "1" * 5_000 + "}", "no JSON|no column"),
        ],
        ids=range(6),
    )
    def test_of_any_shape_is_refused_soon(self, data: str, reason: str) -> None:
        with patience(30), pytest.raises(Refused, match=reason):
            found("a.json", data.encode())


class TestTheColumns:
    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ({"text": LONG, "content": LONG}, ColumnRoles("text", {})),
            (
                {"notes": LONG * 2, "pubDate": "2022"},
                ColumnRoles("notes", {"published": "pubDate"}),
            ),
            (
                {"text": "short", "words": LONG * 2, "url": "x"},
                ColumnRoles("words", {"url": "url"}),
            ),
            ({"notes": LONG * 2, "value": "3"}, None),
            ({"actors": [LONG] * 9, "url": "x"}, None),
            ({"title": LONG, "body": LONG}, ColumnRoles("body", {"title": "title"})),
            ({"text": LONG, "author": ""}, ColumnRoles("text", {})),
            ({"a": "short"}, None),
        ],
        ids=range(8),
    )
    def test_are_guessed(self, row: dict[str, str], expected: ColumnRoles | None) -> None:
        assert guessed([row]) == expected


def test_a_table_makes_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "all.csv").write_text(CSV, "utf-8")
    built = build(tmp_path)
    assert [each.path for each in built.corpus.articles] == ["all.csv/row 2", "all.csv/row 3"]
    assert [each.title for each in built.corpus.articles] == [
        "Mayor denies theft",
        "Council, again",
    ]
