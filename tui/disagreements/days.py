"""Days: one happening, told of different days.

Only what happens to somebody once in a while is compared: of two arrests or two speeches of a
person nobody says that they are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tui.corpus import Corpus
from tui.dates import readable
from tui.disagreements.contests import APART
from tui.disagreements.sides import Voices, between_articles, made, rule_id
from tui.disagreements.stories import near
from tui.model import Actor, Disagreement, Event, Side

ONCE = frozenset({"inauguration", "resignation", "death", "kill", "independence", "wedding"})
"""Types of events that happen to somebody once within weeks."""

FACTS = ("happened", "planned")


def differing_days(corpus: Corpus, voices: Voices) -> Iterator[Disagreement]:
    """A disagreement for each happening that articles tell of different days."""
    told: defaultdict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in corpus.events:
        if event.type in ONCE and event.status in FACTS and _one_day(event):
            for actor in _named(corpus, event):
                told[event.type, event.status, actor].append(event)
    seen: set[frozenset[str]] = set()
    for (kind, _status, actor), events in told.items():
        who = corpus.get(actor)
        if not isinstance(who, Actor) or who.type != "person":
            continue
        first = events[0]
        alike = [first, *(each for each in events[1:] if _near(corpus, first, each))]
        days: dict[str, list[Event]] = {}
        for event in alike:
            days.setdefault(event.when.edtf, []).append(event)
        sides = [
            Side(readable(day), voices.told(event.evidence[0] for event in of_day))
            for day, of_day in days.items()
        ]
        items = [event.id for event in alike]
        if len(days) < 2 or not between_articles(sides, voices) or frozenset(items) in seen:
            continue
        seen.add(frozenset(items))
        yield made(
            "account",
            f"{who.name}, {kind}",
            sides,
            id=rule_id("account", kind, actor),
            items=items,
            actors=[actor],
            rule="one happening on different days",
        )


def _named(corpus: Corpus, event: Event) -> tuple[str, ...]:
    """The actors of an event; where it has none, those whose last name its title has."""
    if event.actors:
        return event.actors
    words = set(re.findall(r"[^\W\d_]+", event.title))
    named = corpus.in_article(event.evidence[0].article, "actor")
    return tuple(
        actor.id for actor in named if isinstance(actor, Actor) and actor.name.split()[-1] in words
    )


def _one_day(event: Event) -> bool:
    return bool(event.when.earliest) and event.when.earliest == event.when.latest


def _near(corpus: Corpus, one: Event, other: Event) -> bool:
    return near(corpus, [one.evidence[0].article], [other.evidence[0].article], APART)
