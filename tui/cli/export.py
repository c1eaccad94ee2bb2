"""``export``: records in a form that other programs read."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.arguments import MENTIONS
from tui.cli.opening import open_corpus
from tui.cli.output import DONE, say, write
from tui.forms import CORRECTIONS, NOTEBOOK, form

if TYPE_CHECKING:
    from tui.model import Record


def run(given: argparse.Namespace) -> int:
    """Records of a kind, the notebook or the corrections, to the standard output or into a
    file."""
    corpus = open_corpus(given)
    made = form(given.format)
    lines: Iterable[str]
    if given.kind in (NOTEBOOK, CORRECTIONS):
        if not corpus.added.placed:
            say("nothing is added yet")
        lines = made.lines(corpus, (), given.kind)
    elif given.kind == MENTIONS:
        from tui.export.jsonl import line
        from tui.mentions import mentions

        lines = map(line, mentions(corpus))
    else:
        records: Sequence[Record] = corpus.of(given.kind[:-1])
        if given.query:
            from tui.search import answer

            found = answer(corpus, given.query, given.kind[:-1])
            records = found.hits.records
            for said in found.lines(counted=False):
                say(said)
        lines = made.lines(corpus, records)
    write(given, itertools.chain(["\ufeff"] if given.bom else [], lines), data=True)
    return DONE
