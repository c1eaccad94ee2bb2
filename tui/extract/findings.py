"""What the rules hand to one another before there are records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tui.extract.text.document import Span
from tui.model import (
    ActorType,
    Basis,
    Comparator,
    EventStatus,
    FigureStatus,
    KnownContest,
    QuoteType,
)


class Mention(NamedTuple):
    """Where a text names an actor. ``named`` is false for a pronoun or a nominal ("the
    group") that was resolved; those are not printed as mentions."""

    start: int
    end: int
    actor: str
    type: ActorType
    named: bool
    rule: str


class Speaker(NamedTuple):
    """Who speaks: the actors' ids (none when the text does not say), the words that name
    them, the rule that decided, and how sure it is."""

    actors: tuple[str, ...]
    words: Span | None
    rule: str
    sure: float


@dataclass(slots=True)
class NamedActor:
    """An actor as one article knows it."""

    id: str
    name: str
    type: ActorType
    known: bool
    rule: str
    aliases: set[str] = field(default_factory=set)
    female: int = 0
    male: int = 0
    source: str = ""
    """Where the entry of an authority file is from, for an actor that one has."""
    usual: str = ""
    """ "f" or "m" where the given name tells, or the first "she" or "he" that stands for them."""

    @property
    def gender(self) -> str:
        """ "f" or "m" where titles and roles say so, or else the name or a pronoun; else ""."""
        if self.female == self.male:
            return self.usual
        return "f" if self.female > self.male else "m"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and what it resolves to.

    ``edtf`` is "" where the text does not allow a date. ``role`` tells how it stands:
    ``at`` a point or span, ``since``, ``until``, ``for`` a length ("two-week"),
    ``frequency`` ("repeatedly", "nine days in a row" with the span it implies), ``compared``
    that of a figure with which another is compared ("up from 63 percent in 2019").
    """

    start: int
    end: int
    edtf: str
    basis: Basis
    role: str
    rule: str
    note: str = ""

    @property
    def derived(self) -> Basis:
        """The basis of a date that is worked out from this one."""
        return self.basis if self.basis in ("inferred", "curated") else "resolved"


class About(NamedTuple):
    """Whom and what a happening is about: the actors named, whether others are told as known
    ("he was", "the arrest"), and the words of who acts and of what it is done to."""

    people: frozenset[str]
    known: bool
    who: frozenset[str]
    what: frozenset[str]


BODY_TYPES: frozenset[ActorType] = frozenset(
    {"party", "coalition", "institution", "media", "group"}
)
"""The types of actors that are made of people."""
ACTING_TYPES: frozenset[ActorType] = BODY_TYPES | {"person"}
"""Those of whoever acts and speaks; a state is often just where something happens."""

ABOUT_NOBODY = About(frozenset(), True, frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class EventMention:
    """A happening told by a clause: ``head`` is its verb or noun, ``time`` what dates it.

    ``sort`` is the kind of happening, the same for "rallied" and "protest"; ``definite``
    tells that the words take it as known ("the rally"); ``about`` is what tells it from
    another of its sort and day.
    """

    start: int
    end: int
    head_start: int
    head_end: int
    title: str
    status: EventStatus
    time: TimeMention | None
    actors: tuple[str, ...]
    claimed_by: tuple[str, ...]
    rule: str
    place: str = ""
    sort: str = ""
    definite: bool = False
    about: About = ABOUT_NOBODY
    shared: bool = False
    """Whether many take part in what is of its sort: two who are named may be at the same one."""
    loose: bool = False
    """Whether its verb names no sort of happening."""
    narrated: bool = False
    """Whether a verb in the simple past tells it as the next thing in the story."""
    fresh: bool = False
    """Whether it is told as what has just taken place, or is going on."""
    past: bool = False
    """Whether a verb in the simple past tells it, in whatever clause."""
    unnamed: bool = False
    """Whether its title leaves open whom or what it is about: it is shown only as a passage of
    what another names."""


class Reported(NamedTuple):
    """A stretch that the article tells as somebody's words: its facts are that speaker's.

    ``stance`` is "claim", "demand", "denial", "plan" or "statement".
    """

    start: int
    end: int
    speakers: tuple[str, ...]
    stance: str


class NamedContest(NamedTuple):
    """A contest as one text names it: its id and name, where, and when as far as told."""

    id: str
    name: str
    place: str
    edtf: str
    known: bool
    seats: int | None = None
    """How many seats its body has, where a file tells."""

    @classmethod
    def of(cls, known: KnownContest) -> NamedContest:
        """A contest of the curated files as a text names it."""
        return cls(known.id, known.name, known.place, known.edtf, True, known.seats)


@dataclass(frozen=True, slots=True)
class ContestMention:
    """Words that name an election, and which contests these are, in the order of the words.

    ``time`` is the expression that dates the election, where one stands with it.
    """

    start: int
    end: int
    contests: tuple[NamedContest, ...]
    time: TimeMention | None
    rule: str


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A number that a sentence reports: what it counts, whose it is, who says so.

    ``start``..``end`` is the number with its comparator and its unit. ``contest`` is the id of
    a known or discovered contest, ``contest_span`` the words that name it.
    """

    start: int
    end: int
    value: str
    unit: str
    measure: str
    comparator: Comparator
    status: FigureStatus
    base: str
    subject: str | None
    contest: str | None
    contest_span: Span | None
    as_of: TimeMention | None
    claimed_by: tuple[str, ...]
    rule: str
    note: str = ""
    withdrawn: bool = False
    part: str = ""


@dataclass(slots=True)
class QuoteMention:
    """A quote as one text gives it, before it is a record."""

    start: int
    end: int
    type: QuoteType
    speaker: Speaker
    cue: Span | None
    content: tuple[Span, ...]
    rule: str
    time: TimeMention | None = None
    continues: int | None = None
    repeats: int | None = None
    """The start of the quote that this one continues or repeats."""
    paragraph: int = -1
    answers: int | None = None
    """The start of the turn that this one answers."""
