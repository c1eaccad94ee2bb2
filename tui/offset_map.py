"""A text as its readers see it, and the way back to the offsets of its source.

Files hold characters that nobody sees: soft hyphens, zero-width spaces and joiners, marks of
writing direction, accents as signs of their own (``c`` + U+030C), and what a PDF leaves where a
line or a page ends. They cut names in two and hide figures. :func:`cleaned` takes them out in
one place; the rules, the search and the comparison of texts all read its result. An
:class:`OffsetMap` leads every position in a cleaned text back to the source.

What is taken out or replaced, in this order:

1. Invisible characters go. Rare spaces and hyphens become the plain ones.
2. A letter and its combining accents become one letter.
3. The head and the foot of a page go, where they stand between two pages.
4. A word that is broken at the end of a line becomes one word. Its hyphen goes, unless the
   text itself shows that the hyphen belongs to the word (``anti-government``). In a text that
   is wrapped, the line ends behind the word instead, so that lines are about as long as
   before: their lengths tell the rules that it is wrapped.

Most texts have none of this. A quick look finds out, and nothing is built for them.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import combining, normalize

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
"""Characters that are drawn as nothing, as the inside of a character class."""

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011"
_ACCENTS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_LETTER = r"[^\W\d_]"

_REPLACED = re.compile(f"[{INVISIBLE}]+|(?P<space>[{_SPACES}])|(?P<hyphen>[{_HYPHENS}])")
_ACCENT = re.compile(f"[{_ACCENTS}]")
_ACCENTED = re.compile(rf"{_LETTER}[{_ACCENTS}]+")
_UNUSUAL = re.compile(f"[\u00ac{INVISIBLE}{_SPACES}{_HYPHENS}{_ACCENTS}]")
_LINE_END = rf"[ \t]*\r?\n[ \t]*(?={_LETTER})"
_TO_THE_NEXT_LINE = re.compile(_LINE_END)
# The hyphen comes first, so that a search passes over all else at once.
_HYPHEN_BREAK = re.compile(rf"-(?<=[^\W_]-){_LINE_END}")
_SOFT_HYPHEN = "\u00ad"
_NOT_SIGN = "\u00ac"
"""What some programs write where a line breaks a word, as others do a soft hyphen."""
_BREAK = re.compile(rf"{_HYPHEN_BREAK.pattern}|(?P<sure>{_NOT_SIGN}(?<={_LETTER}.){_LINE_END})")


class _Edit(NamedTuple):
    """A stretch of a text, and what stands there instead."""

    start: int
    end: int
    text: str


class _Origin(NamedTuple):
    """The source of each character of a text, and how long the whole source is."""

    starts: array[int]
    ends: array[int]
    size: int


class OffsetMap:
    """A text, and where each of its characters comes from in its source.

    Without an origin the text is its own source.
    """

    __slots__ = ("_origin", "text")

    def __init__(self, text: str, origin: _Origin | None = None) -> None:
        self.text = text
        self._origin = origin

    @property
    def identical(self) -> bool:
        """Whether the text is its own source, character for character."""
        return self._origin is None

    def to_source(self, span: tuple[int, int]) -> tuple[int, int]:
        """Where a passage of the text stands in the source.

        What was taken out inside the passage is part of it. What was taken out before its
        first or behind its last character is not.
        """
        if self._origin is None:
            return span
        start, end = span
        if start < end:
            return self._origin.starts[start], self._origin.ends[end - 1]
        at = self.starts()[start]
        return at, at

    def starts(self) -> Sequence[int]:
        """Where each character begins in the source, and last where the source ends."""
        if self._origin is None:
            return range(len(self.text) + 1)
        return [*self._origin.starts, self._origin.size]

    def between(self, start: int, end: int) -> str:
        """The text of a stretch of the source."""
        if self._origin is None:
            return self.text[start:end]
        starts = self._origin.starts
        return self.text[bisect_left(starts, start) : bisect_left(starts, end)]

    def within(self, stretches: Sequence[tuple[int, int]]) -> OffsetMap:
        """The text of some stretches of the source, one behind the other."""
        origin = self._with_origin()
        pieces, starts, ends = [], array("I"), array("I")
        for start, end in stretches:
            these = slice(bisect_left(origin.starts, start), bisect_left(origin.starts, end))
            pieces.append(self.text[these])
            starts += origin.starts[these]
            ends += origin.ends[these]
        return OffsetMap("".join(pieces), _Origin(starts, ends, origin.size))

    def edited(self, edits: Iterable[_Edit]) -> OffsetMap:
        """The text with edits made; they are in order and do not overlap."""
        edits = list(edits)
        if not edits:
            return self
        origin = self._with_origin()
        pieces: list[str] = []
        starts, ends = array("I"), array("I")
        done = 0
        for start, end, instead in edits:
            pieces += self.text[done:start], instead
            starts += origin.starts[done:start]
            ends += origin.ends[done:start]
            starts.extend([origin.starts[start]] * len(instead))
            ends.extend([origin.ends[end - 1]] * len(instead))
            done = end
        pieces.append(self.text[done:])
        starts += origin.starts[done:]
        ends += origin.ends[done:]
        return OffsetMap("".join(pieces), _Origin(starts, ends, origin.size))

    def _with_origin(self) -> _Origin:
        if self._origin is not None:
            return self._origin
        size = len(self.text)
        return _Origin(array("I", range(size)), array("I", range(1, size + 1)), size)


def cleaned(source: str) -> OffsetMap:
    """A text as its readers see it."""
    clean = OffsetMap(source)
    if not source.isascii() and _UNUSUAL.search(source):
        clean = clean.edited(_replacements(source))
        if _ACCENT.search(clean.text):
            clean = clean.edited(_composed(clean.text))
    if "\f" in source or "Page " in source:
        clean = clean.edited(_Pages(clean.text).edits())
    if _NOT_SIGN in clean.text or _HYPHEN_BREAK.search(clean.text):
        clean = clean.edited(_broken_words(clean.text))
    return clean


def clean_text(source: str) -> str:
    """The same without the way back."""
    return cleaned(source).text


# ------------------------------------------------------------------------ characters


def _replacements(text: str) -> Iterator[_Edit]:
    for found in _REPLACED.finditer(text):
        start, end = found.span()
        if found["space"]:
            instead = " "
        elif found["hyphen"]:
            instead = "-"
        else:
            # A soft hyphen at the end of a line is seen, and breaks a word.
            before = text[start - 1 : start]
            breaks = (
                _SOFT_HYPHEN in found.group()
                and (before.isalpha() or combining(before or " "))
                and _TO_THE_NEXT_LINE.match(text, end)
            )
            instead = _NOT_SIGN if breaks else ""
        yield _Edit(start, end, instead)


def _composed(text: str) -> Iterator[_Edit]:
    """Letters with the accents that stand behind them. An accent of which there is no composed
    letter (a stress mark over a Cyrillic vowel) goes: the rules know letters alone."""
    for found in _ACCENTED.finditer(text):
        yield _Edit(*found.span(), _composition(found.group()))


def _composition(letter_and_accents: str) -> str:
    letter = letter_and_accents[0]
    for accent in letter_and_accents[1:]:
        composed = normalize("NFC", letter + accent)
        letter = composed if len(composed) == 1 else letter
    return letter


# ----------------------------------------------------------------------------- pages

_GAP = r"(?:[ ]{3,}|[ ]*\t[ \t]*|[ ]?\|[ ]?)"
_OF = r"(?:[ ]?(?:of|od|/)[ ]?\d{1,4})?"
_PAGE = rf"(?:Page|PAGE|Strana|STRANA)[ ]\d{{1,4}}{_OF}"
_BARE = rf"[-–]?[ ]?\d{{1,3}}{_OF}[ ]?[-–]?"
_NUMBERED = re.compile(
    rf"(?:[^\n]{{0,80}}\W)?{_PAGE}|{_PAGE}(?:{_GAP}|[ ][-–•·][ ])[^\n]{{1,80}}"
    rf"|(?:[^\n]{{1,80}}{_GAP})?{_BARE}|{_BARE}{_GAP}[^\n]{{1,80}}"
)
"""A line with the number of a page. Without the word it stands apart from the line's others."""

