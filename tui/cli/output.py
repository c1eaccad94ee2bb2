"""What the commands print, where it goes, and how they end."""

from __future__ import annotations

import argparse
import itertools
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.streams import leave_output, write_utf8
from tui.terminal_text import one_line

if TYPE_CHECKING:
    from tui.corpus import Corpus
    from tui.forms import ExportForm
    from tui.model import Record

DONE, COULD_NOT = 0, 1

Say = Callable[[str], None]
T = TypeVar("T")


class CannotDo(Exception):
    """A command cannot do what it is asked; the message is the line that says why, and
    ``problems`` are the lines before it, where there is more to say than one."""

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.problems = problems


def out(text: str) -> None:
    sys.stdout.write(text)


def first(given: argparse.Namespace, records: Sequence[T]) -> Sequence[T]:
    """As many records as ``--limit`` lets through, and a line beside them where there are
    more."""
    limit = given.limit
    if limit is None or len(records) <= limit:
        return records
    say(f"the first {limit:,} of {len(records):,}; without --limit there are all")
    return records[:limit]


def in_bold(given: argparse.Namespace) -> bool:
    """Whether what was found is printed in bold letters: as ``--color`` says, else where a
    terminal shows it and nobody has asked for none."""
    if given.color != "auto" or given.output != "-":
        return bool(given.color == "always")
    dumb = os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and not dumb


def say(line: str) -> None:
    """A line beside the results: what goes on, and what goes wrong."""
    print(f"serbia-tui: {one_line(line)}", file=sys.stderr, flush=True)


def could_not(error: Exception) -> int:
    """Say what went wrong."""
    if os.environ.get("SERBIA_TUI_TRACEBACK"):
        raise error
    if isinstance(error, CannotDo):
        for problem in error.problems:
            print(one_line(problem), file=sys.stderr)
        say(str(error))
    elif isinstance(error, OSError):
        say(f"{error.filename or 'the output'}: {error.strerror or error}")
        leave_output()
    elif type(error).__name__ == "DecodeError":
        # Only who forges a store's digest sees this; importing its type is not worth it.
        say(f"the store is damaged: {error}; serbia-tui build makes it again")
    else:
        say(f"an error of the program: {type(error).__name__}: {error}")
    return COULD_NOT


def carry_out(
    given: argparse.Namespace,
    made: ExportForm,
    corpus: Corpus,
    records: Sequence[Record],
    what: str = "records",
) -> None:
    """Records in a form, on the standard output or in the place that is given; what is no
    text needs a place."""
    from tui.forms import FormProblem

    if style := getattr(given, "style", None):
        made = made._replace(style=style)
    try:
        _carry_out(given, made, corpus, records, what)
    except FormProblem as problem:
        raise CannotDo(str(problem)) from problem


def _carry_out(
    given: argparse.Namespace,
    made: ExportForm,
    corpus: Corpus,
    records: Sequence[Record],
    what: str,
) -> None:
    if made.shape == "text":
        bom = ["\ufeff"] if getattr(given, "bom", False) else []
        write(given, itertools.chain(bom, made.lines(corpus, records, what)), data=True)
        return
    if given.output == "-":
        is_what = "a folder" if made.shape == "folder" else "no text"
        raise CannotDo(f"{made.name} is {is_what}: name its place with -o")
    path = Path(given.output)
    if path.exists() and not given.force and not (path.is_dir() and made.shape == "folder"):
        raise CannotDo(f"{given.output}: exists already; --force replaces it")
    try:
        made.put(path, corpus, records, what, force=given.force)
    except OSError as error:
        reason = error.strerror or error
        raise CannotDo(
            f"{given.output}: {reason}; --force adds to it"
            if isinstance(error, FileExistsError)
            else f"{given.output}: {reason}"
        ) from error


def write(given: argparse.Namespace, lines: Iterable[str], *, data: bool = False) -> None:
    """Put lines on the standard output or into a file; ``data`` is UTF-8 whatever the output
    has."""
    output = given.output
    if output == "-":
        if data:
            write_utf8()
        for each in lines:
            out(each)
        # Who reads only the beginning is told nothing more.
        sys.stdout.flush()
        return
    from tui.files import write_output

    path = Path(output)
    if path.is_file() and not given.force:
        raise CannotDo(f"{output}: exists already; --force replaces it")
    try:
        write_output(path, "".join(lines).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise CannotDo(f"{output}: {error.strerror or error}") from error
