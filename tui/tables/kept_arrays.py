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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import IO, Any, TypeAlias

from tui.files import Refused, open_regular
from tui.tables import kept_files

BEGINS = kept_files.ARRAYS + b"2\n"
_END = re.compile(rb"(\d{16}) ([0-9a-f]{64})\n\Z")
_END_LENGTH = 16 + 1 + 64 + 1
_ALIGNED = 8
_PART = 1 << 18

Part: TypeAlias = "array[Any] | bytes | memoryview"


def pieces(made_by: str, of: str, parts: Iterable[tuple[str, Part]]) -> Iterator[bytes]:
    """The bytes of a file of arrays, a few at a time. They say by what they were made, and of
    what."""
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
    head = json.dumps({"made_by": made_by, "of": of, "parts": where}).encode()
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


def opened(path: Path, made_by: str, of: str | None = None) -> KeptArrays | None:
    """The arrays of a file; None where there is none that is whole and was made by this, and of
    this where that is told."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, Refused):
        handle = open_regular(path)
        try:
            return _opened(handle, made_by, of)
        finally:
            os.close(handle)
    return None


def _opened(handle: int, made_by: str, of: str | None = None) -> KeptArrays | None:
    if os.pread(handle, len(BEGINS), 0) != BEGINS:
        return None
    size = os.fstat(handle).st_size
    end = _END.fullmatch(os.pread(handle, _END_LENGTH, max(0, size - _END_LENGTH)))
    if end is None:
        return None
    length = int(end[1])
    begin = size - _END_LENGTH - length
    if begin < 0:
        return None
    head = json.loads(os.pread(handle, length, begin))
    if head["made_by"] != made_by or of not in (None, head["of"]):
        return None
    if digest(handle, size - 65) != end[2].decode():
        return None
    return KeptArrays(mmap.mmap(handle, size, access=mmap.ACCESS_READ), head["parts"])


class Beside:
    """The file of arrays beside a store."""

    def __init__(self, store: Path, seal: str) -> None:
        self.store, self._seal = store, seal
        self.path = kept_files.beside(store, kept_files.INDEX)
        self._of_before = kept_files.beside(store, kept_files.OF_BEFORE)
        self.made_by = ""
        """What tells the versions of the program apart that work them out."""
        self._made: KeptArrays | None = None

    @cached_property
    def _kept(self) -> KeptArrays | None:
        return opened(self.path, self.made_by, self._seal)

    @property
    def arrays(self) -> KeptArrays | None:
        """The arrays of the file, read when they are first asked for."""
        return self._made or self._kept

    def before(self) -> KeptArrays | None:
        """The arrays of the file, if they are of another store."""
        return opened(self.path, self.made_by)

    def forget(self) -> None:
        """Remove the file, and the one that stood for it in a version before."""
        kept_files.forget(self.path)
        kept_files.forget(self._of_before)

    def keep(self, parts: Callable[[], Iterable[tuple[str, Part]]]) -> None:
        """Put a file of arrays in place. Where none can be, they are held as long as the program
        runs, in a file without a name; OSError says why."""
        kept_files.forget(self._of_before)
        try:
            with kept_files.replacing(self.path) as file:
                self._made = self._written(file, parts())
            file.close()
        except OSError:
            if self._made is None:
                import tempfile

                with tempfile.TemporaryFile() as unnamed:
                    self._made = self._written(unnamed, parts())
            raise

    def _written(self, file: IO[bytes], parts: Iterable[tuple[str, Part]]) -> KeptArrays | None:
        file.writelines(pieces(self.made_by, self._seal, parts))
        file.flush()
        return _opened(file.fileno(), self.made_by)


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


class KeptTexts(Sequence[str]):
    """Strings as one text after the other, and where each begins; each is made when it is asked
    for."""

    def __init__(self, starts: Sequence[int], data: memoryview) -> None:
        self.starts, self.data = starts, data

    @classmethod
    def of(cls, texts: Iterable[bytes]) -> KeptTexts:
        """Texts as they are kept, one after the other."""
        starts, data = array("Q", [0]), bytearray()
        for each in texts:
            data += each
            starts.append(len(data))
        return cls(starts, memoryview(data))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def kept(self, at: int) -> bytes:
        """A string as it is kept."""
        return bytes(self.data[self.starts[at] : self.starts[at + 1]])

    def __getitem__(self, at: Any) -> Any:
        return self.kept(at).decode("utf-8", "surrogatepass")


def as_kept(text: str) -> bytes:
    """A string as it is kept."""
    return text.encode("utf-8", "surrogatepass")
