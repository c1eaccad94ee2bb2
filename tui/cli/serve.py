"""``serve``: the explorer in a browser."""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.cli.opening import read_corpus
from tui.cli.output import DONE, CannotDo, out, say

LACKING = "serve needs the extra web: pip install 'serbia-tui[web]'"


def run(given: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    try:
        from tui.serve.guard import is_local
        from tui.serve.server import Server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("aiohttp", "textual_serve"):
            raise
        raise CannotDo(LACKING) from error
    import asyncio

    # The store is made once, and not by each visitor.
    read_corpus(given)

    def ready(url: str) -> None:
        if not is_local(given.host):
            for line in OPEN:
                say(line)
        out(f"{url}\n")
        sys.stdout.flush()
        say(f"open this address, and tell it nobody; up to {given.visitors} at once; Ctrl+C stops")

    async def serve() -> int:
        server = Server(_arguments(given), given.host, given.port, given.visitors)
        return await server.serve(ready)

    try:
        number = asyncio.run(serve())
    except OSError as error:
        raise CannotDo(f"{given.host}:{given.port}: {error.strerror or error}") from error
    return DONE if number == signal.SIGINT else 128 + number


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
