"""The user's notebook: one TinyDB file of their own, which no build ever touches.

Every change reads the file again, changes it and puts it in place whole, one explorer
after the other where several run at once. Tables and fields of later versions are kept
as they are. A file that cannot be understood is moved aside under a name of its own and
never written over; what cannot be written is kept in memory, and said.
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

from tui.files import Refused, make_folder, new_file, read_named, write_file
from tui.notes import Kept, Notes, SavedSearch

Tables = dict[str, dict[str, Any]]


class Damaged(Exception):
    """The file is no notebook."""


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

    def __init__(self, path: Path) -> None:
        # A link that the user has put there is theirs to keep.
        with contextlib.suppress(OSError, RuntimeError):
            path = path.resolve()
        self._path = path
        self._notes = Notes()

    def read(self) -> Kept:
        """The notes of the file; none where there is no file yet."""
        try:
            page, notice = self._page()
        except (OSError, Refused) as error:
            return Kept(self._notes, self._cannot("read", error))
        with TinyDB(storage=lambda: page) as database:
            self._notes = _notes(database)
        return Kept(self._notes, notice)

    def change(self, how: Callable[[Notes], Notes]) -> Kept:
        """Change the notes of the file; in memory alone where it cannot be written."""
        try:
            make_folder(self._path.parent)
            with self._alone():
                page, notice = self._page()
                with TinyDB(storage=lambda: page) as database:
                    before = _notes(database)
                    self._notes = how(before)
                    if self._notes != before:
                        _note(database, self._notes)
                        write_file(self._path, _bytes(page.tables))
        except (OSError, Refused) as error:
            self._notes = how(self._notes)
            return Kept(self._notes, self._cannot("written", error))
        return Kept(self._notes, notice)

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
    return json.dumps(tables, indent=1).encode() + b"\n"


def _notes(database: TinyDB) -> Notes:
    recent = [row.get("query") for row in database.table("recent")]
    saved = [
        SavedSearch(name, query, where if isinstance(where := row.get("where"), str) else "")
        for row in database.table("saved")
        if isinstance(name := row.get("name"), str) and isinstance(query := row.get("query"), str)
    ]
    return Notes(tuple(each for each in recent if isinstance(each, str)), tuple(saved))


def _note(database: TinyDB, notes: Notes) -> None:
    for name, rows in (
        ("recent", [{"query": query} for query in notes.recent]),
        ("saved", [each._asdict() for each in notes.saved]),
    ):
        table = database.table(name)
        table.truncate()
        table.insert_multiple(rows)
