"""How soon the explorer is there, what a key costs, and what it takes when it is idle.

    python -m tests.bench.launch --probe PROGRAM --yardstick PROGRAM [--rounds 5]
        [--articles 10000] [--size 120x40] [--json FILE]

The probe measures full-screen programs from outside, in a pseudo-terminal; the yardstick is an
empty Textual app. Both are given on the command line, since neither is part of this
repository. All programs run in turn, and ratios are taken round by round, so that a
machine that is busy for a while does not count.

Measured are the yardstick; the explorer with its store built; its first launch ever, which
reads the five articles; and launches with the stores of many invented ones.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.newsroom import publish

KEYS = "down*4,up,2,down*2,3,down,4,down*2,enter,n,backspace,5,down,1,right,down,left"
"""Moving, every tab, a passage and back."""

YARDSTICK_KEYS = "down*4,up,n*4,tab"
"""Moving, and every tab."""

SORTS_OF_KEY = {
    "cursor": {"down", "up", "left", "right"},
    "tab": {"1", "2", "3", "4", "5"},
    "passage": {"enter", "backspace", "n"},
}

READY = r"Disputed"
"""The first heading of the overview, which is there with its rows."""

YARDSTICK, FIVE, FIRST = "yardstick", "explorer", "first launch"

SHOWN = {
    "t_first": "first frame s",
    "t_ready": "ready s",
    "cpu_ready": "CPU s",
    "key_visible": "key ms",
    "key_visible_p95": "p95 ms",
    "rss_idle": "idle MB",
    "cpu_idle": "idle CPU %",
    "idle_bytes": "idle bytes",
}

Run = dict[str, Any]
Figure = Callable[[Run], float | None]


class Place(NamedTuple):
    """A folder of articles, and its store."""

    folder: Path
    store: Path


class Program(NamedTuple):
    """What the probe runs: a name, a command, what it shows when it is ready, keys."""

    name: str
    argv: list[str]
    ready: str
    keys: str


def name_of(articles: int) -> str:
    return f"{articles:,} articles"


def programs(scratch: Path, yardstick: Path, large: Mapping[int, Place]) -> list[Program]:
    """The yardstick and the explorer, of five articles at first and then of more."""
    program = [sys.executable, "-m", "tui"]
    built, first = scratch / "built.json", scratch / "first.json"
    _run([*program, "--store", str(built), "build"])
    first_launch = f"rm -f '{first}'; exec '{sys.executable}' -m tui --store '{first}'"
    return [
        Program(YARDSTICK, [sys.executable, str(yardstick.resolve())], "row 0", YARDSTICK_KEYS),
        Program(FIVE, [*program, "--store", str(built)], READY, KEYS),
        Program(FIRST, ["/bin/sh", "-c", first_launch], READY, ""),
        *(
            Program(
                name_of(articles),
                [*program, "--corpus", str(place.folder), "--store", str(place.store)],
                READY,
                KEYS,
            )
            for articles, place in large.items()
        ),
    ]


def published(scratch: Path, articles: int) -> Place:
    """So many invented articles, with their store built."""
    place = Place(scratch / f"news-{articles}", scratch / f"{articles}.json")
    publish(place.folder, articles)
    command = [sys.executable, "-m", "tui", "--corpus", str(place.folder)]
    _run([*command, "--store", str(place.store), "build"])
    return place


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def probed(probe: Path, told: list[Program], rounds: int, size: str = "120x40") -> dict[str, Any]:
    """What the probe says of programs, which run in turn: a summary, and every run."""
    lines = ["[defaults]", f"size = {json.dumps(size)}", 'quit = "ctrl+q"', "ready_timeout = 240"]
    lines += ["exit_timeout = 60", f"cwd = {json.dumps(str(Path.cwd()))}"]
    lines += [f"env = {{ PYTHONPATH = {json.dumps(str(Path.cwd()))} }}"]
    for program in told:
        lines.append("[[command]]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in program._asdict().items()]
    with tempfile.TemporaryDirectory() as scratch:
        wanted, found = Path(scratch, "commands.toml"), Path(scratch, "found.json")
        wanted.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, str(probe), str(wanted), "-n", str(rounds)]
        command += ["--baseline", YARDSTICK, "--json", str(found)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        result: dict[str, Any] = json.loads(found.read_text(encoding="utf-8"))
        return result


# ------------------------------------------------------------- figures of runs


def figure(key: str) -> Figure:
    """A figure of a run by the probe's own name."""
    return lambda run: run.get(key)


