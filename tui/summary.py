"""What is asked of every reading when a corpus is made: told once, by whoever made it.

A corpus of ten thousand articles has hundreds of thousands of records, of which most go
into the store as they were read. With its gist known, a reading need not be made into
records again for that.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from sys import byteorder, intern
from typing import Any, NamedTuple

from tui.model import Event, Extraction, Record
from tui.records import actors_of
from tui.tables.line_cache import Memory


class ExtractionSummary(NamedTuple):
    """Of one reading, in the order of its records."""

    actors: Sequence[tuple[str, str]]
    """The ids and names of its actors."""
    mentions: int
    """Passages that mention them."""
    named: Sequence[str]
    """The actors that its quotes and figures name."""
    acting: Sequence[str]
    """The actors that its events name."""
    contests: Sequence[str]
    referred: Sequence[str]
    """The contests that its figures are about."""
    dates: Sequence[str]
    """What each of its events is put in order by."""
    happenings: Sequence[str]
    """What each of its events has in common with one that another article tells."""
    states: Sequence[str]
    """Those of its actors that are states."""
    origins: Mapping[str, Mapping[str, int]]
    """How many records of a kind came to be in which way."""
    settled: bool
    """Whether its events, figures and quotes stand on passages of the article, and in
    their order."""


class ReportFacts(NamedTuple):
    """What the text of one article tells to whoever compares it with others."""

    language: str
    """The language of which the words of comparisons were taken."""
    sketch: array[int]
    """What it is known by among copies."""
    inside: frozenset[str]
    """The words with a capital in the middle of sentences, as names are compared."""
    first: frozenset[str]
    """Those with which sentences begin."""
    answers: Sequence[Sequence[str]]
    """Questions that it may answer, each with an answer."""
    actors: dict[str, Sequence[Sequence[str]]]
    """By their ids the names of its actors as they are seen, the labels by which it places them,
    and the names beside them of who may lead them."""
    denials: Sequence[Sequence[int]]
    """Where somebody in it says something and where another says that this is not so, and perhaps
    where that one says what was so instead: two offsets each."""
    spoken: bytes
    """As JSON the passages of its quotes: two offsets, who speaks, and whether it stands in
    quotation marks. Of most articles nobody asks who speaks."""
    counts: bytes
    """As JSON what tells what its figures count, by the ids of those that count something."""

    def packed(self) -> list[object]:
        """These as JSON can hold them, without those that are JSON already."""
        sketch = array("I", self.sketch)
        if byteorder == "big":
            sketch.byteswap()
        names = sorted(self.inside), sorted(self.first)
        return [self.language, sketch.tobytes().hex(), *names, *self[4:-2]]

    @classmethod
    def unpacked(cls, packed: list[Any], spoken: bytes, counts: bytes) -> ReportFacts:
        """The facts that were packed; of ten thousand articles these are held, and names that
        several have are held once."""
        language, sketch, inside, first, answers, actors, denials = packed
        hashes = array("I", bytes.fromhex(sketch))
        if byteorder == "big":
            hashes.byteswap()
        names = frozenset(map(intern, inside)), frozenset(map(intern, first))
        return cls(language, hashes, *names, answers, actors, denials, spoken, counts)


@dataclass(slots=True)
class ToldActor:
    """What is asked again and again of an actor: whoever is named everywhere takes long to be
    made."""

    id: str = ""
    name: str = ""
    type: str = ""
    also_known_as: tuple[str, ...] = ()
    article: str = ""
    """The one that mentions it first, "" where none does."""
    written: dict[str, None] = field(default_factory=dict)
    """Its names as they are seen."""
    articles: dict[str, None] = field(default_factory=dict)
    """Those that it has passages in."""
    labels: set[tuple[str, ...]] = field(default_factory=set)
    """The labels that each article gives it which gives any."""
    leaders: list[tuple[str, str]] | None = None
    """The names of who may lead it, each with the article that has it; None where none is told."""
    languages: set[str] = field(default_factory=set)
    """Those of the articles that mention it."""

    @property
    def called(self) -> tuple[str, ...]:
        """The name and the type, and what else it is known as."""
        return self.name, self.type, *self.also_known_as

    @property
    def last_name(self) -> str:
        return self.name.split()[-1]

    def of(self, row: Mapping[str, Any]) -> ToldActor:
        """This with what stands in the row of the actor."""
        self.id, self.name, self.type = row["id"], row["name"], row["type"]
        self.also_known_as = row.get("also_known_as", ())
        self.article = row["mentions"][0][0] if row["mentions"] else ""
        self.articles |= dict.fromkeys(row["proof"])
        return self

    def told_by(
        self,
        article: str,
        language: str,
        written: Sequence[str],
        labels: Sequence[str],
        leaders: Sequence[str],
    ) -> None:
        """Add what one article says."""
        self.articles[article] = None
        if written:
            for name in written:
                self.written[name] = None
            self.languages.add(language)
        if labels:
            self.labels.add(tuple(labels))
        if self.leaders is None:
            self.leaders = []
        for key in leaders:
            self.leaders.append((key, article))


@dataclass(slots=True)
class CorpusFacts:
    """What is known of a corpus before its texts and records are gone through."""

    reports: dict[str, ReportFacts] = field(default_factory=dict)
    """The facts of articles by their ids, as far as they are known."""
    actors: dict[str, ToldActor] = field(default_factory=dict)
    """All its actors by their ids in their order, or none."""
    memory: Memory = field(default_factory=Memory)
    """What was worked out of parts of it in the build before."""
    stories: Any = None
    """Which of its reports are of one story, once it has been asked
    (:class:`tui.disagreements.stories.Stories`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarisedExtraction(Extraction):
    """A reading with its gist; its records are made when they are asked for."""

    gist: ExtractionSummary
    facts: ReportFacts
    row: bytes
    """The JSON of its article."""


def summary_of(reading: Extraction) -> ExtractionSummary:
    """The gist of a reading."""
    spoken = (*reading.figures, *reading.quotes)
    by_passage = (reading.events, reading.figures, reading.quotes)
    kinds = (*by_passage, reading.actors)
    return ExtractionSummary(
        actors=tuple((actor.id, actor.name) for actor in reading.actors),
        mentions=len({mention for actor in reading.actors for mention in actor.mentions}),
        named=_once(actor for record in spoken for actor in actors_of(record)),
        acting=_once(actor for event in reading.events for actor in actors_of(event)),
        contests=_once(contest.id for contest in reading.contests),
        referred=_once(figure.contest for figure in reading.figures if figure.contest),
        dates=tuple(map(dated, reading.events)),
        happenings=tuple(map(happening, reading.events)),
        states=tuple(actor.id for actor in reading.actors if actor.type == "state"),
        origins={kind[0].kind: Counter(each.origin for each in kind) for kind in kinds if kind},
        settled=all(_in_order(records, reading.article.id) for records in by_passage),
    )


def dated(event: Event) -> str:
    """What an event is put in order by: those without a date last, then by the first day, then
    by the last."""
    first, last = event.when.earliest, event.when.latest
    return f"{not event.when.known:d} {first or last} {last or first}"


def happening(event: Event) -> str:
    """The type of an event that is told as a fact, and its day where that is one; "" of others."""
    when = event.when
    fact = event.status in ("happened", "ongoing", "planned")
    one_day = when.earliest and when.earliest == when.latest
    day = f" {when.earliest}" if one_day else ""
    return f"{event.type}{day}" if fact and event.type else ""


def _in_order(records: Sequence[Record], article: str) -> bool:
    places = [each.evidence[0].start for each in records if at_home(each, article)]
    return len(places) == len(records) and places == sorted(places)


def at_home(record: Record, article: str) -> bool:
    """Whether a record stands on words of this article."""
    return bool(record.evidence) and record.evidence[0].article == article


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
