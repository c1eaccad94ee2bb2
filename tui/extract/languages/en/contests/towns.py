"""The towns whose elections a report tells side by side.

In a report on local elections, on mayors or on by-elections of a country each town has its own:
a heading ("BROD. The capital stays ..."), a label ("Brod: Ana Ilic, 63 percent"), or a phrase
("in the capital Brod", "the mayor of Brod") tells of which a sentence is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.extract.findings import ContestMention, Mention, NamedContest
from tui.extract.languages.en.contests.home import NO_PLACE
from tui.extract.languages.en.contests.naming import COUNTED, discovered, kind_of
from tui.extract.languages.en.names.mentions import countries
from tui.extract.text.bullets import BULLETS
from tui.extract.text.document import Document, Paragraph
from tui.model import KnownContest

RULE = "town"
"""The rule of a mention that tells of a town and names no election."""
KINDS = frozenset("local municipal mayoral council communal by-election by-elections".split())
"""The kinds of elections that each town has of its own."""
MOST = 400
"""Towns in one report beyond which none is told apart."""

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w’'-]+"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:of\s)?{_WORD}){{0,2}})"
_PLACE = (
    r"(?:city|town|capital|municipality|village|district|province|county|borough|region|constituency"
    r"|ward|stronghold|port|resort)"
)
_IN = re.compile(
    rf"\b(?:[Ii]n|[Aa]cross|[Ff]or)\s(?:the\s(?:[\w’'-]+\s){{0,5}}?{_PLACE}(?:\sof)?,?\s"
    rf"|[\w’'-]+['’]s\s(?:[\w-]+\s){{0,3}}?(?:{_PLACE}),?\s)?{_NAME}"
    rf"|\b(?:{_PLACE}|[Mm]ayors?|seat)\s(?:of|in|for)\s{_NAME.replace('name', 'of')}"
    rf"|\b{_NAME.replace('name', 'whose')}"
    r"(?:['’]s?\s(?:ballots|race)|(?:['’]s?)?\s(?:[Mm]ayor|[Mm]ayoral|[Mm]unicipality"
    r"|[Cc]ity\s[Cc]ouncil|[Mm]unicipal\s[Cc]ouncil|[Cc]onstituency|[Ww]ard|[Bb]y-?elections?))\b"
)
_HEADING = re.compile(rf"^(?P<name>(?:{_WORD}[ ])*{_WORD})(?:[.:]\s|\n)", re.MULTILINE)
_LABEL = re.compile(
    rf"(?:^|(?<=[.;]\s)|^[{BULLETS}–—-]\s){_NAME}:\s(?=[“\"„«]?[^\W\d_a-z])", re.MULTILINE
)
_ALONE = re.compile(rf"{_WORD}(?:\s{_WORD}){{0,2}}")
_SIGNS = ("In ", "in ", "ayor", "for ", "cross ", ": ", "municipality", "constituency", "ward")
_SHORTEST = 3
_SEVERAL = "by-elections"
"""What tells in the beginning of a report that one it names is not all it is on."""
_LEAD = 700
"""Characters of a report that tell what it is about."""


class Towns:
    """The towns of a report whose elections are all of one kind."""

    def __init__(
        self,
        document: Document,
        election: NamedContest,
        mentions: Sequence[Mention],
        known: Sequence[KnownContest] = (),
    ) -> None:
        self.document = document
        self.text = document.text
        self.election = election
        self.known = {each.place: each for each in known if each.edtf == election.edtf}
        self.kind = "local election" if election.known else kind_of(election)
        self.named = [one for one in mentions if one.named]
        self._starts = [one.start for one in self.named]
        self._last = max((one.end - one.start for one in self.named), default=0)

    def settled(self, found: Sequence[ContestMention]) -> list[ContestMention]:
        """The mentions of a report with those of its towns."""
        if KINDS.isdisjoint(kind_of(self.election).split()):
            return list(found)
        places = [*self._headings(), *self._phrases(found)]
        others = found if _SEVERAL in self.text[:_LEAD].lower() else ()
        told = {one.contests for one in (*places, *others) if one.rule != "earlier"}
        if not places or len(told) < 2 or len(places) > MOST:
            return list(found)
        return sorted([*found, *places], key=lambda one: (one.start, one.end))

    def _headings(self) -> Iterator[ContestMention]:
        """Towns with which a paragraph begins in capitals, or a line or a sentence with a colon."""
        text = self.text
        yield from self._alone()
        for paragraph in self.document.paragraphs:
            if paragraph.role != "body":
                continue
            head = _HEADING.match(text, paragraph.start, paragraph.end)
            if head and head["name"].isupper() and len(head["name"]) > _SHORTEST:
                yield self._mention(*head.span("name"), head["name"].title())
                continue
            for label in _LABEL.finditer(text, paragraph.start, paragraph.end):
                if self._begins_name(label.end()) and not self._is_country(label["name"]):
                    yield self._mention(*label.span("name"), label["name"])

    def _alone(self) -> Iterator[ContestMention]:
        """Towns that stand alone on a line above figures and are told of as places elsewhere; none
        where just one does."""
        lines = [
            line
            for line, below in pairwise(self.document.paragraphs)
            if line.role == below.role == "body"
            and _ALONE.fullmatch(self.text, line.start, line.end)
            and COUNTED.search(self.text, below.start, below.end)
            and self._is_place(line.start, line.end)
        ]
        told = [at for at, line in enumerate(lines) if self._told_of(line)]
        # What stands alone so between two towns is a third.
        for line in lines[told[0] : told[-1] + 1] if len(told) > 1 else ():
            yield self._mention(line.start, line.end, self.text[line.start : line.end])

    def _told_of(self, line: Paragraph) -> bool:
        """Whether the name on a line stands elsewhere as that of a place: "in Brod and Lisen"."""
        name = self.text[line.start : line.end]
        place = rf"\b(?:in|of|from|and)\s{re.escape(name)}\b(?!['’]s?\s[A-Z])"
        return re.search(place, self.text) is not None

    def _phrases(self, found: Sequence[ContestMention]) -> Iterator[ContestMention]:
        starts = [one.start for one in found]
        for sentence in self.document.sentences:
            paragraph = self.document.paragraphs[sentence.paragraph]
            if paragraph.role not in ("body", "title", "lead-title", "caption"):
                continue
            said = self.text[sentence.start : sentence.end]
            if not any(sign in said for sign in _SIGNS):
                continue
            for match in _IN.finditer(self.text, sentence.start, sentence.end):
                which = next(name for name in ("name", "of", "whose") if match[name])
                start, end = match.span(which)
                at = bisect_left(starts, end)
                taken = at and found[at - 1].end > start
                if not taken and self._is_place(start, end):
                    yield self._mention(start, end, re.sub(r"['’]s?$", "", match[which]))

    def _is_place(self, start: int, end: int) -> bool:
        """Whether a name is one of a place, as far as the text tells: nobody else is called so."""
        name = re.sub(r"['’]s?$", "", self.text[start:end])
        if self._is_country(name) or name.split()[0] in NO_PLACE or len(name) < _SHORTEST:
            return False
        at = bisect_left(self._starts, start - self._last)
        for one in self.named[at:]:
            if one.start >= end:
                break
            if one.end > start:
                return False
        return True

    def _is_country(self, name: str) -> bool:
        return name in countries() or name == self.election.place

    def _begins_name(self, place: int) -> bool:
        at = bisect_left(self._starts, place)
        return at < len(self.named) and self.named[at].start - place <= 1

    def _mention(self, start: int, end: int, place: str) -> ContestMention:
        contest = discovered(self.kind, place, self.election.edtf[:4])
        if self.election.edtf and (one := self.known.get(place)) is not None:
            contest = NamedContest.of(one)
        return ContestMention(start, end, (contest,), None, RULE)
