"""What is kept beside a store, in files that can be thrown away and made again: what they are
called, and what tells them from files of somebody's, which stay as they are."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from tui.files import Refused, in_place_of, make_folder, open_regular

ENDINGS = READINGS, DOCUMENTS, FINDINGS, INDEX, OF_BEFORE = (
    *("readings", "documents", "findings", "index"),
    "columns",
)
"""How the names end, the last in a version before."""

ARRAYS = b"serbia-tui arrays "
"""How a file of arrays begins, in every version."""

_OURS = re.compile(rb"%b|[0-9a-f]{64} [0-9a-f]{64} " % ARRAYS)
_HEAD = 2 * (64 + 1)


def beside(store: Path, ending: str) -> Path:
    """The file of an ending that is kept beside a store."""
    return store.with_name(f"{store.name.removesuffix('.json')}.{ending}")


def is_kept(name: str, head: bytes) -> bool:
    """Whether a file is one that is kept beside a store, by its name and how it begins."""
    return name.rpartition(".")[2] in ENDINGS and _OURS.match(head) is not None


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes the place of one that is kept, as ``in_place_of`` gives it; OSError where a
    file of somebody's stands there. What is damaged is found out when it is read."""
    make_folder(path.parent)
    # Where the machine has stopped too early, nothing is left but zeros.
    if (head := _head(path)).strip(b"\0") and not _OURS.match(head):
        raise OSError(errno.EEXIST, "another file has this name", str(path))
    with in_place_of(path, lasting=False) as file:
        yield file


def forget(path: Path | None) -> None:
    """Remove a file that is kept, as its articles may be gone on purpose."""
    if path and is_kept(path.name, _head(path)):
        with contextlib.suppress(OSError):
            path.unlink()


def _head(path: Path) -> bytes:
    """How a file begins; nothing where none can be read."""
    with contextlib.suppress(OSError, Refused):
        handle = open_regular(path)
        try:
            return os.pread(handle, _HEAD, 0)
        finally:
            os.close(handle)
    return b""
