"""Does every record hold? Its passages, its links, its values, against the articles.

The rules are meant to make nothing else; this looks again without trusting them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from tui.cleaning import cleaned
from tui.corpus import Corpus
from tui.dates import bounds
from tui.digests import digest
from tui.ids import possible_ids
from tui.model import (
    ACTOR_TYPES,
    BASES,
    COMPARATORS,
    DISAGREEMENT_TYPES,
    EVENT_STATUSES,
    EXPLANATIONS,
    FIGURE_STATUSES,
    QUOTE_TYPES,
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
from tui.records import passages_of, when_of

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")


def problems(corpus: Corpus, files: Mapping[str, str] | None = None) -> list[str]:
    """What does not hold, a line each; nothing when all is well.

    ``files`` are the articles' texts by their paths as they are now on the disk.
    """
    found: list[str] = []
    counts = Counter(record.id for record in corpus.records)
    found.extend(f"{each}: {n} records have this id" for each, n in counts.items() if n > 1)
    for record in corpus.records:
        found.extend(f"{record.id}: {problem}" for problem in _of(corpus, record))
    if files is not None:
        found.extend(_against_files(corpus, files))
    return found


MOST_NAMED = 50
"""Records that are named of those that are otherwise than they should be."""


def differences(kept: Corpus, given: Corpus) -> Iterator[str]:
    """What of a store is not what the articles and curated files give, a line a record."""
    wanted = {record.id: record for record in given.records}
    lines = []
    for record in kept.records:
        other = wanted.pop(record.id, None)
        if other is None:
            lines.append(f"{record.id}: nothing gives this record now")
        elif other != record:
            names = [
                field.name
                for field in fields(record)
                if getattr(record, field.name) != getattr(other, field.name, None)
            ]
            lines.append(f"{record.id}: another {', '.join(names) or 'kind'} is given now")
    lines += [f"{id}: is missing" for id in wanted]
    yield from lines[:MOST_NAMED]
    if len(lines) > MOST_NAMED:
        yield f"and {len(lines) - MOST_NAMED} records more"


def _of(corpus: Corpus, record: Record) -> Iterator[str]:
    if not _SAFE_ID.fullmatch(record.id):
        yield "its id is not safe in an address"
    if record.origin not in ("extracted", "curated"):
        yield f"its origin is {record.origin!r}"
    if not record.rule.strip():
        yield "no rule or reason is given"
    if record.origin == "extracted" and not record.evidence:
        yield "extracted, and yet without a passage"
    anchors = tuple(_anchors(record))
    broken = [anchor for anchor in anchors if not _stands(corpus, anchor)]
    yield from (f"no passage stands at {tuple(anchor)}" for anchor in broken)
    if not broken:
        yield from _own(corpus, record)
    yield from _dated(record)
    for label, kind, each in _links(record):
        if not isinstance(corpus.by_id.get(each), kind):
            yield f"{label} {each!r} is no {kind.kind}"


def _anchors(record: Record) -> Iterator[Anchor]:
    yield from passages_of(record)
    when = when_of(record)
    others = [when.expression if when else None]
    if isinstance(record, Quote):
        others += [record.speaker_text, record.cue]
    if isinstance(record, Figure):
        others.append(record.contest_text)
    yield from (anchor for anchor in others if anchor is not None)


def _stands(corpus: Corpus, anchor: Anchor) -> bool:
    text = corpus.texts.get(anchor.article)
    return text is not None and 0 <= anchor.start < anchor.end <= len(text)


def _dated(record: Record) -> Iterator[str]:
    when = when_of(record)
    if when is None:
        return
    if when.basis not in BASES:
        yield f"the basis of its date is {when.basis!r}"
    if when.known == (when.basis == "unknown"):
        yield f"its date {when.edtf!r} has the basis {when.basis!r}"
    try:
        first, last = bounds(when.edtf)
    except ValueError as error:
        yield str(error)
        return
    if (when.earliest, when.latest) != (first, last):
        yield f"its date {when.edtf!r} spans {first!r} to {last!r}, and other days are kept"


def _links(record: Record) -> Iterator[tuple[str, type[Record], str]]:
    match record:
        case Quote():
            yield "its article", Article, record.article
            yield from (("speaker", Actor, each) for each in record.speakers)
            for label, other in (
                ("continued", record.continues),
                ("answered", record.answers),
                ("repeated", record.repeats),
            ):
                if other is not None:
                    yield label, Quote, other
        case Article() if record.copy_of is not None:
            yield "version of", Article, record.copy_of
        case Event():
            yield from (("actor", Actor, each) for each in record.actors)
            yield from (("claimed by", Actor, each) for each in record.claimed_by)
        case Figure():
            if record.contest is not None:
                yield "contest", Contest, record.contest
            if record.subject is not None:
                yield "subject", Actor, record.subject
            yield from (("claimed by", Actor, each) for each in record.claimed_by)
        case Actor():
            yield from (("related", Actor, relation.actor) for relation in record.related)
        case Disagreement():
            yield from (("item", Record, each) for each in record.items)
            yield from (("actor", Actor, each) for each in record.actors)
            for side in record.sides:
                for telling in side.told:
                    yield from (("speaker", Actor, each) for each in telling.speakers)


def _own(corpus: Corpus, record: Record) -> Iterator[str]:
    """What only a record of its kind has to fulfil; its passages stand."""
    match record:
        case Article():
            text = corpus.texts.get(record.id)
            if text is None:
                yield "its text is missing"
            elif (digest(text), len(text)) != (
                record.sha256,
                record.characters,
            ) or record.id not in possible_ids(text):
                yield "its digest, id or length is not that of its text"
        case Actor():
            if not record.name.strip():
                yield "it has no name"
            yield from _one_of("type", record.type, ACTOR_TYPES)
            for description in record.described_as:
                if not any(
                    description.text in " ".join(words.split())
                    for words in _readings(corpus, description.anchor)
                ):
                    yield f"its description {description.text!r} is not in its passage"
        case Contest():
            if record.seats_total is not None and record.seats_total < 1:
                yield f"it has {record.seats_total} seats"
        case Event():
            if not record.title.strip():
                yield "it has no title"
            yield from _one_of("status", record.status, EVENT_STATUSES)
        case Figure():
            yield from _one_of("status", record.status, FIGURE_STATUSES)
            yield from _one_of("comparator", record.comparator, COMPARATORS)
            if not _is_number(record.value):
                yield f"its value {record.value!r} is no number"
            if not record.measure:
                yield "it measures nothing"
        case Quote():
            yield from _one_of("type", record.type, QUOTE_TYPES)
            if not record.evidence or not any(
                record.text == words for words in _readings(corpus, record.evidence[0])
            ):
                yield "its text is not the words of its first passage"
            if not 0.0 <= record.sure <= 1.0:
                yield f"it is sure to {record.sure}"
            if any(anchor.article != record.article for anchor in record.evidence):
                yield "a passage of it stands in another article"
        case Disagreement():
            yield from _one_of("type", record.type, DISAGREEMENT_TYPES)
            if record.explained_by is not None:
                yield from _one_of("explanation", record.explained_by, EXPLANATIONS)
            if not record.about.strip():
                yield "it is about nothing"
            if len(record.sides) < 2:
                yield f"it has {len(record.sides)} sides"
            if not all(side.says.strip() and side.told for side in record.sides):
                yield "a side says nothing, or has no passage"
            told = {telling.passage for side in record.sides for telling in side.told}
            if told != set(record.evidence):
                yield "its passages are not those of its sides"


# Records come in the order of their articles.
_cleaned = lru_cache(maxsize=2)(cleaned)


def _readings(corpus: Corpus, anchor: Anchor) -> Iterator[str]:
    """The words of a passage as the file has them, and as its readers see them."""
    yield corpus.words(anchor)
    yield _cleaned(corpus.texts[anchor.article]).between(anchor.start, anchor.end)


def _one_of(label: str, value: str, choices: tuple[str, ...]) -> Iterator[str]:
    if value not in choices:
        yield f"its {label} {value!r} is none of {', '.join(choices)}"


def _is_number(value: str) -> bool:
    try:
        return Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _against_files(corpus: Corpus, files: Mapping[str, str]) -> Iterator[str]:
    for article in corpus.articles:
        text = files.get(article.path)
        if text is None:
            yield f"{article.id}: its file {article.path!r} cannot be read"
        elif digest(text) != article.sha256:
            yield f"{article.id}: its file {article.path!r} has another text"
    known = {article.path for article in corpus.articles}
    for file in files:
        if file not in known:
            yield f"{file!r} is no article of the store"
