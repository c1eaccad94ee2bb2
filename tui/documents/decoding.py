"""From bytes to text: the encoding is recognised, or the file is refused.

A name read in the wrong encoding is a wrong name ("Tepię"), so nothing is taken that does
not show what it is: a byte order mark, valid UTF-8, a page's own declaration, or letters
that make sense in one of the 8-bit encodings of the region and in no other. General
detectors guess here: they take English reports with a few Serbian names for Baltic ones.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tui.files import Refused


class Decoded(NamedTuple):
    """A text, and the name of the encoding whose decoding of the file gives it."""

    text: str
    encoding: str


_MARKS = (
    # The longer mark first: UTF-32's begins with UTF-16's.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)

_DECLARABLE = {
    # What the web calls Latin-1 is Windows-1252.
    **dict.fromkeys(("iso8859-1", "ascii", "cp1252"), "windows-1252"),
    **{f"cp{number}": f"windows-{number}" for number in (1250, 1251, 1253, 1254, 1257)},
    **{f"iso8859-{number}": f"iso-8859-{number}" for number in (2, 3, 4, 5, 7, 9, 10, 13, 15, 16)},
    **{name: name for name in ("koi8-r", "koi8-u", "gb18030", "gbk", "big5", "shift_jis")},
    **{name: name for name in ("euc_jp", "euc_kr", "mac-roman", "mac-cyrillic")},
}
"""The encodings that a page may declare, by the names of Python's codecs."""


def decode(data: bytes, *, page: bool = False) -> Decoded:
    """The text of a file's bytes; Refused where no encoding shows.

    UTF-8's byte order mark stays a character of the text, since offsets count the file's
    code points; those of UTF-16 and UTF-32 are no characters to whoever decodes these.
    """
    decoded = _decode(data, page)
    if "\0" in decoded.text:
        raise Refused("binary: it holds NUL bytes")
    if not decoded.text.strip("\ufeff").strip():
        raise Refused("empty")
    return decoded


def _decode(data: bytes, page: bool) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError as error:
                name = encoding.upper()
                raise Refused(f"not {name}, though marked so: byte {error.start + 1}") from error
    if b"\0" in data:
        raise Refused("binary: it holds NUL bytes")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        invalid = error
    why = f"not UTF-8: byte {invalid.start + 1} is 0x{data[invalid.start]:02x}"
    if _mostly_utf8(data):
        raise Refused(why)
    declared = _declared(data) if page else ""
    if declared:
        try:
            return Decoded(data.decode(declared), declared)
        except UnicodeDecodeError as error:
            raise Refused(f"not {declared}, though declared so: byte {error.start + 1}") from error
    found = _of_the_region(data)
    if found is None:
        raise Refused(f"{why}, and no other encoding shows; save it as UTF-8")
    return found


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data, 0, 8192)
    if not found:
        return ""
    try:
        return _DECLARABLE.get(codecs.lookup(found[1].decode("ascii")).name, "")
    except LookupError:
        return ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether a text is UTF-8 with a few bytes amiss: then no other reading makes sense."""
    text = data.decode("utf-8", "replace")
    invalid = text.count("\ufffd")
    valid = sum(len(run) for run in re.findall(r"[^\x00-\x7f\ufffd]+", text))
    return valid >= invalid


# ------------------------------------------------------- the region's 8-bit encodings

_SIGNS = frozenset("“”‘’„‚«»‹›–—…•·€£§©®™°±²³½¼¾ªº´¨µ¶×¿¡\u00a0\u00ad")
"""Signs that a report may hold besides letters."""

_WITHIN = frozenset("’‘–—…·´®™\u00ad\u00a0")
"""Those of them that may stand between two letters."""

_SERBIAN = re.compile(r"[čćđČĆĐ]|(?<=[a-zA-Z])[łąśźżşľ]|[łśźżşľ](?=[a-z])")
"""Letters of Windows-1250 whose bytes are rare letters, or none, in Windows-1252."""

_FRENCH = re.compile(r"è(?=[b-df-hj-np-tv-z]{1,2}(?:e|es|s)?\b|[b-df-hj-np-tv-z]e)|è\b")
"""``è`` where French has it (Molière, Genève, très); it is the byte of ``č``."""

_WESTERN = re.compile(r"[àêïñûãåøõùòìÀÊÏÑÛÃÅØÙ]")
"""Letters of Windows-1252 that few reports have in the other reading (ŕęďńűăĺřőůňě)."""


def _of_the_region(data: bytes) -> Decoded | None:
    """The text in the only 8-bit encoding in which its letters make sense."""
    cyrillic = _as(data, "windows-1251")
    if cyrillic and _in_runs(cyrillic.text):
        return cyrillic if not re.search(r"[а-яђјљњћџ][А-ЯЂЈЉЊЋЏ]", cyrillic.text) else None
    central, western = _as(data, "windows-1250"), _as(data, "windows-1252")
    if central and re.search(r"[ąľ]|\b[©®](?=[a-z])", central.text):
        older = _as(data, "iso-8859-2")
        if older and re.search(r"[čćđČĆĐ]", older.text) and _makes_sense(older.text):
            return older
    central = central if central and _makes_sense(central.text) else None
    western = western if western and _makes_sense(western.text) else None
    if central is None or western is None:
        # One reading alone makes sense; it must have something that speaks for it.
        if central and _SERBIAN.search(central.text):
            return central
        return western
    if central.text == western.text:
        return western
    french = len(_FRENCH.findall(western.text))
    ours = len(_SERBIAN.findall(central.text)) - french
    theirs = len(_WESTERN.findall(western.text)) + french
    if ours >= 3 * theirs and ours > 0:
        return central
    return western if theirs >= 3 * ours else None


def _as(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _in_runs(text: str) -> bool:
    """Whether the letters beyond ASCII stand in words of their own, as Cyrillic ones do."""
    runs = re.findall(r"[^\W\d_\x00-\x7f]+", text)
    letters = sum(len(run) for run in runs)
    common = sum(len(run) for run in re.findall(r"[а-яёА-ЯЁђјљњћџЂЈЉЊЋЏ]{3,}", text))
    return letters > 0 and common > letters * 0.6


def _makes_sense(text: str) -> bool:
    """Whether no sign or capital stands where none belongs: in the middle of a word."""
    for found in re.finditer(r"[^\x00-\x7f]|[\x00-\x08\x0b\x0e-\x1f\x7f]", text):
        character, at = found.group(), found.start()
        before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        if character.isalpha() and character not in "ªºµ":
            capitals = after.isupper() and not before.isalpha() and text[at + 2 : at + 3].islower()
            amiss = character.isupper() and (
                before.islower() or before in tuple(",.!?") or capitals
            )
        else:
            inside = before.isalpha() and after.isalpha()
            amiss = character not in (_WITHIN if inside else _SIGNS)
        if amiss:
            return False
    return True
