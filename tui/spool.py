"""What is too much to be held in memory, held in a file: lines, and records as lines."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import IO, TypeVar

from tui.model import Record
from tui.packing import as_json, pack, unpack
from tui.rows import Rows

R = TypeVar("R", bound=Record)


class Lines:
    """Lines of bytes in a file, found again by their numbers from 0."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._starts = array("Q", [file.seek(0, 2)])
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._starts) - 1

    def append(self, line: bytes) -> None:
        """Write a line, which has no line end within it, behind the others."""
        self._file.write(line + b"\n")
        self._starts.append(self._starts[-1] + len(line) + 1)

    def __getitem__(self, number: int) -> bytes:
        begin, end = self._starts[number], self._starts[number + 1]
        with self._lock:
            self._file.seek(begin)
            return self._file.read(end - begin - 1)


def spooled(
    kind: type[R], records: Iterable[R], texts: Mapping[str, str], file: IO[bytes]
) -> Rows[R]:
    """Records written into a file, and read from there whenever they are asked for."""
    lines = Lines(file)
    ids: list[str] = []
    for record in records:
        lines.append(as_json(pack(record, texts)))
        ids.append(record.id)
    return Rows(
        len(lines),
        lambda place: unpack(kind, json.loads(lines[place]), texts),
        lambda: {id: place for place, id in enumerate(ids)},
        lines.__getitem__,
    )
