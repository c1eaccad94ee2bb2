"""The tokens of a sentence: words, punctuation marks, and whole quotations.

A name of several words is one token, and so is a quotation: no part of either is read as
grammar. How a word is split and tagged is a matter of its language, which brings a
:class:`Tokeniser`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.extract.text.document import Document
from tui.extract.text.quotation_marks import QuotedSpan
from tui.extract.text.token_cache import TokenCache

Kind = Literal["word", "quote", "mark"]
Tag = Literal["", "finite", "clitic", "past", "cue"]
"""How a word may be the verb of a clause, as far as the word alone tells; "" for no verb."""

REMEMBERED = 1 << 15
"""Words in a cache: more than a language's common ones, and few enough for any machine."""

_MARK = re.compile(r"\.\.\.|…|--|[^\w\s]")


@dataclass(slots=True, eq=False)  # Frozen, it would take three times as long to make.
class Token:
    """A word, a mark or a quotation. A word has one token wherever it stands, made once and never
    changed; its positions stand beside it (see :class:`Tokens`)."""

    text: str
    kind: Kind
    lower: str
    """In small letters, apostrophes straight."""
    capital: bool
    tag: Tag = ""
    finite: bool = False
    """Whether it can only be a verb that heads a clause."""
    quote: QuotedSpan | None = None


class Tokens(NamedTuple):
    """The tokens of a sentence in columns: the tokens, their starts and their ends."""

    tokens: list[Token]
    starts: list[int]
    ends: list[int]

    def add(self, token: Token, start: int, end: int) -> None:
        self.tokens.append(token)
        self.starts.append(start)
        self.ends.append(end)


_Part = tuple[int, int, Token]
"""A part of a word or of a gap: its start and end there, and its token."""

_SEVERAL = Token("", "word", "", False)
"""Stands for a word that is split into several tokens."""


class Tokeniser:
    """Splits stretches of a document into tokens, in one language.

    ``split`` gives the bounds of a word's tokens ("he's": "he", "'s") without a full stop
    that ends the sentence; ``tag`` tells from a word and its small letters how it may be a
    verb, and whether it can only be the verb that heads a clause; ``is_name`` whether a
    quotation is the name of a work, and no speech.
    """

    def __init__(
        self,
        split: Callable[[str], Sequence[tuple[int, int]]],
        tag: Callable[[str, str], tuple[Tag, bool]],
        is_name: Callable[[str, QuotedSpan], bool] = lambda _text, _quote: False,
    ) -> None:
        self._split = split
        self._tag = tag
        self._is_name = is_name
        self.word = lru_cache(REMEMBERED)(self._word)
        """The token of a word, or of a name of several words."""
        self._parts = TokenCache(self._parts_of, REMEMBERED)
        self._wholes = TokenCache(self._whole_of, REMEMBERED)

    def _word(self, text: str) -> Token:
        lower = text.lower().replace("’", "'")
        return Token(text, "word", lower, text[0].isupper(), *self._tag(text, lower))

    def _parts_of(self, whole: str) -> tuple[_Part, ...]:
        bounds = self._split(whole)
        found = [(at, end, self.word(whole[at:end])) for at, end in bounds]
        if bounds[-1][1] < len(whole):
            found.append((len(whole) - 1, len(whole), _mark(".")))
        return tuple(found)

    def _whole_of(self, text: str) -> Token:
        # A stop that is left out is a mark of its own.
        whole = len(bounds := self._split(text)) == 1 and bounds[0][1] == len(text)
        return self.word(text) if whole else _SEVERAL

    def first(self, whole: str) -> Token:
        """The first token of a word."""
        return self._parts[whole][0][2]

    def tokens(
        self,
        document: Document,
        start: int,
        end: int,
        quotes: Iterable[QuotedSpan],
        mention_ends: Mapping[int, int],
    ) -> Tokens:
        """The tokens between two positions; ``quotes`` are those that begin there, and
        ``mention_ends`` has the end of each actor's mention by its start."""
        found = Tokens([], [], [])
        position = start
        for quote in quotes:
            self._add_words(document, mention_ends, position, quote.open, found)
            self._add_quote(document.text, quote, end, found)
            position = quote.close
        self._add_words(document, mention_ends, position, end, found)
        return found

    def _add_words(
        self,
        document: Document,
        mention_ends: Mapping[int, int],
        start: int,
        end: int,
        found: Tokens,
    ) -> None:
        """Add the words and marks between two positions where no quotation is."""
        if start >= end:
            return
        numbers = document.numbers(start, end)
        if numbers is None:
            # A position lies inside a word: what is on this side of it is a word of its own.
            document = Document(" " * start + document.text[start:end], ())
            numbers = 0, len(document.columns.texts)
        text = document.text
        these = slice(*numbers)
        starts, ends, texts = document.columns
        starts, ends, texts = starts[these], ends[these], texts[these]
        if not texts:
            _add_marks(text[start:end], start, found)
            return
        gaps = document.gaps[these]
        gaps[0] = text[start : starts[0]]
        until = start
        add_token, add_start, add_end = found.tokens.append, found.starts.append, found.ends.append
        wholes = map(self._wholes.__getitem__, texts)
        for begin, stop, whole, token, gap in zip(starts, ends, texts, wholes, gaps, strict=True):
            if stop <= until:
                continue  # It is part of the name before.
            if gap != " " and begin >= until:
                _add_marks(gap, begin - len(gap), found)
            if token is not _SEVERAL and begin not in mention_ends:
                add_token(token)
                add_start(begin)
                add_end(stop)
                continue
            for first, last, part in self._parts[whole]:
                at, behind = begin + first, begin + last
                if at < until:
                    continue
                if mention_ends.get(at, 0) > behind:
                    until = behind = mention_ends[at]
                    part = self.word(text[at:behind])
                found.add(part, at, behind)
        _add_marks(text[ends[-1] : end], ends[-1], found)

    def _add_quote(self, text: str, quote: QuotedSpan, end: int, found: Tokens) -> None:
        """Add a quotation; the title of a work is a name, its comma a mark behind it."""
        if not (quote.name or self._is_name(text, quote)):
            token = Token("“”", "quote", "“”", False, quote=quote)
            found.add(token, quote.open, min(quote.close, end))
            return
        behind = quote.end - 1 if text[quote.end - 1] in ",.;" else quote.end
        found.add(self.word(text[quote.start : behind]), quote.open, behind)
        if behind < quote.end:
            found.add(_mark(text[behind]), behind, quote.end)


def _add_marks(gap: str, position: int, found: Tokens) -> None:
    for begin, stop, mark in _MARKS[gap]:
        found.add(mark, position + begin, position + stop)


def _marks(gap: str) -> tuple[_Part, ...]:
    return tuple((*found.span(), _mark(found[0])) for found in _MARK.finditer(gap))


_MARKS = TokenCache(_marks, 1 << 12)
"""The marks of a gap between two words."""


@lru_cache(1 << 8)
def _mark(text: str) -> Token:
    if text in _BARS:
        text = "—"
    return Token(text, "mark", text.replace("’", "'"), False)


_BARS = "―⸺"
"""Dashes that some write for a long one."""
