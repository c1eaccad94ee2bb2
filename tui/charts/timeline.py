"""What a chart of time shows: marks of events, the days of the reports, and lanes.

An event whose date is a year is *some time in* that year; one from a day to a day *lasts*.
A chart must not tell the one for the other, so every mark says how its days are meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from tui import dates
from tui.charts.scale import LAST
from tui.corpus import Corpus
from tui.glyphs import STATUS_SIGNS
from tui.model import EVENT_STATUSES, Article, Event, When
from tui.records import actors_of
from tui.terminal_text import one_line
from tui.wording import source_name

Dating = Literal["day", "some", "span", "since", "until"]
"""On the day; some time between two days; all of the time between them; from a day on,
nobody says how long; up to a day, nobody says from when."""

By = Literal["together", "kind", "article", "actor"]
LANES: tuple[By, ...] = ("together", "kind", "article", "actor")
"""What a chart can be divided by."""

NOBODY = "nobody named"

NEAR = 14
"""Events no more than so many days apart belong to one story."""


class TimeMark(NamedTuple):
    """One dated thing. ``first`` and ``last`` are ordinals of days, equal where one end is
    open."""

    id: str
    title: str
    sign: str
    first: int
    last: int
    dating: Dating
    doubtful: bool = False


def _time(mark: TimeMark) -> tuple[int, int]:
    """Order in time: of what begins on one day, that which nobody says the end of is last."""
    return mark.first, mark.last if mark.dating != "since" else LAST


@dataclass(frozen=True, eq=False, repr=False)
class Lane:
    """The marks that belong together, in order of time, under a name; and the ids of what
    has no date."""

    key: str
    name: str
    marks: Sequence[TimeMark]
    undated: frozenset[str] = frozenset()

    @cached_property
    def firsts(self) -> Sequence[int]:
        """The first days of all marks."""
        return [mark.first for mark in self.marks]

    @cached_property
    def wide(self) -> Sequence[TimeMark]:
        """The marks that are not of one day."""
        return [mark for mark in self.marks if mark.dating != "day"]


# Who runs a method of it in a thread has it named, which all events do not belong into.
@dataclass(frozen=True, eq=False, repr=False)
class TimeChart:
    """Events and reports of a corpus, by time."""

    corpus: Corpus
    events: tuple[Event, ...]
    _known: dict[str, TimeMark | None] = field(default_factory=dict)
    """Marks by the ids of their events, of what was shown before too."""

    def of(self, corpus: Corpus, events: Iterable[Event]) -> TimeChart:
        """The chart of other events, the marks of one corpus made only once."""
        same = corpus.whole is self.corpus.whole
        return TimeChart(corpus, tuple(events), self._known if same else {})

    @cached_property
    def _dated(self) -> list[tuple[TimeMark, Event]]:
        known = self._known
        for event in self.events:
            if event.id not in known:
                known[event.id] = mark_of(event.id, event.title, event.when, event.status)
        found = [(mark, each) for each in self.events if (mark := known[each.id]) is not None]
        return sorted(found, key=lambda pair: _time(pair[0]))

    @cached_property
    def marks(self) -> tuple[TimeMark, ...]:
        """All dated events, in order of their days."""
        return tuple(mark for mark, _event in self._dated)

    @cached_property
    def undated(self) -> int:
        """How many events have no date."""
        return len(self.events) - len(self.marks)

    @cached_property
    def reports(self) -> tuple[TimeMark, ...]:
        """The days on which the articles appeared: of all, or of those that tell what is
        shown where that is not all."""
        articles: Iterable[Article] = self.corpus.whole.articles
        if len(self.events) < len(self.corpus.whole.events):
            told = {anchor.article for event in self.events for anchor in event.evidence}
            articles = (article for article in articles if article.id in told)
        made = (mark_of(article.id, article.title, article.published) for article in articles)
        return tuple(sorted(filter(None, made), key=_time))

    @cached_property
    def opening(self) -> TimeMark | None:
        """The event with which what the reports are about begins: from the day of the first
        report back, as long as something happens every fortnight. What lies before that is
        background; a date of more days than these is too vague to lead on."""
        near = [mark for mark in self.marks if mark.last - mark.first <= NEAR]
        if not near or not self.reports:
            return None
        begins = self.reports[0].first
        firsts = [mark.first for mark in near]
        for first in reversed(firsts[: bisect_left(firsts, begins)]):
            if begins - first > NEAR:
                break
            begins = first
        at = bisect_left(firsts, begins)
        return near[at] if at < len(near) else None

    @cached_property
    def by_id(self) -> dict[str, TimeMark]:
        return {mark.id: mark for mark in self.marks}

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days on which something begins or ends, in order."""
        marks = (*self.marks, *self.reports)
        return tuple(sorted({day for mark in marks for day in (mark.first, mark.last)}))

    # -------------------------------------------------------------------------- lanes

    @cached_property
    def _lanes(self) -> dict[By, tuple[Lane, ...]]:
        return {}

    def lanes(self, by: By, most: int = 0, *, dated: bool = False) -> tuple[Lane, ...]:
        """The lanes, those of most marks first except kinds and articles, which have an
        order of their own; only those with a dated event where that is asked for. With
        ``most``, the last lane is all others together."""
        kept, rest = self.chosen(by, most, dated=dated)
        if not rest:
            return kept
        ids = {mark.id for lane in rest for mark in lane.marks}
        undated = frozenset[str]().union(*(lane.undated for lane in rest))
        others = [mark for mark in self.marks if mark.id in ids]
        return (*kept, Lane("", others_name(rest), others, undated))

    def chosen(
        self, by: By, most: int, *, dated: bool = False
    ) -> tuple[tuple[Lane, ...], tuple[Lane, ...]]:
        """The lanes that stand by themselves, and those that share the last one."""
        if by not in self._lanes:
            self._lanes[by] = self._divided(by)
        lanes = self._lanes[by]
        if dated:
            lanes = tuple(lane for lane in lanes if lane.marks) or lanes
        if not most or len(lanes) <= most:
            return lanes, ()
        # What has the most marks stays by itself, in the order that it has.
        sizes = [len(lane.marks) + (0 if dated else len(lane.undated)) for lane in lanes]
        largest = sorted(range(len(lanes)), key=lambda at: -sizes[at])
        kept, rest = sorted(largest[: most - 1]), sorted(largest[most - 1 :])
        return tuple(lanes[at] for at in kept), tuple(lanes[at] for at in rest)

    def prime(self) -> None:
        """Make the marks and days, which every drawing needs."""
        _ = self.by_id, self.days, self.opening

    def prepare(self) -> None:
        """Divide the events in every way, so that nobody waits for it later."""
        for by in LANES:
            self.chosen(by, 0)

    def _divided(self, by: By) -> tuple[Lane, ...]:
        if by == "together":
            return (Lane("", "events", self.marks),)
        keys = _KEYS[by]
        found: dict[str, list[TimeMark]] = {}
        undated: dict[str, set[str]] = {}
        for mark, event in self._dated:
            for key in keys(event):
                marks = found.get(key)
                if marks is None:
                    marks = found[key] = []
                # An event that names somebody twice stands in the lane once.
                if not marks or marks[-1] is not mark:
                    marks.append(mark)
        if self.undated:
            for event in self.events:
                if event.id not in self.by_id:
                    for key in keys(event):
                        found.setdefault(key, [])
                        undated.setdefault(key, set()).add(event.id)
        order = self._order(by, found)
        names = self._names(by, order)
        return tuple(
            Lane(key, names[key], found[key], frozenset(undated.get(key, ()))) for key in order
        )

    def _order(self, by: By, found: dict[str, list[TimeMark]]) -> list[str]:
        if by == "kind":
            return [status for status in EVENT_STATUSES if status in found]
        if by == "article":
            listed = [article.id for article in self.corpus.whole.articles if article.id in found]
            whens = {each: self.corpus.article(each).published for each in listed}
            return sorted(listed, key=lambda each: whens[each].earliest or "9999")
        return sorted(found, key=lambda key: (key == "", -len(found[key]), key))

    def _names(self, by: By, keys: Sequence[str]) -> dict[str, str]:
        if by == "kind":
            return {key: f"{STATUS_SIGNS.get(key, ' ')} {key}" for key in keys}
        if by == "article":
            named = {key: one_line(source_name(self.corpus.article(key))) for key in keys}
            again = {name for name, times in Counter(named.values()).items() if times > 1}
            return {
                key: f"{self._day(key)} {name}".strip() if name in again else name
                for key, name in named.items()
            }
        return {key: one_line(self.corpus.name(key)) if key else NOBODY for key in keys}

    def _day(self, article: str) -> str:
        """The day of a report, to tell two of one source from one another."""
        published = self.corpus.article(article).published
        return published.earliest[5:] if published.earliest == published.latest else ""


