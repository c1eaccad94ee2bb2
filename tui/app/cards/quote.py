"""A quote: the words in full, whose they are and how one knows, and the passage."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.cards.card_rows import (
    date_facts,
    fact,
    heading,
    link,
    links,
    made,
    title,
    words_with_hits,
)
from tui.app.cards.labels import source_words
from tui.app.styling import ACTOR, DIM, QUOTED, STRONG, joined, styled, wrapped
from tui.app.widgets.rows import Row, block
from tui.corpus import Corpus
from tui.model import Quote
from tui.wording import QUOTE_WORDS, said_as, speakers_words

AROUND = 130
"""Characters of context on each side of the words."""


def quote_card(corpus: Corpus, quote: Quote, spans: Sequence[tuple[int, int]] = ()) -> list[Row]:
    """The rows of a quote."""
    rows = title(f"quote, {quote.type}", quote, styled(speakers_words(corpus, quote), ACTOR))
    left, right = said_as(corpus, quote)
    said = joined((left, QUOTED), words_with_hits(quote.text, spans), (right, QUOTED))
    rows += [block(said, quote.evidence[0] if quote.evidence else None), block(Content(""))]
    rows += _speakers(corpus, quote)
    rows.append(fact("Type", QUOTE_WORDS.get(quote.type, quote.type)))
    rows += date_facts("Said", quote.said, corpus)
    source = joined(*source_words(corpus, quote.article), by="  ")
    rows.append(fact("Source", source, target=quote.article))
    if quote.topics:
        rows.append(fact("Topics", ", ".join(quote.topics)))
    if quote.note:
        rows.append(fact("Note", (quote.note, DIM)))
    rows += [*heading("In its article"), _surroundings(corpus, quote)]
    for label, other in (
        ("Answers", quote.answers),
        ("Continues", quote.continues),
        ("Repeats", quote.repeats),
    ):
        record = corpus.get(other) if other else None
        if record is not None:
            rows += [*heading(label), link(corpus, record)]
    rows += links(corpus, corpus.disputing(quote.id), "Disagreements")
    if quote.said.known:
        rows += links(corpus, corpus.on_day(quote.said, "event"), "Events that day")
    rows += made(quote)
    if quote.speakers and quote.sure < 1:
        rows.append(fact("Certainty", f"{quote.sure:.0%}", (" that this is the speaker", DIM)))
    return rows


def _speakers(corpus: Corpus, quote: Quote) -> list[Row]:
    """Who said it, and the words by which the article names them."""
    rows = []
    for number, speaker in enumerate(quote.speakers):
        rows.append(
            fact("" if number else "Speaker", (corpus.name(speaker), ACTOR), target=speaker)
        )
    if not quote.speakers:
        rows.append(fact("Speaker", ("not clear from the article", DIM)))
    named = []
    if quote.speaker_text:
        named.append(joined(("as “", DIM), corpus.words(quote.speaker_text), ("”", DIM)))
    if quote.cue:
        named.append(joined(("cue “", DIM), corpus.words(quote.cue), ("”", DIM)))
    if named:
        rows.append(fact("", joined(*named, by="  ")))
    return rows


def _surroundings(corpus: Corpus, quote: Quote) -> Row:
    """The passage in its article, the words, the speaker and the cue each in their role."""
    anchors = [a for a in (*quote.evidence[:1], *quote.content) if a.article == quote.article]
    if not anchors:
        return block(styled("No passage", DIM))
    first = anchors[0].start
    # A speaker named far away would drag half the article along.
    anchors += [
        extra
        for extra in (quote.speaker_text, quote.cue)
        if extra and extra.article == quote.article and abs(extra.start - first) < AROUND * 2
    ]
    text = corpus.texts[quote.article]
    alone = quote.speaker_text not in anchors and quote.cue not in anchors
    begin, end = _bounds(text, min(a.start for a in anchors), max(a.end for a in anchors), alone)
    content = styled(text[begin:end]).stylize(DIM)
    roles = [(anchor, STRONG) for anchor in quote.content]
    roles += [(anchor, ".passage") for anchor in quote.evidence[:1]]
    roles += [(a, role) for a, role in ((quote.speaker_text, ACTOR), (quote.cue, ".link")) if a]
    for anchor, role in roles:
        if anchor in anchors:
            content = content.stylize(role, anchor.start - begin, anchor.end - begin)
    content = joined(
        "…" if text[:begin].rstrip(" ")[-1:].strip() else "",
        content,
        "…" if text[end:].lstrip(" ")[:1].strip() else "",
    )
    return Row(lambda width: wrapped(content, width, indent=2, most=24), anchors[0])


def _bounds(text: str, start: int, end: int, alone: bool) -> tuple[int, int]:
    """A little more than a stretch: within its paragraph, begun and ended at whole words.

    Words that stand ``alone``, a paragraph without speaker or cue, are shown with the one
    before, which may be what says whose they are.
    """
    paragraph = text.rfind("\n", 0, start) + 1
    if alone and start - paragraph < 4:
        paragraph = text.rfind("\n", 0, len(text[:paragraph].rstrip())) + 1
    begin = max(0, start - AROUND, paragraph)
    if begin == start - AROUND:
        space = text.find(" ", begin, start)
        begin = space + 1 if space >= 0 else begin
    line = text.find("\n", end)
    stop = min(len(text), end + AROUND, line if line >= 0 else len(text))
    if stop == end + AROUND:
        space = text.rfind(" ", end, stop)
        stop = space if space >= 0 else stop
    return begin, stop
