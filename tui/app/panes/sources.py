"""5 Sources: the articles, and where they disagree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.app.panes.pane import Pane
from tui.app.styling import (
    DATE,
    DIM,
    EMPTY,
    HEADING,
    STRONG,
    WARN,
    counted,
    cut,
    highlighted,
    joined,
    spread,
    styled,
    wrapped,
)
from tui.app.widgets.row_list import Row, line
from tui.dates import place_in_time
from tui.model import Article, Disagreement, Record
from tui.wording import difference_sign, short_date


class Sources(Pane):
    """The articles, and what they tell differently; Enter reads one, or a side's passage."""

    NOUN = "article"
    KINDS = ("article", "disagreement")
    SORTS = ("file", "date", "publisher")
    NONE = "No articles here."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "x", "differ", "Differ", tooltip="To where the articles disagree; back to the articles"
        ),
    ]

    def records(self) -> Sequence[Record]:
        articles = list(self.corpus.articles)
        if self.order == "date":
            articles.sort(key=lambda article: place_in_time(article.published))
        elif self.order == "publisher":
            articles.sort(key=lambda a: (not a.publisher, a.publisher.casefold()))
        return [*articles, *self.corpus.disagreements]

    def rows(self, records: Sequence[Record]) -> list[Row]:
        articles = [self._row(record) for record in records if isinstance(record, Article)]
        differing = [self._differing(each) for each in records if isinstance(each, Disagreement)]
        if not differing:
            return articles
        head = joined(("Where they disagree", HEADING), (f"{len(differing):,}", DIM), by="  ")
        return [*articles, line(head), *differing]

    def tell(self, shown: int) -> None:
        super().tell(shown)
        number = len(self.corpus.disagreements)
        told = counted(number, "disagreement") if number else "no disagreement"
        self.summary.right = joined((told, DIM), (" x", ".key") if number else "")

    def action_differ(self) -> None:
        """Go to the first disagreement or, from there, to the first article."""
        kind = Article if isinstance(self.record, Disagreement) else Disagreement
        for target in self.listing.targets:
            if isinstance(self.corpus.get(str(target)), kind):
                self.listing.seek(target)
                return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "differ":
            return bool(self.corpus.disagreements)
        return super().check_action(action, parameters)

    def _differing(self, record: Disagreement) -> Row:
        """A disagreement: what about, and what its sides say."""
        about = joined(
            (difference_sign(record), WARN),
            " ",
            highlighted(styled(record.about, STRONG), self.spans(record)),
        )
        sides = styled(f" {difference_sign(record)} ".join(side.says for side in record.sides), DIM)
        kind = styled(record.type, DIM)

        def draw(width: int) -> list[Content]:
            if self.tight:
                room = width - about.cell_length - kind.cell_length - 4
                said = cut(sides, room) if room > 12 else EMPTY
                return [spread(joined(about, said, by="  "), kind, width)]
            return [spread(about, kind, width), cut(joined("  ", sides), width)]

        return Row(draw, record.id, 1 if self.tight else 2)

    def _row(self, article: Article) -> Row:
        spans = self.spans(article)
        title = highlighted(styled(article.title, STRONG), spans)
        date = styled(short_date(article.published) or "undated", DATE)
        by = [article.publisher or article.agency or "publisher not reported", article.author]
        why = self.why(article)
        source = joined(*((part, DIM) for part in ([why] if why else by) if part), by=" · ")
        quotes = styled(counted(len(self.corpus.in_article(article.id, "quote")), "quote"), DIM)

        def lines(width: int) -> int:
            return 1 if self.tight or title.cell_length <= width else 2

        def draw(width: int) -> list[Content]:
            below = joined(date, source, by=" · ")
            # How many quotes there are gives way to where the article is from.
            fits = below.cell_length + quotes.cell_length < width
            below = spread(below, quotes, width) if fits else cut(below, width)
            space = [] if self.tight else [EMPTY]
            return [*wrapped(title, width, most=lines(width)), below, *space]

        return Row(draw, article.id, lambda width: lines(width) + (1 if self.tight else 2))
