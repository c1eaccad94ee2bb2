"""Options that several commands have, the commands of ``serve`` and of the notebook, and the
values that they take."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.forms import CITED, STYLES
from tui.review_states import STATES
from tui.streams import WIDEST

Command = Callable[..., argparse.ArgumentParser]
"""Makes the parser of a command from its name, what it does, and more for its help."""

COLORS = ("auto", "always", "never")
"""When colours and bold letters are printed: ``auto`` on a terminal alone."""


def _whole_number(typed: str, least: int, most: int, what: str) -> int:
    """A number that is written with ASCII digits alone; ``ArgumentTypeError`` outside its
    bounds."""
    digits = typed.isascii() and typed.isdigit() and len(typed) <= len(str(most))
    if not digits or not least <= int(typed) <= most:
        raise argparse.ArgumentTypeError(f"{typed}: {what} from {least:,} to {most:,}")
    return int(typed)


def width(typed: str) -> int:
    """A number of cells that a line can have."""
    return _whole_number(typed, 1, WIDEST, "a width")


def port(typed: str) -> int:
    """A port to listen on; 0 for any that is free."""
    return _whole_number(typed, 0, 65_535, "a port")


def visitors(typed: str) -> int:
    """A number of pages that may be open at once."""
    return _whole_number(typed, 1, 999, "a number")


def records(typed: str) -> int:
    """A number of records."""
    return _whole_number(typed, 1, 999_999_999, "a number")


def add_format(command: argparse.ArgumentParser, names: Sequence[str], default: str) -> None:
    """``--format``, and ``--json`` for the form of that name."""
    of = command.add_mutually_exclusive_group()
    told = f"{', '.join(names)}; {default} if none is given" if default else ", ".join(names)
    of.add_argument("--format", choices=names, default=default or None, metavar="FORM", help=told)
    of.add_argument(
        "--json",
        action="store_const",
        const="json",
        dest="format",
        default=argparse.SUPPRESS,
        help="the same as --format json",
    )


def add_limit(command: argparse.ArgumentParser) -> None:
    """``--limit``, how many records are printed at most."""
    command.add_argument(
        "--limit", type=records, metavar="N", help="the first N records; all if none is given"
    )


def add_style(command: argparse.ArgumentParser) -> None:
    """``--style``, of references."""
    command.add_argument(
        "--style",
        metavar="STYLE",
        help=f"of {CITED}: {', '.join(STYLES)}, or a file of the Citation Style Language",
    )


def add_output(command: argparse.ArgumentParser) -> None:
    """Where the output goes."""
    command.add_argument(
        "-o", "--output", default="-", metavar="FILE", help="a file, or - for the standard output"
    )
    command.add_argument(
        "--force", action="store_true", help="replace the file where there is one already"
    )


def add_verbose(command: argparse.ArgumentParser) -> None:
    """Whether each file that is passed over has a line of its own."""
    command.add_argument(
        "--verbose", action="store_true", help="a line for each file that is passed over"
    )


def add_serve(command: Command) -> None:
    """The explorer in a browser."""
    serve = command(
        "serve",
        "the explorer in a browser; prints an address, which opens for whoever has it",
        epilog="It listens on this machine alone unless --host says otherwise. Each browser has a "
        "notebook of its own. No page can name a file: copies go to the browser's clipboard, "
        "exports to its downloads, and articles are added by serbia-tui add.",
    )
    serve.add_argument(
        "--port", type=port, default=8000, metavar="N", help="8000; 0 takes a free one"
    )
    serve.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help="another interface to listen on"
    )
    serve.add_argument(
        "--visitors", type=visitors, default=10, metavar="N", help="pages at once; 10"
    )
    serve.add_argument(
        "--read-only",
        action="store_true",
        default=argparse.SUPPRESS,
        help="no notebooks: what a visitor adds is gone with the page",
    )


def add_notebook(command: Command) -> None:
    """The commands that change what the user has added."""
    told = "an id, or words of an article as ARTICLE:START-END"
    for name, words in (
        ("note", "write a note on a record"),
        ("tag", "tag a record; -TAG takes a tag away"),
        ("bookmark", "bookmark a record; again to take the bookmark away"),
        ("state", "say what you think of a record: unchecked, checked, disputed"),
        ("correct", "correct what a record says"),
        ("hide", "hide a record that is none"),
    ):
        of = command(name, words)
        of.add_argument("id", metavar="ID", help=told)
        if name == "note":
            of.add_argument("text", nargs="+", metavar="TEXT")
        elif name == "tag":
            of.add_argument("tags", nargs="+", metavar="TAG")
        elif name == "state":
            of.add_argument("state", choices=STATES, metavar="STATE", help=", ".join(STATES))
        elif name == "correct":
            of.add_argument("fields", nargs="+", metavar="FIELD=VALUE", help="speaker=tepic")
        if name in ("correct", "hide"):
            of.add_argument("--why", default="", metavar="REASON", help="why it is wrong")
    merge = command("merge", "say that an actor is the same as another")
    merge.add_argument("id", metavar="ACTOR", help="the one that is another")
    merge.add_argument("other", metavar="ACTOR", help="the one that stays")
    merge.add_argument("--why", default="", metavar="REASON", help="why they are one")
    split = command("split", "say that an actor under some names is another")
    split.add_argument("id", metavar="ACTOR", help="the one that is two")
    split.add_argument("names", nargs="+", metavar="NAME", help="how the other is named")
    split.add_argument("--why", default="", metavar="REASON", help="why they are two")
    command("undo", "undo what was last added or changed")
    command("redo", "do again what was undone")
    notebook = command("notebook", "copy the notebook, have another again, or take one in")
    notebook.add_argument(
        "what",
        choices=("backup", "restore", "merge"),
        metavar="WHAT",
        help="backup, restore, merge",
    )
    notebook.add_argument("file", type=Path, metavar="FILE")
