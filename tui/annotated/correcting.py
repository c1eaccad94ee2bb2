"""What readers have corrected, put in the place of what the rules gave.

The rules' records stay as they are in the store. Corrections are laid over them whenever a
corpus is opened, so that they hold whatever is built again; one that no longer fits is
told, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar, cast

from tui.annotated.fields import HIDE, MERGE, CannotCorrect, field_of, new_record, put
from tui.annotated.splitting import CannotSplit, Division, divided
from tui.annotation import ADD, SPLIT, Annotation, Placed
from tui.corpus import Corpus
from tui.model import Actor, AttributedPassage, Disagreement, Record, Relation, Side
from tui.tables.lazy_records import LazyRecords, places_in

R = TypeVar("R", bound=Record)

NAMING = frozenset(
    "speakers actors claimed_by subject contest continues answers repeats items".split()
)
"""Fields that hold ids of other records."""


@dataclass(frozen=True)
class Corrected:
    """A corpus with corrections, and those that do not fit: their ids with the reasons."""

    corpus: Corpus
    unfit: Mapping[str, str] = field(default_factory=dict)


def corrected(corpus: Corpus, placed: Iterable[Placed]) -> Corrected:
    """A whole corpus with what readers have corrected."""
    corrections = [each for each in placed if each.annotation.purpose == "correction"]
    if not corrections:
        return Corrected(corpus)
    work = _Correcting(corpus)
    for each in corrections:
        try:
            work.take(each)
        except CannotCorrect as reason:
            work.unfit[each.annotation.id] = str(reason)
    return Corrected(work.corpus(), work.unfit)


class _Correcting:
    """Corrections taken one by one, and the corpus that they make."""

    def __init__(self, corpus: Corpus) -> None:
        self._before = corpus.whole
        self._changed: dict[str, Record] = {}
        self._hidden: set[str] = set()
        self._same: dict[str, str] = {}
        self._new: dict[str, Record] = {}
        self._divisions: list[Division] = []
        self.unfit: dict[str, str] = {}

    def take(self, placed: Placed) -> None:
        """Take one correction; CannotCorrect where it does not fit."""
        each = placed.annotation
        if each.field == ADD:
            self._add(placed)
            return
        record = self._before.by_id.get(placed.record) or self._new.get(placed.record)
        if record is None:
            raise CannotCorrect("there is no such record any more")
        if each.field == HIDE:
            self._hidden.add(record.id)
        elif each.field == MERGE:
            self._merge(record, each)
        elif each.field == SPLIT:
            self._split(record, each)
        else:
            now = self._changed.get(record.id, record)
            made = put(self._before, now, field_of(record, each.field), each.value)
            self._changed[record.id] = replace(made, origin="curated", rule=_rule(each))

    def _add(self, placed: Placed) -> None:
        if placed.anchor is None:
            raise CannotCorrect("its words are in no article any more")
        rule = f"added by {placed.annotation.by}" if placed.annotation.by else "added"
        made = new_record(self._before, placed.annotation.value, placed.anchor, rule)
        self._new[made.id] = made

    def _split(self, record: Record, each: Annotation) -> None:
        now = self._changed.get(record.id, record)
        if not isinstance(now, Actor):
            raise CannotCorrect("only an actor can be two")
        try:
            both = divided(self._before, now, each.value, _rule(each))
        except CannotSplit as reason:
            raise CannotCorrect(str(reason)) from reason
        if both.other.id in self._new:
            raise CannotCorrect(f"there is another {both.other.name} already")
        self._changed[record.id], self._new[both.other.id] = both.kept, both.other
        self._divisions.append(both)

    def _merge(self, record: Record, each: Annotation) -> None:
        other = self._before.by_id.get(each.value) or self._new.get(each.value)
        if not isinstance(record, Actor) or not isinstance(other, Actor):
            raise CannotCorrect(f"there is no actor {each.value} any more")
        if self._final(other.id) == record.id:
            raise CannotCorrect("the other one is the same as this one already")
        self._same[record.id] = other.id

    def _final(self, id: str) -> str:
        """The actor that an actor is the same as."""
        while id in self._same:
            id = self._same[id]
        return id

    def corpus(self) -> Corpus:
        """The corpus with all that was taken."""
        whole = self._before
        others: Callable[[Sequence[R]], Sequence[R]] = self._all
        made = replace(
            whole,
            articles=others(whole.articles),
            actors=self._actors(),
            contests=others(whole.contests),
            events=self._with_new(whole.events, "event"),
            figures=self._with_new(whole.figures, "figure"),
            quotes=self._with_new(whole.quotes, "quote"),
            # What is kept is of the records as they were.
            beside=None,
        )
        return replace(made, disagreements=self._disagreements(made))

    def _with_new(self, records: Sequence[R], kind: str) -> Sequence[R]:
        """Records of a kind with those that are added, in the order of the text."""
        kept = self._all(records)
        new = [each for each in self._new.values() if each.kind == kind]
        if not new:
            return kept
        more = [self._one(each) for each in new if each.id not in self._hidden]
        order = {article.id: number for number, article in enumerate(self._before.articles)}

        def place(record: Record) -> tuple[int, int]:
            first = next(iter(record.evidence), None)
            return (order[first.article], first.start) if first else (len(order), 0)

        every = [*kept, *cast("list[R]", more)]
        # Events stand in the order of time, in which a new one without a date comes last.
        return tuple(every if kind == "event" else sorted(every, key=place))

    def _all(self, records: Sequence[R]) -> Sequence[R]:
        places = places_in(records)
        moved = self._same or self._divisions
        if not moved and not any(id in places for id in (*self._changed, *self._hidden)):
            return records
        if not isinstance(records, LazyRecords):
            return tuple(self._one(each) for each in records if each.id not in self._hidden)
        # Of so many each is still made when it is asked for.
        kept = [(place, id) for id, place in places.items() if id not in self._hidden]

        def made(at: int) -> R:
            record: R = records[kept[at][0]]
            return self._one(record)

        return LazyRecords(len(kept), made, lambda: [id for _place, id in kept])

    def _one(self, record: R) -> R:
        found: Record = self._changed.get(record.id, record)
        for division in self._divisions:
            found = division.of(found)
        if self._same:
            found = _renamed(found, self._final)
        return cast("R", found)

    def _actors(self) -> Sequence[Actor]:
        new = [each for each in self._new.values() if isinstance(each, Actor)]
        if not self._same and not new:
            return self._all(self._before.actors)
        every = (*self._before.actors, *new)
        kept = {each.id: self._one(each) for each in every if each.id not in self._hidden}
        for id in self._same:
            gone, into = kept.pop(id, None), kept.get(self._final(id))
            if gone is not None and into is not None:
                kept[into.id] = _both(into, gone)
        return tuple(kept.values())

    def _disagreements(self, made: Corpus) -> Sequence[Disagreement]:
        """What the rules find in the corrected corpus, and the questions that people ask."""
        before = self._before.disagreements
        known = self._before.by_id
        kinds = {known[id].kind for id in self._ids if id in known}
        kinds |= {each.kind for each in self._new.values()}
        if not self._same and not kinds & {"figure", "actor"}:
            return self._all(before)
        # Only who corrects something needs the rules that find them.
        from tui.disagreements import disagreements

        found = disagreements(made)
        asked = (each for each in before if each.type == "account")
        return tuple(self._one(each) for each in (*found, *asked) if each.id not in self._hidden)

    @property
    def _ids(self) -> set[str]:
        return {*self._changed, *self._hidden, *self._same}


def _rule(each: Annotation) -> str:
    """How a record came to be that somebody has corrected."""
    why = f": {each.why}" if each.why else ""
    by = f" by {each.by}" if each.by else ""
    return f"corrected{by}{why}"


def _renamed(record: Record, final: Callable[[str], str]) -> Record:
    """A record that names actors as they are called after some were found to be the same."""
    changes: dict[str, object] = {}
    for each in fields(record):
        value = getattr(record, each.name)
        if each.name in NAMING:
            if isinstance(value, str):
                changes[each.name] = final(value)
            elif isinstance(value, tuple):
                changes[each.name] = tuple(dict.fromkeys(final(id) for id in value))
        elif each.name == "related":
            links = (Relation(link.relation, final(link.actor)) for link in value)
            changes[each.name] = tuple(
                dict.fromkeys(link for link in links if link.actor != record.id)
            )
        elif each.name == "sides":
            changes[each.name] = tuple(
                Side(
                    side.says,
                    tuple(
                        AttributedPassage(
                            told.passage, tuple(dict.fromkeys(map(final, told.speakers)))
                        )
                        for told in side.told
                    ),
                )
                for side in value
            )
    changed = {name: now for name, now in changes.items() if now != getattr(record, name)}
    again: Callable[..., Record] = replace
    return again(record, **changed) if changed else record


def _both(into: Actor, gone: Actor) -> Actor:
    """Two actors that are one, under the name of the first."""
    names = dict.fromkeys((*into.also_known_as, gone.name, *gone.also_known_as))
    names.pop(into.name, None)
    related = (link for link in gone.related if link.actor != into.id)
    return replace(
        into,
        evidence=tuple(dict.fromkeys((*into.evidence, *gone.evidence))),
        also_known_as=tuple(names),
        described_as=tuple(dict.fromkeys((*into.described_as, *gone.described_as))),
        mentions=tuple(sorted({*into.mentions, *gone.mentions})),
        related=tuple(dict.fromkeys((*into.related, *related))),
    )
