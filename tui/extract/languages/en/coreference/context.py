"""What a text has told so far: who is named where, who was described how, who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from itertools import islice

from tui.digests import slug
from tui.extract.findings import Mention, NamedActor, Speaker
from tui.extract.languages.en.names import descriptions
from tui.extract.languages.en.names.mentions import NameFinder
from tui.extract.languages.given_names import gender_of
from tui.extract.text.document import Document, Span
from tui.extract.text.lazy_property import lazy_property
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import ActorType

WIDE = 40_000
"""Characters around a phrase in which its actor may be named. Articles are shorter; without
a bound every phrase of a volume would look through all its names."""

OFFICES_IN_SHORT = frozenset("MP MPs MEP MEPs PM FM VP CEO".split())
"""Offices that are written as names of bodies are."""

_SOMEBODY = re.compile(
    r"(?:the\s|(?:[Aa]n?|[Oo]ne|[Aa]nother|[Oo]ur|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir)\s(?!reporter|journalist))"
    r"(?:[\w.’'-]+\s){0,6}?(?:[a-z]+(?:er|or|ist|ian|ant|ent|man|person)|individual|aide|activist"
    r"|witness|student|resident|voter|mother|father|official)\b|[\w-]+-year-old\b|[A-Z][a-z]+$"
)
"""How a source that is one person begins, whose name is not known."""
_INTRODUCES = re.compile(
    r"(?:^|\n|[.!?”\"]\s)(?P<name>[A-Z][^\W\d_]+),\s"
    r"(?:(?P<age>\d{1,3})(?:,|\s(?:who|from)\b)|who\b|an?\s(?:[\w-]+\s){0,3}[\w-]+,)"
)
"""A first name that opens a sentence, with what tells who that is."""
_NAME = re.compile(r"[^\W\d_a-z][a-z]+\s[^\W\d_a-z][^\W\d_]+$")
_NO_PHRASES = frozenset({"pronoun", "first-person"})
"""Rules of sources that tell of nobody new."""


class Background:
    """The named mentions of a text, and what the rules for speech have added to them."""

    def __init__(
        self, document: Document, names: NameFinder, marked: Sequence[QuotedSpan] = ()
    ) -> None:
        self.document = document
        outer = [each for each in marked if not each.nested]
        self._marked = [(each.open, each.start, each.end) for each in outer]
        self.text = document.text
        self.names = names
        self.mentions = [
            m
            for m in names.mentions
            if self.text[m.start : m.end] not in OFFICES_IN_SHORT
            and self.text[m.start - 1 : m.start] != "/"  # "REUTERS/Ana Simic"
        ]
        self._starts = [m.start for m in self.mentions]
        self.resolved: list[Mention] = []
        self._resolved_at: list[tuple[int, int]] = []
        self.last: list[tuple[int, Speaker]] = []
        """The speakers so far, with the position of their words."""
        self._spoken_at: list[tuple[int, int]] = []
        self._unknown_at: list[int] = []
        self._unnamed_at: list[int] = []
        self._first_names: dict[str, set[str]] = {}
        self._first_read = 0
        self._named = len(names.actors)
        """How many the text names otherwise than by their speaking."""
        self._introduce()

    def _introduce(self) -> None:
        """Note who is told of by the first name alone: "Tamara, who is in her sixties, ..."."""
        for found in _INTRODUCES.finditer(self.text):
            name, start = found["name"], found.start("name")
            told = found["age"] or gender_of(name)
            if not told or self.covers(start) or not self.names.kinds.lone_person(name):
                continue
            if slug(name) in self.names.actors or self.by_first_name(name):
                continue
            if any(each.name.endswith(f" {name}") for each in self.names.actors.values()):
                continue  # A surname of two, which is left open.
            key = self.actor(name, "person", "introduced")
            self.names.actors[key].usual = gender_of(name)
            for at in self.document.places.get(name.lower(), ()):
                if self.text.startswith(name, at) and not self.covers(at):
                    self.add(Mention(at, at + len(name), key, "person", True, "introduced"))

    @lazy_property
    def descriptions(self) -> list[tuple[str, Span]]:
        """How the text describes the named actors, in its order. Not every text asks."""
        return descriptions.read(self.document, self.names.mentions)

    @lazy_property
    def described(self) -> dict[str, list[str]]:
        """The words of these, in small letters, by actor."""
        found: dict[str, list[str]] = {}
        for actor, span in self.descriptions:
            found.setdefault(actor, []).append(self.text[span.start : span.end].lower())
        return found

    # --------------------------------------------------------------- mentions

    def within(self, start: int, end: int) -> list[Mention]:
        """The named mentions inside a stretch of text."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        found = self.mentions[first:last]
        # Of mentions in order, none inside another, the last alone may go on behind the end.
        while found and found[-1].end > end:
            found.pop()
        return found

    def before(self, position: int, at_most: int) -> Sequence[Mention]:
        """The last named mentions that begin before a position."""
        index = bisect_left(self._starts, position)
        return self.mentions[max(0, index - at_most) : index]

    @lazy_property
    def _first_named(self) -> dict[str, int]:
        return {each.actor: each.start for each in reversed(self.mentions)}

    def first_named(self, actor: str) -> int:
        """Where an actor is named first; 0 for one that no name stands for."""
        return self._first_named.get(actor, 0)

    def covers(self, position: int) -> bool:
        """Whether a mention by name stands at a position."""
        at = bisect_left(self._starts, position + 1) - 1
        return at >= 0 and self.mentions[at].end > position

    def around(self, position: int, reach: int) -> list[Mention]:
        """The mentions near a position: those that are named, then those resolved so far."""
        first = bisect_left(self._starts, position - reach)
        last = bisect_left(self._starts, position + reach + 1, first)
        places = _between(self._resolved_at, position - reach, position + reach + 1)
        near = sorted(at for _, at in places)
        return self.mentions[first:last] + [self.resolved[at] for at in near]

    def resolve(self, part: Span, actor: str) -> None:
        """Note that words without a name stand for an actor."""
        kind = self.names.actors[actor].type
        self.add(Mention(part.start, part.end, actor, kind, False, "nominal"))

    def add(self, mention: Mention) -> None:
        insort(self._resolved_at, (mention.start, len(self.resolved)))
        self.resolved.append(mention)

    def person(self, actor: str) -> bool:
        found = self.names.actors.get(actor)
        return found is not None and found.type == "person"

    def by_first_name(self, name: str) -> str | None:
        """The one person of that first name who is named in full."""
        actors = self.names.actors
        for each in islice(actors.values(), self._first_read, None):
            if each.type == "person" and " " in each.name:
                self._first_names.setdefault(each.name.split()[0], set()).add(each.id)
        self._first_read = len(actors)
        people = self._first_names.get(name, set())
        return next(iter(people)) if len(people) == 1 else None

    def by_surname(self, name: str) -> str | None:
        """The one person of that surname who is known by speaking alone."""
        people = [
            each.id
            for each in islice(self.names.actors.values(), self._named, None)
            if each.rule == "speaks" and each.name.endswith(f" {name}")
        ]
        return people[0] if len(people) == 1 else None

    @lazy_property
    def _surnames(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for key, each in self.names.actors.items():
            if each.type == "person" and " " in each.name:
                found.setdefault(each.name.rsplit(" ", 1)[1], set()).add(key)
        return found

    def shared_surname(self, mention: Mention) -> bool:
        """Whether a mention is a surname alone that two people of the text have."""
        if mention.type != "person":
            return False
        word = self.text[mention.start : mention.end]
        return " " not in word and self.has_namesakes(word)

    def has_namesakes(self, surname: str) -> bool:
        """Whether two people of the text have a surname."""
        return len(self._surnames.get(surname, ())) > 1

    def actor(self, name: str, kind: ActorType, rule: str) -> str:
        """The id of an actor that the text has under just these words, known or new."""
        key = slug(name)
        if key not in self.names.actors:
            self.names.actors[key] = NamedActor(key, name, kind, False, rule)
        return key

    def quoted(self, mention: Mention) -> bool:
        """Whether a mention stands among words in marks. A name that is all that stands in
        marks is no such mention."""
        at = bisect_left(self._marked, (mention.end,)) - 1
        if at < 0:
            return False
        _, start, end = self._marked[at]
        return mention.start < end and end - start > mention.end - mention.start + 2

    def marked(self, position: int) -> bool:
        """Whether a position is among words in marks."""
        at = bisect_left(self._marked, (position,)) - 1
        return at >= 0 and position < self._marked[at][2]

    def outside_marks(self, start: int, end: int) -> list[Mention]:
        """The mentions by name between two positions, in order, but those among words in
        marks."""
        lone = [self.resolved[at] for _, at in _between(self._resolved_at, start, end)]
        named = [each for each in lone if each.named and each.end <= end]
        found = self.within(start, end)
        if named:
            found = sorted({*found, *named})
        return [each for each in found if not self.quoted(each)]

    # --------------------------------------------------------------- speakers

    def remember(self, position: int, speaker: Speaker) -> None:
        """Note who spoke at a position."""
        if speaker.actors:
            insort(self._spoken_at, (position, len(self.last)))
            self.last.append((position, speaker))
        elif speaker.words is not None:
            if _SOMEBODY.match(self.text, *speaker.words) or self._unread(speaker.words):
                insort(self._unknown_at, position)
            if speaker.rule not in _NO_PHRASES:
                insort(self._unnamed_at, position)

    def _unread(self, words: Span) -> bool:
        """Whether words end with what looks like a person's name, and no name is known in them."""
        if self.text.startswith(("the ", "The "), words.start) or self.within(*words):
            return False
        return _NAME.search(self.text, *words) is not None

    def unknown(self, start: int, end: int) -> int:
        """Where somebody spoke last between two positions of whom only a description is known;
        -1 where nobody did."""
        return _last_of(self._unknown_at, start, end)

    def unnamed(self, start: int, end: int) -> bool:
        """Whether anybody or anything spoke between two positions that has no name."""
        return _last_of(self._unnamed_at, start, end) >= 0

    def spoken(self, start: int, end: int) -> list[Speaker]:
        """Who spoke between two positions, the one noted last first."""
        found = sorted((at for _, at in _between(self._spoken_at, start, end)), reverse=True)
        return [self.last[at][1] for at in found]

    def spoken_at(self, start: int, end: int) -> list[tuple[int, Speaker]]:
        """Who spoke between two positions, with the position of each, in order of text."""
        return [self.last[at] for _, at in _between(self._spoken_at, start, end)]


def _last_of(places: list[int], start: int, end: int) -> int:
    at = bisect_left(places, end) - 1
    return places[at] if at >= 0 and places[at] >= start else -1


def _between(places: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    first = bisect_left(places, (start,))
    return places[first : bisect_left(places, (end,), first)]
