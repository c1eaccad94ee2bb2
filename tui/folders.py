"""The folders of articles that have names: the five, and the user's own."""

from __future__ import annotations

import contextlib
from pathlib import Path

from tui import store


def seeds() -> Path:
    """The five articles: inside an installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


def own_articles() -> Path:
    """The folder of the user's own articles, in the user's data directory."""
    return store.default_path().parent / "articles"


OWN = "mine"
"""What the folder of the user's own articles is called."""


def everything() -> tuple[Path, ...]:
    """The folders that are shown where none is named: the five articles, and beside them the
    user's own where there are any."""
    own = own_articles()
    with contextlib.suppress(OSError):
        if any(not each.name.startswith(".") for each in own.iterdir()):
            return seeds(), own
    return (seeds(),)
