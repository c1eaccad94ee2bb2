"""The languages that articles are read in, side by side; none knows another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from tui.extract.languages import recognition
from tui.extract.languages.language import Language
from tui.extract.languages.recognition import is_short
from tui.extract.text.late_pattern import patterns_kept

__all__ = ["get", "has_rules", "is_short", "of"]


def _english() -> Language:
    with patterns_kept("english"):
        from tui.extract.languages.en import ENGLISH

    return ENGLISH


def _serbian() -> Language:
    with patterns_kept("serbian"):
        from tui.extract.languages.sr import SERBIAN

    return SERBIAN


_LANGUAGES: dict[str, Callable[[], Language]] = {
    "en": _english,
    **dict.fromkeys(("sr", "hr", "bs", "cnr", "sh"), _serbian),
}
"""The languages with rules, by their primary BCP 47 subtag. Each is imported when the first
article in it is met."""

FEW_WORDS = "en"
"""The language whose rules read a text of too few words to tell, and of none of its small words."""


@cache
def get(code: str) -> Language:
    """The rules for a language, given as a BCP 47 code: those for none in particular where it
    has no rules of its own."""
    primary = recognition.primary(code)
    if primary in _LANGUAGES:
        return _LANGUAGES[primary]()

    from tui.extract.languages.unknown import UNKNOWN

    return UNKNOWN


def has_rules(code: str) -> bool:
    """Whether articles in a language are read by rules of its own."""
    return recognition.primary(code) in _LANGUAGES


def of(text: str, declared: str = "") -> tuple[str, Language]:
    """The BCP 47 code of a text's language, "" where it is not known, and the rules that read
    the text. ``declared`` is the language that the file names."""
    code = recognition.agreed(declared, recognition.of(text))
    if code or not is_short(text):
        return code, get(code)
    likeliest = recognition.likeliest(text)
    return code, get(likeliest if has_rules(likeliest) else FEW_WORDS)
