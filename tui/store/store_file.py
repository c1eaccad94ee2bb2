"""The derived store: a corpus in one TinyDB file, which can be thrown away and made again.

The file is JSON as TinyDB writes it, a table a kind, a line a row. The last table, ``meta``,
says what the store was made from and by what, and how many rows each table has; its last
entry is the digest of every byte before it. A store that was cut short, overwritten or
edited is recognised before anything in it is believed. The same corpus and inputs give the
same bytes.

What is opened is looked through once, and each row is read when it is asked for: the bytes are
what the digest says, so that nothing in them needs to be looked at beforehand. A large store stays
in its file.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import islice
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from tinydb import TinyDB
from tinydb.storages import Storage

from tui import __version__
from tui.corpus import Corpus
from tui.dependencies import digest_of
from tui.digests import digest
from tui.files import FileBytes, Refused, make_folder, set_aside, write_file
from tui.gc_pause import gc_paused
from tui.model import KINDS, Record
from tui.tables.codec import DecodeError, as_json
from tui.tables.kept_arrays import Beside
from tui.tables.stored_table import Bytes, StoredRecords, StoredTable

TABLES: dict[str, type[Record]] = {f"{kind.kind}s": kind for kind in KINDS}
TEXTS = "texts"
"""The table of the articles' texts: whoever lists articles does not read them."""

LAYOUT = 2
"""Changes whenever the bytes of the same rows are laid out in another way."""


def _schema() -> str:
    """Changes whenever a store of before can no longer be read as it is: with the layout,
    and with every field that a record gains or loses."""
    shapes = [
        f"{name}: {', '.join(f'{each.name} {each.type}' for each in fields(kind))}"
        for name, kind in TABLES.items()
    ]
    return f"{LAYOUT}-{digest(chr(10).join(shapes))[:12]}"


SCHEMA = _schema()

MADE_BY = "tui.build"
"""The module that makes a corpus. A store is as old as whatever this one depends on."""

BEGINS = b'{"articles":{'
"""How every store begins, damaged ones too unless the damage is there."""

LARGEST = 4_000_000_000
"""Bytes of the largest store that is read."""

_SEAL = re.compile(rb'"digest":"([0-9a-f]{64})"\}\}\}\n\Z')
_SEAL_LENGTH = len('"digest":""}}}\n') + 64
HELD = 16_000_000
"""Bytes of the largest store that is held in memory."""

_PART = 1 << 20
_ROWS = 100
"""Rows that are written at once."""
_TEXTS_HELD = 1_000

_LINE = re.compile(rb"\n")


class StoreProblem(Exception):
    """A store cannot be used; ``reason`` says why, in words that follow "the store"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class StoreMissing(StoreProblem):
    """There is no store in that place."""


class ReadOnlyStorage(Storage):
    """A TinyDB storage over the bytes of a store, which nobody changes."""

    def __init__(self, data: Bytes) -> None:
        self.about, self.seal, starts = _unsealed(data)
        self.tables = _tables(data, self.about, starts)

    def read(self) -> dict[str, dict[str, Any]]:
        return {**self.tables, "meta": {"1": self.about}}  # type: ignore[dict-item]

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        raise TypeError("the store is read-only: build it again instead")


def default_path(*corpus: Path) -> Path:
    """Where the store of some folders of articles lives; without one, that of the seeds."""
    folder = user_data_path("serbia-tui", appauthor=False)
    if not corpus:
        return folder / "seeds.json"
    return folder / f"corpus-{digest(chr(0).join(map(_resolved, corpus)))[:16]}.json"


def _resolved(folder: Path) -> str:
    # A link that leads in a circle has no other name; whoever reads the folder says so.
    with contextlib.suppress(RuntimeError):
        folder = folder.resolve()
    return str(folder)


def can_be_made(path: Path) -> bool:
    """Whether nothing stands in a store's place, and something may be put there."""
    with contextlib.suppress(OSError):
        if not path.exists():
            there = next(each for each in path.parents if each.exists())
            return there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    return False


