"""What people say in the curated files, entry by entry, already checked.

Positions are found when the files are read, so an entry holds anchors. ``where`` is the
place of an entry, ``actors.toml:12``, for whoever finds later that it no longer fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tui.model import (
    ActorType,
    Anchor,
    EventStatus,
    Explanation,
    Hints,
    KnownActor,
    KnownContest,
    Relation,
    When,
)

CorrectedKind = Literal["quote", "figure", "event", "mention"]
CORRECTED_KINDS: tuple[CorrectedKind, ...] = ("quote", "figure", "event", "mention")


class CurationError(Exception):
    """The curated files do not fit: each problem is ``file:line: what is wrong``."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Passage(NamedTuple):
    """Words that an entry quotes, and where they stand."""

    anchor: Anchor
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CuratedEntry:
    """What every entry has: its place, and the reason why a person had to write it."""

    where: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry(CuratedEntry):
    """What an article does not say of itself. ``facts`` holds the fields that are given."""

    file: str
    facts: Mapping[str, str]
    published: When | None
    dated_at: str
    """The place of ``published``."""
    proof: Passage | None = None


class ActorReference(NamedTuple):
    """An actor's id as an entry gives it, and where: it may turn out to be nobody's."""

    id: str
    where: str


class ActorLink(NamedTuple):
    """A standing link to another actor, and ``inverse``, how that one is linked back."""

    relation: Relation
    inverse: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry(CuratedEntry):
    """How an actor is called, and what no text says about it."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...]
    place: bool
    related: tuple[ActorLink, ...]
    proof: Passage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestEntry(CuratedEntry):
    """An election: one body, one place, one date."""

    id: str
    name: str
    date: When
    place: str
    words: tuple[str, ...]
    seats_total: int | None
    seats_basis: str
    proof: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry(CuratedEntry):
    """One happening, and the passages that tell it."""

    id: str
    title: str
    when: When | None
    status: EventStatus | None
    place: str
    actors: tuple[ActorReference, ...] | None
    """Who takes part, where the rules cannot know; an empty one is nobody."""
    claimed_by: ActorReference | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry(CuratedEntry):
    """A topic, and the words by which a quote is about it."""

    id: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionEntry(CuratedEntry):
    """What a rule gets wrong in one passage. One of ``drop``, ``change`` and ``add``."""

    kind: CorrectedKind
    passage: Passage
    drop: bool = False
    change: Mapping[str, object] = field(default_factory=dict)
    add: Mapping[str, object] = field(default_factory=dict)
    actors: tuple[ActorReference, ...] = ()
    """The actors that ``change`` or ``add`` names."""
    contest: str = ""
    """The contest that ``change`` or ``add`` names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweringPassage:
    """A passage that answers a question, and who speaks in it where the rules cannot know:
    an empty ``speakers`` is the article itself."""

    passage: Passage
    speakers: tuple[ActorReference, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerEntry:
    """One answer to a question, in a few words, and the passages that give it."""

    says: str
    passages: tuple[AnsweringPassage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountEntry(CuratedEntry):
    """A question that the articles answer in different ways."""

    id: str
    question: str
    explained_by: Explanation | None
    note: str
    answers: tuple[AnswerEntry, ...]

    @property
    def passages(self) -> tuple[AnsweringPassage, ...]:
        """The passages of every answer."""
        return tuple(each for answer in self.answers for each in answer.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Curation:
    """All that the curated files of one folder say."""

    articles: tuple[ArticleEntry, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    contests: tuple[ContestEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    topics: tuple[TopicEntry, ...] = ()
    corrections: tuple[CorrectionEntry, ...] = ()
    accounts: tuple[AccountEntry, ...] = ()

    @property
    def quoted(self) -> frozenset[str]:
        """The ids of the articles whose words the entries quote."""
        quoted = [
            *(each.proof for each in self.articles if each.proof),
            *(each.proof for each in self.actors if each.proof),
            *(each.proof for each in self.contests if each.proof),
            *(passage for event in self.events for passage in event.passages),
            *(each.passage for each in self.corrections),
            *(each.passage for account in self.accounts for each in account.passages),
        ]
        return frozenset(each.anchor.article for each in quoted)

    def article(self, file: str) -> ArticleEntry | None:
        """The entry for an article file, if it has one."""
        return next((entry for entry in self.articles if entry.file == file), None)

    def known_for(self, file: str) -> Hints:
        """What the extractors are told before they read an article."""
        entry = self.article(file)
        return Hints(
            actors=tuple(
                KnownActor(each.id, each.name, each.type, each.aliases, each.place)
                for each in self.actors
            ),
            contests=tuple(
                KnownContest(
                    each.id, each.name, each.place, each.words, each.date.edtf, each.seats_total
                )
                for each in self.contests
            ),
            published=entry.published if entry else None,
            title=entry.facts.get("title", "") if entry else "",
        )
