"""Sentences that know their quotations: what stands outside the marks frames what is inside.

A unit is a sentence in which each quotation counts as one word, however many sentences
of speech are within it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.not_speech import is_work
from tui.extract.text.document import Document, Role, sentences_in
from tui.extract.text.quotation_marks import QuotedSpan
from tui.extract.text.token_cache import TokenCache

Kind = Literal["word", "quote", "mark"]
Verb = Literal["", "finite", "clitic", "past", "cue"]
"""How a word may be the verb of a clause, as far as it tells alone: see
:func:`grammar.maybe_verb`."""

REMEMBERED = 1 << 15
"""Words: more than a language's common ones, and few enough for any machine."""

DIALOGUE = frozenset(lex.SPEECH) | frozenset(
    "demanded demands pleaded urged appealed wondered thought sings sang asks read reads".split()
)
"""What may stand behind quoted speech as its cue."""

_LETTERS = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"\.\.\.|…|--|[^\w\s]")
_CLITIC = re.compile(r"(?P<bare>.+?)(?P<clitic>['’](?:s|re|ve|d|ll|m)|n['’]t)$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:(?:mr|mrs|ms|dr|sen|rep|gov|gen)\.?\s+)?(?:[^\W\d_][\w.’'-]*\s+){1,6}?(?P<cue>[a-z]+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A word, a mark, or a whole quotation: what it is by itself. A word is one token
    wherever it stands, made once; its places stand beside (see :class:`Tokens`)."""

    text: str
    kind: Kind
    lower: str
    """In small letters, apostrophes straight."""
    capital: bool
    finite: bool = False
    """Whether it is surely a verb that heads a clause."""
    verb: Verb = ""
    quote: QuotedSpan | None = None


_Part = tuple[int, int, Token]
"""A part of a word or gap: where it begins and ends there, and its token."""


class Tokens(NamedTuple):
    """The tokens of a sentence, and where each begins and ends."""

    tokens: list[Token]
    starts: list[int]
    ends: list[int]

    def add(self, token: Token, start: int, end: int) -> None:
        self.tokens.append(token)
        self.starts.append(start)
        self.ends.append(end)


@lru_cache(REMEMBERED)
def word(text: str) -> Token:
    """What a word, or a name of several, is by itself."""
    lower = text.lower().replace("’", "'")
    finite = lower in lex.AUXILIARIES or lower in lex.IRREGULAR_VERBS
    return Token(text, "word", lower, text[0].isupper(), finite, _verb(text, lower, finite))


def _verb(text: str, lower: str, finite: bool) -> Verb:
    if text[0].isupper():
        return ""
    if lower == "'s":
        return "clitic"
    if finite:
        return "finite"
    if lower.endswith("ed") and len(lower) > 4:
        return "past"
    return "cue" if lower in lex.CUES and not lower.endswith("ing") else ""


@dataclass
class QuotedSentence:
    """One sentence outside the marks: its tokens, quotations among them."""

    document: Document
    mention_ends: Mapping[int, int]
    """Where each actor's mention ends, by where it begins in the text."""
    start: int
    end: int
    paragraph: int
    role: Role
    quotes: Sequence[QuotedSpan]
    numbers: tuple[int, int] | None
    """The numbers of its words, as :meth:`Document.numbers` tells them."""

    _tokens: Tokens | None = None

    @property
    def tokens(self) -> Tokens:
        """Its words and marks, every name as one word, so that no part of it is read as
        grammar. Cut only where somebody asks: many sentences quote nobody."""
        # A cached property would take a lock, and longer than this.
        if self._tokens is None:
            self._tokens = found = Tokens([], [], [])
            position = self.start
            for quote in self.quotes:
                _cut(self.document, self.mention_ends, position, quote.open, found)
                _add_quote(self.document.text, quote, self.end, found)
                position = quote.close
            _cut(self.document, self.mention_ends, position, self.end, found)
        return self._tokens

    @cached_property
    def bare(self) -> bool:
        """Whether nothing but quotations stands here."""
        return all(token.kind != "word" for token in self.tokens.tokens)


def read(
    document: Document, marked: Sequence[QuotedSpan], mention_ends: Mapping[int, int]
) -> Iterator[QuotedSentence]:
    """The units of a text, in order; whoever is done with one need not keep its tokens."""
    outer = [each for each in marked if not each.nested]
    masked = _mask(document.text, outer) if outer else document.text
    starts = [each.open for each in outer]
    sentences = _by_paragraph(document)
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.role in ("furniture", "byline", "dateline", "label"):
            continue
        first = bisect_left(starts, paragraph.start)
        if first == len(starts) or starts[first] >= paragraph.end:
            # Without marks its sentences are those that it has anyway.
            spans: Sequence[_Bounds] = sentences.get(index, ())
        else:
            spans = [
                (start, end, document.numbers(start, end))
                for start, end in sentences_in(masked, paragraph.start, paragraph.end)
            ]
        for start, end, numbers in spans:
            last = bisect_left(starts, end, first)
            quotes = tuple(outer[first:last])
            unit = QuotedSentence(
                document, mention_ends, start, end, index, paragraph.role, quotes, numbers
            )
            first = last
            if unit.quotes or document.text[start] != "_" or unit.tokens.tokens:
                yield unit


_Bounds = tuple[int, int, tuple[int, int] | None]
"""Where a sentence begins and ends, and the numbers of its words."""


def _by_paragraph(document: Document) -> dict[int, list[_Bounds]]:
    found: dict[int, list[_Bounds]] = {}
    for (start, end, paragraph), numbers in zip(
        document.sentences, document.sentence_words, strict=True
    ):
        found.setdefault(paragraph, []).append((start, end, numbers))
    return found


def _mask(text: str, marked: Sequence[QuotedSpan]) -> str:
    """The text with each quotation a run of X that ends a sentence only where it does."""
    pieces: list[str] = []
    position = 0
    for each in marked:
        if each.open < position:
            continue
        pieces.append(text[position : each.open])
        length = each.close - each.open
        ends = text[each.end - 1] in ".!?…" and length > 2
        after = text[each.close : each.close + 1]
        if ends and after and not after.isspace():
            ends = after in ".?!"
        if ends and _attributed_behind(text, each):
            ends = False
        pieces.append("X" * (length - 1) + ("." if ends else "X"))
        position = each.close
    pieces.append(text[position:])
    return "".join(pieces)


def _attributed_behind(text: str, each: QuotedSpan) -> bool:
    """Whether a closed quotation is followed by its own "Name said"."""
    window = text[each.close : each.close + 90]
    window = window.split("\n", 1)[0]
    after = window.lstrip()
    if not after or after[0] in "\"“‘«„'":
        return False
    first = _LETTERS.match(after)
    if first and first.group().lower() in DIALOGUE:
        return True
    for tail in _TAIL.finditer(window):
        if tail.start() > 0:
            break
        words = tail.group().split()
        if any(w.lower() in _CLAUSE_WORDS for w in words[:-1]):
            return False
        if tail["cue"].lower() in DIALOGUE and tail["cue"].islower():
            rest = window[tail.end() :].lstrip()
            if not rest or rest[0] in ".,;:":
                return True
            return text[each.end - 1] != "." and (
                rest.split()[0].rstrip(".,") in _SETTING and "that" not in rest[:40].split()
            )
        words_rest = window.split()
        for count, word in enumerate(words_rest[:7]):
            if word.strip(",.").lower() in DIALOGUE and word.strip(",.").islower():
                return word[-1] in ".," or count + 1 == len(words_rest)
        return False
    return False


_SETTING = frozenset(
    "in on at during to of the as after before when while about from last this outside".split()
)
_CLAUSE_WORDS = frozenset("that but and because while when if after before".split())


def _cut(
    document: Document, mention_ends: Mapping[int, int], start: int, end: int, found: Tokens
) -> None:
    """Add the words and marks between two positions, where no quotation is."""
    if start >= end:
        return
    numbers = document.numbers(start, end)
    if numbers is None:
        # One of the positions is inside a word, and what is on this side one of its own.
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
    wholes = map(_WHOLE.__getitem__, texts)
    for begin, stop, whole, token, gap in zip(starts, ends, texts, wholes, gaps, strict=True):
        if stop <= until:
            continue  # It is in the name that stands here.
        if gap != " " and begin >= until:
            _add_marks(gap, begin - len(gap), found)
        if token is not SEVERAL and begin not in mention_ends:
            add_token(token)
            add_start(begin)
            add_end(stop)
            continue
        for first, last, part in _PARTS[whole]:
            at, behind = begin + first, begin + last
            if at < until:
                continue
            if mention_ends.get(at, 0) > behind:
                until = behind = mention_ends[at]
                part = word(text[at:behind])
            found.add(part, at, behind)
    _add_marks(text[ends[-1] : end], ends[-1], found)


def _add_quote(text: str, quote: QuotedSpan, end: int, found: Tokens) -> None:
    """Add a quotation; the title of a work is a name, behind which its comma stands."""
    if not is_work(text, quote):
        found.add(Token("“”", "quote", "“”", False, quote=quote), quote.open, min(quote.close, end))
        return
    behind = quote.end - 1 if text[quote.end - 1] in ",.;" else quote.end
    found.add(word(text[quote.start : behind]), quote.open, behind)
    if behind < quote.end:
        found.add(_mark(text[behind]), behind, quote.end)


def _add_marks(gap: str, position: int, found: Tokens) -> None:
    for begin, stop, mark in _MARKS[gap]:
        found.add(mark, position + begin, position + stop)


def _marks(gap: str) -> tuple[_Part, ...]:
    """The marks between two words."""
    return tuple((*found.span(), _mark(found[0])) for found in _MARK.finditer(gap))


@lru_cache(1 << 8)
def _mark(text: str) -> Token:
    return Token(text, "mark", text.replace("’", "'"), False)


def _parts(whole: str) -> tuple[_Part, ...]:
    """A word's tokens: itself, an ending such as "'s", a stop that ends the sentence."""
    shown = whole[:-1] if whole.endswith(".") and not _keeps_stop(whole) else whole
    clitic = _CLITIC.match(shown)
    bare = len(clitic["bare"]) if clitic else len(shown)
    spans = [(0, bare), (bare, len(shown))]
    found = [(at, end, word(whole[at:end])) for at, end in spans if at < end]
    if shown != whole:
        found.append((len(shown), len(whole), _mark(".")))
    return tuple(found)


SEVERAL = Token("", "word", "", False)
"""Stands for the tokens of a word that is more than one."""


def _whole(text: str) -> Token:
    """The token that a word is."""
    parts = _PARTS[text]
    return parts[0][2] if len(parts) == 1 else SEVERAL


def first(whole: str) -> Token:
    """The first of a word's tokens."""
    return _PARTS[whole][0][2]


_MARKS = TokenCache(_marks, 1 << 12)
_PARTS = TokenCache(_parts, REMEMBERED)
_WHOLE = TokenCache(_whole, REMEMBERED)


def _keeps_stop(word: str) -> bool:
    lower = word[:-1].lower()
    return len(lower) == 1 or "." in lower or lower in lex.HONORIFICS or lower in _TITLES


_TITLES = frozenset("sen rep gov gen lt col sgt capt hon jr sr".split())
