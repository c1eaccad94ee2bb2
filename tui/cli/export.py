"""``export``: records in a form that other programs read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from tui.cli.opening import open_corpus
from tui.cli.output import DONE, carry_out, first, say, write
from tui.command_line import KINDS, MENTIONS, REPORT
from tui.forms import CORRECTIONS, NOTEBOOK, form

if TYPE_CHECKING:
    from tui.corpus import Corpus
    from tui.model import Record

R = TypeVar("R", bound="Record")

LONG = 5_000
"""Records of a page that a browser opens in a moment."""


def run(given: argparse.Namespace) -> int:
    """Records of a kind, the notebook or the corrections, to the standard output or into a
    file."""
    corpus = open_corpus(given)
    made = form(given.format)
    if given.kind in (NOTEBOOK, CORRECTIONS):
        if not corpus.added.placed:
            say("nothing is added yet")
        carry_out(given, made, corpus, (), given.kind)
    elif given.kind == MENTIONS:
        from tui.export.jsonl import line
        from tui.mentions import mentions

        write(given, map(line, mentions(corpus)), data=True)
    elif given.kind == REPORT:
        from tui.report.page import report

        shown = _found(corpus, given.query) if given.query else corpus
        number = sum(len(shown.of(kind[:-1])) for kind in KINDS)
        if number > LONG:
            say(f"a page of {number:,} records opens slowly; --query takes fewer")
        write(given, report(shown, given.query), data=True)
    else:
        records: Sequence[Record] = corpus.of(given.kind[:-1])
        if given.query:
            from tui.search import answer

            found = answer(corpus, given.query, given.kind[:-1])
            records = found.hits.records
            for said in found.lines(counted=False):
                say(said)
        carry_out(given, made, corpus, first(given, records))
    return DONE


def _found(corpus: Corpus, query: str) -> Corpus:
    """The corpus of what a search finds, of each kind that it has."""
    from dataclasses import replace

    from tui.records import contests_of
    from tui.search import answer

    answers = {kind: answer(corpus, query, kind[:-1]) for kind in KINDS}
    for said in dict.fromkeys(
        line for each in answers.values() if each.total for line in each.lines(counted=False)
    ):
        say(said)
    records = [each for found in answers.values() for each in found.hits.records]
    ids = {each.id for each in records}
    # What they stand in and are about is there too, so that each can be followed to its source.
    ids |= {anchor.article for each in records for anchor in each.evidence}
    ids |= {contest for each in records for contest in contests_of(each)}

    def kept(table: Sequence[R]) -> tuple[R, ...]:
        return tuple(each for each in table if each.id in ids)

    return replace(
        corpus,
        articles=kept(corpus.articles),
        actors=kept(corpus.actors),
        contests=kept(corpus.contests),
        events=kept(corpus.events),
        figures=kept(corpus.figures),
        quotes=kept(corpus.quotes),
        disagreements=kept(corpus.disagreements),
        narrowed_from=corpus.whole,
    )
