"""A text as its readers see it, and the way back to the offsets of its source.

Files hold characters that nobody sees: soft hyphens, zero-width spaces and joiners, marks of
writing direction, accents as signs of their own (``c`` + U+030C), and what a PDF leaves where a
line or a page ends. They cut names in two and hide figures. :func:`cleaned` takes them out in
one place; the rules, the search and the comparison of texts all read its result. An
:class:`~tui.offset_map.OffsetMap` leads every position in a cleaned text back to the source.

What is taken out or replaced, in this order:

1. Invisible characters go. Rare spaces and hyphens become the plain ones, and a quotation mark
   that is set as two single ones becomes the double one.
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
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import combining, normalize

from tui.broken_words import LETTER, LINE_END, NOT_SIGN, broken_words, may_have_some
from tui.offset_map import Edit, OffsetMap

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
"""Characters that are drawn as nothing, as the inside of a character class."""

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011"
_ACCENTS = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_TWO_SINGLE = "‘‘|’’(?!’)"
"""A double quotation mark that is set as two single ones, as some news agencies do: the outer ones
of three."""
_REPLACED = re.compile(
    f"[{INVISIBLE}]+|(?P<space>[{_SPACES}])|(?P<hyphen>[{_HYPHENS}])|(?P<marks>{_TWO_SINGLE}|[“”„])"
)
_ACCENT = re.compile(f"[{_ACCENTS}]")
_ACCENTED = re.compile(rf"{LETTER}[{_ACCENTS}]+")
_UNUSUAL = re.compile(f"[\u00ac{INVISIBLE}{_SPACES}{_HYPHENS}{_ACCENTS}]")
_TO_THE_NEXT_LINE = re.compile(LINE_END)
_SOFT_HYPHEN = "\u00ad"


@lru_cache(1)  # Whether a text says anything is asked, then what its words are.
def cleaned(source: str) -> OffsetMap:
    """A text as its readers see it."""
    clean = OffsetMap(source)
    if not source.isascii() and ("‘‘" in source or "’’" in source or _UNUSUAL.search(source)):
        clean = clean.edited(_replacements(source))
        if _ACCENT.search(clean.text):
            clean = clean.edited(_composed(clean.text))
    if "\f" in source or "Page " in source:
        from tui.page_breaks import Pages  # Few texts have pages.

        clean = clean.edited(Pages(clean.text).edits())
    if may_have_some(clean.text):
        clean = clean.edited(broken_words(clean.text))
    return clean


def clean_text(source: str) -> str:
    """The same without the way back."""
    return cleaned(source).text


def _replacements(text: str) -> Iterator[Edit]:
    opened = 0
    for found in _REPLACED.finditer(text):
        start, end = found.span()
        if found["space"]:
            instead = " "
        elif found["hyphen"]:
            instead = "-"
        elif found["marks"]:
            opens = found["marks"] in ("‘‘", "“", "„")
            # Two that close where nothing is open are a genitive and the end of a quotation.
            stays = end - start == 1 or not (opens or opened)
            opened = max(0, opened + (1 if opens else -1))
            if stays:
                continue
            instead = "“" if opens else "”"
        else:
            # A soft hyphen at the end of a line is seen, and breaks a word.
            before = text[start - 1 : start]
            breaks = (
                _SOFT_HYPHEN in found.group()
                and (before.isalpha() or combining(before or " "))
                and _TO_THE_NEXT_LINE.match(text, end)
            )
            instead = NOT_SIGN if breaks else ""
        yield Edit(start, end, instead)


def _composed(text: str) -> Iterator[Edit]:
    """Letters with the accents that stand behind them. An accent of which there is no composed
    letter (a stress mark over a Cyrillic vowel) goes: the rules know letters alone."""
    for found in _ACCENTED.finditer(text):
        yield Edit(*found.span(), _composition(found.group()))


def _composition(letter_and_accents: str) -> str:
    letter = letter_and_accents[0]
    for accent in letter_and_accents[1:]:
        composed = normalize("NFC", letter + accent)
        letter = composed if len(composed) == 1 else letter
    return letter