_COUNTED = re.compile(r"Page[ ]\d{1,4}[ ]of[ ]\d{1,4}[ \t\r]*$", re.MULTILINE)
"""The end of such a line that is plain enough to need no page break beside it."""

_LONGEST_HEAD = 160
"""Characters of a line that may be the head or the foot of a page; longer ones are text."""

_MOST_HEADS = 3
_DIGITS = re.compile(r"\d+")


class _Pages:
    """Where one page of a text ends and the next begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._gaps = list(self._between_pages())
        self._running = Counter(self._shapes())

    def edits(self) -> Iterator[_Edit]:
        """The ends of pages as line breaks; as paragraph breaks where a sentence ends there."""
        done = 0
        for start, end, cut in self._gaps:
            if start < done:
                continue
            if "\f" in self.text[start:end]:
                before, after = self._without_foot(start, done), self._without_head(end, start)
                cut = cut or (before, after) != (start, end)
                start, end = before, after
            done = end
            if not start or end == len(self.text):
                if cut and end - start < len(self.text):
                    yield _Edit(start, end, "")
            elif self._goes_on(start, end):
                yield _Edit(start, end, "\n")
            elif cut:
                yield _Edit(start, end, "\n\n")

    def _between_pages(self) -> Iterator[tuple[int, int, bool]]:
        """What stands between two pages: white space, and whether a plain page number."""
        done = 0
        for start, end in sorted([*self._form_feeds(), *self._counted()]):
            if start >= done:
                numbered = self.text[start] != "\f"
                start, end = self._space_around(start, end, done)
                yield start, end, numbered
                done = end

    def _form_feeds(self) -> Iterator[tuple[int, int]]:
        at = self.text.find("\f")
        while at >= 0:
            yield at, at + 1
            at = self.text.find("\f", at + 1)

    def _counted(self) -> Iterator[tuple[int, int]]:
        for found in _COUNTED.finditer(self.text):
            start, _ = self._line_before(found.end(), 0)
            before = self.text[start : found.start()]
            if not before.strip() or before.endswith(("  ", "\t", "|", "| ")):
                yield start, found.end()

    def _shapes(self) -> Iterator[str]:
        """The lines next to page breaks, whatever their numbers."""
        for start, end, _ in self._gaps:
            for line in (self._line_before(start, 0), self._line_after(end)):
                yield self._shape(*line)

    def _shape(self, start: int, end: int) -> str:
        return _DIGITS.sub("0", self.text[start:end].strip())

    def _space_around(self, start: int, end: int, least: int) -> tuple[int, int]:
        while start > least and self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and self.text[end].isspace():
            end += 1
        return start, end

    def _line_before(self, end: int, least: int) -> tuple[int, int]:
        """The line that ends at a position; none where it is too long to be a foot."""
        least = max(least, end - _LONGEST_HEAD)
        start = max(self.text.rfind("\n", least, end), self.text.rfind("\f", least, end)) + 1
        return (start, end) if start or not least else (end, end)

    def _line_after(self, start: int) -> tuple[int, int]:
        most = start + _LONGEST_HEAD
        ends = [self.text.find(each, start, most) for each in "\n\f"]
        end = min((at for at in ends if at >= 0), default=min(most, len(self.text)))
        return (start, end) if end < most else (start, start)

    def _is_head(self, start: int, end: int) -> bool:
        line = self.text[start:end].strip()
        return bool(line) and (
            bool(_NUMBERED.fullmatch(line)) or self._running[self._shape(start, end)] > 1
        )

    def _without_foot(self, end: int, least: int) -> int:
        start, _ = self._line_before(end, least)
        return self._space_around(start, end, least)[0] if self._is_head(start, end) else end

    def _without_head(self, start: int, before: int) -> int:
        for _ in range(_MOST_HEADS):
            _, end = self._line_after(start)
            if not self._is_head(start, end) and not self._parts_a_sentence(before, start, end):
                break
            start = self._space_around(end, end, end)[1]
        return start

    def _parts_a_sentence(self, before: int, start: int, end: int) -> bool:
        """Whether a line stands by itself in the middle of a sentence."""
        if not before or self.text[before - 1] in _ENDS or self.text[end - 1 : end] in _ENDS:
            return False
        after = self._space_around(end, end, end)[1]
        apart = self.text.count("\n", end, after) > 1
        return apart and self.text[start].isupper() and self.text[after : after + 1].islower()

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a sentence goes on from one page to the next."""
        last = self.text[start - 1]
        full = self.text.rfind("\n", max(0, start - _FULL_LINE), start) < 0
        return self.text[end].islower() or last in ",;-" or (last.isalnum() and full)


