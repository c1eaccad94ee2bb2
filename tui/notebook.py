"""The user's notebook: one TinyDB file of their own, which no build ever touches.

Every change reads the file again, changes it and puts it in place whole, one explorer
after the other where several run at once. Whenever annotations change, the file of before
is kept as a version; there are five. Tables and rows that are not understood are kept as
they are, and the file of a later program is not written at all. A file that is no notebook
is moved aside under a name of its own and never written over; what cannot be written is
kept in memory, and said.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from tinydb import TinyDB
from tinydb.storages import Storage

from tui.annotation import as_row, from_row, step_from, step_row
from tui.files import Refused, make_folder, new_file, read_named, write_file
from tui.notes import Kept, Notes, SavedSearch

VERSION = 1
"""The form of the file. One with a greater number is of a later program."""

KEPT = 5
"""Versions of the file that are kept."""

Tables = dict[str, dict[str, Any]]


class Damaged(Exception):
    """The file is no notebook."""


class Newer(Refused):
    """The file is of a later program, which may keep there what this one would lose."""

    def __init__(self) -> None:
        super().__init__("a later version of serbia-tui wrote it; update this one to change it")


def default_path() -> Path:
    """Where the notebook lives."""
    return user_data_path("serbia-tui", appauthor=False) / "notebook.json"


class BytesStorage(Storage):
    """A TinyDB storage over the bytes of a file: read once, and taken to be written whole."""

    def __init__(self, data: bytes) -> None:
        self.tables = _tables(data)

    def read(self) -> Tables:
        return self.tables

    def write(self, data: Tables) -> None:
        self.tables = data


class Notebook:
    """Keeps the notes in a file."""

    def __init__(self, path: Path, where: str = "") -> None:
        self.where = where
        # A link that the user has put there is theirs to keep.
        with contextlib.suppress(OSError, RuntimeError):
            path = path.resolve()
        self._path = path
        self._notes = Notes()
        self._pending: list[Callable[[Notes], Notes]] = []
        """The changes that could not be written yet."""
        self._notice = ""

    def read(self) -> Kept:
        """The notes of the file; none where there is no file yet. What could not be written
        is among them."""
        if self._pending:
            return Kept(self._notes, self._notice)
        try:
            page, notice = self._page()
        except (OSError, Refused) as error:
            return Kept(self._notes, self._cannot("read", error))
        with TinyDB(storage=lambda: page) as database:
            self._notes = _notes(database)
        return Kept(self._notes, notice)

    def change(self, how: Callable[[Notes], Notes]) -> Kept:
        """Change the notes of the file; in memory alone where it cannot be written, until it
        can be again."""
        pending = [*self._pending, how]
        try:
            make_folder(self._path.parent)
            with self._alone():
                page, notice = self._page()
                with TinyDB(storage=lambda: page) as database:
                    before = _notes(database)
                    if _version(database) > VERSION:
                        raise Newer
                    after = before
                    for each in pending:
                        after = each(after)
                    if after != before:
                        _note(database, after)
                        if after.annotations != before.annotations:
                            self._keep_version()
                        write_file(self._path, _bytes(page.tables))
                    self._notes = after
        except (OSError, Refused) as error:
            self._notes, self._pending = how(self._notes), pending
            self._notice = self._cannot("written", error)
            return Kept(self._notes, self._notice)
        self._pending = []
        return Kept(self._notes, notice)

    # ---------------------------------------------------------------------- versions

    @property
    def place(self) -> Path:
        return self._path

    def versions(self) -> list[Path]:
        """The versions of before that are kept, the newest first."""
        return [each for number in range(1, KEPT + 1) if (each := self._kept(number)).is_file()]

    def _kept(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.stem}.{number}{self._path.suffix or '.json'}")

    def _keep_version(self) -> None:
        """Give the file as it is a further name, which its successor does not take."""
        if not self._path.is_file():
            return
        for number in range(KEPT - 1, 0, -1):
            if self._kept(number).is_file():
                self._kept(number).replace(self._kept(number + 1))
        try:
            os.link(self._path, self._kept(1))
        except OSError:
            # A file system without hard links.
            write_file(self._kept(1), read_named(self._path))

    def restore(self, source: Path) -> Kept:
        """Have the annotations of a file again, as a step that can be undone."""
        wanted = self.notes_of(source).annotations
        return self.change(lambda notes: notes.having(wanted, f"restored {source.name}"))

    def notes_of(self, source: Path) -> Notes:
        """What another notebook holds."""
        try:
            page = BytesStorage(read_named(source))
        except Damaged as error:
            raise Refused("no notebook") from error
        with TinyDB(storage=lambda: page) as database:
            return _notes(database)

    def backup(self, place: Path) -> None:
        """Copy the file; FileExistsError where the name is taken."""
        new_file(place, read_named(self._path))

    def _cannot(self, done: str, error: Exception) -> str:
        why = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        return f"Your notebook cannot be {done}: {self._path}: {why}"

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else changes the file meanwhile."""
        beside = self._path.with_name(f".{self._path.name}.lock")
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def _page(self) -> tuple[BytesStorage, str]:
        """What stands in the file, and a notice where that is no notebook."""
        if not self._path.exists():
            return BytesStorage(b""), ""
        data = read_named(self._path)
        try:
            return BytesStorage(data), ""
        except Damaged:
            aside = self._put_aside(data)
            return BytesStorage(
                b""
            ), f"Your notebook was damaged: it is kept as {aside}, a new one begins"

    def _put_aside(self, data: bytes) -> Path:
        """Keep the file under the first free name beside it."""
        number = 1
        while True:
            aside = self._path.with_name(f"{self._path.stem}-damaged-{number}.json")
            try:
                new_file(aside, data)
            except FileExistsError:
                number += 1
            else:
                self._path.unlink(missing_ok=True)
                return aside


