"""Words that are broken at the ends of lines, made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.offset_map import Edit

LETTER = r"[^\W\d_]"
LINE_END = rf"[ \t]*\r?\n[ \t]*(?={LETTER})"
# The hyphen comes first, so that a search passes over all else at once.
_HYPHEN_BREAK = re.compile(rf"-(?<=[^\W_]-){LINE_END}")
NOT_SIGN = "\u00ac"
"""What some programs write where a line breaks a word, as others do a soft hyphen."""
_BREAK = re.compile(rf"{_HYPHEN_BREAK.pattern}|(?P<sure>{NOT_SIGN}(?<={LETTER}.){LINE_END})")

_PART = re.compile(rf"{LETTER}+")
_SPACE = re.compile(r"\s")
_WRAPPED = re.compile(r"[\w,][ \t]*\r?\n[ \t]*(\w)")
_WORD = re.compile(rf"{LETTER}+(?:-{LETTER}+)*")

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


def may_have_some(text: str) -> bool:
    """Whether a line may break a word: soon told, and of most texts not so."""
    return NOT_SIGN in text or _HYPHEN_BREAK.search(text) is not None


def broken_words(text: str) -> Iterator[Edit]:
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
        yield Edit(start + 1 if keeps else start, end, "")
        space = _SPACE.search(text, end, after)
        if wrapped and space and space.group() in " \t":
            yield Edit(*space.span(), "\n")


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
