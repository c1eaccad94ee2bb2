"""The signs that drawings are made of, and what stands for them where a terminal has none.

Everything is drawn in Unicode; what an encoding lacks is replaced sign by sign, each by
one that takes as many cells. So a drawing keeps its shape in ASCII, and there is one
table however many charts there are.
"""

from __future__ import annotations

import codecs
import unicodedata
from functools import lru_cache

STATUS_SIGNS = {"happened": "●", "ongoing": "◐", "planned": "○", "alleged": "?", "demanded": "!"}
"""What an event is, by its status."""

EIGHTHS = " ▁▂▃▄▅▆▇█"
"""A cell filled from its foot, in eighths."""

_SIGNS = {
    # Lines and bars: a heavy one, a light one, corners and ends.
    "━═": "=",
    "╸╺╴╶─┄┈╌–—‒―‐‑−▔": "-",
    "│┃║╎┆┊▏▎▍▌▐▕": "|",
    "┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛╔╗╚╝╞╡╪": "+",
    "▁_": "_",
    # Fillings: neighbours stay told apart.
    "█■▮▆▇": "#",
    "▓▄▀▅": "%",
    "▒◆◇": "+",
    "░▂▃": ":",
    "╱⟋": "/",
    "╲⟍": "\\",
    # Points, seats and signs.
    "●⬤◉•∙▪": "*",
    "○◯◌▫□▭": "o",
    "◐◑◒◓": "@",
    "·": ".",
    "▲△▴▵↑⌃": "^",
    "▼▽▾▿↓⌄": "v",
    "▶▸►›»→⇒❯": ">",
    "◀◂◄‹«←⇐❮": "<",
    "✓✔☑": "x",
    "✗✘×": "x",
    "✎": "&",
    "⚑": "!",
    "±": "%",
    "†‡": "+",
    "≠": "#",
    "≈": "~",
    "…": ".",
    # Marks of quotation.
    "“”„‟″": '"',
    "‘’‚‛′": "'",
    "⌫": "<",
    "␛": "?",
}

_TABLE = {sign: plain for signs, plain in _SIGNS.items() for sign in signs}
# Letters that no decomposition makes plain.
_TABLE |= dict(zip("đĐłŁøØæÆœŒßıðÐþÞ", "dDlLoOaAoOsidDtT", strict=True))

WIDER = {"≤": ("?", "<="), "≥": ("?", ">=")}
"""Signs that one cell cannot replace without saying something else: they take the space
before them too, and without one say that they are not known."""

BRAILLE = range(0x2800, 0x2900)


def has_all_signs(encoding: str) -> bool:
    """Whether an encoding has every sign, as UTF-8 has."""
    try:
        return codecs.lookup(encoding).name.startswith("utf")
    except LookupError:
        return False


def in_encoding(text: str, encoding: str) -> str:
    """The text with what the encoding lacks replaced, cell by cell."""
    if text.isascii() or has_all_signs(encoding):
        return text
    for sign, (plain, wider) in WIDER.items():
        if sign in text and _shown(sign, encoding) == plain:
            text = text.replace(f" {sign}", wider)
    return "".join(_shown(character, encoding) for character in text)


@lru_cache(maxsize=4096)
def _shown(character: str, encoding: str) -> str:
    if character.isascii():
        return character
    try:
        character.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return _plain(character)
    return character


def _plain(character: str) -> str:
    if character in _TABLE:
        return _TABLE[character]
    if ord(character) in BRAILLE:
        # The more dots, the darker the sign.
        return " .::++##@"[(ord(character) - BRAILLE.start).bit_count()]
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return ""
    base = unicodedata.normalize("NFKD", character)[0]
    if base.isascii() and base.isprintable():
        return base
    return "??" if unicodedata.east_asian_width(character) in "WF" else "?"
