"""What pytest needs to know where the code may be changed: nothing remembered, soonest first."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path

import pytest


def pytest_runtest_setup() -> None:
    """Forget what an earlier test has computed: it would hide a function from this one."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "tui":
            # An index that an earlier test has had made of the same sample is remembered too.
            vars(module).get("_of_corpus", {}).clear()
            for value in vars(module).values():
                with contextlib.suppress(AttributeError):
                    value.cache_clear()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick tests first: the first that sees a change ends the run."""
    with contextlib.suppress(OSError):
        known = json.loads(Path("mutants/mutmut-stats.json").read_text("utf-8"))
        lasted = known["duration_by_test"]
        items.sort(key=lambda item: lasted.get(item.nodeid, 0.0))
