"""What pytest needs to know where the code may be changed: nothing remembered, soonest first."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

_FORGET: dict[str, list[Callable[[], object]]] = {}
"""What has the modules that have been imported forget all that they remember, by their names."""


def pytest_runtest_setup() -> None:
    """Forget what an earlier test has computed: it would hide a function from this one."""
    # A module with its changes has thousands of names, so that it is looked through once.
    for name in [name for name in sys.modules if name.partition(".")[0] == "tui"]:
        if name not in _FORGET:
            _FORGET[name] = list(_forgetting(vars(sys.modules[name])))
        for forget in _FORGET[name]:
            forget()


def _forgetting(module: dict[str, Any]) -> Iterator[Callable[[], object]]:
    for name, value in module.items():
        if hasattr(value, "cache_clear"):
            yield value.cache_clear
        elif name == "_of_corpus":
            # An index that an earlier test has had made of the same sample.
            yield value.clear


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick tests first: the first that sees a change ends the run."""
    with contextlib.suppress(OSError):
        known = json.loads(Path("mutants/mutmut-stats.json").read_text("utf-8"))
        lasted = known["duration_by_test"]
        items.sort(key=lambda item: lasted.get(item.nodeid, 0.0))
