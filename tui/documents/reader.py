"""What a kind of file is known by, and what reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tui.documents.document import Found
from tui.files import LARGEST, Refused

SECONDS = 30.0
"""Of processor time for a file that is read in a process of its own."""

MEMORY = 1_500_000_000
"""Bytes for that process."""

LARGEST_BUNDLE = 100_000_000
"""Bytes of the largest file that holds many documents."""

HEAD = 4_096
"""Bytes from which a file is known for what it is, whatever its name says."""


def never(_head: bytes) -> bool:
    """Of files that are known by their names alone."""
    return False


Columns = Mapping[str, str]
"""What somebody has said of a table: by fact, and ``text``, the column that holds it."""

NO_COLUMNS: Columns = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A kind of file.

    ``name`` is what it is called, with its article: "a web page". ``read`` is given a file's
    name and bytes, and its columns where it has such. ``begins`` tells by the
    first bytes whether a file is of this kind beyond doubt; where it is ``required``, other
    files are not. ``looks`` looks inside where several kinds begin alike. ``text`` and
    ``facts`` are what ``ARTICLES.md`` tells of it. What needs libraries names them, and the
    ``extra`` that brings them.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[..., Iterable[Found]]
    text: str
    facts: str
    begins: Callable[[bytes], bool] = never
    looks: Callable[[bytes], bool] | None = None
    required: bool = False
    extra: str = ""
    libraries: tuple[str, ...] = ()
    largest: int = LARGEST
    quick: bool = False
    """Whether it takes no longer than to find again what came of it before."""
    archives: bool = False
    """Whether press databases write such files, with many articles in one."""
    columns: bool = False
    """Whether it has columns, of which somebody may say what they hold."""
    bundle: bool = False
    """Whether what it holds may need any other reader."""

    def version(self) -> str:
        """What files of this kind are read by where that may change: the first library with
        its version, or that one is missing."""
        from importlib import metadata

        try:
            versions = [f"{each} {metadata.version(each)}" for each in self.libraries]
        except metadata.PackageNotFoundError:
            return NO_READER
        return versions[0] if versions else ""


NO_READER = "no reader"


def apart(work: str, name: str, data: bytes, columns: Columns = NO_COLUMNS) -> list[Found]:
    """What a function makes of a file, in a process of its own with bounds of time and memory.

    Parsers of formats that others write may take long, or fail in ways of their own.
    """
    from tui.bounded_process import bounded
    from tui.bounds import OutOfBounds

    try:
        found: list[Found] = bounded(
            "tui.documents.reader:collected",
            work,
            name,
            data,
            dict(columns),
            seconds=SECONDS,
            memory=MEMORY,
        )
    except OutOfBounds as error:
        raise Refused(f"reading it {error}") from error
    return found


def collected(work: str, name: str, data: bytes, columns: Columns) -> list[Found]:
    """In that process: all that a function finds, as far as it gets."""
    from importlib import import_module

    module, _, function = work.partition(":")
    read = getattr(import_module(module), function)
    found: list[Found] = []
    try:
        found.extend(read(name, data, columns) if columns else read(name, data))
    except MemoryError:
        raise
    except Refused as refused:
        return _as_far_as(found, str(refused))
    except Exception as error:  # noqa: BLE001 - whatever a library makes of a broken file
        return _as_far_as(found, f"it cannot be read ({type(error).__name__})")
    return found


def _as_far_as(found: list[Found], reason: str) -> list[Found]:
    from tui.documents.document import PassedOver

    if not found:
        raise Refused(reason)
    return [*found, PassedOver("", f"not read to its end: {reason}")]
