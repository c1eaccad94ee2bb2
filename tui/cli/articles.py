"""``articles``: what there is."""

from __future__ import annotations

import argparse
import sys

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
    width = terminal_width() if sys.stdout.isatty() else None
    tell_articles(corpus, now.skipped, width, given.verbose, say, out)
    return DONE