_ENDS = '.!?:…”"’»)'
_FULL_LINE = 40
"""Characters of a line that is more than a heading."""


# ------------------------------------------------------------------------ broken words

_PART = re.compile(rf"{_LETTER}+")
_SPACE = re.compile(r"\s")
_WRAPPED = re.compile(r"[\w,][ \t]*\r?\n[ \t]*(\w)")
_WORD = re.compile(rf"{_LETTER}+(?:-{_LETTER}+)*")

_BEFORE_A_HYPHEN = frozenset(
    """anti half self vice well twenty thirty forty fifty sixty seventy eighty ninety""".split()
)
_AFTER_A_HYPHEN = frozenset(
    """backed based born controlled elect era funded held led linked old owned run style wide year
    """.split()
)
"""What stands before and after the hyphen of many compounds, and seldom beside a broken word's."""


class _Broken(NamedTuple):
    """A break inside a word: where its hyphen and its line end stand, and the letters around.

    ``sure`` tells that its sign is written only where a line breaks a word.
    """

    start: int
    end: int
    first: str
    last: str
    sure: bool


def _broken_words(text: str) -> Iterator[_Edit]:
    """Words that are broken at the ends of lines, made whole.

    The rest of the text decides whether the hyphen belongs to the word: the same word stands
    there with it or without it, or the part before the hyphen is a name by itself. Where
    nothing tells, a small letter goes on a broken word, and a capital is left as it stands.
    """
    breaks = list(_breaks(text))
    if not breaks:
        return
    wrapped = any(found[1].islower() for found in _WRAPPED.finditer(text))
    known, names = _other_words(text, breaks)
    following = [each.start for each in breaks[1:]]
    for (start, end, first, last, sure), after in zip(breaks, [*following, len(text)], strict=True):
        joined, hyphened = known[(first + last).lower()], known[f"{first}-{last}".lower()]
        if not (sure or joined or hyphened or last[0].islower()):
            continue
        if sure:
            keeps = False
        elif joined or hyphened:
            keeps = hyphened > joined
        else:
            keeps = _is_compound(first, last, names, known)
        yield _Edit(start + 1 if keeps else start, end, "")
        space = _SPACE.search(text, end, after)
        if wrapped and space and space.group() in " \t":
            yield _Edit(*space.span(), "\n")


