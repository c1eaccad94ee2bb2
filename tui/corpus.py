"""The corpus: one immutable value that holds every record and the articles' texts.

It answers what the explorer asks: a record by its id, the words of an anchor, what is
linked to what (in both directions), the marks of an article. A narrowed corpus shows
fewer records and still knows the whole, so that links never break.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, Protocol, TypeVar

from tui import ids
from tui.annotation import NOTHING_ADDED, PlacedAnnotations
from tui.cleaning import clean_text
from tui.lazy_records import places_by_date
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
from tui.record_tables import RecordPassage, RecordsById, grouped, passages_by_article
from tui.records import actors_of, contests_of, items_of, name_of, passages_of, when_of

R = TypeVar("R", bound=Record)

CONTEXT = 32
"""Characters of ``prefix`` and ``suffix`` around an anchor's words."""


class Filter(Protocol):
    """What a corpus can be narrowed by. Filters are values: equal ones are one filter."""

    @property
    def kind(self) -> str:
        """The one kind of record it is about; "" for quotes, events and figures alike."""

    def describe(self, corpus: Corpus) -> str:
        """A few words for the reader: "speaker Marinika Tepić"."""

    def keeps(self, record: Record, corpus: Corpus) -> bool:
        """Whether the record stays."""


class RelatedRecords(NamedTuple):
    """Records that belong to a record, under the words that say how."""

    label: str
    records: tuple[Record, ...]


NARROWED = ("event", "figure", "quote", "disagreement")
"""The kinds of record that a filter about no kind narrows: of an actor, an article, a time."""


def _narrows(by: Filter, kind: str) -> bool:
    return not by.kind and kind in NARROWED


