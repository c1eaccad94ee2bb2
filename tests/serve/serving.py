"""A server that runs, and a page of it that is open."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import aiohttp

from tests.inherited import WARNINGS

PATIENCE = 60.0
FULL = 503
"""The answer to whoever comes where there are as many visitors as there may be."""

ROOT = str(Path(__file__).parents[2])


class Serving(NamedTuple):
    """A server that runs: its process, its whole address, and its home."""

    process: subprocess.Popen[str]
    url: str
    home: Path

    @property
    def host(self) -> str:
        return self.url.split("/")[2]

    @property
    def socket(self) -> str:
        return f"{self.url.replace('http', 'ws', 1)}ws?width=100&height=30"

    @property
    def explorers(self) -> list[int]:
        """The processes that it has started and that still run."""
        return [pid for pid, leads in self._processes if leads]

    @property
    def all_processes(self) -> list[int]:
        """The server, the process that explorers are forked from, and these."""
        return [pid for pid, _leads in self._processes]

    @property
    def _processes(self) -> list[tuple[int, bool]]:
        """All that were begun here and still run, and whether each is an explorer: it has a
        session of its own."""
        told = subprocess.run(
            ["ps", "-ww", "-eo", "pid=,sid=,stat=,args="],
            capture_output=True,
            text=True,
            check=True,
        )
        lines = (line.split(None, 3) for line in told.stdout.splitlines())
        mine = str(self.home)
        return [
            (int(pid), pid == sid)
            for pid, sid, state, words in lines
            if mine in words and " -m tui " in words and state[0] != "Z"
        ]


def environment(home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": ROOT,
        "PYTHONWARNINGS": WARNINGS,
    }


def begun(home: Path, *options: str, corpus: Path | str = "seeds") -> Serving:
    places = ["--corpus", str(corpus), "--store", str(home / "store.json")]
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", *places, "serve", "--port", "0", *options],
        env=environment(home), cwd=home, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    return Serving(process, process.stdout.readline().strip(), home)


def ended(serving: Serving, by: signal.Signals = signal.SIGINT) -> tuple[int, str]:
    """Its exit code, and what it said."""
    serving.process.send_signal(by)
    _out, said = serving.process.communicate(timeout=PATIENCE)
    return serving.process.returncode, said


async def none_left(serving: Serving) -> None:
    """Wait until no explorer is left."""
    async with asyncio.timeout(PATIENCE):
        while serving.explorers:
            await asyncio.sleep(0.05)


class Page:
    """A page that is open."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.seen = b""

    async def until(self, words: bytes | str) -> str:
        """Wait for words that are drawn (as bytes) or for a message; the message."""
        async with asyncio.timeout(PATIENCE):
            while True:
                if isinstance(words, bytes) and words in self.seen:
                    return ""
                message = await self.socket.receive()
                if message.type == aiohttp.WSMsgType.BINARY:
                    self.seen += message.data
                elif message.type == aiohttp.WSMsgType.TEXT:
                    if isinstance(words, str) and words in message.data:
                        return str(message.data)
                else:
                    raise EOFError(message.type)

    async def type(self, keys: str) -> None:
        self.seen = b""
        await self.socket.send_json(["stdin", keys])


async def _answered(session: aiohttp.ClientSession, url: str) -> int:
    async with session.get(url) as page:
        return page.status


@asynccontextmanager
async def opened(serving: Serving, shows: bytes = b"Was the vote fair?") -> AsyncIterator[Page]:
    """A page whose explorer shows its rows."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        async with asyncio.timeout(PATIENCE):
            # A page that has just been left counts for a moment more.
            while (status := await _answered(session, serving.url)) == FULL:
                await asyncio.sleep(0.05)
        assert status == 200
        origin = {"Origin": f"http://{serving.host}"}
        async with session.ws_connect(serving.socket, headers=origin, max_msg_size=0) as socket:
            found = Page(socket)
            await found.until(shows)
            yield found
