"""A record in full, as rows: every kind has its card, whoever shows it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.cards.actor import actor_card
from tui.app.cards.article import article_card
from tui.app.cards.contest import contest_card
from tui.app.cards.disagreement import disagreement_card
from tui.app.cards.event import event_card
from tui.app.cards.figure import figure_card
from tui.app.cards.quote import quote_card
from tui.app.widgets.rows import Row
from tui.corpus import Corpus
from tui.model import Actor, Article, Contest, Disagreement, Event, Figure, Quote, Record

Spans = Sequence[tuple[int, int]]


def card(corpus: Corpus, record: Record, spans: Spans = ()) -> list[Row]:
    """The rows that tell a record. ``spans`` are the hits in its name or words."""
    match record:
        case Event():
            return event_card(corpus, record, spans)
        case Actor():
            return actor_card(corpus, record, spans)
        case Contest():
            return contest_card(corpus, record)
        case Figure():
            return figure_card(corpus, record)
        case Quote():
            return quote_card(corpus, record, spans)
        case Article():
            return article_card(corpus, record, spans)
        case Disagreement():
            return disagreement_card(corpus, record, spans)
    return []
