"""``show``: one record."""

from __future__ import annotations

import argparse

from tui.cli.opening import open_corpus
from tui.cli.output import DONE, CannotDo, carry_out, write
from tui.forms import form
from tui.terminal_text import sanitized


def run(given: argparse.Namespace) -> int:
    """One record, whole."""
    corpus = open_corpus(given)
    record = corpus.get(given.id)
    if record is None:
        from difflib import get_close_matches

        near = get_close_matches(given.id, corpus.by_id, n=3)
        hint = f"; near it: {', '.join(near)}" if near else ""
        raise CannotDo(f"no record has the id {given.id}{hint}")
    if given.format != "text":
        carry_out(given, form(given.format), corpus, [record])
        return DONE
    from tui.export.page import page

    write(given, (f"{sanitized(each)}\n" for each in page(corpus, record)))
    return DONE
