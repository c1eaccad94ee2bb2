"""Folding: text as people type it, with the way back to every original letter.

``vucic``, ``Vučić`` and ``Вучић`` fold to the same letters. Đ is written ``Đ``, ``Dj`` and
``D``, so all three fold to ``d``. A :class:`Folded` knows which stretch of the original
every stretch of folded letters comes from, so that what is highlighted is the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple


def _pairs(table: str) -> dict[str, str]:
    cells = table.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


_LETTERS = {
    **dict(zip("абвгдезиклмнопрстуфхцјѕѐѝ", "abvgdeziklmnoprstufhcjzei", strict=True)),
    # Serbian and Macedonian
    **_pairs("ђ d  ж z  љ lj  њ nj  ћ c  ч c  џ dz  ш s  ѓ g  ќ k"),
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
    lower = character.lower()
    if lower in _LETTERS:
        return _LETTERS[lower]
    kept = []
    for part in unicodedata.normalize("NFKD", character).casefold():
        category = unicodedata.category(part)
        if category in ("Mn", "Me", "Cf"):
            continue
        if category[0] in "ZC":
            kept.append(" ")
        else:
            kept.append(_LETTERS.get(part, part))
    return "".join(kept)


_TABLE = _Table()

# ``Dj`` is how Đ is written where there is no Đ. English has the two letters together
# after an a alone (adjust, adjourn), and there they stay.
_DJ = re.compile(r"(?<!\ba)dj")


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
    """A text in the letters that people type, lower case, without accents."""
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
        del kept[found.start() + 1]
    return Folded(_DJ.sub("d", letters), kept)
