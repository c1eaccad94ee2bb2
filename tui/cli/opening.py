"""What a command works on: its folders, store and notebook, and the corpus made of them."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tui.cli.output import CannotDo, Say, say
from tui.cli.progress import Show, counted
from tui.command_line import FIVE, OWN

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tui.build import Report
    from tui.corpus import Corpus
    from tui.notebook import Notebook


def open_corpus(given: argparse.Namespace) -> Corpus:
    """The corpus that is asked for, with what its reader has added and corrected."""
    corpus = read_corpus(given)
    notebook = open_notebook(given)
    if not os.path.exists(notebook.place):  # noqa: PTH110 - nor where it may not be looked for
        return corpus
    kept = notebook.read()
    if kept.notice:
        say(kept.notice)
    if not kept.notes.annotations:
        return corpus
    from tui.annotated import Desk

    return Desk(corpus, notebook.where).corpus(kept.notes.annotations)


def open_notebook(given: argparse.Namespace) -> Notebook:
    """The notebook that is asked for, else the user's own."""
    from tui.notebook import Notebook, default_path

    named = getattr(given, "corpus", None) or [FIVE]
    where = ", ".join(
        each if each in (OWN, FIVE) else str(Path(each).absolute()) for each in map(str, named)
    )
    return Notebook(getattr(given, "notebook", None) or default_path(), where)


def read_corpus(
    given: argparse.Namespace,
    say: Say = say,
    count: Show | None = None,
    show: Callable[[Corpus], None] | None = None,
) -> Corpus:
    """The corpus of the folder that is asked for, from its store or built; ``count`` is
    told how far the build is, and ``show`` given what is read meanwhile."""
    from tui.build import open_or_build
    from tui.store.derived import with_columns

    with building(), counted(count, plain=given.plain) as progress:

        def part(corpus: Corpus, seconds: float) -> None:
            begun = monotonic()
            if show:
                show(corpus)
            if progress:
                progress.estimate.part(len(corpus.articles), seconds + monotonic() - begun)

        asked = part if show else None
        corpus, report = open_or_build(*places(given), say, progress, readers(given), asked)
    if report:
        say_skipped(report, say)
    return with_columns(corpus, say)


def places(given: argparse.Namespace) -> tuple[Sequence[Path], Path | None]:
    """The folders and the store that are asked for: the five articles, and one's own beside
    them, where no folder is."""
    from tui.folders import everything, own_articles, seeds

    named = {OWN: own_articles, FIVE: seeds}
    folders = [
        named[each]() if each in named else Path(each) for each in getattr(given, "corpus", ())
    ]
    folders = list(dict.fromkeys(folders)) or list(everything())
    # The store of the five articles alone has a name of its own.
    return ([] if folders == [seeds()] else folders), getattr(given, "store", None)


def readers(given: argparse.Namespace) -> contextlib.AbstractContextManager[Executor] | None:
    """The cluster that is asked for, to be connected to where there is something to read."""
    address = getattr(given, "scheduler", None)
    if not address:
        return None
    from tui.dask_cluster import connected

    return connected(address)


def one_folder(given: argparse.Namespace) -> Path:
    """The folder in which articles are added or removed: one's own where none is named."""
    from tui.folders import own_articles, seeds

    if not getattr(given, "corpus", ()):
        return own_articles()
    folders, _ = places(given)
    if len(folders) > 1:
        raise CannotDo("several folders are named; it is done in one")
    return folders[0] if folders else seeds()


@contextlib.contextmanager
def building() -> Iterator[None]:
    """What is wrong in a folder of articles, in the words of the command line."""
    from tui.build import BuildError

    try:
        yield
    except BuildError as error:
        from tui.inputs import told

        raise CannotDo(str(error), tuple(told(error.skipped, said=""))) from error
    except Exception as error:
        # Whoever opens a store that is there does not need the curated files' rules.
        from tui.curate import CurationError

        if not isinstance(error, CurationError):
            raise
        found = f"{len(error.problems)} found"
        raise CannotDo(f"the curated files do not fit: {found}", error.problems) from error


def say_skipped(report: Report, say: Say, verbose: bool = False) -> None:
    from tui.inputs import told

    for file, remark in report.remarks:
        say(f"{file}: {remark}")
    for unread in report.unread:
        say(unread.told)
    for line in told(report.skipped, verbose):
        say(line)
    if report.skipped:
        say(f"skipped {len(report.skipped):,}, read {report.articles:,}")
