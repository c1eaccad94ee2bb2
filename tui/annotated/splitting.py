"""One actor that is two: which of its mentions are of another, and what goes with them.

Names tell the two apart. What no name stands in (a pronoun, "the minister") belongs to
whoever was named last before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import count

from tui.annotated.bare_words import bare
from tui.corpus import Corpus
from tui.digests import slug
from tui.model import (
    Actor,
    Anchor,
    AttributedPassage,
    Disagreement,
    Event,
    Figure,
    Quote,
    Record,
    Side,
)


class CannotSplit(ValueError):
    """An actor cannot be divided so; the message says why."""


def names_in(value: str) -> tuple[str, ...]:
    """The names that are said to be another's."""
    return tuple(dict.fromkeys(name for each in value.split(",") if (name := each.strip())))


def spellings(corpus: Corpus, actor: Actor) -> tuple[str, ...]:
    """How an actor is written where it is named, the most frequent first."""
    written = Counter(" ".join(corpus.seen(each).split()) for each in actor.mentions)
    return tuple(name for name, _many in written.most_common())


def split_id(corpus: Corpus, value: str) -> str:
    """The id of the actor that these names are of; "" where there are no names."""
    names = names_in(value)
    if not names:
        return ""
    made = slug(names[0])
    known = corpus.whole.by_id
    ids = (made if number == 1 else f"{made}-{number}" for number in count(1))
    return next(id for id in ids if id not in known)


def split_off(corpus: Corpus, value: str) -> Actor | None:
    """The actor that these names are of, in a corpus in which that is said already."""
    wanted = {bare(name) for name in names_in(value)}
    for actor in corpus.whole.actors:
        if actor.mentions and all(bare(corpus.words(each)) in wanted for each in actor.mentions):
            return actor
    return None


@dataclass(frozen=True)
class Division:
    """An actor without the mentions of another, and that other."""

    kept: Actor
    other: Actor

    @property
    def _every(self) -> Iterable[tuple[Anchor, Actor]]:
        for actor in (self.kept, self.other):
            yield from ((mention, actor) for mention in actor.mentions)

    def owner(self, at: Anchor) -> str:
        """Whose a passage is: his who is named in it, else his who was named last before."""
        here = [each for each in self._every if each[0].article == at.article]
        inside = {actor.id for mention, actor in here if _touch(mention, at)}
        if len(inside) == 1:
            return inside.pop()
        before = [each for each in here if each[0].start <= at.start]
        nearest = max(before, default=None) if before else min(here, default=None)
        return nearest[1].id if nearest and not inside else self.kept.id

    def called(self, at: Anchor) -> str:
        """Whom words describe: whoever is named nearest to them."""
        here = [each for each in self._every if each[0].article == at.article]
        nearest = min(here, key=lambda each: _apart(each[0], at), default=None)
        return nearest[1].id if nearest else self.kept.id

    def of(self, record: Record) -> Record:
        """A record that names the one of the two that it is about."""
        swap = self._swapping(record)
        match record:
            case Quote():
                return _if_other(record, speakers=swap(record.speakers))
            case Event():
                return _if_other(
                    record, actors=swap(record.actors), claimed_by=swap(record.claimed_by)
                )
            case Figure():
                (subject,) = swap((record.subject or "",))
                return _if_other(
                    record, subject=subject or None, claimed_by=swap(record.claimed_by)
                )
            case Disagreement():
                return self._disputed(record)
        return record

    def _swapping(self, record: Record) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
        at = record.evidence[0] if record.evidence else None
        if isinstance(record, Quote) and record.speaker_text:
            at = record.speaker_text
        return self._swap(at)

    def _swap(self, at: Anchor | None) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
        def swapped(ids: tuple[str, ...]) -> tuple[str, ...]:
            if at is None or self.kept.id not in ids:
                return ids
            owner = self.owner(at)
            return tuple(owner if id == self.kept.id else id for id in ids)

        return swapped

    def _disputed(self, record: Disagreement) -> Record:
        if self.kept.id not in record.actors:
            return record
        sides = tuple(
            Side(
                side.says,
                tuple(
                    AttributedPassage(told.passage, self._swap(told.passage)(told.speakers))
                    for told in side.told
                ),
            )
            for side in record.sides
        )
        speaking = {each for side in sides for told in side.told for each in told.speakers}
        more = (self.other.id,) if self.other.id in speaking else ()
        actors = tuple(dict.fromkeys((*record.actors, *more)))
        return _if_other(record, sides=sides, actors=actors)


def divided(corpus: Corpus, actor: Actor, value: str, rule: str = "") -> Division:
    """An actor of whose mentions those under some names are another's."""
    names = names_in(value)
    wanted = {bare(name) for name in names}
    theirs = tuple(each for each in actor.mentions if bare(corpus.words(each)) in wanted)
    if not theirs:
        written = "; ".join(spellings(corpus, actor)[:4])
        raise CannotSplit(f"it is not named so; it is named {written or 'nowhere'}")
    rest = tuple(each for each in actor.mentions if each not in theirs)
    if not rest:
        raise CannotSplit("it is always named so: correct its name instead")
    own = replace(actor, mentions=rest)
    name = actor.name if bare(actor.name) not in wanted else spellings(corpus, own)[0]
    kept = replace(
        own,
        name=name,
        evidence=tuple(each for each in actor.evidence if each not in theirs) or rest[:1],
        also_known_as=tuple(
            each for each in actor.also_known_as if bare(each) not in wanted and each != name
        ),
        origin="curated",
        rule=rule,
    )
    other = Actor(
        id=split_id(corpus, value),
        evidence=theirs[:1],
        origin="curated",
        rule=rule,
        name=names[0],
        type=actor.type,
        mentions=theirs,
    )
    others = tuple(each for each in spellings(corpus, other) if each != other.name)
    both = Division(kept, replace(other, also_known_as=others))
    called = [(each, both.called(each.anchor) == other.id) for each in actor.described_as]
    return Division(
        replace(both.kept, described_as=tuple(each for each, is_other in called if not is_other)),
        replace(both.other, described_as=tuple(each for each, is_other in called if is_other)),
    )


def _touch(one: Anchor, other: Anchor) -> bool:
    return one.start < other.end and other.start < one.end


def _apart(one: Anchor, other: Anchor) -> int:
    """How many characters stand between two passages of an article."""
    return max(0, one.start - other.end, other.start - one.end)


def _if_other(record: Record, **fields: object) -> Record:
    """A record with other fields; itself where they are the same."""
    if all(getattr(record, name) == value for name, value in fields.items()):
        return record
    changed: Callable[..., Record] = replace
    return changed(record, **fields)
