"""Lights what is looked for wherever it stands on a card: in passages, names and aliases too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from tui.app.cards.card_rows import found_by, heading, keyword
from tui.app.styling import HEADING, LABEL, highlighted
from tui.app.widgets.rows import Row
from tui.corpus import Corpus
from tui.model import Anchor, Article, Record

if TYPE_CHECKING:
    from tui.search import Hit

Spans = Sequence[tuple[int, int]]

OWN = (LABEL, HEADING)
"""The roles of the explorer's own words, which nobody looks for."""


SHOWN = 8
"""So many places of an article's text are shown on its card."""


def as_hit(rows: list[Row], corpus: Corpus, hit: Hit) -> list[Row]:
    """The card of a record that a search finds: what it is found by, of an article where in
    its text, and all of it lit."""
    places = _in_text(corpus, hit)
    if places:
        shown = [keyword(corpus, anchor) for anchor in places[:SHOWN]]
        rows = [*rows[:2], *heading("In the text", len(places)), *shown, *rows[2:]]
    return lighted(found_by(rows, hit.why), hit.stretches)


def place_of(corpus: Corpus, hit: Hit | None) -> Anchor | None:
    """Where an article's text has what is looked for; what other records are found by are
    their passages."""
    return next(iter(_in_text(corpus, hit)), None) if hit else None


def _in_text(corpus: Corpus, hit: Hit) -> list[Anchor]:
    article: Record = hit.record
    if not isinstance(article, Article):
        return []
    found = hit.stretches(corpus.texts[article.id])
    return [Anchor(article.id, start, end) for start, end in found]


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
        drawn.append(highlighted(line, _within(line, begin, spans)))
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
