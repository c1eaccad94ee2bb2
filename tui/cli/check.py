"""``check``: every record against its article."""

from __future__ import annotations

import argparse

from tui.cli.opening import building, places
from tui.cli.output import COULD_NOT, DONE, out, say
from tui.terminal_text import one_line
from tui.wording import counted


def run(given: argparse.Namespace) -> int:
    """Everything in the store against the articles and the curated files as they are."""
    from tui import store
    from tui.build import build as build_corpus
    from tui.build import inputs, seeds
    from tui.integrity import differences, problems
    from tui.plausibility import doubts
    from tui.tables.codec import DecodeError

    folders, place = places(given)
    place = place or store.default_path(*folders)
    found: list[str] = []
    with building():
        now = inputs(*(folders or [seeds()]))
        built = build_corpus(now)
    try:
        kept = store.load(place)
        if store.packed(kept, now.digests) != store.packed(built.corpus, now.digests):
            found.append("the store is not what the articles and curated files give now")
            found += differences(kept, built.corpus)
    except store.StoreMissing:
        kept = built.corpus
    except store.StoreProblem as problem:
        kept = built.corpus
        found.append(f"the store {problem.reason}")
    except DecodeError as wrong:
        kept = built.corpus
        found.append(f"the store is damaged: {wrong}")
    found += problems(kept, now.texts)
    for problem_line in found:
        out(f"{one_line(problem_line)}\n")
    if found:
        say(f"{len(found)} found that {'does' if len(found) == 1 else 'do'} not hold")
        return COULD_NOT
    for doubt in doubts(kept):
        where = f"{kept.name(doubt.contest)}: " if doubt.contest else ""
        say(f"warning: {where}{doubt.why} ({', '.join(doubt.figures)})")
    records = sum(1 for _ in kept.records)
    articles = counted(len(kept.articles), "article")
    out(f"All {records} records from {articles} check out: passages, links, values\n")
    return DONE
