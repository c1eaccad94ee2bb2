"""Whether a quotation is direct or mixed, and all that is attributed with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.extract.analysis.attribution import Attribution
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.text.document import Span
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import QuoteType

SENTENCE_CLOSE = re.compile(r"[.!?…,][\"'”’)\]]*$")
WORDS = re.compile(r"\w+")
Unmarked = dict[Span, Span | None]
"""The stretches of a content, and from where to where words without marks stand in each."""


def unmarked(
    text: str, unit: QuotedSentence, made: Attribution, spoken: Sequence[QuotedSpan]
) -> Unmarked:
    """Where the words stand that a content has beside those in marks."""
    said = {text[quote.open : quote.close] for quote in spoken}
    marked = [q for q in unit.quotes if text[q.open : q.close] in said]
    beside: Unmarked = {}
    for span in made.content:
        at = span.start
        words: list[re.Match[str]] = []
        for quote in marked:
            if span.start <= quote.open < at:
                # It begins inside another: whose the words are, nobody can tell.
                at = span.start
                break
            if at <= quote.open and quote.close <= span.end:
                words.extend(WORDS.finditer(text, at, quote.open))
                at = quote.close
        words.extend(WORDS.finditer(text, at, max(at, span.end)))
        beside[span] = Span(words[0].start(), words[-1].end()) if words else None
    return beside


def type_of(text: str, quote: QuotedSpan, made: Attribution, beside: Unmarked) -> QuoteType:
    """Direct when the marks hold all that is attributed, or a sentence of its own."""
    span = next(s for s in made.content if quote.open < s.end and s.start < quote.close)
    words = text[quote.start : quote.end]
    outside = beside[span]
    if outside is None and made.split and any(beside.values()):
        return "mixed"
    if outside is None or (quote.open <= outside.start and outside.end <= quote.close):
        whole = words[:1].isupper() or words[:1] in "([" or made.before
        return "direct" if whole or len(WORDS.findall(words)) >= 8 else "mixed"
    before = text[max(0, quote.open - 2) : quote.open].strip()
    stands = words[:1].isupper() and bool(SENTENCE_CLOSE.search(words))
    if stands and before[-1:] in (":", ",") and len(WORDS.findall(words)) >= 4:
        return "direct"
    return "mixed"


def content(
    text: str, joins: re.Pattern[str], quote: QuotedSpan, made: Attribution, kind: QuoteType
) -> tuple[Span, ...]:
    """All that is attributed with a quotation."""
    if kind == "direct":
        return (Span(quote.start, quote.end),)
    return tuple(clause(text, joins, quote, span) for span in made.content)


def clause(text: str, joins: re.Pattern[str], quote: QuotedSpan, span: Span) -> Span:
    """Of "that A and that B", the clause that the quotation stands in."""
    if not (span.start <= quote.open < span.end):
        return span
    start, end = span
    for join in joins.finditer(text, span.start, span.end):
        if join.end() <= quote.open:
            start = join.end()
        elif join.start() >= quote.close:
            end = min(end, join.start())
    return Span(start, end)
