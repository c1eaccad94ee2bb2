"""Commands run as a shell runs them, by whoever tests what they print."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.inherited import WARNINGS
from tests.samples import sample_corpus
from tui import store
from tui.build import inputs
from tui.corpus import Corpus


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def prepared(folder: Path, place: Path, corpus: Corpus) -> None:
    """A folder of articles whose store holds the records of a corpus made by hand."""
    folder.mkdir()
    for article in corpus.articles:
        (folder / article.file).write_bytes(corpus.texts[article.id].encode())
    store.save(corpus, place, inputs(folder).digests)


@pytest.fixture
def serbia_tui(tmp_path: Path) -> Run:
    """Run the program as people do, on the sample corpus unless it is told otherwise."""
    folder, place = tmp_path / "articles", tmp_path / "store.json"
    prepared(folder, place, sample_corpus())

    def run(*arguments: str, sample: bool = True, **settings: str) -> Ran:
        places = ["--corpus", str(folder), "--store", str(place)] if sample else []
        return started([*places, *arguments], tmp_path, settings)

    return run


def started(arguments: Sequence[str], home: Path, settings: dict[str, str]) -> Ran:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PYTHONWARNINGS": WARNINGS,
        **settings,
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        env=environment,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    # A file that is left open is only told of, as it is closed by nobody.
    assert b"ResourceWarning" not in ran.stderr
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def in_shell(home: Path, command: str) -> Ran:
    """Run a command on the sample corpus with what a shell can do to its streams."""
    program = f"{sys.executable} -m tui --corpus articles --store store.json"
    ran = subprocess.run(
        ["bash", "-c", f"{program} {command}"],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUNBUFFERED": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)