def others_name(lanes: Sequence[Lane]) -> str:
    """What several lanes are called that are one."""
    return f"{len(lanes)} others"


_KEYS: dict[By, Callable[[Event], Iterable[str]]] = {
    "kind": lambda event: (event.status,),
    "article": lambda event: (anchor.article for anchor in event.evidence),
    "actor": lambda event: actors_of(event) or ("",),
}


def mark_of(id: str, title: str, when: When, status: str = "") -> TimeMark | None:
    """The mark of a record; None where its date is not known."""
    placed = _placed(when.edtf, when.earliest, when.latest)
    if placed is None:
        return None
    return TimeMark(id, title, STATUS_SIGNS.get(status, "·"), *placed)


@lru_cache(maxsize=1 << 15)
def _placed(edtf: str, earliest: str, latest: str) -> tuple[int, int, Dating, bool] | None:
    """The days of a date, how they are meant, and whether its source doubts them."""
    if edtf and not (earliest or latest):
        try:
            earliest, latest = dates.bounds(edtf)
        except ValueError:
            return None
    if not edtf or not (earliest or latest):
        return None
    first = date.fromisoformat(earliest or latest).toordinal()
    last = date.fromisoformat(latest or earliest).toordinal()
    dating: Dating = "span"
    if not latest:
        dating = "since"
    elif not earliest:
        dating = "until"
    elif first == last:
        dating = "day"
    elif "/" not in edtf:
        dating = "some"
    return first, last, dating, dates.uncertain(edtf)


def chart_of(corpus: Corpus, events: Iterable[Event] | None = None) -> TimeChart:
    """The chart of a corpus, or of some of its events."""
    return TimeChart(corpus, tuple(corpus.events if events is None else events))
