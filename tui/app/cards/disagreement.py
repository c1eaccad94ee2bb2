"""A disagreement: what it is about, and each side with its passages and who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.cards.card_rows import FOLLOW, fact, in_context, links, made, title
from tui.app.cards.labels import source_words
from tui.app.styling import (
    ACTOR,
    DIM,
    HEADING,
    STRONG,
    WARN,
    counted,
    highlighted,
    joined,
    spread,
    styled,
    wrapped,
)
from tui.app.widgets.rows import GAP, Row, block
from tui.corpus import Corpus
from tui.model import AttributedPassage, Disagreement, Record, Side
from tui.wording import DIFFERENCES, EXPLANATIONS, difference_sign

MOST_LINES = 3
"""Lines for what the sides say, above all that is told of them."""


def disagreement_card(
    corpus: Corpus, record: Disagreement, spans: Sequence[tuple[int, int]] = ()
) -> list[Row]:
    """The rows of a disagreement: what its sides say stands on top, then who says it where."""
    head, about, *rest = title(
        "disagreement", record, highlighted(styled(record.about, STRONG), spans)
    )
    sides = joined(*(side.says for side in record.sides), by=f" {difference_sign(record)} ")
    rows = [head, about, block(sides, most=MOST_LINES), *rest, fact("Type", *_kind(record))]
    for number, side in enumerate(record.sides, 1):
        rows += _side(corpus, side, number)
    if record.note:
        rows += [GAP, fact("Note", (record.note, DIM))]
    rows += links(corpus, _known(corpus, record.items), "Records")
    rows += links(corpus, _known(corpus, record.actors), "Actors")
    return rows + made(record)


def _kind(record: Disagreement) -> list[Content | str | tuple[str, str]]:
    """What kind of difference it is, and whether something explains it."""
    told: list[Content | str | tuple[str, str]] = [DIFFERENCES[record.type]]
    if record.explained_by:
        told += [("  ~  ", WARN), EXPLANATIONS[record.explained_by]]
    elif record.type in ("value", "account"):
        told += [("  ≠  ", WARN), "nothing in these articles explains it"]
    return told


def _known(corpus: Corpus, ids: Sequence[str]) -> list[Record]:
    """The records with these ids."""
    return [found for each in ids if (found := corpus.get(each)) is not None]


def _side(corpus: Corpus, side: Side, number: int) -> list[Row]:
    articles = {telling.passage.article for telling in side.told}
    reports = len(set(map(corpus.report_of, articles)))
    count = f"  {len(articles):,} of {len(corpus.articles):,} articles"
    if reports < len(articles):
        count += f" ({counted(reports, 'report')})"
    head = joined((f"{number} ", WARN), (side.says, HEADING), (count, DIM))
    return [GAP, block(head, indent=2), *(_telling(corpus, each) for each in side.told)]


def _telling(corpus: Corpus, telling: AttributedPassage) -> Row:
    """A passage: its source, who is speaking, and the words in their place."""
    named = ", ".join(corpus.name(each) for each in telling.speakers)
    who = styled(named, ACTOR) if named else styled("the article itself", DIM)

    def draw(width: int) -> list[Content]:
        source, date = source_words(corpus, telling.passage.article)
        told = in_context(corpus, telling.passage, ".passage", 60)
        return [
            spread(joined((FOLLOW, DIM), source), date, width),
            *wrapped(who, width, indent=len(FOLLOW), most=2),
            *wrapped(told, width, indent=len(FOLLOW), most=8),
        ]

    return Row(draw, telling.passage)
