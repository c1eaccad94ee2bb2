"""``tab``: a tab of the explorer, a fact a line."""

from __future__ import annotations

import argparse

from tui.cli.opening import open_corpus
from tui.cli.output import DONE, first, say, write
from tui.command_line import OVERVIEW


def run(given: argparse.Namespace) -> int:
    """Everything that a tab lists, or what a search finds of it, in the order of the tab."""
    from tui.plain.tabs import TABS, blocks, heading

    corpus = open_corpus(given)
    if given.name == OVERVIEW:
        from tui.plain.overview import walk as walk_overview

        write(given, (f"{line}\n" for line in walk_overview(corpus)))
        return DONE
    tab = TABS[given.name]
    records, none = tab.records(corpus), tab.none
    if given.query:
        from tui.search import answer

        found = [answer(corpus, given.query, kind) for kind in tab.kinds]
        only = {record.id for each in found for record in each.hits.records}
        for said in dict.fromkeys(line for each in found for line in each.lines(counted=False)):
            say(said)
        records, none = [each for each in records if each.id in only], "nothing is found"
    lines = (heading(given.name, records, none), *blocks(corpus, first(given, records)))
    write(given, (f"{line}\n" for line in lines))
    return DONE
