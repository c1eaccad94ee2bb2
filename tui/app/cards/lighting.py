"""Lights what is looked for wherever it stands on a card: in passages, names and aliases too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from textual.content import Content

from tui.app.text import HEADING, LABEL, lit
from tui.app.widgets.rows import Row

Spans = Sequence[tuple[int, int]]

OWN = (LABEL, HEADING)
"""The roles of the explorer's own words, which nobody looks for."""


def lighted(rows: Sequence[Row], where: Callable[[str], Spans]) -> list[Row]:
    """The same rows, lit where ``where`` says that what is looked for stands in a text."""
    return [row._replace(draw=partial(_draw, row.draw, where)) for row in rows]


def _draw(
    draw: Callable[[int], Sequence[Content]], where: Callable[[str], Spans], width: int
) -> list[Content]:
    lines = draw(width)
    # A phrase may go on in the next line.
    spans = where("\n".join(line.plain for line in lines))
    begin = 0
    drawn = []
    for line in lines:
        drawn.append(lit(line, _within(line, begin, spans)))
        begin += len(line.plain) + 1
    return drawn


def _within(line: Content, begin: int, spans: Spans) -> Iterator[tuple[int, int]]:
    """The stretches of one line among several, without those in words of the explorer's own."""
    own = [span for span in line.spans if span.style in OWN]
    for start, end in spans:
        first, last = max(0, start - begin), min(len(line.plain), end - begin)
        text = line.plain[first:last]
        # The indent of a line is none of the phrase.
        first += len(text) - len(text.lstrip())
        if first < last and not any(span.start < last and span.end > first for span in own):
            yield first, last
