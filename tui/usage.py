"""What may be typed: the commands, their options, and how they are explained."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tui import __version__
from tui.plain import one_line
from tui.streams import WIDEST

COMMANDS = (
    "build",
    "search",
    "show",
    "compare",
    "export",
    "chart",
    "check",
    "add",
    "remove",
    "articles",
)
KINDS = ("articles", "actors", "contests", "events", "figures", "quotes", "disagreements")
EXPORTED = (*KINDS, "mentions")
CHARTS = ("timeline", "results", "actors")
LANES = ("kind", "article", "actor", "together")
UNITS = ("day", "week", "month", "year", "decade", "century")
TABS = ("timeline", "actors", "results", "quotes", "sources")

OWN, FIVE = "mine", "seeds"
"""What ``--corpus`` calls the folder of the user's own articles, and the five articles."""

MISUSED = 2
"""The exit code when what is typed is not understood."""


def _width(typed: str) -> int:
    """A number of cells that a line can have."""
    width = int(typed) if typed.isascii() and typed.isdigit() else 0
    if not 0 < width <= WIDEST:
        raise argparse.ArgumentTypeError(f"{typed}: a width from 1 to {WIDEST:,}")
    return width


def understood(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for; the program ends when that is not to be understood."""
    parser = _parser(_kinds() if "add" in arguments else "")
    given = parser.parse_args(_with_words_left_out(_with_dashes_in_place(arguments)))
    if given.command and (given.open or given.tab or given.notebook):
        parser.error("--open, --tab and --notebook go without a command")
    if given.command == "export" and given.format == "md" and given.kind != "disagreements":
        parser.error("--format md is for disagreements; other kinds have jsonl")
    return given


def _with_dashes_in_place(arguments: Sequence[str]) -> list[str]:
    """Two dashes before the command end the options as they do after it, where alone
    the parser understands them."""
    given = list(arguments)
    if "--" in given:
        at = given.index("--")
        if at + 1 < len(given) and not {*COMMANDS} & {*given[:at]}:
            given[at : at + 2] = [given[at + 1], "--"]
    return given


def _with_words_left_out(arguments: Sequence[str]) -> list[str]:
    """``-word`` after ``search`` is a part of the query and no option. It is given a minus
    sign that the parser of options does not know and the query reads as the same."""
    given = list(arguments)
    if next((word for word in given if word in COMMANDS), "") != "search":
        return given
    ends = given.index("--") if "--" in given else len(given)
    for at in range(given.index("search") + 1, ends):
        word = given[at]
        if word[:1] == "-" and word[1:2] not in ("", "-") and word != "-h":
            given[at] = f"−{word[1:]}"
    return given


class _Parser(argparse.ArgumentParser):
    """A parser whose messages are plain: they repeat what was typed."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(MISUSED, f"{self.prog}: {one_line(message)}\n")


def _parser(kinds: str) -> argparse.ArgumentParser:
    # A place given after the command must not be undone by its default, nor one given
    # before it by the command's: what is not given leaves no trace.
    places = _Parser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    places.add_argument(
        "--corpus",
        action="append",
        metavar="DIR",
        help=f"a folder of articles instead of the five and those that were added; {FIVE}: the "
        f"five alone, {OWN}: the others alone; may be given again",
    )
    places.add_argument(
        "--store", type=Path, metavar="FILE", help="where the derived store is kept"
    )
    version = {"action": "version", "version": f"serbia-tui {__version__}"}
    places.add_argument("--version", **version, help="show the version and exit")  # type: ignore[arg-type]

    parser = _Parser(
        prog="serbia-tui",
        description="Explore news reports about the Serbian elections of December 2023. "
        "Without a command: the explorer.",
        epilog="Exit codes: 0 done, 1 could not, 2 used wrongly.",
        parents=[places],
        allow_abbrev=False,
    )
    parser.add_argument("--open", metavar="ID", help="explore from this record on")
    parser.add_argument("--tab", choices=TABS, metavar="NAME", help=f"begin at {', '.join(TABS)}")
    parser.add_argument("--notebook", type=Path, metavar="FILE", help="where what you add is kept")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, words: str, epilog: str = "") -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=epilog,
            parents=[places],
            allow_abbrev=False,
        )

    build = command("build", "read the articles, write the store, say what was found")
    _add_verbose(build)

    search = command(
        "search",
        "find records by words, in any order, however they are spelt",
        epilog="Beside words: '\"a phrase\"', -word, a OR b, word*, word~ (spelt much so), and "
        "speaker: party: source: date:2023-12 date:2023-12-17..2023-12-25 kind: topic: "
        "sure:>0.8 rule:. A phrase is quoted for the search, and once more for the shell.",
    )
    search.add_argument("query", nargs="*", metavar="QUERY", help="words; none finds all")
    search.add_argument(
        "--in",
        dest="kind",
        choices=KINDS,
        default="quotes",
        metavar="KIND",
        help=f"{', '.join(KINDS)}; quotes if none is given",
    )
    search.add_argument("--format", choices=("table", "jsonl"), default="table")

    show = command("show", "one record with its passages")
    show.add_argument("id", metavar="ID")
    show.add_argument("--format", choices=("text", "jsonl"), default="text")

    compare = command(
        "compare",
        "what several speakers say, side by side",
        epilog="A speaker is a name, the beginning of one (tepic), or an id. Who is missing to "
        "two is the most quoted on what is asked. QUERY is as of search: theft, topic:kosovo.",
    )
    compare.add_argument("speakers", nargs="*", metavar="SPEAKER")
    compare.add_argument(
        "--about", default="", metavar="QUERY", help="only what a search for this finds"
    )
    compare.add_argument("--format", choices=("text", "md", "jsonl"), default="text")
    _add_output(compare)

    export = command("export", f"records of a kind: {', '.join(EXPORTED)}")
    export.add_argument("kind", choices=EXPORTED, metavar="KIND")
    export.add_argument(
        "--format", choices=("jsonl", "md"), default="jsonl", help="md for disagreements"
    )
    _add_output(export)

    chart = command("chart", f"a chart as text, with its numbers: {', '.join(CHARTS)}")
    chart.add_argument("kind", choices=CHARTS, metavar="KIND")
    chart.add_argument(
        "--width",
        type=_width,
        metavar="N",
        help=f"cells of a line, up to {WIDEST:,}; the terminal's, or 80",
    )
    chart.add_argument("--ascii", action="store_true", help="draw with ASCII alone")
    chart.add_argument(
        "--by",
        choices=LANES,
        default=LANES[0],
        metavar="LANES",
        help=f"timeline: {', '.join(LANES)}",
    )
    chart.add_argument(
        "--unit", choices=UNITS, metavar="UNIT", help=f"timeline: {', '.join(UNITS)}; what has room"
    )
    _add_output(chart)

    command("check", "every record against its article; exit 1 and a list when one does not hold")

    add = command("add", f"copy articles into the folder {OWN}, or that of --corpus", kinds)
    add.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="files, folders with all that is in them, archives; - for the standard input",
    )
    _add_verbose(add)

    remove = command("remove", f"take files away again from the folder {OWN}, or that of --corpus")
    remove.add_argument(
        "names", nargs="+", metavar="NAME", help="a file, or the path or id of its article"
    )

    articles = command("articles", "what there is, with its facts, and what is left out, and why")
    _add_verbose(articles)
    return parser


def _kinds() -> str:
    """What can be added, by the readers that there are."""
    from tui.documents import READERS

    kinds = "; ".join(f"{each.name} ({' '.join(each.suffixes)})" for each in READERS)
    return f"What is read: {kinds}. Files are known by what they begin with, too."


def _add_verbose(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--verbose", action="store_true", help="a line for each file that is passed over"
    )


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o", "--output", default="-", metavar="FILE", help="a file, or - for the standard output"
    )
