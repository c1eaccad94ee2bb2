"""What the readings hold, brought together: the first half of making a corpus of them.

Few articles have an entry of their own. Of the others the gist is looked at, and their
records go by as they are.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, Generic, Protocol, TypeVar

from tui.cleaning import clean_text
from tui.curate.corrections import corrected
from tui.curate.entries import Curation, Passage
from tui.curate.linking import ToldEvents
from tui.curate.typed_table import Problems, shown
from tui.disagreements.report_facts import facts_of
from tui.model import (
    Actor,
    Anchor,
    Article,
    Contest,
    Event,
    Extraction,
    Figure,
    Quote,
    Record,
)
from tui.near_copies import Sketch, sketch, versions
from tui.summary import (
    ExtractionSummary,
    ReportFacts,
    SummarisedExtraction,
    ToldActor,
    at_home,
    dated,
    summary_of,
)
from tui.tables.line_cache import Memory
from tui.tables.record_buffers import MadeRecords, RecordBuffer

R = TypeVar("R", bound=Record)
T = TypeVar("T")
Position = tuple[int, int]


class Piles(Protocol):
    """Makes a pile for the records of a kind, given the articles' texts."""

    def __call__(self, kind: type[R], texts: Mapping[str, str], /) -> RecordBuffer[R]: ...


class OrderedRecords(Generic[R]):
    """Records in the order in which they come, and strays that belong somewhere among them."""

    def __init__(self, pile: RecordBuffer[R]) -> None:
        self.pile = pile
        self.strays: list[R] = []

    def in_order(
        self,
        key: Callable[[R], tuple[Any, ...]],
        order: Sequence[int] | None = None,
        begins: Callable[[int], tuple[Any, ...]] | None = None,
    ) -> Sequence[R]:
        """All of them by a key, which ends with their position. Without the strays they are in
        its order as they came, or in this ``order`` of their numbers, which may leave some out.
        ``begins`` gives the key of one by its number but for where in its article it stands, where
        that is known."""
        settled = self.pile.taken(order)
        if not self.strays:
            return settled
        strays = sorted(self.strays, key=key)
        numbers = list(range(len(settled)) if order is None else order)
        places: list[int] = []
        for own in map(key, strays):
            # Records may have to be made to be compared, so that few are.
            least, most = 0, len(settled)
            if begins:
                in_article = (*own[:-1], own[-1][:1])
                least = bisect_left(numbers, in_article, key=begins)
                most = bisect_right(numbers, in_article, key=begins)
            places.append(bisect_right(settled, own, least, most, key=key))
        merged, last = list[int](), 0
        for number, place in enumerate(places, len(self.pile)):
            merged += (*numbers[last:place], number)
            last = place
        self.pile.put(strays)
        return self.pile.taken([*merged, *numbers[last:]])


