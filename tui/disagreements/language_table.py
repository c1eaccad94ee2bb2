"""The file of a language, by which reports are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tui.disagreements.word_list import WordList


@dataclass(frozen=True, eq=False)
class LanguageTable:
    """The file of a language, and its lists of words."""

    table: Mapping[str, Any]

    def _list(self, *keys: str) -> WordList:
        found: Any = self.table
        for key in keys:
            found = found.get(key, {}) if isinstance(found, Mapping) else {}
        return WordList(found if isinstance(found, str) else "")

    def _lists(self, *keys: str) -> Mapping[str, WordList]:
        found: Any = self.table
        for key in keys:
            found = found.get(key, {})
        return {name: WordList(words) for name, words in found.items()}
