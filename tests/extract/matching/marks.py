"""Words in marks that are no quotes, against the key."""

from __future__ import annotations

from collections.abc import Iterator

from tests.extract.gold_key import GoldArticle, Span
from tests.extract.matching.parts import (
    CLOSING,
    QUOTATION_MARKS,
    Outcome,
    judged,
    shortened,
    span_of,
)
from tui.corpus import Corpus


def outcomes(gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    """Every quotation mark stands at the edge of a quote, or of what is no quote."""
    named = [gold.text_of(entry) for entry in gold.of("not_quote")]
    quoted = [gold.text_of(entry) for entry in gold.of("quote") if entry["type"] != "indirect"]
    records = [
        span_of(quote.evidence[0])
        for quote in corpus.quotes
        if quote.article == gold.id and quote.type != "indirect"
    ]
    for at, mark in enumerate(gold.text):
        if mark not in QUOTATION_MARKS:
            continue
        label = f"mark {at} {shortened(gold.text[max(0, at - 20) : at + 20], 45)}"
        if any(_at_edge(gold.text, at, span) for span in named):
            yield judged("mark", gold.number, label, ())
        elif not any(_at_edge(gold.text, at, span) for span in quoted):
            yield judged("mark", gold.number, label, ["the key has nothing for it"])
        elif any(_at_edge(gold.text, at, span) for span in records):
            yield judged("mark", gold.number, label, ())
        else:
            yield Outcome("mark", gold.number, label, "missing")


def _at_edge(text: str, at: int, span: Span) -> bool:
    """Whether a mark opens or closes a stretch; a comma or stop may stand between."""
    if at < span.start:
        return at == span.start - 1
    return at >= span.end - 1 and not text[span.end : at].strip(CLOSING)
