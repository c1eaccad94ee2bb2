"""The documents of files, taken from where the build before kept them.

To take the text out of a PDF, a page or an archive takes long, and mostly in a process of its
own. What came of a file is kept with a key made of its name, its bytes, what reads it, and the
code of this package that does. Plain texts are quicker read than kept. What was read only in
part is not kept: the next build may have more time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from tui import documents
from tui.dependencies import digest_of
from tui.documents import Columns, LoadedDocument, PassedOver, Read, Reference
from tui.files import Refused
from tui.line_cache import kept, labelled, written
from tui.model import FileFact, path_of

LARGEST_KEPT = 50_000_000
"""Characters of the texts of one file up to which they are kept."""

Parse = Callable[[str, bytes, str, Columns], Iterator[tuple[str, Read]]]
"""Gives the documents of a file, by its name, bytes, digest and what is said of its columns:
each with its path."""


def place_beside(store: Path) -> Path:
    """Where the documents of a store's files are kept."""
    return store.with_suffix(".documents")


@contextlib.contextmanager
def parsing(place: Path | None = None) -> Iterator[Parse]:
    """What gives the documents of files. Those of before are in ``place``, where these are
    kept in their stead; nothing is written where there is nothing to keep."""
    with contextlib.ExitStack() as ends:
        before = ends.enter_context(kept(place))
        file: IO[bytes] | None = None
        ends.callback(lambda: file.close() if file else None)

        def keep(key: bytes, packed: bytes) -> None:
            nonlocal file
            if place is None:
                return
            if file is None:
                file = ends.enter_context(written(place))
            file.write(labelled(key, packed) + b"\n")

        def parse(
            name: str, data: bytes, digest: str, columns: Columns
        ) -> Iterator[tuple[str, Read]]:
            if place is None or documents.is_quick(name, data):
                yield from _parsed(name, data, columns)
                return
            key = _key(name, digest, columns)
            if key in before:
                packed = before[key]
                keep(key, packed)
                yield from _unpacked(name, packed)
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
                keep(key, _packed(found))

        yield parse


def _parsed(name: str, data: bytes, columns: Columns) -> Iterator[tuple[str, Read]]:
    """The documents of a file by their paths, and what of it is passed over."""
    try:
        for each in documents.read_all(name, data, columns):
            yield path_of(name, each.locator), each
    except Refused as refused:
        yield name, PassedOver("", str(refused))


def _key(name: str, digest: str, columns: Columns) -> bytes:
    made = hashlib.sha256(digest_of("tui.documents.registry").encode())
    told = f"\n{digest}\n{name}\n{sorted(columns.items())}"
    made.update(told.encode("utf-8", "surrogateescape"))
    return made.hexdigest().encode()


# ------------------------------------------------------------------------------- lines


def _packed(found: list[Read]) -> bytes:
    return json.dumps(list(map(_as_values, found)), separators=(",", ":")).encode()


def _unpacked(name: str, packed: bytes) -> Iterator[tuple[str, Read]]:
    for each in map(_from_values, json.loads(packed)):
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
