"""What the rules hand to one another before there are records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tui.model import ActorType, Basis, EventStatus


class Mention(NamedTuple):
    """Where a text names an actor. ``named`` is false for a pronoun or a nominal ("the
    group") that was resolved; those are not printed as mentions."""

    start: int
    end: int
    actor: str
    type: ActorType
    named: bool
    rule: str


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time expression and what it resolves to.

    ``edtf`` is "" where the text does not allow a date. ``role`` tells how it stands:
    ``at`` a point or span, ``since``, ``until``, ``for`` a length ("two-week"),
    ``frequency`` ("repeatedly", "nine days in a row" with the span it implies).
    """

    start: int
    end: int
    edtf: str
    basis: Basis
    role: str
    rule: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventFound:
    """A happening told by a clause: ``head`` is its verb or noun, ``time`` what dates it."""

    start: int
    end: int
    head_start: int
    head_end: int
    title: str
    status: EventStatus
    time: TimeFound | None
    actors: tuple[str, ...]
    claimed_by: str | None
    rule: str
    place: str = ""
