"""The file of a language, by which reports are compared, and how its entries are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from tui.disagreements.word_list import WordList

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class LanguageTable:
    """The file of a language."""

    table: Mapping[str, Any]

    def entry(self, *keys: str) -> Any:
        """What stands under some keys, one in the other; None where the file has none of it."""
        found: Any = self.table
        for key in keys:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def text(self, *keys: str) -> str:
        """The same where it is a text; "" where there is none."""
        return str(self.entry(*keys) or "")


class Entry(Generic[T]):
    """An attribute that stands in the file under some keys, and is made when it is asked for."""

    def __init__(self, make: Callable[[Any], T], keys: tuple[str, ...]) -> None:
        self._make, self._keys = make, keys

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, language: LanguageTable, owner: type) -> T:
        # Kept in the place of this, which is not asked again.
        found = language.__dict__[self._name] = self._make(language.entry(*self._keys))
        return found


def list_of(*keys: str) -> Entry[WordList]:
    """A list of words."""
    return Entry(lambda words: WordList(words if isinstance(words, str) else ""), keys)


def lists_of(*keys: str) -> Entry[Mapping[str, WordList]]:
    """Lists of words by their names."""
    return Entry(lambda lists: {name: WordList(each) for name, each in (lists or {}).items()}, keys)


def numbers_of(*keys: str) -> Entry[Mapping[str, int]]:
    """Numbers by their words."""
    return Entry(lambda numbers: dict(numbers or {}), keys)


def phrases_of(*keys: str) -> Entry[re.Pattern[str] | None]:
    """A pattern of phrases; None where there are none."""
    return Entry(lambda text: phrases(text) if text else None, keys)


@cache
def phrases(text: str) -> re.Pattern[str]:
    """Phrases of folded words, ".." standing for up to four words. Of some hundreds a text needs
    few."""
    each = [
        " ".join(re.escape(word) if word != ".." else "(?:\\S+ ){0,4}" for word in each.split())
        for each in " ".join(text.split()).split("|")
    ]
    joined = "|".join(phrase.replace("{0,4} ", "{0,4}") for phrase in each)
    return re.compile(rf"(?<!\S)(?:{joined})(?!\S)")
