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
from collections.abc import Iterable
from pathlib import Path

LARGEST = 20_000_000
"""Bytes of the largest file that is read; a report is a thousandth of that."""


class Refused(Exception):
    """A file is not read; the message says why, without the file's name."""


def names_in(folder: Path, suffix: str = "") -> list[str]:
    """The names in a folder that end so, in the order of their characters.

    Hidden names are left out: editors and file systems put their own there.
    """
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.name.endswith(suffix) and not path.name.startswith(".")
    )


def read_file(folder: Path, name: str, largest: int = LARGEST) -> bytes:
    """The bytes of a folder's file; Refused when it is no regular file of the folder."""
    path = folder / name
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(folder.resolve()):
            raise Refused("a link that leads out of the folder")
        return _bytes_of(path, largest)
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror or error}") from error
    except RuntimeError as error:
        raise Refused("a link that leads in a circle") from error


def read_named(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a file that somebody names; Refused when it is a link or not regular."""
    try:
        if path.is_symlink():
            raise Refused("a link; name the file that it leads to")
        return _bytes_of(path, largest, os.O_NOFOLLOW)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Refused("a link; name the file that it leads to") from error
        raise Refused(f"cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise Refused("no name that a file can have") from error


def _bytes_of(path: Path, largest: int, flags: int = 0) -> bytes:
    # Opening a pipe waits for its other end and opening a device may act on it, so the
    # kind is looked at first; and again when it is open, since it may change.
    _require_regular(path.stat())
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | flags)
    with os.fdopen(handle, "rb") as file:
        _require_regular(os.fstat(file.fileno()))
        data = file.read(largest + 1)
    if len(data) > largest:
        raise Refused(f"larger than {largest // 1_000_000} MB")
    return data


def _require_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise Refused("not a regular file")


def write_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Put a file in place, whole or not at all, readable by its owner only. Its bytes may
    come piece by piece.

    It is written beside its place, so that the last step is a rename within one file
    system, and reaches the disk before it takes the name.
    """
    beside = _beside(path, data)
    try:
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    _reach_disk(path.parent)


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
    beside = _beside(path, data)
    try:
        try:
            os.link(beside, path)
        except FileExistsError:
            raise
        except OSError:
            with path.open("xb") as file:
                file.write(data)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    _reach_disk(path.parent)


def _beside(path: Path, data: bytes | Iterable[bytes]) -> Path:
    """A file on the disk, next to the place that it is to have."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([data] if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


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
