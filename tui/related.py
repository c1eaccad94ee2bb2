"""What belongs to a record: the records that it names and that name it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.corpus import Corpus
from tui.model import Actor, Article, Contest, Disagreement, Event, Figure, Quote, Record
from tui.records import actors_of, passages_of
from tui.tables.columns import ACTORS


class RelatedRecords(NamedTuple):
    """Records that belong to a record, under the words that say how."""

    label: str
    records: tuple[Record, ...]


def related(corpus: Corpus, record: Record) -> tuple[RelatedRecords, ...]:
    """The records that belong to a record, grouped, each group with its words."""
    found: list[RelatedRecords] = []

    def add(label: str, records: Iterable[Record]) -> None:
        others = tuple(dict.fromkeys(r for r in records if r.id != record.id))
        if others:
            found.append(RelatedRecords(label, others))

    match record:
        case Actor():
            add("Said", corpus.about_actor(record.id, "quote"))
            add("Events", corpus.about_actor(record.id, "event"))
            add("Figures", corpus.about_actor(record.id, "figure"))
            add("Related", corpus.named(relation.actor for relation in record.related))
            add("Mentioned with", named_with(corpus, record.id))
        case Contest():
            add("Figures", corpus.of_contest(record.id))
            add("Events that day", corpus.on_day(record.date, "event"))
        case Event():
            add("Actors", corpus.named(actors_of(record)))
            add("Said that day", corpus.on_day(record.when, "quote"))
            add("Same day", corpus.on_day(record.when, "event"))
        case Figure():
            add("About", corpus.named(filter(None, (record.subject,))))
            add("Claimed by", corpus.named(record.claimed_by))
            add("Contest", corpus.named(filter(None, (record.contest,))))
        case Quote():
            add("Speakers", corpus.named(record.speakers))
            add("Answers", corpus.named(filter(None, (record.answers,))))
            add("Continues", corpus.named(filter(None, (record.continues,))))
            add("Repeats", corpus.named(filter(None, (record.repeats,))))
            add("Events that day", corpus.on_day(record.said, "event"))
        case Article():
            for kind, label in (
                ("quote", "Quotes"),
                ("event", "Events"),
                ("figure", "Figures"),
                ("actor", "Actors"),
                ("contest", "Contests"),
            ):
                add(label, corpus.in_article(record.id, kind))
        case Disagreement():
            add("Records", corpus.named(record.items))
            add("Actors", corpus.named(record.actors))
    add("Disagreements", corpus.disputing(record.id))
    if not isinstance(record, Article):
        add("Sources", corpus.named(a.article for a in passages_of(record)))
    return tuple(found)


def named_with(corpus: Corpus, actor_id: str) -> tuple[Record, ...]:
    """The actors of the same events, figures and quotes, the most frequent first."""
    counts: dict[str, int] = {}
    for kind in ("quote", "event", "figure"):
        column = corpus.column(kind, ACTORS)
        for place in column.having(actor_id):
            for other in map(column.keys.__getitem__, column.numbers_of(place)):
                if other != actor_id:
                    counts[other] = counts.get(other, 0) + 1
    return corpus.named(sorted(counts, key=lambda each: (-counts[each], each)))
