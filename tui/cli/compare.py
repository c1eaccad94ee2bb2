"""``compare``: speakers side by side."""

from __future__ import annotations

import argparse

from tui.cli.opening import open_corpus
from tui.cli.output import DONE, CannotDo, carry_out, say, write
from tui.forms import form


def run(given: argparse.Namespace) -> int:
    """What several speakers say, side by side; what else the search says goes beside."""
    from tui.comparison import NotKnown, compare, filled_up, speaker_called
    from tui.comparison.render import FORMS
    from tui.search import answer

    corpus = open_corpus(given)
    asked = answer(corpus, given.about)
    try:
        named = [speaker_called(corpus, each) for each in given.speakers]
    except NotKnown as problem:
        raise CannotDo(str(problem)) from problem
    compared = compare(corpus, filled_up(corpus, named, asked.query), asked.query)
    if given.format in FORMS:
        write(given, FORMS[given.format](compared), data=given.format == "jsonl")
    else:
        carry_out(given, form(given.format), corpus, compared.quotes)
    if not compared.speakers:
        say("nobody is quoted in these articles")
    elif asked.total and not compared.groups:
        say("others do: leave out the names to compare the most quoted")
    for said in asked.lines(counted=False):
        say(said)
    return DONE
