"""Who counts a crowd where no verb of speech tells: "Police put the number at 2,500"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.extract.languages.en import lexicon as lex
from tui.extract.text.document import Span

_PUT = re.compile(
    r"\s(?:later\s|had\s|has\s|have\s)?puts?\s(?:(?:the|its|their)\s)?"
    r"(?:number|figure|crowd|turnout|attendance|size|total)\b[^.;,\n]{0,40}\sat\s[^.;,\n]{0,20}?\d"
)
_NOUNS = sorted(lex.PLURAL_PEOPLE | lex.GROUP_NOUNS | {"organisers", "organizers"})
_COUNTERS = re.compile(
    r"(?:^|[.;,”\"]\s|\b(?:and|but|while|whereas)\s)(?P<who>(?:the\s)?"
    rf"(?:(?!(?:and|but|while)\s)[\w’'-]+\s){{0,2}}?(?:{'|'.join(_NOUNS)}))$",
    re.IGNORECASE,
)
_BEFORE = 60
"""Characters before such words in which whoever counts is named."""


def counters(text: str) -> Iterator[Span]:
    """The phrases for whoever puts a crowd at a number, in order of text."""
    for found in _PUT.finditer(text):
        line = max(text.rfind("\n", 0, found.start()) + 1, found.start() - _BEFORE)
        if who := _COUNTERS.search(text[line : found.start()]):
            yield Span(line + who.start("who"), found.start())
