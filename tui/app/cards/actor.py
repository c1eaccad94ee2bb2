"""An actor: names, who calls whom what, what was said and done, and every mention."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest
from operator import itemgetter

from textual.content import Content

from tui.app.cards.card_rows import (
    FOLLOW,
    MOST,
    fact,
    heading,
    keyword,
    link,
    links,
    made,
    more,
    title,
)
from tui.app.cards.labels import source_words
from tui.app.styling import (
    ACTOR,
    DIM,
    EMPTY,
    STRONG,
    column,
    counted,
    highlighted,
    joined,
    spread,
    styled,
)
from tui.app.widgets.rows import Row, block, line
from tui.charts.actors import NEIGHBOURS, matrix_lines, time_lines, time_words
from tui.charts.bars import bar
from tui.charts.cooccurrence import Companion, Cooccurrence, cooccurrence_of, over_time
from tui.corpus import Corpus
from tui.model import Actor, Description

ROOMY = 56
"""From so many cells the matrix is drawn, and not only the bars."""


def actor_card(corpus: Corpus, actor: Actor, spans: Sequence[tuple[int, int]] = ()) -> list[Row]:
    """The rows of an actor."""
    rows = title(actor.type, actor, highlighted(styled(actor.name, STRONG), spans))
    sources = {*map(itemgetter(0), actor.mentions)}
    rows.append(
        fact(
            "Mentioned",
            f"{counted(len(actor.mentions), 'time')} in {len(sources):,} of "
            f"{counted(len(corpus.articles), 'article')}",
        )
    )
    if actor.also_known_as:
        rows.append(fact("Also called", ", ".join(actor.also_known_as)))
    if actor.described_as:
        rows += [*heading("How sources describe them", len(actor.described_as))]
        rows += _descriptions(corpus, actor)
    rows += links(corpus, corpus.disputing(actor.id), "Disagreements")
    rows += _over_time(corpus, actor)
    known = [(r.relation, corpus.get(r.actor)) for r in actor.related]
    if known:
        rows += heading("Related", len(known))
        rows += [link(corpus, other, relation) for relation, other in known if other]
    rows += links(corpus, corpus.about_actor(actor.id, "quote"), "Said", actor.id)
    rows += links(corpus, corpus.about_actor(actor.id, "event"), "Events")
    rows += links(corpus, corpus.about_actor(actor.id, "figure"), "Figures", actor.id)
    rows += _company(corpus, actor)
    rows += _mentions(corpus, actor)
    return rows + made(actor)


def _descriptions(corpus: Corpus, actor: Actor) -> list[Row]:
    """The words of each source, under its name; words that it repeats are counted."""
    by_source: dict[str, dict[str, list[Description]]] = {}
    for each in actor.described_as:
        by_words = by_source.setdefault(each.anchor.article, {})
        by_words.setdefault(" ".join(each.text.split()), []).append(each)
    rows, sources = list[Row](), [*by_source.items()]
    for article, by_words in sources[:MOST]:
        rows.append(_source(corpus, article))
        rows += [_description(text, found) for text, found in by_words.items()]
    return rows + more(len(sources))


def _description(text: str, found: Sequence[Description]) -> Row:
    times = f"×{len(found):,}" if len(found) > 1 else ""

    def draw(width: int) -> list[Content]:
        left = joined((FOLLOW, DIM), ("“", DIM), text, ("”", DIM))
        return [spread(left, styled(times, DIM), width)]

    return Row(draw, found[0].anchor, 1)


def _over_time(corpus: Corpus, actor: Actor) -> list[Row]:
    """Mentions, quotes and events by day, drawn and in words."""
    series = over_time(corpus, actor.id)
    if not any(each.dates for each in series):
        return []
    drawn = Row(lambda width: [joined(*runs) for runs in time_lines(series, width)])
    told = [block(styled(line, DIM), indent=2) for line in time_words(series)]
    return [*heading("Over time"), drawn, *told]


def _company(corpus: Corpus, actor: Actor) -> list[Row]:
    """With whom: a bar an actor, and a matrix where it has room."""
    company = cooccurrence_of(corpus)
    found, every = company.of(actor.id, MOST), company.many(actor.id)
    if not found:
        return []
    rows = heading("Mentioned with", every)
    rows.append(line(styled("the number of paragraphs that mention both; e draws them", DIM)))
    rows += [_companion(corpus, each, found[0].times) for each in found] + more(every)
    ids = [actor.id, *(each.actor for each in found[:NEIGHBOURS])]
    matrix = matrix_lines(corpus, company, ids, ROOMY)
    if len(matrix) > 3:
        rows += heading("Who is mentioned with whom")
        rows += [_matrix_row(corpus, company, ids, number) for number in range(len(matrix))]
    return rows


def _companion(corpus: Corpus, companion: Companion, most: int) -> Row:
    def draw(width: int) -> list[Content]:
        room = max(6, min(24, width // 3))
        name = column(
            joined((FOLLOW, DIM), (corpus.name(companion.actor), ACTOR)), width - room - 7
        )
        number = column(styled(f"{companion.times:,}", STRONG), 5, right=True)
        return [joined(name, number, "  ", *bar(companion.times / most, room))]

    return Row(draw, companion.actor, 1)


def _matrix_row(corpus: Corpus, company: Cooccurrence, ids: Sequence[str], number: int) -> Row:
    """A line of the matrix; where there is no room for all columns, the last are left out,
    and lines without a column are empty."""

    def draw(width: int) -> list[Content]:
        lines = matrix_lines(corpus, company, ids, width)
        return [joined(*lines[number].runs)] if number < len(lines) else [EMPTY]

    return Row(draw, ids[number - 1] if number else None, 1)


def _mentions(corpus: Corpus, actor: Actor) -> list[Row]:
    if not actor.mentions:
        return []
    rows = heading("All mentions", len(actor.mentions))
    article = ""
    for anchor in nsmallest(MOST, actor.mentions):
        if anchor.article != article:
            article = anchor.article
            rows.append(_source(corpus, article))
        rows.append(keyword(corpus, anchor))
    return rows + more(len(actor.mentions))


def _source(corpus: Corpus, article: str) -> Row:
    # Of thousands of articles only those in sight are asked for.
    return Row(lambda width: (spread(*source_words(corpus, article), width),), None, 1)
