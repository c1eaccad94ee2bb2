"""The corpus: one immutable value that holds every record and the articles' texts.

It answers what the explorer asks: a record by its id, the words of an anchor, what is
linked to what (in both directions), the marks of an article. A narrowed corpus shows
fewer records and still knows the whole, so that links never break.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, compress
from typing import Protocol, TypeVar, cast

from tui import ids
from tui.annotation import NOTHING_ADDED, PlacedAnnotations
from tui.cleaning import clean_text
from tui.model import (
    Actor,
    Anchor,
    Article,
    Contest,
    Disagreement,
    Event,
    Figure,
    Quote,
    Record,
    When,
)
from tui.records import name_of, passages_of
from tui.tables.columns import (
    ACTORS,
    ARTICLES,
    CALLED,
    CONTESTS,
    DATES,
    DISPUTES,
    KINDS,
    MARKED,
    MEASURES,
    Column,
    ColumnField,
    Key,
    called,
    column_of,
)
from tui.tables.kept_arrays import Beside
from tui.tables.lazy_records import ChosenRecords, LazyRecords, ids_in, places_in, places_of
from tui.tables.lookup import RecordPassage, RecordsById, having_each, kept_places, passages_in

R = TypeVar("R", bound=Record)
T = TypeVar("T")

CONTEXT = 32
"""Characters of ``prefix`` and ``suffix`` around an anchor's words."""

MANY = 100
"""More records than these that belong together are made one by one, as they are asked for."""


class Filter(Protocol):
    """What a corpus can be narrowed by. Filters are values: equal ones are one filter."""

    @property
    def kind(self) -> str:
        """The one kind of record it is about; "" for quotes, events and figures alike."""

    def describe(self, corpus: Corpus) -> str:
        """A few words for the reader: "speaker Marinika Tepić"."""

    def keeps(self, record: Record, corpus: Corpus) -> bool:
        """Whether the record stays."""


NARROWED = ("event", "figure", "quote", "disagreement")
"""The kinds of record that a filter about no kind narrows: of an actor, an article, a time."""


def _narrows(by: Filter, kind: str) -> bool:
    return not by.kind and kind in NARROWED


