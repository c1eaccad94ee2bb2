"""What actors are called, against the key."""

from __future__ import annotations

from collections.abc import Iterator

from tests.extract.gold_key import GoldArticle, GoldKey
from tests.extract.matching.parts import Outcome, absent, judged, shortened, span_of
from tui.corpus import Corpus


def outcomes(key: GoldKey, gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    """A description is found where its words, or part of them, are given to the actor."""
    entries = gold.of("described")
    places = [
        [gold.find(entry["text"], entry.get("nth", 1)), *map(gold.find, entry.get("accept", []))]
        for entry in entries
    ]
    found = [
        (actor, description)
        for actor in corpus.actors
        for description in actor.described_as
        if description.anchor.article == gold.id
    ]
    known: set[int] = set()
    for entry, spans in zip(entries, places, strict=True):
        told = [
            j
            for j, (actor, description) in enumerate(found)
            if actor.id in key.ids(entry["actor"])
            and (
                any(span.shares(span_of(description.anchor)) for span in spans)
                or entry["text"].casefold() in description.text.casefold()
            )
        ]
        known.update(told)
        label = f"{entry['actor']} {shortened(entry['text'])!r}"
        if told:
            yield judged("described", gold.number, label, ())
        else:
            yield absent("described", gold.number, label, entry)
    unnamed = {id for actor in key.actors if actor.get("unnamed") for id in key.ids(actor["id"])}
    for j, (actor, description) in enumerate(found):
        if j not in known and actor.id not in unnamed:
            label = f"{actor.id} {shortened(description.text)!r}"
            yield Outcome("described", gold.number, label, "unexpected")
