"""``check`` finds a fault that somebody plants, of each kind, and names it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz.test_curated import SOUND
from tests.fuzz.test_stores import sealed
from tests.samples import TEXTS, sample_corpus
from tui import integrity
from tui.cli import main
from tui.corpus import Corpus
from tui.integrity import differences

Check = Callable[[], tuple[int, list[str]]]

ACTORS = """
[[actor]]
id = "harbour-party"
name = "Harbour Party"
type = "party"
proof = { article = "gazette.txt", words = "The ruling Harbour Party of Mayor" }
why = "so that it is a party everywhere"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, "utf-8")
    (made / "actors.toml").write_text(ACTORS, "utf-8")
    return made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "store.json"


@pytest.fixture
def check(folder: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """Build the store; then ``check`` gives its code and what it lists."""
    places = ["--corpus", str(folder), "--store", str(place)]
    assert main(["build", *places]) == 0
    capsys.readouterr()

    def run() -> tuple[int, list[str]]:
        code = main(["check", *places])
        said = capsys.readouterr()
        return code, (said.out + said.err).splitlines()

    return run


def planted(place: Path, table: str, plant: Callable[[dict[str, Any]], object]) -> str:
    """Change the first row of a table, and seal the store again as if it were whole."""
    tables = json.loads(place.read_bytes())
    row = tables[table]["1"]
    plant(row)
    place.write_bytes(sealed(tables))
    return str(row["id"])


def test_nothing_is_found_where_nothing_is_wrong(check: Check) -> None:
    code, lines = check()
    assert code == 0
    assert "check out: passages, links, values" in lines[-1]


@pytest.mark.parametrize(
    ("table", "plant", "named"),
    [
        ("quotes", lambda row: row["evidence"][0].__setitem__(1, 1), "another evidence, text"),
        ("events", lambda row: row["evidence"][0].append(row["evidence"][0].pop() - 1), "evidence"),
        ("quotes", lambda row: row["evidence"][0].__setitem__(2, 10**6), "no passage stands"),
        ("actors", lambda row: row["mentions"].pop(), "another mentions is given"),
        ("events", lambda row: row.update(actors=["nobody"]), "actor 'nobody' is no actor"),
        ("quotes", lambda row: row.update(speakers=["nobody"]), "speaker 'nobody' is no actor"),
        ("figures", lambda row: row.update(value="999"), "another value is given"),
        ("events", lambda row: row["when"].update(edtf="2001"), "another when is given"),
        ("articles", lambda row: row.update(sha256="0" * 64), "its digest, id or length"),
    ],
    ids=["passage", "anchor", "nowhere", "mention", "link", "speaker", "value", "day", "digest"],
)
def test_a_fault_in_a_record_is_named_with_the_record(
    check: Check, place: Path, table: str, plant: Callable[[dict[str, Any]], object], named: str
) -> None:
    record = planted(place, table, plant)
    code, lines = check()
    assert code == 1
    assert any(line.startswith(f"{record}: ") and named in line for line in lines)


def test_a_record_that_is_missing_or_nobodys_is_named(check: Check, place: Path) -> None:
    record = planted(place, "events", lambda row: row.update(id="nobodys"))
    code, lines = check()
    assert (code, record) == (1, "nobodys")
    assert "nobodys: nothing gives this record now" in lines
    assert any(line.endswith(": is missing") for line in lines)


def test_a_value_that_no_record_can_have_is_named(check: Check, place: Path) -> None:
    planted(place, "quotes", lambda row: row.update(type="shouted"))
    code, lines = check()
    assert code == 1
    assert lines[0].startswith("the store is damaged: 'shouted' is none of direct")


def test_a_text_that_is_another_articles_is_named(check: Check, place: Path) -> None:
    planted(place, "texts", lambda row: row.update(id="another"))
    code, lines = check()
    assert (code, lines[0]) == (1, "the store is damaged: an article without its text")


@pytest.mark.parametrize("off", [-1, 1, 10**6])
def test_a_table_with_more_or_fewer_rows_than_it_says_is_named(
    check: Check, place: Path, off: int
) -> None:
    tables = json.loads(place.read_bytes())
    tables["meta"]["1"]["rows"]["texts"] += off
    place.write_bytes(sealed(tables))
    code, lines = check()
    assert (code, lines[0]) == (1, "the store is damaged: its tables are not those of a store")


def test_a_flipped_bit_is_told_by_the_digest(check: Check, place: Path) -> None:
    data = bytearray(place.read_bytes())
    data[len(data) // 2] ^= 1
    place.write_bytes(data)
    code, lines = check()
    assert code == 1
    assert "the store is damaged: its digest is that of other content" in lines


def test_an_article_that_changed_is_named(check: Check, folder: Path) -> None:
    (folder / "radio.txt").write_text("Another text.\n")
    code, lines = check()
    assert code == 1
    assert any("its file 'radio.txt' has another text" in line for line in lines)


def test_an_article_that_is_gone_is_named(check: Check, folder: Path) -> None:
    (folder / "radio.txt").unlink()
    code, lines = check()
    assert code == 1
    assert any("its file 'radio.txt' cannot be read" in line for line in lines)


def test_an_article_that_came_later_is_named(check: Check, folder: Path) -> None:
    (folder / "later.txt").write_text("A later text.\n")
    code, lines = check()
    assert code == 1
    assert "'later.txt' is no article of the store" in lines


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ("schema", "the store has another schema"),
        ("program", "the store was written by another version of the program"),
    ],
)
def test_a_store_of_another_making_is_named(
    check: Check, place: Path, field: str, named: str
) -> None:
    tables = json.loads(place.read_bytes())
    tables["meta"]["1"][field] = "another"
    place.write_bytes(sealed(tables))
    code, lines = check()
    assert (code, lines[0]) == (1, named)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"", "the store is empty"),
        (bytes(4096), "the store is damaged: its end is missing or is not its own"),
        (b'{"_default": {}}\n', "the store is damaged: its end is missing or is not its own"),
        (None, "the store cannot be read: a folder stands in its place"),
    ],
    ids=["empty", "zeros", "another program's", "folder"],
)
def test_what_is_no_store_is_named(
    check: Check, place: Path, data: bytes | None, named: str
) -> None:
    place.unlink()
    if data is None:
        place.mkdir()
    else:
        place.write_bytes(data)
    code, lines = check()
    assert (code, lines[0]) == (1, named)


