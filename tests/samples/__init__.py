"""A small corpus of invented reports, made by hand, that every test may use.

It holds every kind of record in every shape that matters: each precision of a date, each
status, each type of quote, records with several passages and records with hardly any.
Nothing in it comes from the extractors, so a test of the explorer or of the store does
not depend on them.
"""

from __future__ import annotations

from tests.samples.facts import events, figures
from tests.samples.hostile import HOSTILE, hostile_corpus
from tests.samples.sources import actors, articles, contests
from tests.samples.statements import disagreements, quotes
from tests.samples.texts import (
    GAZETTE,
    GAZETTE_ID,
    POST,
    POST_ID,
    RADIO,
    RADIO_ID,
    TEXTS,
    day,
    in_folder,
    passage,
)
from tui.corpus import Corpus
from tui.ids import article_id

__all__ = [
    "GAZETTE",
    "GAZETTE_ID",
    "HOSTILE",
    "POST",
    "POST_ID",
    "RADIO",
    "RADIO_ID",
    "TEXTS",
    "day",
    "hostile_corpus",
    "in_folder",
    "passage",
    "sample_corpus",
]


def sample_corpus() -> Corpus:
    """Three invented articles with their records, all hand-made."""
    return Corpus(
        articles=articles(),
        actors=actors(),
        contests=contests(),
        events=events(),
        figures=figures(),
        quotes=quotes(),
        disagreements=disagreements(),
        texts={article_id(text): text for text in TEXTS.values()},
    )
