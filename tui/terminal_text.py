"""The one cleaner of text that is shown: no character of a source acts on a terminal.

A terminal obeys control characters, and directional ones make a line read as what it is
not. :func:`plain` puts a visible, harmless character in the place of each, one for one,
so that every offset into the text holds before and after.
"""

from __future__ import annotations

import re
import unicodedata

ACTING = re.compile(
    "["
    "\x00-\x09\x0b-\x1f"  # C0 without the line feed
    "\x7f-\x9f"  # DEL and C1, the next line (U+0085) among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # what turns the direction of writing
    "\u2028\u2029"  # line and paragraph separators
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear annotation
    "\ud800-\udfff"  # lone surrogates, which no terminal's encoding can carry
    "\U000e0000-\U000e007f"  # tags: a text that nobody sees
    "]"
)
"""The characters that act. Joiners, soft hyphens and zero-width spaces are not among
them: words are written with them, and a terminal draws them as nothing."""

_BLANK = {"\t": " ", "\r": " "}


def sanitized(text: str) -> str:
    """The text with every character that acts replaced by one that shows; as long as before."""
    return ACTING.sub(_visible, text) if ACTING.search(text) else text


def one_line(text: str) -> str:
    """The plain text on one line, every run of white space a single space."""
    return " ".join(sanitized(text).split())


def _visible(found: re.Match[str]) -> str:
    character = found.group()
    if character in _BLANK:
        return _BLANK[character]
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def cell_width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(_cells_of(character) for character in text)


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def truncated(text: str, room: int) -> str:
    """A text that takes at most so many cells, with an ellipsis for what is left out."""
    if cell_width(text) <= room:
        return text
    taken, at = 0, 0
    while at < len(text) and taken + _cells_of(text[at]) <= room - 1:
        taken += _cells_of(text[at])
        at += 1
    return f"{text[:at].rstrip()}…"


def padded(text: str, room: int, *, right: bool = False) -> str:
    """A text of exactly so many cells, at their left or right."""
    text = truncated(text, room)
    space = " " * (room - cell_width(text))
    return space + text if right else text + space
