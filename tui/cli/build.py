"""``build``: the articles into the store."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from contextlib import nullcontext
from typing import TYPE_CHECKING

from tui.cli.opening import building, places, readers, say_skipped
from tui.cli.output import DONE, CannotDo, out, say
from tui.cli.progress import counted
from tui.terminal_text import one_line

if TYPE_CHECKING:
    from tui.build import Built


def run(given: argparse.Namespace) -> int:
    """Read the articles and put the store in place."""
    from tui import store
    from tui.build import build as build_corpus
    from tui.build import seeds
    from tui.store.derived import with_columns

    folders, place = places(given)
    place = place or store.default_path(*folders)
    with (
        building(),
        counted(plain=given.plain) as progress,
        readers(given) or nullcontext() as executor,
    ):
        built = build_corpus(folders or seeds(), progress, place, executor=executor)
    try:
        aside = store.save(built.corpus, place, built.digests)
        with_columns(store.load(place), say)
    except OSError as error:
        raise CannotDo(f"{place}: {error.strerror or error}") from error
    if aside:
        say(f"what stood in the store's place is kept: {aside}")
    found = _told(built) if given.plain else _found(built)
    out("".join(f"{line}\n" for line in found))
    out(f"store: {one_line(str(place))}\n")
    say_skipped(built.report, say, given.verbose)
    return DONE


def _found(built: Built) -> Iterable[str]:
    yield f"{built.report.articles} articles read"
    yield f"{'':10}{'from rules':>12}{'curated':>9}"
    for kind, extracted, curated in built.report.tallies:
        yield f"{kind:10}{extracted:12}{curated:9}"


def _told(built: Built) -> Iterable[str]:
    """The same, a fact a line."""
    yield f"{built.report.articles} articles read"
    for kind, extracted, curated in built.report.tallies:
        yield f"{kind}: {extracted:,} from rules, {curated:,} curated"
