"""What is marked in an article that is read, and the signs beside its lines."""

from __future__ import annotations

from collections.abc import Iterator

from tui.annotation import WORDS
from tui.app.styling import ACTOR
from tui.app.widgets.article_stretch import ArticleStretch
from tui.corpus import Corpus
from tui.model import Article
from tui.tables.lookup import RecordPassage

MARK_ROLES = {
    "quote": ".mark-quoted",
    "actor": ACTOR,
    "date": ".mark-date",
    "figure": ".mark-figure",
    # An event is a whole clause: to style it would style nearly everything.
    "event": "",
    "contest": "",
    WORDS: ".link",
}


def stretches_of(corpus: Corpus, article: Article) -> list[ArticleStretch]:
    """The passages that records stand on, and the words that something is added to."""
    marks = [*corpus.marks(article.id)]
    marks += (
        RecordPassage(anchor.start, anchor.end, WORDS, article.id)
        for anchor, _noted in corpus.added.by_words.get(article.id, ())
    )
    marks.sort(key=lambda mark: (mark.start, -mark.end, *mark[2:]))
    return [ArticleStretch(m.start, m.end, MARK_ROLES.get(m.kind, ""), m) for m in marks]


def signs_in(corpus: Corpus, article: Article) -> Iterator[tuple[int, str]]:
    """The signs of what is added to words of an article, and to what stands on them, with
    where these begin."""
    added = corpus.added
    for anchor, noted in added.by_words.get(article.id, ()):
        yield anchor.start, noted.signs[:1]
    if added.by_record:
        for mark in corpus.marks(article.id):
            # An actor's sign at every mention would hide the others.
            if mark.kind not in ("actor", "date") and (signs := added.to(mark.record).signs):
                yield mark.start, signs[:1]
