"""``doctor``: what a report of a fault needs to say of the machine."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from shutil import get_terminal_size, which

from tui import __version__
from tui.cli.opening import open_notebook, places
from tui.cli.output import DONE, out
from tui.settings import place as settings_place
from tui.terminal_text import one_line

MULTIPLEXERS = {"TMUX": "tmux", "STY": "screen", "ZELLIJ": "zellij", "SSH_CONNECTION": "ssh"}
"""What tells that something stands between the program and the terminal."""


def run(given: argparse.Namespace) -> int:
    """A line a fact; nothing is written, and nothing is read but what is told."""
    facts = [
        *_program(),
        *_terminal(),
        *_clipboard(),
        *_kept(given),
        *_extras(),
    ]
    width = 0 if given.plain else max(len(label) for label, _ in facts) + 2
    for label, value in facts:
        out(f"{f'{label}:':<{width}} {one_line(value)}\n")
    return DONE


def _program() -> Iterator[tuple[str, str]]:
    versions = [f"{name} {metadata.version(name)}" for name in ("textual", "rich", "tinydb")]
    yield "serbia-tui", f"{__version__}, in {Path(__file__).parents[1]}"
    yield "python", f"{platform.python_version()} ({sys.executable})"
    yield "libraries", ", ".join(versions)
    yield "system", platform.platform()


def _terminal() -> Iterator[tuple[str, str]]:
    columns, lines = get_terminal_size()
    tty = sys.stdin.isatty() and sys.stdout.isatty()
    yield "terminal", f"{os.environ.get('TERM') or 'TERM is not set'}, {columns} × {lines}"
    yield "is a terminal", "yes" if tty else "no: input or output goes elsewhere"
    colours = os.environ.get("COLORTERM") or "COLORTERM is not set"
    yield "colours", f"{colours}{', NO_COLOR' if os.environ.get('NO_COLOR') else ''}"
    through = [name for variable, name in MULTIPLEXERS.items() if os.environ.get(variable)]
    yield "through", ", ".join(through) or "nothing that is known"
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG")
    yield "locale", f"{locale or 'not set'}, output in {sys.stdout.encoding}"


def _clipboard() -> Iterator[tuple[str, str]]:
    from tui.app.clipboard import ways

    found = [way.command[0] for way in ways(os.environ, sys.platform) if which(way.command[0])]
    told = ", ".join(dict.fromkeys(found))
    yield "clipboard", told or "no program: the terminal is asked (OSC 52), and a file is written"


def _kept(given: argparse.Namespace) -> Iterator[tuple[str, str]]:
    from tui import store
    from tui.folders import own_articles

    folders, place = places(given)
    place = place or store.default_path(*folders)
    yield "store", f"{place}: {_state(place)}"
    notebook = open_notebook(given).place
    yield "notebook", f"{notebook}: {_size(notebook)}"
    settings = settings_place()
    yield "settings", f"{settings}: {_size(settings)}"
    own = own_articles()
    files = sum(each.is_file() for each in own.rglob("*")) if own.is_dir() else 0
    yield "your articles", f"{own}: {files} files"


def _state(place: Path) -> str:
    """What a store is, without holding it against its articles."""
    from tui import store

    try:
        corpus = store.load(place)
    except store.StoreProblem as problem:
        return problem.reason
    return f"{_size(place)}, {len(corpus.articles)} articles"


def _size(place: Path) -> str:
    try:
        return f"{place.stat().st_size:,} bytes"
    except FileNotFoundError:
        return "not there yet"
    except OSError as error:
        return (error.strerror or str(error)).lower()


def _extras() -> Iterator[tuple[str, str]]:
    from tui.documents import READERS

    needed = {each.extra: each.libraries for each in READERS if each.extra}
    others = {"cite": ("citeproc-py",), "web": ("textual-serve",), "dask": ("distributed",)}
    for extra, libraries in {**needed, **others}.items():
        yield f"extra {extra}", ", ".join(map(_installed, libraries))


def _installed(library: str) -> str:
    try:
        return f"{library} {metadata.version(library)}"
    except metadata.PackageNotFoundError:
        return f"{library} is not installed"
