"""The stems of words, by which the statements of two reports are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping

AT_HAND = 1 << 13
"""Words whose stems are at hand."""

_LEAST, _MOST = 3, 6
"""Letters that are left of a word without its endings, and by which it is compared."""


class Stemmer:
    """Takes the endings off folded words. ``endings`` are those of a language; ``forms`` has a
    line for each word that changes otherwise, its stem first; ``hollow`` tells of a word whether
    it says too little to be compared."""

    def __init__(self, endings: str, forms: str, hollow: Callable[[str], bool]) -> None:
        self._endings = endings.split()
        self._forms: Mapping[str, str] = {
            word: line.split()[0] for line in forms.splitlines() for word in line.split()
        }
        self._hollow = hollow
        self._stems: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """A word without its ending; "" where it says too little."""
        if word not in self._stems:
            if len(self._stems) >= AT_HAND:
                self._stems.clear()
            self._stems[word] = "" if self._hollow(word) else self._stem(word)
        return self._stems[word]

    def is_irregular(self, word: str) -> bool:
        """Whether a word has another form that no ending explains."""
        return word in self._forms

    def _stem(self, word: str) -> str:
        if word in self._forms:
            return self._forms[word]
        shorter = word
        while ending := next(
            (e for e in self._endings if shorter.endswith(e) and len(shorter) - len(e) >= _LEAST),
            "",
        ):
            shorter = shorter[: -len(ending)]
        return self._forms.get(shorter, shorter[:_MOST])
