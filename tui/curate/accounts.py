"""Curated accounts as disagreements: who answers a question how, and in which passage.

Which passages answer one question only a reader can tell. Who speaks in them the rules
know; an entry names speakers only where they do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.corpus import Corpus
from tui.curate.entries import AccountEntry, AnsweringPassage, Curation
from tui.curate.tables import Problems
from tui.disagreements.sides import made, records_at, speakers
from tui.model import Disagreement, Side, Telling


def accounts(curation: Curation, corpus: Corpus, problems: Problems) -> tuple[Disagreement, ...]:
    """The accounts as records, in the order of their file."""
    return tuple(_account(entry, corpus, problems) for entry in curation.accounts)


def _account(entry: AccountEntry, corpus: Corpus, problems: Problems) -> Disagreement:
    sides = [
        Side(answer.says, tuple(_told(each, corpus, problems) for each in answer.passages))
        for answer in entry.answers
    ]
    return made(
        "account",
        entry.question,
        sides,
        id=entry.id,
        items=_items(entry, corpus),
        rule=entry.why,
        origin="curated",
        explained_by=entry.explained_by,
        note=entry.note,
    )


def _told(each: AnsweringPassage, corpus: Corpus, problems: Problems) -> Telling:
    found = speakers(corpus, each.passage.anchor)
    if each.speakers is None:
        return Telling(each.passage.anchor, found)
    named = tuple(actor.id for actor in each.speakers)
    if named == found:
        problems.at(each.passage.where, "speakers are no longer needed: the rules find the same")
    return Telling(each.passage.anchor, named)


def _items(entry: AccountEntry, corpus: Corpus) -> Iterator[str]:
    for each in entry.passages:
        yield from records_at(corpus, each.passage.anchor)