class MergedExtractions:
    """What the readings hold."""

    def __init__(
        self,
        curation: Curation,
        texts: Mapping[str, str],
        problems: Problems,
        piles: Piles = RecordBuffer,
        tally: Counter[tuple[str, str]] | None = None,
    ) -> None:
        self.curation, self.texts, self.problems = curation, texts, problems
        self.tally: Counter[tuple[str, str]] = Counter() if tally is None else tally
        """How many records of a kind, or mentions, came to be in which way."""
        self.articles: list[Article] = []
        self._rows: dict[str, bytes] = {}
        """The JSON of those articles that are as they were read, by their ids."""
        self.contests = piles(Contest, texts)
        self.actors = piles(Actor, texts)
        """What each article says of each of its actors."""
        self.of_actor: dict[str, tuple[str, array[int]]] = {}
        """By the ids of the actors: a name, and the numbers of what articles say of it."""
        self.events = OrderedRecords(piles(Event, texts))
        self.told: list[Event] = []
        """The events of articles in which an entry tells one, or one of which is a stray."""
        self.figures = OrderedRecords(piles(Figure, texts))
        self.quotes = OrderedRecords(piles(Quote, texts))
        self.named: set[str] = set()
        """The actors that quotes, figures and events name."""
        self.referred: set[str] = set()
        """The contests that figures are about."""
        self._rank: dict[str, int] = {}
        self.states: set[str] = set()
        """The actors that are states."""
        self._acting: dict[str, tuple[str, ...]] = {}
        """The actors that the events in the buffer name, by the articles of these."""
        self.happenings: list[str] = []
        """What the events in the buffer have in common with those of other articles."""
        self.told_elsewhere: set[int] = set()
        """The numbers of those that are part of an event of several articles."""
        self._dates: list[str] = []
        self._ranks = array("L")
        """The numbers of the articles that the events in the buffer stand in."""
        self.facts: dict[str, ReportFacts] = {}
        """What articles tell, as far as that is known, by their ids."""
        self.told_actors: defaultdict[str, ToldActor] = defaultdict(ToldActor)
        """What they tell of actors, by the ids of these."""
        self._told_in = {
            passage.anchor.article for entry in curation.events for passage in entry.passages
        }

    def position(self, record: Record) -> Position:
        """Records come in the order of the articles, and of their passages."""
        if not record.evidence:
            return len(self._rank), 0
        first = record.evidence[0]
        return self._rank.get(first.article, len(self._rank)), first.start

    def told_events(self, others: Iterable[Event]) -> ToldEvents:
        """The events in the buffer, and others."""
        curated = {entry.id for entry in self.curation.events}
        known = self.states, self.states_in, curated
        return ToldEvents(self.happenings, self.events.pile, others, *known)

    def in_time(self, others: Iterable[Event], parts: Iterable[int]) -> Sequence[Event]:
        """The events in the order of time, others among them of which some of the buffer are
        parts."""
        self.told_elsewhere.update(parts)
        self.events.strays += others
        self.tally.update(("event", event.origin) for event in self.events.strays)
        self.tally["event", "extracted"] -= len(self.told_elsewhere)
        # They came in the order of their positions, in which those of one time stay.
        numbers = (each for each in range(len(self._dates)) if each not in self.told_elsewhere)
        order = sorted(numbers, key=self._dates.__getitem__)
        return self.events.in_order(
            lambda event: (dated(event), self.position(event)),
            order,
            lambda number: (self._dates[number], (self._ranks[number],)),
        )

    def states_in(self, article: str) -> Iterable[str]:
        """The states that the events in the buffer name which an article tells."""
        return self.states.intersection(self._acting.get(article, ()))

    def take(self, given: Extraction) -> None:
        """Bring in everything of a reading."""
        reading = corrected(given, self.curation, self.texts, self.problems)
        gist = (
            given.gist
            if isinstance(given, SummarisedExtraction) and reading is given
            else summary_of(reading)
        )
        article = reading.article.id
        self._rank[article] = len(self._rank)
        self.articles.append(_article(reading.article, self.curation, self.problems))
        if isinstance(given, SummarisedExtraction):
            self._note(given.facts, given is reading, reading)
            if self.articles[-1] is given.article:
                self._rows[article] = given.row
        for number, (actor, name) in enumerate(gist.actors, len(self.actors)):
            self.of_actor.setdefault(actor, (name, array("L")))[1].append(number)
        self.actors.put(reading.actors)
        self.states.update(gist.states)
        self.contests.put(reading.contests)
        self.named.update(gist.named)
        self.referred.update(gist.referred)
        quotes = reading.quotes
        if self.curation.topics:
            quotes = [_with_topics(quote, self.curation, self.texts) for quote in quotes]
        self._gather(self.figures, reading.figures, article, gist)
        self._gather(self.quotes, quotes, article, gist)
        if article in self._told_in or not gist.settled:
            self.told += reading.events
        else:
            self._acting[article] = tuple(map(sys.intern, gist.acting))
            self.named.update(self._acting[article])
            self.events.pile.put(reading.events)
            self._dates += map(sys.intern, gist.dates)
            self._ranks += array("L", [self._rank[article]]) * len(gist.dates)
            self.happenings += map(sys.intern, gist.happenings)
            self._tally("event", gist)
        self._tally("figure", gist)
        self._tally("quote", gist)
        self._tally_mentions(given, reading, gist)

    def _note(self, facts: ReportFacts, holds: bool, reading: Extraction) -> None:
        """Keep what an article tells; what was told of it before ``holds`` unless something has
        been put right in it."""
        article = self.articles[-1]
        if not (holds and facts.language == article.language):
            facts = facts_of(replace(reading, article=article), self.texts[article.id])
        for actor, told in facts.actors.items():
            self.told_actors[actor].told_by(article.id, facts.language, *told)
        facts.actors.clear()
        self.facts[article.id] = facts

    def versions(self, memory: Memory) -> Sequence[Article]:
        """The articles, each that is a version of another with that one: the first to appear."""
        in_time = sorted(self.articles, key=lambda each: each.published.earliest or "9")
        copies = versions(((each.id, self._sketch(each.id)) for each in in_time), memory)
        found = [
            replace(each, copy_of=copies[each.id]) if each.id in copies else each
            for each in self.articles
        ]
        rows = [None if each.id in copies else self._rows.get(each.id) for each in found]
        return MadeRecords(found, rows) if self._rows else tuple(found)

    def _sketch(self, article: str) -> Sketch:
        told = self.facts.get(article)
        return told.sketch if told else sketch(self.texts[article])

    def _gather(
        self,
        gathered: OrderedRecords[R],
        records: Sequence[R],
        article: str,
        gist: ExtractionSummary,
    ) -> None:
        """Put in order what stands on words of its own article, and set aside what does
        not."""
        if not gist.settled:
            gathered.strays += (each for each in records if not at_home(each, article))
            home = (each for each in records if at_home(each, article))
            records = sorted(home, key=self.position)
        gathered.pile.put(records)

    def _tally(self, kind: str, gist: ExtractionSummary) -> None:
        for origin, count in gist.origins.get(kind, {}).items():
            self.tally[kind, origin] += count

    def _tally_mentions(
        self, given: Extraction, reading: Extraction, gist: ExtractionSummary
    ) -> None:
        if reading is given:
            self.tally["mention", "extracted"] += gist.mentions
            return
        before = {mention for actor in given.actors for mention in actor.mentions}
        after = {mention for actor in reading.actors for mention in actor.mentions}
        self.tally["mention", "extracted"] += len(after & before)
        self.tally["mention", "curated"] += len(after - before)


