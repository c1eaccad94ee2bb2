"""Curated accounts as disagreements: who answers a question how, and in which passage.

Which passages answer one question only a reader can tell. Who speaks in them the rules
know; an entry names speakers only where they do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.corpus import Corpus
from tui.curate.entries import AccountEntry, AnsweringPassage, Curation
from tui.curate.typed_table import Problems
from tui.disagreements.sides import Voices, common, made, standing_in
from tui.model import Anchor, AttributedPassage, Disagreement, Record, Side


def accounts(curation: Curation, corpus: Corpus, problems: Problems) -> tuple[Disagreement, ...]:
    """The accounts as records, in the order of their file."""
    if not curation.accounts:
        return ()
    voices = Voices(corpus)
    nearest = _nearest(
        corpus, {each.passage.anchor for entry in curation.accounts for each in entry.passages}
    )
    return tuple(_account(entry, voices, nearest, problems) for entry in curation.accounts)


def _account(
    entry: AccountEntry, voices: Voices, nearest: Mapping[Anchor, str], problems: Problems
) -> Disagreement:
    sides = [
        Side(answer.says, tuple(_told(each, voices, problems) for each in answer.passages))
        for answer in entry.answers
    ]
    return made(
        "account",
        entry.question,
        sides,
        id=entry.id,
        items=filter(None, (nearest.get(each.passage.anchor) for each in entry.passages)),
        rule=entry.why,
        origin="curated",
        explained_by=entry.explained_by,
        note=entry.note,
    )


def _told(each: AnsweringPassage, voices: Voices, problems: Problems) -> AttributedPassage:
    passage = each.passage.anchor
    found = voices.of(passage)
    if each.speakers is None:
        return AttributedPassage(passage, found)
    named = tuple(actor.id for actor in each.speakers)
    if named == found:
        problems.at(each.passage.where, "speakers are no longer needed: the rules find the same")
    return AttributedPassage(passage, named)


def _nearest(corpus: Corpus, passages: Iterable[Anchor]) -> dict[Anchor, str]:
    """For each passage the id of the quote, figure or event that shares most with it."""
    by_article: dict[str, list[Anchor]] = {}
    for passage in passages:
        by_article.setdefault(passage.article, []).append(passage)
    best: dict[Anchor, tuple[float, str]] = {}
    tables: tuple[Sequence[Record], ...] = (corpus.quotes, corpus.figures, corpus.events)
    places = [(table, standing_in(table)) for table in tables]
    near = (
        table[place]
        for table, within in places
        for place in sorted({each for article in by_article for each in within.get(article, ())})
    )
    for record in near:
        for anchor in record.evidence:
            for passage in by_article.get(anchor.article, ()):
                whole = max(passage.end, anchor.end) - min(passage.start, anchor.start)
                shared = common(passage, anchor) / max(1, whole)
                if shared > best.get(passage, (0.0, ""))[0]:
                    best[passage] = shared, record.id
    return {passage: id for passage, (_shared, id) in best.items()}
