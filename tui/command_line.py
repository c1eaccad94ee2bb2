"""What may be typed: the commands, their options, and how they are explained."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tui import __version__
from tui.command_examples import shown
from tui.command_options import (
    COLORS,
    Command,
    add_format,
    add_limit,
    add_notebook,
    add_output,
    add_serve,
    add_style,
    add_verbose,
    width,
)
from tui.forms import CITED, CORRECTIONS, FORMS, NAMES, NOTEBOOK, RECORDS, holding
from tui.streams import WIDEST
from tui.terminal_text import one_line

NOTING = (
    *("note", "tag", "bookmark", "state", "correct", "merge", "split", "hide"),
    *("undo", "redo", "notebook"),
)
"""The commands that change the notebook."""

COMMANDS = (
    *("build", "tab", "search", "show", "compare", "export", "chart", "check"),
    *("add", "remove", "articles", "serve", "config", "doctor", "help"),
    *NOTING,
)
KINDS = ("articles", "actors", "contests", "events", "figures", "quotes", "disagreements")
MENTIONS = "mentions"
REPORT = "report"
"""What ``export`` writes as one page of everything."""
EXPORTED = (*KINDS, MENTIONS, NOTEBOOK, CORRECTIONS, REPORT)
ONE_FORM = {MENTIONS: "jsonl", CORRECTIONS: "toml", REPORT: "html"}
"""What has no form but one."""
CHARTS = ("timeline", "results", "actors")
LANES = ("kind", "article", "actor", "together")
UNITS = ("day", "week", "month", "year", "decade", "century")
OVERVIEW = "overview"
"""What the explorer opens with."""
WALKED = (OVERVIEW, "timeline", "actors", "results", "quotes", "disagreements", "sources")
"""What can be walked in plain text."""
TABS = (*WALKED, "notebook")

OWN, FIVE = "mine", "seeds"
"""What ``--corpus`` calls the folder of the user's own articles, and the five articles."""

MISUSED = 2
"""The exit code when what is typed is not understood."""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """What is asked for; the program ends when that is not to be understood."""
    parser, given = _parsed(_with_words_left_out(_with_dashes_in_place(arguments)))
    if given.command and (given.open or given.tab):
        parser.error("--open and --tab go without a command")
    if given.command not in (None, "serve") and given.read_only:
        parser.error("--read-only goes with the explorer and with serve")
    if given.command == "serve" and getattr(given, "notebook", None):
        parser.error("serve gives each visitor a notebook; --read-only gives none")
    given.plain = getattr(given, "plain", False)
    given.color = getattr(given, "color", COLORS[0])
    if given.plain and not given.command:
        parser.error(f"--plain goes with a command; tab walks {', '.join(WALKED)}")
    if given.command == "tab" and given.name == OVERVIEW and given.query:
        parser.error("the overview is of everything; --query goes with the other tabs")
    if getattr(given, "style", None) and given.format != CITED:
        parser.error(f"--style goes with --format {CITED}")
    if given.command == "export":
        only = ONE_FORM.get(given.kind)
        forms = (only,) if only else holding(NOTEBOOK if given.kind == NOTEBOOK else RECORDS)
        given.format = given.format or only or "jsonl"
        if given.format not in forms:
            have = "have the forms" if len(forms) > 1 else "has the form"
            parser.error(f"{given.kind} {have} {', '.join(forms)}")
        if given.kind == MENTIONS and given.query:
            parser.error("mentions are no records, and are not searched")
        if given.limit and given.kind not in KINDS:
            parser.error(f"--limit goes with {', '.join(KINDS)}")
    return given


