"""Arrays in a file that can be thrown away: what was worked out of a store, kept beside it.

The file is arrays one after the other, then where each stands, then the digest of all of it. It
names what it was made from; one that was made from something else, that is damaged or cut short
counts as missing, and is made again. Whoever opens it reads from it what is asked for.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import os
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from tui.files import Refused, open_regular, write_file

BEGINS = b"serbia-tui arrays 1\n"
_END = re.compile(rb"(\d{16}) ([0-9a-f]{64})\n\Z")
_END_LENGTH = 16 + 1 + 64 + 1
_ALIGNED = 8
_PART = 1 << 18

Part: TypeAlias = "array[Any] | bytes"


def pieces(made_from: str, parts: Iterable[tuple[str, Part]]) -> Iterator[bytes]:
    """The bytes of a file of arrays, a few at a time. ``made_from`` says what they come from."""
    sealed, at = hashlib.sha256(), 0
    where: dict[str, tuple[str, int, int]] = {}

    def piece(data: bytes) -> bytes:
        nonlocal at
        sealed.update(data)
        at += len(data)
        return data

    yield piece(BEGINS)
    for name, part in parts:
        yield piece(bytes(-at % _ALIGNED))
        data = part if isinstance(part, bytes) else part.tobytes()
        where[name] = (part.typecode if isinstance(part, array) else "B", at, len(data))
        yield piece(data)
    head = json.dumps({"made_from": made_from, "parts": where}).encode()
    yield piece(head) + piece(b"%016d " % len(head)) + sealed.hexdigest().encode() + b"\n"


class KeptArrays:
    """The arrays of a file, by their names."""

    def __init__(self, data: mmap.mmap, where: Mapping[str, tuple[str, int, int]]) -> None:
        self._data = memoryview(data)
        self._where = where

    def __contains__(self, name: str) -> bool:
        return name in self._where

    def numbers(self, name: str) -> memoryview:
        """An array of numbers."""
        code, start, size = self._where[name]
        return self._data[start : start + size].cast(code)  # type: ignore[call-overload,no-any-return]

    def bytes(self, name: str) -> bytes:
        """An array of bytes."""
        _code, start, size = self._where[name]
        return bytes(self._data[start : start + size])

    def value(self, name: str) -> Any:
        """What was kept as JSON."""
        return json.loads(self.bytes(name))


def opened(path: Path, made_from: str) -> KeptArrays | None:
    """The arrays of a file; None where there is none that is whole and was made from this."""
    with contextlib.suppress(OSError, ValueError, Refused):
        handle = open_regular(path)
        try:
            return _opened(handle, made_from)
        finally:
            os.close(handle)
    return None


def _opened(handle: int, made_from: str) -> KeptArrays | None:
    size = os.fstat(handle).st_size
    end = _END.fullmatch(os.pread(handle, _END_LENGTH, max(0, size - _END_LENGTH)))
    if end is None:
        return None
    length = int(end[1])
    begin = size - _END_LENGTH - length
    if begin < 0:
        return None
    head = json.loads(os.pread(handle, length, begin))
    if head["made_from"] != made_from or digest(handle, size - 65) != end[2].decode():
        return None
    return KeptArrays(mmap.mmap(handle, size, access=mmap.ACCESS_READ), head["parts"])


class Beside:
    """The files of arrays beside a store, each with a name of its own."""

    def __init__(self, store: Path, seal: str) -> None:
        self.store, self._seal = store, seal
        self.made_by = ""
        """What tells the versions of the program apart that work them out."""
        self._opened: dict[str, KeptArrays | None] = {}

    @property
    def _made_from(self) -> str:
        return f"{self._seal} {self.made_by}"

    def arrays(self, name: str) -> KeptArrays | None:
        """The arrays of a file, read when they are first asked for."""
        if name not in self._opened:
            self._opened[name] = opened(self.store.with_suffix(f".{name}"), self._made_from)
        return self._opened[name]

    def keep(self, name: str, parts: Iterable[tuple[str, Part]]) -> None:
        """Put a file of arrays in place. Where none can be, they are held as long as the program
        runs, in a file without a name; OSError says why."""
        import tempfile

        with tempfile.TemporaryFile() as made:
            made.writelines(pieces(self._made_from, parts))
            made.flush()
            self._opened[name] = _opened(made.fileno(), self._made_from)
            made.seek(0)
            write_file(self.store.with_suffix(f".{name}"), iter(lambda: made.read(_PART), b""))


def digest(handle: int, size: int) -> str:
    """The digest of the first bytes of an open file, of which no more than a part is held."""
    found, part, at = hashlib.sha256(), bytearray(_PART), 0
    with memoryview(part) as view:
        while at < size:
            read = os.preadv(handle, [view[: min(_PART, size - at)]], at)
            if not read:
                break
            found.update(view[:read])
            at += read
    return found.hexdigest()


def texts(strings: Iterable[str]) -> tuple[array[int], bytes]:
    """Strings as one text after the other, and where each begins."""
    starts, data = array("Q", [0]), bytearray()
    for each in strings:
        data += each.encode("utf-8", "surrogatepass")
        starts.append(len(data))
    return starts, bytes(data)


class KeptTexts(Sequence[str]):
    """Strings that are made when they are asked for."""

    def __init__(self, starts: Sequence[int], data: memoryview) -> None:
        self._starts, self._data = starts, data

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, at: Any) -> Any:
        start, end = self._starts[at], self._starts[at + 1]
        return str(self._data[start:end], "utf-8", "surrogatepass")