def _breaks(text: str) -> Iterator[_Broken]:
    for found in _BREAK.finditer(text):
        start, end = found.span()
        if last := _PART.match(text, end):
            first = _letters_before(text, start)
            yield _Broken(start, end, first, last.group(), found["sure"] is not None)


def _other_words(text: str, breaks: Sequence[_Broken]) -> tuple[Counter[str], set[str]]:
    """How often each word stands in a text in one piece, in small letters; and the words that
    are written with a capital."""
    pieces, at = [], 0
    for start, end, first, last, _ in breaks:
        pieces.append(text[at : max(at, start - len(first))])
        at = end + len(last)
    pieces.append(text[at:])
    words = _WORD.findall("\n".join(pieces))
    known = Counter(map(str.lower, words))
    parts = [word.split("-") for word in words]
    known.update("-".join(pair).lower() for each in parts for pair in pairwise(each))
    return known, {part for each in parts for part in each if part[0].isupper()}


def _is_compound(first: str, last: str, names: set[str], known: Counter[str]) -> bool:
    """Whether two words that stand together nowhere else are a compound."""
    if not first:  # a number: a 45-year-old
        return True
    if first.lower() in _BEFORE_A_HYPHEN or (len(first) > 1 and first[-1].isupper()):
        return True
    after = last in _AFTER_A_HYPHEN
    return first in names and len(first) > 2 and (after or (len(first) > 3 and known[last] > 0))


def _letters_before(text: str, end: int) -> str:
    """The letters that end at a position; as many as a word may have."""
    start = end
    while start > max(0, end - _LONGEST_WORD) and text[start - 1].isalpha():
        start -= 1
    return text[start:end]


_LONGEST_WORD = 60
