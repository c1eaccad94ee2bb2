"""What a record of any kind refers to: its passages, its actors, its date, its name."""

from __future__ import annotations

from collections.abc import Sequence

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
    When,
)


def passages_of(record: Record) -> Sequence[Anchor]:
    """Every anchor of a record, its evidence first."""
    match record:
        case Actor():
            described = tuple(description.anchor for description in record.described_as)
            return (*record.evidence, *record.mentions, *described)
        case Quote():
            return (*record.evidence, *record.content)
    return record.evidence


def marked_by(record: Record) -> Sequence[Anchor]:
    """The words that a record marks where its article is read."""
    match record:
        case Actor():
            return record.mentions
        case Article() | Disagreement():
            # A disagreement stands on passages of records that are marked already.
            return ()
    return record.evidence


def actors_of(record: Record) -> tuple[str, ...]:
    """The ids of the actors that a record names."""
    match record:
        case Quote():
            return record.speakers
        case Event():
            return (*record.actors, *record.claimed_by)
        case Figure():
            return (*filter(None, (record.subject,)), *record.claimed_by)
        case Actor():
            return (record.id, *(relation.actor for relation in record.related))
        case Disagreement():
            return record.actors
    return ()


def items_of(record: Record) -> tuple[str, ...]:
    """The ids of the records that a disagreement is between."""
    return record.items if isinstance(record, Disagreement) else ()


def contests_of(record: Record) -> tuple[str, ...]:
    """The id of the contest that a figure is about, if it is."""
    return (record.contest,) if isinstance(record, Figure) and record.contest else ()


def when_of(record: Record) -> When | None:
    """The date of a record: of an article its publication, of a quote when it was said."""
    match record:
        case Article():
            return record.published
        case Contest():
            return record.date
        case Event():
            return record.when
        case Figure():
            return record.as_of
        case Quote():
            return record.said
    return None


def name_of(record: Record) -> str:
    """What a list calls a record."""
    match record:
        case Article() | Event():
            return record.title
        case Actor() | Contest():
            return record.name
        case Quote():
            return record.text
        case Disagreement():
            return record.about
        case Figure():
            return f"{record.value} {record.unit}"
    return record.id
