"""``show``: one record, or words of an article."""

from __future__ import annotations

import argparse

from tui.cli.opening import open_corpus
from tui.cli.output import DONE, CannotDo, carry_out, write
from tui.corpus import Corpus
from tui.forms import form
from tui.model import Anchor, Record
from tui.terminal_text import sanitized


def run(given: argparse.Namespace) -> int:
    """One record, whole: by its id, or an actor by a name; or words by where they stand."""
    from tui.export.page import page, words_page

    corpus = open_corpus(given)
    shown = _shown(corpus, " ".join(given.id))
    if isinstance(shown, Anchor):
        if given.format != "text":
            raise CannotDo("words of an article are shown as text alone")
        write(given, (f"{sanitized(each)}\n" for each in words_page(corpus, shown)))
    elif given.format == "text":
        write(given, (f"{sanitized(each)}\n" for each in page(corpus, shown)))
    else:
        carry_out(given, form(given.format), corpus, [shown])
    return DONE


def _shown(corpus: Corpus, called: str) -> Record | Anchor:
    from tui.annotated import words_called
    from tui.comparison import NotKnown, speaker_called

    found = corpus.get(called) or words_called(corpus, called)
    if found is not None:
        return found
    try:
        actor = corpus.get(speaker_called(corpus, called))
    except NotKnown as problem:
        if problem.meant:
            raise CannotDo(str(problem)) from problem
        actor = None
    if actor is not None:
        return actor
    from difflib import get_close_matches

    from tui.search import answer

    near = get_close_matches(called, corpus.by_id, n=3)
    meant = answer(corpus, called, "actor").suggestion
    hint = f"; near it: {', '.join(near)}" if near else f"; {meant.how}?" if meant else ""
    raise CannotDo(f"no record has the id {called}, and nobody is called so{hint}")
