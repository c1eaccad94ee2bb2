"""``chart``: a chart as text."""

from __future__ import annotations

import argparse
import sys

from tui.cli.opening import open_corpus
from tui.cli.output import DONE, write
from tui.streams import terminal_width
from tui.terminal_text import sanitized


def run(given: argparse.Namespace) -> int:
    """A chart as text, in the signs that the output's encoding has, and its numbers."""
    from tui.charts.plain_text import CHARTS as DRAWN
    from tui.glyphs import in_encoding

    corpus = open_corpus(given)
    stream = None if given.output != "-" else getattr(sys.stdout, "encoding", None)
    encoding = "ascii" if given.ascii else stream or "utf-8"
    given.width = given.width or terminal_width()
    if given.plain:
        from tui.plain.charts import CHARTS as TOLD

        lines = TOLD[given.kind](corpus, given)
    else:
        lines = DRAWN[given.kind](corpus, given)
    write(given, (f"{in_encoding(sanitized(line), encoding)}\n" for line in lines))
    return DONE
