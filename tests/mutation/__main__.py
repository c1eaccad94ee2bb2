"""Changes the code in a random sample of places, and says how many changes a test sees.

``python -m tests.mutation`` takes 40 of each part; ``--each 0`` takes all, ``--seed 2`` others,
and names of parts (``store search.answers``) only these. It prints, of each part, how many of
the changes were seen, with the interval in which the share of all its changes lies (Wilson, 95
in 100), and then lists what was not: ``mutmut show NAME`` shows it. To be run where mutmut is
installed; its settings, and the tests that look, stand in ``pyproject.toml``. Mutmut makes the
changes and finds which tests call what, which takes minutes and is kept for the next time;
``trying`` then tries each change in about a second.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from math import sqrt
from pathlib import Path
from typing import NamedTuple

MADE = Path("mutants")

EXTRACT = ("speech", "names", "times", "events", "figures")


class Part(NamedTuple):
    """A part of the code: how many changes were tried, and those that nothing saw."""

    name: str
    of: int
    tried: int
    survivors: tuple[str, ...]

    def line(self) -> str:
        """How many of the changes were seen, and of all of them probably."""
        seen = self.tried - len(self.survivors)
        low, high = likely(seen, self.tried, self.of)
        share = f"{seen / self.tried:.0%}" if self.tried else "--"
        interval = f"{low:.0%} to {high:.0%} of {self.of}"
        return f"{self.name:18} {seen:4} of {self.tried:4} {share:>5}  {interval}"


def likely(seen: int, tried: int, of: int) -> tuple[float, float]:
    """The shares between which that of all lies, by Wilson's interval; just the share where
    all were tried."""
    if not tried:
        return 0.0, 1.0
    share = seen / tried
    if tried == of:
        return share, share
    z2 = 1.96**2
    middle = (share + z2 / (2 * tried)) / (1 + z2 / tried)
    half = 1.96 / (1 + z2 / tried) * sqrt(share * (1 - share) / tried + z2 / (4 * tried**2))
    return middle - half, middle + half


def part_of(change: str) -> str:
    """The part to which a change belongs: a package of the rules, else a module."""
    words = change.split(".")[1:]
    if words[0] == "extract":
        return f"extract.{words[1]}" if words[1] in EXTRACT else "extract"
    return ".".join(words[:2]) if words[0] == "search" and len(words) > 2 else words[0]


def changes() -> set[str]:
    """The names of all changes there are."""
    found: set[str] = set()
    for about in MADE.rglob("*.meta"):
        found |= json.loads(about.read_text("utf-8"))["exit_code_by_key"].keys()
    return found


def by_part(names: Iterable[str]) -> dict[str, list[str]]:
    """Changes by their parts, in order."""
    parts: dict[str, list[str]] = {}
    for name in sorted(names):
        parts.setdefault(part_of(name), []).append(name)
    return dict(sorted(parts.items()))


def make() -> None:
    """Make the changes, and find which tests call what; nothing is tried yet."""
    # A name that is nobody's has mutmut stop when it comes to try it.
    subprocess.run(["mutmut", "run", "--max-children", "1", "nothing"], check=False)


def tried(sample: Iterable[str]) -> dict[str, str]:
    """The test that saw each change of a sample, "" for none."""
    known = json.loads((MADE / "mutmut-stats.json").read_text("utf-8"))
    calling, lasted = known["tests_by_mangled_function_name"], known["duration_by_test"]
    modules: dict[str, set[str]] = {}
    for function, tests in calling.items():
        modules.setdefault(function.rpartition(".")[0], set()).update(tests)

    def soonest(tests: Iterable[str]) -> list[str]:
        return sorted(tests, key=lambda test: (lasted[test], test))

    looking = {
        "changes": {
            name: (soonest(tests), sum(lasted[test] for test in tests))
            for name in sorted(sample)
            for tests in [calling.get(name.partition("__mutmut_")[0], ())]
        },
        "modules": {name: soonest(tests) for name, tests in modules.items()},
    }
    (MADE / "changes.json").write_text(json.dumps(looking), "utf-8")
    settings = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    subprocess.run(
        [sys.executable, *"-m pytest --rootdir=. -q -p tests.mutation.trying".split()]
        + settings["pytest_add_cli_args"]
        + settings["pytest_add_cli_args_test_selection"],
        cwd=MADE,
        env=os.environ | {"CHANGES": "changes.json", "OUTCOME": "outcome.jsonl"},
        check=False,
        stdout=subprocess.DEVNULL,
    )
    lines = (MADE / "outcome.jsonl").read_text("utf-8").splitlines()
    return dict(json.loads(line) for line in lines)


def told(parts: dict[str, list[str]], seen_by: dict[str, str]) -> Iterator[Part]:
    """What became of a sample."""
    for name, all_of_it in parts.items():
        taken = [each for each in all_of_it if each in seen_by]
        survivors = [each for each in taken if not seen_by[each]]
        yield Part(name, len(all_of_it), len(taken), tuple(survivors))


def main(arguments: list[str]) -> int:
    """Make the changes, try a sample of them, and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    make()
    parts = by_part(changes())
    parts = {name: parts[name] for name in given.parts or parts}
    chance = random.Random(given.seed)
    sample = {
        name
        for all_of_it in parts.values()
        for name in chance.sample(all_of_it, min(given.each or len(all_of_it), len(all_of_it)))
    }
    if not (MADE / "mutmut-stats.json").exists():
        print("a test fails in the code as it is, or takes too long: nothing was tried")
        return 1
    found = list(told(parts, tried(sample)))
    print(*(part.line() for part in found), sep="\n")
    print(*(name for part in found for name in part.survivors), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
