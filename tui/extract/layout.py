"""The shape of a text: its lines, its paragraphs and their roles, its sentences, its words.

Everything is a position in the text as it is given; nothing is copied or cleaned.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

Role = Literal["title", "lead-title", "byline", "dateline", "label", "caption", "furniture", "body"]
"""What a paragraph is: ``label`` is a bare word or two ("World", "TRANSCRIPT"),
``furniture`` what the site says about itself ("Related topics", "Sign up ...")."""


class Span(NamedTuple):
    start: int
    end: int


class Word(NamedTuple):
    """A run of letters or digits with its inner apostrophes and hyphens."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")


class Sentence(NamedTuple):
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    end: int
    role: Role


WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*\.?", re.UNICODE)

ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st sen rep gov gen lt col sgt capt maj rev hon jr sr vs no inc corp co ltd
    bros dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur
    thurs fri sat sun a.m p.m u.s u.n u.k d.c e.g i.e ph.d m.p cf al fig pp vol""".split()
)
"""Words that a full stop after them does not end a sentence by itself."""

_END = re.compile(r"(?:[.!?…]+|(?<=[a-z])\.\.\.)[\"'”’»)\]]*(?=\s)")
_OPENS = re.compile(r"\s+[\"'“‘„«(\[]*[^\Wa-z_]", re.UNICODE)
_LINE = re.compile(r"[^\n\r]+")


def sentences_in(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences between two positions of a text.

    A sentence ends at its full stop (with the closing marks behind it) where the next
    word opens with a capital, a digit or a mark, and no abbreviation or initial stands
    before the stop.
    """
    begin = start
    for stop in _END.finditer(text, start, end):
        if stop.end() >= end or not _OPENS.match(text, stop.end(), end):
            continue
        if stop.group()[0] == "." and len(stop.group()) == 1 and _abbreviated(text, stop.start()):
            continue
        yield Span(begin, stop.end())
        begin = stop.end()
        while begin < end and text[begin].isspace():
            begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        yield Span(begin, end)


def _abbreviated(text: str, stop: int) -> bool:
    begin = stop
    while begin > 0 and stop - begin < 12 and (text[begin - 1].isalpha() or text[begin - 1] == "."):
        begin -= 1
    word = text[begin:stop].lower()
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha() and word != "i")


@dataclass(frozen=True)
class Layout:
    """A text with its paragraphs (in order, none empty); build it with ``layout.read``."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs but furniture, in order."""
        return tuple(
            Sentence(*span, index)
            for index, paragraph in enumerate(self.paragraphs)
            if paragraph.role != "furniture"
            for span in sentences_in(self.text, paragraph.start, paragraph.end)
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that a position lies in, or the one before it."""
        index = bisect_right(self._starts, position) - 1
        return self.sentences[index] if index >= 0 else None

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that a position lies in; -1 before the first."""
        return bisect_right(self._paragraph_starts, position) - 1

    def words(self, start: int, end: int) -> list[Word]:
        """The words between two positions."""
        return [
            Word(found.start(), found.end(), found.group())
            for found in WORD.finditer(self.text, start, end)
        ]


def lines(text: str) -> list[Span]:
    """The lines that hold more than white space, without the white space around them."""
    found = []
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        if stripped:
            start = line.start() + line.group().index(stripped[0])
            found.append(Span(start, start + len(stripped)))
    return found
