"""All benchmarks: start-up, keys, search, build, store and memory, against their yardsticks.

    python -m tests.bench [--quick] [--only NAME ...] [--json FILE] [--rounds 5]
        [--probe PROGRAM] [--yardstick PROGRAM] [--polnear FOLDER] [--spacy PYTHON]

One table comes of it: what, the goal, what was measured, the yardstick in the same run, and
whether the goal is held. The yardsticks are no part of this repository: the probe, the empty
app and the annotated news are looked for in ``shared`` beside the checkout, and spaCy is
installed once, for this alone, where no Python that has it is named. What is not there is
left out, and said. Times are the processor's unless something is waited for: launches, keys
and the gain of two processes; those are ratios of programs that ran in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import growth
from tests.bench.findings import Finding, table
from tests.bench.suite import SUITES, Options, Run, say

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
QUICK = (5, 100, 400)


@dataclass
class Machine:
    """Where it was measured, and how busy that was."""

    processors: int
    load: float
    python: str
    system: str

    @classmethod
    def here(cls) -> Machine:
        load = os.getloadavg()[0]
        return cls(os.cpu_count() or 1, load, platform.python_version(), platform.platform())

    def __str__(self) -> str:
        shown = f"{self.processors} processors, load {self.load:.1f}"
        return f"{shown}, Python {self.python}, {self.system}"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="tests.bench", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"sizes {QUICK}, two rounds")
    parser.add_argument("--only", choices=SUITES, nargs="+", default=list(SUITES))
    parser.add_argument("--sizes", type=int, nargs="+", help=f"articles; else {growth.SIZES}")
    parser.add_argument("--rounds", type=int, help="of programs in turn; else five")
    parser.add_argument("--probe", type=Path, default=SHARED / "tools" / "tui_probe.py")
    parser.add_argument("--yardstick", type=Path, default=SHARED / "tools" / "bare.py")
    parser.add_argument("--polnear", type=Path, default=SHARED / "polnear")
    parser.add_argument("--spacy", type=Path, metavar="PYTHON", help="a Python that has spaCy")
    parser.add_argument("--json", type=Path, metavar="FILE", help="all that was measured")
    given = parser.parse_args(argv)
    sizes = sorted(given.sizes or (QUICK if given.quick else growth.SIZES))
    rounds = given.rounds or (2 if given.quick else 5)
    before = Machine.here()
    with tempfile.TemporaryDirectory() as scratch:
        places = (given.probe, given.yardstick, given.polnear, given.spacy)
        run = Run(Options(tuple(sizes), rounds, *places, Path(scratch)))
        findings = [
            finding for name in SUITES if name in given.only for finding in found(run, name)
        ]
    after = Machine.here()
    print("\n".join(table(findings)))
    print(f"\n{before}; load in the end {after.load:.1f}")
    for what in run.left_out:
        print(f"LEFT OUT: {what}")
    if given.json:
        told = told_as_json(findings, run, [before, after])
        given.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def found(run: Run, suite: str) -> Iterator[Finding]:
    """What a suite finds, each told when it is there. One that fails leaves the others alone."""
    try:
        for finding in SUITES[suite](run):
            what, goal, measured, *_ = finding.cells()
            say(f"{what}: {measured}" + (f" (goal {goal})" if goal else ""))
            yield finding
    except Exception as error:  # noqa: BLE001 - what was measured for half an hour is kept
        run.leave_out(f"the rest of {suite}: {type(error).__name__}: {error}")


def told_as_json(findings: list[Finding], run: Run, machine: list[Machine]) -> dict[str, Any]:
    return {
        "machine": [vars(each) for each in machine],
        "findings": [finding.as_object() for finding in findings],
        "left_out": run.left_out,
        "raw": run.raw,
    }


if __name__ == "__main__":
    sys.exit(main())
