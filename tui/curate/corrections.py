"""Corrections: what a rule gets wrong in one passage, put right and no more.

A correction names the words that a record stands on. It has to find its record, and has
to change it: one that a better rule has made needless is a problem too, so that the file
never holds more than what no rule knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import TypeVar

from tui.cleaning import cleaned
from tui.curate.entries import CorrectionEntry, Curation
from tui.curate.typed_table import Problems, shown
from tui.ids import record_id
from tui.model import Actor, Anchor, Event, Extraction, Figure, Quote, Record
from tui.records import actors_of

R = TypeVar("R", bound=Record)

NEEDLESS = "no longer needed: the rules already say so; expected the entry to be taken out"


def corrected(
    reading: Extraction, curation: Curation, texts: Mapping[str, str], problems: Problems
) -> Extraction:
    """A reading with the corrections that are about its article."""
    for entry in curation.corrections:
        if entry.passage.anchor.article != reading.article.id:
            continue
        match entry.kind:
            case "quote":
                quotes = _records(entry, reading.quotes, Quote, texts, problems)
                reading = replace(reading, quotes=_relinked(reading.quotes, quotes))
            case "figure":
                figures = _records(entry, reading.figures, Figure, texts, problems)
                reading = replace(reading, figures=figures)
            case "event":
                events = _records(entry, reading.events, Event, texts, problems)
                reading = replace(reading, events=events)
            case "mention":
                reading = _mention(entry, reading, curation, problems)
    return reading


def _records(
    entry: CorrectionEntry,
    records: Sequence[R],
    kind: type[R],
    texts: Mapping[str, str],
    problems: Problems,
) -> tuple[R, ...]:
    anchor = entry.passage.anchor
    if entry.add:
        if any(record.evidence[:1] == (anchor,) for record in records):
            problems.at(entry.where, NEEDLESS)
            return tuple(records)
        return (*records, _with_own_id(_added(entry, kind, texts), records))
    record = _meant(entry, records, problems)
    if record is None:
        return tuple(records)
    if entry.drop:
        return tuple(each for each in records if each is not record)
    fields = dict(entry.change)
    words = fields.pop("words", None)
    changed = replace(record, **fields)  # type: ignore[arg-type]
    if isinstance(words, Anchor):
        changed = _moved(changed, words, texts)
    if changed == record:
        problems.at(entry.where, NEEDLESS)
    changed = replace(changed, origin="curated", rule=entry.why)
    return tuple(changed if each is record else each for each in records)


def _added(entry: CorrectionEntry, kind: type[R], texts: Mapping[str, str]) -> R:
    anchor = entry.passage.anchor
    fields: dict[str, object] = {
        **entry.add,
        "id": record_id(kind.kind, anchor, texts[anchor.article]),
        "evidence": (anchor,),
        "origin": "curated",
        "rule": entry.why,
    }
    fields.pop("words", None)
    if kind is Quote:
        fields["article"] = anchor.article
        fields["text"] = cleaned(texts[anchor.article]).between(anchor.start, anchor.end)
        fields["content"] = (anchor,)
    elif kind is Figure:
        fields = {"contest": None, "subject": None, **fields}
    return kind(**fields)  # type: ignore[arg-type]


def _with_own_id(record: R, others: Iterable[R]) -> R:
    """A record under an id that none of the others has: one of them may stand on the same words."""
    taken = {each.id for each in others}
    numbered = (f"{record.id}-{number}" for number in count(2))
    return replace(record, id=next(id for id in chain([record.id], numbered) if id not in taken))


def _moved(record: R, words: Anchor, texts: Mapping[str, str]) -> R:
    """A record that stands on other words."""
    was = record.evidence[0]
    record = replace(record, evidence=(words, *record.evidence[1:]))
    if isinstance(record, Quote):
        record = replace(
            record,
            text=cleaned(texts[words.article]).between(words.start, words.end),
            content=tuple(words if each == was else each for each in record.content),
        )
    return record


def _meant(entry: CorrectionEntry, records: Iterable[R], problems: Problems) -> R | None:
    """The record that stands on a correction's words: on just these, or on the only ones
    that share some of them."""
    anchor = entry.passage.anchor
    near = [r for r in records if r.evidence and _touch(r.evidence[0], anchor)]
    exact = [record for record in near if record.evidence[0] == anchor]
    found = exact or near
    if len(found) == 1:
        return found[0]
    if not found:
        problems.at(
            entry.where,
            f"no {entry.kind} stands on these words; expected those of one that the rules find,"
            " or add = { … }",
        )
    else:
        problems.at(
            entry.where,
            f"{len(found)} {entry.kind}s stand on these words; expected the words of one of them",
        )
    return None


def _touch(one: Anchor, other: Anchor) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _relinked(before: Sequence[Quote], after: Sequence[Quote]) -> tuple[Quote, ...]:
    """Quotes that go on from one another, or repeat it, though one has been dropped."""
    left = {quote.id for quote in after}
    gone = {quote.id: quote for quote in before if quote.id not in left}
    if not gone:
        return tuple(after)

    def still(id: str | None, *, back: bool) -> str | None:
        while id in gone:
            id = gone[id].continues if back else None
        return id

    return tuple(
        replace(
            quote,
            continues=still(quote.continues, back=True),
            answers=still(quote.answers, back=False),
            repeats=still(quote.repeats, back=False),
        )
        for quote in after
    )


# ---------------------------------------------------------------------- mentions


def _mention(
    entry: CorrectionEntry, reading: Extraction, curation: Curation, problems: Problems
) -> Extraction:
    """A reading in which one passage names somebody else, somebody, or nobody."""
    anchor = entry.passage.anchor
    given = entry.change or entry.add
    target = given.get("actor")
    touching = [
        (actor, mention)
        for actor in reading.actors
        for mention in actor.mentions
        if _touch(mention, anchor)
    ]
    exact = [found for found in touching if found[1] == anchor]
    holders = exact or touching
    actors, where = reading.actors, anchor
    if entry.add:
        problem = NEEDLESS if any(actor.id == target for actor, _ in exact) else ""
    elif len(holders) != 1:
        count = len(holders) or "no"
        problem = f"{count} mentions stand on these words; expected those of just one"
    else:
        holder, where = holders[0]
        problem = NEEDLESS if holder.id == target else _last_name(holder, where, reading)
        actors = _without(actors, holder, where)
    if problem:
        problems.at(entry.where, problem)
        return reading
    if isinstance(target, str):
        actors = _with(actors, target, where, entry, curation, problems)
    return replace(reading, actors=actors)


def _last_name(holder: Actor, where: Anchor, reading: Extraction) -> str:
    """What is wrong with taking a mention away from an actor whom a record names: it may not
    be the only one."""
    if any(mention != where for mention in holder.mentions):
        return ""
    record = _naming(holder.id, reading)
    if record is None:
        return ""
    return (
        f"takes {shown(holder.name)} its only mention, but the {record.kind} {record.id}"
        " names it; expected that to be corrected as well"
    )


def _without(actors: Sequence[Actor], holder: Actor, where: Anchor) -> tuple[Actor, ...]:
    """Actors one of whom has a mention less, and is none if that was the only one."""
    others = tuple(actor for actor in actors if actor is not holder)
    rest = tuple(mention for mention in holder.mentions if mention != where)
    if not rest:
        return others
    evidence = tuple(each for each in holder.evidence if each != where) or rest[:1]
    return (*others, replace(holder, mentions=rest, evidence=evidence))


def _with(
    actors: Sequence[Actor],
    target: str,
    where: Anchor,
    entry: CorrectionEntry,
    curation: Curation,
    problems: Problems,
) -> tuple[Actor, ...]:
    """Actors one of whom, of this article or of the curated ones, has a mention more."""
    if known := next((actor for actor in actors if actor.id == target), None):
        others = (actor for actor in actors if actor is not known)
        return (*others, replace(known, mentions=tuple(sorted({*known.mentions, where}))))
    if named := next((each for each in curation.actors if each.id == target), None):
        added = Actor(
            id=named.id,
            evidence=(where,),
            origin="curated",
            rule=entry.why,
            name=named.name,
            type=named.type,
            mentions=(where,),
        )
        return (*actors, added)
    problems.at(
        entry.where,
        f"{shown(target)} is an actor of other articles only; expected one of this article"
        " or of actors.toml",
    )
    return tuple(actors)


def _naming(actor: str, reading: Extraction) -> Record | None:
    """A record of the reading that names an actor."""
    records = (*reading.quotes, *reading.events, *reading.figures)
    return next((record for record in records if actor in actors_of(record)), None)
