"""The lines above a letter that was saved as text: who sends it, and its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.extract.text.document import Span

LINES = 8
"""Lines among which those of a letter stand."""
_LINE = re.compile(
    r"(?P<name>From|To|Cc|Sent|Date|Subject|Reply-To):\s+(?P<value>[^\n<]*[^\n<\s])[^\n]*"
)
"""``Subject: Council keeps the count secret``"""


def headers(text: str, spans: Sequence[Span]) -> dict[int, tuple[str, Span]]:
    """By where a line begins its name and what stands behind that; none where these are not the
    lines of a letter, which has a sender and a subject."""
    found = [_LINE.fullmatch(text, *span) for span in spans[:LINES]]
    named = {
        each.start(): (each["name"], Span(*each.span("value")))
        for each in found
        if each is not None
    }
    return named if {"From", "Subject"} <= {name for name, _ in named.values()} else {}
