"""What comes of a folder of articles, and how it is held against what comes of it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import batch, store
from tui.build import Built, build

ARTICLES = 5


def bytes_of(built: Built) -> bytes:
    return store.packed(built.corpus, built.digests)


def few(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """The corpus as a small one is built: nothing kept, all in memory."""
    with monkeypatch.context() as patch:
        patch.setattr(batch, "MANY", 1000)
        return build(folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
