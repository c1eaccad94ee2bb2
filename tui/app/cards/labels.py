"""What signs, codes and names are called on the screen: one place, all kinds."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui import dates
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
    Basis,
    Contest,
    Disagreement,
    DisagreementType,
    Event,
    Explanation,
    Figure,
    Quote,
    Record,
    When,
)
from tui.wording import (
    difference_sign,
    measure_words,
    said_as,
    source_name,
    status_words,
    value_words,
)

STATUS_WORDS = {
    "happened": "happened",
    "ongoing": "going on",
    "planned": "planned",
    "alleged": "alleged, not established",
    "demanded": "demanded",
}

BASIS_WORDS: dict[Basis, str] = {
    "stated": "stated in the article",
    "resolved": "worked out from the words and the article’s date",
    "inferred": "inferred from another article",
    "curated": "† not from these sources",
    "unknown": "no date known",
}

BASIS_SHORT: dict[Basis, str] = {
    "stated": "stated",
    "resolved": "resolved",
    "inferred": "inferred",
    "curated": "curated †",
    "unknown": "undated",
}

QUOTE_SIGNS = {"direct": "“”", "mixed": "‘’", "indirect": "»", "sign": "▭", "turn": "¶"}

QUOTE_WORDS = {
    "direct": "direct speech",
    "mixed": "words inside a reported sentence",
    "indirect": "reported, not in quotation marks",
    "sign": "on a sign, chanted or written",
    "turn": "a turn of an interview, a transcript or a debate",
}

DIFFERENCES: dict[DisagreementType, str] = {
    "value": "figures for one thing",
    "name": "spellings of one name",
    "label": "what one actor is called",
    "account": "answers to one question",
}

EXPLANATIONS: dict[Explanation, str] = {
    "base": "by the base: shares of different wholes",
    "status": "by the status: one is further on than another",
    "date": "by the date: as of different days",
    "rounding": "by rounding",
    "scope": "by the scope: one is of more than another",
}

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


def date_words(when: When) -> str:
    """A date in words, a dagger where it is in no source."""
    if not when.known:
        return dates.UNDATED
    dagger = " †" if when.basis == "curated" else ""
    return dates.readable(when.edtf) + dagger


def short_date(when: When) -> str:
    """A date for the end of a row; nothing where there is none."""
    if not when.known:
        return ""
    words_ = dates.readable(when.edtf) + (" †" if when.basis == "curated" else "")
    first, _, rest = words_.partition(" ")
    # A row has no room for the day of the week.
    return rest if first in {day[:3] for day in dates.WEEKDAYS} else words_


def source_words(corpus: Corpus, article_id: str) -> tuple[Content, Content]:
    """The article that a passage stands in: its source, and when it was published."""
    record = corpus.get(article_id)
    if not isinstance(record, Article):
        return styled(article_id), Content("")
    return styled(source_name(record), STRONG), styled(short_date(record.published), DIM)


def speakers_words(corpus: Corpus, quote: Quote) -> str:
    """Who says it; a sign has nobody, and where nobody is known that is said."""
    if quote.speakers:
        return ", ".join(corpus.name(speaker) for speaker in quote.speakers)
    return "a sign" if quote.type == "sign" else "speaker not known"


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
