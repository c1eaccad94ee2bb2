"""What is dear to make, kept in a file from one build to the next: a line of bytes for each.

A line begins with its key, which says all that what follows depends on, and with a digest of
what follows, so that a damaged line counts as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from tui.files import Refused, open_regular
from tui.tables.kept_files import replacing

DIGEST = 64 + 1
"""Where the digest of what is kept stands in its line."""

LABEL = 2 * (64 + 1)
"""Bytes before what is kept: its key, and the digest of what follows."""


READ_AT_ONCE = 1 << 20
"""Bytes of a file that are read at once."""


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
            label, told = line[:LABEL].split(), memoryview(line)[LABEL:-1]
            if len(label) == 2 and hashlib.sha256(told).hexdigest().encode() == label[1]:
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
    file: IO[bytes] = BytesIO()
    if place:
        with contextlib.suppress(OSError, Refused):
            file = os.fdopen(open_regular(place), "rb", READ_AT_ONCE)
    with file:
        yield LineCache(file)


class LineWriter:
    """Writes lines into a file for the next build, which can do without. What has no room there is
    left out, and what would take the room of the store, which is written later; ``problem`` says
    why."""

    LOOKED = 1 << 20
    """Bytes after which the room on the disk is looked at again."""

    SOME = 100
    """Lines that tell how much all will take."""

    def __init__(self, place: Path | None = None) -> None:
        self.place = place
        self.file: IO[bytes] | None = None
        self.problem = ""
        self.size = 0
        self.room = 0
        """Bytes that the store will take."""
        self._looks = 0

    def write(self, lines: bytes | bytearray, *, at_once: bool = False) -> bool:
        """Whether lines, with their line feeds, were written; ``at_once`` where they are to be
        read from the file."""
        if self.file is None or self.problem:
            return False
        if self.size >= self._looks:
            self._looks = self.size + self.LOOKED
            if free(self.file) <= max(self.room, self.size):
                self.problem = "the store needs the room that is left"
                return False
        try:
            self.size += self.file.write(lines)
            if at_once:
                self.file.flush()
        except OSError as error:
            self.problem = error.strerror or str(error)
        return not self.problem

    def leave_room(self, size: int, done: int, of: int) -> None:
        """Leave the store as much room as all lines take, of which some are done."""
        if done >= self.SOME and not self.problem:
            self.room = size * of // done


NOT_KEPT = LineWriter()
"""Writes nothing."""


def free(file: IO[bytes]) -> int:
    """Bytes that are free on the disk of a file; more than anybody needs where it does not say."""
    disk = os.fstatvfs(file.fileno())
    return disk.f_bavail * disk.f_frsize if disk.f_blocks else sys.maxsize


@contextlib.contextmanager
def written(place: Path | None, room: int = 0) -> Iterator[LineWriter]:
    """What writes a file, which has its place when the block ends well; so much room is left for
    the store."""
    lines, ended = LineWriter(place), False
    lines.room = room
    try:
        with contextlib.ExitStack() as ends:
            try:
                # A line that is damaged is found by its digest.
                lines.file = ends.enter_context(replacing(place)) if place else None
            except OSError as error:
                lines.problem = error.strerror or str(error)
            yield lines
            ended = True
            if lines.problem and place and (place.exists() or not lines.size):
                raise OSError(lines.problem)  # What was kept before is worth more than a part.
    except OSError as error:
        if not ended:
            raise
        lines.problem = lines.problem or error.strerror or str(error)
    finally:
        if lines.file is not None:
            with contextlib.suppress(OSError):
                lines.file.close()


def told_unkept(*kept: LineWriter) -> Iterator[tuple[str, str]]:
    """The files that could not be written, and what that means."""
    by_reason: dict[str, list[str]] = {}
    for each in kept:
        if each.problem:
            by_reason.setdefault(each.problem, []).append(str(each.place))
    for reason, places in by_reason.items():
        yield ", ".join(places), f"cannot be kept: {reason}; the next build takes longer for that"


class Memory:
    """What is worked out in one build and need not be in the next: values that JSON can hold, each
    by all that it depends on."""

    def __init__(
        self, made_by: str = "", before: LineCache | None = None, lines: LineWriter = NOT_KEPT
    ) -> None:
        self._made_by, self._before = made_by.encode(), before
        self.lines = lines

    def of(self, told: Iterable[bytes], work: Callable[[], Any]) -> Any:
        """What comes of some work, which depends on nothing but what is told."""
        if self._before is None:
            return work()
        return json.loads(self.bytes_of(told, lambda: json.dumps(work()).encode()))

    def bytes_of(self, told: Iterable[bytes], work: Callable[[], bytes]) -> bytes:
        """The same of work that gives a line of bytes."""
        if self._before is None:
            return work()
        key = self._key(*told)
        line = self._before.line(key) if key in self._before else labelled(key, work())
        self.lines.write(line + b"\n")
        return line[LABEL:]

    def recalled(self, what: bytes) -> dict[str, Any]:
        """What the build before has kept under a name: small values, each by what it depends on."""
        known = self._before and self._before.get(self._key(what))
        found: dict[str, Any] = json.loads(known) if known else {}
        return found

    def keep(self, what: bytes, values: Mapping[str, Any]) -> None:
        """Keep values under a name for the next build."""
        self.lines.write(labelled(self._key(what), json.dumps(values).encode()) + b"\n")

    def _key(self, *told: bytes) -> bytes:
        return hashlib.sha256(b"\n".join((self._made_by, *told))).hexdigest().encode()


FORGETFUL = Memory()
"""Remembers nothing."""


@contextlib.contextmanager
def remembering(place: Path | None, made_by: str, room: int = 0) -> Iterator[Memory]:
    """The memory that is kept in a file, where there is to be one and it leaves so much room;
    ``made_by`` changes with whatever works things out."""
    if place is None:
        yield FORGETFUL
        return
    with kept(place) as before, written(place, room) as lines:
        yield Memory(made_by, before, lines)
