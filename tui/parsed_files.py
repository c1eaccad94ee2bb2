"""The documents of files, taken from where the build before kept them.

To take the text out of a PDF, a page or an archive takes long, and mostly in a process of its
own. What came of a file is kept with a key made of its name, its bytes, what reads it, and the
code of this package that does. Plain texts are quicker read than kept. What was read only in
part is not kept: the next build may have more time.

Of many plain texts it is kept what tells them apart, with a key made of what the file system
says of each, so that one that has not changed is not opened. A file that has changed a moment ago
may change again without the file system's clock telling so: of such a one nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tui import documents
from tui.dependencies import digest_of
from tui.digests import digest
from tui.documents import Columns, LoadedDocument, PassedOver, Read, Reference
from tui.files import FileState, Refused
from tui.ids import article_id
from tui.model import FileFact, path_of
from tui.tables import kept_files
from tui.tables.line_cache import LABEL, NOT_KEPT, LineCache, kept, labelled, written

LARGEST_KEPT = 50_000_000
"""Characters of the texts of one file up to which they are kept."""

MANY = 200
"""Plain texts from which on it is kept what tells them apart."""

TICK = 2_000_000_000
"""Nanoseconds within which two changes of a file may have the same time: some file systems tell
time in steps of two seconds."""


class KnownDocument(NamedTuple):
    """What is known of a document without its text: digests of this and of its words, the id
    that it has as an article unless another opens alike, and the rest of it."""

    text: str
    words: str
    id: str
    rest: LoadedDocument


def known_of(document: LoadedDocument) -> KnownDocument:
    """What is to be known of a document."""
    text, publisher = document.text, document.told.get("publisher")
    words = f"{documents.same_words(document).hex()} {publisher and publisher.value}"
    return KnownDocument(digest(text), words, article_id(text), replace(document, text=""))


class Shelf:
    """The articles that there are, against which a further one is held."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._words: dict[str, str] = {}

    def take(self, name: str, known: KnownDocument) -> None:
        """Keep an article in mind; Refused when it is there under another name."""
        first = self._texts.get(known.text)
        if first is not None:
            raise Refused(f"the same text as {first}")
        first = self._words.get(known.words)
        if first is not None:
            raise Refused(f"the same words as {first}, spaced or marked otherwise")
        self._texts[known.text] = self._words[known.words] = name


class Texts(Mapping[str, str]):
    """The texts of documents under other names than their paths, each by its path."""

    def __init__(self, documents: Mapping[str, LoadedDocument], paths: Mapping[str, str]) -> None:
        self._documents = documents
        self._paths = paths

    def __getitem__(self, name: str) -> str:
        return self._documents[self._paths[name]].text

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class KnownFile(NamedTuple):
    """A plain text that has not changed: the digest of its bytes, and its one document."""

    digest: str
    document: KnownDocument


def state_of(path: str) -> str:
    """What the file system says of a file that changes whenever its bytes do; "" where it
    cannot be told by that."""
    try:
        status = os.lstat(path)
    except (OSError, ValueError):
        return ""
    state = FileState.of(status)
    just_now = time.time_ns() - max(state.modified, state.changed) < TICK
    return "" if just_now or not stat.S_ISREG(status.st_mode) else " ".join(map(str, state))


