"""How an index is made: from records that come one by one in whatever order, so that of many none
needs to be held, and from what another index has of records that are the same. Records are taken
by their places; in the index they stand in the order of their dates."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

import tui.search.fields as places
import tui.search.inflection as inflection
from tui.corpus import Corpus
from tui.digests import number_of
from tui.model import Quote, Record
from tui.search.facets import month_of, stated
from tui.search.fields import DayRange, Places, likeness
from tui.search.index import FieldIndex, IndexParts, Stated, Unwanted, ValueIndex
from tui.search.inverted_index import WordsMaking, as_bits, members, words_in
from tui.tables.grouping import GONE, Grouping
from tui.tables.kept_arrays import KeptTexts, as_kept
from tui.tables.lazy_records import LazyRecords, passing

IDS = ("speaker", "party")
"""The fields whose values are ids."""

NAMES = 5_000
"""Names of which the words are at hand, as most come again and again."""


def made(corpus: Corpus, kind: str, wanted: Callable[[], bool]) -> IndexParts:
    """The parts of the index of all records of a kind; Unwanted when nobody wants it any more."""
    table, making = corpus.of(kind), IndexMaking(corpus, kind)
    large = isinstance(table, LazyRecords) and table.columns is not None
    for place, record in enumerate(passing(table) if large else table):
        if not wanted():
            raise Unwanted
        making.take(place, record)
    return making.made()


class IndexMaking:
    """The parts of an index, while its records come. ``stating`` works out what they state in
    each field too."""

    def __init__(self, corpus: Corpus, kind: str, *, stating: bool = False) -> None:
        self._corpus, self._kind = corpus, kind
        self._serbian = inflection.articles(corpus)
        self._inflected = array("I")
        self._said, self._told = WordsMaking(), WordsMaking()
        self._spans, self._sure = Grouping(), Grouping()
        asked: dict[str, Places] = {"named": places.named, "sources": places.sources}
        asked |= {
            field: of for field, of in places.FIELDS.items() if places.means_something(field, kind)
        }
        self._tells = places.FIELDS.keys() & asked if stating else ()
        self._fields = {
            field: _FieldMaking(corpus, field, of, field in self._tells)
            for field, of in asked.items()
        }

    def take(self, place: int, record: Record) -> None:
        """Take one more record."""
        corpus = self._corpus
        self._said.take(place, [words_in(each.words) for each in places.said(corpus, record)])
        self._told.take(place, [words_in(each.words) for each in places.told(corpus, record)])
        self._spans.take(place, (places.dated(corpus, record),))
        self._sure.take(place, (record.sure if isinstance(record, Quote) else 1.0,))
        for each in self._fields.values():
            each.take(place, record)
        if self._serbian and not self._serbian.isdisjoint(places.articles_of(record)):
            self._inflected.append(place)

    def take_over(self, kept: IndexParts, moved: Sequence[int]) -> None:
        """Take what another index has of the records that are the same; ``moved`` tells where
        each of its places is now."""
        now = array("I", map(moved.__getitem__, kept.places))
        self._said.take_over(kept.said, now)
        self._told.take_over(kept.told, now)
        self._spans.take_over(kept.spans.keys, kept.spans.groups, now)
        self._sure.take_over(kept.sure.keys, kept.sure.groups, now)
        for field, each in self._fields.items():
            each.take_over(kept.fields[field], kept.stated(field), now)
        inflected = map(now.__getitem__, members(kept.inflected))
        self._inflected.extend(place for place in inflected if place != GONE)

    def made(self) -> IndexParts:
        """The parts of the index of all that were taken."""
        every = sorted((_first_day(span), place) for span, place in self._spans.pairs())
        order = array("I", (place for _day, place in every))
        size = len(order)
        rank = array("I", bytes(4 * size))
        for number, place in enumerate(order):
            rank[place] = number
        inflected = as_bits(map(rank.__getitem__, self._inflected), size) if self._inflected else 0
        fields = {field: each.made(rank, inflected != 0) for field, each in self._fields.items()}
        spans, tells = _values(self._spans, rank), {}
        for field in self._tells:
            tells[field] = self._fields[field].told(fields[field].records.keys)
        if self._tells and places.means_something("date", self._kind):
            tells["date"] = Stated([tuple(month_of(span)) for span in spans.keys], {})
        return IndexParts(
            order,
            inflected,
            self._said.made(order, rank),
            self._told.made(order, rank),
            fields,
            spans,
            _values(self._sure, rank),
            tells.get,
        )


def _first_day(span: DayRange | None) -> str:
    return span.first if span else "~"  # after every digit


def _values(grouping: Grouping, rank: Sequence[int]) -> ValueIndex[Any]:
    return ValueIndex(*grouping.made(renumbered=rank), len(rank))


class _FieldMaking:
    """The places of one sort, while the records come that share them; and what these state. What
    records share has a number, which is the same in a file."""

    def __init__(self, corpus: Corpus, field: str, of: Places, stating: bool) -> None:
        self._corpus, self._field, self._of, self._stating = corpus, field, of, stating
        self._numbers: dict[Hashable, int] = {}
        self._grouping = Grouping()
        self._words: dict[int, Sequence[str]] = {}
        self._stated: dict[int, Sequence[str]] = {}
        self._before: FieldIndex | None = None

    def take(self, place: int, record: Record) -> None:
        """Take one more record."""
        like = likeness(self._field, record)
        number = self._numbers.get(like)
        if number is None:
            number = self._numbers[like] = number_of(as_kept(repr(like)))
            if number not in self._stated:
                self._words[number] = [each.words for each in self._of(self._corpus, record)]
                states = stated(self._corpus, self._field, record) if self._stating else ()
                self._stated[number] = tuple(dict.fromkeys(states))
        self._grouping.take(place, (number,))

    def take_over(self, kept: FieldIndex, told: Stated | None, moved: Sequence[int]) -> None:
        """Take the groups of which some records are the same."""
        self._before, keys, groups = kept, kept.records.keys, kept.records.groups
        self._grouping.take_over(keys, groups, moved)
        states = told.groups if told else repeat((), len(keys))
        for number, values, alike in zip(keys, states, groups.values(), strict=True):
            if any(moved[each] != GONE for each in alike):
                self._stated[number] = values

    def made(self, rank: Sequence[int], inflected: bool) -> FieldIndex:
        """The index of the field."""
        keys, groups = self._grouping.made(renumbered=rank)
        words, of_words, known = list[bytes](), array("I"), lru_cache(NAMES)(words_in)
        indexed = WordsMaking()
        kept = self._before.words if self._before else KeptTexts((0,), memoryview(b""))
        before, moved = self._places_before(), array("I", [GONE]) * len(kept)
        for group, number in enumerate(keys):
            for place in before.get(number, ()) if number not in self._words else ():
                moved[place] = len(words)
                words.append(kept.kept(place))
                of_words.append(group)
            for each in self._words.get(number, ()):
                indexed.take(len(words), [known(each)])
                words.append(as_kept(each))
                of_words.append(group)
        if self._before:
            indexed.take_over(self._before.texts.words, moved)
        every = range(len(words))
        return FieldIndex(
            ValueIndex(array("Q", keys), groups, len(rank)),
            KeptTexts.of(words),
            of_words,
            indexed.made(every, every),
            inflected,
        )

    def _places_before(self) -> Mapping[int, Sequence[int]]:
        """The places of the groups that were taken over."""
        found: dict[int, array[int]] = {}
        if self._before:
            keys = self._before.records.keys
            for place, group in enumerate(self._before.groups):
                found.setdefault(keys[group], array("I")).append(place)
        return found

    def told(self, keys: Sequence[int]) -> Stated:
        """What the records of each group state."""
        values = [self._stated[number] for number in keys]
        ids = {each for several in values for each in several} if self._field in IDS else ()
        return Stated(values, {each: self._corpus.name(each) for each in sorted(ids)})
