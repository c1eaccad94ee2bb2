"""The one reader of a folder's files, and the one writer of files.

The reader opens regular files of moderate size that lie in the folder, and nothing that
blocks, acts, or leads elsewhere. The writer puts a whole file in place in one step: until
then the old one stands.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import IO, NamedTuple
from weakref import finalize

LARGEST = 20_000_000
"""Bytes of the largest file that is read; a report is a thousandth of that."""

ABANDONED = 24 * 3600
"""Seconds after which a file that was never put in place is nobody's, where the file system
knows no locks that would tell."""


class Refused(Exception):
    """A file is not read; the message says why, without the file's name."""


class FileState(NamedTuple):
    """What the file system says of a file: its bytes do not change without one of these."""

    device: int
    number: int
    size: int
    modified: int
    """When they last changed, in nanoseconds; whoever writes them can set it back."""
    changed: int
    """When anything of the file last changed, its name too."""

    @classmethod
    def of(cls, status: os.stat_result) -> FileState:
        """The state by what the file system answers."""
        times = status.st_mtime_ns, status.st_ctime_ns
        return cls(status.st_dev, status.st_ino, status.st_size, *times)


def names_in(folder: Path, suffix: str = "") -> list[str]:
    """The names in a folder that end so, in the order of their characters.

    Hidden names are left out: editors and file systems put their own there.
    """
    names = os.listdir(folder)  # noqa: PTH208 - of a large folder a path each takes a while
    return sorted(name for name in names if name.endswith(suffix) and name[0] != ".")


def head_of(folder: Path, name: str, size: int = 4096) -> bytes:
    """The first bytes of a folder's file; Refused as by ``read_file``."""
    path = os.path.join(folder, name)  # noqa: PTH118 - as above
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            return read_file(folder, name)[:size]
        _require_regular(status)
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
        try:
            _require_regular(os.fstat(handle))
            return os.read(handle, size)
        finally:
            os.close(handle)
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror or error}") from error


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


def open_regular(path: Path) -> int:
    """A handle by which a file can be read, links followed; Refused when it is not regular."""
    _require_regular(path.stat())
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        _require_regular(os.fstat(handle))
    except BaseException:
        os.close(handle)
        raise
    return handle


class FileBytes:
    """The bytes of a file, each read when it is asked for: what is taken away from the file
    meanwhile is missing, and nothing else. OSError and Refused as of ``read_regular``."""

    def __init__(self, path: Path, largest: int) -> None:
        self._handle = open_regular(path)
        finalize(self, os.close, self._handle)
        self._size = os.fstat(self._handle).st_size
        if self._size > largest:
            raise Refused(f"larger than {largest // 1_000_000} MB")

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        start, stop, _step = part.indices(self._size)
        return os.pread(self._handle, max(0, stop - start), start)


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
def in_place_of(path: Path, *, lasting: bool = True) -> Iterator[IO[bytes]]:
    """A file to be written and read, which takes a place when the block ends well, and stays
    open; else it is gone. One that need not be ``lasting`` may be damaged where the machine stops
    in the next seconds.

    It is written beside its place, so that the last step is a rename within one file
    system, and reaches the disk before it takes the name. Until then it has no name at all,
    where the system knows such files. Between its own name and that of its place, and
    elsewhere from the start, it has a temporary one, and a lock that ends with the program:
    by that ``sweep`` knows whether somebody still writes it.
    """
    _require_replaceable(path)
    beside = _Beside(path)
    try:
        yield beside.file
        beside.file.flush()
        if lasting:
            os.fsync(beside.file.fileno())
        beside.named().replace(path)
    except BaseException:
        beside.drop()
        raise
    if lasting:
        _reach_disk(path.parent)
    sweep(path.parent)


class _Beside:
    """A file that is written in the folder of a place, locked as long as it is open."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._name: Path | None = None
        try:
            Path(_OPEN).stat()
            handle = os.open(path.parent, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, 0o600)
            _lock(handle)
        except (AttributeError, OSError):
            # Not every system has files without a name, nor all its file systems.
            handle, self._name = _with_name(path)
        self.file: IO[bytes] = os.fdopen(handle, "w+b")

    def named(self) -> Path:
        """The temporary name of the file, which is given one if it has none."""
        if self._name is None:
            name = _temporary(self._path)
            self._link(name)
            self._name = name
        return self._name

    def put_in_place(self) -> None:
        """Give the file the name of its place; FileExistsError where that is taken."""
        if self._name is None:
            self._link(self._path)
            return
        try:
            os.link(self._name, self._path)
        except FileExistsError:
            raise
        except OSError:
            # A file system without hard links: the name is taken first, by an empty file.
            self._path.open("xb").close()
            try:
                self._name.replace(self._path)
            except BaseException:
                self._path.unlink()
                raise

    def _link(self, name: Path) -> None:
        # A link is followed where a folder is named to begin from, and only there.
        files = os.open(_OPEN, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.link(str(self.file.fileno()), name, src_dir_fd=files, follow_symlinks=True)
        finally:
            os.close(files)

    def drop(self) -> None:
        """Close the file; the temporary name that it may have is nobody's."""
        with contextlib.suppress(OSError):
            self.file.close()
        if self._name is not None:
            with contextlib.suppress(OSError):
                self._name.unlink()


def _with_name(path: Path) -> tuple[int, Path]:
    """A new file with a temporary name, locked."""
    while True:
        name = _temporary(path)
        handle = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        # Before it had the lock, another program may have swept it away.
        if _lock(handle) and os.fstat(handle).st_nlink:
            return handle, name
        os.close(handle)


def _lock(handle: int) -> bool:
    """Lock a file that is being written; False when somebody else has the lock."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        pass  # no locks here: age has to tell
    return True


def _require_replaceable(path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        raise OSError(errno.EEXIST, "no regular file, and not replaced by one", str(path))


def sweep(folder: Path) -> None:
    """Remove what programs that were killed left in a folder: files under temporary names
    that nobody holds the lock of."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 - a large folder has many names
            if _TEMPORARY.fullmatch(name):
                with contextlib.suppress(OSError):
                    _remove_if_left(folder / name)


def _remove_if_left(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()
    except BlockingIOError:
        pass  # it is being written
    except OSError:
        if time.time() - os.fstat(handle).st_mtime > ABANDONED:
            path.unlink()
    finally:
        os.close(handle)


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

    Where the system knows files without a name, this is the first name that it has.
    """
    beside = _Beside(path)
    try:
        beside.file.write(data)
        beside.file.flush()
        os.fsync(beside.file.fileno())
        beside.put_in_place()
    finally:
        beside.drop()
    _reach_disk(path.parent)


_OPEN = "/proc/self/fd"
"""Where the open files of a program can be reached, those without a name too."""

_TEMPORARY = re.compile(r"\..*\.[0-9a-f]{16}\.serbia-tui\.new", re.DOTALL)
"""The names of files that are being written: such as nobody gives to a file of theirs."""


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name[:40]}.{os.urandom(8).hex()}.serbia-tui.new")


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
