"""Sentences that know their quotations: what stands outside the marks frames what is inside.

A unit is a sentence in which each quotation counts as one word, however many sentences
of speech are within it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.extract import lexicon as lex
from tui.extract.layout import WORD, Layout, Role, sentences_in
from tui.extract.speech.marks import Marked

Kind = Literal["word", "quote", "mark"]

DIALOGUE = frozenset(lex.SPEECH) | frozenset(
    "demanded demands pleaded urged appealed wondered thought sings sang asks read reads".split()
)
"""What may stand behind quoted speech as its cue."""

_TOKEN = re.compile(rf"(?P<word>{WORD.pattern})|(?P<mark>\.\.\.|…|--|[^\w\s])")
_CLITIC = re.compile(r"(?P<bare>.+?)(?P<clitic>['’](?:s|re|ve|d|ll|m)|n['’]t)$", re.IGNORECASE)
_TAIL = re.compile(
    r"\s+(?:(?:mr|mrs|ms|dr|sen|rep|gov|gen)\.?\s+)?(?:[^\W\d_][\w.’'-]*\s+){1,6}?(?P<cue>[a-z]+)\b",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A word, a mark, or a whole quotation, of a unit."""

    start: int
    end: int
    text: str
    kind: Kind
    quote: Marked | None = None

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def capital(self) -> bool:
        return self.kind == "word" and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence outside the marks: its tokens, quotations among them."""

    start: int
    end: int
    paragraph: int
    role: Role
    tokens: tuple[Token, ...]

    @property
    def quotes(self) -> list[Marked]:
        return [token.quote for token in self.tokens if token.quote is not None]

    @property
    def bare(self) -> bool:
        """Whether nothing but quotations stands here."""
        return all(token.kind != "word" for token in self.tokens)


def read(layout: Layout, marked: Sequence[Marked]) -> list[Unit]:
    """The units of a text, in order."""
    outer = [each for each in marked if not each.nested]
    masked = _mask(layout.text, outer)
    starts = [each.open for each in outer]
    units: list[Unit] = []
    for index, paragraph in enumerate(layout.paragraphs):
        if paragraph.role in ("furniture", "byline", "dateline", "label"):
            continue
        for span in sentences_in(masked, paragraph.start, paragraph.end):
            first = bisect_left(starts, span.start)
            within = []
            for each in outer[first:]:
                if each.open >= span.end:
                    break
                within.append(each)
            tokens = tuple(_tokens(layout.text, span.start, span.end, within))
            if tokens:
                units.append(Unit(span.start, span.end, index, paragraph.role, tokens))
    return units


def _mask(text: str, marked: Sequence[Marked]) -> str:
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


def _attributed_behind(text: str, each: Marked) -> bool:
    """Whether a closed quotation is followed by its own "Name said"."""
    window = text[each.close : each.close + 90]
    window = window.split("\n", 1)[0]
    after = window.lstrip()
    if not after or after[0] in "\"“‘«„'":
        return False
    first = re.match(r"[^\W\d_]+", after)
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
            if not rest:
                return True
            return rest[0] in ".,;:" or (
                rest.split()[0].rstrip(".,")
                in (
                    "in",
                    "on",
                    "at",
                    "during",
                    "to",
                    "of",
                    "the",
                )
                and "that" not in rest[:40].split()
            )
        words_rest = window.split()
        for count, word in enumerate(words_rest[:7]):
            if word.strip(",.").lower() in DIALOGUE and word.strip(",.").islower():
                return word[-1] in ".," or count + 1 == len(words_rest)
        return False
    return False


_CLAUSE_WORDS = frozenset("that but and because while when if after before".split())


def _tokens(text: str, start: int, end: int, quotes: Sequence[Marked]) -> list[Token]:
    found: list[Token] = []
    position = start
    for each in quotes:
        found.extend(_frame(text, position, each.open))
        found.append(Token(each.open, min(each.close, end), "“”", "quote", each))
        position = each.close
    found.extend(_frame(text, position, end))
    return found


def _frame(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    if start >= end:
        return found
    for each in _TOKEN.finditer(text, start, end):
        if each["mark"]:
            found.append(Token(each.start(), each.end(), each.group(), "mark"))
            continue
        word, begin = each.group(), each.start()
        if word.endswith(".") and not _keeps_stop(word):
            word = word[:-1]
        clitic = _CLITIC.match(word)
        if clitic:
            bare = clitic["bare"]
            found.append(Token(begin, begin + len(bare), bare, "word"))
            found.append(Token(begin + len(bare), begin + len(word), clitic["clitic"], "word"))
        else:
            found.append(Token(begin, begin + len(word), word, "word"))
        if each.end() > begin + len(word):
            found.append(Token(begin + len(word), each.end(), ".", "mark"))
    return found


def _keeps_stop(word: str) -> bool:
    lower = word[:-1].lower()
    return len(lower) == 1 or "." in lower or lower in lex.HONORIFICS or lower in _TITLES


_TITLES = frozenset("sen rep gov gen lt col sgt capt hon jr sr".split())
