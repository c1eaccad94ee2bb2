"""The derived store: a corpus in one TinyDB file, which can be thrown away and made again.

The file is JSON as TinyDB writes it, a table a kind. The last table, ``meta``, says what
the store was made from and by what, and its last entry is the digest of every byte before
it: a store that was cut short, overwritten or edited is recognised before anything in it
is believed. The same corpus and inputs give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_data_path
from tinydb import TinyDB
from tinydb.storages import Storage

from tui import __version__
from tui.corpus import Corpus
from tui.files import make_folder, write_file
from tui.model import Actor, Article, Contest, Event, Figure, Quote, Record, digest
from tui.packing import Misshapen, pack, unpack

R = TypeVar("R", bound=Record)

SCHEMA = 1
"""Changes whenever a store of before can no longer be read as it is."""

TABLES: dict[str, type[Record]] = {
    "articles": Article,
    "actors": Actor,
    "contests": Contest,
    "events": Event,
    "figures": Figure,
    "quotes": Quote,
}

_SEAL = re.compile(rb'"digest":"([0-9a-f]{64})"\}\}\}\n\Z')
_ROW = re.compile(r"[1-9][0-9]{0,15}")
_SEAL_LENGTH = len('"digest":""}}}\n') + 64


class StoreProblem(Exception):
    """A store cannot be used; ``reason`` says why, in words that follow "the store"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class StoreMissing(StoreProblem):
    """There is no store in that place."""


class ReadOnly(Storage):
    """A TinyDB storage over tables that were read once, and that nobody changes."""

    def __init__(self, tables: dict[str, dict[str, Any]]) -> None:
        self._tables = tables

    def read(self) -> dict[str, dict[str, Any]]:
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        raise TypeError("the store is read-only: build it again instead")


class Held(Storage):
    """A TinyDB storage that holds its tables until they are taken to be written whole.

    TinyDB's own storage writes the file again at every insertion, and in place.
    """

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Any]] = {}

    def read(self) -> dict[str, dict[str, Any]]:
        return self.tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self.tables = data


def default_path(corpus: Path | None = None) -> Path:
    """Where the store of a folder of articles lives; without a folder, that of the seeds."""
    folder = user_data_path("serbia-tui", appauthor=False)
    if corpus is None:
        return folder / "seeds.json"
    return folder / f"corpus-{digest(str(corpus.resolve()))[:16]}.json"


def save(corpus: Corpus, path: Path, inputs: Mapping[str, str]) -> None:
    """Put the store of a corpus in place, in one step; OSError when it cannot be.

    ``inputs`` are the files it was made from, each with its digest.
    """
    make_folder(path.parent)
    write_file(path, packed(corpus, inputs))


def packed(corpus: Corpus, inputs: Mapping[str, str]) -> bytes:
    """The bytes of a corpus's store."""
    held = Held()
    with TinyDB(storage=lambda: held) as database:
        for name, kind in TABLES.items():
            rows = [pack(record, corpus.texts) for record in corpus.of(kind.kind)]
            if kind is Article:
                for row, article in zip(rows, corpus.articles, strict=True):
                    row["text"] = corpus.texts[article.id]
            database.table(name).insert_multiple(rows)
        database.table("meta").insert(
            {"schema": SCHEMA, "program": __version__, "inputs": dict(sorted(inputs.items()))}
        )
        body = _json({name: held.tables.get(name, {}) for name in (*TABLES, "meta")})
    sealed = body.removesuffix(b"}}}") + b","
    return sealed + b'"digest":"%s"}}}\n' % hashlib.sha256(sealed).hexdigest().encode()


def _json(value: object) -> bytes:
    """One JSON text, compact. Rows keep their fields' order, which is the model's; the
    inputs stand sorted, since a folder has no order."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # a file's name that is no text: lone surrogates
        return json.dumps(value, separators=(",", ":")).encode()


def load(path: Path, inputs: Mapping[str, str] | None = None) -> Corpus:
    """The corpus of a store, made from just these inputs; StoreProblem when it is not to
    be trusted. Without ``inputs`` whatever it was made from will do."""
    tables = _unsealed(_bytes_of(path))
    with TinyDB(storage=lambda: ReadOnly(tables)) as database:
        about = database.table("meta").all()
        if len(about) != 1:
            raise StoreProblem("is damaged: it does not say what it is")
        if about[0].get("schema") != SCHEMA:
            raise StoreProblem("has another schema")
        if about[0].get("program") != __version__:
            raise StoreProblem("was written by another version of the program")
        if inputs is not None and about[0].get("inputs") != dict(inputs):
            raise StoreProblem("is older than the articles")
        try:
            return _corpus(database)
        except Misshapen as wrong:
            raise StoreProblem(f"is damaged: {wrong}") from wrong


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise StoreMissing("does not exist yet") from None
    except IsADirectoryError:
        raise StoreProblem("cannot be read: a folder stands in its place") from None
    except OSError as error:
        raise StoreProblem(f"cannot be read: {error.strerror or error}") from error


def _unsealed(data: bytes) -> dict[str, dict[str, Any]]:
    seal = _SEAL.search(data, max(0, len(data) - _SEAL_LENGTH))
    if seal is None:
        reason = "is empty" if not data else "is damaged: its end is missing or is not its own"
        raise StoreProblem(reason)
    if hashlib.sha256(data[: seal.start()]).hexdigest().encode() != seal.group(1):
        raise StoreProblem("is damaged: its digest is that of other content")
    try:
        tables = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise StoreProblem("is damaged: it is no JSON") from error
    names = [*TABLES, "meta"]
    shaped = isinstance(tables, dict) and all(
        isinstance(table := tables.get(name), dict)
        and all(_ROW.fullmatch(key) and isinstance(row, dict) for key, row in table.items())
        for name in names
    )
    if not shaped:
        raise StoreProblem("is damaged: its tables are not those of a store")
    return {name: tables[name] for name in names}


def _corpus(database: TinyDB) -> Corpus:
    texts: dict[str, str] = {}
    articles = database.table("articles").all()
    for row in articles:
        name, text = row.get("id"), row.pop("text", None)
        if not isinstance(name, str) or not isinstance(text, str):
            raise Misshapen("an article without its text")
        texts[name] = text

    def records(kind: type[R], rows: Iterable[Mapping[str, Any]]) -> tuple[R, ...]:
        return tuple([unpack(kind, row, texts) for row in rows])

    return Corpus(
        articles=records(Article, articles),
        actors=records(Actor, database.table("actors")),
        contests=records(Contest, database.table("contests")),
        events=records(Event, database.table("events")),
        figures=records(Figure, database.table("figures")),
        quotes=records(Quote, database.table("quotes")),
        texts=texts,
    )
