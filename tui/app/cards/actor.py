"""An actor: names, who calls whom what, what was said and done, and every mention."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.cards.parts import FOLLOW, fact, heading, keyword, link, links, made, title
from tui.app.cards.words import source_name, source_words
from tui.app.text import DIM, STRONG, counted, cut, joined, lit, spread, words
from tui.app.widgets.rows import Row
from tui.corpus import Corpus
from tui.model import Actor, Anchor, Article, Description


def actor_card(corpus: Corpus, actor: Actor, spans: Sequence[tuple[int, int]] = ()) -> list[Row]:
    """The rows of an actor."""
    rows = title(actor.type, actor, lit(words(actor.name, STRONG), spans))
    sources = {anchor.article for anchor in actor.mentions}
    rows.append(
        fact(
            "Named",
            f"{counted(len(actor.mentions), 'time')} in {len(sources):,} of "
            f"{counted(len(corpus.articles), 'article')}",
        )
    )
    if actor.also_known_as:
        rows.append(fact("Also as", ", ".join(actor.also_known_as)))
    if actor.described_as:
        rows += [*heading("Who calls them what", len(actor.described_as))]
        rows += [_description(corpus, description) for description in actor.described_as]
    rows += links(corpus, corpus.disputing(actor.id), "Disagreements")
    known = [(r.relation, corpus.get(r.actor)) for r in actor.related]
    if known:
        rows += heading("Related", len(known))
        rows += [link(corpus, other, relation) for relation, other in known if other]
    rows += links(corpus, corpus.about_actor(actor.id, "quote"), "Said", actor.id)
    rows += links(corpus, corpus.about_actor(actor.id, "event"), "Events")
    rows += links(corpus, corpus.about_actor(actor.id, "figure"), "Figures", actor.id)
    rows += links(corpus, corpus.named_with(actor.id), "Named with")
    rows += _mentions(corpus, actor)
    return rows + made(actor)


def _description(corpus: Corpus, description: Description) -> Row:
    article = corpus.get(description.anchor.article)
    source = source_name(article) if isinstance(article, Article) else ""

    def draw(width: int):  # type: ignore[no-untyped-def]
        left = joined((FOLLOW, DIM), ("“", DIM), description.text, ("”", DIM))
        return [spread(left, cut(words(source, DIM), width // 3), width)]

    return Row(draw, description.anchor, 1)


def _mentions(corpus: Corpus, actor: Actor) -> list[Row]:
    if not actor.mentions:
        return []
    rows = heading("Every mention", len(actor.mentions))
    article = ""
    for anchor in sorted(actor.mentions, key=_place):
        if anchor.article != article:
            article = anchor.article
            rows.append(_source(corpus, article))
        rows.append(keyword(corpus, anchor))
    return rows


def _source(corpus: Corpus, article: str) -> Row:
    source, date = source_words(corpus, article)
    return Row(lambda width: (spread(source, date, width),), None, 1)


def _place(anchor: Anchor) -> tuple[str, int]:
    return anchor.article, anchor.start
