"""What is too much to be held in memory, held in a file: lines, values, and texts."""

from __future__ import annotations

import os
import pickle
import tempfile
from array import array
from collections.abc import Iterator, Mapping
from functools import lru_cache
from threading import Lock
from typing import IO, TypeVar
from weakref import finalize

from tui.tables.codec import as_json, from_json
from tui.tables.line_cache import NOT_KEPT, LineWriter

V = TypeVar("V")


class SpillFile:
    """Lines of bytes in a file, found again by their numbers from 0. It is a file that is
    ``kept``, as long as there is one with room, and then one without a name. Both can be read as
    long as somebody has the lines."""

    def __init__(self, kept: LineWriter = NOT_KEPT) -> None:
        self._kept = kept
        self._handle = -1
        if self._kept.file is not None:
            self._handle = os.dup(self._kept.file.fileno())
            finalize(self, os.close, self._handle)
        self._own: IO[bytes] | None = None
        self._edge = 0
        """Where the lines of the file without a name begin."""
        self.starts = array("Q", [0])
        """Where each line begins, and where the next one will."""
        self._waiting = bytearray()
        """Lines that are to be written."""
        self._on_disk = 0
        """Where they begin."""
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self.starts) - 1

    def append(self, line: bytes) -> None:
        """Write a line behind the others, together with those that come next."""
        with self._lock:
            self._waiting += line
            self._waiting += b"\n"
            self.starts.append(self.starts[-1] + len(line) + 1)
        if self.starts[-1] - self._on_disk > self._kept.LOOKED:
            self.flush()

    def flush(self) -> None:
        """Write what waits to be."""
        with self._lock:
            if not self._waiting:
                return
            if self._own is None and not self._kept.write(self._waiting, at_once=True):
                self._own = tempfile.TemporaryFile()  # noqa: SIM115
                finalize(self, self._own.close)
                self._edge = self._on_disk
            if self._own is not None:
                self._own.write(self._waiting)
                self._own.flush()
            self._waiting.clear()
            self._on_disk = self.starts[-1]

    def __getitem__(self, number: int) -> bytes:
        return self.part(self.starts[number], self.starts[number + 1] - 1)

    def part(self, begin: int, end: int) -> bytes:
        """Some of the file's bytes, of one line or of several."""
        if end > self._on_disk:
            with self._lock:
                if begin >= self._on_disk:
                    return bytes(self._waiting[begin - self._on_disk : end - self._on_disk])
            self.flush()
        own = self._own
        if own is None or end <= self._edge:
            return os.pread(self._handle, end - begin, begin)
        if begin < self._edge:
            return self.part(begin, self._edge) + self.part(self._edge, end)
        return os.pread(own.fileno(), end - begin, begin - self._edge)


class DiskDict(Mapping[str, V]):
    """Values by their keys, in the order in which they come; some stand in ``lines`` already, in
    given places."""

    KEPT = 500
    """So many of those asked for last are at hand."""

    def __init__(
        self, lines: SpillFile | None = None, places: dict[str, tuple[int, int]] | None = None
    ) -> None:
        self._lines = SpillFile() if lines is None else lines
        self._places = places or {}
        self._value = lru_cache(self.KEPT)(self._read)

    def put(self, key: str, value: V) -> None:
        """Take one more."""
        begin = self._lines.starts[-1]
        self._lines.append(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))
        self._places[key] = begin, self._lines.starts[-1] - 1

    def packed(self, key: str) -> bytes:
        """What stands in the file for a value."""
        return self._lines.part(*self._places[key])

    def _read(self, begin: int, end: int) -> V:
        packed = self._lines.part(begin, end)
        value: V = pickle.loads(packed)  # noqa: S301 - written by this process
        return value

    def __getitem__(self, key: str) -> V:
        return self._value(*self._places[key])

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class SpilledTexts(DiskDict[str]):
    """The texts of articles by their ids, in rows as a store has them."""

    def _read(self, begin: int, end: int) -> str:
        text: str = from_json(self._lines.part(begin, end))["text"]
        return text


def text_row(texts: Mapping[str, str], article: str) -> bytes:
    """The row of a text, as a store has it."""
    if isinstance(texts, SpilledTexts):
        return texts.packed(article)
    return as_json({"id": article, "text": texts[article]})