def note_rules() -> None:
    """Take note of the rules as they are: a store that is made from now on is of these, even
    where a file of theirs is edited meanwhile."""
    digest_of(MADE_BY)


def save(corpus: Corpus, path: Path, inputs: Mapping[str, str]) -> Path | None:
    """Put the store of a corpus in place, in one step; OSError when it cannot be.

    ``inputs`` are the files it was made from, each with its digest. A file that stands in
    the place and was never a store is somebody's: it is kept under the name that is given
    back.
    """
    make_folder(path.parent)
    aside = set_aside(path) if _is_somebodys(path) else None
    try:
        with gc_paused():
            write_file(path, pieces(corpus, inputs))
    except BaseException:
        if aside:
            aside.unlink()
        raise
    return aside


def _is_somebodys(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        begins = file.read(len(BEGINS))
    return bool(begins.strip(b"\0")) and begins != BEGINS


def packed(corpus: Corpus, inputs: Mapping[str, str]) -> bytes:
    """The bytes of a corpus's store."""
    return b"".join(pieces(corpus, inputs))


def pieces(corpus: Corpus, inputs: Mapping[str, str]) -> Iterator[bytes]:
    """The bytes of a corpus's store, a few at a time, so that they need not all be held."""
    sealed = hashlib.sha256()
    for piece in _unsealed_pieces(corpus, inputs):
        sealed.update(piece)
        yield piece
    yield b'"digest":"%s"}}}\n' % sealed.hexdigest().encode()


def _unsealed_pieces(corpus: Corpus, inputs: Mapping[str, str]) -> Iterator[bytes]:
    # Here and not above: whoever opens a store that is there writes none.
    from tui.tables.record_buffers import packed_rows
    from tui.tables.spill import text_row

    counts: dict[str, int] = {}
    opens = b"{"
    for name, kind in TABLES.items():
        counts[name] = len(corpus.of(kind.kind))
        yield from _table(opens, name, packed_rows(corpus.of(kind.kind), corpus.texts))
        opens = b"},"
    counts[TEXTS] = len(corpus.articles)
    yield from _table(opens, TEXTS, (text_row(corpus.texts, each.id) for each in corpus.articles))
    about = {
        "schema": SCHEMA,
        "program": __version__,
        "rules": digest_of(MADE_BY),
        "rows": counts,
        "inputs": dict(sorted(inputs.items())),
    }
    yield b'},"meta":{"1":' + as_json(about).removesuffix(b"}") + b","


def _table(opens: bytes, name: str, rows: Iterable[bytes]) -> Iterator[bytes]:
    yield _opening(opens, name)
    numbered = map(b'"%d":%b'.__mod__, enumerate(rows, start=1))
    comma = b""
    while part := b",\n".join(islice(numbered, _ROWS)):
        yield comma + part
        comma = b",\n"
    yield b"\n" if comma else b""


def _opening(opens: bytes, name: str) -> bytes:
    return b'%s"%s":{\n' % (opens, name.encode())


def load(path: Path, inputs: Mapping[str, str] | None = None) -> Corpus:
    """The corpus of a store, made from just these inputs by the rules as they are now;
    StoreProblem when it is not to be trusted. Without ``inputs`` whatever it was made from
    will do."""
    storage = ReadOnlyStorage(_bytes_of(path))
    if storage.about.get("program") != __version__:
        raise StoreProblem("was written by another version of the program")
    if inputs is not None:
        if storage.about.get("rules") != digest_of(MADE_BY):
            raise StoreProblem("was made by rules that have changed since")
        if storage.about.get("inputs") != dict(inputs):
            raise StoreProblem("is older than the articles")
    # Of thousands of files that is megabytes, which nobody asks for any more.
    storage.about.pop("inputs", None)
    return _corpus(storage, path)


def unpacked(data: bytes) -> Corpus:
    """The corpus of a store that has no place yet, as ``packed`` gave its bytes."""
    return _corpus(ReadOnlyStorage(data), None)


def _bytes_of(path: Path) -> Bytes:
    try:
        file = FileBytes(path, LARGEST)
        return file if len(file) > HELD else file[:]
    except FileNotFoundError:
        raise StoreMissing("does not exist yet") from None
    except Refused as refused:
        reason = "a folder stands in its place" if path.is_dir() else str(refused)
        raise StoreProblem(f"cannot be read: {reason}") from None
    except OSError as error:
        raise StoreProblem(f"cannot be read: {error.strerror or error}") from error


def _unsealed(data: Bytes) -> tuple[dict[str, Any], str, array[int]]:
    """What a store says of itself, its digest, and where its lines begin, when its seal is
    whole."""
    end = data[max(0, len(data) - _SEAL_LENGTH) :]
    seal = _SEAL.search(end)
    if seal is None:
        reason = "is empty" if not data else "is damaged: its end is missing or is not its own"
        raise StoreProblem(reason)
    found, starts = hashlib.sha256(), array("Q", [0])
    size = len(data) - len(end) + seal.start()
    for at in range(0, size, _PART):
        part = data[at : min(at + _PART, size)]
        found.update(part)
        starts.extend([at + each.end() for each in _LINE.finditer(part)])
    sealed = found.hexdigest()
    if sealed.encode() != seal.group(1):
        raise StoreProblem("is damaged: its digest is that of other content")
    line = data[starts[-1] :]
    starts.append(len(data))
    opening = b'},"meta":{"1":'
    try:
        about = json.loads(line.removeprefix(opening).removesuffix(b"}}\n"))
    except (ValueError, RecursionError) as error:
        raise StoreProblem("is damaged: it does not say what it is") from error
    if not line.startswith(opening) or not isinstance(about, dict):
        raise StoreProblem("is damaged: it does not say what it is")
    if about.get("schema") != SCHEMA:
        raise StoreProblem("has another schema")
    return about, sealed, starts


def _tables(data: Bytes, about: Mapping[str, Any], starts: array[int]) -> dict[str, StoredTable]:
    """Where the rows of each table stand, by how many there are of each."""
    tables: dict[str, StoredTable] = {}
    at = 0
    opens = b"{"
    counts = about.get("rows")
    for name in (*TABLES, TEXTS):
        count = counts.get(name) if isinstance(counts, dict) else None
        opening = _opening(opens, name)
        if type(count) is not int or not 0 <= count < len(starts) - at - 1:
            raise StoreProblem("is damaged: its tables are not those of a store")
        if data[starts[at] : starts[at + 1]] != opening:
            raise StoreProblem("is damaged: its tables are not those of a store")
        tables[name] = StoredTable(data, starts[at + 1 : at + count + 2])
        at += count + 1
        opens = b"},"
    if at != len(starts) - 2:
        raise StoreProblem("is damaged: its tables are not those of a store")
    return tables


class _Texts(Mapping[str, str]):
    """The texts by their articles' ids, each read when it is asked for, and some kept.

    They stand in the order of the articles, whose ids are looked through anyway.
    """

    def __init__(self, table: StoredTable, articles: StoredTable) -> None:
        if len(table) != len(articles):
            raise StoreProblem("is damaged: an article without its text")
        self._table = table
        self._articles = articles
        self._read: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._table)

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles.places)

    def __contains__(self, article: object) -> bool:
        return article in self._articles.places

    def __getitem__(self, article: str) -> str:
        if article not in self._read:
            row = self._table[str(self._articles.places[article] + 1)]
            text = row.get("text")
            if row.get("id") != article or not isinstance(text, str):
                raise DecodeError("an article without its text")
            if len(self._read) >= _TEXTS_HELD:
                self._read.clear()
            self._read[article] = text
            return text
        return self._read[article]


def _corpus(storage: ReadOnlyStorage, path: Path | None) -> Corpus:
    database = TinyDB(storage=lambda: storage)
    texts = _Texts(storage.tables[TEXTS], storage.tables["articles"])

    tables = {
        name: StoredRecords(kind, storage.tables[name], database.table(name), texts)
        for name, kind in TABLES.items()
    }
    return Corpus(
        **tables,  # type: ignore[arg-type]
        texts=texts,
        beside=Beside(path, storage.seal) if path else None,
    )
