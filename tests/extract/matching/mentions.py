"""Mentions of actors against the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tests.extract.gold_key import GoldArticle, GoldKey, Span, Table, bare
from tests.extract.matching.parts import Outcome, judged, span_of
from tui.corpus import Corpus
from tui.model import Actor


def outcomes(key: GoldKey, gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    """Names are counted form by form; each counts for the longest form that it holds."""
    entries = gold.of("mention")
    named: list[list[Span]] = [[] for _ in entries]
    strangers: Counter[tuple[str, str]] = Counter()
    for actor in corpus.actors:
        for mention in actor.mentions:
            if mention.article != gold.id:
                continue
            i = _form_of(key, entries, actor, corpus.words(mention))
            if i is None:
                strangers[actor.id, corpus.words(mention)] += 1
            else:
                named[i].append(span_of(mention))
    states = {actor["id"] for actor in key.actors if actor["type"] == "state"}
    for entry, spans in zip(entries, named, strict=True):
        label = f"{entry['actor']} {entry['words']!r}"
        faults = [*_mention_faults(gold, entry, spans, entry["actor"] in states)]
        if faults and not spans:
            yield Outcome("mention", gold.number, label, "missing", (f"{entry['count']} times",))
        else:
            yield judged("mention", gold.number, label, faults)
    for (actor_id, words), count in strangers.items():
        label = f"{actor_id} {words!r}"
        yield Outcome("mention", gold.number, label, "unexpected", (f"{count} times",))


def _mention_faults(
    gold: GoldArticle, entry: Table, spans: Sequence[Span], state: bool
) -> Iterator[str]:
    least = entry["count"]
    # Where something lies in a state, the state is named all the same; a city is not the
    # government that bears its name.
    places = entry.get("place_count", 0) if state else 0
    most = least + entry.get("optional_count", 0) + places
    if not least <= len(spans) <= most:
        times = f"{least}" if least == most else f"{least} to {most}"
        yield f"{len(spans)} times, not {times}"
    for context in entry.get("within", []):
        around = gold.find(context)
        if not any(around.shares(span) for span in spans):
            yield f"not in {context!r}"


def _form_of(key: GoldKey, entries: Sequence[Table], actor: Actor, words: str) -> int | None:
    for i, entry in enumerate(entries):
        actors = (entry["actor"], *entry.get("accept_actor", []))
        forms = (entry["words"], *entry.get("accept_words", []))
        if key.same_actor(actors, actor.id) and (words in forms or bare(words) in forms):
            return i
    return None
