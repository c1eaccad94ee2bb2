"""Where what the examples are made into stands."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a store may stand."""
    return tmp_path_factory.mktemp("kept") / "store.json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of articles."""
    return tmp_path_factory.mktemp("articles")
