"""The index of a store of many articles, kept beside it: what is asked for is read from there."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from tui.corpus import Corpus
from tui.kept_arrays import KeptArrays, KeptTexts, Part, texts
from tui.search.fields import FIELDS, DayRange, means_something
from tui.search.index import FieldIndex, IndexParts, Stated, ValueIndex
from tui.search.index_making import made
from tui.search.inverted_index import IndexedWords

FILE = "index"

KINDS = ("article", "actor", "contest", "event", "figure", "quote", "disagreement")

Parts = Iterator[tuple[str, Part]]


def parts(corpus: Corpus) -> Parts:
    """The indexes of all kinds as the arrays that are kept of them."""
    for kind in KINDS:
        yield from _kept(kind, made(corpus, kind, lambda: True, stating=True))


def _kept(kind: str, index: IndexParts) -> Parts:
    yield f"{kind}/places", array("I", index.places)
    yield f"{kind}/inflected", _bytes(index.inflected)
    yield from _words(f"{kind}/said", index.said)
    yield from _words(f"{kind}/told", index.told)
    spans = [list(span) if span else None for span in index.spans.groups]
    yield from _groups(f"{kind}/spans", index.spans, spans)
    yield from _groups(f"{kind}/sure", index.sure, list(index.sure.groups))
    for field, each in index.fields.items():
        name = f"{kind}/{field}"
        numbers = {key: number for number, key in enumerate(each.records.groups)}
        yield from _groups(name, each.records)
        yield from _texts(f"{name}/places", each.words)
        yield f"{name}/keys", array("I", map(numbers.__getitem__, each.keys))
        yield from _words(f"{name}/words", each.texts.words)
    for field in (*FIELDS, "date"):
        told = index.stated(field) if means_something(field, kind) else None
        if told is not None:
            yield f"{kind}/{field}/stated", json.dumps([*told]).encode()


def _bytes(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


def _texts(name: str, strings: Iterable[str]) -> Parts:
    starts, data = texts(strings)
    yield f"{name} begin", starts
    yield name, data


def _groups(name: str, values: ValueIndex[Any], keys: Sequence[Any] = ()) -> Parts:
    starts, numbers = array("I", [0]), array("I")
    for group in values.groups.values():
        numbers.extend(group)
        starts.append(len(numbers))
    yield f"{name}/group keys", json.dumps(keys).encode()
    yield f"{name}/groups", starts
    yield f"{name}/numbers", numbers


def _words(name: str, words: IndexedWords) -> Parts:
    # No word has a space or the end of a line in it.
    yield f"{name}/vocabulary", "\n".join(words.vocabulary).encode("utf-8", "surrogatepass")
    yield f"{name}/starts", array("I", words.starts)
    yield f"{name}/texts", array("I", words.texts)
    yield from _texts(f"{name}/said", words.said)
    yield f"{name}/marked", array("I", words.marked)
    yield from _texts(f"{name}/marks", words.marked.values())
    yield f"{name}/begun", json.dumps([*words.begun]).encode()
    yield from _texts(
        f"{name}/begun bits", (_bytes(b).decode("latin-1") for b in words.begun.values())
    )


# ----------------------------------------------------------------------------- taken up again


def of(corpus: Corpus, kind: str) -> IndexParts | None:
    """The parts of the index of a kind, where one is kept."""
    arrays = corpus.beside.arrays(FILE) if corpus.beside and corpus.beside.made_by else None
    if arrays is None:
        return None
    at = _Taken(arrays, kind)
    spans = [DayRange(*each) if each else None for each in at.value("spans/group keys")]
    places = at.numbers("places")
    size = len(places)
    inflected = int.from_bytes(arrays.bytes(f"{kind}/inflected"), "little")
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
        ValueIndex(dict(zip(spans, at.groups("spans").values(), strict=True)), size),
        ValueIndex(
            dict(zip(at.value("sure/group keys"), at.groups("sure").values(), strict=True)), size
        ),
        at.stated,
    )


class _Taken:
    """The parts of one kind's index, taken up from a file."""

    def __init__(self, arrays: KeptArrays, kind: str) -> None:
        self._arrays, self._kind = arrays, kind

    def value(self, name: str) -> Any:
        return self._arrays.value(f"{self._kind}/{name}")

    def numbers(self, name: str) -> Sequence[int]:
        return self._arrays.numbers(f"{self._kind}/{name}")

    def texts(self, name: str) -> KeptTexts:
        begin, data = self.numbers(f"{name} begin"), self._arrays.numbers(f"{self._kind}/{name}")
        return KeptTexts(begin, data)

    def groups(self, name: str) -> Mapping[int, Sequence[int]]:
        return _KeptGroups(self.numbers(f"{name}/groups"), self.numbers(f"{name}/numbers"))

    def words(self, name: str) -> IndexedWords:
        return _KeptWords(self, name)

    def field(self, name: str, size: int, inflected: bool) -> FieldIndex:
        records = ValueIndex(self.groups(name), size)
        words, keys = self.texts(f"{name}/places"), self.numbers(f"{name}/keys")
        return FieldIndex(records, words, keys, self.words(f"{name}/words"), inflected)

    def stated(self, field: str) -> Stated | None:
        name = f"{self._kind}/{field}/stated"
        return Stated(*self._arrays.value(name)) if name in self._arrays else None


class _KeptGroups(Mapping[int, Sequence[int]]):
    """Numbers in groups, by the number of each group."""

    def __init__(self, starts: Sequence[int], numbers: Sequence[int]) -> None:
        self._starts, self._numbers = starts, numbers

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self)))

    def __getitem__(self, group: int) -> Sequence[int]:
        return self._numbers[self._starts[group] : self._starts[group + 1]]


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
            data = at._arrays.bytes(f"{at._kind}/{name}/vocabulary")
            return data.decode("utf-8", "surrogatepass").split("\n") if data else []

        marked = _KeptMarks(at.numbers(f"{name}/marked"), at.texts(f"{name}/marks"))
        starts, numbers = at.numbers(f"{name}/starts"), at.numbers(f"{name}/texts")
        super().__init__(vocabulary, starts, numbers, at.texts(f"{name}/said"), marked)
        self._at, self._name = at, name

    @cached_property
    def begun(self) -> Mapping[str, int]:
        letters, bits = (
            self._at.value(f"{self._name}/begun"),
            self._at.texts(f"{self._name}/begun bits"),
        )
        found = (int.from_bytes(each.encode("latin-1"), "little") for each in bits)
        return dict(zip(letters, found, strict=True))
