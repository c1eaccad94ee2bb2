"""How soon the explorer is there, what a key costs, and what it takes when it is idle.

    python -m tests.bench.launch --probe PROGRAM --yardstick PROGRAM [--rounds 5]
        [--articles 10000] [--size 120x40] [--json FILE]

The probe measures full-screen programs from outside, in a pseudo-terminal; the yardstick is an
empty Textual app. Both are given on the command line, since neither is part of this
repository. All programs run in turn, and ratios are taken round by round, so that a
machine that is busy for a while does not count.

Measured are the yardstick; the explorer with its store built; its first launch ever, which
reads the five articles; and a launch with the store of many invented ones.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.newsroom import publish

KEYS = "down*4,up,2,down*2,3,down,4,down*2,enter,n,backspace,5,down,1,right,down,left"
"""Moving, every tab, a passage and back."""

READY = r"· by "
"""The order of a list, which is told when its rows are there."""

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


def commands(folder: Path, yardstick: Path, articles: int, size: str) -> str:
    """What the probe is to run, in its own TOML."""
    program = [sys.executable, "-m", "tui"]
    built, first, many = (str(folder / name) for name in ("built.json", "first.json", "many.json"))
    _run([*program, "--store", built, "build"])
    first_launch = f"rm -f '{first}'; exec '{sys.executable}' -m tui --store '{first}'"
    told: list[tuple[str, list[str], str, str]] = [
        ("yardstick", [sys.executable, str(yardstick.resolve())], "row 0", "down*4,up,tab,down,up"),
        ("explorer", [*program, "--store", built], READY, KEYS),
        ("first launch", ["/bin/sh", "-c", first_launch], READY, ""),
    ]
    if articles:
        news = folder / "news"
        publish(news, articles)
        large = [*program, "--corpus", str(news), "--store", many]
        _run([*large, "build"])
        told.append((f"{articles:,} articles", large, READY, KEYS))
    lines = ["[defaults]", f"size = {json.dumps(size)}", 'quit = "ctrl+q"', "ready_timeout = 120"]
    lines += ["exit_timeout = 30", f"cwd = {json.dumps(str(Path.cwd()))}"]
    lines += [f"env = {{ PYTHONPATH = {json.dumps(str(Path.cwd()))} }}"]
    for name, argv, ready, keys in told:
        lines += ["[[command]]", f"name = {json.dumps(name)}", f"argv = {json.dumps(argv)}"]
        lines += [f"ready = {json.dumps(ready)}", f"keys = {json.dumps(keys)}"]
    return "\n".join(lines)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def table(summary: dict[str, dict[str, dict[str, Any]]]) -> list[str]:
    """Medians, each with its ratio to the yardstick."""
    wide = max(map(len, summary))
    lines = [" " * wide + "".join(f"{title:>18}" for title in SHOWN.values())]
    for name, figures in summary.items():
        cells = []
        for key in SHOWN:
            figure = figures.get(key) or {}
            median, ratio = figure.get("median"), figure.get("ratio")
            cell = "-" if median is None else f"{median:.3g}"
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
        folder = Path(scratch)
        told, found = folder / "commands.toml", folder / "found.json"
        wanted = commands(folder, options.yardstick, options.articles, options.size)
        told.write_text(wanted, encoding="utf-8")
        command = [sys.executable, str(options.probe), str(told), "-n", str(options.rounds)]
        command += ["--baseline", "yardstick", "--json", str(found)]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
            print("the probe failed", file=sys.stderr)
            return 1
        result = json.loads(found.read_text(encoding="utf-8"))
    print("\n".join(table(result["summary"])))
    if options.json:
        options.json.write_text(json.dumps(result, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