def _tables(data: bytes) -> Tables:
    try:
        tables = json.loads(data) if data.strip() else {}
    except (ValueError, RecursionError) as error:
        raise Damaged from error
    if not isinstance(tables, dict):
        raise Damaged
    for rows in tables.values():
        if not isinstance(rows, dict):
            raise Damaged
        if not all(key.isascii() and key.isdigit() for key in rows):
            raise Damaged
        if not all(isinstance(row, dict) for row in rows.values()):
            raise Damaged
    return tables


def _bytes(tables: Tables) -> bytes:
    # A line a row: to indent each field takes ten times as long.
    written = [
        f"{json.dumps(name)}:{{\n"
        + ",\n".join(f"{json.dumps(key)}:{json.dumps(row)}" for key, row in rows.items())
        + "\n}"
        for name, rows in tables.items()
    ]
    return ("{" + ",\n".join(written) + "}\n").encode()


def _notes(database: TinyDB) -> Notes:
    recent = [row.get("query") for row in database.table("recent")]
    saved = [
        SavedSearch(name, query, where if isinstance(where := row.get("where"), str) else "")
        for row in database.table("saved")
        if isinstance(name := row.get("name"), str) and isinstance(query := row.get("query"), str)
    ]
    annotations = filter(None, map(from_row, database.table("annotations")))
    done, undone = (
        tuple(filter(None, map(step_from, database.table(name)))) for name in ("done", "undone")
    )
    return Notes(
        tuple(each for each in recent if isinstance(each, str)),
        tuple(saved),
        tuple(annotations),
        done,
        undone,
    )


def _version(database: TinyDB) -> int:
    """The form that the file has."""
    found = next((row.get("version") for row in database.table("notebook")), VERSION)
    return found if isinstance(found, int) else VERSION


def _note(database: TinyDB, notes: Notes) -> None:
    strange = [dict(row) for row in database.table("annotations") if from_row(row) is None]
    for name, rows in (
        ("notebook", [{"version": VERSION}]),
        ("recent", [{"query": query} for query in notes.recent]),
        ("saved", [each._asdict() for each in notes.saved]),
        ("annotations", [*strange, *map(as_row, notes.annotations)]),
        ("done", [step_row(each) for each in notes.done]),
        ("undone", [step_row(each) for each in notes.undone]),
    ):
        table = database.table(name)
        table.truncate()
        table.insert_multiple(rows)