class ParsedFiles:
    """What came of files before, and what is kept of them for the next time."""

    def __init__(self, before: LineCache, keeping: contextlib.ExitStack, place: Path | None):
        self._before, self._keeping, self._place = before, keeping, place
        self.lines = NOT_KEPT
        """What writes the file, once there is something to keep."""
        self._few: list[bytes] | None = []
        self._made_by = hashlib.sha256(digest_of(__name__).encode())

    def known(self, name: str, state: str) -> KnownFile | None:
        """A plain text, where it is known in this state."""
        key = self._key(name, state)
        if not state or key not in self._before:
            return None
        line = self._before.line(key)
        file, text, words, id, rest = json.loads(line[LABEL:])
        (document,) = map(_from_values, rest)
        if not isinstance(document, LoadedDocument):
            return None
        self._note(line)
        return KnownFile(file, KnownDocument(text, words, id, document))

    def note(self, name: str, state: str, known: KnownFile) -> None:
        """Keep what is known of a plain text in a state."""
        if state and self._place is not None:
            told = (known.digest, *known.document[:3], _packed([known.document.rest]))
            key = self._key(name, state)
            self._note(labelled(key, json.dumps(told, separators=(",", ":")).encode()))

    def _note(self, line: bytes) -> None:
        # Of few nothing is kept.
        if self._few is None:
            self._keep(line)
            return
        self._few.append(line)
        if len(self._few) >= MANY:
            for each in self._few:
                self._keep(each)
            self._few = None

    def _keep(self, line: bytes) -> None:
        if self._place is None:
            return
        if self.lines is NOT_KEPT:
            self.lines = self._keeping.enter_context(written(self._place))
        self.lines.write(line + b"\n")

    def parse(
        self, name: str, data: bytes, digest: str, columns: Columns
    ) -> Iterator[tuple[str, Read]]:
        """The documents of a file, by its name, bytes, digest and what is said of its columns:
        each with its path."""
        if self._place is None or documents.is_quick(name, data):
            yield from _parsed(name, data, columns)
            return
        key = self._key(name, digest, columns)
        if key in self._before:
            self._keep(self._before.line(key))
            yield from _unpacked(name, json.loads(self._before[key]))
            return
        found: list[Read] = []
        size, whole = 0, True
        for path, each in _parsed(name, data, columns):
            size += len(each.text) if isinstance(each, LoadedDocument) else 0
            whole &= size <= LARGEST_KEPT
            whole &= not isinstance(each, PassedOver) or bool(each.locator)
            if whole:
                found.append(each)
            yield path, each
        if whole:
            packed = json.dumps(_packed(found), separators=(",", ":")).encode()
            self._keep(labelled(key, packed))

    def _key(self, name: str, told: str, columns: Columns = documents.NO_COLUMNS) -> bytes:
        made = self._made_by.copy()
        told = f"\n{told}\n{name}\n{sorted(columns.items())}"
        made.update(told.encode("utf-8", "surrogateescape"))
        return made.hexdigest().encode()


@contextlib.contextmanager
def parsing(place: Path | None = None, *, keeping: bool = True) -> Iterator[ParsedFiles]:
    """What gives the documents of files. Those of before are in ``place``, where these are
    kept in their stead; nothing is written where there is nothing to keep."""
    with contextlib.ExitStack() as ends:
        before = ends.enter_context(kept(place))
        parsed = ParsedFiles(before, ends, place if keeping else None)
        yield parsed
        if keeping and parsed.lines is NOT_KEPT:
            kept_files.forget(place)


def _parsed(name: str, data: bytes, columns: Columns) -> Iterator[tuple[str, Read]]:
    """The documents of a file by their paths, and what of it is passed over."""
    try:
        for each in documents.read_all(name, data, columns):
            yield path_of(name, each.locator), each
    except Refused as refused:
        yield name, PassedOver("", str(refused))


# ------------------------------------------------------------------------------- lines


def _packed(found: list[Read]) -> list[list[Any]]:
    return list(map(_as_values, found))


def _unpacked(name: str, packed: list[list[Any]]) -> Iterator[tuple[str, Read]]:
    for each in map(_from_values, packed):
        yield path_of(name, each.locator), each


def _as_values(each: Read) -> list[Any]:
    if isinstance(each, LoadedDocument):
        return [
            *("document", each.locator, each.told, each.text, each.encoding),
            *(each.kept, each.remarks, each.pages),
        ]
    if isinstance(each, PassedOver):
        return ["passed over", each.locator, each.reason]
    return ["reference", each.locator, each.told, each.files]


def _from_values(values: list[Any]) -> Read:
    what, locator, *rest = values
    if what == "passed over":
        return PassedOver(locator, *rest)
    told, *others = rest
    facts = _facts(told)
    if what == "reference":
        return Reference(locator, facts, tuple(others[0]))
    text, encoding, stretches, remarks, pages = others
    return LoadedDocument(
        text,
        encoding,
        None if stretches is None else tuple((start, end) for start, end in stretches),
        facts,
        tuple(remarks),
        locator,
        tuple(pages),
    )


def _facts(told: Mapping[str, list[Any]]) -> dict[str, FileFact]:
    return {
        fact: FileFact(value, origin, span and (span[0], span[1]))
        for fact, (value, origin, span) in told.items()
    }
