"""Where the paragraphs of a text stand, and how they end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.extract.text.bullets import SIGNS
from tui.extract.text.document import Span, lines

_STOPS = frozenset(".!?…:;")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs: lines, or blocks of lines where the text is wrapped by hand."""
    found = lines(text)
    if len(found) < 6:
        return found
    lengths = sorted(span.end - span.start for span in found)
    # The median: ``statistics`` is long in importing.
    inner = lengths[(len(lengths) - 1) // 2 : len(lengths) // 2 + 1]
    if lengths[-1] > 120 or not 40 <= sum(inner) / len(inner) <= 90:
        return found
    open_ends = sum(not ends(text[max(s.start, s.end - 4) : s.end]) for s in found)
    if open_ends <= len(found) / 2:
        return found
    blocks: list[Span] = []
    for span in found:
        above = blocks[-1].start if blocks else 0
        own = text[span.start] in SIGNS or text.startswith(("http:", "https:"), above)
        if blocks and not own and text.count("\n", blocks[-1].end, span.start) == 1:
            blocks[-1] = Span(blocks[-1].start, span.end)
        else:
            blocks.append(span)
    return blocks


def parted(text: str, spans: Sequence[Span], head: re.Pattern[str]) -> list[Span]:
    """The paragraphs, one of the first in the parts that ``head`` finds in it: a page whose
    headline, lead, source and date were run into one line."""
    found: list[Span] = []
    for number, span in enumerate(spans):
        parts = head.fullmatch(text, *span) if number < _HEAD else None
        inner = [Span(*parts.span(at)) for at in range(1, head.groups + 1)] if parts else [span]
        found += [each for each in inner if each.end > each.start]
    return found


_HEAD = 3


def ends(words: str) -> bool:
    """Whether words end as a sentence does, marks that close behind its stop."""
    return words.rstrip("\"'”’)]»")[-1:] in _STOPS


def after(text: str, span: Span, position: int) -> Span:
    while position < span.end and text[position].isspace():
        position += 1
    return Span(position, span.end)


def before(text: str, position: int) -> int:
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position


def hours_of_posts(text: str, spans: Sequence[Span]) -> dict[int, int]:
    """Where the hours end that stand before the posts of a live report: "21:40 Polls close"."""
    found = [_HOUR.match(text, span.start, span.end) for span in spans]
    hours = {each.start(): each.end("hour") for each in found if each}
    return hours if len(hours) >= _POSTS else {}


_POSTS = 3
"""Posts with their hours that make a live report."""
_HOUR = re.compile(
    r"(?P<hour>(?:[01]?[0-9]|2[0-3])[:.][0-5][0-9](?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{3,4}\b)?"
    r"(?:\s?[|–—:-])?)\s+(?=[^\W\d_a-z]|[\"“„'‘])"
)
