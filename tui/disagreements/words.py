"""What a language gives so that the statements of two reports can be compared.

The words stand in ``languages/CODE.toml``, folded as :mod:`tui.folding` folds: ``uhaps*`` is
every word that begins so, in either alphabet. What is looked for in them is said here, once for
all languages. A language that has no file is compared by its numbers and names only.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from tui.folding import folded

_FOLDER = Path(__file__).with_name("languages")

_ALSO = {"hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr", "": "en"}
"""Languages that are compared by the words of another; a text too short to tell is English."""


class WordList:
    """Words, and with a ``*`` the beginnings of words."""

    def __init__(self, words: str) -> None:
        every = words.split()
        self.words = frozenset(each for each in every if not each.endswith("*"))
        self._beginnings = tuple(each[:-1] for each in every if each.endswith("*"))
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.startswith(self._beginnings)

    def __bool__(self) -> bool:
        return bool(self.words or self._beginnings)

    def any_of(self, words: Iterable[str]) -> bool:
        """Whether one of some folded words is on the list."""
        return any(word in self for word in words)


@dataclass(frozen=True)
class ComparisonWords:
    """The words of one language, as its file has them under the same names."""

    table: Mapping[str, Any]

    @property
    def declined(self) -> bool:
        """Whether names have cases."""
        return bool(self.table.get("declined", False))

    @cached_property
    def calendar(self) -> WordList:
        """The names of days and months, which are written like names."""
        return self._list("calendar")

    @cached_property
    def titles(self) -> WordList:
        """Words of titles that tell nothing of what a happening is."""
        return self._list("titles")

    @cached_property
    def offices(self) -> WordList:
        """Words that are written like names, but tell no one from another."""
        return self._list("offices")

    @cached_property
    def claims(self) -> WordList:
        """Words by which a number is somebody's."""
        return self._list("claims")

    def _list(self, *keys: str) -> WordList:
        found: Any = self.table
        for key in keys:
            found = found.get(key, {}) if isinstance(found, Mapping) else {}
        return WordList(found if isinstance(found, str) else "")

    @cached_property
    def no_kind(self) -> WordList:
        """Words of a contest's name that tell no kind of contest from another."""
        return self._list("contests", "no_kind")

    @cached_property
    def kinds(self) -> Mapping[str, Mapping[str, WordList]]:
        """What tells contests apart (the level, the round), and by which words."""
        return {
            axis: self._lists("contests", axis)
            for axis, words in self.table.get("contests", {}).items()
            if isinstance(words, Mapping)
        }

    @cached_property
    def sorts(self) -> Mapping[str, WordList]:
        """What a number of people counts, by what is said of them."""
        return self._lists("counts", "sorts")

    @cached_property
    def groups(self) -> Mapping[str, WordList]:
        """Whom a number counts, where that is somebody in particular."""
        return self._lists("counts", "groups")

    @cached_property
    def anybody(self) -> WordList:
        """Words for people of whatever group."""
        return self._list("counts", "anybody")

    @cached_property
    def parts(self) -> WordList:
        """Words before a number by which it is a part of another, or added to it."""
        return self._list("counts", "parts")

    @cached_property
    def parts_behind(self) -> WordList:
        """Words behind a number by which it is a part of another."""
        return self._list("counts", "parts_behind")

    def _lists(self, *keys: str) -> Mapping[str, WordList]:
        found: Any = self.table
        for key in keys:
            found = found.get(key, {})
        return {name: WordList(words) for name, words in found.items()}


@cache
def words_of(language: str) -> ComparisonWords:
    """The words of a language, given as a BCP 47 code; none where it has no file."""
    primary = language.split("-")[0]
    path = _FOLDER / f"{_ALSO.get(primary, primary)}.toml"
    known = path.stem in languages()
    return ComparisonWords(tomllib.loads(path.read_text("utf-8")) if known else {})


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@lru_cache(1 << 12)
def common_in_titles(word: str) -> bool:
    """Whether a folded word of a title tells nothing of what a happening is, in any language."""
    return any(word in words_of(each).titles for each in languages())


def words_in(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", folded(text))


def spread(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text as they stand, each with its place."""
    for found in re.finditer(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text):
        yield found.group(), found.start()
