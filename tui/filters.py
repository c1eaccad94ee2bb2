"""What a corpus is narrowed by: an actor, an article, a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from tui.corpus import Corpus
from tui.model import Article, Quote, Record
from tui.records import actors_of, passages_of, when_of
from tui.tables.columns import ACTORS, ARTICLES, DATES, ColumnField, DateKey, Row


@dataclass(frozen=True, slots=True)
class ByActor:
    """What an actor says, does, claims, or is the subject of."""

    kind: ClassVar[str] = ""

    actor: str

    def describe(self, corpus: Corpus) -> str:
        return f"actor {corpus.name(self.actor)}"

    def keeps(self, record: Record, corpus: Corpus) -> bool:
        return self.actor in actors_of(record)

    def places(self, corpus: Corpus, kind: str) -> Iterable[int]:
        """The places of the records of a kind that stay."""
        return corpus.column(kind, ACTORS).having(self.actor)


@dataclass(frozen=True, slots=True)
class BySource:
    """What one article tells."""

    kind: ClassVar[str] = ""

    article: str

    def describe(self, corpus: Corpus) -> str:
        return f"source {corpus.name(self.article)}"

    def keeps(self, record: Record, corpus: Corpus) -> bool:
        return any(anchor.article == self.article for anchor in passages_of(record))

    def places(self, corpus: Corpus, kind: str) -> Iterable[int]:
        """The places of the records of a kind that stay."""
        return corpus.column(kind, ARTICLES).having(self.article)


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
        return when is not None and self._holds((when.edtf, when.earliest, when.latest))

    def _holds(self, when: DateKey) -> bool:
        edtf, earliest, latest = when
        return bool(edtf) and (earliest or "0000") <= self.last and (latest or "9999") >= self.first

    def places(self, corpus: Corpus, kind: str) -> Iterable[int]:
        """The places of the records of a kind that stay."""
        if kind not in DATES.kinds:
            return ()
        dates = corpus.column(kind, DATES).groups()
        kept = (places for key, places in dates if self._holds(key))
        return chain.from_iterable(kept)


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
        return self.what in lacked_by(record)

    def places(self, corpus: Corpus, kind: str) -> Sequence[int]:
        """The places of the records of a kind that stay."""
        return corpus.column(kind, LACKS).having(self.what)


def lacked_by(record: Record) -> Iterator[str]:
    """What a record lacks of what :data:`LACKED` names."""
    when = when_of(record)
    if when is None or not when.known:
        yield "date"
    if isinstance(record, Article) and not (record.publisher or record.agency):
        yield "publisher"
    if isinstance(record, Quote) and not record.speakers and record.type != "sign":
        yield "speaker"


def _lacked_by_row(row: Row) -> Iterator[str]:
    when = row.get("said") or row.get("when") or row.get("published") or {}
    if not when.get("edtf"):
        yield "date"
    if "file" in row and not (row.get("publisher") or row.get("agency")):
        yield "publisher"
    if "article" in row and not row.get("speakers") and row["type"] != "sign":
        yield "speaker"


LACKS = ColumnField(
    "lacks",
    ("article", "event", "quote"),
    lambda _c, record: lacked_by(record),
    of_row=_lacked_by_row,
)
