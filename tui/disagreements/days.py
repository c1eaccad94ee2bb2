"""Days: one happening, told of different days.

What happens to somebody once in a while is compared by who it happens to: of two arrests or two
speeches of a person nobody says that they are one. Two reports of one story are compared by the
kind of happening, where each tells just one of a kind that is to come, or two that have most
words in common.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tui.corpus import Corpus
from tui.dates import readable
from tui.disagreements.contests import APART
from tui.disagreements.report_names import name_key
from tui.disagreements.sides import (
    Voices,
    between_articles,
    made,
    matching,
    rule_id,
    standing_in,
)
from tui.disagreements.stories import Stories
from tui.disagreements.words import ComparisonWords, spread, words_in
from tui.folding import folded
from tui.model import Disagreement, Event, Side

ONCE = frozenset({"inauguration", "resignation", "death", "kill", "independence", "wedding"})
"""Types of events that happen to somebody once within weeks."""

_OF_ONCE = re.compile(rf'"type":"(?:{"|".join(sorted(ONCE))})"'.encode())
"""What stands in the JSON of such an event."""

FACTS = ("happened", "planned")

NO_KIND = frozenset({"", "speech"})
"""Types that do not tell one happening from another."""

ALIKE, ALIKE_TO_COME = 3, 1
"""Words that two titles have in common, at the least: of what has been, and of what is to come."""

WORD = "a word: "
"""What a kind begins with that is just a word of a title; two have another in common then."""

VOTE = "vote"
"""The kind of happening of which reports of an election tell several."""

OF_A_STORY = frozenset({"talks", "court", "sitting", "oath"})
"""Kinds of what is to come of which a story has one, whatever the words."""

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
    standing = standing_in(corpus.events, {article for pair in pairs for article in pair})
    for one, other in pairs:
        here, there = (
            _Told.of(corpus, stories, standing.get(article, ()), article)
            for article in (one, other)
        )
        for mine, theirs in here.alike(there):
            yield mine.title, [], [mine, theirs]


@dataclass(frozen=True)
class _Told:
    """The events of an article that are compared, by the kinds of what is happening and whether
    they are to come; with the words of their titles."""

    by_kind: Mapping[tuple[str, bool], Sequence[Event]]
    words: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, corpus: Corpus, stories: Stories, numbers: Sequence[int], article: str) -> _Told:
        """Those whose numbers these are."""
        reported, language = stories.published(article), stories.words(article)
        by_kind: dict[tuple[str, bool], list[Event]] = {}
        words: dict[str, frozenset[str]] = {}
        for event in map(corpus.events.__getitem__, numbers):
            told = any(passage.article == article for passage in event.evidence)
            if not told or event.status not in FACTS or not _span(event):
                continue
            to_come = reported is not None and _span(event)[:1] > (reported.isoformat(),)
            title = words_in(event.title)
            words[event.id] = frozenset(_telling(event.title, stories, language))
            kinds = {event.type} - NO_KIND
            if to_come:
                kinds |= {language.happening(word) for word in title} - {""}
                kinds |= {f"{WORD}{stem}" for stem in words[event.id]}
            for kind in kinds:
                by_kind.setdefault((kind, to_come), []).append(event)
        return cls(by_kind, words)

    def alike(self, other: _Told) -> Iterator[tuple[Event, Event]]:
        """The events of two articles that are one, on different days: each its article's only one
        of a kind."""
        for (kind, to_come), mine in self.by_kind.items():
            theirs = other.by_kind.get((kind, to_come), [])
            if len(mine) == len(theirs) == 1 and _near_by(mine[0], theirs[0], to_come):
                words = self.words[mine[0].id], other.words[theirs[0].id]
                least = min(map(len, words))
                most = ALIKE_TO_COME if to_come else max(ALIKE, (least + 1) // 2)
                most += kind.startswith(WORD)
                if len(words[0] & words[1]) >= most * (kind not in OF_A_STORY):
                    yield mine[0], theirs[0]


def _telling(title: str, stories: Stories, language: ComparisonWords) -> Iterator[str]:
    """The words of a title that tell what happens, without endings: no names that all reports of a
    field have, and not that there is a vote."""
    for word, _start in spread(title):
        plain = folded(word)
        named = {name_key(word, language)} - {""} if word[0].isupper() else set()
        telling = not named or stories.telling(frozenset(named))
        if len(word) > SMALL and telling and language.happening(plain) != VOTE:
            yield from filter(None, [language.stem(plain)])


def _near_by(one: Event, other: Event, to_come: bool) -> bool:
    """Whether two events are two, on days that are near one another."""
    spans = _span(one), _span(other)
    if one.id == other.id or (spans[0][0] <= spans[1][1] and spans[1][0] <= spans[0][1]):
        return False
    first, second = (date.fromisoformat(each[0]) for each in spans)
    return abs((first - second).days) <= LATER[to_come]


def _span(event: Event) -> tuple[str, ...]:
    """The first and the last day of an event, which is one day or a month; of what is to be by a
    day that day."""
    first, last = event.when.earliest or event.when.latest, event.when.latest
    return (first, last) if first and last and last[:7] == first[:7] else ()


def _named(stories: Stories, event: Event) -> list[str]:
    """The actors of an event's article whose last name its title has."""
    words = set(re.findall(r"[^\W\d_]+", event.title))
    named = stories.standing(event.evidence[0].article)
    return [actor.id for actor in named if actor.last_name in words]


def _one_day(event: Event) -> bool:
    return bool(event.when.earliest) and event.when.earliest == event.when.latest


def _near(stories: Stories, one: Event, other: Event) -> bool:
    return stories.near([one.evidence[0].article], [other.evidence[0].article], APART)
