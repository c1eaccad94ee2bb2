"""What a corpus is narrowed by: an actor, an article, a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tui.corpus import Corpus
from tui.model import Article, Quote, Record
from tui.records import actors_of, passages_of, when_of


@dataclass(frozen=True, slots=True)
class ByActor:
    """What an actor says, does, claims, or is the subject of."""

    kind: ClassVar[str] = ""

    actor: str

    def describe(self, corpus: Corpus) -> str:
        return f"actor {corpus.name(self.actor)}"

    def keeps(self, record: Record, corpus: Corpus) -> bool:
        return self.actor in actors_of(record)


@dataclass(frozen=True, slots=True)
class BySource:
    """What one article tells."""

    kind: ClassVar[str] = ""

    article: str

    def describe(self, corpus: Corpus) -> str:
        return f"source {corpus.name(self.article)}"

    def keeps(self, record: Record, corpus: Corpus) -> bool:
        return any(anchor.article == self.article for anchor in passages_of(record))


@dataclass(frozen=True, slots=True)
class Between:
    """What is dated, wholly or in part, between two ISO days (both included)."""

    kind: ClassVar[str] = ""

    first: str
    last: str

    def describe(self, corpus: Corpus) -> str:
        return self.first if self.first == self.last else f"{self.first} to {self.last}"

    def keeps(self, record: Record, corpus: Corpus) -> bool:
        when = when_of(record)
        if when is None or not when.known:
            return False
        return (when.earliest or "0000") <= self.last and (when.latest or "9999") >= self.first


LACKED = {
    ("article", "date"): "without a date",
    ("article", "publisher"): "without a publisher or agency",
    ("event", "date"): "without a date",
    ("quote", "speaker"): "without a known speaker",
    ("quote", "date"): "without a date",
}
"""What records of a kind may lack that a reader would ask for, in words."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """The records of a kind that lack something: see :data:`LACKED`."""

    kind: str
    what: str

    def describe(self, corpus: Corpus) -> str:
        return LACKED[self.kind, self.what]

    def keeps(self, record: Record, corpus: Corpus) -> bool:
        if self.what == "date":
            when = when_of(record)
            return when is None or not when.known
        if isinstance(record, Article):
            return not (record.publisher or record.agency)
        return isinstance(record, Quote) and not record.speakers and record.type != "sign"