@pytest.mark.parametrize(
    ("file", "line", "sound", "spoilt", "named"),
    [
        ("articles.toml", 3, "radio.txt", "tv.txt", "'tv.txt'"),
        ("actors.toml", 7, 'actor = "harbour-party"', 'actor = "nobody"', "'nobody'"),
        ("actors.toml", 8, "Harbour Party of Mayor", "Harbour Party of all", "of all"),
        ("contests.toml", 5, "May 8", "May 9", "'May 9'"),
        ("events.toml", 5, "the vote of May 8 in", "the vote of May 8 near", "near"),
        ("events.toml", 8, "clean-hands", "nobodys", "'nobodys'"),
        ("accounts.toml", 6, "no complaint had been", "no joke had been", "no joke"),
        ("accounts.toml", 8, "clean-hands", "nobodys", "'nobodys'"),
        ("corrections.toml", 4, '"30"', '"31"', "'31'"),
    ],
)
def test_a_curated_entry_of_each_kind_that_does_not_fit_is_named_where_it_stands(
    check: Check, folder: Path, file: str, line: int, sound: str, spoilt: str, named: str
) -> None:
    for name, words in SOUND.items():
        (folder / name).write_text(words.replace(sound, spoilt) if name == file else words, "utf-8")
    code, lines = check()
    assert code == 1
    assert any(each.startswith(f"{file}:{line}: ") and named in each for each in lines)


def test_a_curated_entry_that_no_longer_fits_is_named_with_file_and_line(
    check: Check, folder: Path
) -> None:
    (folder / "actors.toml").write_text(ACTORS.replace("of Mayor", "of nobody"), "utf-8")
    code, lines = check()
    assert code == 1
    assert lines[0].startswith(
        "actors.toml:6: the words 'The ruling Harbour Party of nobody' do not"
    )


def test_of_very_many_the_first_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sample_corpus()
    many = sum(1 for _ in whole.records)
    assert list(differences(whole, whole)) == []
    assert len(list(differences(Corpus(), whole))) == many
    monkeypatch.setattr(integrity, "MOST_NAMED", 3)
    lines = list(differences(whole, Corpus()))
    assert len(lines) == 4
    assert lines[-1] == f"and {many - 3} records more"
