"""The languages that articles are read in, side by side; none knows another."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import filterfalse

from tui.extract.languages.language import Language


def _english() -> Language:
    from tui.extract.languages.en import ENGLISH

    return ENGLISH


_LANGUAGES: dict[str, Callable[[], Language]] = {"en": _english}
"""The languages by their BCP 47 code. Each is imported when the first article in it is met."""


@cache
def get(code: str) -> Language:
    """A language by its code."""
    return _LANGUAGES[code]()


_ENGLISH = frozenset(
    "the of and to in a is that for on was with as it by at from be are has have said not".split()
)
_LETTERS = re.compile(r"[^\W\d_]++")


def of(text: str) -> str:
    """The language of a text: "en", or "" where it is another one."""
    return "en" if _share_of_english(text[:20_000]) >= 0.12 else ""


def _share_of_english(words: str) -> float:
    # What stands between spaces is mostly a word already; the rest is searched for words.
    chunks = words.lower().split()
    plain = list(filter(str.isalpha, chunks))
    rest = _LETTERS.findall(" ".join(filterfalse(str.isalpha, chunks)))
    known = sum(map(_ENGLISH.__contains__, plain)) + sum(map(_ENGLISH.__contains__, rest))
    return known / max(1, len(plain) + len(rest))
