"""A card says of an article what its file told, and what told it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.samples import sample_corpus
from tui.app.cards import actor, card, card_rows
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


def test_of_very_many_passages_the_first_stand_in_their_words_and_the_last_are_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    corpus = sample_corpus()
    anchors = [each.evidence[0] for each in corpus.quotes][:6]
    monkeypatch.setattr(card_rows, "WHOLE", 2)
    monkeypatch.setattr(card_rows, "MOST", 5)
    head, *rows, last = card_rows.passages(corpus, anchors)[1:]
    assert "6" in head.draw(80)[0].plain
    assert [row.target for row in rows] == anchors[:5]
    assert [len(row.draw(80)) > 1 for row in rows] == [True, True, False, False, False]
    assert last.draw(80)[0].plain.strip() == "› and 1 more"


def test_whoever_is_named_with_many_is_told_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = sample_corpus()
    who = max(corpus.actors, key=lambda each: len(each.mentions))
    whole = "\n".join(line.plain for row in card(corpus, who) for line in row.draw(80))
    for module in (actor, card_rows):
        monkeypatch.setattr(module, "MOST", 1)
    short = "\n".join(line.plain for row in card(corpus, who) for line in row.draw(80))
    (told,) = [line for line in whole.splitlines() if line.startswith("Mentioned with")]
    assert told in short
    assert "more" in short
    assert "more" not in whole
