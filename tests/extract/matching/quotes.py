"""Quotes against the key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from tests.extract.gold_key import GoldArticle, GoldKey, Span, Table
from tests.extract.matching.parts import (
    LITTLE_WORDS,
    Outcome,
    absent,
    date_faults,
    judged,
    one_of,
    paired,
    same_words,
    shortened,
    span_of,
    words_at,
)
from tui.corpus import Corpus
from tui.model import Quote


def outcomes(key: GoldKey, gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    entries = gold.of("quote")
    found = [quote for quote in corpus.quotes if quote.article == gold.id]
    spans = [span_of(quote.evidence[0]) for quote in found]

    def score(entry: Table, quote: Quote) -> float:
        span = span_of(quote.evidence[0])
        first, *others = gold.texts_of(entry)
        same_kind = 0.1 if quote.type == entry["type"] else 0.0
        if same_words(gold.text, first, span):
            return 3.0 + same_kind
        if any(same_words(gold.text, other, span) for other in others):
            return 2.0 + same_kind
        likeness = max(each.likeness(span) for each in (first, *others))
        return likeness + same_kind if likeness > 0.3 else 0.0

    pairs = paired(entries, found, score)
    told = {found[j].id: entries[i] for i, j in pairs.items()}
    left = [j for j in range(len(found)) if j not in pairs.values()]
    for i, entry in enumerate(entries):
        again = f" ({entry['nth']})" if "nth" in entry else ""
        label = f"{entry['type']} {shortened(entry['text'])}{again}"
        if i not in pairs:
            if not _told_by_group(gold, entry, told, found):
                yield absent("quote", gold.number, label, entry)
            else:
                yield judged("quote", gold.number, label, ())
            continue
        parts = [pairs[i], *_parts(gold, entry, spans[pairs[i]], left, spans)]
        left = [j for j in left if j not in parts]
        faults = list(_text_faults(gold, entry, [spans[j] for j in parts]))
        for j in parts:
            faults.extend(_quote_faults(key, gold, entry, found[j], corpus, told))
        yield judged("quote", gold.number, label, dict.fromkeys(faults))
    for j in left:
        reason = _why_unexpected(gold, spans[j])
        label = f"{found[j].type} {shortened(found[j].text)}"
        by = ", ".join(found[j].speakers) or "nobody"
        told_as = (f"{reason}by {by}; rule {found[j].rule}",)
        yield Outcome("quote", gold.number, label, "unexpected", told_as)


def _told_by_group(
    gold: GoldArticle, entry: Table, told: dict[str, Table], found: Sequence[Quote]
) -> bool:
    """Whether one record holds the fragments of a sentence, this one among them."""
    if "group" not in entry:
        return False
    span = gold.text_of(entry)
    return any(
        told.get(quote.id, {}).get("group") == entry["group"]
        and any(span_of(anchor).shares(span) == span.end - span.start for anchor in quote.content)
        for quote in found
    )


def _parts(
    gold: GoldArticle, entry: Table, taken: Span, left: Iterable[int], spans: Sequence[Span]
) -> list[int]:
    """Other records that tell the rest of what an entry allows to be told in parts."""
    parts: list[int] = []
    for j in left:
        apart = not any(spans[j].shares(each) for each in (taken, *(spans[p] for p in parts)))
        options = gold.texts_of(entry)[1:]
        if apart and any(same_words(gold.text, option, spans[j]) for option in options):
            parts.append(j)
    return parts


def _text_faults(gold: GoldArticle, entry: Table, spans: Sequence[Span]) -> Iterator[str]:
    options = gold.texts_of(entry)
    right = [o for o in options if any(same_words(gold.text, o, span) for span in spans)]
    if not right:
        yield f"text: {shortened(gold.words(spans[0]), 200)!r}"
    elif options[0] not in right:
        # An entry that may be told in parts is told when all of its parts are.
        for option in options[1:]:
            if not any(option.shares(each) for each in right):
                yield f"text: lacks {shortened(gold.words(option))!r}"


def _quote_faults(
    key: GoldKey,
    gold: GoldArticle,
    entry: Table,
    quote: Quote,
    corpus: Corpus,
    told: dict[str, Table],
) -> Iterator[str]:
    yield from one_of(entry, "type", quote.type)
    for lost in key.lacking(entry["speakers"], quote.speakers):
        yield f"speakers: lacks {lost!r}"
    for other in quote.speakers:
        if not key.same_actor(entry["speakers"], other):
            yield f"speakers: {other!r} is none"
    yield from _speaker_text_faults(gold, entry, quote)
    yield from _cue_faults(gold, entry, quote)
    expected = {words_at(gold.text, reading) for reading in gold.contents_of(entry)}
    content = [span_of(anchor) for anchor in quote.content]
    if words_at(gold.text, content) not in expected:
        yield "content: " + " … ".join(repr(shortened(gold.words(span), 120)) for span in content)
    yield from date_faults("said", [entry["said"]], quote.said)
    yield from _link_faults("continues", entry, quote, corpus, told)
    yield from _link_faults("repeats", entry, quote, corpus, told)


def _speaker_text_faults(gold: GoldArticle, entry: Table, quote: Quote) -> Iterator[str]:
    expected = gold.speaker_text_of(entry)
    found = quote.speaker_text
    if found is None:
        if expected:
            yield f"speaker_text: none, not {entry['speaker_text']!r}"
        return
    shared = [
        word
        for span in expected
        if span.shares(span_of(found))
        for word in re.findall(
            r"\w+", gold.text[max(span.start, found.start) : min(span.end, found.end)].lower()
        )
    ]
    if span_of(found) not in expected and not set(shared) - LITTLE_WORDS:
        yield f"speaker_text: {gold.words(span_of(found))!r}, not {entry['speaker_text']!r}"


def _cue_faults(gold: GoldArticle, entry: Table, quote: Quote) -> Iterator[str]:
    expected = gold.cue_of(entry)
    if quote.cue is None:
        if expected:
            yield f"cue: none, not {entry['cue']!r}"
        return
    cue = span_of(quote.cue)
    shorter = cue.end - cue.start
    if not any(e.shares(cue) in (e.end - e.start, shorter) for e in expected):
        yield f"cue: {gold.words(cue)!r} at {cue.start}, not {entry['cue']!r}"


def _link_faults(
    field: Literal["continues", "repeats"],
    entry: Table,
    quote: Quote,
    corpus: Corpus,
    told: dict[str, Table],
) -> Iterator[str]:
    """``continues`` and ``repeats`` are given by how the other quote begins."""
    other_id = quote.continues if field == "continues" else quote.repeats
    other = corpus.get(other_id) if other_id else None
    begins = entry.get(field, "")
    accepted = entry.get(f"accept_{field}", [])
    if other is None:
        if begins and "" not in accepted:
            yield f"{field}: nothing, not {shortened(begins)!r}"
        return
    assert isinstance(other, Quote)
    allowed = tuple(filter(None, (begins, *accepted)))
    group = entry.get("group")
    if group and told.get(other.id, {}).get("group") == group:
        return
    if not allowed or not other.text.startswith(allowed):
        yield f"{field}: {shortened(other.text)!r}, not {shortened(begins)!r}"


def _why_unexpected(gold: GoldArticle, span: Span) -> str:
    for entry in gold.of("not_quote"):
        if gold.text_of(entry).touches(span):
            return f"no quote: {entry['why']}; "
    return ""
