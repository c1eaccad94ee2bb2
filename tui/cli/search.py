"""``search``: records that are found by words."""

from __future__ import annotations

import argparse
import sys
from itertools import islice

from tui.cli.opening import open_corpus
from tui.cli.output import DONE, carry_out, first, in_bold, say, write
from tui.forms import form
from tui.streams import terminal_width


def run(given: argparse.Namespace) -> int:
    """Hits as a table, or as JSON Lines with their score and spans. What else the screen
    says of them (how many, what was read how, what to ask instead) goes beside."""
    from tui.search import answer

    corpus = open_corpus(given)
    found = answer(corpus, " ".join(given.query), given.kind[:-1])
    hits = first(given, found.hits)
    records = found.hits.records if hits is found.hits else [hit.record for hit in hits]
    if given.format == "jsonl":
        from tui.export.json_lines import objects
        from tui.export.jsonl import line

        values = zip(objects(corpus, records), hits, strict=True)
        write(
            given,
            (
                line(value | {"score": hit.score, "hits": hit.spans, "why": hit.why})
                for value, hit in values
            ),
            data=True,
        )
    elif given.format == "table" and given.plain:
        from tui.plain.tabs import blocks

        lines = blocks(corpus, records, {hit.record.id: hit.why for hit in hits})
        # The first record has none before it.
        write(given, (f"{line}\n" for line in islice(lines, 1, None)))
    elif given.format != "table":
        carry_out(given, form(given.format), corpus, records)
    else:
        from tui.export.table import TableRow, table

        screen = given.output == "-" and sys.stdout.isatty()
        rows = (TableRow(hit.record, hit.spans, hit.why) for hit in hits)
        width = terminal_width() if screen else None
        lines = table(corpus, rows, width=width, lit=in_bold(given))
        write(given, (f"{row}\n" for row in lines))
    # Who reads only the beginning of the hits is told nothing more.
    sys.stdout.flush()
    for said in found.lines(counted=given.format != "jsonl"):
        say(said)
    return DONE
