"""What a text has told so far: who is named where, who was described how, who spoke last."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from functools import cached_property

from tui.extract.findings import Mention, NamedActor, Speaker
from tui.extract.languages.en.names import descriptions
from tui.extract.languages.en.names.mentions import Names
from tui.extract.text.document import Document, Span
from tui.model import ActorType, slug

WIDE = 40_000
"""Characters around a phrase in which its actor may be named. Articles are shorter; without
a bound every phrase of a volume would look through all its names."""


class Background:
    """The named mentions of a text, and what the rules for speech have added to them."""

    def __init__(self, document: Document, names: Names) -> None:
        self.document = document
        self.text = document.text
        self.names = names
        self.mentions = [m for m in names.mentions if m.named]
        self._starts = [m.start for m in self.mentions]
        self.resolved: list[Mention] = []
        self._resolved_at: list[tuple[int, int]] = []
        self.last: list[tuple[int, Speaker]] = []
        """The speakers so far, with the position of their words."""
        self._spoken_at: list[tuple[int, int]] = []

    @cached_property
    def descriptions(self) -> list[tuple[str, Span]]:
        """How the text describes the named actors, in its order. Not every text asks."""
        return descriptions.read(self.document, self.names.mentions)

    @cached_property
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
        return [mention for mention in self.mentions[first:last] if mention.end <= end]

    def before(self, position: int, at_most: int) -> Sequence[Mention]:
        """The last named mentions that begin before a position."""
        index = bisect_left(self._starts, position)
        return self.mentions[max(0, index - at_most) : index]

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

    def actor(self, name: str, kind: ActorType, rule: str) -> str:
        """The id of an actor that the text has under just these words, known or new."""
        key = slug(name)
        if key not in self.names.actors:
            self.names.actors[key] = NamedActor(key, name, kind, False, rule)
        return key

    # --------------------------------------------------------------- speakers

    def remember(self, position: int, speaker: Speaker) -> None:
        """Note who spoke at a position."""
        if speaker.actors:
            insort(self._spoken_at, (position, len(self.last)))
            self.last.append((position, speaker))

    def spoken(self, start: int, end: int) -> list[Speaker]:
        """Who spoke between two positions, the one noted last first."""
        found = sorted((at for _, at in _between(self._spoken_at, start, end)), reverse=True)
        return [self.last[at][1] for at in found]


def _between(places: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    first = bisect_left(places, (start,))
    return places[first : bisect_left(places, (end,), first)]