def _parsed(arguments: Sequence[str]) -> tuple[argparse.ArgumentParser, argparse.Namespace]:
    """A parser and what it reads. Whoever names no command, and asks for no help, does not wait
    until the parser of every command is made; what is no option is told by the whole parser."""
    if not {*COMMANDS, "-h", "--help"} & {*arguments}:
        parser = _explorer_parser(_place_options())
        parser.set_defaults(command=None)
        given, others = parser.parse_known_args(arguments)
        if not others:
            return parser, given
    parser = make_parser(_kinds() if "add" in arguments else "")
    return parser, parser.parse_args(arguments)


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
    command = next((word for word in given if word in COMMANDS), "")
    if command not in ("search", "tag"):
        return given
    ends = given.index("--") if "--" in given else len(given)
    for at in range(given.index(command) + 1, ends):
        word = given[at]
        if word[:1] == "-" and word[1:2] not in ("", "-") and word not in ("-h", "-o", "-V"):
            given[at] = f"−{word[1:]}"
    return given


class _Parser(argparse.ArgumentParser):
    """A parser whose messages are plain: they repeat what was typed."""

    def error(self, message: str) -> NoReturn:
        said = f"{self.prog}: {one_line(message)}\n{self.prog} --help tells how it is used\n"
        self.exit(MISUSED, said)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Prose is wrapped, examples stand as they are."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        prose, mark, examples = text.partition("Examples:\n")
        wrapped = argparse.HelpFormatter._fill_text(self, prose, width, indent)
        return "\n\n".join(filter(None, (wrapped, mark + examples)))


def _place_options() -> _Parser:
    """What may be said before the command and after it: where things are, and how they look."""
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
    places.add_argument("--notebook", type=Path, metavar="FILE", help="where what you add is kept")
    places.add_argument(
        "--scheduler", metavar="ADDRESS", help="have a Dask cluster read the articles"
    )
    places.add_argument(
        "--plain",
        action="store_true",
        help="a fact a line: nothing drawn, no columns, no signs that have to be seen",
    )
    places.add_argument(
        "--color",
        choices=COLORS,
        metavar="WHEN",
        help=f"bold letters for what was found: {', '.join(COLORS)}; auto is on a terminal alone",
    )
    version = {"action": "version", "version": f"serbia-tui {__version__}"}
    places.add_argument("-V", "--version", **version, help="show the version and exit")  # type: ignore[arg-type]
    return places


def _explorer_parser(places: _Parser) -> _Parser:
    """The parser of whoever names no command."""
    parser = _Parser(
        prog="serbia-tui",
        description="Explore news reports about the Serbian elections of December 2023. "
        "Without a command: the explorer.",
        epilog=f"Exit status: 0 success, 1 failure, 2 usage error. {shown('')}",
        formatter_class=_Help,
        parents=[places],
        allow_abbrev=False,
    )
    parser.add_argument("--open", metavar="ID", help="explore from this record on")
    parser.add_argument("--tab", choices=TABS, metavar="NAME", help=f"begin at {', '.join(TABS)}")
    parser.add_argument(
        "--read-only", action="store_true", help="keep nothing of what you add when you leave"
    )
    return parser


def make_parser(kinds: str = "") -> _Parser:
    """The parser of the command line; ``kinds`` are told by the help of ``add``."""
    places = _place_options()
    parser = _explorer_parser(places)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, words: str, epilog: str = "") -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=words,
            description=f"{words[0].upper()}{words[1:]}.",
            epilog=f"{epilog} {shown(name)}",
            formatter_class=_Help,
            parents=[places],
            allow_abbrev=False,
        )

    add_verbose(command("build", "read the articles, write the store, say what was found"))
    _add_tab(command)
    _add_search(command)
    _add_show(command)
    _add_compare(command)
    _add_export(command)
    _add_chart(command)
    command("check", "every record against its article; exit 1 and a list when one does not hold")
    add_notebook(command)
    _add_articles(command, kinds)
    add_serve(command)
    add_verbose(command("articles", "what there is, with its facts, and what is left out, and why"))
    add_output(command("config", "every setting, what it is and what it is for"))
    command("doctor", "what a report of a fault needs: terminal, clipboard, store, extras")
    topics = command("help", "what can be read about the program, or how a command is used")
    topics.add_argument("topic", nargs="?", default="", metavar="TOPIC", help="without one: all")
    return parser


