"""A store knows what made it: when a rule or a list of words changes, it is made again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import dependencies

SOURCES = dependencies.ROOT


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the program that a test may change."""
    copy = tmp_path / "program" / "tui"
    shutil.copytree(SOURCES, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(dependencies, "ROOT", copy)
    dependencies.digest_of.cache_clear()
    yield copy
    dependencies.digest_of.cache_clear()


def digest(module: str) -> str:
    dependencies.digest_of.cache_clear()
    return dependencies.digest_of(module)


@pytest.mark.parametrize("module", ["build", "reading"])
def test_a_change_of_any_file_is_seen(copied: Path, module: str) -> None:
    before = digest(module)
    for name in dependencies.files_of(module):
        file = copied / name
        was = file.read_bytes()
        file.write_bytes(was + b"\n")
        assert digest(module) != before, name
        file.write_bytes(was)
    assert digest(module) == before


def test_a_file_that_is_added_or_removed_is_seen(copied: Path) -> None:
    before = digest("reading")
    (copied / "extract" / "languages" / "en" / "more.toml").write_text("")
    added = digest("reading")
    (copied / "extract" / "languages" / "en" / "names" / "cities.txt").unlink()
    assert len({before, added, digest("reading")}) == 3


def test_what_is_counted_is_found_by_imports_and_no_list() -> None:
    build, reading = (set(dependencies.files_of(each)) for each in ("build", "reading"))
    extract = {
        str(path.relative_to(SOURCES))
        for path in (SOURCES / "extract").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert extract <= reading <= build
    assert {
        "model.py",
        "records.py",
        "dates.py",
        "curate/overlay.py",
        "documents/pages.py",
    } <= build
    assert not any(name.startswith(("app/", "search/", "export/", "cli")) for name in build)


def test_a_program_without_its_sources_counts_by_its_version(copied: Path) -> None:
    shutil.rmtree(copied)
    assert digest("build") == digest("reading")


def test_a_store_is_made_again_when_a_cue_has_gone(copied: Path, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Mayor Ana Kos denied that the vote was rigged.\n")

    def search() -> tuple[str, str]:
        environment = {
            **os.environ,
            "PYTHONPATH": str(copied.parent),
            "HOME": str(tmp_path),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        command = [sys.executable, "-m", "tui", "--corpus", str(folder), "search", "rigged"]
        ran = subprocess.run(
            command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=True
        )
        return ran.stdout, ran.stderr

    assert "does not exist yet" in search()[1]
    out, err = search()
    assert "denied: the vote was rigged" in out
    assert "reading the articles" not in err
    cues = copied / "extract" / "languages" / "en" / "cues.toml"
    kept = [line for line in cues.read_text().splitlines() if not line.startswith("deny =")]
    cues.write_text("\n".join(kept))
    out, err = search()
    assert out == ""
    assert "the store was made by other rules" in err
