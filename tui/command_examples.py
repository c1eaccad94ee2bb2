"""How each command is used, as its help shows it: what is typed after ``serbia-tui``, and what
that does."""

from __future__ import annotations

EXAMPLES: dict[str, dict[str, str]] = {
    "": {
        "": "explore the five articles, and those that were added",
        "--tab quotes": "begin at a tab",
        "--corpus seeds --corpus ~/news": "the five articles beside a folder",
        "--read-only": "keep nothing of what you add",
    },
    "build": {
        "build": "read the articles again, where they or the rules have changed",
        "build --corpus ~/news --verbose": "name each file that is passed over",
        "build --corpus ~/news --scheduler tcp://host:8786": "read by a Dask cluster",
    },
    "tab": {
        "tab overview": "what the reports come to",
        "tab quotes --query theft": "the quotes that a search finds",
        "tab timeline --limit 10": "the first ten events",
    },
    "search": {
        "search vucic elections": "quotes that have both words",
        "search 'party:sns -theft'": "a field, and a word that must not be there",
        "search protest --in events --limit 5": "the best five events",
        "search is:disputed --format csv -o disputed.csv": "a table for a spreadsheet",
    },
    "show": {
        "show aleksandar-vucic": "a record with its passages",
        "show vucic": "the same by a name",
        "show aleksandar-vucic --json": "as JSON",
    },
    "compare": {
        "compare tepic djilas": "what two people say, side by side",
        "compare tepic --about election": "beside whoever says most about it",
    },
    "export": {
        "export quotes -o quotes.jsonl": "all quotes, one a line",
        "export disagreements --format md": "where the reports differ, to be read",
        "export quotes --query tag:vote --format bibtex": "the sources of what you tagged",
        "export notebook --format md": "all that you have added",
    },
    "chart": {
        "chart timeline --width 100": "events by time",
        "chart results": "shares, seats and majorities",
    },
    "check": {"check": "exit code 1 where a record does not hold"},
    "add": {
        "add report.html archive.zip ~/Downloads": "files, archives and whole folders",
        "add -": "a report that is pasted; Ctrl+D ends it",
    },
    "remove": {"remove report.html": "leave a file out again"},
    "articles": {"articles --verbose": "each article, and each file that is left out"},
    "serve": {
        "serve": "the explorer in a browser of this machine",
        "serve --port 0 --read-only": "on a free port, with no notebooks",
    },
    "config": {"config -o config.toml": "a file of settings to begin with"},
    "doctor": {"doctor": "what to send with a report of a fault"},
    "help": {"help search": "how to ask", "help compare": "how a command is used"},
    "note": {'note ID "Ask the ministry"': "a note on a record"},
    "tag": {"tag ID vote fraud -old": "two tags added, one taken away"},
    "bookmark": {"bookmark ID": "a second time takes it away"},
    "state": {"state ID disputed": "found again by search is:disputed"},
    "correct": {'correct ID speaker=tepic --why "she says so herself"': "another speaker"},
    "merge": {"merge ACTOR OTHER": "two names of one person"},
    "split": {'split ACTOR "Another Name"': "one name of two people"},
    "hide": {'hide ID --why "a headline"': "not shown any more"},
    "undo": {"undo": "take back the last change"},
    "redo": {"redo": "make it again"},
    "notebook": {
        "notebook backup kept.json": "a copy of all that you have added",
        "notebook merge theirs.json": "take in what a colleague has added",
    },
}
"""By command; "" is the explorer."""


def shown(command: str) -> str:
    """The examples of a command, what each does below it."""
    lines = (
        f"  {f'serbia-tui {typed}'.strip()}\n      {does}"
        for typed, does in EXAMPLES[command].items()
    )
    return "Examples:\n" + "\n".join(lines)
