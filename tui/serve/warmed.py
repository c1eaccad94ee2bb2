"""A process that has everything ready, from which the explorer of each visitor is forked.

What it has read and made (the articles, their records, the index, the program itself) is one
for all visitors, and none of them waits for it. It has one thread alone, without which a fork
does not go well; and it ends when the server does, by whatever that is ended.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, NoReturn

Explore = Callable[[Sequence[str]], int]
"""Runs an explorer with these arguments, on the standard streams; its exit code."""


Ready = Callable[[], Explore]
"""Gets ready what explorers would else each make for themselves, so far as it is not there;
what runs one."""


LONGEST = 1 << 16
"""Bytes of a request: arguments and what of the environment is a visitor's own."""
HEARD = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class ForkedExplorer:
    """An explorer that was forked, with what it is told and what it says."""

    def __init__(
        self, pid: int, stdin: asyncio.StreamWriter, stdout: asyncio.StreamReader,
        alive: asyncio.StreamReader, reap: Callable[[int], Awaitable[None]],
    ) -> None:  # fmt: skip
        self.pid, self.stdin, self.stdout = pid, stdin, stdout
        self._alive, self._reap = alive, reap

    async def wait(self) -> None:
        """Wait until it has ended, and all that it began."""
        await self._alive.read()

    async def forget(self) -> None:
        """Let its number be another's. Nothing may be sent to it any more."""
        self.stdin.close()
        await self._reap(self.pid)


class WarmedProcess:
    """The process, begun before this one has any other thread."""

    def __init__(self, ready: Ready) -> None:
        self._asking, answering = socket.socketpair()
        self._turn = asyncio.Lock()
        self.pid = os.fork()
        if not self.pid:
            self._asking.close()
            _answer(answering, ready)
        answering.close()

    async def fork(self, arguments: Sequence[str], given: Mapping[str, str]) -> ForkedExplorer:
        """An explorer with these arguments, ``given`` in its environment. OSError where there
        can be none."""
        pipes = [os.pipe() for _ in range(3)]
        (reads, tells), (hears, says), (ended, lives) = pipes
        told = json.dumps({"arguments": list(arguments), "given": dict(given)}).encode()
        try:
            async with self._turn:
                pid = await asyncio.to_thread(self._ask, told, (reads, says, lives))
        except BaseException:
            for each in (tells, hears, ended):
                os.close(each)
            raise
        finally:
            for each in (reads, says, lives):
                os.close(each)
        return ForkedExplorer(pid, await _writer(tells), await _reader(hears), await _reader(ended),
                              self._reap)  # fmt: skip

    def _ask(self, told: bytes, files: Sequence[int]) -> int:
        # Nothing is asked before this is answered, so that a message is one that was sent.
        socket.send_fds(self._asking, [told], list(files))
        answer = self._asking.recv(16)
        if not answer.strip(b"-0"):
            raise OSError("no explorer can be begun")
        return int(answer)

    async def _reap(self, pid: int) -> None:
        async with self._turn:
            with contextlib.suppress(OSError):
                await asyncio.to_thread(self._ask, json.dumps({"ended": pid}).encode(), ())

    def end(self) -> None:
        """End it, once no explorer of it is left."""
        self._asking.close()
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


async def _reader(file: int) -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    pipe = os.fdopen(file, "rb", 0)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    return reader


async def _writer(file: int) -> asyncio.StreamWriter:
    loop = asyncio.get_running_loop()
    pipe = os.fdopen(file, "wb", 0)
    transport, protocol = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, pipe)
    return asyncio.StreamWriter(transport, protocol, None, loop)


# ------------------------------------------------------------- in the process itself


def _answer(asked: socket.socket, ready: Ready) -> NoReturn:
    """Fork an explorer each time one is asked for, until nobody can ask any more. It is got ready
    before the first asks."""
    for number in HEARD:
        # The server hears them, and ends this by closing its socket.
        signal.signal(number, signal.SIG_IGN)
    code = 1
    try:
        ready()
        while True:
            told, files, _flags, _address = socket.recv_fds(asked, LONGEST, 3)
            if not told:
                break
            request = json.loads(told)
            if ended := request.get("ended"):
                os.waitpid(ended, 0)
                asked.send(b"%d" % ended)
                continue
            explore = ready()
            pid = _forked(asked, files, request, explore)
            for each in files:
                os.close(each)
            asked.send(b"%d" % pid)
        code = 0
    finally:
        os._exit(code)


def _forked(
    asked: socket.socket, files: Sequence[int], request: Mapping[str, Any], explore: Explore
) -> int:
    """The number of a new process; 0 where there can be none."""
    try:
        pid = os.fork()
    except OSError:
        return 0
    if pid:
        return pid
    code = 1
    try:
        asked.close()
        os.setsid()
        for number in HEARD:
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.dup2(files[0], 0)
        os.dup2(files[1], 1)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        for each in (*files[:2], nowhere):
            os.close(each)
        os.environ.update(request["given"])
        code = explore(request["arguments"])
        sys.stdout.flush()
    finally:
        os._exit(code)
