"""How an index is made: the records of a kind are gone through in the order of their dates, one by
one, so that of many none needs to be held."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import Any

import tui.search.fields as places
import tui.search.inflection as inflection
from tui.columns import ARTICLES, DATES, when_from
from tui.corpus import Corpus
from tui.lazy_records import LazyRecords
from tui.model import Quote, Record
from tui.search.facets import stated
from tui.search.fields import DayRange, Places, likeness
from tui.search.index import FieldIndex, IndexParts, Stated, Unwanted, ValueIndex
from tui.search.inverted_index import WordsMaking, as_bits


def made(
    corpus: Corpus, kind: str, wanted: Callable[[], bool], *, stating: bool = False
) -> IndexParts:
    """The parts of an index; Unwanted when nobody wants it any more. ``stating`` works out what
    the records state in each field too."""
    table = corpus.of(kind)
    lazy = isinstance(table, LazyRecords) and table.columns is not None
    one: Callable[[int], Record] = table.make if lazy else table.__getitem__  # type: ignore[attr-defined]
    spans_of = _by_columns(corpus, kind, one) if lazy else _by_records(corpus, table)
    dated = [(span, place) for place, span in enumerate(spans_of)]
    dated.sort(key=lambda each: _first_day(each[0]))
    serbian = inflection.articles(corpus)
    inflected, said, told = array("I"), WordsMaking(), WordsMaking()
    spans: _Grouping = _Grouping()
    sure: _Grouping = _Grouping()
    fields = {"named": places.named, "sources": places.sources, **places.FIELDS}
    making = {
        field: _FieldMaking(field, of)
        for field, of in fields.items()
        if field not in places.FIELDS or places.means_something(field, kind)
    }
    tells = {field: list[Sequence[str]]() for field in (*places.FIELDS, "date")}
    for number, (span, place) in enumerate(dated):
        if not wanted():
            raise Unwanted
        record = one(place)
        said.take(each.words for each in places.said(corpus, record))
        told.take(each.words for each in places.told(corpus, record))
        new = {field for field, each in making.items() if each.take(corpus, record)}
        if spans.take(span):
            new.add("date")
        sure.take(record.sure if isinstance(record, Quote) else 1.0)
        if serbian and not serbian.isdisjoint(places.articles_of(record)):
            inflected.append(number)
        for field in new.intersection(tells) if stating else ():
            tells[field].append(tuple(dict.fromkeys(stated(corpus, field, record))))
    size = len(dated)
    bits = as_bits(inflected, size) if inflected else 0
    return IndexParts(
        array("I", (place for _span, place in dated)),
        bits,
        said.made(),
        told.made(),
        {field: each.made(size, bool(bits)) for field, each in making.items()},
        ValueIndex(spans.groups, size),
        ValueIndex(sure.groups, size),
        _told(corpus, tells) if stating else lambda _field: None,
    )


def _told(
    corpus: Corpus, tells: Mapping[str, Sequence[Sequence[str]]]
) -> Callable[[str], Stated | None]:
    def of(field: str) -> Stated | None:
        groups, ids = tells[field], ("speaker", "party")
        named = {value for values in groups for value in values} if field in ids else ()
        return Stated(groups, {value: corpus.name(value) for value in sorted(named)})

    return of


def _by_records(corpus: Corpus, table: Sequence[Record]) -> Iterator[DayRange | None]:
    """The days of each record."""
    return (places.dated(corpus, record) for record in table)


def _by_columns(
    corpus: Corpus, kind: str, one: Callable[[int], Record]
) -> Iterator[DayRange | None]:
    """The same of records of which hardly one is made for that."""
    if kind not in DATES.kinds:
        yield from repeat(None, len(corpus.of(kind)))
        return
    dates, articles = corpus.column(kind, DATES), None
    if kind in ARTICLES.kinds:
        articles = corpus.column(kind, ARTICLES)
    reported = cache(lambda article: places.dated(corpus, corpus.article(article)))
    for place in range(len(corpus.of(kind))):
        key, within = dates.key_of(place), articles.numbers_of(place) if articles else ()
        if key is not None and when_from(key).known:
            edtf, first, last = key
            yield DayRange(first or "0000", last or "9999", False, edtf)
        elif key is not None and articles and len(within) == 1:
            span = reported(articles.keys[within[0]])
            yield span and span._replace(reported=True)
        else:
            yield places.dated(corpus, one(place))


def _first_day(span: DayRange | None) -> str:
    return span.first if span else "~"  # after every digit


class _Grouping:
    """The numbers of records by a key, taken one after the other."""

    def __init__(self) -> None:
        self.groups: dict[Any, array[int]] = {}
        self._count = 0

    def take(self, key: Hashable) -> bool:
        """Take the key of one more record; whether none before had it."""
        number, self._count = self._count, self._count + 1
        if key in self.groups:
            self.groups[key].append(number)
            return False
        self.groups[key] = array("I", (number,))
        return True


class _FieldMaking:
    """The places of one sort, taken one record after the other."""

    def __init__(self, field: str, of: Places) -> None:
        self._field, self._of = field, of
        self._grouping = _Grouping()
        self._words: list[str] = []
        self._keys: list[Hashable] = []
        self._indexed = WordsMaking()

    def take(self, corpus: Corpus, record: Record) -> bool:
        """Take one more record; whether none before was like it."""
        key = likeness(self._field, record)
        new = self._grouping.take(key)
        for place in self._of(corpus, record) if new else ():
            self._words.append(place.words)
            self._keys.append(key)
            self._indexed.take((place.words,))
        return new

    def made(self, size: int, inflected: bool) -> FieldIndex:
        records = ValueIndex(self._grouping.groups, size)
        return FieldIndex(records, self._words, self._keys, self._indexed.made(), inflected)
