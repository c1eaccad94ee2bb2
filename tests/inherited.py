"""What a process that a test starts inherits is the same wherever the tests run.

A run in the background, as of a CI, under ``nohup`` or in a shell's ``&``, has signals
ignored or blocked, and so has every program that is started by it: one that is to end on
Ctrl+C would never hear it.
"""

from __future__ import annotations

import os
import signal

ENDING = (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP, signal.SIGTERM, signal.SIGTSTP)
UNSET = (
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "SERBIA_TUI_TRACEBACK",
    "BROWSER",
    "PYTHONDONTWRITEBYTECODE",
)
"""Settings of whoever runs the tests, which change what a program prints or does, or have each
process that is started compile all of it again."""

WARNINGS = "error,ignore:::pyparsing"
"""Every warning is an error, but those that ``pyparsing`` makes, only then, of how the grammar
of the library for dates is written."""


def set_signals() -> None:
    """Let processes that are started hear the signals that this one does not.

    A signal that is ignored stays so across exec; one that a handler takes is set back to its
    default. So this process goes on ignoring it, by a handler that does nothing.
    """
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    for number in ENDING:
        if number in blocked or signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, _do_nothing)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def _do_nothing(_number: int, _frame: object) -> None:
    pass


def set_environment() -> None:
    """Have no setting of whoever runs the tests; warnings are errors in what is started, too."""
    for name in UNSET:
        os.environ.pop(name, None)
    os.environ["PYTHONWARNINGS"] = WARNINGS
