"""One visitor: a page with a terminal, and the explorer behind it, that ends with the page."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from asyncio.subprocess import Process
from collections.abc import Sequence
from typing import cast

from aiohttp.web import WebSocketResponse
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.serve.warmed import ForkedExplorer, WarmedProcess

PATIENCE = 3.0
"""Seconds in which the explorer leaves by itself, and then when a signal asks it to."""

WIDEST, HIGHEST = 600, 300
"""Cells and lines of the largest page: what is drawn takes memory by its size."""


class Visit(AppService):
    """An explorer in a process of its own, which no shell starts."""

    def __init__(
        self,
        arguments: Sequence[str],
        socket: WebSocketResponse,
        downloads: DownloadManager,
        warmed: WarmedProcess,
    ) -> None:
        super().__init__(
            "serbia-tui",
            write_bytes=self._write_bytes,
            write_str=self._write_str,
            close=self._close,
            download_manager=downloads,
        )
        self._arguments = arguments
        self._warmed = warmed
        self._explorer: ForkedExplorer | None = None
        self._socket = socket
        self._ended = False

    async def _write_bytes(self, data: bytes) -> None:
        # A page that is gone takes nothing, and the explorer is asked to leave already.
        if not self._socket.closed:
            with contextlib.suppress(ConnectionError, RuntimeError):
                await self._socket.send_bytes(data)

    async def _write_str(self, text: str) -> None:
        if not self._socket.closed:
            with contextlib.suppress(ConnectionError, RuntimeError):
                await self._socket.send_str(text)

    async def _close(self) -> None:
        await self._socket.close()

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        columns, rows = sane(width, height)
        found = await self._warmed.fork(
            self._arguments, {"COLUMNS": f"{columns}", "ROWS": f"{rows}"}
        )
        # All that is asked of it is what a process of asyncio is asked.
        self._process = process = cast("Process", found)
        self._explorer = found
        self._stdin = found.stdin
        return process

    async def run(self) -> None:
        """Hand on what the explorer sends, until it ends or the page is gone."""
        explorer = self._explorer
        if explorer is None:
            return
        read = explorer.stdout.readexactly
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            await explorer.stdout.readuntil(b"__GANGLION__\n")
            while True:
                kind = await read(1)
                payload = await read(int.from_bytes(await read(4), "big"))
                if kind == b"D":
                    await self.on_data(payload)
                elif kind == b"M":
                    await self.on_meta(payload)
                elif kind == b"P":
                    await self.on_packed(payload)
        await self._close()

    async def set_terminal_size(self, width: int, height: int) -> None:
        await super().set_terminal_size(*sane(width, height))

    async def stop(self) -> None:
        """End the explorer: it is asked, then told, then made to; nothing of it is left."""
        explorer = self._explorer
        if explorer is None or self._ended:
            return
        self._ended = True
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self.send_meta({"type": "quit"})
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE):
                    await explorer.wait()
                    break
            _send(explorer.pid, number)
        await explorer.wait()
        _send(explorer.pid, signal.SIGKILL)
        await explorer.forget()
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task


def sane(width: object, height: object) -> tuple[int, int]:
    """A size that a terminal can have: a page may ask for any."""
    sizes = [each if isinstance(each, int) else 0 for each in (width, height)]
    return min(max(sizes[0], 20), WIDEST), min(max(sizes[1], 5), HIGHEST)


def _send(group: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)
