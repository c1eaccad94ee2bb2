"""Hits: the records that are found, each with where its words stand and why it is here.

Where words stand is looked up for a hit when it is asked, so that a list of a hundred
thousand hits costs what is shown of it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, repeat, starmap
from typing import NamedTuple, overload

import tui.search.fields as places
from tui.annotation import FIELDS as ADDED
from tui.corpus import Corpus
from tui.folding import Folded, fold
from tui.model import Quote, Record
from tui.search.fields import FIELDS, Places
from tui.search.index import Found, Index
from tui.search.inverted_index import RankedBits, members
from tui.search.matching import stands_in
from tui.search.notes import value_having
from tui.search.query import Clause, InDates, InField, InNotes, Query, Sure, What, Words

Spans = tuple[tuple[int, int], ...]

ANYWHERE: tuple[Places, ...] = (places.said, places.named, places.told, places.sources)
"""Where words that belong to no field are looked for, the most telling first."""


class _Seen(NamedTuple):
    """What a clause found in a record: stretches of its own words, or a reason."""

    spans: Spans
    why: str


class Hit:
    """A record that is found. ``spans`` are stretches of its own words (``text_of``);
    ``why`` says what else a word was found in, "" where nothing else had to be looked at."""

    __slots__ = ("_corpus", "_query", "_seen", "record", "score")

    def __init__(self, corpus: Corpus, query: Query, record: Record, score: int) -> None:
        self.record = record
        self.score = score
        self._corpus = corpus
        self._query = query
        self._seen: _Seen | None = None

    @property
    def spans(self) -> Spans:
        return self._look().spans

    @property
    def why(self) -> str:
        return self._look().why

    def _look(self) -> _Seen:
        if self._seen is None:
            self._seen = seen(self._corpus, self._query, self.record)
        return self._seen

    def stretches(self, text: str) -> Spans:
        """Where the words that were looked for stand in another text of the record."""
        return stretches(self._query, text)

    def __repr__(self) -> str:
        return f"Hit({self.record.id}, score={self.score}, spans={self.spans}, why={self.why!r})"


class Ranked:
    """The numbers of the records that are found, in the order of hits, each with its score."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._levels = [RankedBits(bits) for _score, bits in found]
        self._before = list(accumulate(map(len, self._levels), initial=0))

    def __len__(self) -> int:
        return self._before[-1]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for (score, bits), _numbers in zip(self._found, self._levels, strict=True):
            yield from zip(members(bits), repeat(score))

    def at(self, place: int) -> tuple[int, int]:
        """What stands at a place: its number and its score."""
        level = bisect_right(self._before, place) - 1
        return self._levels[level][place - self._before[level]], self._found[level][0]

    def place(self, number: int) -> int:
        """Where a number stands, or -1."""
        for before, (_score, bits) in zip(self._before, self._found, strict=False):
            if bits >> number & 1:
                return before + (bits & ((1 << number) - 1)).bit_count()
        return -1


class Hits(Sequence[Hit]):
    """The hits of an answer, the best first and then by date, made as they are asked for."""

    def __init__(self, corpus: Corpus, query: Query, index: Index, found: Found) -> None:
        self._corpus = corpus
        self._query = query
        self._index = index
        self._ranked = Ranked(found)
        self.records = HitRecords(index, found, self._ranked)
        """The records alone."""

    def __len__(self) -> int:
        return len(self._ranked)

    def __iter__(self) -> Iterator[Hit]:
        return starmap(self._hit, self._ranked)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Hit]: ...
    def __getitem__(self, at: int | slice) -> Hit | Sequence[Hit]:
        places = range(len(self))[at]
        if isinstance(places, range):
            return [self._hit(*self._ranked.at(place)) for place in places]
        return self._hit(*self._ranked.at(places))

    def _hit(self, number: int, score: int) -> Hit:
        return Hit(self._corpus, self._query, self._index.records[number], score)


