"""What a chart of time shows: marks of events, the days of the reports, and lanes.

All of it is worked out from columns: how many have which date, and which of them belong to a
lane. No event is made for it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import chain, compress, groupby, pairwise, repeat
from operator import eq
from typing import Literal, NamedTuple

from tui.charts.marks import Dated, Marks, TimeMark, in_time, placed
from tui.corpus import Corpus
from tui.glyphs import STATUS_SIGNS
from tui.model import EVENT_STATUSES, Event
from tui.orders import SOURCES
from tui.tables.columns import ACTORS, ARTICLES, DATES, STATUSES, Column, ColumnField, column_of
from tui.tables.lazy_records import places_in, places_of
from tui.terminal_text import one_line

By = Literal["together", "kind", "article", "actor"]
LANES: tuple[By, ...] = ("together", "kind", "article", "actor")
"""What a chart can be divided by."""

NOBODY = "nobody named"

NEAR = 14
"""Events no more than so many days apart belong to one story."""


@dataclass(frozen=True, eq=False, repr=False)
class Lane:
    """The marks that belong together, in order of time, under a name; and how many things
    that have no date."""

    key: str
    name: str
    marks: Marks
    undated: int = 0


class LaneSizes(NamedTuple):
    """The keys of lanes in their order, and of each how many events have a date and how many
    have none."""

    keys: Sequence[str]
    dated: Mapping[str, int]
    undated: Mapping[str, int]


# Who runs a method of it in a thread has it named, which all events do not belong into.
@dataclass(frozen=True, eq=False, repr=False)
class TimeChart:
    """Events and reports of a corpus, by time."""

    corpus: Corpus
    events: Sequence[Event]

    # ------------------------------------------------------------------------- columns

    @cached_property
    def _table(self) -> Sequence[Event]:
        """The table that the events are chosen from."""
        return self.events if places_of(self.events) is None else self.corpus.whole.events

    @cached_property
    def _own(self) -> dict[str, Column]:
        return {}

    def _column(self, field: ColumnField) -> Column:
        """A column of the table, by whose places events are told here."""
        if self._table is self.corpus.whole.events:
            return self.corpus.column("event", field)
        if field.name not in self._own:
            having = (field.of(self.corpus, event) for event in self._table)
            self._own[field.name] = column_of(field, having)
        return self._own[field.name]

    @cached_property
    def _shown(self) -> bytearray:
        """By place, a 1 where an event is shown."""
        places = places_of(self.events)
        shown = bytearray(repeat(places is None, len(self._table)))
        for place in places or ():
            shown[place] = 1
        return shown

    @cached_property
    def _every(self) -> bool:
        """Whether all events of the table are shown."""
        return len(self.events) == len(self._table)

    @cached_property
    def _undated(self) -> bytearray:
        """By place, a 1 where an event is shown that has no date."""
        undated = bytearray(len(self._table))
        for key, places in self._column(DATES).groups():
            if placed(*key) is None:
                for place in places:
                    undated[place] = self._shown[place]
        return undated

    @cached_property
    def marks(self) -> Marks:
        """All dated events, in order of their days."""
        dates = self._column(DATES).groups()
        found = (Dated(days, places) for key, places in dates if (days := placed(*key)))
        return self._of(sorted(found, key=in_time), self._shown)

    def _of(self, dated: Iterable[Dated], flags: bytearray) -> Marks:
        """Of some dates the marks of the events that have a 1."""
        return Marks(self._table, (Dated(days, _kept(places, flags)) for days, places in dated))

    @cached_property
    def _numbers(self) -> Sequence[int]:
        """By place, the number of an event's date among those of the marks; -1 without one."""
        numbers = array("i", [-1]) * len(self._table)
        for number, (_placing, places) in enumerate(self.marks.dated):
            for place in places:
                numbers[place] = number
        return numbers

    # ------------------------------------------------------------------------ the whole

    def mark(self, event_id: str) -> TimeMark | None:
        """The mark of an event; None where it has no date, or is not shown."""
        place = places_in(self._table).get(event_id, -1)
        if place < 0 or not self._shown[place]:
            return None
        placing = placed(*self._column(DATES).key_of(place))
        return None if placing is None else TimeMark(self._table, place, placing)

    @cached_property
    def undated(self) -> int:
        """How many events have no date."""
        return len(self.events) - len(self.marks)

    @property
    def first_undated(self) -> str:
        """The id of the first event without a date."""
        return self._table[self._undated.index(1)].id

    @cached_property
    def reports(self) -> Marks:
        """The days on which the articles appeared: of all, or of those that tell what is
        shown where that is not all."""
        whole = self.corpus.whole
        told = bytearray(repeat(len(self.events) >= len(whole.events), len(whole.articles)))
        if not all(told):
            known, column = places_in(whole.articles), self._column(ARTICLES)
            shown = bytes(map(self._shown.__getitem__, column.places))
            for article, span in zip(column.keys, pairwise(column.starts), strict=True):
                told[known[article]] = shown.find(1, *span) >= 0
        dates = self.corpus.column("article", DATES).groups()
        found = (
            Dated(placing, _kept(places, told))
            for key, places in dates
            if (placing := placed(*key)) is not None
        )
        return Marks(whole.articles, sorted(found, key=in_time))

    @cached_property
    def opening(self) -> TimeMark | None:
        """The event with which what the reports are about begins: from the day of the first
        report back, as long as something happens every fortnight. What lies before that is
        background; a date of more days than these is too vague to lead on."""
        dated = self.marks.dated
        near = [at for at, (days, _) in enumerate(dated) if days.last - days.first <= NEAR]
        if not near or not self.reports:
            return None
        begins = self.reports.firsts[0]
        firsts = [self.marks.firsts[at] for at in near]
        for first in reversed(firsts[: bisect_left(firsts, begins)]):
            if begins - first > NEAR:
                break
            begins = first
        at = bisect_left(firsts, begins)
        return self.marks.begins(near[at]) if at < len(near) else None

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days on which something begins or ends, in order."""
        dated = chain(self.marks.dated, self.reports.dated)
        return tuple(sorted({day for days, _places in dated for day in days[:2]}))

    def prime(self, by: By = "together") -> None:
        """Make the marks and days, which every drawing needs, and how many each lane has."""
        _ = self.days, self.opening, self.names(by), self._numbers

    # -------------------------------------------------------------------------- lanes

    @cached_property
    def _made(self) -> dict[tuple[By, int, bool], tuple[Lane, ...]]:
        return {}

    @cached_property
    def _keyless(self) -> dict[By, Sequence[int]]:
        return {}

    @cached_property
    def _divisions(self) -> dict[By, LaneSizes]:
        return {}

    def lanes(self, by: By, most: int = 0, *, dated: bool = False) -> tuple[Lane, ...]:
        """The lanes, those of most marks first except kinds and articles, which have an
        order of their own; only those with a dated event where that is asked for. With
        ``most``, the last lane is all others together."""
        if by == "together":
            return (Lane("", "events", self.marks),)
        asked = by, most, dated
        if asked not in self._made:
            kept, rest = self._chosen(*asked)
            names = self.names(*asked)
            places = (self._places(by, key) for key in kept)
            both = zip(kept, names, map(self._marks, places), strict=False)
            made = [Lane(key, name, *marks) for key, name, marks in both]
            if rest:
                others = self._others(by, kept)
                marks = self._of(self.marks.dated, others)
                made.append(Lane("", names[-1], marks, others.count(1) - len(marks)))
            self._made[asked] = tuple(made)
        return self._made[asked]

    def names(self, by: By, most: int = 0, dated: bool = False) -> tuple[str, ...]:
        """The names of the lanes, without making them."""
        if by == "together":
            return ("events",)
        kept, rest = self._chosen(by, most, dated)
        others = (f"{rest} others",) if rest else ()
        return (*self._names(by, kept), *others)

    def _chosen(self, by: By, most: int, dated: bool) -> tuple[Sequence[str], int]:
        """The keys of the lanes that stand by themselves, and how many share the last one."""
        keys, having, lacking = self._division(by)
        if dated:
            keys = [key for key in keys if having[key]] or keys
        if not most or len(keys) <= most:
            return keys, 0
        # What has the most marks stays by itself, in the order that it has.
        sizes = [having[key] + (0 if dated else lacking[key]) for key in keys]
        largest = nlargest(most - 1, range(len(keys)), sizes.__getitem__)
        return [keys[at] for at in sorted(largest)], len(keys) - most + 1

    def _division(self, by: By) -> LaneSizes:
        if by not in self._divisions:
            having, lacking = dict[str, int](), dict[str, int]()
            for key, shown, undated in self._sizes(by):
                if shown:
                    having[key], lacking[key] = shown - undated, undated
            self._divisions[by] = LaneSizes(self._ordered(by, having), having, lacking)
        return self._divisions[by]

    def _sizes(self, by: By) -> Iterator[tuple[str, int, int]]:
        """Each key of a division, how many events with it are shown, and how many of these have
        no date."""
        column = self._column(_COLUMNS[by])
        undated = bytes(map(self._undated.__getitem__, column.places))
        shown = None if self._every else bytes(map(self._shown.__getitem__, column.places))
        for key, (start, end) in zip(column.keys, pairwise(column.starts), strict=True):
            many = end - start if shown is None else shown.count(1, start, end)
            yield key, many, undated.count(1, start, end)
        if by == "actor":
            nobodys = self._lacking(by)
            many = sum(map(self._shown.__getitem__, nobodys))
            yield "", many, sum(map(self._undated.__getitem__, nobodys))

    def _lacking(self, by: By) -> Sequence[int]:
        """The places of all events that have no key of a division: those that name no actor."""
        if by not in self._keyless:
            _numbers, starts = self._column(_COLUMNS[by]).by_place
            told = len(starts) - 1
            found = array("I", compress(range(told), map(eq, starts, starts[1:])))
            found.extend(range(told, len(self._table)))
            self._keyless[by] = found
        return self._keyless[by]

    def _groups(self, by: By, key: str) -> Sequence[int]:
        """The places of all events that belong to a lane, shown or not."""
        nobodys = by == "actor" and not key
        return self._lacking(by) if nobodys else self._column(_COLUMNS[by]).having(key)

    def _places(self, by: By, key: str) -> Sequence[int]:
        """The places of the events of a lane."""
        every = self._groups(by, key)
        return every if self._every else _kept(every, self._shown)

    def _others(self, by: By, kept: Iterable[str]) -> bytearray:
        """By place, a 1 where an event is shown that belongs to another lane than these."""
        _numbers, starts = self._column(_COLUMNS[by]).by_place
        others, alone = bytearray(self._shown), set(kept)
        if by != "actor" or "" in alone:
            for place in self._lacking(by):
                others[place] = 0
        groups = (self._groups(by, key) for key in alone - {""})
        for place, many in Counter(chain.from_iterable(groups)).items():
            if starts[place + 1] - starts[place] == many:
                others[place] = 0
        return others

    def _marks(self, places: Sequence[int]) -> tuple[Marks, int]:
        """The marks of the events at some places, and how many have no date."""
        number = self._numbers.__getitem__
        by_date = groupby(sorted(places, key=number), number)
        found = {at: array("I", group) for at, group in by_date}
        undated = len(found.pop(-1, ()))
        dated = self.marks.dated
        return Marks(self._table, [Dated(dated[at].placing, found[at]) for at in found]), undated

    def _ordered(self, by: By, having: Mapping[str, int]) -> Sequence[str]:
        if by == "kind":
            return [status for status in EVENT_STATUSES if status in having]
        if by == "article":
            dates = self.corpus.column("article", DATES)
            earliest = [key[1] or "9999" for key in dates.keys]
            listed = sorted(having, key=self._articles.__getitem__)
            return sorted(listed, key=lambda key: earliest[dates.numbers[self._articles[key]]])
        return sorted(having, key=lambda key: (key == "", -having[key], key))

    def _names(self, by: By, keys: Sequence[str]) -> Sequence[str]:
        if by == "kind":
            return [f"{STATUS_SIGNS.get(key, ' ')} {key}" for key in keys]
        if by == "actor":
            return [one_line(self.corpus.name(key)) if key else NOBODY for key in keys]
        sources, places, times = self.corpus.column("article", SOURCES), self._articles, self._times
        return [
            f"{self._day(key) if times[number] > 1 else ''} {name}".strip()
            for key in keys
            for number in (sources.numbers[places[key]],)
            for name in (one_line(str(sources.keys[number])),)
        ]

    @cached_property
    def _articles(self) -> Mapping[str, int]:
        return places_in(self.corpus.whole.articles)

    @cached_property
    def _times(self) -> Counter[int]:
        """How many of the articles that are lanes each source has, by its number."""
        numbers, places = self.corpus.column("article", SOURCES).numbers, self._articles
        return Counter(numbers[places[key]] for key in self._division("article").keys)

    def _day(self, article: str) -> str:
        """The day of a report, to tell two of one source from one another."""
        dates = self.corpus.column("article", DATES)
        _edtf, earliest, latest = dates.key_of(self._articles[article])
        return str(earliest[5:]) if earliest == latest else ""


def _kept(places: Sequence[int], flags: bytearray) -> Sequence[int]:
    """Those of some places that have a 1."""
    return array("I", compress(places, map(flags.__getitem__, places)))


_COLUMNS: dict[By, ColumnField] = {"kind": STATUSES, "article": ARTICLES, "actor": ACTORS}


def chart_of(corpus: Corpus, events: Sequence[Event] | None = None) -> TimeChart:
    """The chart of all events of a corpus, or of those that are given; that of all that a whole
    corpus has is kept."""
    shown = corpus.events if events is None else events
    if corpus.whole is not corpus or len(shown) < len(corpus.events):
        return TimeChart(corpus, shown)
    return corpus.once("chart", lambda: TimeChart(corpus, shown))
