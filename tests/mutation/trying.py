"""A plugin of pytest: tries changes one after the other in a fork of the process that has the
tests at hand, where mutmut would have each collected anew.

``CHANGES`` names a file with the tests of each change and of each module, those that are over
soonest first; a line for each change goes to the file that ``OUTCOME`` names: its name, and the
test that saw it, "" where none did. A change to a function that runs when its module is imported
is tried in a process of its own, where the module is not imported yet, by the module's tests: by
which of them it is called, nobody can tell.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest
from mutmut.mutation import trampoline

AT_IMPORT: set[str] = set()
"""The functions that are called before the first test."""
ENOUGH = 20
"""Times as long as its tests take may a change take that is never done; then it is seen."""


def pytest_configure() -> None:
    """Note what runs while the tests are collected."""
    if "CHANGES" in os.environ:
        trampoline.get_mutant_under_test = lambda: "stats"
        vars(trampoline)["record_trampoline_hit"] = lambda name, caller: AT_IMPORT.add(name)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Try all changes, instead of running the tests."""
    if "CHANGES" not in os.environ:
        return None
    at_import = set(AT_IMPORT)
    trampoline.get_mutant_under_test = lambda: ""
    items = {item.nodeid: item for item in session.items}
    gc.freeze()  # What no test will change need not be looked through in every fork.
    with Path(os.environ["OUTCOME"]).open("w", encoding="utf-8") as outcome:
        looking = json.loads(Path(os.environ["CHANGES"]).read_text("utf-8"))
        for name, (tests, lasting) in looking["changes"].items():
            if name.partition("__mutmut_")[0] in at_import:
                seen = _anew(name, looking["modules"][name.rpartition(".")[0]])
            else:
                there = [items[test] for test in tests if test in items]
                seen = _forked(session, name, there, lasting)
            outcome.write(json.dumps([name, seen]) + "\n")
            outcome.flush()
    return True


def _forked(
    session: pytest.Session, name: str, items: Sequence[pytest.Item], lasting: float
) -> str:
    """The test that sees a change, or what ended them all; "" for none."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        limit = int(ENOUGH * (1 + lasting))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        os.write(writing, _tried(session, name, items).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        seen = told.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return seen if code == 0 else f"ended with {code}"


def _tried(session: pytest.Session, name: str, items: Sequence[pytest.Item]) -> str:
    _change(name)
    for item, following in zip(items, [*items[1:], None], strict=True):
        # What a failure looks like is told to nobody, and takes long where files are that long.
        item.repr_failure = lambda *_, **__: ""  # type: ignore[method-assign]
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return item.nodeid
    return ""


def _change(name: str) -> None:
    """Put a change in the place of the code that is there: whoever has the function has it."""
    module, _, changed = name.rpartition(".")
    mangled = changed.partition("__mutmut_")[0]
    holder: Any = sys.modules[module]
    if mangled.startswith("xǁ"):
        holder = getattr(holder, mangled.split("ǁ")[1])
    new, old = (vars(holder)[each] for each in (changed, f"{mangled}__mutmut_orig"))
    if not isinstance(new, FunctionType) or new.__code__.co_freevars != old.__code__.co_freevars:
        trampoline.get_mutant_under_test = lambda: name
        return
    old.__code__, old.__defaults__ = new.__code__, new.__defaults__
    old.__kwdefaults__ = new.__kwdefaults__


def _anew(name: str, tests: Sequence[str]) -> str:
    """The same in a process in which nothing is imported yet."""
    around = {key: value for key, value in os.environ.items() if key != "CHANGES"}
    run = subprocess.run(
        [
            sys.executable,
            *"-m pytest --rootdir=. -x -q --tb=no -p tests.mutation.plugin".split(),
            *tests,
        ],
        env=around | {"MUTANT_UNDER_TEST": name},
        capture_output=True,
        check=False,
    )
    return f"ended with {run.returncode}" if run.returncode else ""
