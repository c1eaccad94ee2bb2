"""What a language gives so that labels are compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from tui.disagreements.language_table import LanguageTable
from tui.disagreements.word_list import WordList


class LabelWords(LanguageTable):
    """The words of one language that place somebody in politics."""

    def label(self, word: str) -> str:
        """What a folded word says of somebody's place in politics, in English and in one
        spelling; "" where it says nothing of it."""
        for label, forms in self._labels.items():
            if word in forms:
                return label
        if word in self._labelling or (self._stands and self._stands.fullmatch(word)):
            return re.sub(r"^centre", "center", word).replace(" ", "-")
        return ""

    @cached_property
    def _labels(self) -> Mapping[str, WordList]:
        return self._lists("labels", "forms")

    @cached_property
    def _labelling(self) -> WordList:
        return self._list("labels", "words")

    @cached_property
    def _stands(self) -> re.Pattern[str] | None:
        pattern = self.table.get("labels", {}).get("made_of", "")
        return re.compile(pattern) if pattern else None

    @cached_property
    def of_others(self) -> re.Pattern[str] | None:
        """What begins words about somebody else: "a leader of the center-right alliance"."""
        words = self.table.get("labels", {}).get("of_others", "").split()
        joined = "|".join(map(re.escape, words))
        return re.compile(rf"\b(?:{joined})\b|[\"“„«]", re.IGNORECASE) if words else None

    @cached_property
    def abroad(self) -> Mapping[str, str]:
        """Sides abroad by their names: who is pro-Moscow is pro-Russian."""
        sides = self.table.get("labels", {}).get("abroad", {})
        return {name: side for side, names in sides.items() for name in names.split()}

    @cached_property
    def implied(self) -> Mapping[str, str]:
        """What labels mean as well: who is far-right is right-wing."""
        return dict(self.table.get("labels", {}).get("implied", {}))

    @cached_property
    def sorts_of_labels(self) -> Mapping[str, WordList]:
        """The sorts of labels that tell something else than where somebody leans."""
        return self._lists("labels", "sorts")
