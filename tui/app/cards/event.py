"""An event: what, when and how surely, who, and every passage that tells it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.app.cards.card_rows import date_facts, fact, links, made, name_link, passages, title
from tui.app.styling import EVENT, STRONG, highlighted, joined, styled
from tui.app.widgets.rows import Row
from tui.corpus import Corpus
from tui.glyphs import STATUS_SIGNS
from tui.model import Event
from tui.wording import STATUS_WORDS


def event_card(corpus: Corpus, event: Event, spans: Sequence[tuple[int, int]] = ()) -> list[Row]:
    """The rows of an event."""
    rows = title("event", event, highlighted(styled(event.title, STRONG), spans))
    rows += date_facts("When", event.when, corpus)
    sign = STATUS_SIGNS.get(event.status, " ")
    rows.append(fact("Status", joined((sign, EVENT), " ", STATUS_WORDS.get(event.status, ""))))
    for number, actor in enumerate(event.claimed_by):
        rows.append(name_link(corpus, "" if number else "Claimed by", actor))
    if event.place:
        rows.append(fact("Where", event.place))
    for number, actor in enumerate(event.actors):
        rows.append(name_link(corpus, "" if number else "Who", actor))
    rows += passages(corpus, event.evidence)
    rows += links(corpus, corpus.disputing(event.id), "Disagreements")
    if event.when.known:
        rows += links(corpus, corpus.on_day(event.when, "quote"), "Said that day")
        same = (other for other in corpus.on_day(event.when, "event") if other.id != event.id)
        rows += links(corpus, same, "Also that day")
    return rows + made(event)
