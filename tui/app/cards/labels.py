"""What signs, codes and names are called on the screen: one place, all kinds."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.styling import (
    ACTOR,
    DATE,
    DIM,
    EVENT,
    FIGURE,
    QUOTED,
    STRONG,
    WARN,
    highlighted,
    joined,
    styled,
)
from tui.corpus import Corpus
from tui.glyphs import STATUS_SIGNS
from tui.model import (
    Actor,
    Article,
    Contest,
    Disagreement,
    Event,
    Figure,
    Quote,
    Record,
)
from tui.wording import (
    difference_sign,
    measure_words,
    part_words,
    said_as,
    short_date,
    source_name,
    speakers_words,
    status_words,
    value_words,
)

QUOTE_SIGNS = {"direct": "“”", "mixed": "‘’", "indirect": "»", "sign": "▭", "turn": "¶"}

KIND_WORDS = {
    "article": "article",
    "actor": "actor",
    "contest": "contest",
    "event": "event",
    "figure": "figure",
    "quote": "quote",
    "disagreement": "disagreement",
    "date": "date",
}


def amount(figure: Figure) -> float | None:
    """A value as a number, where it is one."""
    try:
        return float(figure.value)
    except ValueError:
        return None


def source_words(corpus: Corpus, article_id: str) -> tuple[Content, Content]:
    """The article that a passage stands in: its source, and when it was published."""
    record = corpus.get(article_id)
    if not isinstance(record, Article):
        return styled(article_id), Content("")
    return styled(source_name(record), STRONG), styled(short_date(record.published), DIM)


def summary(
    corpus: Corpus,
    record: Record,
    of: str = "",
    spans: Sequence[tuple[int, int]] = (),
) -> tuple[Content, Content]:
    """A record in one line: what it is, and at the right what places it.

    On the card of an actor (``of``) their name is not said again in every line. Hits
    (``spans`` of its own words) are lit.
    """
    match record:
        case Event():
            sign = STATUS_SIGNS.get(record.status, " ")
            return joined((sign, EVENT), " ", highlighted(styled(record.title), spans)), styled(
                short_date(record.when), DIM
            )
        case Quote():
            left, right = said_as(corpus, record)
            said = joined(
                (left, QUOTED), highlighted(styled(record.text, QUOTED), spans), (right, QUOTED)
            )
            alone = record.speakers == (of,)
            role = ACTOR if record.speakers else DIM
            speaker = styled("" if alone else speakers_words(corpus, record), role)
            return joined(speaker, said, by="  "), styled(short_date(record.said), DIM)
        case Figure():
            subject = corpus.name(record.subject) if record.subject not in (None, of) else ""
            what = joined((value_words(record), FIGURE), "  ", measure_words(record.measure))
            what = joined(what, (part_words(record), STRONG), by=", ")
            return joined(what, (subject, ACTOR), by="  "), styled(status_words(record), DIM)
        case Actor():
            return highlighted(styled(record.name, ACTOR), spans), styled(record.type, DIM)
        case Disagreement():
            sign = difference_sign(record)
            return joined((sign, WARN), " ", record.about), styled(record.type, DIM)
        case Contest():
            return highlighted(styled(record.name, STRONG), spans), styled(
                short_date(record.date), DATE
            )
        case Article():
            return highlighted(styled(record.title), spans), joined(
                (source_name(record), DIM), (short_date(record.published), DIM), by="  "
            )
    return styled(record.id), Content("")
