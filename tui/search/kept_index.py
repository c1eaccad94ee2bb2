"""The index of a store of many articles, kept beside it: what is asked for is read from there."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from tui.corpus import Corpus
from tui.search.fields import FIELDS, DayRange, means_something
from tui.search.index import FieldIndex, IndexParts, Stated, ValueIndex
from tui.search.inverted_index import IndexedWords
from tui.tables.grouping import Groups
from tui.tables.kept_arrays import KeptArrays, KeptTexts, Part, as_kept

BELOW = "search/"
"""How the names of the arrays begin, among those of other things."""

Parts = Iterator[tuple[str, Part]]


def parts(kind: str, index: IndexParts) -> Parts:
    """The index of a kind as the arrays that are kept of it."""
    kind = f"{BELOW}{kind}"
    yield f"{kind}/places", array("I", index.places)
    yield f"{kind}/inflected", _bytes(index.inflected)
    yield from _words(f"{kind}/said", index.said)
    yield from _words(f"{kind}/told", index.told)
    yield f"{kind}/spans/keys", json.dumps(index.spans.keys).encode()
    yield from _groups(f"{kind}/spans", index.spans.groups)
    yield f"{kind}/sure/keys", json.dumps(index.sure.keys).encode()
    yield from _groups(f"{kind}/sure", index.sure.groups)
    for field, each in index.fields.items():
        name = f"{kind}/{field}"
        yield f"{name}/keys", array("Q", each.records.keys)
        yield from _groups(name, each.records.groups)
        yield from _texts(f"{name}/places", each.words)
        yield f"{name}/places/groups", array("I", each.groups)
        yield from _words(f"{name}/words", each.texts.words)
    for field in (*FIELDS, "date"):
        if (told := index.stated(field)) is not None:
            yield f"{kind}/{field}/stated", json.dumps([*told]).encode()


def _bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def _texts(name: str, texts: KeptTexts) -> Parts:
    yield f"{name} begin", array("Q", texts.starts)
    yield name, texts.data


def _groups(name: str, groups: Groups) -> Parts:
    yield f"{name}/starts", array("I", groups.starts)
    yield f"{name}/numbers", array("I", groups.numbers)


def _words(name: str, words: IndexedWords) -> Parts:
    # No word has a space or the end of a line in it.
    yield f"{name}/vocabulary", "\n".join(words.vocabulary).encode("utf-8", "surrogatepass")
    yield from _groups(name, words.groups)
    yield from _texts(f"{name}/said", words.said)
    yield f"{name}/marked", array("I", words.marked)
    yield from _texts(f"{name}/marks", KeptTexts.of(map(as_kept, words.marked.values())))
    yield f"{name}/begun", json.dumps([*words.begun]).encode()
    yield from _texts(f"{name}/begun bits", KeptTexts.of(map(_bytes, words.begun.values())))


# ----------------------------------------------------------------------------- taken up again


def of(corpus: Corpus, kind: str) -> IndexParts | None:
    """The parts of the index of a kind, where one is kept."""
    arrays = corpus.beside.arrays if corpus.beside and corpus.beside.made_by else None
    return taken(arrays, kind) if arrays else None


def taken(arrays: KeptArrays, kind: str) -> IndexParts:
    """The parts of the index of a kind, from a file."""
    at = _Taken(arrays, kind)
    spans = [DayRange(*each) if each else None for each in at.value("spans/keys")]
    places = at.numbers("places")
    size = len(places)
    inflected = int.from_bytes(at.bytes("inflected"), "little")
    return IndexParts(
        places,
        inflected,
        at.words("said"),
        at.words("told"),
        {
            field: at.field(field, size, inflected != 0)
            for field in ("named", "sources", *FIELDS)
            if field not in FIELDS or means_something(field, kind)
        },
        ValueIndex(spans, at.groups("spans"), size),
        ValueIndex(at.value("sure/keys"), at.groups("sure"), size),
        at.stated,
    )


class _Taken:
    """The parts of one kind's index, taken up from a file."""

    def __init__(self, arrays: KeptArrays, kind: str) -> None:
        self._arrays, self._kind = arrays, f"{BELOW}{kind}"

    def value(self, name: str) -> Any:
        return self._arrays.value(f"{self._kind}/{name}")

    def bytes(self, name: str) -> bytes:
        return self._arrays.bytes(f"{self._kind}/{name}")

    def numbers(self, name: str) -> Sequence[int]:
        return self._arrays.numbers(f"{self._kind}/{name}")

    def texts(self, name: str) -> KeptTexts:
        begin, data = self.numbers(f"{name} begin"), self._arrays.numbers(f"{self._kind}/{name}")
        return KeptTexts(begin, data)

    def groups(self, name: str) -> Groups:
        return Groups(self.numbers(f"{name}/starts"), self.numbers(f"{name}/numbers"))

    def words(self, name: str) -> IndexedWords:
        return _KeptWords(self, name)

    def field(self, name: str, size: int, inflected: bool) -> FieldIndex:
        return FieldIndex(
            ValueIndex(self.numbers(f"{name}/keys"), self.groups(name), size),
            self.texts(f"{name}/places"),
            self.numbers(f"{name}/places/groups"),
            self.words(f"{name}/words"),
            inflected,
        )

    def stated(self, field: str) -> Stated | None:
        name = f"{self._kind}/{field}/stated"
        return Stated(*self._arrays.value(name)) if name in self._arrays else None


class _KeptMarks(Mapping[int, str]):
    """The words with marks of the texts that have any, by their numbers."""

    def __init__(self, numbers: Sequence[int], marks: KeptTexts) -> None:
        self._numbers, self._marks = numbers, marks

    @cached_property
    def _at(self) -> Mapping[int, int]:
        return {number: at for at, number in enumerate(self._numbers)}

    def __len__(self) -> int:
        return len(self._numbers)

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __getitem__(self, number: int) -> str:
        found: str = self._marks[self._at[number]]
        return found


class _KeptWords(IndexedWords):
    """Words in a file."""

    def __init__(self, at: _Taken, name: str) -> None:
        def vocabulary() -> Sequence[str]:
            data = at.bytes(f"{name}/vocabulary")
            return data.decode("utf-8", "surrogatepass").split("\n") if data else []

        marked = _KeptMarks(at.numbers(f"{name}/marked"), at.texts(f"{name}/marks"))
        super().__init__(vocabulary, at.groups(name), at.texts(f"{name}/said"), marked)
        self._at, self._name = at, name

    @cached_property
    def begun(self) -> Mapping[str, int]:
        letters, bits = (
            self._at.value(f"{self._name}/begun"),
            self._at.texts(f"{self._name}/begun bits"),
        )
        found = (int.from_bytes(bits.kept(at), "little") for at in range(len(bits)))
        return dict(zip(letters, found, strict=True))
