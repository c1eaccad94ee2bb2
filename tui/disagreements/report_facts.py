"""What the rules ask of the text of every report, told once, by whoever reads it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from tui.cleaning import clean_text
from tui.disagreements.answers import answers_in
from tui.disagreements.counted import told_of
from tui.disagreements.labels import labels_of
from tui.disagreements.negations import Denial, own_denials
from tui.disagreements.report_names import leaders_beside, names_in
from tui.disagreements.sides import Spoken, speakers_in, spoken_in, two_speakers
from tui.disagreements.words import words_of
from tui.model import Extraction, Quote
from tui.near_copies import sketch
from tui.summary import ReportFacts
from tui.tables.codec import as_json


def facts_of(reading: Extraction, text: str) -> ReportFacts:
    """What an article tells to whoever compares it with others."""
    article = reading.article
    words = words_of(article.language)
    spoken = spoken_in(article.id, sorted(reading.quotes, key=_start))
    denials = [
        each for each in own_denials(article.id, text, words) if _between_voices(each, spoken)
    ]
    counts = {
        figure.id: told
        for figure in reading.figures
        if figure.evidence
        if figure.evidence[0].article == article.id
        if (told := told_of(figure, text, words, partial(speakers_in, spoken)))
    }
    return ReportFacts(
        article.language,
        sketch(text),
        *names_in(text, words),
        sorted(answers_in(text, words)),
        {
            actor.id: [
                [*dict.fromkeys(clean_text(text[at.start : at.end]) for at in actor.mentions)],
                labels_of(actor.described_as, words),
                [*dict.fromkeys(leaders_beside(text, actor.mentions, words))],
            ]
            for actor in reading.actors
        },
        [[*chain.from_iterable(each[1:] for each in found if each)] for found in denials],
        as_json(spoken),
        as_json(counts),
    )


def _between_voices(denial: Denial, spoken: Sequence[Spoken]) -> bool:
    """Whether one speaker denies what another says: all other denials in one report are left."""
    positive, *others = filter(None, denial)
    said, denied = (
        {speaker for at in passages for speaker in speakers_in(spoken, at)}
        for passages in ([positive], others)
    )
    return two_speakers(said, denied)


def _start(quote: Quote) -> int:
    return quote.evidence[0].start if quote.evidence else 0
