"""Entries that may each be right, but not together.

Every entry is given to each of these checks; the later of two that do not go together is
the one that is told, with the place of the earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from tui.curate.entries import (
    AccountEntry,
    ActorEntry,
    ArticleEntry,
    CorrectionEntry,
    Curation,
    EventEntry,
    Passage,
)
from tui.curate.typed_table import Problems, shown
from tui.model import Anchor


def find_contradictions(curation: Curation, problems: Problems) -> None:
    """Tell what contradicts what."""
    for name, entries in (
        ("the id", [(each.id, each.where) for each in curation.actors]),
        ("the id", [(each.id, each.where) for each in curation.contests]),
        ("the id", [(each.id, each.where) for each in curation.events]),
        ("the id", [(each.id, each.where) for each in curation.topics]),
        ("the id", [(each.id, each.where) for each in curation.accounts]),
        ("the topic", [(each.name, each.where) for each in curation.topics]),
    ):
        _once(name, entries, problems)
    _one_date(curation.articles, problems)
    _one_owner(curation.actors, problems)
    _one_event(curation.events, problems)
    _one_correction(curation.corrections, problems)
    _two_articles(curation.accounts, problems)


def _once(name: str, entries: Iterable[tuple[str, str]], problems: Problems) -> None:
    seen: dict[str, str] = {}
    for key, where in entries:
        if key and key in seen:
            problems.at(where, f"{name} {shown(key)} is given already at {seen[key]}")
        seen.setdefault(key, where)


def _one_date(entries: Sequence[ArticleEntry], problems: Problems) -> None:
    first: dict[str, ArticleEntry] = {}
    for entry in entries:
        other = first.setdefault(entry.file, entry)
        if other is entry or not entry.file:
            continue
        problems.at(entry.where, f"article {shown(entry.file)} is given already at {other.where}")
        if entry.published and other.published and entry.published != other.published:
            problems.at(
                entry.dated_at,
                f"{shown(entry.file)} has two publication dates: {entry.published.edtf} here, and"
                f" {other.published.edtf} at {other.dated_at}",
            )


def _one_owner(entries: Sequence[ActorEntry], problems: Problems) -> None:
    named: dict[str, ActorEntry] = {}
    for actor in entries:
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            other = named.setdefault(name.casefold(), actor)
            if other is not actor and name:
                problems.at(
                    actor.where,
                    f"{shown(name)} is a name of {shown(actor.id)} here, and of"
                    f" {shown(other.id)} at {other.where}; expected one actor for it",
                )
        if actor.name in actor.aliases:
            problems.at(actor.where, f"alias {shown(actor.name)} is the name already")


def _one_event(entries: Sequence[EventEntry], problems: Problems) -> None:
    told: dict[Anchor, tuple[Passage, EventEntry]] = {}
    for event in entries:
        for passage in event.passages:
            at, other = told.setdefault(passage.anchor, (passage, event))
            if other is not event:
                problems.at(
                    passage.where,
                    f"this passage tells {shown(other.id)} at {at.where}; expected it in one event"
                    " only",
                )
            elif at is not passage:
                problems.at(passage.where, f"this passage is given already at {at.where}")


def _one_correction(entries: Sequence[CorrectionEntry], problems: Problems) -> None:
    for first, second in combinations(entries, 2):
        if first.kind != second.kind or not _overlap(first.passage, second.passage):
            continue
        against = f"contradicts {first.where}: "
        if first.add or second.add:
            if first.add and second.add and first.passage.anchor == second.passage.anchor:
                problems.at(second.where, f"{against}both add a {first.kind} here")
        elif first.drop or second.drop:
            problems.at(
                second.where, f"{against}one drops the {first.kind} that the other is about"
            )
        elif both := sorted(first.change.keys() & second.change.keys()):
            problems.at(second.where, f"{against}both set {', '.join(map(shown, both))}")


def _two_articles(entries: Sequence[AccountEntry], problems: Problems) -> None:
    """A disagreement needs two answers, of two articles, and no passage gives both."""
    for account in entries:
        answers = [each for each in account.answers if each.passages]
        if len(answers) != len(account.answers):
            continue  # Words that do not stand in their article are told already.
        if len(answers) < 2:
            problems.at(account.where, "has one answer only; expected at least two")
        elif len({each.passage.anchor.article for each in account.passages}) < 2:
            problems.at(account.where, "is told by one article only; expected at least two")
        said: dict[str, str] = {}
        told: dict[Anchor, Passage] = {}
        for answer in answers:
            first = answer.passages[0].passage.where
            if answer.says.casefold() in said:
                at = said[answer.says.casefold()]
                problems.at(first, f"the answer {shown(answer.says)} is given already at {at}")
            said.setdefault(answer.says.casefold(), first)
            for each in answer.passages:
                other = told.setdefault(each.passage.anchor, each.passage)
                if other is not each.passage:
                    problems.at(
                        each.passage.where, f"this passage answers already at {other.where}"
                    )


def _overlap(first: Passage, second: Passage) -> bool:
    one, other = first.anchor, second.anchor
    return one.article == other.article and one.start < other.end and other.start < one.end
