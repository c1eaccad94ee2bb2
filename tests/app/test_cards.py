"""A card says of an article what its file told, and what told it."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import sample_corpus
from tui.app.cards.article import article_card
from tui.model import Article, FactOrigin


def shown(article: Article) -> str:
    corpus = sample_corpus()
    return "\n".join(line.plain for row in article_card(corpus, article) for line in row.draw(80))


def test_it_names_where_facts_come_from_and_how_the_file_was_read() -> None:
    article = replace(
        sample_corpus().articles[0],
        encoding="windows-1250",
        facts_from=(
            FactOrigin("author", "front matter"),
            FactOrigin("title", "front matter"),
        ),
    )
    card = " ".join(shown(article).split())
    assert "Facts from front matter: author, title" in card
    assert "Encoding windows-1250" in card


def test_it_says_nothing_of_what_is_as_usual() -> None:
    card = shown(sample_corpus().articles[0])
    assert "Facts from" not in card
    assert "Encoding" not in card
