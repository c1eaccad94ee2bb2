"""A folder of a few articles that count as many."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.invented import ARTICLES
from tests.bench.newsroom import publish
from tui import batch, extract, parsed_files
from tui.model import Extraction, Hints


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few articles are many here, and a file has not just changed."""
    monkeypatch.setattr(batch, "MANY", 2)
    monkeypatch.setattr(parsed_files, "MANY", 2)
    monkeypatch.setattr(parsed_files, "TICK", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(tmp_path / "news", ARTICLES)
    return tmp_path / "news"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "store.json"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, as they are."""
    files: list[str] = []
    really = extract.read

    def noted(file: str, text: str, known: Hints) -> Extraction:
        files.append(file)
        return really(file, text, known)

    monkeypatch.setattr(extract, "read", noted)
    return files
