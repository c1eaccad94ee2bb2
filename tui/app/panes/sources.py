"""5 Sources: the articles."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.cards.words import short_date
from tui.app.panes.pane import Pane
from tui.app.panes.timeline import place_in_time
from tui.app.text import DATE, DIM, STRONG, joined, lit, spread, words
from tui.app.widgets.rows import Row
from tui.model import Article, Record


class Sources(Pane):
    """The articles; Enter reads one."""

    NOUN = "article"
    KINDS = ("article",)
    SORTS = ("file", "date", "publisher")
    NONE = "No articles here."

    def records(self) -> Sequence[Article]:
        articles = list(self.corpus.articles)
        if self.order == "date":
            articles.sort(key=lambda article: place_in_time(article.published))
        elif self.order == "publisher":
            articles.sort(key=lambda a: (not a.publisher, a.publisher.casefold()))
        return articles

    def rows(self, records: Sequence[Record]) -> list[Row]:
        return [self._row(record) for record in records if isinstance(record, Article)]

    def _row(self, article: Article) -> Row:
        spans = self.hits[article.id].spans if article.id in self.hits else ()
        title = lit(words(article.title, STRONG), spans)
        date = words(short_date(article.published) or "undated", DATE)
        by = [article.publisher or "publisher not reported", article.agency, article.author]
        source = joined(*((part, DIM) for part in by if part), by=" · ")
        counts = len(self.corpus.in_article(article.id, "quote"))
        quotes = words(f"{counts:,} quotes" if counts != 1 else "1 quote", DIM)

        def draw(width: int) -> list[Content]:
            return [
                spread(title, date, width), spread(source, quotes, width), Content("")
            ]  # fmt: skip

        return Row(draw, article.id, 3)
