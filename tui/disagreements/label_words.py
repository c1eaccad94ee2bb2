"""What a language gives so that labels are compared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from tui.disagreements.language_table import LanguageTable, list_of, lists_of


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

    _labels = lists_of("labels", "forms")

    _labelling = list_of("labels", "words")

    @cached_property
    def _stands(self) -> re.Pattern[str] | None:
        pattern = self.text("labels", "made_of")
        return re.compile(pattern) if pattern else None

    @cached_property
    def of_others(self) -> re.Pattern[str] | None:
        """What begins words about somebody else: "a leader of the center-right alliance"."""
        words = self.text("labels", "of_others").split()
        joined = "|".join(map(re.escape, words))
        return re.compile(rf"\b(?:{joined})\b|[\"“„«]", re.IGNORECASE) if words else None

    @cached_property
    def abroad(self) -> Mapping[str, str]:
        """Sides abroad by their names: who is pro-Moscow is pro-Russian."""
        sides = self.entry("labels", "abroad") or {}
        return {name: side for side, names in sides.items() for name in names.split()}

    @cached_property
    def implied(self) -> Mapping[str, str]:
        """What labels mean as well: who is far-right is right-wing."""
        return dict(self.entry("labels", "implied") or {})

    sorts_of_labels = lists_of("labels", "sorts")
    """The sorts of labels that tell something else than where somebody leans."""
