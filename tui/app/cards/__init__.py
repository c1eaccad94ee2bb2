"""A record in full, as rows: every kind has its card, whoever shows it.

A card is imported with the first record of its kind: some draw charts.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.widgets.rows import Row
from tui.corpus import Corpus
from tui.model import Actor, Article, Contest, Disagreement, Event, Figure, Quote, Record

Spans = Sequence[tuple[int, int]]


def card(corpus: Corpus, record: Record, spans: Spans = ()) -> list[Row]:
    """The rows that tell a record. ``spans`` are the hits in its name or words."""
    match record:
        case Event():
            from tui.app.cards.event import event_card

            return event_card(corpus, record, spans)
        case Actor():
            from tui.app.cards.actor import actor_card

            return actor_card(corpus, record, spans)
        case Contest():
            from tui.app.cards.contest import contest_card

            return contest_card(corpus, record)
        case Figure():
            from tui.app.cards.figure import figure_card

            return figure_card(corpus, record)
        case Quote():
            from tui.app.cards.quote import quote_card

            return quote_card(corpus, record, spans)
        case Article():
            from tui.app.cards.article import article_card

            return article_card(corpus, record, spans)
        case Disagreement():
            from tui.app.cards.disagreement import disagreement_card

            return disagreement_card(corpus, record, spans)
    return []
