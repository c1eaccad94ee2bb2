"""The one reader of a folder's files, and the one writer of files.

The reader opens regular files of moderate size that lie in the folder, and nothing that
blocks, acts, or leads elsewhere. The writer puts a whole file in place in one step: until
then the old one stands.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import IO

LARGEST = 20_000_000
"""Bytes of the largest file that is read; a report is a thousandth of that."""

ABANDONED = 24 * 3600
"""Seconds after which a file that was never put in place is nobody's."""


class Refused(Exception):
    """A file is not read; the message says why, without the file's name."""


def names_in(folder: Path, suffix: str = "") -> list[str]:
    """The names in a folder that end so, in the order of their characters.

    Hidden names are left out: editors and file systems put their own there.
    """
    names = os.listdir(folder)  # noqa: PTH208 - of a large folder a path each takes a while
    return sorted(name for name in names if name.endswith(suffix) and name[0] != ".")


def read_file(folder: Path, name: str, largest: int = LARGEST) -> bytes:
    """The bytes of a folder's file; Refused when it is no regular file of the folder."""
    path = os.path.join(folder, name)  # noqa: PTH118 - as above
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            if not Path(path).resolve(strict=True).is_relative_to(folder.resolve()):
                raise Refused("a link that leads out of the folder")
            return read_regular(path, largest)
        return _read_open(path, largest, 0, status)
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror or error}") from error
    except RuntimeError as error:
        raise Refused("a link that leads in a circle") from error


def read_named(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file that somebody names; Refused when it is a link or not regular."""
    try:
        if path.is_symlink():
            raise Refused("a link; name the file that it leads to")
        return read_regular(path, largest, os.O_NOFOLLOW)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Refused("a link; name the file that it leads to") from error
        raise Refused(f"cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise Refused("no name that a file can have") from error


def read_regular(path: Path | str, largest: int, flags: int = 0) -> bytes:
    """The bytes of a file, links followed; Refused when it is not regular or is larger than
    so many bytes, OSError when it cannot be read."""
    return _read_open(path, largest, flags, Path(path).stat())


def _read_open(path: Path | str, largest: int, flags: int, status: os.stat_result) -> bytes:
    # Opening a pipe waits for its other end and opening a device may act on it, so the
    # kind is looked at first; and again when it is open, since it may change.
    _require_regular(status)
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | flags)
    try:
        status = os.fstat(handle)
        _require_regular(status)
        # All at once where they are as many as it says, so that no byte is copied.
        part_size = max(_PART, min(status.st_size, largest) + 1)
        parts, size = [], 0
        while size <= largest and (part := os.read(handle, part_size)):
            parts.append(part)
            size += len(part)
    finally:
        os.close(handle)
    if size > largest:
        raise Refused(f"larger than {largest // 1_000_000} MB")
    return b"".join(parts)


_PART = 1 << 16
"""Bytes read at a time of a file that does not know how many it has."""


def _require_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise Refused("not a regular file")


def write_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put a file in place, whole or not at all, readable by its owner only. Its bytes may
    come piece by piece.

    OSError where it cannot be written, and where a folder, a pipe or a device has the name:
    only a file is replaced.
    """
    with in_place_of(path) as file:
        file.writelines([data] if isinstance(data, bytes) else data)
    file.close()


@contextlib.contextmanager
def in_place_of(path: Path) -> Iterator[IO[bytes]]:
    """A file to be written and read, which takes a place when the block ends well, and stays
    open; else it is gone.

    It is written beside its place, so that the last step is a rename within one file
    system, and reaches the disk before it takes the name. Until then it has no name at all,
    where the system knows such files: nothing is left of it when the program is killed.
    """
    _require_replaceable(path)
    beside = _Beside(path)
    try:
        yield beside.file
        beside.named().replace(path)
    except BaseException:
        beside.drop()
        raise
    _reach_disk(path.parent)
    _sweep(path)


class _Beside:
    """A file that is written in the folder of a place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._name: Path | None = None
        try:
            Path(_OPEN).stat()
            handle = os.open(path.parent, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, 0o600)
        except (AttributeError, OSError):
            # Not every system has files without a name, nor all its file systems.
            front = _front(path)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=front, suffix=_NEW)
            self._name = Path(name)
        self.file: IO[bytes] = os.fdopen(handle, "w+b")

    def named(self) -> Path:
        """The name of the file, all of which has reached the disk."""
        self.file.flush()
        handle = self.file.fileno()
        os.fsync(handle)
        if self._name is None:
            name = self._path.with_name(f"{_front(self._path)}{os.urandom(8).hex()}{_NEW}")
            # A link is followed where a folder is named to begin from, and only there.
            files = os.open(_OPEN, os.O_RDONLY | os.O_CLOEXEC)
            try:
                os.link(str(handle), name, src_dir_fd=files, follow_symlinks=True)
            finally:
                os.close(files)
            self._name = name
        return self._name

    def drop(self) -> None:
        """Close the file; the name that it may have beside its place is nobody's."""
        with contextlib.suppress(OSError):
            self.file.close()
        if self._name is not None:
            with contextlib.suppress(OSError):
                self._name.unlink()


def _require_replaceable(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise OSError(errno.EEXIST, "no regular file, and not replaced by one", str(path))


def _sweep(path: Path) -> None:
    """Remove what builds that were killed left beside a file; not what one may yet write."""
    with contextlib.suppress(OSError):
        for beside in path.parent.iterdir():
            if beside.name.startswith(_front(path)) and beside.suffix == _NEW:
                with contextlib.suppress(OSError):
                    if time.time() - beside.stat().st_mtime > ABANDONED:
                        beside.unlink()


def set_aside(path: Path) -> Path:
    """Give a file a second name beside its own, so that it is not lost when it is replaced;
    that name."""
    for number in count(1):
        name = path.with_name(f"{path.name}.kept{'' if number == 1 else f'-{number}'}")
        try:
            os.link(path, name)
        except FileExistsError:
            continue
        return name
    raise AssertionError("there is always another number")


def write_output(path: Path, data: bytes) -> None:
    """Write what somebody asked for under a name of theirs: a file as ``write_file`` does; a
    pipe or a device, which has no place to be put in, is written into."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        write_file(path, data)


def new_file(path: Path, data: bytes) -> None:
    """Put a file in place as ``write_file`` does; FileExistsError where the name is taken.

    A hard link is made whole and only to a free name. Where a file system has none, the
    name is taken first and the file filled then.
    """
    beside = _Beside(path)
    try:
        beside.file.write(data)
        try:
            os.link(beside.named(), path)
        except FileExistsError:
            raise
        except OSError:
            with path.open("xb") as file:
                file.write(data)
    finally:
        beside.drop()
    _reach_disk(path.parent)


_NEW = ".new"
_OPEN = "/proc/self/fd"
"""Where the open files of a program can be reached, those without a name too."""


def _front(path: Path) -> str:
    return f".{path.name[:40]}."


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner only."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def _reach_disk(folder: Path) -> None:
    # Not every file system lets a folder be opened or synced; the rename holds without.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
