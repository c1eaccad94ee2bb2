"""Who the words of a source stand for: a name, several, a pronoun, "the group".

A speaker is an actor, and where the text does not let one know who it is, there is none.
The rules, in order: a name is itself; a name set beside a nominal explains it; a nominal
is the actor that was described so, or the last one of its type; a pronoun is the speaker
before, or the subject of the sentence before, that fits it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.extract.findings import Mention, Speaker
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.coreference import pronouns
from tui.extract.languages.en.coreference.context import Background
from tui.extract.languages.en.coreference.counters import counters
from tui.extract.languages.en.coreference.labels import Labels
from tui.extract.languages.en.coreference.nominal_words import ACTOR_TYPES, COME_BY, DOCUMENTS
from tui.extract.languages.en.coreference.nominals import Nominals
from tui.extract.languages.en.names.mentions import NameFinder
from tui.extract.text.document import Document, Span
from tui.extract.text.quotation_marks import QuotedSpan

__all__ = ["Speaker", "SpeakerResolver"]

PART_BREAK = re.compile(r"\s+(?:and|as well as|or)\s+")
RELATIVE = re.compile(r"\s(?:who|which)\b")
EXAMPLES = re.compile(r"^(?:like|including|such as|among them)\b", re.IGNORECASE)
BY = re.compile(r"\bby\s+(?:the\s+)?")
_MADE = re.compile(
    rf"(?:(?:the|an?)\s)?(?:[\w-]+\s){{0,2}}?(?:{'|'.join(sorted(DOCUMENTS))})\b", re.IGNORECASE
)
"""A document, behind which stands who made it: "a new report by"."""
HEAD_ENDS = re.compile(r"[(),—–;\s](?:(?<!\s)|(?=who|which))")
OWNER = re.compile(r"['’]s?\s+\w|['’]$")
LISTED_OWNER = re.compile(r"['’]s?\s+\w")
GOVERNED = re.compile(
    r"\b(?:of(?!\s(?:two|three|four|five|six|\d)\s$)|for|from|in|at|by|with|to|on|near|against|like)\s"
)
"""What stands before a name of which the phrase is not; but "a mother of two Ana Simic" is she."""
BRACKETED = re.compile(r"^\s*\({1,2}[^()]*\){1,2}")
QUOTED = re.compile(r"[\"“”‘„«]")
AGED = re.compile(r",\s\d{1,3}(?:,\s(?:and|or)\s)|,\s(?:and|or)\s(?=\S+\s?[^,]*,\s\d{1,3}\b)")
HIMSELF = re.compile(r"(?<=e|y|t)\s(?:himself|herself|itself|themselves)$")
CHUNK = re.compile(r"([,—–])")
NAMED = 0.97
"""How sure a speaker is whom a name names."""
SHARED = 0.85
"""How sure where two people have the surname that stands alone."""
_BEHIND_NAME = frozenset("campaign team himself herself itself then also jr sr".split())
_BODIES = lex.GROUP_NOUNS | lex.PARTY_WORDS | lex.ORG_WORDS
_NO_NAME = frozenset("one who which like including".split())


class SpeakerResolver:
    """Resolves sources to actors, one text at a time, in order of the text."""

    def __init__(
        self, document: Document, names: NameFinder, marked: Sequence[QuotedSpan] = ()
    ) -> None:
        self.text = document.text
        self.names = names
        self.told = Background(document, names, marked)
        self._nominals = Nominals(self.told)
        self._labels = Labels(self.told, self._nominals)

    @property
    def mentions(self) -> Sequence[Mention]:
        return self.told.mentions

    @property
    def resolved(self) -> Sequence[Mention]:
        return self.told.resolved

    @property
    def descriptions(self) -> Sequence[tuple[str, Span]]:
        """How the text describes the named actors, in its order: (actor id, the words)."""
        return self.told.descriptions

    def within(self, start: int, end: int) -> list[Mention]:
        """The named mentions inside a stretch of text."""
        return self.told.within(start, end)

    def implied(self, verb: Span) -> Speaker:
        """Nobody: an English verb has its subject beside it."""
        return Speaker((), None, "unnamed", 0.3)

    def remember(self, position: int, speaker: Speaker) -> None:
        """Note who spoke where a quotation has no source of its own."""
        self.told.remember(position, speaker)

    def nominals(self) -> None:
        """Resolve what stands for an actor where nobody quotes it."""
        self._nominals.everywhere()
        for who in counters(self.text):
            if not self.within(*who):
                self._nominals.speaker(who, who)

    # ------------------------------------------------------------- the entry

    def resolve(self, source: Span) -> Speaker:
        """The actors that the words of a source stand for."""
        speaker = self.asking(source)
        self.told.remember(source.start, speaker)
        return speaker

    def asking(self, source: Span) -> Speaker:
        """The same of whoever asks: a pronoun that follows is another's."""
        words = self.text[source.start : source.end]
        bare = HIMSELF.sub("", words.strip(" ,").lower())
        if bare in pronouns.PRONOUNS or pronouns.BOTH.fullmatch(bare):
            return pronouns.speaker(self.told, bare, source)
        return self._phrase(source)

    def named(self, source: Span) -> bool:
        """Whether a phrase is about a name, and not merely has one in it."""
        return self._head_mention(Span(source.start, self._head_end(source))) is not None

    def described(self, source: Span) -> Speaker:
        """Who is meant by a phrase without a name where no verb says that it speaks: a role
        that the text gives to one person, and else nobody."""
        words = self.text[source.start : self._head_end(source)].lower().split()
        if words and words[-1] in lex.ROLE_NOUNS:
            return self.resolve(source)
        return Speaker((), source, "unnamed", 0.3)

    def labelled(self, words: Span) -> Speaker:
        """The person whom the label of a turn names, or the medium that asks."""
        return self._labels.speaker(words)

    # --------------------------------------------------------------- phrases

    def _phrase(self, source: Span) -> Speaker:
        text = self.text
        inside = self.within(source.start, source.end)
        if len(inside) == 1 and inside[0][:2] == source and text.find("by", *source) < 0:
            # A name and nothing else, as of most sources: no rule below has anything to tell.
            sure = SHARED if self.told.shared_surname(inside[0]) else NAMED
            return Speaker((inside[0].actor,), source, "name", sure)
        head_end = self._head_end(source)
        behind_by = BY.search(text, source.start, source.end)
        made = _MADE.match(text, source.start, behind_by.start()) if behind_by else None
        if behind_by and made and COME_BY.isdisjoint(text[made.end() : behind_by.start()].split()):
            by = Span(behind_by.end(), source.end)
            owners = tuple(self._heads(by))
            if not owners and text.count(" ", made.end(), behind_by.start()) < 3:
                owners = self._part(by, source).actors  # "a survey carried out by"
            if owners:
                return Speaker(owners, source, "document-by", 0.8)
        rest = Span(head_end, source.end)
        opening = text[rest.start : rest.end].lstrip(" ,")
        examples = EXAMPLES.match(opening)
        if opening and not examples and self._head_mention(Span(source.start, head_end)) is None:
            several = self._several(source, rest)
            if several:
                return Speaker(several, source, "apposition", 0.9)
            apposed = self._apposed(rest)
            if apposed is not None:
                self.told.resolve(Span(source.start, head_end), apposed)
                return Speaker((apposed,), source, "apposition", 0.95)
        actors: list[str] = []
        rules: list[str] = []
        sure = 1.0
        for part in self._parts(Span(source.start, head_end)):
            got = self._part(part, source)
            actors.extend(a for a in got.actors if a not in actors)
            rules.append(got.rule)
            sure = min(sure, got.sure)
        if examples:
            named = self.within(rest.start, rest.end)
            actors.extend(m.actor for m in named[:1] if m.actor not in actors)
        return Speaker(tuple(actors), Span(source.start, head_end), rules[0] if rules else "", sure)

    def _head_end(self, source: Span) -> int:
        """Where the head of a phrase ends: before an apposition or a relative clause."""
        depth = 0
        position = source.end
        names = {m.start: m.end for m in self.within(source.start, source.end)}
        waiting = list(names.items())[::-1]
        behind = source.start
        for found in HEAD_ENDS.finditer(self.text, source.start, source.end):
            at, mark = found.start(), found[0]
            while waiting and waiting[-1][0] <= at:
                start, end = waiting.pop()
                behind = end if start >= behind else behind
            if at < behind or AGED.match(self.text, at):
                continue  # Within a name nothing ends, nor at an age before another name.
            if mark == "(":
                depth += 1
            elif mark == ")":
                depth -= 1
            elif not depth and (mark in ",—–;" or RELATIVE.match(self.text, at)):
                position = at
                break
        while position > source.start and self.text[position - 1].isspace():
            position -= 1
        return position

    def _parts(self, head: Span) -> list[Span]:
        """The members of "A and B", names left whole."""
        inside = self.within(head.start, head.end)
        parts: list[Span] = []
        begin = head.start
        for join in PART_BREAK.finditer(self.text, head.start, head.end):
            if any(m.start < join.end() and join.start() < m.end for m in inside):
                continue
            if self.text[join.end() : head.end].split(" ", 1)[0] in lex.PREPOSITIONS:
                continue  # "voters in Brod and around the country"
            behind = next((m for m in inside if m.start > join.end()), None)
            if behind and _beside(behind, self.text[begin : behind.start]):
                continue  # "the Minister for Labour and Trade Ana Simic"
            parts.append(Span(begin, join.start()))
            begin = join.end()
        parts.append(Span(begin, head.end))
        return [part for part in parts if part.end > part.start]

    def _part(self, part: Span, source: Span) -> Speaker:
        mention = self._head_mention(part)
        if mention is not None:
            return Speaker((mention.actor,), part, "name", NAMED)
        words = self.text[part.start : part.end]
        bare = words.strip().lower()
        if bare in pronouns.PERSON_PRONOUNS:
            return pronouns.speaker(self.told, bare, part)
        return self._nominals.speaker(part, source)

    def _head_mention(self, part: Span) -> Mention | None:
        """The name that a phrase is about: no owner, nothing behind a preposition, no party in
        brackets."""
        text = self.text
        inside = self.within(part.start, part.end)
        whole = self._whole_names(part, inside) if len(inside) > 1 else text[part.start : part.end]
        for mention in reversed(inside):
            before = whole[: mention.start - part.start]
            after = text[mention.end : part.end]
            bracketed = before.count("(") > before.count(")")
            if bracketed and mention.type != "person":
                continue
            if OWNER.match(after) or (GOVERNED.search(before) and not _beside(mention, before)):
                continue
            rest = BRACKETED.sub("", after).strip(" ,.").lower()
            if not rest:
                return mention
            first = rest.split()[0]
            if mention.type == "media" and rest in lex.MEDIA_WORDS:
                return mention
            if first in ACTOR_TYPES or first in _BEHIND_NAME or first in lex.PREPOSITIONS:
                return mention
            if not first.isalpha():
                return mention
        return None

    def _whole_names(self, part: Span, inside: Sequence[Mention]) -> str:
        """A phrase in which no word of a name governs anything: "the Movement_of_Hunters leader Ana
        Simic"."""
        pieces: list[str] = []
        at = part.start
        for each in inside:
            if each.type != "person" and each.start >= at:
                pieces += (
                    self.text[at : each.start],
                    self.text[each.start : each.end].replace(" ", "_"),
                )
                at = each.end
        return "".join((*pieces, self.text[at : part.end]))

    def _several(self, source: Span, rest: Span) -> tuple[str, ...]:
        """The people of "the two councillors, Ana Simic and Ivan Kos"."""
        head = self.text[source.start : rest.start].rstrip(" ,").lower()
        if not head.endswith("s") or self.text.find(" and ", *rest) < 0:
            return ()
        named = [each for each in self.within(*rest) if each.type == "person"]
        gaps = [self.text[a.end : b.start] for a, b in pairwise(named)]
        whole = len(named) > 1 and all(gap.strip() in (",", "and", ", and") for gap in gaps)
        return tuple(each.actor for each in named) if whole else ()

    def _apposed(self, rest: Span) -> str | None:
        """The name that an apposition gives: ``, Vladimir Obradovic,``."""
        begin = rest.start
        for chunk in CHUNK.split(self.text[rest.start : rest.end]):
            span = Span(begin, begin + len(chunk))
            begin = span.end
            stripped = chunk.strip().lower()
            if not stripped or stripped.split()[0] in _NO_NAME:
                continue
            mention = self._head_mention(Span(span.start, span.end))
            if mention is not None:
                return mention.actor
            if QUOTED.search(self.text, span.start, rest.end):
                named = self.within(span.start, rest.end)
                if named:
                    return named[0].actor
        return None

    def _heads(self, listed: Span) -> list[str]:
        """The members of a list of names, an owner ("the OSCE's Office") left out."""
        kept: list[str] = []
        for mention in self.within(listed.start, listed.end):
            after = self.text[mention.end : listed.end]
            if LISTED_OWNER.match(after):
                continue
            if mention.actor not in kept:
                kept.append(mention.actor)
        return kept


def _beside(mention: Mention, before: str) -> bool:
    """Whether a person's name stands beside a role and a body that governs nobody: "the leader of
    the opposition Ana Simic", "the Minister for Europe Ana Simic"."""
    words = before.lower().split()
    governs = next((at for at, word in enumerate(words) if word in lex.PREPOSITIONS), 0)
    if mention.type != "person" or not governs or not before[-1].isspace():
        return False
    last = words[-1].rstrip(".")
    titles = (lex.ROLE_NOUNS | lex.HONORIFICS) - {"justice"}
    if before.split()[-1][:1].isupper() and last not in titles:
        return not lex.ROLE_NOUNS.isdisjoint(words)
    return last in _BODIES and not lex.ROLE_NOUNS.isdisjoint(words[:governs])
