"""What a query is answered: hits, how many, what was read how, and what else to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from tui.corpus import Corpus
from tui.model import Record
from tui.search.fields import means_something
from tui.search.hits import Hit, Hits
from tui.search.index import index_of
from tui.search.inflection import in_all_forms
from tui.search.inverted_index import flags
from tui.search.notes import noticing
from tui.search.parsing import parse
from tui.search.query import (
    Alternatives,
    Clause,
    InDates,
    InField,
    InNotes,
    Query,
    Sure,
    Words,
)
from tui.search.respelling import respelt
from tui.wording import counted as in_numbers

KINDS = ("article", "actor", "contest", "event", "figure", "quote", "disagreement")

MOST_TOPICS = 3

TRIED = 12
"""Parts of a query that are left out one at a time when nothing is found."""


class Otherwise(NamedTuple):
    """Another query near one that finds nothing: what differs, in words, and what it finds."""

    how: str
    text: str
    total: int


def search(corpus: Corpus, text: str, kind: str = "quote", *, typing: bool = False) -> list[Hit]:
    """The records of a kind that a query finds, the best first, then by date.

    Of a narrowed corpus only its records are found. A query that asks for nothing finds
    all.
    """
    return list(answer(corpus, text, kind, typing=typing).hits)


def answer(corpus: Corpus, text: str, kind: str = "quote", *, typing: bool = False) -> Answer:
    """What a query finds among the records of a kind, and what there is to say about it."""
    return Answer(corpus, parse(text, typing=typing), kind, typing=typing)


def everywhere(
    corpus: Corpus, text: str, kinds: Iterable[str] = KINDS, *, typing: bool = False
) -> dict[str, Answer]:
    """What a query finds, kind by kind; nothing in kinds that lack a field it asks for."""
    query = parse(text, typing=typing)
    return {kind: Answer(corpus, query, kind, typing=typing, strictly=True) for kind in kinds}


def settled(text: str) -> str:
    """A query as it is written to find, once it is no longer being typed, what it found
    while it was: ``thef`` is ``thef*``."""
    typed = parse(text, typing=True)
    ways = (text, f"{text.rstrip()}*", f'{text.rstrip()}"*')
    return next((way for way in ways if parse(way) == typed), str(typed))


class Answer:
    """The answer to a query about one kind of record.

    A field that records of the kind do not have is left out, with a hint; ``strictly``, a
    query that needs one finds nothing.
    """

    def __init__(
        self,
        corpus: Corpus,
        query: Query,
        kind: str,
        *,
        typing: bool = False,
        strictly: bool = False,
    ) -> None:
        self.query = query
        self.kind = kind
        self.corpus = corpus
        self._typing = typing
        self._index = index_of(corpus, kind)
        self._within = self._index.within(corpus)
        asked, self._foreign = _meaningful(query, kind)
        self._asked = self._noticing(asked)
        self._strictly = strictly
        self.thought = False
        """Whether it is worked out already what to ask instead."""
        within = 0 if strictly and self._foreign else self._within
        self.found = self._index.ranked(self._asked, within)
        self.hits = Hits(corpus, self._asked, self._index, self.found)

    def _noticing(self, asked: Query) -> Query:
        """A query as it is asked of the index: in all forms of its words where an article has a
        language with endings, and knowing what the reader has added."""
        if self._index.inflected:
            asked = in_all_forms(asked)
        return noticing(asked, self.corpus, self._index)

    @property
    def total(self) -> int:
        """How many are found."""
        return len(self.hits)

    @property
    def of(self) -> int:
        """Among how many."""
        return self._within.bit_count()

    @property
    def hint(self) -> str:
        """One line about what was read otherwise than it may have been meant; or ""."""
        then = "" if self._strictly else ", it is left out"
        foreign = [f"{self.kind}s have no {name}:{then}" for name in self._foreign]
        return " · ".join((*self.query.hints, *foreign))

    @property
    def count(self) -> str:
        """How many of how many: "12 of 148 quotes"."""
        noun = self.kind if self.of == 1 else f"{self.kind}s"
        if not self.total and self.query.parts:
            return f"nothing in {self.of:,} {noun}"
        return (
            f"{self.of:,} {noun}"
            if self.total == self.of
            else f"{self.total:,} of {self.of:,} {noun}"
        )

    def hit(self, record: Record) -> Hit:
        """A record of the kind as a hit: where the words stand in it, and why else it is one."""
        return Hit(self.corpus, self._asked, record, 0)

    def but(self, field: str) -> Answer:
        """The answer without the parts of the query that are about one field."""
        parts = (p for p in self.query.parts if any(_field(c) != field for c in p.either))
        query = replace(self.query, parts=tuple(parts))
        return Answer(self.corpus, query, self.kind, typing=self._typing)

    @property
    def flags(self) -> bytes:
        """By the number of each record of the kind, a 1 where it is found."""
        found = sum(bits for _score, bits in self.found)
        return flags(found).ljust(len(self._index.records), b"\0")

    def think(self) -> None:
        """Work out what to ask instead, which takes longer than to find nothing, so that
        whoever tells it need not wait for it."""
        _ = self.suggestion, self.otherwise, self.topics, self.elsewhere
        self.thought = True

    @cached_property
    def suggestion(self) -> Otherwise | None:
        """The query with words of these articles for those that stand in none of them."""
        if self.total or self._foreign:
            return None
        text = self.query.text
        # From the last, so that the stretches of those before still hold.
        for part in reversed(self._asked.parts):
            if len(part.either) > 1 or part.either[0].without or self._index.having(part):
                continue
            clause = respelt(self._index, part.either[0])
            if clause:
                text = _with_text(text, part.stretch, str(clause))
        total = self._total_of(text) if text != self.query.text else 0
        return Otherwise(f"did you mean {text}", text, total) if total else None

    @cached_property
    def otherwise(self) -> tuple[Otherwise, ...]:
        """What to leave out of a query that finds nothing, and what that would give; the
        one that gives most first."""
        if self.total or not 0 < len(self._asked.parts) <= TRIED:
            return ()
        found = [
            *self._loosened(),
            *self._begun(),
            *self._without_one(),
            *self._without_filter(),
        ]
        found = [*(found or self._only_one()), *self._meant_alone()]
        return tuple(sorted(found, key=lambda each: -each.total))

    @cached_property
    def topics(self) -> tuple[Otherwise, ...]:
        """The topics that are called like a query that finds nothing, those first that have
        most of its words."""
        if self.total or not means_something("topic", self.kind):
            return ()
        from tui.search.completions import facets
        from tui.search.nearby import called_like, words_of

        single = [part.either[0] for part in self._asked.parts if len(part.either) == 1]
        meant = (respelt(self._index, clause) for clause in single if not clause.without)
        words = words_of([*single, *(clause for clause in meant if clause)])
        found = called_like(facets(self.corpus, "", "topic", self.kind), words, MOST_TOPICS)
        return tuple(Otherwise(f"topic {each.value}", each.clause, each.total) for each in found)

    @cached_property
    def elsewhere(self) -> tuple[tuple[str, int], ...]:
        """The other kinds of records among which a query that finds nothing finds some, and
        how many."""
        if self.total or not self.query.parts:
            return ()
        others = [kind for kind in KINDS if kind != self.kind]
        found = everywhere(self.corpus, self.query.text, others, typing=self._typing)
        return tuple((kind, each.total) for kind, each in found.items() if each.total)

    def _without_one(self) -> Iterator[Otherwise]:
        parts = self._asked.parts
        if len(parts) < 2:
            return
        having = [self._index.having(part) for part in parts]
        for at, part in enumerate(parts):
            kept = self._within
            for other, bits in enumerate(having):
                if other != at:
                    kept &= bits
            if kept:
                left_out = _written(self.query, part.stretch)
                text = _with_text(self.query.text, part.stretch, "")
                yield Otherwise(f"leave out {left_out}", text, kept.bit_count())

    def _only_one(self) -> Iterator[Otherwise]:
        """Each part alone, where leaving out one is not enough."""
        if len(self._asked.parts) < 2:
            return
        for part in self._asked.parts:
            if total := (self._index.having(part) & self._within).bit_count():
                start, end = part.stretch
                written = _written(self.query, part.stretch)
                yield Otherwise(f"only {written}", self.query.text[start:end].strip(), total)

    def _meant_alone(self) -> Iterator[Otherwise]:
        """Each part that stands nowhere as what was perhaps meant, without the others."""
        if len(self._asked.parts) < 2 or self.suggestion:
            return
        for part in self._asked.parts:
            if self._index.having(part) or len(part.either) > 1 or part.either[0].without:
                continue
            meant = respelt(self._index, part.either[0])
            if meant and (total := self._total_of(str(meant))):
                written = _written(self.query, part.stretch)
                yield Otherwise(f"only {meant} (instead of {written})", str(meant), total)

    def _loosened(self) -> Iterator[Otherwise]:
        """Phrases as words that may stand apart."""
        for part in self._asked.parts:
            what = part.either[0].what
            if len(part.either) == 1 and isinstance(what, Words) and len(what.terms) > 1:
                apart = " ".join(str(Words((term,))) for term in what.terms)
                text = _with_text(self.query.text, part.stretch, apart)
                if total := self._total_of(text):
                    phrase = _written(self.query, part.stretch)
                    yield Otherwise(f"with the words of {phrase} apart", text, total)

    def _begun(self) -> Iterator[Otherwise]:
        """Words that stand nowhere as the beginnings of words that do."""
        for part in self._asked.parts:
            goes_on = _going_on(part.either[0])
            if len(part.either) == 1 and goes_on and not self._index.having(part):
                text = _with_text(self.query.text, part.stretch, str(goes_on))
                if total := self._total_of(text):
                    yield Otherwise(f"with {goes_on}", text, total)

    def _without_filter(self) -> Iterator[Otherwise]:
        if self._within != self._index.all:
            found = self._index.ranked(self._asked, self._index.all)
            total = sum(bits.bit_count() for _rank, bits in found)
            if total:
                how = f"without the filter ({self.corpus.describe()})"
                yield Otherwise(how, self.query.text, total)

    def _total_of(self, text: str) -> int:
        asked, _foreign = _meaningful(parse(text, typing=self._typing), self.kind)
        asked = self._noticing(asked)
        return sum(bits.bit_count() for _rank, bits in self._index.ranked(asked, self._within))

    @property
    def advice(self) -> str:
        """One line for a query that finds nothing: which part to drop, and what that gives."""
        return "; ".join(f"{each.how}: {each.total:,}" for each in self.otherwise[:3])

    def lines(self, *, counted: bool = True) -> Sequence[str]:
        """All that is said beside the hits, a line each, the same on screen and in a shell.
        Where hits are counted by who reads them, only that there are none is said."""
        said = [self.count] if counted or not self.total else []
        if self.advice:
            said.append(self.advice)
        if self.suggestion:
            said.append(f"{self.suggestion.how}? That finds {self.suggestion.total:,}")
        if self.topics:
            topics = (f"{each.text}: {each.total:,}" for each in self.topics)
            said.append(f"topics: {'; '.join(topics)}")
        if self.elsewhere:
            kinds = ", ".join(in_numbers(total, kind) for kind, total in self.elsewhere)
            said.append(f"elsewhere: {kinds} (--in {self.elsewhere[0][0]}s)")
        if self.hint:
            said.append(f"hint: {self.hint}")
        return said


def _meaningful(query: Query, kind: str) -> tuple[Query, tuple[str, ...]]:
    """A query without the fields that a kind does not have, and those."""
    parts: list[Alternatives] = []
    foreign: dict[str, None] = {}
    for part in query.parts:
        kept = [
            (clause, stretch)
            for clause, stretch in zip(part.either, part.stretches, strict=True)
            if means_something(_field(clause), kind)
        ]
        foreign.update(
            dict.fromkeys(
                _field(clause)
                for clause in part.either
                if not means_something(_field(clause), kind)
            )
        )
        if kept:
            clauses, stretches = zip(*kept, strict=True)
            parts.append(Alternatives(tuple(clauses), tuple(stretches)))
    return replace(query, parts=tuple(parts)), tuple(foreign)


def _field(clause: Clause) -> str:
    match clause.what:
        case InField(field) | InNotes(field):
            return field
        case InDates():
            return "date"
        case Sure():
            return "sure"
    return ""


def _going_on(clause: Clause) -> Clause | None:
    """A clause whose last word may go on; None where it may already, or must not."""
    words = clause.what.words if isinstance(clause.what, InField) else clause.what
    if clause.without or not isinstance(words, Words) or words.last.open or words.last.near:
        return None
    begun = Words((*words.terms[:-1], words.last._replace(open=True)))
    return Clause(InField(clause.what.field, begun) if isinstance(clause.what, InField) else begun)


def _with_text(text: str, stretch: tuple[int, int], instead: str) -> str:
    """A text with another in the place of a stretch."""
    start, end = stretch
    return " ".join(f"{text[:start]}{instead}{text[end:]}".split())


def _written(query: Query, stretch: tuple[int, int]) -> str:
    start, end = stretch
    written = " ".join(query.text[start:end].split()).replace("−", "-")
    return written if len(written) <= 40 else f"{written[:39]}…"
