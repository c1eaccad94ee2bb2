"""What is dear to make, kept in a file from one build to the next: a line of bytes for each.

A line begins with its key, which says all that what follows depends on, and with a digest of
what follows, so that a damaged line counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from tui.files import in_place_of, make_folder

LABEL = 2 * (64 + 1)
"""Bytes before what is kept: its key, and the digest of what follows."""


def labelled(key: bytes, packed: bytes) -> bytes:
    """A line without its line feed. ``key`` are 64 hexadecimal digits; what is packed has no
    line feed."""
    return b"%s %s %s" % (key, hashlib.sha256(packed).hexdigest().encode(), packed)


class LineCache(Mapping[bytes, bytes]):
    """What a file of the build before has, by the keys; damaged lines are none."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._places: dict[bytes, tuple[int, int]] = {}
        at = 0
        for line in file:
            label = line[:LABEL].split()
            if len(label) == 2 and hashlib.sha256(line[LABEL:-1]).hexdigest().encode() == label[1]:
                self._places[label[0]] = (at, len(line) - 1)
            at += len(line)

    def __getitem__(self, key: bytes) -> bytes:
        return self.line(key)[LABEL:]

    def line(self, key: bytes) -> bytes:
        """What is kept under a key, with its label."""
        begin, length = self._places[key]
        self._file.seek(begin)
        return self._file.read(length)

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@contextlib.contextmanager
def kept(place: Path | None) -> Iterator[LineCache]:
    """What the file has; nothing where there is none, or it cannot be read."""
    try:
        file = place.open("rb") if place else None
    except OSError:
        file = None
    with file or BytesIO() as lines:
        yield LineCache(lines)


def forget(place: Path | None) -> None:
    """Remove what a build before has kept in a file, as its articles may be gone on purpose;
    somebody's own file stays."""
    with kept(place) as lines:
        ours = bool(lines)
    if place and ours:
        with contextlib.suppress(OSError):
            place.unlink()


@contextlib.contextmanager
def written(place: Path | None) -> Iterator[IO[bytes]]:
    """A file to be written, which has its place when all is written, and stays open. One
    that cannot have it is gone when it is closed."""
    with contextlib.ExitStack() as ends:
        file: IO[bytes] | None = None
        if place:
            with contextlib.suppress(OSError):
                make_folder(place.parent)
                file = ends.enter_context(in_place_of(place))
        yield file or tempfile.TemporaryFile()  # noqa: SIM115


class Memory:
    """What is worked out in one build and need not be in the next: values that JSON can hold, each
    by all that it depends on."""

    def __init__(
        self, made_by: str = "", before: LineCache | None = None, file: IO[bytes] | None = None
    ) -> None:
        self._made_by, self._before, self._file = made_by.encode(), before, file

    def of(self, told: Iterable[bytes], work: Callable[[], Any]) -> Any:
        """What comes of some work, which depends on nothing but what is told."""
        if self._before is None or self._file is None:
            return work()
        return json.loads(self.bytes_of(told, lambda: json.dumps(work()).encode()))

    def bytes_of(self, told: Iterable[bytes], work: Callable[[], bytes]) -> bytes:
        """The same of work that gives a line of bytes."""
        if self._before is None or self._file is None:
            return work()
        key = hashlib.sha256(b"\n".join((self._made_by, *told))).hexdigest().encode()
        line = self._before.line(key) if key in self._before else labelled(key, work())
        self._file.write(line + b"\n")
        return line[LABEL:]


FORGETFUL = Memory()
"""Remembers nothing."""


@contextlib.contextmanager
def remembering(place: Path | None, made_by: str) -> Iterator[Memory]:
    """The memory that is kept in a file, where there is to be one; ``made_by`` changes with
    whatever works things out."""
    if place is None:
        yield FORGETFUL
        return
    with kept(place) as before:
        with written(place) as file:
            yield Memory(made_by, before, file)
        file.close()