def keys(*names: str) -> Figure:
    """The median of the milliseconds from these keys to what is painted for them."""

    def median(run: Run) -> float | None:
        times = _times(run, names)
        return statistics.median(times) if times else None

    return median


def _times(run: Run, names: Iterable[str]) -> list[float]:
    pressed = (each for each in run.get("keys", ()) if each["visible"] is not None)
    return [each["visible"] for each in pressed if each["key"] in names]


def slowest_key(runs: Iterable[Run], name: str) -> tuple[float, str]:
    """The milliseconds of the key that takes longest, each by its median over the rounds; and
    which it is, with its place among those that are pressed."""
    of = [run["keys"] for run in runs if run["name"] == name and run.get("keys")]
    medians = []
    for at, pressed in enumerate(zip(*of, strict=True), 1):
        times = [each["visible"] for each in pressed if each["visible"] is not None]
        if times:
            medians.append((statistics.median(times), f"{pressed[0]['key']} ({at}.)"))
    return max(medians, default=(math.nan, ""))


def median(runs: Iterable[Run], name: str, of: Figure) -> float:
    """The median of a program's rounds."""
    found = [of(run) for run in runs if run["name"] == name]
    known = [each for each in found if each is not None]
    return statistics.median(known) if known else math.nan


def against(
    runs: Iterable[Run],
    name: str,
    base: str,
    of: Figure,
    base_of: Figure | None = None,
    *,
    by: Callable[[float, float], float] = lambda one, other: one / other,
) -> float:
    """The median of what each round gives of one program against another: their ratio."""
    rounds: dict[int, dict[str, Run]] = {}
    for run in runs:
        rounds.setdefault(run["round"], {})[run["name"]] = run
    found = []
    for both in rounds.values():
        if name in both and base in both:
            one, other = of(both[name]), (base_of or of)(both[base])
            if one is not None and other:
                found.append(by(one, other))
    return statistics.median(found) if found else math.nan


def table(summary: dict[str, dict[str, dict[str, Any]]]) -> list[str]:
    """Medians, each with its ratio to the yardstick."""
    wide = max(map(len, summary))
    lines = [" " * wide + "".join(f"{title:>18}" for title in SHOWN.values())]
    for name, figures in summary.items():
        cells = []
        for key in SHOWN:
            found = figures.get(key) or {}
            middle, ratio = found.get("median"), found.get("ratio")
            cell = "-" if middle is None else f"{middle:.3g}"
            cells.append(f"{cell} ×{ratio:.2f}" if ratio else cell)
        lines.append(f"{name:{wide}}" + "".join(f"{cell:>18}" for cell in cells))
    return lines


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--probe", type=Path, required=True)
    parser.add_argument("--yardstick", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--size", default="120x40")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(argv)
    for program in (options.probe, options.yardstick):
        if not program.is_file():
            print(f"{program}: not there; launching is not measured", file=sys.stderr)
            return 1
    with tempfile.TemporaryDirectory() as scratch:
        folder, many = Path(scratch), options.articles
        large = {many: published(folder, many)} if many else {}
        told = programs(folder, options.yardstick, large)
        try:
            result = probed(options.probe, told, options.rounds, options.size)
        except subprocess.CalledProcessError:
            print("the probe failed", file=sys.stderr)
            return 1
    print("\n".join(table(result["summary"])))
    if options.json:
        options.json.write_text(json.dumps(result, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
