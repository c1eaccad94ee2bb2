"""Days: one happening, told of different days.

What happens to somebody once in a while is compared by who it happens to: of two arrests or two
speeches of a person nobody says that they are one. Two reports of one story are compared by the
kind of happening, where each tells just one of a kind that is to come, or two that have most
words in common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from tui.corpus import Corpus
from tui.dates import readable
from tui.disagreements.contests import APART
from tui.disagreements.sides import (
    Voices,
    between_articles,
    made,
    matching,
    rule_id,
    standing_in,
)
from tui.disagreements.stories import Stories
from tui.disagreements.words import words_in
from tui.model import Disagreement, Event, Side

ONCE = frozenset({"inauguration", "resignation", "death", "kill", "independence", "wedding"})
"""Types of events that happen to somebody once within weeks."""

_OF_ONCE = re.compile(rf'"type":"(?:{"|".join(sorted(ONCE))})"'.encode())
"""What stands in the JSON of such an event."""

FACTS = ("happened", "planned")

NO_KIND = frozenset({"", "speech"})
"""Types that do not tell one happening from another."""

ALIKE = {True: 1, False: 3}
"""Words that two titles have in common, at the least: of what is to come, and of what has been."""

SMALL = 3
"""Letters of the longest word that tells nothing of what a title is about."""

LATER = {True: 31, False: 4}
"""Days between two days of one happening, at the most."""


def differing_days(corpus: Corpus, voices: Voices, stories: Stories) -> Iterator[Disagreement]:
    """A disagreement for each happening that articles tell of different days."""
    seen: set[frozenset[str]] = set()
    for about, actors, events in (*_of_persons(corpus, stories), *_of_stories(corpus, stories)):
        items = [event.id for event in events]
        days: dict[str, list[Event]] = {}
        for event in events:
            days.setdefault(event.when.edtf, []).append(event)
        sides = [
            Side(readable(day), voices.told(event.evidence[0] for event in of_day))
            for day, of_day in days.items()
        ]
        if len(days) < 2 or not between_articles(sides, voices) or frozenset(items) in seen:
            continue
        seen.add(frozenset(items))
        yield made(
            "account",
            about,
            sides,
            id=rule_id("account", events[0].type, *(actors or items[:1])),
            items=items,
            actors=actors,
            rule="one happening on different days",
        )


def _of_persons(corpus: Corpus, stories: Stories) -> Iterator[tuple[str, list[str], list[Event]]]:
    """What happens to a person once within weeks."""
    told: defaultdict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for _, event in matching(corpus.events, _OF_ONCE):
        if event.type in ONCE and event.status in FACTS and _one_day(event):
            for actor in event.actors or _named(stories, event):
                told[event.type, event.status, actor].append(event)
    for (kind, _status, actor), events in told.items():
        who = stories.actors.get(actor)
        if who is not None and who.type == "person":
            first = events[0]
            alike = [first, *(each for each in events[1:] if _near(stories, first, each))]
            yield f"{who.name}, {kind}", [actor], alike


def _of_stories(corpus: Corpus, stories: Stories) -> Iterator[tuple[str, list[str], list[Event]]]:
    """What two reports of one story tell of two days, and not both of both."""
    pairs = [*stories.pairs(each.id for each in corpus.articles)]
    standing = standing_in(corpus.events) if pairs else {}
    for one, other in pairs:
        kinds = [
            _by_kind(corpus, stories, standing.get(article, ()), article)
            for article in (one, other)
        ]
        for (kind, to_come), mine in kinds[0].items():
            theirs = kinds[1].get((kind, to_come), [])
            if len(mine) == len(theirs) == 1 and _alike(stories, mine[0], theirs[0], to_come):
                yield mine[0].title, [], [mine[0], theirs[0]]


def _by_kind(
    corpus: Corpus, stories: Stories, numbers: Sequence[int], article: str
) -> dict[tuple[str, bool], list[Event]]:
    """The events of an article by their type and whether they are to come."""
    reported = stories.published(article)
    found: dict[tuple[str, bool], list[Event]] = {}
    for number in numbers:
        event = corpus.events[number]
        told = any(passage.article == article for passage in event.evidence)
        if told and event.type not in NO_KIND and event.status in FACTS and _one_day(event):
            to_come = reported is not None and event.when.earliest > reported.isoformat()
            found.setdefault((event.type, to_come), []).append(event)
    return found


def _alike(stories: Stories, one: Event, other: Event, to_come: bool) -> bool:
    """Whether two events of one type are one, on different days."""
    first, second = (date.fromisoformat(each.when.earliest) for each in (one, other))
    if one.id == other.id or abs((first - second).days) > LATER[to_come]:
        return False
    words = [
        {
            stories.words(each.evidence[0].article).stem(word)
            for word in words_in(each.title)
            if len(word) > SMALL
        }
        - {""}
        for each in (one, other)
    ]
    most = ALIKE[to_come] if to_come else max(ALIKE[to_come], (min(map(len, words)) + 1) // 2)
    return len(words[0] & words[1]) >= most


def _named(stories: Stories, event: Event) -> list[str]:
    """The actors of an event's article whose last name its title has."""
    words = set(re.findall(r"[^\W\d_]+", event.title))
    named = stories.standing(event.evidence[0].article)
    return [actor.id for actor in named if actor.last_name in words]


def _one_day(event: Event) -> bool:
    return bool(event.when.earliest) and event.when.earliest == event.when.latest


def _near(stories: Stories, one: Event, other: Event) -> bool:
    return stories.near([one.evidence[0].article], [other.evidence[0].article], APART)
