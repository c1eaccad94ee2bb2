"""The records: every one is a claim with the passage that makes it.

Records are frozen and hold positions, not copies of words: an :class:`Anchor` is an
article's id and two offsets, and whoever has the article's text has the words. Offsets
count code points of the article file decoded as UTF-8 (or as its article says), its
newlines as they are; of a web page, code points of the main text that is kept with it.

Ids are safe in a URL. How they are made so that they last is told in :mod:`tui.ids`.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal, NamedTuple, get_args

Origin = Literal["extracted", "curated"]
Basis = Literal["stated", "resolved", "inferred", "curated", "unknown"]
ActorType = Literal["person", "party", "coalition", "institution", "state", "media", "group"]
EventStatus = Literal["happened", "ongoing", "planned", "alleged", "demanded"]
FigureStatus = Literal[
    "exit-poll",
    "estimate",
    "projection",
    "preliminary",
    "official",
    "party-claim",
    "allegation",
    "unknown",
]
Comparator = Literal["=", "~", "<", ">", "<=", ">="]
QuoteType = Literal["direct", "mixed", "indirect", "sign", "turn"]
Explanation = Literal["base", "status", "date", "rounding", "scope"]
"""What explains that two figures for the same thing differ."""
DisagreementType = Literal["value", "name", "label", "account"]

BASES: tuple[Basis, ...] = get_args(Basis)
ACTOR_TYPES: tuple[ActorType, ...] = get_args(ActorType)
EVENT_STATUSES: tuple[EventStatus, ...] = get_args(EventStatus)
FIGURE_STATUSES: tuple[FigureStatus, ...] = get_args(FigureStatus)
COMPARATORS: tuple[Comparator, ...] = get_args(Comparator)
QUOTE_TYPES: tuple[QuoteType, ...] = get_args(QuoteType)
DISAGREEMENT_TYPES: tuple[DisagreementType, ...] = get_args(DisagreementType)
EXPLANATIONS: tuple[Explanation, ...] = get_args(Explanation)


class Anchor(NamedTuple):
    """A passage: ``text[start:end]`` of the article with this id."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as it is known.

    ``edtf`` is Extended Date/Time Format, level 0 or 1, "" when unknown. ``earliest`` and
    ``latest`` are the ISO days it spans, "" where it is open or unknown.
    """

    edtf: str = ""
    basis: Basis = "unknown"
    expression: Anchor | None = None
    note: str = ""
    earliest: str = ""
    latest: str = ""

    @property
    def known(self) -> bool:
        return bool(self.edtf)


UNKNOWN = When()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has: an id, its passages, and how it came to be.

    ``rule`` is the name of the rule that found it, or the curator's reason.
    """

    kind: ClassVar[str] = "record"

    id: str
    evidence: Sequence[Anchor]
    origin: Origin
    rule: str


class FactOrigin(NamedTuple):
    """What a fact of an article was taken from: ``("author", "front matter")``."""

    fact: str
    origin: str


class Detail(NamedTuple):
    """What a file tells of an article beyond its facts: ``("section", "World; Pg. 7")``."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """One report. Evidence: where its text names itself (title, byline, date).

    ``locator`` says where in the file the report stands (a page, an item, a message), ""
    where the file is the article. ``sha256`` is that of the text; ``encoding`` is what the
    file's bytes were read as.
    ``facts_from`` tells of each fact that the file gives beside its report where it does;
    ``details`` are what it tells beyond these. ``pages`` are the offsets at which the pages
    of its file begin, where it has any. ``copy_of`` is the article of which it is a version: the
    same report under another headline, by another outlet, shortened or updated.
    """

    kind: ClassVar[str] = "article"

    file: str
    sha256: str
    title: str
    publisher: str = ""
    agency: str = ""
    author: str = ""
    language: str = ""
    published: When = UNKNOWN
    characters: int = 0
    url: str = ""
    encoding: str = "utf-8"
    facts_from: tuple[FactOrigin, ...] = ()
    locator: str = ""
    details: tuple[Detail, ...] = ()
    pages: tuple[int, ...] = ()
    copy_of: str | None = None

    def page_of(self, offset: int) -> str:
        """The page on which a passage begins, "" where the article has none."""
        return f"page {max(1, bisect(self.pages, offset))}" if self.pages else ""

    @property
    def path(self) -> str:
        """What the article is called in its corpus."""
        return path_of(self.file, self.locator)


def path_of(file: str, locator: str) -> str:
    """A file's name, and behind a slash where in the file a report stands. A file is no
    folder, so that no other file has this for its name."""
    return f"{file}/{locator}" if locator else file


class Description(NamedTuple):
    """The words by which a source says who somebody is."""

    text: str
    anchor: Anchor


class Relation(NamedTuple):
    """A standing link between two actors: ``("spokesman of", "kremlin")``."""

    relation: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """A person, party, coalition, institution, state, medium or group."""

    kind: ClassVar[str] = "actor"

    name: str
    type: ActorType
    also_known_as: tuple[str, ...] = ()
    described_as: tuple[Description, ...] = ()
    mentions: Sequence[Anchor] = ()
    related: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest(Record):
    """An election: one body, one place, one date."""

    kind: ClassVar[str] = "contest"

    name: str
    date: When = UNKNOWN
    place: str = ""
    seats_total: int | None = None
    seats_basis: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that takes place, is going on, is planned, demanded or alleged."""

    kind: ClassVar[str] = "event"

    title: str
    when: When = UNKNOWN
    place: str = ""
    actors: tuple[str, ...] = ()
    status: EventStatus = "happened"
    claimed_by: tuple[str, ...] = ()
    type: str = ""
    """The kind of happening, the same for "rallied" and "protest"; "" where no word tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Record):
    """A number somebody reports. ``value`` is a decimal as a string; ``contest_text`` is
    how the article names the contest, which may be wider than the contest itself."""

    kind: ClassVar[str] = "figure"

    contest: str | None
    subject: str | None
    measure: str
    value: str
    unit: str
    comparator: Comparator = "="
    status: FigureStatus = "unknown"
    base: str = ""
    as_of: When = UNKNOWN
    claimed_by: tuple[str, ...] = ()
    contest_text: Anchor | None = None
    note: str = ""
    withdrawn: bool = False
    """Whether the source itself takes it back."""
    part: str = ""
    """The part of the voters that it is of, in the article's words ("in the capital"); "" where
    it is of all who vote in the contest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Record):
    """Words attributed to somebody. ``evidence[0]`` is the words themselves; ``content``
    is all that is attributed. ``sure`` is 0.0 to 1.0, of the attribution."""

    kind: ClassVar[str] = "quote"

    article: str
    type: QuoteType
    text: str
    speakers: tuple[str, ...] = ()
    speaker_text: Anchor | None = None
    cue: Anchor | None = None
    content: Sequence[Anchor] = ()
    said: When = UNKNOWN
    continues: str | None = None
    answers: str | None = None
    repeats: str | None = None
    topics: tuple[str, ...] = ()
    sure: float = 1.0
    note: str = ""