def _add_tab(command: Command) -> None:
    """A tab of the explorer as text."""
    tab = command(
        "tab",
        f"a tab of the explorer in plain text, a fact a line: {', '.join(WALKED)}",
        epilog="Each record follows an empty line: first what it is, last its id, by which show "
        "tells it whole.",
    )
    tab.add_argument("name", choices=WALKED, metavar="NAME", help=", ".join(WALKED))
    tab.add_argument("--query", default="", metavar="QUERY", help="only what a search finds")
    add_limit(tab)
    add_output(tab)


def _add_search(command: Command) -> None:
    """The command that finds records."""
    search = command(
        "search",
        "find records by words, in any order, however they are spelt",
        epilog="Beside words: '\"a phrase\"', -word, a OR b, word*, word~ (similar spelling), and "
        "speaker: party: source: date:2023-12 date:2023-12-17..2023-12-25 kind: topic: "
        "sure:>0.8 rule: is:bookmarked has:note tag: state:. A phrase is quoted for the search, "
        "and once more for the shell.",
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
    add_format(search, ("table", *holding(RECORDS)), "table")
    add_limit(search)
    add_output(search)
    add_style(search)


def _add_show(command: Command) -> None:
    """The command that prints a record."""
    show = command("show", "one record with its passages, or words of an article")
    show.add_argument(
        "id",
        nargs="+",
        metavar="ID",
        help="an id, the name of an actor, or words of an article as ARTICLE:START-END",
    )
    add_format(show, ("text", *holding(RECORDS)), "text")
    add_output(show)
    add_style(show)


def _add_compare(command: Command) -> None:
    """The command that sets speakers beside one another."""
    compare = command(
        "compare",
        "what several speakers say, side by side",
        epilog="A speaker is a name, the beginning of one (tepic), or an id. With fewer than "
        "two, the most quoted fill in. QUERY uses the search syntax: theft, topic:kosovo.",
    )
    compare.add_argument("speakers", nargs="*", metavar="SPEAKER")
    compare.add_argument(
        "--about", default="", metavar="QUERY", help="only what a search for this finds"
    )
    add_format(compare, ("text", *holding(RECORDS)), "text")
    add_output(compare)
    add_style(compare)


def _add_export(command: Command) -> None:
    """The command that writes records to a file."""
    export = command(
        "export",
        f"records of a kind: {', '.join(KINDS)}; or {MENTIONS}, {NOTEBOOK}, {CORRECTIONS}, or "
        f"everything as a page: {REPORT}",
        epilog="Forms: " + "; ".join(f"{each.name}, {each.told}" for each in FORMS) + ".",
    )
    export.add_argument("kind", choices=EXPORTED, metavar="KIND")
    add_format(export, NAMES, "")
    add_limit(export)
    export.add_argument("--query", default="", metavar="QUERY", help="only what a search finds")
    export.add_argument("--bom", action="store_true", help="begin a csv with a byte order mark")
    add_output(export)
    add_style(export)


def _add_chart(command: Command) -> None:
    """The command that draws a chart as text."""
    chart = command("chart", f"a chart as text, with its numbers: {', '.join(CHARTS)}")
    chart.add_argument("kind", choices=CHARTS, metavar="KIND")
    chart.add_argument(
        "--width",
        type=width,
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
    add_output(chart)


def _add_articles(command: Command, kinds: str) -> None:
    """The commands that change the folder of own articles; ``kinds`` may be added."""
    add = command("add", f"copy articles into the folder {OWN}, or that of --corpus", kinds)
    add.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="files, folders with all that is in them, archives; - for the standard input",
    )
    add_verbose(add)

    remove = command("remove", f"take files away again from the folder {OWN}, or that of --corpus")
    remove.add_argument(
        "names", nargs="+", metavar="NAME", help="a file, or the path or id of its article"
    )


def _kinds() -> str:
    """What can be added, by the readers that there are."""
    from tui.documents import READERS

    kinds = "; ".join(f"{each.name} ({' '.join(each.suffixes)})" for each in READERS)
    return f"What is read: {kinds}. Files are known by what they begin with, too."
