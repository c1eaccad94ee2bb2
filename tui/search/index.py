"""The index: the records of a kind in order of their dates, and which of them a query finds.

Chosen by measurement (``python -m tests.bench.search``; the figures stand beside
that program): words to the records that have them, as sorted arrays and as bits,
answers within a few milliseconds among 100,000 quotes where a scan takes tens, and needs
no library and no file. SQLite's full text index is as quick for a word (3 ms, no order)
and takes less memory, but 22 to 75 ms for a letter being typed, and has no word for marks
inside words, for words written much so, or for why. An index is made when a kind is first
searched, once for a corpus, and goes when the corpus goes.
"""

from __future__ import annotations

import threading
import weakref
from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Generic, TypeVar, cast

import tui.search.fields as places
import tui.search.inflection as inflection
from tui.corpus import Corpus
from tui.model import Quote, Record
from tui.search.fields import NAMED, SAID, SOURCE, TOLD, DayRange, Places, likeness
from tui.search.inverted_index import InvertedIndex, as_bits, members
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

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")

Found = list[tuple[int, int]]
"""What a clause counts for the records that it finds: weights, each with its records."""

RANKED = 32
"""So many parts of a query order what is found; those after them only have to hold."""


def _always() -> bool:
    return True


class Unwanted(Exception):
    """Nobody wants the index any more that is being made."""


class ValueIndex(Generic[K]):
    """The numbers of records, those together that have the same key."""

    KEPT = 32
    """So many of the last answers are kept: a letter more leaves most often the same keys."""

    def __init__(self, keys: Iterable[K]) -> None:
        groups: dict[K, array[int]] = {}
        count = 0
        for count, key in enumerate(keys, 1):
            if key in groups:
                groups[key].append(count - 1)
            else:
                groups[key] = array("I", (count - 1,))
        self.groups: Mapping[K, array[int]] = groups
        self._size = count
        self._known: dict[frozenset[K], int] = {}

    def having(self, keys: Iterable[K]) -> int:
        """The records that have one of these keys."""
        wanted = frozenset(keys)
        found = self._known.pop(wanted, None)
        if found is None:
            found = self._bits(wanted)
            if len(self._known) >= self.KEPT:
                self._known.pop(next(iter(self._known)))
        self._known[wanted] = found
        return found

    def _bits(self, wanted: frozenset[K]) -> int:
        groups, size = self.groups, self._size
        if 2 * sum(len(groups[key]) for key in wanted) <= size:
            return as_bits(chain.from_iterable(groups[key] for key in wanted), size)
        # Most of them are all but those that are left.
        others = (numbers for key, numbers in groups.items() if key not in wanted)
        return (1 << size) - 1 ^ as_bits(chain.from_iterable(others), size)


class FieldIndex:
    """The places of one sort, looked at once for all the records that share them."""

    def __init__(
        self,
        corpus: Corpus,
        records: Sequence[Record],
        field: str,
        of: Places,
        inflected: bool = False,
    ) -> None:
        self.records = ValueIndex(likeness(field, record) for record in records)
        self._words: list[str] = []
        self._keys: list[Hashable] = []
        for key, numbers in self.records.groups.items():
            for place in of(corpus, records[numbers[0]]):
                self._words.append(place.words)
                self._keys.append(key)
        # A name stands in the nominative wherever it is from.
        self.texts = InvertedIndex(
            ((words,) for words in self._words), self._original, -1 if inflected else 0
        )

    def having(self, words: Words) -> int:
        """The records that have these words in one of their places."""
        return self.records.having(self._keys[place] for place in members(self.texts.having(words)))

    def _original(self, place: int) -> Iterable[str]:
        return (self._words[place],)


class Index:
    """The records of one kind, those that are dated first, and what they are found by."""

    def __init__(self, corpus: Corpus, kind: str, wanted: Callable[[], bool] = _always) -> None:
        # Not the corpus itself: the index must not keep alive what it is dropped with.
        self._corpus = weakref.ref(corpus)
        dated = [(places.dated(corpus, record), record) for record in corpus.of(kind)]
        dated.sort(key=lambda each: _first_day(each[0]))
        self.kind = kind
        self.records: tuple[Record, ...] = tuple(record for _span, record in dated)
        # A mapping would take a seventh of the room of all that is said.
        self._by_id = array("I", sorted(range(len(self.records)), key=self._id))
        self.all = (1 << len(self.records)) - 1
        self.inflected = self._of_inflected(corpus)
        """The records of articles in Serbian, whose words are found in all their forms."""
        self.said = self._texts(corpus, places.said, wanted)
        self.told = self._texts(corpus, places.told, wanted)
        some = self.inflected != 0
        self.named = FieldIndex(corpus, self.records, "named", places.named, some)
        self.sources = FieldIndex(corpus, self.records, "sources", places.sources, some)
        self.fields = {
            field: FieldIndex(corpus, self.records, field, of, some)
            for field, of in places.FIELDS.items()
            if places.means_something(field, kind)
        }
        self.spans = ValueIndex(span for span, _record in dated)
        self.sure = ValueIndex(
            record.sure if isinstance(record, Quote) else 1.0 for record in self.records
        )
        self._kept: tuple[weakref.ref[Corpus], int] | None = None
        self._known: dict[str, object] = {}

    def _of_inflected(self, corpus: Corpus) -> int:
        articles = inflection.articles(corpus)
        if not articles:
            return 0
        numbers = (
            number
            for number, record in enumerate(self.records)
            if not articles.isdisjoint(places.articles_of(record))
        )
        return as_bits(numbers, len(self.records))

    def _id(self, number: int) -> str:
        return self.records[number].id

    def number(self, record_id: str) -> int:
        """The number of the record with an id (of several the first), or -1."""
        at = bisect_left(self._by_id, record_id, key=self._id)
        if at == len(self._by_id) or self._id(number := self._by_id[at]) != record_id:
            return -1
        return number

    def _texts(self, corpus: Corpus, of: Places, wanted: Callable[[], bool]) -> InvertedIndex:
        def words(corpus: Corpus, record: Record) -> tuple[str, ...]:
            return tuple(place.words for place in of(corpus, record))

        def original(number: int) -> Iterable[str]:
            corpus = self._corpus()
            return words(corpus, self.records[number]) if corpus is not None else ()

        def all_words() -> Iterable[tuple[str, ...]]:
            for record in self.records:
                if not wanted():
                    raise Unwanted
                yield words(corpus, record)

        return InvertedIndex(all_words(), original, self.inflected)

    def within(self, corpus: Corpus) -> int:
        """The records that a corpus has kept when it was narrowed."""
        if corpus.narrowed_from is None or corpus.of(self.kind) is corpus.whole.of(self.kind):
            return self.all
        if self._kept is None or self._kept[0]() is not corpus:
            kept = {record.id for record in corpus.of(self.kind)}
            numbers = (n for n, record in enumerate(self.records) if record.id in kept)
            self._kept = weakref.ref(corpus), as_bits(numbers, len(self.records))
        return self._kept[1]

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
                spans = self.spans.groups
                own = (span for span in spans if _in(span, what, reported=False))
                reported = (span for span in spans if _in(span, what, reported=True))
                return [(2, self.spans.having(own)), (1, self.spans.having(reported))]
            case Sure():
                return [(1, self.sure.having(filter(what.holds, self.sure.groups)))]

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


def _first_day(span: DayRange | None) -> str:
    return span.first if span else "~"  # after every digit


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
                self._made[kind] = Index(corpus, kind, wanted)
            return self._made[kind]


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