@dataclass(frozen=True)
class Corpus:
    """All records, in their stable order, and the texts (article id to text).

    Each kind is a tuple, or a :class:`LazyRecords`, which makes its records as they are
    asked for: how many there are, and one by its place or id, costs little in any corpus.
    """

    articles: Sequence[Article] = ()
    actors: Sequence[Actor] = ()
    contests: Sequence[Contest] = ()
    events: Sequence[Event] = ()
    figures: Sequence[Figure] = ()
    quotes: Sequence[Quote] = ()
    disagreements: Sequence[Disagreement] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    added: PlacedAnnotations = NOTHING_ADDED
    """What the reader has added. A corpus that has something added knows the whole without."""
    filters: tuple[Filter, ...] = ()
    narrowed_from: Corpus | None = None
    beside: Beside | None = field(default=None, compare=False)
    """Where what is worked out from all records is kept."""

    @property
    def whole(self) -> Corpus:
        """The corpus without any filter."""
        return self.narrowed_from or self

    def of(self, kind: str) -> Sequence[Record]:
        """The records of a kind: "article", "actor", "contest", "event", "figure", "quote",
        "disagreement"."""
        records: Sequence[Record] = getattr(self, f"{kind}s")
        return records

    @property
    def records(self) -> Iterable[Record]:
        for kind in KINDS:
            yield from self.of(kind)

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id, filtered out or not."""
        whole = self.whole
        # Those first that links lead to most often, and of which there are the fewest.
        return RecordsById(
            whole.actors,
            whole.contests,
            whole.articles,
            whole.disagreements,
            whole.events,
            whole.figures,
            whole.quotes,
        )

    def get(self, record_id: str) -> Record | None:
        """The record with this id, of any kind, filtered out or not; also by an id that it
        had at another time."""
        known = self.whole.by_id
        return (
            known.get(record_id)
            or ids.meant(record_id, known, self.texts)
            or self._told_with_others(record_id)
        )

    def _told_with_others(self, record_id: str) -> Record | None:
        """The event of several articles of which a passage would have this id, alone."""
        article = record_id.partition(".")[0]
        for event in self.in_article(article, "event") if article in self.texts else ():
            for passage in event.evidence:
                alone = passage.article == article and passage != event.evidence[0]
                if alone and ids.record_id("event", passage, self.texts[article]) == record_id:
                    return event
        return None

    def languages(self, record: Record) -> tuple[str, ...]:
        """The languages of the articles that a record stands in, those that are known."""
        articles = {anchor.article for anchor in passages_of(record)}
        return tuple(sorted(filter(None, {self.article(each).language for each in articles})))

    def called(self, actor_id: str) -> tuple[str, ...]:
        """The name and the type of an actor, and what else it is known as; nothing where there
        is no such actor."""
        actors, known = self.whole.actors, self.whole._worked_out
        told = isinstance(actors, LazyRecords) and (actors.columns or not actors.holds)
        if isinstance(actors, LazyRecords) and (told or ("actor", CALLED.name) in known):
            # Whoever is named everywhere has more passages than are to be read for a name.
            place = actors.place(actor_id)
            if place >= 0:
                return tuple(self.column("actor", CALLED).key_of(place))
        record = self.get(actor_id)
        return called(record) if record else ()

    def name(self, record_id: str) -> str:
        """The name of a record, or its id when there is no such record."""
        if names := self.called(record_id):
            return names[0]
        record = self.get(record_id)
        return name_of(record) if record else record_id

    def article(self, article_id: str) -> Article:
        """The article with this id; KeyError when there is none."""
        article = self.whole.by_id[article_id]
        if not isinstance(article, Article):
            raise KeyError(article_id)
        return article

    # ---------------------------------------------------------------- words

    def words(self, anchor: Anchor) -> str:
        """The exact words of a passage."""
        return self.texts[anchor.article][anchor.start : anchor.end]

    def seen(self, anchor: Anchor) -> str:
        """The words of a passage as its readers see them: without soft hyphens and the like."""
        return clean_text(self.words(anchor))

    def around(self, anchor: Anchor, characters: int = CONTEXT) -> tuple[str, str]:
        """What stands before and after a passage: its prefix and its suffix."""
        text = self.texts[anchor.article]
        return (
            text[max(0, anchor.start - characters) : anchor.start],
            text[anchor.end : anchor.end + characters],
        )

    # ------------------------------------------------------------- narrowing

    def narrowed(self, to: Filter) -> Corpus:
        """This corpus with one more filter."""
        return self if to in self.filters else self._with((*self.filters, to))

    def widened(self, by: Filter | None = None) -> Corpus:
        """This corpus without one filter, or without any."""
        if by is None:
            return self._with(())
        return self._with(tuple(kept for kept in self.filters if kept != by))

    def refined(self, kind: str, by: Iterable[Filter] = ()) -> Corpus:
        """This corpus with these filters in the place of all that bear on a kind."""
        others = [kept for kept in self.filters if kept.kind not in ("", kind)]
        return self._with(tuple(dict.fromkeys((*others, *by))))

    def filtered(self, by: tuple[Filter, ...]) -> Corpus:
        """This corpus with these filters in the place of those it has."""
        return self._with(by)

    def adding(self, added: PlacedAnnotations, filters: tuple[Filter, ...] = ()) -> Corpus:
        """The whole of this corpus with what the reader has added, and with these filters."""
        return replace(self.whole, added=added, narrowed_from=self.whole)._with(filters)

    def filters_on(self, kind: str) -> tuple[Filter, ...]:
        """The filters that bear on a kind: those about it, and those about every kind."""
        return tuple(each for each in self.filters if each.kind in ("", kind))

    def _with(self, filters: tuple[Filter, ...]) -> Corpus:
        whole = self.whole
        if not filters and not self.added.placed:
            return whole

        def kept(records: Sequence[R], kind: str, *, always: bool = False) -> Sequence[R]:
            asked = [f for f in filters if f.kind == kind or (always and not f.kind)]
            if asked and isinstance(records, LazyRecords) and records.columns:
                return ChosenRecords(records, kept_places(records, kind, asked, self))
            for each in asked:
                records = tuple(record for record in records if each.keeps(record, self))
            return records

        return replace(
            whole,
            articles=kept(whole.articles, "article"),
            actors=kept(whole.actors, "actor"),
            contests=kept(whole.contests, "contest"),
            events=kept(whole.events, "event", always=True),
            figures=kept(whole.figures, "figure", always=True),
            quotes=kept(whole.quotes, "quote", always=True),
            disagreements=kept(whole.disagreements, "disagreement", always=True),
            added=self.added,
            filters=filters,
            narrowed_from=whole,
        )

    def describe(self, kind: str = "") -> str:
        """The filters (those that narrow a kind, where one is given) in words; "" when there
        are none."""
        filters = [f for f in self.filters if not kind or f.kind == kind or _narrows(f, kind)]
        return " · ".join(each.describe(self.whole) for each in filters)

    # ----------------------------------------------------------------- links

    @cached_property
    def _worked_out(self) -> dict[Hashable, object]:
        return {}

    def once(self, what: Hashable, work: Callable[[], T]) -> T:
        """What is worked out from the whole corpus, kept for whoever asks for it next."""
        known = self.whole._worked_out
        if what not in known:
            known[what] = work()
        return cast("T", known[what])

    def column(self, kind: str, field: ColumnField) -> Column:
        """A column of the records of a kind, filtered out or not."""
        return self.once((kind, field.name), lambda: self.whole._column(kind, field))

    def _column(self, kind: str, field: ColumnField) -> Column:
        table = self.of(kind)
        columns = table.columns if isinstance(table, LazyRecords) else None
        kept = columns.column(field) if columns else None
        return kept or column_of(field, having_each(table, field, self))

    def _having(self, kind: str, field: ColumnField, key: Hashable) -> Sequence[Record]:
        table, places = self.whole.of(kind), self.column(kind, field).having(key)
        if len(places) > MANY or (isinstance(table, LazyRecords) and table.columns is not None):
            return ChosenRecords(table, places)
        return tuple([table[place] for place in places])

    @cached_property
    def _left(self) -> dict[str, bytearray | None]:
        return {}

    def _kept(self, kind: str) -> bytearray | None:
        """By the place of each record of a kind, a 1 where it is not filtered out; None where
        none is."""
        if kind not in self._left:
            table, left = self.whole.of(kind), self.of(kind)
            kept = None if left is table else bytearray(len(table))
            if kept is not None:
                known = places_in(table)
                for place in places_of(left) or (known[id] for id in ids_in(left)):
                    kept[place] = 1
            self._left[kind] = kept
        return self._left[kind]

    def shows(self, record: Record) -> bool:
        """Whether a record is not filtered out."""
        kept = self._kept(record.kind)
        place = places_in(self.whole.of(record.kind)).get(record.id, -1)
        return place >= 0 and (kept is None or bool(kept[place]))

    def chosen(self, kind: str, places: Sequence[int]) -> Sequence[Record]:
        """Of the records at these places those that are not filtered out, in this order."""
        kept = self._kept(kind)
        if kept is not None:
            places = array("I", compress(places, map(kept.__getitem__, places)))
        return ChosenRecords(self.whole.of(kind), places)

    def in_order(self, kind: str, field: ColumnField | None) -> Sequence[Record]:
        """The records of a kind that are not filtered out, in the order of a column."""
        return self.chosen(kind, self.column(kind, field).places) if field else self.of(kind)

    def groups(self, kind: str, field: ColumnField) -> Iterator[tuple[Key, Sequence[int]]]:
        """What the records of a kind that are not filtered out have in a field, in order, with
        the places of those that have it."""
        kept = self._kept(kind)
        for key, places in self.column(kind, field).groups():
            if kept is not None:
                places = array("I", compress(places, map(kept.__getitem__, places)))
            if len(places):
                yield key, places

    def report_of(self, article_id: str) -> str:
        """The report of which an article is a version; mostly itself."""
        article = self.whole.by_id.get(article_id)
        return (isinstance(article, Article) and article.copy_of) or article_id

    def disputing(self, record_id: str) -> tuple[Disagreement, ...]:
        """The disagreements that a record, actor or article has a part in."""
        found = self._having("disagreement", DISPUTES, record_id)
        return tuple(each for each in found if isinstance(each, Disagreement))

    def about_actor(self, actor_id: str, kind: str) -> Sequence[Record]:
        """An actor's quotes, events or figures."""
        return self._having(kind, ACTORS, actor_id)

    def in_article(self, article_id: str, kind: str) -> Sequence[Record]:
        """What was made of an article, one kind at a time."""
        return self._having(kind, ARTICLES, article_id)

    def of_contest(self, contest_id: str, measure: str = "") -> Sequence[Figure]:
        """The figures about a contest; of one measure where one is named."""
        if measure:
            found = self._having("figure", MEASURES, (contest_id, measure))
        else:
            found = self._having("figure", CONTESTS, contest_id)
        return cast("Sequence[Figure]", found)

    def on_day(self, when: When, kind: str) -> Sequence[Record]:
        """The records of a kind that are dated to just the same day or span."""
        column = self.column(kind, DATES)

        def by_day() -> Mapping[str, list[int]]:
            days: dict[str, list[int]] = {}
            for number, (edtf, *_bounds) in enumerate(column.keys):
                days.setdefault(edtf, []).append(number)
            return days

        if not when.edtf:
            return ()
        numbers = self.once(("days", kind), by_day).get(when.edtf, ())
        groups = [column.group(number) for number in numbers]
        places = groups[0] if len(groups) == 1 else sorted(chain.from_iterable(groups))
        return ChosenRecords(self.whole.of(kind), places)

    def named(self, ids: Iterable[str]) -> tuple[Record, ...]:
        """The records with these ids, those that there are."""
        return tuple(found for each in ids if (found := self.get(each)) is not None)

    def marks(self, article_id: str) -> tuple[RecordPassage, ...]:
        """The passages of an article that records stand on, in order of text."""

        def work() -> tuple[RecordPassage, ...]:
            kinds = (each for each in MARKED.kinds if article_id in self.texts)
            records = (self._having(kind, MARKED, article_id) for kind in kinds)
            return passages_in(article_id, chain.from_iterable(records))

        return self.once(("marks", article_id), work)
