"""Copying articles into a folder: what is no article, or is there already, stays out.

Every file is read as a build would read it before it is copied, byte for byte. Nothing is
ever overwritten: a name that is taken is given a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from tui import documents
from tui.build import inputs, remarks_on, seeds
from tui.documents import PassedOver, Reference
from tui.files import Refused, make_folder, new_file, read_file, read_named, sweep
from tui.inputs import CURATED_BELOW, Skipped, passed_over
from tui.model import path_of
from tui.parsed_files import Shelf, known_of
from tui.walking import files_below

MOST_NUMBERS = 1000
"""How many numbers are tried for a name that is taken."""

INPUT = "-"
"""What stands for the standard input among the files."""

_ADDRESS = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
SAVE_IT = (
    "an address, and the program opens no connection: "
    "save the page in a browser (Ctrl+S) and add that file"
)


class CannotAdd(Exception):
    """Nothing can be added to a folder; the message says why."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of a file: the name it has now, or the reason why it has none.

    ``articles`` are read from it, and ``skipped`` is what of it is none.
    """

    file: str
    name: str = ""
    refused: str = ""
    remarks: tuple[str, ...] = ()
    articles: int = 1
    skipped: tuple[Skipped, ...] = ()


def add(
    folder: Path, files: Iterable[Path | str], typed: Callable[[], bytes] = lambda: b""
) -> Iterator[Addition]:
    """Copy files, and those of folders, into a folder of articles, which is made with the
    first of them where it is missing. ``typed`` gives the standard input.

    Raises CannotAdd for the folder of the five articles, which stays as it is, and
    OSError where the folder cannot be written.
    """
    if folder.resolve() == seeds().resolve():
        raise CannotAdd(f"{folder}: the five articles stay as they are; name another folder")
    shelf = Shelf()
    if folder.exists():
        sweep(folder)
        for name, known in inputs(folder).documents.known.items():
            # What a list of literature says of two may have made them alike.
            with suppress(Refused):
                shelf.take(name, known)
    for path in files:
        yield from _added(_Place(folder, shelf), str(path), typed)


def _added(place: _Place, path: str, typed: Callable[[], bytes]) -> Iterator[Addition]:
    if path == INPUT:
        yield place.outcome(path, lambda: _named(typed()))
    elif _ADDRESS.match(path):
        yield Addition(path, refused=SAVE_IT)
    elif Path(path).is_dir() and not Path(path).is_symlink():
        yield from _added_folder(place, Path(path))
    else:
        yield place.outcome(path, lambda: _given(Path(path)))


def _given(path: Path) -> tuple[str, bytes]:
    """A file's name and bytes, where it may be an article."""
    name = path.name
    if name.startswith("."):
        raise Refused("a hidden file")
    if documents.is_readme(name):
        raise Refused("its name is no article's")
    return name, read_named(path, documents.largest(name))


def _named(data: bytes) -> tuple[str, bytes]:
    """What somebody types or pastes, with a name that says how it is read."""
    return f"pasted{documents.suffix_of(data)}", data


def _added_folder(place: _Place, folder: Path) -> Iterator[Addition]:
    """The files of a folder under its own name, which is kept with theirs."""
    try:
        names, passed_over = files_below(folder)
    except OSError as error:
        yield Addition(str(folder), refused=f"cannot be read: {error.strerror or error}")
        return
    above = folder.resolve().name
    for name in names:
        if not documents.is_readme(name):
            yield place.outcome(str(folder / name), partial(_within, folder, above, name))
    for name, reason in passed_over:
        yield Addition(str(folder / name), refused=reason)


def _within(folder: Path, above: str, name: str) -> tuple[str, bytes]:
    return f"{above}/{name}", read_file(folder, name, documents.largest(name))


class _Place:
    """Where files are added, and what is there."""

    def __init__(self, folder: Path, shelf: Shelf) -> None:
        self.folder = folder
        self.shelf = shelf

    def outcome(self, file: str, given: Callable[[], tuple[str, bytes]]) -> Addition:
        """What becomes of a file that is added under a name."""
        try:
            name, data = given()
            return self._outcome(file, name, data)
        except Refused as refused:
            return Addition(file, refused=passed_over(file, str(refused)).reason)

    def _outcome(self, file: str, name: str, data: bytes) -> Addition:
        articles = references = 0
        remarks: dict[str, None] = {}
        skipped: list[Skipped] = []
        for each in documents.read_all(name, data):
            path = path_of(file, each.locator)
            if isinstance(each, Reference):
                references += 1
                continue
            try:
                if isinstance(each, PassedOver):
                    raise Refused(each.reason)
                self.shelf.take(path, known_of(each))
                articles += 1
                remarks |= dict.fromkeys(remarks_on(each))
            except Refused as refused:
                skipped.append(passed_over(path, str(refused)))
        if not articles and not references:
            raise Refused(_why([each.reason for each in skipped]))
        return Addition(file, self._put(name, data), "", tuple(remarks), articles, tuple(skipped))

    def _put(self, name: str, data: bytes) -> str:
        """Write a file under the first name that is free; somebody else may take one first."""
        make_folder((self.folder / name).parent)
        for each in _numbered(name):
            try:
                new_file(self.folder / each, data)
            except FileExistsError:
                continue
            return each
        raise Refused(f"its name is taken {MOST_NUMBERS} times")


def _why(reasons: list[str]) -> str:
    """The reason for a file of which nothing is an article: that of what could have been one."""
    of_articles = (each for each in reasons if each not in (documents.NO_KIND, CURATED_BELOW))
    return next(of_articles, reasons[0] if reasons else "it holds no article")


def _numbered(name: str) -> Iterator[str]:
    """A name, then the same with a number: ``talk.txt``, ``talk-2.txt``."""
    yield name
    path = Path(name)
    for number in count(2):
        if number > MOST_NUMBERS:
            return
        yield str(path.with_name(f"{path.stem}-{number}{path.suffix}"))
