"""6 Sources: the articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from textual.content import Content

from tui.app.keys import hint
from tui.app.panes.pane import MANY, Pane
from tui.app.styling import (
    DATE,
    DIM,
    EMPTY,
    STRONG,
    counted,
    highlighted,
    joined,
    spread,
    styled,
    wrapped,
)
from tui.app.widgets.rows import Row
from tui.model import Article, Record
from tui.tables.columns import ARTICLES
from tui.wording import short_date


class Sources(Pane):
    """The articles; Enter reads one."""

    NOUN = "article"
    KINDS = ("article",)
    SORTS = ("file", "date", "publisher")
    NONE = "No articles here."

    def rows(self, records: Sequence[Record]) -> Sequence[Row]:
        articles = cast("Sequence[Article]", records)
        if len(articles) <= MANY:
            return [self._row(article) for article in articles]
        return self.in_sight(articles, self._row, 2 if self.tight else 4)

    def tell(self, shown: int) -> None:
        super().tell(shown)
        number = len(self.corpus.disagreements)
        told = counted(number, "disagreement") if number else "no disagreement"
        self.summary.right = joined(hint(self, "{differ} ") if number else "", (told, DIM))

    def _row(self, article: Article) -> Row:
        spans = self.spans(article)
        title = highlighted(styled(article.title, STRONG), spans)
        date = styled(short_date(article.published) or "undated", DATE)
        by = [article.publisher or article.agency or "publisher not reported", article.author]
        why = self.why(article)
        source = joined(*((part, DIM) for part in ([why] if why else by) if part), by=" · ")
        said = self.corpus.column("quote", ARTICLES).having(article.id)
        quotes = styled(counted(len(said), "quote"), DIM)

        def lines(width: int) -> int:
            return 1 if self.tight or title.cell_length <= width else 2

        def draw(width: int) -> list[Content]:
            below = spread(joined(date, source, by=" · "), quotes, width)
            space = [] if self.tight else [EMPTY]
            return [*wrapped(title, width, most=lines(width)), below, *space]

        return Row(draw, article.id, lambda width: lines(width) + (1 if self.tight else 2))
