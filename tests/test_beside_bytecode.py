"""What is made of the program's own files is kept beside its bytecode, and is never out of date."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from tui import beside_bytecode


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which bytecode is kept."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    folder = beside_bytecode._place("any").parent
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "rules" / "words.toml"
    path.parent.mkdir()
    path.write_text('said = "told"\n[numbers]\none = 1\nmore = [2, 3]\n', encoding="utf-8")
    return path


TOLD = {"said": "told", "numbers": {"one": 1, "more": [2, 3]}}


def test_a_table_is_parsed_once(kept: Path, words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert beside_bytecode.table(words) == TOLD
    assert [each.name.partition(".")[0] for each in kept.iterdir()] == ["rules-words"]
    monkeypatch.setattr(tomllib, "loads", None)
    assert beside_bytecode.table(words) == TOLD


def test_a_table_that_has_changed_is_parsed_again(kept: Path, words: Path) -> None:
    beside_bytecode.table(words)
    words.write_text(words.read_text("utf-8").replace("told", "held"), encoding="utf-8")
    assert beside_bytecode.table(words)["said"] == "held"
    assert len(list(kept.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 200], ids=["empty", "short", "other"])
def test_what_is_damaged_is_made_again(kept: Path, words: Path, damage: bytes) -> None:
    beside_bytecode.table(words)
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    for data in (damage, whole[:-1], whole[:-1] + b"x"):
        file.write_bytes(data)
        assert beside_bytecode.table(words) == TOLD
        assert file.read_bytes() == whole


def test_another_python_makes_it_again(
    kept: Path, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside_bytecode.table(words)
    (file,) = kept.iterdir()
    before = file.read_bytes()
    monkeypatch.setattr(sys, "version", "another")
    assert beside_bytecode.table(words) == TOLD
    assert file.read_bytes() != before


def test_nothing_is_kept_where_python_keeps_no_bytecode(
    kept: Path, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert beside_bytecode.table(words) == TOLD
    assert list(kept.iterdir()) == []


def test_what_cannot_be_written_is_made_each_time(
    words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(words))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert beside_bytecode.table(words) == TOLD
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert beside_bytecode.table(words) == TOLD


def test_every_table_of_the_program_can_be_kept(kept: Path) -> None:
    tables = sorted(Path(beside_bytecode.__file__).parent.rglob("*.toml"))
    for path in tables * 2:
        assert beside_bytecode.table(path) == tomllib.loads(path.read_text("utf-8")), path
    assert len(list(kept.iterdir())) == len(tables), "two tables share a name"
