"""The command line: it wires the layers, and imports a layer only when its command runs.

Each command is a file of its own. Exit codes: 0 done, 1 could not, 2 used wrongly. What goes
wrong is one clear line on the standard error. Everything that is printed is plain: no word of
a source, file name or query acts on the terminal.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from tui.arguments import MISUSED, NOTING, parse
from tui.cli.output import DONE, could_not, say
from tui.streams import leave_output, open_streams

INTERRUPTED = 130

WINDOWS = "needs Linux or macOS (terminal, locks, signals); on Windows run it in WSL"

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    open_streams()
    if sys.platform == "win32":
        say(WINDOWS)
        return MISUSED
    # Has signals that Windows does not have.
    from tui.signals import exit_on_signal

    try:
        given = parse(sys.argv[1:] if arguments is None else arguments)
        with exit_on_signal():
            code = _command(given.command)(given)
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


def _command(name: str | None) -> Run:
    """What runs a command: ``run`` of the file of its name."""
    file = "note" if name in NOTING else name or "explore"
    return cast(Run, import_module(f"tui.cli.{file}").run)
