"""Choosing among what records have: the values of each field, how many records each
leaves, and the filter that a choice is.

Of one field any of the chosen values will do, and every field with a choice has to hold.
What a value leaves follows from the words searched for and from the choices in the other
fields, not from those in its own: it is what choosing it besides would give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import tui.search.fields as places
from tui.corpus import Corpus, Filter
from tui.dates import readable
from tui.folding import folded
from tui.model import Actor, Disagreement, Event, Figure, Quote, Record
from tui.search.answers import Answer
from tui.search.index import index_of
from tui.search.query import RUN, Query

ADDED = "added"
"""The field of what the reader has added, which changes with a key."""

FIELDS = ("speaker", "party", "source", "date", "kind", "topic", ADDED)
"""The fields that have values to choose from, in the order they are offered."""

NONE = ""
"""The value of a record that has none."""

Chosen = Mapping[str, tuple[str, ...]]
"""The values that are chosen, field by field, in the order they were."""


@dataclass(frozen=True, slots=True)
class FieldFilter:
    """The records of a kind that have one of some values in a field."""

    kind: str
    field: str
    values: tuple[str, ...]

    def describe(self, corpus: Corpus) -> str:
        named = [in_words(corpus, self.field, value) for value in self.values]
        more = f" or {len(named) - NAMED} more" if len(named) > NAMED else ""
        label = "" if self.field in ("date", "kind", ADDED) else f"{self.field} "
        return f"{label}{' or '.join(named[:NAMED])}{more}"

    def keeps(self, record: Record, corpus: Corpus) -> bool:
        return any(value in self.values for value in values_of(corpus, self.field, record))


NAMED = 3
"""So many values of a choice are named; of more, how many they are."""


def values_of(corpus: Corpus, field: str, record: Record) -> Sequence[str]:
    """What a record has in a field: actors by their id, months as 2023-12; ``NONE`` where
    it has nothing."""
    return tuple(dict.fromkeys(stated(corpus, field, record))) or (NONE,)


def stated(corpus: Corpus, field: str, record: Record) -> Iterator[str]:
    """The values that a record has in a field; nothing where it has none."""
    match field:
        case "speaker":
            yield from (each for each in _speakers(record) if isinstance(corpus.get(each), Actor))
        case "party":
            yield from (of.id for of, _label in places.parties_of(corpus, record))
        case "source":
            for each in places.articles_of(record):
                article = corpus.article(each)
                yield article.publisher or article.agency or article.title
        case "date":
            yield from month_of(places.dated(corpus, record))
        case "kind":
            yield _sort(record)
        case "topic":
            if isinstance(record, Quote):
                yield from record.topics
        case "rule":
            yield record.rule
        case "added":
            yield from corpus.added.to(record.id).values


def month_of(span: places.DayRange | None) -> Iterator[str]:
    """The month that some days lie in, if it is one."""
    if span and span.first[:7] == span.last[:7]:
        yield span.first[:7]


def _speakers(record: Record) -> tuple[str, ...]:
    match record:
        case Quote():
            return record.speakers
        case Event() | Figure():
            return record.claimed_by
        case Disagreement():
            told = (each for side in record.sides for each in side.told)
            return tuple(speaker for each in told for speaker in each.speakers)
    return ()


def _sort(record: Record) -> str:
    match record:
        case Quote() | Actor() | Disagreement():
            return record.type
        case Event() | Figure():
            return record.status
    return record.kind


def in_words(corpus: Corpus, field: str, value: str) -> str:
    """A value as it is shown."""
    if value == NONE:
        none = {
            "date": "in no one month",
            "speaker": "nobody named",
            ADDED: "nothing added",
        }
        return none.get(field, f"no {field}")
    if field in ("speaker", "party"):
        return corpus.name(value)
    return readable(value) if field == "date" else value


def alike(corpus: Corpus, kind: str, field: str) -> Sequence[tuple[Sequence[str], Sequence[int]]]:
    """All records of a kind, by their numbers in its index, those together that are alike in
    a field; and the values that these state."""
    index, whole = index_of(corpus, kind), corpus.whole

    def work() -> list[tuple[Sequence[str], Sequence[int]]]:
        told = index.stated(field)
        if told is not None:
            return list(zip(told.groups, index.alike(field), strict=True))
        return [
            (tuple(dict.fromkeys(stated(whole, field, index.records[numbers[0]]))), numbers)
            for numbers in index.alike(field)
        ]

    return index.once(field, work)


def names(corpus: Corpus, kind: str, field: str) -> Mapping[str, str]:
    """What the values of a field are called, as far as that is known without their records."""
    index = index_of(corpus, kind)

    def work() -> Mapping[str, str]:
        told = index.stated(field)
        return told.names if told is not None else {}

    return index.once(f"names of {field}", work)


class Value(NamedTuple):
    """A value of a field: what it is, how it is shown, and how many records it leaves."""

    key: str
    shown: str
    total: int


class FacetChoices:
    """What there is to choose from among the records of a kind.

    ``corpus`` may be narrowed. What narrows it in one of ``fields`` is what is chosen
    already, and is not otherwise heeded; its other filters are, and so is a query.
    """

    def __init__(
        self,
        corpus: Corpus,
        kind: str,
        query: Query | None = None,
        fields: Sequence[str] = FIELDS,
    ) -> None:
        self.kind = kind
        self.query = query or Query()
        on = corpus.filters_on(kind)
        mine = [
            f for f in on if isinstance(f, FieldFilter) and f.kind == kind and f.field in fields
        ]
        self.chosen: Chosen = {each.field: each.values for each in mine}
        self.others: tuple[Filter, ...] = tuple(each for each in on if each not in mine)
        self.corpus = corpus.refined(kind, self.others)
        self._whole = corpus.whole
        self._offered = tuple(each for each in fields if places.means_something(each, kind))
        self._shown: dict[tuple[str, str], str] = {}

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields that tell these records apart."""
        return tuple(
            field
            for field in self._offered
            if field in self.chosen or len({*self._values(field)}) > 1
        )

    def unfiltered(self) -> FacetChoices:
        """The same without any filter on the kind; the query stays."""
        return FacetChoices(self.corpus.refined(self.kind), self.kind, self.query, self._offered)

    def count(self) -> None:
        """Work out what everything else follows from: of many records this takes a while."""
        for field in self.fields:
            self.values(field, self.chosen)

    def filters(self, chosen: Chosen) -> tuple[Filter, ...]:
        """A choice as filters, after those that stand anyway."""
        mine = (FieldFilter(self.kind, each, values) for each, values in chosen.items() if values)
        return (*self.others, *mine)

    def total(self, chosen: Chosen) -> int:
        """How many records a choice leaves."""
        return sum(self._left(chosen))

    @property
    def of(self) -> int:
        """How many there are of the kind."""
        return len(self._whole.of(self.kind))

    def values(self, field: str, chosen: Chosen) -> list[Value]:
        """All values of a field with how many records each leaves beside what is chosen in
        the other fields; the most frequent first, months in order of time, and what has
        none last."""
        having = self._left({other: some for other, some in chosen.items() if other != field})
        totals: Counter[str] = Counter()
        for values, numbers in self._groups(field):
            left = sum(map(having.__getitem__, numbers))
            for value in values:
                totals[value] += left
        found = [Value(key, self._in_words(field, key), total) for key, total in totals.items()]
        if field == "date":
            return sorted(found, key=lambda each: (each.key == NONE, each.key))
        return sorted(
            found, key=lambda each: (each.key == NONE, -each.total, each.shown.casefold(), each.key)
        )

    def _left(self, chosen: Chosen) -> bytearray:
        """A 1 for every record that a choice leaves."""
        left = self._base[:]
        for field, values in chosen.items():
            if not values:
                continue
            has = bytearray(len(left))
            for group, numbers in self._groups(field):
                if any(value in values for value in group):
                    for number in numbers:
                        has[number] = 1
            left = _both(left, has)
        return left

    @cached_property
    def _base(self) -> bytearray:
        """A 1 for every record that is found by the words, whatever is chosen."""
        return bytearray(Answer(self.corpus, self.query, self.kind).flags)

    def _groups(self, field: str) -> Iterator[tuple[Sequence[str], Sequence[int]]]:
        """The records that are alike in a field: their values, and their numbers."""
        if field == ADDED:
            yield from self._added
            return
        for values, numbers in alike(self._whole, self.kind, field):
            yield values or (NONE,), numbers

    @cached_property
    def _added(self) -> Sequence[tuple[Sequence[str], Sequence[int]]]:
        """The records to which the same is added; those to which nothing is, together."""
        index, added = index_of(self._whole, self.kind), self.corpus.added.by_record
        groups: dict[tuple[str, ...], list[int]] = {}
        rest = set(range(len(index.records)))
        for id, noted in added.items():
            number = index.number(id)
            if number >= 0 and (values := tuple(noted.values)):
                groups.setdefault(values, []).append(number)
                rest.discard(number)
        return [*groups.items(), ((NONE,), sorted(rest))]

    def _in_words(self, field: str, value: str) -> str:
        if (field, value) not in self._shown:
            named = names(self._whole, self.kind, field) if field != ADDED else {}
            self._shown[field, value] = named.get(value) or in_words(self._whole, field, value)
        return self._shown[field, value]

    def _values(self, field: str) -> Iterator[str]:
        return (value for values, _numbers in self._groups(field) for value in values)


def _both(one: bytearray, other: bytearray) -> bytearray:
    """Where there is a 1 in both; as numbers, many at a time."""
    both = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return bytearray(both.to_bytes(len(one), "little"))


def fits(shown: str, typed: str) -> bool:
    """Whether every typed word begins a word of what is shown, however it is spelt."""
    return all(any(word.startswith(run) for word in _runs(shown)) for run in _runs(typed))


@lru_cache(maxsize=20_000)
def _runs(text: str) -> tuple[str, ...]:
    return tuple(RUN.findall(folded(text)))
