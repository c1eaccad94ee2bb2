"""4 Quotes: who said what, found while one types."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.cards.words import quoted, short_date, source_name, speakers_words
from tui.app.panes.pane import Pane
from tui.app.text import ACTOR, DIM, EMPTY, excerpt, joined, spread, words, wrapped
from tui.app.widgets.rows import Row
from tui.dates import place_in_time
from tui.model import Article, Quote, Record


class Quotes(Pane):
    """Direct, mixed and reported speech, and signs."""

    NOUN = "quote"
    KINDS = ("quote",)
    SORTS = ("text", "date", "speaker", "source", "type")
    NONE = "No quotes in these articles."

    def records(self) -> Sequence[Quote]:
        quotes = list(self.corpus.quotes)
        match self.order:
            case "date":
                quotes.sort(key=lambda quote: place_in_time(quote.said))
            case "speaker":
                # Where the speaker is not known a quote comes last, not under "s".
                quotes.sort(key=lambda q: (not q.speakers, speakers_words(self.corpus, q)))
            case "source":
                quotes.sort(key=lambda quote: self._source(quote))
            case "type":
                quotes.sort(key=lambda quote: quote.type)
        return quotes

    def _source(self, quote: Quote) -> str:
        article = self.corpus.get(quote.article)
        return source_name(article) if isinstance(article, Article) else ""

    def rows(self, records: Sequence[Record]) -> list[Row]:
        return [self._row(record) for record in records if isinstance(record, Quote)]

    def _row(self, quote: Quote) -> Row:
        spans, why = self.spans(quote), self.why(quote)
        left, right = quoted(quote)
        cue = self.corpus.whole.words(quote.cue) if quote.cue else ""
        if quote.type in ("indirect", "mixed") and cue[-1:].isalpha():
            # What somebody denied must not read as what they said.
            left = f"{cue}: {left}"
        speaker = words(speakers_words(self.corpus, quote), ACTOR if quote.speakers else DIM)
        most = 1 if self.tight else 2
        long = words(quote.text).cell_length + len(left + right)

        def lines(width: int) -> int:
            return most if long > width else 1

        def height(width: int) -> int:
            return lines(width) + (1 if self.tight else 2)

        def draw(width: int) -> list[Content]:
            notes = joined((quote.type, DIM), (short_date(quote.said), DIM), by=" · ")
            if why:
                notes = words(why, DIM)
            said = joined(left, excerpt(quote.text, spans, width * most), right)
            text = wrapped(said, width, most=lines(width))
            space = [] if self.tight else [EMPTY]
            return [spread(speaker, notes, width), *text, *space]

        return Row(draw, quote.id, height)
