"""``tab``: a tab of the explorer, a fact a line."""

from __future__ import annotations

import argparse

from tui.arguments import OVERVIEW
from tui.cli.opening import open_corpus
from tui.cli.output import DONE, say, write


def run(given: argparse.Namespace) -> int:
    """Everything that a tab lists, or what a search finds of it, in the order of the tab."""
    from tui.plain.tabs import TABS, walk

    corpus = open_corpus(given)
    if given.name == OVERVIEW:
        from tui.plain.overview import walk as walk_overview

        write(given, (f"{line}\n" for line in walk_overview(corpus)))
        return DONE
    only: set[str] | None = None
    if given.query:
        from tui.search import answer

        found = [answer(corpus, given.query, kind) for kind in TABS[given.name].kinds]
        only = {record.id for each in found for record in each.hits.records}
        for said in dict.fromkeys(line for each in found for line in each.lines(counted=False)):
            say(said)
    write(given, (f"{line}\n" for line in walk(corpus, given.name, only)))
    return DONE
