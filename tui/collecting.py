"""What the commands say that add, remove and list articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tui import adding, removing
from tui.corpus import Corpus
from tui.folders import OWN, own_articles
from tui.inputs import Skipped, told
from tui.terminal_text import one_line

Say = Callable[[str], None]


class Collected(NamedTuple):
    """What was added from inside the explorer: all there is now, None where nothing is new,
    and what is to be said of it."""

    corpus: Corpus | None
    lines: tuple[str, ...]


def collected(outcomes: Sequence[adding.Addition], read_again: Callable[[], Corpus]) -> Collected:
    """What became of files that were added from inside the explorer."""
    articles = sum(each.articles for each in outcomes if each.name)
    lines = [f"Added {articles:,} {'article' if articles == 1 else 'articles'}"]
    refused = [Skipped(each.file, each.refused) for each in outcomes if each.refused]
    within = [each for outcome in outcomes for each in outcome.skipped]
    lines += told([*refused, *within], said="Not added: ")
    return Collected(read_again() if articles else None, tuple(lines[articles == 0 :]))


def tell_added(
    outcomes: Iterable[adding.Addition], folder: Path, verbose: bool, say: Say, out: Say
) -> bool:
    """Say what becomes of the files that are added; whether any was."""
    added = 0
    refused: list[Skipped] = []
    for outcome in outcomes:
        if outcome.refused:
            refused.append(Skipped(outcome.file, outcome.refused))
        else:
            added += 1
            _tell_one(outcome, verbose, say, out)
    for line in told(refused, verbose, "not added: "):
        say(line)
    if refused:
        say(f"added {added:,}, not added {len(refused):,}")
    where = one_line(str(folder))
    if added and folder == own_articles():
        out(f"{where}: serbia-tui shows it beside the five, serbia-tui --corpus {OWN} alone\n")
    elif added:
        out(f"{where}: explore it with serbia-tui --corpus {where}\n")
    return added > 0


def _tell_one(outcome: adding.Addition, verbose: bool, say: Say, out: Say) -> None:
    for remark in outcome.remarks:
        say(f"{outcome.file}: {remark}")
    for line in told(outcome.skipped, verbose):
        say(line)
    renamed = f" as {outcome.name}" if Path(outcome.name).name != Path(outcome.file).name else ""
    out(f"added {one_line(outcome.file + renamed)}{_number(outcome.articles)}\n")


def _number(articles: int) -> str:
    return f": {articles:,} articles" if articles > 1 else ""


def tell_removed(outcomes: Iterable[removing.Removal], say: Say, out: Say) -> bool:
    """Say what becomes of the names that are to be removed; whether each was."""
    every = True
    for outcome in outcomes:
        if outcome.refused:
            every = False
            say(f"not removed: {outcome.name}: {outcome.refused}")
        else:
            out(f"removed {one_line(outcome.file)}{_number(outcome.articles)}\n")
    return every


def tell_articles(
    table: Iterable[str],
    number: int,
    skipped: Sequence[Skipped],
    verbose: bool,
    say: Say,
    out: Say,
) -> None:
    """List the articles with their facts, and beside it how many they are and what is left
    out."""
    for line in table:
        out(f"{line}\n")
    for line in told(skipped, verbose):
        say(line)
    say(f"{number:,} {'article' if number == 1 else 'articles'}, {len(skipped):,} left out")
