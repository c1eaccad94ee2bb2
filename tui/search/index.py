"""The index: the records of a kind in order of their dates, and which of them a query finds.

Chosen by measurement (``python -m tests.bench.search``; the figures stand beside
that program): words to the records that have them, as sorted arrays and as bits,
answers within a few milliseconds among 100,000 quotes where a scan takes tens, and needs
no library. SQLite's full text index is as quick for a word (3 ms, no order)
and takes less memory, but 22 to 75 ms for a letter being typed, and has no word for marks
inside words, for words written much so, or for why. An index is made when a kind is first
searched, once for a corpus, and goes when the corpus goes; that of many articles is kept beside
their store.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Generic, NamedTuple, TypeVar, cast

import tui.search.fields as places
from tui.corpus import Corpus
from tui.model import Record
from tui.search.fields import NAMED, SAID, SOURCE, TOLD, DayRange, Places
from tui.search.inverted_index import IndexedWords, InvertedIndex, as_bits, members
from tui.search.query import (
    Alternatives,
    Clause,
    InDates,
    InField,
    InNotes,
    Query,
    Sure,
    What,
    Words,
)
from tui.tables.grouping import Groups
from tui.tables.kept_arrays import KeptTexts
from tui.tables.lazy_records import ChosenRecords, ids_in, places_of

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

Found = list[tuple[int, int]]
"""What a clause counts for the records that it finds: weights, each with its records."""

RANKED = 32
"""So many parts of a query order what is found; those after them only have to hold."""


class IndexParts(NamedTuple):
    """What an index is made of: the places of its records in their table, in the order of their
    dates, and the words of each sort."""

    places: Sequence[int]
    inflected: int
    said: IndexedWords
    told: IndexedWords
    fields: Mapping[str, FieldIndex]
    spans: ValueIndex[DayRange | None]
    sure: ValueIndex[float]
    stated: Callable[[str], Stated | None]


class Stated(NamedTuple):
    """Of each group of records that are alike in a field the values that they state, and what
    values that are ids are called."""

    groups: Sequence[Sequence[str]]
    names: Mapping[str, str]


def _always() -> bool:
    return True


class Unwanted(Exception):
    """Nobody wants the index any more that is being made."""


class ValueIndex(Generic[K]):
    """The numbers of so many records, those together that have the same key."""

    KEPT = 32
    """So many of the last answers are kept: a letter more leaves most often the same keys."""

    def __init__(self, keys: Sequence[K], groups: Groups, size: int) -> None:
        self.keys, self.groups = keys, groups
        self._size = size
        self._known: dict[frozenset[int], int] = {}

    def having(self, numbers: Iterable[int]) -> int:
        """The records that have one of the keys with these numbers."""
        wanted = frozenset(numbers)
        found = self._known.pop(wanted, None)
        if found is None:
            found = self._bits(wanted)
            if len(self._known) >= self.KEPT:
                self._known.pop(next(iter(self._known)))
        self._known[wanted] = found
        return found

    def where(self, holds: Callable[[K], bool]) -> int:
        """The records of whose key something holds."""
        return self.having(number for number, key in enumerate(self.keys) if holds(key))

    def _bits(self, wanted: frozenset[int]) -> int:
        groups, size = self.groups, self._size
        if 2 * sum(len(groups[number]) for number in wanted) <= size:
            return as_bits(chain.from_iterable(groups[number] for number in wanted), size)
        # Most of them are all but those that are left.
        others = (numbers for number, numbers in groups.items() if number not in wanted)
        return (1 << size) - 1 ^ as_bits(chain.from_iterable(others), size)


class FieldIndex:
    """The places of one sort, looked at once for all the records that share them: ``words`` of a
    place, and the number of the group of ``records`` that has it, among ``groups``."""

    def __init__(
        self,
        records: ValueIndex[int],
        words: KeptTexts,
        groups: Sequence[int],
        indexed: IndexedWords,
        inflected: bool,
    ) -> None:
        self.records = records
        self.words = words
        self.groups = groups
        # A name stands in the nominative wherever it is from.
        self.texts = InvertedIndex(indexed, lambda place: (words[place],), -1 if inflected else 0)

    def having(self, words: Words) -> int:
        """The records that have these words in one of their places."""
        return self.records.having(
            self.groups[place] for place in members(self.texts.having(words))
        )


class Index:
    """The records of one kind, those that are dated first, and what they are found by."""

    def __init__(self, corpus: Corpus, kind: str, parts: IndexParts) -> None:
        # Not the corpus itself: the index must not keep alive what it is dropped with.
        whole = weakref.ref(corpus)
        self.kind = kind
        self.records: ChosenRecords[Record] = ChosenRecords(corpus.of(kind), parts.places)
        self.all = (1 << len(self.records)) - 1
        self.inflected = parts.inflected
        """The records of articles in Serbian, whose words are found in all their forms."""

        def original(of: Places) -> Callable[[int], Iterable[str]]:
            def words(number: int) -> Iterable[str]:
                corpus = whole()
                record = self.records[number]
                return () if corpus is None else (place.words for place in of(corpus, record))

            return words

        self.said = InvertedIndex(parts.said, original(places.said), self.inflected)
        self.told = InvertedIndex(parts.told, original(places.told), self.inflected)
        self.fields = dict(parts.fields)
        self.named = self.fields.pop("named")
        self.sources = self.fields.pop("sources")
        self.spans = parts.spans
        self.sure = parts.sure
        self.stated = parts.stated
        """By field, what each group of records states; only where that is known already."""
        self._kept: tuple[weakref.ref[Corpus], int] | None = None
        self._known: dict[str, object] = {}

    @property
    def is_kept(self) -> bool:
        """Whether it is read from a file, and was not made."""
        return self.stated("kind") is not None

    def number(self, record_id: str) -> int:
        """The number of the record with an id (of several the first), or -1."""
        place = self.records.known.get(record_id, -1)
        return -1 if place < 0 else self.records.found[place]

    def within(self, corpus: Corpus) -> int:
        """The records that a corpus has kept when it was narrowed."""
        if corpus.narrowed_from is None or corpus.of(self.kind) is corpus.whole.of(self.kind):
            return self.all
        if self._kept is None or self._kept[0]() is not corpus:
            numbers = filter(lambda number: number >= 0, self._numbers_of(corpus.of(self.kind)))
            self._kept = weakref.ref(corpus), as_bits(numbers, len(self.records))
        return self._kept[1]

    def _numbers_of(self, records: Sequence[Record]) -> Iterable[int]:
        found = places_of(records)
        if found is not None:
            return map(self.records.found.__getitem__, found)
        return map(self.number, ids_in(records))

    def alike(self, field: str) -> Iterable[Sequence[int]]:
        """The records by their numbers, those together that have the same in a field."""
        records = self.spans if field == "date" else self.fields[field].records
        return records.groups.values()

    def once(self, what: str, work: Callable[[], T]) -> T:
        """What is worked out from the records, kept for whoever asks for it next."""
        if what not in self._known:
            self._known[what] = work()
        return cast("T", self._known[what])

    # ----------------------------------------------------------------------- one question

    def ranked(self, query: Query, within: int) -> Found:
        """The records that a query finds, by what they count, the best first."""
        ranks = {0: within} if within else {}
        seen: set[Alternatives] = set()
        for part in query.parts:
            if part in seen:
                continue
            seen.add(part)
            levels = self.levels(part) if len(seen) <= RANKED else [(0, self.having(part))]
            raised: dict[int, int] = {}
            for rank, left in ranks.items():
                for weight, having in levels:
                    both = left & having
                    if both:
                        raised[rank + weight] = raised.get(rank + weight, 0) | both
                        left ^= both
                    if not left:
                        break
            ranks = raised
            if not ranks:
                break
        return sorted(ranks.items(), reverse=True)

    def levels(self, part: Alternatives) -> Found:
        """What a part of a query counts for the records it finds, the most first."""
        found = [level for clause in part.either for level in self._clause(clause)]
        return sorted(found, key=lambda level: -level[0])

    def having(self, part: Alternatives) -> int:
        """The records that a part of a query finds."""
        found = 0
        for _weight, having in self.levels(part):
            found |= having
        return found

    def _clause(self, clause: Clause) -> Found:
        levels = self._what(clause.what)
        if not clause.without:
            return levels
        found = 0
        for _weight, having in levels:
            found |= having
        return [(0, self.all ^ found)]

    def _what(self, what: What) -> Found:
        match what:
            case Words():
                return self._anywhere(what)
            case InField(field, words):
                return [(1, self.fields[field].having(words))] if field in self.fields else []
            case InNotes(bits=bits):
                return [(1, bits)]
            case InDates():
                own = self.spans.where(lambda span: _in(span, what, reported=False))
                reported = self.spans.where(lambda span: _in(span, what, reported=True))
                return [(2, own), (1, reported)]
            case Sure():
                return [(1, self.sure.where(what.holds))]

    def _anywhere(self, words: Words) -> Found:
        tables: tuple[tuple[int, InvertedIndex | FieldIndex], ...] = (
            (SAID, self.said),
            (NAMED, self.named),
            (TOLD, self.told),
            (SOURCE, self.sources),
        )
        found = []
        last = words.last
        if last.open or last.near or last.forms:
            # What is written just so comes before what goes on or is written otherwise.
            just_so = Words((*words.terms[:-1], last._replace(open=False, near=False, forms=())))
            found = [(weight, table.having(just_so)) for weight, table in tables]
            tables = tuple((weight - 1, table) for weight, table in tables)
        found += [(weight, table.having(words)) for weight, table in tables]
        return [(weight, having) for weight, having in found if having]


def _in(span: DayRange | None, days: InDates, *, reported: bool) -> bool:
    if span is None or span.reported is not reported:
        return False
    return span.first <= days.last and span.last >= days.first


# ------------------------------------------------------------------------ kept for a corpus


class _Indexes:
    """The indexes of a corpus, each made when its kind is first searched."""

    def __init__(self) -> None:
        self._made: dict[str, Index] = {}
        self._making = threading.Lock()

    def has(self, kind: str) -> bool:
        return kind in self._made

    def of(self, corpus: Corpus, kind: str, wanted: Callable[[], bool]) -> Index:
        # A thread may make an index while another asks for it.
        made = self._made.get(kind)
        if made is not None:
            return made
        with self._making:
            if kind not in self._made:
                self._made[kind] = _index(corpus, kind, wanted)
            return self._made[kind]


def _index(corpus: Corpus, kind: str, wanted: Callable[[], bool]) -> Index:
    # Here and not above: most launches ask nothing, and where an index is kept none is made.
    from tui.search import index_making, kept_index

    kept = kept_index.of(corpus, kind)
    return Index(corpus, kind, kept or index_making.made(corpus, kind, wanted))


_of_corpus: dict[int, _Indexes] = {}


def index_of(corpus: Corpus, kind: str, wanted: Callable[[], bool] = _always) -> Index:
    """The index of a corpus (the whole of it), kept for as long as the corpus is. Unwanted
    when it is not there yet, and is ``wanted`` no more before it is made."""
    whole = corpus.whole
    known = _of_corpus.get(id(whole))
    if known is None:
        known = _of_corpus[id(whole)] = _Indexes()
        weakref.finalize(whole, _of_corpus.pop, id(whole), None)
    return known.of(whole, kind, wanted)


def is_made(corpus: Corpus, kind: str) -> bool:
    """Whether there is an index already, so that no query waits for it."""
    known = _of_corpus.get(id(corpus.whole))
    return known is not None and known.has(kind)
