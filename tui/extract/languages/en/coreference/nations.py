"""Which state "the troubled Balkan nation" is."""

from __future__ import annotations

import re

from tui.digests import slug
from tui.extract.languages.en.coreference.context import Background
from tui.extract.languages.en.names.gazetteer import countries
from tui.extract.text.document import Span, around

CAPITAL = re.compile(r"[^\W\d_a-z][^\W\d_]+")
NATION = re.compile(
    r"\b[Tt]he\s(?!first\b|last\b|next\b|only\b|other\b|[a-z]{3,}est\b)"
    r"(?:(?!of\b|and\b|in\b|to\b|for\b|by\b|that\b)[^\W\d_][\w-]*\s){1,3}?"
    r"(?:nation|country|republic|kingdom)\b(?!['’])(?:\s(?:seeking|backed|led|ruled|of)\s[^,.;:\n]{3,40})?"
)
NATION_NOUNS = frozenset("nation country republic kingdom".split())
BACK, AHEAD = 240, 120
"""Characters around such a noun that the phrase may have."""


def resolve(told: Background) -> None:
    """Note of each such phrase the state named last, within two sentences."""
    text, document = told.text, told.document
    sentences = document.sentences
    nouns = document.anchors(NATION_NOUNS)
    for found in around(NATION, text, nouns, BACK, AHEAD):
        number = document.number_at(found.start())
        if number < 0 or found.end() > sentences[number].end:
            continue
        first = sentences[max(0, number - 1)].start
        words = CAPITAL.findall(text, first, found.start())
        states = [slug(countries()[word]) for word in words if word in countries()]
        if states and states[-1] in told.names.actors:
            told.resolve(Span(found.start(), found.end()), states[-1])
