"""Words that are written much the same: a letter more, less, other, or two exchanged.

A vocabulary is asked by letters first: words of about the same length whose sets of
letters differ little, found by comparing one number a word, and only for those the edits
are counted. For the 40,000 words of 100,000 quotes that takes 5 ms, where the standard
library's ``difflib.get_close_matches`` takes 83 (``python -m tests.bench.search``).
``rapidfuzz`` takes 2, and 13 to import: it gains nothing that a reader would notice, and
would have to be installed.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from tui.edit_distance import distance


def allowed(letters: str) -> int:
    """How many edits a word of a query may be away: none for numbers and the shortest."""
    if len(letters) < 3 or any(letter.isdigit() for letter in letters):
        return 0
    return 1 if len(letters) < 6 else 2


def is_near(word: str, typed: str) -> bool:
    """Whether a word is one that ``typed~`` asks for."""
    most = allowed(typed)
    return distance(word, typed, most) <= most


def _letters_of(word: str) -> int:
    """The set of a word's letters as the bits of one number."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


class Spellings:
    """A sorted vocabulary, asked for the words near one that is typed."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._by_length: dict[int, tuple[array[int], array[int]]] = {}
        for at, word in enumerate(words):
            places, letters = self._by_length.setdefault(len(word), (array("I"), array("I")))
            places.append(at)
            letters.append(_letters_of(word))

    def near(self, typed: str, most: int) -> list[tuple[int, int]]:
        """The words at most so many edits away: how many, and the word's place."""
        wanted = _letters_of(typed)
        found = []
        for length in range(len(typed) - most, len(typed) + most + 1):
            places, letters = self._by_length.get(length, (array("I"), array("I")))
            for place, having in zip(places, letters, strict=True):
                # An edit brings at most one letter in and one out.
                if (having ^ wanted).bit_count() <= 2 * most:
                    edits = distance(self._words[place], typed, most)
                    if edits <= most:
                        found.append((edits, place))
        return sorted(found)
