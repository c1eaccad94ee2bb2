"""A quote as a cell: its words as long as there is room, and below them where it is from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from textual.content import Content

from tui.app.styling import DIM, QUOTED, cut, highlighted, joined
from tui.app.widgets.grid import Box
from tui.app.widgets.wrapping import breaks
from tui.corpus import Corpus
from tui.model import Quote
from tui.wording import said_as, short_date, source_name


def quote_cell(corpus: Corpus, quote: Quote, spans: Sequence[tuple[int, int]], most: int) -> Box:
    """The box of a quote, of at most so many lines; its target is the quote's id."""
    before, behind = said_as(corpus, quote)
    said = joined((before, DIM), (quote.text, QUOTED), (behind, DIM))
    said = highlighted(said, [(a + len(before), b + len(before)) for a, b in spans])
    source = _source(corpus, quote)

    @lru_cache(maxsize=2)
    def cuts(width: int) -> list[tuple[int, int]]:
        return list(zip(*breaks(said.plain, width), strict=True))

    def draw(width: int) -> list[Content]:
        lines = [said[start:end] for start, end in cuts(width)[: most - 1]]
        if len(cuts(width)) >= most:
            # What is left out would make the last line too long: the cut leaves an ellipsis.
            start, end = cuts(width)[most - 2]
            lines[-1] = cut(joined(said[start:end], " " * width), width)
        return [*lines, cut(source, width)]

    return Box(draw, lambda width: min(most, len(cuts(width)) + 1), quote.id)


def _source(corpus: Corpus, quote: Quote) -> Content:
    """Whose report it stands in, and when that appeared; of what is dated, when it was said."""
    article = corpus.article(quote.article)
    day = short_date(quote.said)
    told = f"said {day}" if day else short_date(article.published) or "undated"
    return joined((source_name(article), DIM), (told, DIM), by=" · ")
