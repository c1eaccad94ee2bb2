"""A list of words of a language, some of them only by how they begin."""

from __future__ import annotations

from collections.abc import Iterable


class WordList:
    """Words, and with a ``*`` the beginnings of words."""

    def __init__(self, words: str) -> None:
        every = words.split()
        self.words = frozenset(each for each in every if not each.endswith("*"))
        self._beginnings = tuple(each[:-1] for each in every if each.endswith("*"))

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.startswith(self._beginnings)

    def __bool__(self) -> bool:
        return bool(self.words or self._beginnings)

    def any_of(self, words: Iterable[str]) -> bool:
        """Whether one of some folded words is on the list."""
        return any(word in self for word in words)
