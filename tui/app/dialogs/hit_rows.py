"""What a search of everything lists: hits, a group for each kind; examples; or advice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.content import Content

from tui.app.cards.labels import summary
from tui.app.search_worker import needs_suggestions
from tui.app.styling import (
    ACTOR,
    DIM,
    HEADING,
    STRONG,
    counted,
    cut,
    excerpt,
    joined,
    spread,
    styled,
)
from tui.app.widgets.rows import GAP, Row, block, line
from tui.corpus import Corpus
from tui.model import Quote
from tui.search import Answer, Hit
from tui.wording import said_as, short_date, speakers_words

FIRST = 5
"""So many hits of a kind are shown; the tab of the kind shows all."""


class HitGroup(NamedTuple):
    """What a kind is called, and the tab that shows all of it."""

    label: str
    tab: str


GROUPS = {
    "quote": HitGroup("Quotes", "quotes"),
    "actor": HitGroup("Actors", "actors"),
    "event": HitGroup("Events", "timeline"),
    "figure": HitGroup("Figures", "results"),
    "contest": HitGroup("Contests", "results"),
    "article": HitGroup("Articles", "sources"),
    "disagreement": HitGroup("Disagreements", "disagreements"),
}
"""The kinds in the order in which they are shown."""

EXAMPLES = (
    ("vucic elections", "all these words, in any order and spelling"),
    ('"election theft"', "these words one after the other"),
    ("speaker:tepic -vote", "what somebody says, without a word"),
    ("date:2023-12", "a month; or 2023-12-17..2023-12-25"),
)


def hit_rows(corpus: Corpus, answers: Mapping[str, Answer]) -> list[Row]:
    """The first hits of each kind, with what leads to all of them."""
    rows: list[Row] = []
    for kind, group in GROUPS.items():
        answer = answers[kind]
        if not answer.total:
            continue
        if rows:
            rows.append(GAP)
        head = joined((group.label, HEADING), (f"{answer.total:,}", DIM), by="  ")
        rows += [line(head), *(_row(corpus, hit) for hit in answer.hits[:FIRST])]
        if answer.total > FIRST:
            more = styled(f"all {answer.total:,} {group.label.lower()} …", ".link")
            rows.append(line(joined("  ", more), group))
    return rows


def _row(corpus: Corpus, hit: Hit) -> Row:
    record = hit.record
    if isinstance(record, Quote):
        return _quote(corpus, hit, record)

    def draw(width: int) -> list[Content]:
        left, right = summary(corpus, record, spans=hit.spans)
        # A long reason leaves the record half of the line.
        why = cut(styled(hit.why, DIM), width // 2)
        return [spread(left, why or right, width)]

    return Row(draw, record.id, 1)


def _quote(corpus: Corpus, hit: Hit, quote: Quote) -> Row:
    def draw(width: int) -> list[Content]:
        role = ACTOR if quote.speakers else DIM
        right = hit.why or short_date(quote.said)
        said = excerpt(quote.text, hit.spans, width - 4)
        before, behind = said_as(corpus, quote)
        return [
            spread(styled(speakers_words(corpus, quote), role), styled(right, DIM), width),
            cut(joined("  ", before, said, behind), width),
        ]

    return Row(draw, quote.id, 2)


def examples() -> list[Row]:
    """What can be looked for."""
    rows = [GAP, line(styled("For example", HEADING))]
    for query, means in EXAMPLES:
        rows.append(block(styled(means, DIM), indent=22, first=styled(query, STRONG)))
    return rows


def nothing(text: str, answers: Mapping[str, Answer], hint: str) -> list[Row]:
    """What is said where nothing is found, and what to look for instead."""
    rows = [GAP, block(joined("Nothing matches ", (text, STRONG), ".")), GAP]
    if needs_suggestions(answers):
        return rows
    meant = next((each.suggestion for each in answers.values() if each.suggestion), None)
    if meant:
        text = f"{meant.how.capitalize()}? {counted(meant.total, 'hit')}"
        rows.append(block(styled(text, DIM)))
    for kind, answer in answers.items():
        if answer.advice:
            rows.append(block(styled(f"{GROUPS[kind].label}: {answer.advice}", DIM)))
    if len(rows) == 3:
        rows.append(block(styled("Try fewer or shorter words.", DIM)))
    if hint:
        rows.append(block(styled(hint, DIM)))
    return rows
