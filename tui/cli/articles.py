"""``articles``: what there is."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from tui.cli.opening import building, places, read_corpus
from tui.cli.output import DONE, out, say
from tui.streams import terminal_width


def run(given: argparse.Namespace) -> int:
    """The articles that there are, with their facts; beside it what is left out, and why."""
    from tui.collecting import tell_articles
    from tui.folders import seeds
    from tui.inputs import inputs

    corpus = read_corpus(given, lambda _line: None)
    folders, _ = places(given)
    with building():
        now = inputs(*(folders or [seeds()]))
    if given.plain:
        from tui.plain.tabs import walk

        table: Iterable[str] = walk(corpus, "sources")
    else:
        from tui.export.table import articles_table

        table = articles_table(corpus, terminal_width() if sys.stdout.isatty() else None)
    tell_articles(table, len(corpus.articles), now.skipped, given.verbose, say, out)
    return DONE
