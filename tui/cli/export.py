"""``export``: records in a form that other programs read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.arguments import MENTIONS
from tui.cli.opening import open_corpus
from tui.cli.output import DONE, carry_out, first, say, write
from tui.forms import CORRECTIONS, NOTEBOOK, form

if TYPE_CHECKING:
    from tui.model import Record


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
