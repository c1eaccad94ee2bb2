"""Where an event takes place, as its words say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.extract.findings import Mention
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.happenings import noun_sort

_PLACE_NAME = r"[A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?"
_PLACE = re.compile(
    r"(?<![Pp]rize\s)\b(?:in|outside|near|at|inside|across|invasion of)\s(?:the\s)?"
    r"(?:(?:[A-Z]\w+\s)?(?:capital|city|town|village|region|province)(?:\s(?:of|city))?,?\s"
    r"|(?:(?!(?:from|by|to|with|for|and|or|on|at|that|who|which)\b)[a-z][\w’'-]{0,20}\s){0,5}?)"
    rf"(?P<place>{_PLACE_NAME}(?:\s{_PLACE_NAME}){{0,3}}(?:,\s{_PLACE_NAME})?)"
    r"(?!\w|['’]s\s[A-Z])"
)
_AFTER_PLACE = (
    lex.PREPOSITIONS
    | lex.CONJUNCTIONS
    | lex.ADVERBS
    | lex.SUBORDINATORS
    | lex.AUXILIARIES
    | frozenset({"to", "as"})
)


def place(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """Where it takes place, as the words say it; "" where they do not."""
    for found in _PLACE.finditer(text, start, min(end, start + 400)):
        at, words = found.start("place"), found["place"]
        follows = re.match(r"\s([a-z]+)", text[found.end() : found.end() + 20])
        adjective = follows and follows[1] not in _AFTER_PLACE
        if words.split()[0].lower() in lex.CALENDAR or adjective:
            continue
        over = [m for m in mentions if m.start < at + len(words) and m.end > at and m.named]
        if any(mention.type in ("person", "party", "coalition", "media") for mention in over):
            continue
        if noun_sort(words.split()[-1].lower()):
            continue
        return words
    return ""
