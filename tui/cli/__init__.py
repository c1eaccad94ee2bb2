"""The command line: it wires the layers, and imports a layer only when its command runs.

Each command is a file of its own. Exit status: 0 success, 1 failure, 2 usage error. What goes
wrong is one clear line on the standard error. Everything that is printed is plain: no word of
a source, file name or query acts on the terminal.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from tui.cli.output import COULD_NOT, DONE, could_not, say
from tui.streams import leave_output, open_streams

INTERRUPTED = 130

WINDOWS = "needs Linux or macOS (terminal, locks, signals); on Windows run it in WSL"

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    open_streams()
    if sys.platform == "win32":
        # Nothing that Windows lacks is imported before it is said.
        say(WINDOWS)
        return COULD_NOT
    return ran(sys.argv[1:] if arguments is None else arguments)


def ran(arguments: Sequence[str], command: Run | None = None) -> int:
    """Run a command, the one that the arguments name if none is given; its exit code."""
    from tui.command_line import parse
    from tui.signals import exit_on_signal

    try:
        given = parse(arguments)
        set_by_file(given)
        with exit_on_signal():
            code = (command or _command(given.command))(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has had enough, as in ``serbia-tui search x | head -1``.
        leave_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the edge: nobody is shown a traceback
        return could_not(error)
    return code


def set_by_file(given: argparse.Namespace) -> None:
    """Take what is not said on the command line from the file of settings, where there is one.
    What is wrong in it is told, and counts as not set."""
    from tui.forms import CITED
    from tui.settings import place, read

    given.settings = settings = read(place())
    if given.command == "config":
        # It tells them itself.
        return
    for problem in settings.problems:
        say(problem)
    if settings.corpus and not getattr(given, "corpus", None) and given.command not in OWN_FOLDER:
        given.corpus = settings.corpus
    if given.command is None and not given.open and not given.tab:
        given.tab = settings.text("tab") or None
    if getattr(given, "format", None) == CITED and not given.style:
        given.style = settings.text("style") or None


OWN_FOLDER = ("add", "remove")
"""The commands that work on one's own folder where none is named."""


def _command(name: str | None) -> Run:
    """What runs a command: ``run`` of the file of its name."""
    from tui.command_line import NOTING

    file = "note" if name in NOTING else name or "explore"
    return cast(Run, import_module(f"tui.cli.{file}").run)
