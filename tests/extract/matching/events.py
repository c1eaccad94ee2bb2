"""Events against the key: one happening, however many passages tell it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tests.extract.gold_key import GoldArticle, GoldEvent, GoldKey, Span, Table
from tests.extract.matching.parts import (
    Outcome,
    State,
    date_faults,
    judged,
    paired,
    shortened,
    span_of,
)
from tui.corpus import Corpus
from tui.model import Event


def outcomes(key: GoldKey, corpus: Corpus) -> Iterator[Outcome]:
    texts = {article.id: article for article in key.articles}

    def score(gold: GoldEvent, event: Event) -> float:
        pairs = [
            (passage, span_of(anchor))
            for article, passage in gold.passages()
            for anchor in event.evidence
            if anchor.article == article
        ]
        like = sum(a.likeness(b) for a, b in pairs if a.touches(b))
        # What one passage tells may be in the key twice: as a happening, and as its telling.
        return like + (0.0 if gold.optional else 0.5) if like else 0.0

    pairs = paired(key.events, corpus.events, score)
    extra: dict[int, list[int]] = {}
    unexpected: list[tuple[Event, str]] = []
    for j, event in enumerate(corpus.events):
        if j in pairs.values():
            continue
        points, best = max((score(gold, event), -i) for i, gold in enumerate(key.events))
        if points <= 0:
            unexpected.append((event, "nothing of the kind is told"))
        elif key.events[-best].optional or _may_stand_apart(key.events[-best], event):
            extra.setdefault(-best, []).append(j)
        else:
            unexpected.append((event, f"{key.events[-best].key!r} told twice"))
    for i, gold in enumerate(key.events):
        records = [pairs[i], *extra.get(i, [])] if i in pairs else extra.get(i, [])
        told = [corpus.events[j] for j in records]
        joined = gold.every("joined")
        if not told and joined:
            others = [n for n, other in enumerate(key.events) if other.key in joined]
            told = [
                corpus.events[pairs[n]]
                for n in others
                if n in pairs and score(gold, corpus.events[pairs[n]]) > 0
            ]
            if told:
                yield judged("event", "", gold.key, (), [f"told within {told[0].id}"])
                continue
        if not told:
            state: State = "left out" if gold.optional else "missing"
            yield Outcome("event", "", gold.key, state)
            continue
        faults: dict[str, None] = {}
        for event in told:
            which = f"{event.id}: " if event.id != gold.key else ""
            for fault in _event_faults(key, gold, event, texts):
                faults[which + fault] = None
        untold = _untold(gold, told)
        faults.update(
            (f"not told by {article.number}", None)
            for article, entry in gold.entries
            if not entry.get("optional")
            and {(article.id, span) for span in article.passages_of(entry)} <= untold
        )
        hints = [*_event_hints(key, gold, told), *_untold_hints(texts, untold)]
        yield judged("event", "", gold.key, faults, hints)
    for event, reason in unexpected:
        where = texts[event.evidence[0].article].number if event.evidence else ""
        words = shortened(corpus.words(event.evidence[0]), 100) if event.evidence else ""
        by = f", claimed by {', '.join(event.claimed_by)}" if event.claimed_by else ""
        told_as = f"{reason}: {event.status}{by}: {words!r}"
        yield Outcome(
            "event", where, f"{event.id} {shortened(event.title)}", "unexpected", (told_as,)
        )


def _may_stand_apart(gold: GoldEvent, event: Event) -> bool:
    """Whether an entry that may be an event of its own is told by this one alone."""
    return any(
        entry.get("apart") and _tells(event, article, entry) for article, entry in gold.entries
    )


def _untold(gold: GoldEvent, told: Iterable[Event]) -> set[tuple[str, Span]]:
    anchors = [anchor for event in told for anchor in event.evidence]
    return {
        (article, span)
        for article, span in gold.passages()
        if not any(a.article == article and span.touches(span_of(a)) for a in anchors)
    }


def _untold_hints(texts: dict[str, GoldArticle], untold: set[tuple[str, Span]]) -> Iterator[str]:
    for article, span in sorted(untold):
        yield f"passage not told: {texts[article].number} {shortened(texts[article].words(span))!r}"


def _event_faults(
    key: GoldKey, gold: GoldEvent, event: Event, texts: dict[str, GoldArticle]
) -> Iterator[str]:
    dates = gold.dates()
    dates += [entry["when"] for _, entry in gold.entries if entry.get("apart")]
    yield from date_faults("when", dates, event.when)
    yield from _expression_faults(gold, event, texts)
    if event.status not in gold.every("status", "accept_status"):
        yield f"status: {event.status}, not {' or '.join(gold.every('status'))}"
    claimants = gold.every("claimed_by", "accept_claimed_by")
    if not all(key.same_actor(claimants, each) for each in event.claimed_by):
        yield f"claimed_by: {event.claimed_by!r}, not {' or '.join(claimants) or 'anybody'}"
    if not event.claimed_by and event.status in ("alleged", "demanded") and claimants:
        yield f"claimed_by: nobody, not {' or '.join(claimants)}"
    lost = _lost_actors(key, gold, event)
    if lost and not (gold.optional and event.actors):
        yield f"actors: lacks {', '.join(lost)}"
    places = [place for place in gold.every("place", "accept_place") if place]
    if event.place and places and not any(_shares_name(event.place, each) for each in places):
        yield f"place: {event.place!r}, not {' or '.join(dict.fromkeys(places))!r}"


def _lost_actors(key: GoldKey, gold: GoldEvent, event: Event) -> list[str]:
    """The actors that what an event tells should name, and that it does not."""
    named = [*event.actors, *event.claimed_by]
    expected = [
        actor
        for article, entry in gold.entries
        if _tells(event, article, entry) and (gold.optional or not entry.get("optional"))
        for actor in entry["actors"]
        if actor not in key.optional_actors
    ]
    return list(dict.fromkeys(key.lacking(expected, named)))


def _tells(event: Event, article: GoldArticle, entry: Table) -> bool:
    """Whether an event has a passage of an entry."""
    return any(
        anchor.article == article.id and span.touches(span_of(anchor))
        for span in article.passages_of(entry)
        for anchor in event.evidence
    )


def _expression_faults(
    gold: GoldEvent, event: Event, texts: dict[str, GoldArticle]
) -> Iterator[str]:
    expression = event.when.expression
    if expression is None or not event.when.edtf:
        return
    expected = [
        span
        for article, entry in gold.entries
        if article.id == expression.article
        for span in article.expressions_of(entry)
    ]
    if expected and not any(span.touches(span_of(expression)) for span in expected):
        yield f"when: read from {texts[expression.article].words(span_of(expression))!r}"


def _shares_name(one: str, other: str) -> bool:
    """Whether two places have a name or noun in common."""
    words = [{word.lower() for word in re.findall(r"\w{4,}", place)} for place in (one, other)]
    return bool(words[0] & words[1])


def _event_hints(key: GoldKey, gold: GoldEvent, told: Iterable[Event]) -> Iterator[str]:
    expected = gold.every("actors", "accept_actors", "claimed_by")
    places = gold.every("place", "accept_place")
    passages = gold.passages()
    for event in told:
        lost = _lost_actors(key, gold, event)
        if lost and gold.optional and event.actors:
            yield f"actors: lacks {', '.join(lost)}"
        others = [actor for actor in event.actors if not key.same_actor(expected, actor)]
        if others:
            yield f"actors: also {', '.join(others)}"
        if bool(event.place) != any(places) and event.place not in places:
            yield f"place: {event.place!r}, not {places[0]!r}"
        for anchor in event.evidence:
            if not any(a == anchor.article and p.touches(span_of(anchor)) for a, p in passages):
                yield f"evidence: also {anchor.article} {anchor.start} to {anchor.end}"
