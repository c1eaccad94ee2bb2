"""A server for each test that asks for one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tui import store
from tui.build import build, seeds

if TYPE_CHECKING:
    from tests.serve.serving import Serving


@pytest.fixture(scope="session")
def seeds_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the five articles, which are read once for all servers."""
    built = build(seeds())
    place = tmp_path_factory.mktemp("seeds") / "store.json"
    store.save(built.corpus, place, built.digests)
    return place


@pytest.fixture
def serving(tmp_path: Path, seeds_store: Path) -> Iterator[Serving]:
    # Here and not above: without the extra web the tests that need a server are left out.
    from tests.serve.serving import begun, ended

    shutil.copy(seeds_store, tmp_path / "store.json")
    found = begun(tmp_path, "--visitors", "2")
    yield found
    if found.process.poll() is None:
        ended(found)
