"""A quote: the words in full, whose they are and how one knows, and the passage."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.cards.parts import (
    date_facts,
    fact,
    heading,
    link,
    links,
    made,
    title,
    words_with_hits,
)
from tui.app.cards.words import QUOTE_WORDS, quoted, source_words, speakers_words
from tui.app.text import ACTOR, DIM, QUOTED, STRONG, joined, words, wrapped
from tui.app.widgets.rows import Row, block
from tui.corpus import Corpus
from tui.model import Anchor, Quote

AROUND = 260


def quote_card(corpus: Corpus, quote: Quote, spans: Sequence[tuple[int, int]] = ()) -> list[Row]:
    """The rows of a quote."""
    rows = title(f"quote, {quote.type}", quote, words(speakers_words(corpus, quote), ACTOR))
    left, right = quoted(quote)
    said = joined((left, QUOTED), words_with_hits(quote.text, spans), (right, QUOTED))
    rows += [block(said, quote.evidence[0] if quote.evidence else None), block(Content(""))]
    rows += _speakers(corpus, quote)
    rows.append(fact("Type", QUOTE_WORDS.get(quote.type, quote.type)))
    rows += date_facts("Said", quote.said, corpus)
    rows.append(fact("Source", source_words(corpus, quote.article), target=quote.article))
    if quote.topics:
        rows.append(fact("Topics", ", ".join(quote.topics)))
    if quote.note:
        rows.append(fact("Note", (quote.note, DIM)))
    rows += [*heading("In its article"), _surroundings(corpus, quote)]
    for label, other in (("Goes on from", quote.continues), ("Repeats", quote.repeats)):
        record = corpus.get(other) if other else None
        if record is not None:
            rows += [*heading(label), link(corpus, record)]
    if quote.said.known:
        rows += links(corpus, corpus.on_day(quote.said, "event"), "Events that day")
    rows += made(quote)
    if quote.sure < 1:
        rows.append(fact("Sure", f"{quote.sure:.0%}", (" of who said it", DIM)))
    return rows


def _speakers(corpus: Corpus, quote: Quote) -> list[Row]:
    """Who said it, and the words by which the article names them."""
    rows = []
    for number, speaker in enumerate(quote.speakers):
        rows.append(
            fact("" if number else "Speaker", (corpus.name(speaker), ACTOR), target=speaker)
        )
    if not quote.speakers:
        rows.append(fact("Speaker", ("not known from the article", DIM)))
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
    anchors = [*quote.evidence[:1], *quote.content]
    for extra in (quote.speaker_text, quote.cue):
        # A speaker named far away would drag half the article along.
        if extra and anchors and abs(extra.start - anchors[0].start) < AROUND:
            anchors.append(extra)
    anchors = [anchor for anchor in anchors if anchor.article == quote.article]
    if not anchors:
        return block(words("No passage", DIM))
    text = corpus.texts[quote.article]
    begin = max(0, min(a.start for a in anchors) - AROUND // 2)
    end = min(len(text), max(a.end for a in anchors) + AROUND // 2)
    begin = (
        text.rfind("\n\n", begin, min(a.start for a in anchors)) + 2
        if (text.rfind("\n\n", begin, min(a.start for a in anchors)) >= 0)
        else begin
    )
    content = words(text[begin:end]).stylize(DIM)

    def styled(content: Content, anchor: Anchor | None, role: str) -> Content:
        if anchor is None or anchor not in anchors:
            return content
        return content.stylize(role, anchor.start - begin, anchor.end - begin)

    for anchor in quote.content:
        content = styled(content, anchor, STRONG)
    for anchor in quote.evidence[:1]:
        content = styled(content, anchor, ".passage")
    content = styled(content, quote.speaker_text, ACTOR)
    content = styled(content, quote.cue, ".link")
    content = joined("…" if begin else "", content, "…" if end < len(text) else "")
    return Row(
        lambda width: wrapped(content, width, indent=2, most=24),
        quote.evidence[0] if quote.evidence else None,
    )
