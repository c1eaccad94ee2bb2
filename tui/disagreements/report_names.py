"""The names in reports as they are written, and as they are compared.

A name is compared by its words: "President Emil Vorga" and "Vorga" have one in common. A word
with a capital at the start of a sentence is a name where another report writes it so in the
middle of one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.disagreements.names import sound, stem
from tui.disagreements.words import ComparisonWords, spread, words_in
from tui.folding import folded
from tui.model import Anchor

LETTERS = 6
"""Letters by which two names are compared, at the most: "Serbia" and "Serbian" are one."""

MOST = 0.7
"""The share of words with capitals in a headline that writes all so."""

SHORTEST = 3
"""Letters of a word that may be a name, at the least."""

KEPT = 1 << 14
"""Words that are known as they are compared: most of a text are seen again and again."""

AROUND = 40
"""Characters around a list's name in which its leader may be named."""

_NAME = re.compile(r"(?<![.!?:”\"“] )(?<!^)(?<!\n)\b[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)*")
"""Words with a capital, or of an alphabet other than the Latin, inside a sentence."""

_START = re.compile(r"(?:^|[.!?:”\"“»)]\s+|\n\s*|[-–—]+\s+|[“\"„«(])$")
"""What stands before the first word of a sentence."""


class NameWords(NamedTuple):
    """The words with a capital in a text: those in the middle of sentences, and the first."""

    inside: frozenset[str]
    first: frozenset[str]


def names_in(text: str, words: ComparisonWords) -> NameWords:
    """The words with a capital in a text, as they are compared."""
    inside: set[str] = set()
    first: set[str] = set()
    headline = _capitals(text)
    for word, start in spread(text):
        if word[:1].isupper() and (key := name_key(word, words)):
            # A word all in capitals begins a report, by its place.
            begins = not word.isupper() and _START.search(text, max(0, start - 4), start)
            (first if begins or start < headline else inside).add(sys.intern(key))
    return NameWords(frozenset(inside), frozenset(first))


@lru_cache(KEPT)
def name_key(word: str, words: ComparisonWords) -> str:
    """A word of a name as it is compared; "" where it tells no one from another."""
    plain = re.sub(r"[’']s?$", "", word)
    letters = folded(plain)
    if len(letters) < SHORTEST or letters in words.calendar or letters in words.offices:
        return ""
    return (stem(plain) if words.declined else sound(plain))[:LETTERS]


def _capitals(text: str) -> int:
    """Where a first line ends in which nearly all words have capitals, so that none is a name
    for that; 0 where it is another."""
    line = text.partition("\n")[0]
    long = [word for word, _ in spread(line) if len(word) > SHORTEST]
    return len(line) if sum(word[0].isupper() for word in long) > MOST * len(long) else 0


def leaders_beside(text: str, mentions: Iterable[Anchor], words: ComparisonWords) -> Iterator[str]:
    """The names of those who are said to lead a list in the words around its mentions, as they are
    compared: "Kestrin's Civic Pact"."""
    for at in mentions:
        before = text[max(0, at.start - AROUND) : at.start]
        behind = text[at.end : at.end + AROUND]
        owner = words.owned.search(before) if words.owned else None
        found = [owner.group(1)] if owner else []
        if words.led.any_of(words_in(behind)[:1]):
            found += capitals(re.split(r"[,.;\n(]", behind)[0])
        yield from filter(None, (name_key(word, words) for word in found))


def capitals(text: str) -> list[str]:
    """The words of a text with a capital."""
    return [word for word, _ in spread(text) if word[0].isupper()]


def written_names(text: str, words: ComparisonWords) -> Iterator[tuple[str, int]]:
    """The names in a text as they are written, each with where it begins; less exactly than
    actors are found, but in any text at once."""
    for found in _NAME.finditer(text):
        parts = found.group().split(" ")
        kept = next((n for n, part in enumerate(parts) if not part[0].isupper()), len(parts))
        name = " ".join(parts[:kept])
        if name and not words.calendar.any_of(words_in(name)):
            yield name, found.start()
