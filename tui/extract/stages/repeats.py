"""Headlines, and lines between paragraphs, that have the words of a quotation in the text, or
those of who gives an interview."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from tui.extract.findings import QuoteMention
from tui.extract.text.document import Document

LONGEST_SUBHEAD = 90
"""Characters of a line between paragraphs that quotes what comes."""
GUESSED = 0.7
"""How sure a speaker is at most who is only the nearest that may be meant."""
SHORTEST_REPEAT = 20
"""Characters from which the same words are a repetition and no coincidence."""
_WORDS = re.compile(r"\w+")


def mark(document: Document, found: Sequence[QuoteMention]) -> None:
    """A headline with a later quote's words, and a headline that stands twice."""
    text = document.text
    headlines = [
        (quote, words)
        for quote in found
        if _headline(document, quote)
        and len(words := _bare(text[quote.start : quote.end])) >= SHORTEST_REPEAT
    ]
    if not headlines:
        return
    spoken = [q for q in found if not _headline(document, q)]
    said = [_bare(text[q.start : q.end]) for q in spoken]
    # One search through all words finds the first quote that has a headline's, however
    # many of either there are: no line break is among bare words.
    ends = list(accumulate(len(each) + 1 for each in said))
    whole = "\n".join(said)
    earlier: dict[str, QuoteMention] = {}
    for quote, words in headlines:
        if words in earlier:
            quote.repeats = earlier[words].start
            continue
        earlier[words] = quote
        at = whole.find(words)
        if at < 0:
            continue
        body = spoken[bisect_right(ends, at)]
        quote.repeats = body.start
        guessed = quote.speaker.sure <= GUESSED < body.speaker.sure and body.speaker.actors
        if not quote.speaker.actors or guessed:
            quote.speaker = quote.speaker._replace(
                actors=body.speaker.actors, rule="repeats", sure=0.9
            )


def _headline(document: Document, quote: QuoteMention) -> bool:
    """Whether a quotation is a headline, or a line of its own between paragraphs, short and
    without a full stop."""
    paragraph = document.paragraphs[quote.paragraph]
    if paragraph.role in ("title", "lead-title"):
        return True
    short = quote.end - quote.start <= LONGEST_SUBHEAD and quote.cue is None
    return short and _alone(document, quote) and document.text[quote.end - 1] not in ".,"


def _alone(document: Document, quote: QuoteMention) -> bool:
    """Whether a quotation is all that its paragraph has."""
    paragraph = document.paragraphs[quote.paragraph]
    return paragraph.end - paragraph.start - (quote.end - quote.start) <= 2


def of_interview(
    document: Document, found: Sequence[QuoteMention], turns: Sequence[QuoteMention]
) -> None:
    """Headlines that are in marks from end to end, above an interview: of the one who answers
    all its questions."""
    answering = {turn.speaker.actors for turn in turns if turn.answers is not None}
    if len(answering) != 1:
        return
    (actors,) = answering
    for quote in found:
        titles = document.paragraphs[quote.paragraph].role in ("title", "lead-title")
        if titles and not quote.speaker.actors and _alone(document, quote):
            quote.speaker = quote.speaker._replace(actors=actors, rule="turn", sure=0.8)


def _bare(words: str) -> str:
    return " ".join(_WORDS.findall(words.lower()))