class HitRecords(Sequence[Record]):
    """The records of hits, in their order."""

    def __init__(self, index: Index, found: Found, ranked: Ranked) -> None:
        self._index = index
        self._found = found
        self._ranked = ranked

    def __len__(self) -> int:
        return len(self._ranked)

    @property
    def chosen(self) -> Sequence[int]:
        """The places of the records in their table."""
        numbers = chain.from_iterable(members(bits) for _score, bits in self._found)
        return array("I", map(self._index.records.chosen.__getitem__, numbers))

    def __iter__(self) -> Iterator[Record]:
        numbers = chain.from_iterable(members(bits) for _score, bits in self._found)
        return map(self._index.records.__getitem__, numbers)

    @overload
    def __getitem__(self, at: int) -> Record: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...
    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        places = range(len(self))[at]
        records, ranked = self._index.records, self._ranked
        if isinstance(places, range):
            return [records[ranked.at(place)[0]] for place in places]
        return records[ranked.at(places)[0]]

    def place(self, record_id: str) -> int:
        """Where the record with an id stands, or -1, which costs the same among however many."""
        number = self._index.number(record_id)
        return -1 if number < 0 else self._ranked.place(number)


# ---------------------------------------------------------------------------------- why


def seen(corpus: Corpus, query: Query, record: Record) -> _Seen:
    """Where the words of a query stand in a record, and why else it is found."""
    spans: list[tuple[int, int]] = []
    reasons: list[str] = []
    for part in dict.fromkeys(query.parts):
        found = [
            each
            for clause in part.either
            if not clause.without and (each := seen_of(corpus, clause.what, record))
        ]
        lit = [span for each in found for span in each.spans]
        spans.extend(lit)
        if found and not lit:
            reasons.append(found[0].why)
    return _Seen(merged(spans), " · ".join(dict.fromkeys(filter(None, reasons))))


def seen_of(corpus: Corpus, what: What, record: Record) -> _Seen | None:
    """What a record has of one thing that is asked for; None where it has not."""
    match what:
        case Words():
            return _words(corpus, what, record, ANYWHERE)
        case InNotes(name, words):
            return _added(corpus, name, words, record)
        case InField(field, words):
            if field in ADDED:
                return _added(corpus, field, words, record)
            return _words(corpus, words, record, (FIELDS[field],))
        case InDates():
            span = places.dated(corpus, record)
            within = span and span.first <= what.last and span.last >= what.first
            return _Seen((), span.why) if span and within else None
        case Sure():
            if isinstance(record, Quote) and what.holds(record.sure):
                return _Seen((), f"sure {record.sure:g}")
            return None


def _added(corpus: Corpus, field: str, words: Words, record: Record) -> _Seen | None:
    value = value_having(corpus.added.to(record.id), field, words)
    return _Seen((), f"{field} {value}") if value is not None else None


_folded = lru_cache(maxsize=8)(fold)
"""A text in which one word of a query is looked for, and then the next."""


def _words(corpus: Corpus, words: Words, record: Record, where: tuple[Places, ...]) -> _Seen | None:
    for each in where:
        for place in each(corpus, record):
            folded = _folded(place.words)
            found = stands_in(folded.text, words)
            if each is places.said:
                spans = tuple(folded.span(start, end) for start, end in found)
                if spans:
                    return _Seen(spans, "")
            elif next(found, None) is not None:
                return _Seen((), place.why)
    return None


def stretches(query: Query, text: str) -> Spans:
    """Where the words of a query, of a field or of none, stand in any text."""
    return merged(stands_of(query.clauses, fold(text)))


def stands_of(clauses: Iterable[Clause], folded: Folded) -> list[tuple[int, int]]:
    """Where the words of clauses, of a field or of none, stand in the original of a text."""
    found: list[tuple[int, int]] = []
    for clause in clauses:
        if isinstance(clause.what, InField) and clause.what.field in ADDED:
            # What is added stands in no text.
            continue
        what = clause.what.words if isinstance(clause.what, InField) else clause.what
        if isinstance(what, Words) and not clause.without:
            found += (folded.span(start, end) for start, end in stands_in(folded.text, what))
    return found


def merged(spans: list[tuple[int, int]]) -> Spans:
    """Stretches in order, those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
