"""What in marks is a title and no speech: of a broadcast, a book, a song.

The words before say so ("a song called"), or the outlet and the kind of work do ("on CNN’s",
"the author of"), where the words in the marks are written as titles are.
"""

from __future__ import annotations

import re

from tui.extract.languages.en import lexicon as lex
from tui.extract.text.quotation_marks import QuotedSpan

LONGEST = 8
"""Words of the longest title: of more, somebody writes every word with a capital."""
_WORDS = re.compile(r"\w+(?:[’']\w+)*")
_SMALL = frozenset("a an the of in on at to for from with and or by as vs".split())

WORKS = re.compile(
    r"(?:\b[A-Z]{2,}(?:\s[A-Z]\w+){0,2}['’]s|\b(?:television|radio)['’]s"
    r"|\b(?:shows?|program(?:me)?s?|podcasts?|books?|memoirs?|novels?|plays?|films?|movies?"
    r"|dramas?|sitcoms?|series|albums?|songs?|anthems?|musicals?|documentar(?:y|ies)|tunes?"
    r"|pseudonyms?|(?:episodes?|(?:co-)?(?:hosts?|authors?|editors?)|stars?|revival|version"
    r"|premiere|broadcasts?|tune|sounds|strains|edition|lyrics)\sof|starr?(?:ed|ing|s)\sin"
    r"|host(?:s|ed|ing)|appear(?:ed|ing|s|ances?)?\son|interview(?:ed)?\s(?:with|on|by)"
    r"|t(?:old|ells?|elling)|said\son|sp(?:eaks?|eaking|oke)\s(?:on|to|with)),?)\s+$"
)
"""What stands before the marks around the name of a work: what it is, who made it, who
broadcasts it."""
BEHIND = re.compile(
    r"\s(?:(?:TV|radio|cable|talk|theme|reality)\s)?(?:shows?|program(?:me)?s?|podcasts?|series|songs?"
    r"|hats?|caps?|(?:t-)?shirts?|buttons?|stickers?|signs|banners|placards|rall(?:y|ies)|tours?"
    r"|pageants?|campaigns?)\b",
    re.IGNORECASE,
)
"""What stands behind it: what it is, or what it is written on."""
CAUSE = re.compile(r"\s(?:camp|movement)", re.IGNORECASE)
"""What stands behind the name of what some people want."""
SHOWN = re.compile(
    r"(?:['’]s|\b(?:on|in|spot|ad|essay|column|commentary|editorial|speech|entitled|a|an|his|her"
    r"|the \d{4}),?)\s$"
)
"""What may stand there too, and before speech as well."""


def is_title(text: str, quote: QuotedSpan) -> bool:
    """Whether the words before say that the marks hold a name or a title."""
    return (
        lex.titled(text, quote.open)
        or is_work(text, quote)
        or _is_markup(text, quote)
        or CAUSE.match(text, quote.close) is not None
    )


def is_work(text: str, quote: QuotedSpan) -> bool:
    """Whether the marks hold the name of a work, which is a name as others are."""
    if not _stands(WORKS, text, quote, 40) and not BEHIND.match(text, quote.close):
        return False
    return _capital(text, quote) > 0


def _is_markup(text: str, quote: QuotedSpan) -> bool:
    """Whether it is a value in what was meant for a browser: ``<a href="...">``."""
    return text[quote.open - 1 : quote.open] == "="


def may_be_title(text: str, quote: QuotedSpan, said: bool) -> bool:
    """Whether the words in the marks are written as a title is; where a cue governs them, the
    words before have to allow it too."""
    words = [word for word in _words(text, quote) if len(word) > 3]
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    return not said or _stands(SHOWN, text, quote, 30)


def _stands(what: re.Pattern[str], text: str, quote: QuotedSpan, room: int) -> bool:
    return what.search(text, max(0, quote.open - room), quote.open) is not None


def _words(text: str, quote: QuotedSpan) -> list[str]:
    found = _WORDS.findall(text, quote.start, quote.end)
    return found if len(found) <= LONGEST else []


def _capital(text: str, quote: QuotedSpan) -> int:
    """How many words that carry a meaning are written with a capital; 0 where not all are."""
    words = [word for word in _words(text, quote) if word.lower() not in _SMALL]
    return len(words) if all(not word[0].islower() for word in words) else 0
