"""A text as its words alone, each letter with the place where it stands in the text.

Accents, case, marks and the sort and number of spaces make no difference, nor does how
letters are composed: two texts that read the same are the same.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from functools import lru_cache


class BareWords:
    """The words of a text, one space between them and on either side."""

    def __init__(self, text: str) -> None:
        letters: list[str] = [" "]
        starts, ends = array("q", (0,)), array("q", (0,))
        for at, character in enumerate(text):
            for letter in _bare(character):
                if letter == " " and letters[-1] == " ":
                    continue
                letters.append(letter)
                starts.append(at)
                ends.append(at + 1)
            if not _bare(character) and unicodedata.combining(character):
                # An accent of its own belongs to the letter before it.
                ends[-1] = at + 1
        if letters[-1] != " ":
            letters.append(" ")
            starts.append(len(text))
            ends.append(len(text))
        self.letters = "".join(letters)
        self._starts, self._ends = starts, ends

    @property
    def words(self) -> str:
        """The words without the spaces around them."""
        return self.letters.strip()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where letters from one to another stand in the text."""
        return self._starts[start], self._ends[end - 1]

    def place(self, offset: int) -> int:
        """The first letter that stands at an offset of the text or behind it."""
        return bisect_left(self._starts, offset)

    def finds(self, words: str) -> list[int]:
        """The places from which on whole words follow each other."""
        found = []
        at = self.letters.find(f" {words} ") if words else -1
        while at >= 0:
            found.append(at + 1)
            at = self.letters.find(f" {words} ", at + 1)
        return found


@lru_cache(maxsize=4096)
def _bare(character: str) -> str:
    """A character as letters without accents, a space, or nothing."""
    kept = []
    for part in unicodedata.normalize("NFKD", character).casefold():
        if part.isalnum():
            kept.append(part)
        elif not unicodedata.combining(part) and unicodedata.category(part) != "Cf":
            kept.append(" ")
    return "".join(kept)


@lru_cache(maxsize=64)
def bare_words(text: str) -> BareWords:
    """The words of a text, which several targets may be looked for in."""
    return BareWords(text)


@lru_cache(maxsize=4096)
def bare(words: str) -> str:
    """A few words as their letters alone."""
    return BareWords(words).words
