"""The headings of a report, and the items of a digest, each of which is a report of its own.

``1. Orland: seven judges to two``, ``2. Harland: one race, two polls``: an election of which one
item tells has no figures in the next.
"""

from __future__ import annotations

import re
from collections.abc import Set

from tui.extract.text.document import Document, Span

_LONGEST = 90
_NO_HEADING = re.compile(r"[.!?:;,”\"\d%]\s*(?:$|\n)|%|\d per ?cent")
_PLACED = re.compile(
    r"(?:[0-9]{1,2}[.)]\s)?(?P<place>[^\W\d_a-z][\w’-]+(?:\s[^\W\d_a-z][\w’-]+){0,2}):\s[^\d\s]"
)
"""A heading that begins with a place; behind that of a row stands a number."""
_FEWEST = 2
"""Fewer such headings than this are no digest."""


def headings(document: Document, roles: Set[str] = frozenset(("body",))) -> list[int]:
    """Where the headings of sections begin: short paragraphs that are no sentence, and no row."""
    return [
        one.start
        for one in document.paragraphs
        if one.role in roles
        and one.end - one.start < _LONGEST
        and _NO_HEADING.search(document.text, one.start, one.end) is None
    ]


def items(document: Document) -> list[Span]:
    """The items of a digest; none of another text."""
    begins = headings(document, frozenset(("body", "title", "lead-title")))
    placed = [found for at in begins if (found := _PLACED.match(document.text, at))]
    if len({found["place"] for found in placed}) < _FEWEST:
        return []
    begins = [at for at in begins if at >= placed[0].start()]
    ends = [*begins[1:], len(document.text)]
    return [Span(*each) for each in zip(begins, ends, strict=True)]
