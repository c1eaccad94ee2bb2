"""Commands run as a shell runs them, by whoever tests what they print."""

from __future__ import annotations

import gc
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
import traceback
import warnings
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

import tui.cli
from tests.inherited import ENDING, WARNINGS
from tests.samples import sample_corpus
from tui import store
from tui.build import inputs
from tui.cli import main
from tui.corpus import Corpus

PATIENCE = 120
"""Seconds after which a command hangs."""


for _each in pkgutil.iter_modules(tui.cli.__path__):
    import_module(f"tui.cli.{_each.name}")


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
    """Run the program in a process of its own: where the streams are as usual, in one that has
    imported it already, since it takes longer to begin than what most commands do."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PYTHONWARNINGS": WARNINGS,
        **settings,
    }
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        if settings:
            code = subprocess.run(
                [sys.executable, "-m", "tui", *arguments],
                env=environment,
                cwd=home,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                timeout=PATIENCE,
                check=False,
            ).returncode
        else:
            child = os.fork()
            if child == 0:
                _be_the_program(arguments, home, environment, out.fileno(), err.fileno())
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out.seek(0)
        err.seek(0)
        ran = Ran(code, out.read().decode(), err.read().decode())
    # A file that is left open is only told of, as it is closed by nobody.
    assert "ResourceWarning" not in ran.err
    return ran


def _be_the_program(
    arguments: Sequence[str], home: Path, environment: dict[str, str], out: int, err: int
) -> NoReturn:
    """What ``python -m tui`` is, with what this process has imported; it ends the process."""
    code: object = 1
    # What the tests have made is no garbage of the program's.
    gc.freeze()
    try:
        for number in ENDING:
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.alarm(PATIENCE)
        for stream, place in enumerate((os.open(os.devnull, os.O_RDONLY), out, err)):
            os.dup2(place, stream)
        sys.stdin = open(0, closefd=False)  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(  # noqa: SIM115
            2, "w", encoding="utf-8", errors="backslashreplace", closefd=False
        )
        sys.unraisablehook = sys.__unraisablehook__
        warnings.resetwarnings()
        warnings.simplefilter("error")
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(home)
        try:
            code = main(arguments)
        except SystemExit as end:
            code = end.code
        gc.collect()
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001 - it is told, and ends here: behind it is the test
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code if isinstance(code, int) else int(code is not None))


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
