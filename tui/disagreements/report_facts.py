"""What the rules ask of the text of every report, told once, by whoever reads it."""

from __future__ import annotations

from itertools import chain

from tui.cleaning import clean_text
from tui.codec import as_json
from tui.disagreements.answers import answers_in
from tui.disagreements.labels import labels_of
from tui.disagreements.negations import own_denials
from tui.disagreements.sides import spoken_in
from tui.disagreements.stories import names_in
from tui.disagreements.words import words_of
from tui.model import Extraction, Quote
from tui.near_copies import sketch
from tui.summary import ReportFacts


def facts_of(reading: Extraction, text: str) -> ReportFacts:
    """What an article tells to whoever compares it with others."""
    article = reading.article
    words = words_of(article.language)
    denials = own_denials(article.id, text, words)
    return ReportFacts(
        article.language,
        sketch(text),
        *names_in(text, words),
        sorted(answers_in(text, words)),
        {
            actor.id: [
                [*dict.fromkeys(clean_text(text[at.start : at.end]) for at in actor.mentions)],
                labels_of(actor.described_as, words),
            ]
            for actor in reading.actors
        },
        as_json(spoken_in(article.id, sorted(reading.quotes, key=_start))).decode(),
        [[*chain.from_iterable(each[1:] for each in found if each)] for found in denials],
    )


def _start(quote: Quote) -> int:
    return quote.evidence[0].start if quote.evidence else 0