@dataclass(frozen=True)
class Corpus:
    """All records, in their stable order, and the texts (article id to text).

    Each kind is a tuple, or :class:`tui.lazy_records.Rows`, which makes its records as they are
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

    @property
    def whole(self) -> Corpus:
        """The corpus without any filter."""
        return self.narrowed_from or self

    def of(self, kind: str) -> Sequence[Record]:
        """The records of a kind: "article", "actor", "contest", "event", "figure", "quote",
        "disagreement"."""
        return {
            "article": self.articles,
            "actor": self.actors,
            "contest": self.contests,
            "event": self.events,
            "figure": self.figures,
            "quote": self.quotes,
            "disagreement": self.disagreements,
        }[kind]

    @property
    def records(self) -> Iterable[Record]:
        yield from self.articles
        yield from self.actors
        yield from self.contests
        yield from self.events
        yield from self.figures
        yield from self.quotes
        yield from self.disagreements

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

    def name(self, record_id: str) -> str:
        """The name of a record, or its id when there is no such record."""
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
    def _of_actor(self) -> Mapping[str, tuple[Record, ...]]:
        return grouped((*self.quotes, *self.events, *self.figures), actors_of)

    @cached_property
    def _of_article(self) -> dict[str, Mapping[str, tuple[Record, ...]]]:
        """By the kinds that have been asked for: the records of a large corpus are not to be
        made all at once."""
        return {}

    @cached_property
    def _of_contest(self) -> Mapping[str, tuple[Record, ...]]:
        return grouped(self.figures, contests_of)

    @cached_property
    def _disputing(self) -> Mapping[str, tuple[Record, ...]]:
        return grouped(
            self.disagreements,
            lambda each: (*items_of(each), *actors_of(each), *(a.article for a in each.evidence)),
        )

    def disputing(self, record_id: str) -> tuple[Disagreement, ...]:
        """The disagreements that a record, actor or article has a part in."""
        found = self.whole._disputing.get(record_id, ())
        return tuple(each for each in found if isinstance(each, Disagreement))

    def about_actor(self, actor_id: str, kind: str) -> tuple[Record, ...]:
        """An actor's quotes, events or figures."""
        return tuple(r for r in self.whole._of_actor.get(actor_id, ()) if r.kind == kind)

    def in_article(self, article_id: str, kind: str) -> tuple[Record, ...]:
        """What was made of an article, one kind at a time."""
        known = self.whole._of_article
        if kind not in known:
            known[kind] = grouped(
                self.whole.of(kind),
                lambda record: (anchor.article for anchor in passages_of(record)),
            )
        return known[kind].get(article_id, ())

    def of_contest(self, contest_id: str) -> tuple[Figure, ...]:
        """The figures about a contest."""
        found = self.whole._of_contest.get(contest_id, ())
        return tuple(figure for figure in found if isinstance(figure, Figure))

    @cached_property
    def _dates(self) -> dict[str, Mapping[str, Sequence[int]]]:
        return {}

    def on_day(self, when: When, kind: str) -> tuple[Record, ...]:
        """The records of a kind that are dated to just the same day or span."""
        table, dates = self.whole.of(kind), self.whole._dates
        if not when.edtf:
            return ()
        if kind not in dates:
            dates[kind] = places_by_date(table, when_of)
        found = (table[place] for place in dates[kind].get(when.edtf, ()))
        return tuple(r for r in found if (dated := when_of(r)) and dated.edtf == when.edtf)

    def _named(self, ids: Iterable[str]) -> tuple[Record, ...]:
        return tuple(found for each in ids if (found := self.get(each)) is not None)

    def links(self, record: Record) -> tuple[RelatedRecords, ...]:
        """The records that belong to a record, grouped, each group with its words."""
        found: list[RelatedRecords] = []

        def add(label: str, records: Iterable[Record]) -> None:
            others = tuple(dict.fromkeys(r for r in records if r.id != record.id))
            if others:
                found.append(RelatedRecords(label, others))

        match record:
            case Actor():
                add("Said", self.about_actor(record.id, "quote"))
                add("Events", self.about_actor(record.id, "event"))
                add("Figures", self.about_actor(record.id, "figure"))
                add("Related", self._named(relation.actor for relation in record.related))
                add("Named with", self.named_with(record.id))
            case Contest():
                add("Figures", self.of_contest(record.id))
                add("Events that day", self.on_day(record.date, "event"))
            case Event():
                add("Actors", self._named(actors_of(record)))
                add("Said that day", self.on_day(record.when, "quote"))
                add("Same day", self.on_day(record.when, "event"))
            case Figure():
                add("About", self._named(filter(None, (record.subject,))))
                add("Claimed by", self._named(record.claimed_by))
                add("Contest", self._named(filter(None, (record.contest,))))
            case Quote():
                add("Speakers", self._named(record.speakers))
                add("Answers", self._named(filter(None, (record.answers,))))
                add("Continues", self._named(filter(None, (record.continues,))))
                add("Repeats", self._named(filter(None, (record.repeats,))))
                add("Events that day", self.on_day(record.said, "event"))
            case Article():
                for kind, label in (
                    ("quote", "Quotes"),
                    ("event", "Events"),
                    ("figure", "Figures"),
                    ("actor", "Actors"),
                    ("contest", "Contests"),
                ):
                    add(label, self.in_article(record.id, kind))
            case Disagreement():
                add("Records", self._named(record.items))
                add("Actors", self._named(record.actors))
        add("Disagreements", self.disputing(record.id))
        if not isinstance(record, Article):
            add("Sources", self._named(a.article for a in passages_of(record)))
        return tuple(found)

    def named_with(self, actor_id: str) -> tuple[Record, ...]:
        """The actors of the same events, figures and quotes, the most frequent first."""
        counts: dict[str, int] = {}
        for record in self.whole._of_actor.get(actor_id, ()):
            for other in actors_of(record):
                if other != actor_id:
                    counts[other] = counts.get(other, 0) + 1
        return self._named(sorted(counts, key=lambda each: (-counts[each], each)))

    @cached_property
    def _marks(self) -> Mapping[str, tuple[RecordPassage, ...]]:
        return passages_by_article(self.articles, self.records)

    def marks(self, article_id: str) -> tuple[RecordPassage, ...]:
        """The passages of an article that records stand on, in order of text."""
        return self.whole._marks.get(article_id, ())
