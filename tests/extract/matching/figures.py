"""Figures against the key."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from tests.extract.gold_key import GoldArticle, GoldKey, Table
from tests.extract.matching.parts import (
    Outcome,
    absent,
    actor_field,
    allowed_in,
    date_faults,
    judged,
    one_of,
    paired,
    shortened,
    span_of,
)
from tui.corpus import Corpus
from tui.model import Figure


def outcomes(key: GoldKey, gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    entries = gold.of("figure")
    found = [figure for figure in corpus.figures if figure.evidence[0].article == gold.id]

    def score(entry: Table, figure: Figure) -> float:
        span = gold.words_of(entry)
        like = span.likeness(span_of(figure.evidence[0]))
        same = _same_number(entry, figure.value)
        return like + same if like else 0.0

    pairs = paired(entries, found, score)
    for i, entry in enumerate(entries):
        label = shortened(entry["words"])
        if i not in pairs:
            yield absent("figure", gold.number, label, entry)
        else:
            faults = _figure_faults(key, gold, entry, found[pairs[i]])
            yield judged("figure", gold.number, label, faults)
    for j, figure in enumerate(found):
        if j in pairs.values():
            continue
        span = span_of(figure.evidence[0])
        reason = ""
        for entry in gold.of("not_figure"):
            if gold.words_of(entry).touches(span):
                reason = f"no figure: {entry['why']}; "
        told_as = f"{reason}{figure.measure} {figure.comparator}{figure.value} {figure.unit}"
        label = shortened(gold.words(span))
        yield Outcome("figure", gold.number, label, "unexpected", (told_as,))


def _same_number(entry: Table, found: str) -> bool:
    try:
        return Decimal(found) in {Decimal(each) for each in allowed_in(entry, "value") if each}
    except InvalidOperation:
        return False


def _figure_faults(key: GoldKey, gold: GoldArticle, entry: Table, figure: Figure) -> Iterator[str]:
    if not _same_number(entry, figure.value):
        yield f"value: {figure.value!r}, not {entry['value']!r}"
    for field in ("unit", "measure", "comparator", "status", "base", "contest"):
        yield from one_of(entry, field, getattr(figure, field))
    yield from actor_field(key, entry, "subject", figure.subject)
    claimant = figure.claimed_by[0] if figure.claimed_by else None
    yield from actor_field(key, entry, "claimed_by", claimant)
    yield from date_faults("as_of", [entry["as_of"]], figure.as_of)
    for expected in gold.contest_text_of(entry):
        told = figure.contest_text
        if told is None:
            yield f"contest_text: none, not {entry['contest_words']!r}"
        elif not expected.touches(span_of(told)):
            yield f"contest_text: {gold.words(span_of(told))!r}, not {entry['contest_words']!r}"
