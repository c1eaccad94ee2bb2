"""The tests find the same wherever they run: in the background, too."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from tests.inherited import ENDING, UNSET

STARTS = """
import subprocess, sys
import tests.conftest
subprocess.run([sys.executable, "-c", sys.argv[1]], check=True)
"""
"""What a run of the tests does: it sets up, then starts programs."""

IGNORED = """
import signal
blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ())
print(sorted(each for each in map(signal.Signals, {numbers}) if each in blocked
             or signal.getsignal(each) == signal.SIG_IGN))
"""


def in_the_background() -> None:
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])


def started(code: str, **settings: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", STARTS, code],
        env={"PYTHONPATH": str(Path(__file__).parents[1]), **settings},
        preexec_fn=in_the_background,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_what_a_test_starts_hears_signals_that_the_run_ignores() -> None:
    assert started(IGNORED.format(numbers=[int(each) for each in ENDING])) == "[]\n"


def test_the_run_itself_goes_on_ignoring_them() -> None:
    code = (
        "import os, tests.conftest; [os.kill(os.getpid(), n) for n in (1, 2, 15)]; print('goes on')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(Path(__file__).parents[1])},
        preexec_fn=in_the_background,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "goes on\n"


def test_no_setting_of_who_runs_the_tests_is_passed_on() -> None:
    asked = f"import os; print([each for each in {UNSET!r} if each in os.environ])"
    assert started(asked, **dict.fromkeys(UNSET, "40")) == "[]\n"
