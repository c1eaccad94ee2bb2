"""How Serbian interviews and transcripts word their labels, introductions and last lines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.extract.languages.language import TurnRules
from tui.extract.languages.sr.letters import cyrillic
from tui.extract.languages.sr.words import table

_TOLD = table("turns")


def _words(name: str) -> list[str]:
    """The words of a list in both alphabets."""
    return [each for word in _TOLD[name].split() for each in (word, cyrillic(word))]


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of some beginnings of phrases, in either alphabet."""
    both = [each for words in patterns for each in (words, cyrillic(words))]
    return re.compile("|".join(rf"\b{re.escape(each)}" for each in both), re.IGNORECASE)


_LEADS = frozenset(_words("leads"))

TURNS = TurnRules(
    unnamed=_LEADS | frozenset(_words("unnamed")),
    answers=frozenset(_words("answers")),
    leads=_LEADS,
    no_labels=frozenset(_words("no_labels")),
    interview=_any(_TOLD["interview"]),
    asked_by=_any(_TOLD["asked_by"]),
    press=_any(_TOLD["press"]),
    closing=_any(_TOLD["closing"]),
)