# ---------------------------------------------------------------------- articles


def _article(article: Article, curation: Curation, problems: Problems) -> Article:
    entry = curation.article(article.path)
    if entry is None:
        return article
    published = entry.published
    stated = article.published
    if published and stated.basis == "stated" and stated.edtf != published.edtf:
        problems.at(
            entry.dated_at,
            f"{shown(article.path)} has two publication dates: {published.edtf} here, and"
            f" {stated.edtf} in its text; expected no entry for what the text says",
        )
    facts = {field: value for field, value in entry.facts.items() if value}
    return replace(
        article,
        **facts,  # type: ignore[arg-type]
        published=published or stated,
        # A fact that an entry gives is no longer the file's.
        facts_from=tuple(
            each
            for each in article.facts_from
            if each.fact not in facts and not (each.fact == "published" and published)
        ),
        evidence=once([*article.evidence, *proof(entry.proof)]),
        origin="curated",
        rule=entry.why,
    )


# ------------------------------------------------------------------------ topics


def _with_topics(quote: Quote, curation: Curation, texts: Mapping[str, str]) -> Quote:
    """A quote with the topics whose words it has, in the order of the file."""
    words = "\n".join(
        [
            quote.text,
            *(clean_text(texts[each.article][each.start : each.end]) for each in quote.content),
        ]
    ).replace("’", "'")
    topics = [topic.name for topic in curation.topics if _any_of(topic.words).search(words)]
    return replace(quote, topics=once([*quote.topics, *topics])) if topics else quote


@cache
def _any_of(told: tuple[str, ...]) -> re.Pattern[str]:
    """The words and phrases of a topic, each as a whole; with a * at its end also as a
    beginning."""
    phrases = []
    for word in told:
        plain = word.removesuffix("*").replace("’", "'")
        phrase = r"\s+".join(re.escape(part) for part in plain.split())
        phrases.append(phrase if word.endswith("*") else rf"{phrase}(?!\w)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})", re.IGNORECASE)


def proof(passage: Passage | None) -> list[Anchor]:
    """The words that prove an entry, as evidence."""
    return [passage.anchor] if passage else []


def once(items: Iterable[T]) -> tuple[T, ...]:
    """Items without those that are there already."""
    return tuple(dict.fromkeys(items))
