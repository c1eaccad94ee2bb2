"""Copying articles into a folder: what is no article, or is there already, stays out.

Every file is read as a build would read it before it is copied, byte for byte. Nothing is
ever overwritten: a name that is taken is given a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tui import documents
from tui.build import Shelf, inputs, remarks_on, seeds
from tui.files import Refused, make_folder, new_file, read_named, sweep

MOST_NUMBERS = 1000
"""How many numbers are tried for a name that is taken."""


class CannotAdd(Exception):
    """Nothing can be added to a folder; the message says why."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: the name it has now, or the reason why it has none."""

    file: str
    name: str = ""
    refused: str = ""
    remarks: tuple[str, ...] = ()


def add(folder: Path, files: Iterable[Path]) -> Iterator[Outcome]:
    """Copy files into a folder of articles, which is made with the first of them where it
    is missing.

    Raises CannotAdd for the folder of the five articles, which stays as it is, and
    OSError where the folder cannot be written.
    """
    if folder.resolve() == seeds().resolve():
        raise CannotAdd(f"{folder}: the five articles stay as they are; name another folder")
    shelf = Shelf()
    if folder.exists():
        sweep(folder)
        for name, document in inputs(folder).documents.items():
            shelf.take(name, document)
    for path in files:
        try:
            yield _added(folder, path, shelf)
        except Refused as refused:
            yield Outcome(str(path), refused=str(refused))


def _added(folder: Path, path: Path, shelf: Shelf) -> Outcome:
    name = path.name
    if not documents.is_article(name):
        raise Refused(f"its name is no article's ({', '.join(documents.SUFFIXES)})")
    if name.startswith("."):
        raise Refused("a hidden file")
    data = read_named(path)
    document = documents.read(name, data)
    shelf.take(str(path), document)
    make_folder(folder)
    given = _put(folder, name, data)
    return Outcome(str(path), given, remarks=tuple(remarks_on(document)))


def _put(folder: Path, name: str, data: bytes) -> str:
    """Write a file under the first name that is free; somebody else may take one first."""
    for each in _numbered(name):
        try:
            new_file(folder / each, data)
        except FileExistsError:
            continue
        return each
    raise Refused(f"its name is taken {MOST_NUMBERS} times")


def _numbered(name: str) -> Iterator[str]:
    """A name, then the same with a number: ``talk.txt``, ``talk-2.txt``."""
    yield name
    path = Path(name)
    for number in count(2):
        if number > MOST_NUMBERS:
            return
        yield f"{path.stem}-{number}{path.suffix}"
