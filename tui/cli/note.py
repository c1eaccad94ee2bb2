"""``note``, ``tag`` and the others that change the notebook."""

from __future__ import annotations

import argparse

from tui.cli.opening import open_notebook, read_corpus
from tui.cli.output import DONE, CannotDo, out
from tui.terminal_text import one_line


def run(given: argparse.Namespace) -> int:
    """Change the notebook, and say what was done."""
    from tui.noting import CannotNote, done

    try:
        said = done(given, lambda: read_corpus(given), open_notebook(given))
    except CannotNote as error:
        raise CannotDo(str(error)) from error
    out(f"{one_line(said)}\n")
    return DONE
