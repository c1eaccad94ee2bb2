"""Words in TOML files beside the rules: each list one string, read by its keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tui import beside_bytecode
from tui.extract.languages.sr.letters import key

MAN_DID = ("ao", "io", "eo", "uo")
"""How verbs end that tell what a man did."""
DID = ("la", "lo", "li", "le", *MAN_DID)
"""How verbs end that tell what somebody did."""


@cache
def table(name: str) -> Mapping[str, Any]:
    """The contents of a data file of Serbian, by its name without the ending."""
    return beside_bytecode.table(Path(__file__).with_name(f"{name}.toml"))


@cache
def lists(name: str) -> Mapping[str, frozenset[str]]:
    """The lists of a data file, each word by its key."""
    found = table(name).items()
    return {each: frozenset(map(key, words.split())) for each, words in found if type(words) is str}


@cache
def stems(name: str, section: str) -> tuple[str, ...]:
    """The words of one list of a data file, by their keys, that others begin with."""
    return tuple(map(key, table(name)[section].split()))


@cache
def list_names() -> frozenset[str]:
    """The lists and coalitions that are called by a sentence, each as its words' keys."""
    names: str = table("words")["lists"]
    return frozenset(
        " ".join(map(key, re.findall(r"[^\W_]+", line))) for line in names.splitlines()
    )
