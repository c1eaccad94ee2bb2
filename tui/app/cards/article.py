"""An article: where it comes from, when it was published, and what was made of it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.cards.card_rows import date_facts, fact, heading, links, made, name_link, title
from tui.app.styling import DIM, LINK, STRONG, highlighted, joined, styled
from tui.app.widgets.rows import Row, block
from tui.corpus import Corpus
from tui.model import Article
from tui.tables.columns import ARTICLES
from tui.wording import NOT_REPORTED

PLURALS = {
    "quote": "Quotes",
    "event": "Events",
    "figure": "Figures",
    "contest": "Contests",
    "actor": "Actors",
}


def article_card(
    corpus: Corpus, article: Article, spans: Sequence[tuple[int, int]] = ()
) -> list[Row]:
    """The rows of an article."""
    rows = title("article", article, highlighted(styled(article.title, STRONG), spans))
    for label, value in (
        ("Publisher", article.publisher),
        ("Agency", article.agency),
        ("Author", article.author),
    ):
        rows.append(fact(label, value if value else (NOT_REPORTED, DIM)))
    rows += date_facts("Published", article.published, corpus)
    rows.append(fact("Language", article.language or (NOT_REPORTED, DIM)))
    rows.append(fact("File", (article.file, DIM)))
    if article.copy_of:
        rows.append(name_link(corpus, "Version of", article.copy_of, STRONG))
    if article.locator:
        rows.append(fact("Item", (article.locator, DIM)))
    if article.encoding != "utf-8":
        rows.append(fact("Encoding", article.encoding))
    told: dict[str, list[str]] = {}
    for each in article.facts_from:
        told.setdefault(each.origin, []).append(each.fact)
    rows += [fact("Facts from", f"{origin}: {', '.join(each)}") for origin, each in told.items()]
    rows += [fact(each.name.capitalize(), each.value) for each in article.details]
    rows.append(fact("Length", f"{article.characters:,} characters"))
    if article.url:
        rows.append(fact("Address", (article.url, LINK)))
    rows += [*heading("Found in this article"), block(_counts(corpus, article))]
    for kind, label in PLURALS.items():
        rows += links(corpus, corpus.in_article(article.id, kind), label)
    rows += links(corpus, corpus.disputing(article.id), "Disagreements with other articles")
    return rows + made(article)


def _counts(corpus: Corpus, article: Article) -> Content:
    counts = []
    for kind, label in PLURALS.items():
        number = len(corpus.column(kind, ARTICLES).having(article.id))
        counts.append(joined((f"{number:,}", STRONG), f" {kind if number == 1 else label.lower()}"))
    return joined(*counts, by="  ")
