"""``serve``: the explorer in a browser."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.opening import places, read_corpus
from tui.cli.output import DONE, CannotDo, Say, out, say

if TYPE_CHECKING:
    from tui.corpus import Corpus
    from tui.serve.warmed import WarmedProcess

LACKING = "serve needs the extra web: pip install 'serbia-tui[web]'"


def run(given: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    if not all(map(find_spec, ("aiohttp", "textual_serve"))):
        raise CannotDo(LACKING)
    from tui.serve.warmed import WarmedProcess

    # Whoever began it hears what is wrong with the articles, and they are read once for all.
    warmed = WarmedProcess(_Explorers(given, read_shared(given)).ready)
    try:
        return _serve(given, warmed)
    finally:
        warmed.end()


def _serve(given: argparse.Namespace, warmed: WarmedProcess) -> int:
    """Serve with a process that explorers are forked from. What serves is imported here, and
    that process has nothing of it."""
    import asyncio

    from tui.serve.guard import is_local
    from tui.serve.server import Server

    def ready(url: str) -> None:
        if not is_local(given.host):
            for line in OPEN:
                say(line)
        out(f"{url}\n")
        sys.stdout.flush()
        say(f"open this address, and tell it nobody; up to {given.visitors} at once; Ctrl+C stops")

    async def serve() -> int:
        server = Server(_arguments(given), given.host, given.port, given.visitors, warmed)
        return await server.serve(ready)

    try:
        number = asyncio.run(serve())
    except OSError as error:
        raise CannotDo(f"{given.host}:{given.port}: {error.strerror or error}") from error
    return DONE if number == signal.SIGINT else 128 + number


def read_shared(given: argparse.Namespace, say: Say = say) -> Corpus:
    """The articles as their store has them. What was built just now is read from files that
    processes cannot share, and makes an index for each."""
    corpus = read_corpus(given, say)
    if corpus.beside is None:
        from tui import store
        from tui.store.derived import with_columns

        folders, place = places(given)
        try:
            kept = store.load(place or store.default_path(*folders), _inputs(given))
            return with_columns(kept, say)
        except store.StoreProblem:
            return store.unpacked(store.packed(corpus, {}))
    return corpus


def _inputs(given: argparse.Namespace) -> Mapping[str, str]:
    """The digests of the articles as they are."""
    from tui.build import digests_of, seeds

    folders, place = places(given)
    return digests_of(*(folders or [seeds()]), beside=place)


DRAWING = {
    "TEXTUAL_DRIVER": "tui.app.web_driver:BrowserDriver",
    "TEXTUAL_FPS": "60",
    "TEXTUAL_COLOR_SYSTEM": "truecolor",
    "TERM": "xterm-256color",
    "TERM_PROGRAM": "textual",
}
"""What Textual reads of the environment as it is imported."""

ELSEWHERE = ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "LINES", "BROWSER")
"""What the environment says of the terminal in which the server runs."""


class _Explorers:
    """What explorers are forked from: the articles as they are, and the program."""

    def __init__(self, given: argparse.Namespace, corpus: Corpus) -> None:
        self._given = given
        self._corpus: Corpus | None = corpus
        self._inputs: Mapping[str, str] | None = None

    def ready(self) -> Callable[[Sequence[str]], int]:
        """Read the articles, and make their index, again if they have changed; what runs an
        explorer of them."""
        inputs = _inputs(self._given)
        if self._inputs is None:
            for name in ELSEWHERE:
                os.environ.pop(name, None)
            os.environ.update(DRAWING)
        elif inputs != self._inputs:
            # What is wrong with them now, an explorer that reads them says itself.
            self._corpus = None
            with contextlib.suppress(CannotDo):
                self._corpus = read_shared(self._given, lambda _line: None)
        if inputs != self._inputs:
            from tui.app import get_ready

            get_ready(self._corpus)
            self._inputs = inputs
        return self._explore

    def _explore(self, arguments: Sequence[str]) -> int:
        from tui.cli import ran
        from tui.cli.explore import run

        return ran(arguments, lambda given: run(given, self._corpus))


OPEN = (
    "whoever can reach this machine and has the address can read the articles and fill its memory",
    "nothing is encrypted: others in the network can read the address and all that is shown",
    "copying may not work: browsers give their clipboard to localhost and to https alone",
)
"""What it means to listen on another interface than the machine's own."""


def _arguments(given: argparse.Namespace) -> _Arguments:
    folder = None
    if not given.read_only:
        from tui.notebook import default_path

        folder = default_path().parent / "visitors"
    return _Arguments(_places(given), folder)


class _Arguments:
    """The arguments of an explorer for a visitor."""

    def __init__(self, places: Sequence[str], notebooks: Path | None) -> None:
        self._places = places
        self._notebooks = notebooks

    def __call__(self, visitor: str) -> Sequence[str]:
        if self._notebooks is None:
            return (*self._places, "--read-only")
        return (*self._places, "--notebook", str(self._notebooks / f"{visitor}.json"))


def _places(given: argparse.Namespace) -> list[str]:
    named = [word for each in getattr(given, "corpus", ()) for word in ("--corpus", str(each))]
    store = getattr(given, "store", None)
    return [*named, *(("--store", str(store)) if store else ())]
