"""What is looked at in a record, kind by kind, and the words that tell where it stands.

A place is something of a record that has words: what it says, the name of an actor, the
passage behind it, its source's name. Words of a query that belong to no field are looked
for in the places of :func:`anywhere`; ``speaker:`` and the other fields have places of
their own. This is the only list of them: the index is made from it, and so are the
reasons of a hit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.corpus import Corpus
from tui.dates import readable
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
)
from tui.records import actors_of, name_of, passages_of, when_of
from tui.tables.columns import called

SAID, NAMED, TOLD, SOURCE = 16, 8, 4, 2
"""What words count by where they stand: in the record's own words, in an actor's name, in
the passage behind the record, in its source's name."""


PARTIES = ("party", "coalition")


class FieldText(NamedTuple):
    """Words of a record, and what tells where they stand; "" for its own words."""

    words: str
    why: str


def text_of(record: Record) -> str:
    """A record's own words, which a hit's spans are stretches of."""
    return name_of(record)


# ------------------------------------------------------------- what stands where, by weight


def said(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    yield FieldText(text_of(record), "")


def named(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    """Names: whose words, of whom, where, in which contest."""
    match record:
        case Quote():
            yield from _speakers(corpus, record)
        case Event():
            yield from _some("place", record.place)
            yield from _actors(corpus, actors_of(record), "actor")
        case Figure():
            yield from _some("measure", record.measure.replace("_", " "))
            yield from _some("status", record.status)
            yield from _actors(corpus, actors_of(record), "actor")
            if record.contest:
                yield from _some("contest", corpus.name(record.contest))
        case Actor():
            yield from _some("also known as", *record.also_known_as)
        case Contest():
            yield from _some("place", record.place)
        case Disagreement():
            yield from _actors(corpus, record.actors, "actor")
        case Article():
            yield from _some("author", record.author)


def told(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    """The passages behind a record, as far as they are not its own words."""
    match record:
        case Quote():
            yield from _passages(corpus, record.content, record.text, "in the statement")
        case Event():
            yield from _passages(corpus, record.evidence, record.title, "in the passage")
        case Figure():
            yield from _passages(corpus, record.evidence, "", "in the passage")
        case Actor():
            yield from _some("described as", *(each.text for each in record.described_as))
        case Contest():
            yield from _passages(corpus, record.evidence, record.name, "in the passage")
        case Disagreement():
            yield from (FieldText(side.says, f"a side: {side.says}") for side in record.sides)
            yield from _passages(corpus, record.evidence, "", "in the passage")
        case Article():
            yield FieldText(corpus.texts[record.id], "in the text")


def sources(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    """What its sources are called."""
    if isinstance(record, Actor):
        return  # the articles that name somebody are no source of the name
    for each in articles_of(record):
        article = corpus.article(each)
        names = [name for name in (article.publisher, article.agency) if name]
        yield from _some("source", *(names or [article.title]))
        if isinstance(record, Article):
            yield from _some("file", article.path)


# ------------------------------------------------------------------------------- fields


def speaker(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    """Who says it: the speakers of a quote, who claims an event or a figure."""
    match record:
        case Quote():
            yield from _speakers(corpus, record)
        case Event() | Figure():
            yield from _actors(corpus, record.claimed_by, "claimed by")
        case Disagreement():
            yield from _actors(corpus, _voices(record), "speaker")


def party(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    """The parties and coalitions among its actors, and those that its people belong to."""
    for of, label in parties_of(corpus, record):
        yield from _names(called(of), label)


def parties_of(corpus: Corpus, record: Record) -> Iterator[tuple[Actor, str]]:
    """Parties and coalitions, each with the words that tell what it is to the record."""
    ids = (record.id,) if isinstance(record, Actor) else actors_of(record)
    for each in dict.fromkeys(ids):
        actor = corpus.get(each)
        if not isinstance(actor, Actor):
            continue
        if actor.type in PARTIES:
            yield actor, "party"
            continue
        for relation in actor.related:
            of = corpus.get(relation.actor)
            if isinstance(of, Actor) and of.type in PARTIES:
                yield of, f"{actor.name}, {relation.relation}"


def source(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    """Everything that identifies the articles it stands in."""
    for each in articles_of(record):
        article = corpus.article(each)
        yield from _some("source", article.publisher, article.agency)
        yield from _some("author", article.author)
        yield from _some("article", article.title)
        yield from _some("file", article.path, article.id)


def kind(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    """What sort of record it is: its kind, and what that kind tells apart."""
    yield FieldText(record.kind, record.kind)
    match record:
        case Quote():
            yield FieldText(record.type, record.type)
            if record.type == "indirect":
                yield FieldText("reported", record.type)
        case Event():
            yield FieldText(record.status, record.status)
        case Actor() | Disagreement():
            yield FieldText(record.type, record.type)
        case Figure():
            yield FieldText(record.status, record.status)
            measure = record.measure.replace("_", " ")
            yield FieldText(measure, measure)
            yield FieldText(record.measure, measure)


def topic(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    if isinstance(record, Quote):
        yield from _some("topic", *record.topics)


def rule(corpus: Corpus, record: Record) -> Iterator[FieldText]:
    """How it came to be: the rule that found it, or the curator's reason."""
    how = "rule" if record.origin == "extracted" else "curated"
    yield FieldText(record.rule, f"{how}: {record.rule}")
    yield FieldText(record.origin, f"{how}: {record.rule}")


class DayRange(NamedTuple):
    """The days a record is dated to, and whether they are its report's and not its own."""

    first: str
    last: str
    reported: bool
    edtf: str

    @property
    def why(self) -> str:
        return f"undated, in a report of {readable(self.edtf)}" if self.reported else ""


def dated(corpus: Corpus, record: Record) -> DayRange | None:
    """When it was or, where nobody says that, when it was reported.

    Of most quotes no article says when the words were spoken: asked by date they are
    found by their report's, and the hit says so.
    """
    when, reported = when_of(record), False
    if when is None:
        return None
    if not when.known:
        reports = [corpus.article(each).published for each in articles_of(record)]
        when = next((report for report in reports if report.known), when)
        reported = True
    if not when.known:
        return None
    return DayRange(when.earliest or "0000", when.latest or "9999", reported, when.edtf)


Places = Callable[[Corpus, Record], Iterator[FieldText]]

FIELDS: dict[str, Places] = {
    "speaker": speaker,
    "party": party,
    "source": source,
    "kind": kind,
    "topic": topic,
    "rule": rule,
}

_MEANT_FOR = {
    "speaker": ("quote", "event", "figure", "disagreement"),
    "party": ("quote", "event", "figure", "actor", "disagreement"),
    "date": ("quote", "event", "figure", "contest", "article"),
    "topic": ("quote",),
    "sure": ("quote",),
}


def means_something(field: str, kind: str) -> bool:
    """Whether records of a kind have the field at all."""
    return kind in _MEANT_FOR.get(field, (kind,))


def likeness(field: str, record: Record) -> Hashable:
    """What two records share when their places of a field are the same.

    An index looks at the places of one of them only: a speaker's thousand quotes are
    looked at once.
    """
    match field:
        case "speaker" | "named":
            return _named_like(record, field)
        case "party":
            return (record.id,) if isinstance(record, Actor) else actors_of(record)
        case "source" | "sources":
            return articles_of(record)
        case "topic":
            return record.topics if isinstance(record, Quote) else ()
        case "rule":
            return record.origin, record.rule
        case "kind":
            return _sort(record)
    return record.id


def _named_like(record: Record, field: str) -> Hashable:
    match record:
        case Quote():
            return record.speakers or (record.speaker_text,)
        case Event() | Figure() if field == "speaker":
            return record.claimed_by
        case Event():
            return record.place, actors_of(record)
        case Figure():
            return record.measure, record.status, record.contest, actors_of(record)
    return record.id


def _sort(record: Record) -> Hashable:
    match record:
        case Quote() | Actor() | Disagreement():
            return record.type
        case Event():
            return record.status
        case Figure():
            return record.status, record.measure
    return ""


# ------------------------------------------------------------------------ small and shared


def _some(label: str, *words: str) -> Iterator[FieldText]:
    for each in words:
        if each:
            yield FieldText(each, f"{label} {each}")


def _names(names: Sequence[str], label: str) -> Iterator[FieldText]:
    name, _type, *others = names
    yield FieldText(name, f"{label} {name}")
    for alias in others:
        yield FieldText(alias, f"{label} {name}, also {alias}")


def _actors(corpus: Corpus, ids: Iterable[str], label: str) -> Iterator[FieldText]:
    for each in dict.fromkeys(ids):
        # No actor, of whom there may be thousands of passages, is made for this.
        if names := corpus.called(each):
            yield from _names(names, label)


def _speakers(corpus: Corpus, quote: Quote) -> Iterator[FieldText]:
    yield from _actors(corpus, quote.speakers, "speaker")
    if not quote.speakers and quote.speaker_text:
        words = corpus.seen(quote.speaker_text)
        yield FieldText(words, f"speaker “{words}”")


def _voices(record: Disagreement) -> Iterator[str]:
    """Who speaks on any of its sides."""
    for side in record.sides:
        for telling in side.told:
            yield from telling.speakers


def _passages(corpus: Corpus, anchors: Iterable[Anchor], but: str, why: str) -> Iterator[FieldText]:
    for anchor in anchors:
        words = corpus.seen(anchor)
        if words != but:
            yield FieldText(words, why)


def articles_of(record: Record) -> tuple[str, ...]:
    """The articles that a record stands in."""
    if isinstance(record, Article):
        return (record.id,)
    return tuple(dict.fromkeys(anchor.article for anchor in passages_of(record)))
