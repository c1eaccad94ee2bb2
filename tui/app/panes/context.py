"""Where there is room, a passage as it stands in its article, beside the card of its record."""

from __future__ import annotations

from textual.containers import Vertical

from tui.app.cards.labels import source_words
from tui.app.styling import DIM, EMPTY, styled
from tui.app.widgets.article_stretch import ArticleStretch
from tui.app.widgets.line import Line
from tui.app.widgets.passage_context import PassageContext
from tui.corpus import Corpus
from tui.model import Anchor, Article, Record
from tui.records import passages_of


class ContextPane(Vertical):
    """The article's name, and its text at the passage."""

    def __init__(self) -> None:
        self.source = Line(classes="beside-title")
        self.context = PassageContext(classes="context")
        super().__init__(self.source, self.context, classes="beside")

    def show(self, corpus: Corpus, record: Record | None, anchor: Anchor | None = None) -> None:
        """Show a passage, else the first of the record, else its beginning."""
        if anchor is None and record is not None:
            anchor = next(iter(passages_of(record)), None)
        if anchor is None and isinstance(record, Article):
            anchor = Anchor(record.id, 0, 0)
        if anchor is None:
            self.source.left, self.source.right = styled("No passage", DIM), EMPTY
            self.context.show("")
            return
        self.source.left, self.source.right = source_words(corpus, anchor.article)
        spot = (anchor.start, anchor.end) if anchor.end else None
        self.context.show(corpus.texts[anchor.article], _lit(record, anchor), spot)


def _lit(record: Record | None, anchor: Anchor) -> list[ArticleStretch]:
    """The other passages of a record in the same article, quietly lit."""
    if record is None:
        return []
    others = {a for a in passages_of(record) if a.article == anchor.article and a != anchor}
    return [ArticleStretch(a.start, a.end, ".link", None) for a in sorted(others)]