class AttributedPassage(NamedTuple):
    """A passage and who is speaking in it: actors' ids, none where the article itself is."""

    passage: Anchor
    speakers: tuple[str, ...] = ()


class Side(NamedTuple):
    """One side of a disagreement: what it says in a few words, and the passages that do."""

    says: str
    told: tuple[AttributedPassage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement(Record):
    """What articles tell in different ways, each side with its passages.

    ``about`` names what it is about: an actor, a figure, a question. ``items`` are the ids
    of the records that differ, ``actors`` those of the actors it is about or who speak.
    ``explained_by`` is None where nothing explains the difference.
    """

    kind: ClassVar[str] = "disagreement"

    about: str
    type: DisagreementType
    items: tuple[str, ...] = ()
    explained_by: Explanation | None = None
    note: str = ""
    sides: tuple[Side, ...] = ()
    actors: tuple[str, ...] = ()


KINDS: tuple[type[Record], ...] = (Article, Actor, Contest, Event, Figure, Quote, Disagreement)


class KnownActor(NamedTuple):
    """An entry of the authority file, as the extractors use it.

    ``aliases`` are other names and spellings; ``place`` says that the name is also a
    place ("Moscow", "Belgrade") and so an actor only where it acts. Of the authority files
    that come with the program ``source`` is where the entry is from, ``needs`` are words one
    of which a text must have, and ``surname`` says that the surname alone is enough.
    """

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    place: bool = False
    source: str = ""
    needs: tuple[str, ...] = ()
    surname: bool = False


class KnownContest(NamedTuple):
    """A contest that the curated files define, as the extractors use it.

    ``words`` are what a text calls it ("parliamentary election"), ``place`` where.
    """

    id: str
    name: str
    place: str
    words: tuple[str, ...]
    edtf: str
    seats: int | None = None
    """How many seats the body that is elected has."""


class FileFact(NamedTuple):
    """A fact that a file tells beside its report, what tells it ("front matter"), and the
    offsets where it stands in the file's text, if it does."""

    value: str
    origin: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of one article before the extractors read it.

    ``id`` is what the article is called in its corpus, "" where it is read by itself.
    ``published`` is None, and ``title`` "", where the curated files do not say. ``told``
    are the facts that the file itself tells beside its report, by the article's fields;
    a date among them is an ISO day. ``kept`` are the stretches of the text that are the
    report, in order: all of it where that is None. ``locator`` says where in its file the
    article stands, ``pages`` where its pages begin.
    """

    actors: tuple[KnownActor, ...] = ()
    contests: tuple[KnownContest, ...] = ()
    published: When | None = None
    title: str = ""
    told: Mapping[str, FileFact] = field(default_factory=dict)
    kept: tuple[tuple[int, int], ...] | None = None
    encoding: str = "utf-8"
    id: str = ""
    locator: str = ""
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What the extractors make of one article alone."""

    article: Article
    actors: Sequence[Actor] = ()
    contests: Sequence[Contest] = ()
    events: Sequence[Event] = ()
    figures: Sequence[Figure] = ()
    quotes: Sequence[Quote] = ()
