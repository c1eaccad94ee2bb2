"""Lists of words in TOML files beside the rules, each list one string."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tui import beside_bytecode


@cache
def table(name: str) -> Mapping[str, Any]:
    """The contents of a data file of English, by its name without the ending."""
    return beside_bytecode.table(Path(__file__).parent / f"{name}.toml")


def lists(name: str, section: str = "") -> Mapping[str, frozenset[str]]:
    """The lists of words in a data file, or in one section of it."""
    found = table(name)[section] if section else table(name)
    return {key: frozenset(words.split()) for key, words in found.items() if isinstance(words, str)}
