"""4 Quotes: who said what, found while one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from textual.content import Content

from tui.app.panes.pane import MANY, Pane
from tui.app.styling import ACTOR, DIM, EMPTY, excerpt, joined, spread, styled, wrapped
from tui.app.widgets.rows import Row
from tui.model import Quote, Record
from tui.wording import said_as, short_date, speakers_words


class QuotesPane(Pane):
    """Direct, mixed and reported speech, and signs."""

    NOUN = "quote"
    KINDS = ("quote",)
    SORTS = ("text", "date", "speaker", "source", "type")
    NONE = "No quotes in these articles."

    def rows(self, records: Sequence[Record]) -> Sequence[Row]:
        quotes = cast("Sequence[Quote]", records)
        if len(quotes) <= MANY:
            return [self._row(quote) for quote in quotes]
        return self.in_sight(quotes, self._row, 2 if self.tight else 4)

    def _row(self, quote: Quote) -> Row:
        most = 1 if self.tight else 2
        long = styled(quote.text).cell_length

        def marks() -> tuple[str, str]:
            return said_as(self.corpus.whole, quote)

        def lines(width: int) -> int:
            # Nearly all are longer than a line whatever stands around them.
            return most if long > width or long + len("".join(marks())) > width else 1

        def height(width: int) -> int:
            return lines(width) + (1 if self.tight else 2)

        def draw(width: int) -> list[Content]:
            spans, why = self.spans(quote), self.why(quote)
            notes = joined((quote.type, DIM), (short_date(quote.said), DIM), by=" · ")
            if why:
                notes = styled(why, DIM)
            left, right = marks()
            speaker = styled(speakers_words(self.corpus, quote), ACTOR if quote.speakers else DIM)
            said = joined(left, excerpt(quote.text, spans, width * most), right)
            text = wrapped(said, width, most=lines(width))
            space = [] if self.tight else [EMPTY]
            return [spread(speaker, notes, width), *text, *space]

        return Row(draw, quote.id, height)
