"""Folding: text as people type it, with the way back to every original letter.

``vucic``, ``Vučić`` and ``Вучић`` fold to the same letters. Đ is written ``Đ``, ``Dj`` and
``D``, so all three fold to ``d``. A :class:`Folded` knows which stretch of the original
every stretch of folded letters comes from, so that what is highlighted is the original.

Serbian and Macedonian Cyrillic is romanised by the library ``cyrtranslit``. Like every
such library it gives a string for a string and no offsets; asked for one letter at a time
it cannot lose them, and as each letter is asked for once, and the library imported when
the first Cyrillic letter is met, a Latin text does not pay for it. What stands in the
table here is what no such library decides: letters that no decomposition takes apart,
marks, and the Cyrillic of other languages as newspapers (not library catalogues) write it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from tui.cleaning import clean_text, cleaned


def _pairs(table: str) -> dict[str, str]:
    cells = table.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


_LETTERS = {
    # Russian, Ukrainian and Bulgarian, as newspapers romanise them
    **_pairs("ё e  й y  щ shch  ы y  э e  ю yu  я ya  є ye  і i  ї yi  ґ g  ў w"),
    **dict.fromkeys("ъь", ""),
    # Latin letters that no decomposition takes apart
    **_pairs("đ d  ð d  ħ h  ı i  ł l  ø o  ŧ t  þ th  ß ss  æ ae  œ oe  ǆ dz  ǉ lj  ǌ nj"),
    **dict.fromkeys("‘’‚‛′ʼ`´ʻ", "'"),
    **dict.fromkeys("“”„‟″«»‹›〝〞", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    "…": "...",
}


class _Table(dict[int, str]):
    """What each character folds to, by its code, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """What one character folds to: letters that fold to themselves."""
    lower = character.lower()
    if lower in _LETTERS:
        return _LETTERS[lower]
    kept = []
    for part in unicodedata.normalize("NFKD", _romanised(lower)).casefold():
        category = unicodedata.category(part)
        if category in ("Mn", "Me", "Cf"):
            continue
        if category[0] in "ZC":
            kept.append(" ")
        else:
            kept.append(_LETTERS.get(part, part))
    folded = "".join(kept)
    if folded in (character, lower):
        return folded
    # Some letters come apart into letters that come apart.
    return "".join(_TABLE[ord(part)] for part in folded)


def _romanised(letter: str) -> str:
    """A lower-case letter of the Serbian or Macedonian alphabet in Latin ones."""
    if not "\u0400" <= letter[:1] <= "\u04ff":
        return letter
    from cyrtranslit import to_latin

    latin: str = to_latin(letter, "sr")
    return to_latin(letter, "mk") if latin == letter else latin


_TABLE = _Table()

# ``Dj`` is how Đ is written where there is no Đ. English has the two letters together
# after an a alone (adjust, adjourn), and there they stay.
DJ_WITHOUT_ITS_LETTER = r"(?<!\ba)dj+"
_DJ = re.compile(DJ_WITHOUT_ITS_LETTER)

_WRITTEN_WITH = (
    range(0xA0, 0x250),
    range(0x400, 0x460),
    range(0x1E00, 0x1F00),
    range(0x2010, 0x203B),
)
"""The letters and marks of Latin and Cyrillic texts."""


def folded_letters() -> dict[str, str]:
    """What each letter and mark that these texts are written with folds to, where that is
    another, for a program that has not got this table."""
    letters = (chr(code) for codes in _WRITTEN_WITH for code in codes)
    return {each: _TABLE[ord(each)] for each in letters if _TABLE[ord(each)] != each}


class Folded(NamedTuple):
    """Folded text; ``starts[n]`` is where the original of its n-th letter begins, and
    the last of ``starts`` is where the original ends."""

    text: str
    starts: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that a stretch of folded letters comes from.

        An original letter that folds to several is in it whole, and so are the accents
        and the invisible characters that follow one.
        """
        if start >= end:
            return self.starts[start], self.starts[start]
        begin = self.starts[start]
        after = end
        while after < len(self.starts) - 1 and self.starts[after] == self.starts[end - 1]:
            after += 1
        return begin, self.starts[after]


def fold(text: str) -> Folded:
    """A text in the letters that people type, lower case, without accents.

    Words that are broken at the ends of lines are whole, as in :mod:`tui.cleaning`.
    """
    if "\n" in text:
        clean = cleaned(text)
        if not clean.identical:
            letters, starts = _fold(clean.text)
            origins = clean.starts()
            return Folded(letters, [origins[at] for at in starts])
    return _fold(text)


def _fold(text: str) -> Folded:
    if text.isascii():  # every one folds to one
        letters = text.translate(_TABLE)
        starts: Sequence[int] = range(len(text) + 1)
    else:
        pieces = [_TABLE[ord(character)] for character in text]
        letters = "".join(pieces)
        starts = [at for at, piece in enumerate(pieces) for _ in piece]
        starts.append(len(text))
    if "dj" not in letters:
        return Folded(letters, starts)
    kept = list(starts)
    for found in reversed(list(_DJ.finditer(letters))):
        del kept[found.start() + 1 : found.end()]
    return Folded(_DJ.sub("d", letters), kept)


def folded(text: str) -> str:
    """The same letters without the way back, for an index of many texts."""
    letters = (clean_text(text) if "\n" in text else text).translate(_TABLE)
    return _DJ.sub("d", letters) if "dj" in letters else letters
