"""What a language without rules for names has: the names that are known beforehand, as they
are spelt, and sources that are such a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.extract.findings import Mention, NamedActor, Speaker
from tui.extract.text.document import Document, Span
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import KnownActor

NAMED = 0.9
"""How sure a speaker is whom a name names."""


class KnownNames:
    """The known actors that a document names, each by one of its aliases, letter by letter."""

    def __init__(self, document: Document, known: Sequence[KnownActor]) -> None:
        self.actors: dict[str, NamedActor] = {}
        self.mentions: list[Mention] = []
        for actor, start, end in _named(document, known):
            found = NamedActor(actor.id, actor.name, actor.type, True, "authority")
            self.actors.setdefault(actor.id, found).aliases.add(document.text[start:end])
            self.mentions.append(Mention(start, end, actor.id, actor.type, True, "authority"))


def _named(
    document: Document, known: Sequence[KnownActor]
) -> Iterator[tuple[KnownActor, int, int]]:
    """The known actors in the order of the text, each with its position: of two names that
    begin together the longer one."""
    aliases: dict[str, list[tuple[list[str], KnownActor]]] = {}
    for actor in known:
        for alias in {actor.name, *actor.aliases}:
            words = alias.split()
            if words:
                aliases.setdefault(words[0], []).append((words, actor))
    for entries in aliases.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    starts, ends, texts = document.columns
    until = 0
    for at, word in enumerate(texts):
        bare = word.rstrip(".")
        for words, actor in aliases.get(bare, ()) if at >= until else ():
            here = [each.rstrip(".") for each in texts[at : at + len(words)]]
            if here == [each.rstrip(".") for each in words]:
                until = at + len(words)
                stop = len(texts[until - 1]) - len(here[-1])
                yield actor, starts[at], ends[until - 1] - stop
                break


class NameResolver:
    """Resolves a source that names one actor; every other one stands for nobody known."""

    def __init__(
        self, _document: Document, names: KnownNames, _marked: Sequence[QuotedSpan] = ()
    ) -> None:
        self.names = names
        self.mentions: Sequence[Mention] = names.mentions
        self.resolved: Sequence[Mention] = ()
        self.descriptions: Sequence[tuple[str, Span]] = ()

    def within(self, start: int, end: int) -> list[Mention]:
        return [each for each in self.mentions if start <= each.start and each.end <= end]

    def resolve(self, source: Span) -> Speaker:
        named = self.within(source.start, source.end)
        if len({each.actor for each in named}) == 1:
            return Speaker((named[0].actor,), source, "name", NAMED)
        return Speaker((), source, "unnamed", 0.3)

    asking = described = labelled = resolve

    def named(self, source: Span) -> bool:
        return bool(self.within(source.start, source.end))

    def implied(self, verb: Span) -> Speaker:
        return Speaker((), None, "unnamed", 0.3)

    def remember(self, position: int, speaker: Speaker) -> None:
        """Nothing stands for a speaker before."""

    def nominals(self) -> None:
        """No nominal is resolved."""
