"""The two alphabets of Serbian read as one: words by a key that both share.

The key is what search folds a word to: Latin letters, small, without accents. The way back is
short, because rules take endings off a word as it is written and put others on in its letters.
"""

from __future__ import annotations

from functools import lru_cache

from tui.folding import folded

_CYRILLIC = dict(zip("abcdefghijklmnoprstuvz", "абцдефгхијклмнопрстувз", strict=True))
"""The letters that endings are made of."""


@lru_cache(1 << 15)
def key(word: str) -> str:
    """A word in small Latin letters without accents, in whichever alphabet it is written."""
    return folded(word.rstrip(".")) if len(word) > 1 else folded(word)


def is_cyrillic(word: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in word[:2])


def with_ending(word: str, taken: int, ending: str) -> str:
    """A word less its last letters, with an ending in its own alphabet and case."""
    stem = word[: len(word) - taken] if taken else word
    if is_cyrillic(word):
        ending = "".join(_CYRILLIC[letter] for letter in ending)
    return stem + (ending.upper() if len(word) > 2 and word.isupper() else ending)


_DIGRAPHS = {"љ": "lj", "њ": "nj", "џ": "dž"}
_LATIN = dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
_ROMAN = str.maketrans(
    {
        **_LATIN,
        **_DIGRAPHS,
        **{cyrillic.upper(): latin.upper() for cyrillic, latin in _LATIN.items()},
        **{cyrillic.upper(): latin.capitalize() for cyrillic, latin in _DIGRAPHS.items()},
    }
)


def latin(text: str) -> str:
    """Words in Latin letters, with their accents."""
    return text.translate(_ROMAN)


_CYRILLIC_LETTERS = {latin: cyrillic for cyrillic, latin in (*_DIGRAPHS.items(), *_LATIN.items())}


def cyrillic(text: str) -> str:
    """Words in Cyrillic letters: those of tables, in which "nj" is always one letter."""
    for latin_letter, letter in _CYRILLIC_LETTERS.items():
        text = text.replace(latin_letter, letter)
        text = text.replace(latin_letter.capitalize(), letter.upper())
        text = text.replace(latin_letter.upper(), letter.upper())
    return text
