"""What a file holds, whatever its name says, and what is wrong with a text that can be read."""

from __future__ import annotations

import re

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,99}(?:<!--.{0,500}?-->\s{0,99})?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_MISREAD = re.compile(r"\w*(?:â€[œ\x9d\x9c™˜“”¦–—]?|[ÃÄÅ][\x80-\xbf‡‘’“”†ˆ‰Š‹ŒŽ•–—˜™š›œžŸ€])\w*")
_BEGINS_MISREAD = "âÃÄÅ"
_ESCAPED = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,5});")
FEWEST = 2
"""Signs of a kind, at least, before a text is said to be full of them."""


def is_page(data: bytes) -> bool:
    """Whether a file begins as a web page does."""
    return _PAGE.match(data, 0, 2_000) is not None


def remarks_on(text: str) -> tuple[str, ...]:
    """What is wrong with a text, and what would help."""
    found = []
    # To look for words costs more than all else that is done with most texts.
    misread = _MISREAD.findall(text) if any(each in text for each in _BEGINS_MISREAD) else []
    if len(misread) >= FEWEST:
        shown = next(((each, meant) for each in misread if (meant := _meant(each)).isalpha()), None)
        should = f": “{shown[0]}” should be “{shown[1]}”" if shown else ""
        found.append(
            f"garbled, being UTF-8 that was read as windows-1252{should};"
            " save it again from its source"
        )
    escaped = _ESCAPED.findall(text)
    if len(escaped) >= FEWEST:
        from html import unescape  # It has a table of two thousand names, and few texts need it.

        unescaped = {each: unescape(each) for each in escaped}
        escaped = [each for each in escaped if unescaped[each] != each]
        if len(escaped) >= FEWEST:
            found.append(
                f"escaped characters are left in it: {escaped[0]} for {unescaped[escaped[0]]};"
                " save it as text from the page itself"
            )
    return tuple(found)


def _meant(words: str) -> str:
    """What words were before they were read in the wrong encoding, "" where that does not show."""
    try:
        return words.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
