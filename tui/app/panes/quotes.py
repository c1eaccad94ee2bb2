"""4 Quotes: who said what, found while one types."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import cast

from textual.content import Content

from tui.app.panes.pane import Pane
from tui.app.styling import ACTOR, DIM, EMPTY, excerpt, joined, spread, styled, wrapped
from tui.app.widgets.rows import LazyRows, Row
from tui.dates import place_in_time
from tui.model import Article, Quote, Record
from tui.wording import said_as, short_date, source_name, speakers_words

MANY = 200
"""More rows than these are made when they come into sight, and are all of one height."""


class QuotesPane(Pane):
    """Direct, mixed and reported speech, and signs."""

    NOUN = "quote"
    KINDS = ("quote",)
    SORTS = ("text", "date", "speaker", "source", "type")
    NONE = "No quotes in these articles."

    def records(self) -> Sequence[Quote]:
        quotes = self.corpus.quotes
        match self.order:
            case "date":
                return sorted(quotes, key=lambda quote: place_in_time(quote.said))
            case "speaker":
                # Where the speaker is not known a quote comes last, not under "s".
                return sorted(quotes, key=lambda q: (not q.speakers, self._names(q)))
            case "source":
                return sorted(quotes, key=self._source)
            case "type":
                return sorted(quotes, key=attrgetter("type"))
        return quotes

    def _names(self, quote: Quote) -> str:
        return speakers_words(self.corpus, quote)

    def _source(self, quote: Quote) -> str:
        article = self.corpus.get(quote.article)
        return source_name(article) if isinstance(article, Article) else ""

    def rows(self, records: Sequence[Record]) -> Sequence[Row]:
        # Most of a store's quotes are not read from it before they come into sight.
        quotes = cast("Sequence[Quote]", records)
        if len(quotes) <= MANY:
            return [self._row(quote) for quote in quotes]
        height = 2 if self.tight else 4
        found = self.answers.get("quote")
        if found is None or found.hits.records is not records:
            return LazyRows(quotes, self._row, attrgetter("id"), lambda _width: height)
        place = found.hits.records.place
        return LazyRows(
            quotes,
            self._row,
            attrgetter("id"),
            lambda _width: height,
            lambda target: place(str(target)),
        )

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
