"""Work that takes too long or too much is given up, and everything else goes on."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.robustness.crew import living, wait_for_none
from tui import bounded_process, bounds
from tui.bounded_process import Ended, bounded
from tui.bounds import OutOfBounds, within
from tui.processes import BackgroundBuild, kill_children

ENDLESS = "re:match", r"(?:a+)+$", "a" * 60 + "b"
"""One call into C that takes longer than anybody lives."""


def compute() -> None:
    """Compute until somebody stops it."""
    while True:
        pass


class TestInThisThread:
    def test_work_in_its_bounds_is_done(self) -> None:
        assert within(60, sum, range(10), start=1) == 46

    def test_what_it_raises_is_raised(self) -> None:
        with pytest.raises(ValueError, match="invalid literal"):
            within(60, int, "x")

    def test_work_that_takes_too_long_is_given_up(self) -> None:
        with pytest.raises(OutOfBounds, match=r"^takes more than 0\.1 s of computing$"):
            within(0.1, compute)

    def test_no_rule_can_keep_it_from_being_given_up(self) -> None:
        def stubborn() -> None:
            try:
                compute()
            except Exception:  # noqa: BLE001 - a rule that overlooks its own errors
                compute()

        with pytest.raises(OutOfBounds):
            within(0.1, stubborn)

    def test_holds_in_any_thread_and_stops_no_other(self) -> None:
        reasons: list[str] = []

        def work() -> None:
            try:
                within(0.1, compute)
            except OutOfBounds as error:
                reasons.append(str(error))

        thread = threading.Thread(target=work)
        thread.start()
        while thread.is_alive():  # computes as well
            pass
        assert reasons == ["takes more than 0.1 s of computing"]

    def test_waiting_is_no_computing(self) -> None:
        within(0.1, time.sleep, 0.3)

    def test_long_work_is_given_up_after_short_work(self) -> None:
        for pause in (0, 0.02):
            for _ in range(10):
                within(60, time.sleep, pause)
            with pytest.raises(OutOfBounds):
                within(0.1, compute)

    def test_nothing_is_raised_when_the_work_is_done(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bounds, "TICK", 0.001)

        def work() -> None:
            until = time.thread_time() + 0.002
            while time.thread_time() < until:
                pass

        # The time ends about when the work does: before, behind or between.
        for number in range(100):
            with contextlib.suppress(OutOfBounds):
                within(0.0015 + number * 0.00001, work)
            work()
        assert not bounds._stretches


def do(work: str, *given: Any, seconds: float = 20.0, memory: int = 1_000_000_000) -> Any:
    return bounded(work, *given, seconds=seconds, memory=memory)


class TestInAProcessOfItsOwn:
    def test_work_in_its_bounds_is_done(self) -> None:
        assert do("operator:add", "a" * 1_000_000, "b") == "a" * 1_000_000 + "b"
        assert do("os:getpid") not in (os.getpid(), os.getppid())

    def test_what_it_raises_is_raised(self) -> None:
        with pytest.raises(ValueError, match="invalid literal"):
            do("builtins:int", "x")
        with pytest.raises(ModuleNotFoundError):
            do("no_such_module:work")

    def test_one_process_does_it_all(self) -> None:
        assert do("os:getpid") == do("os:getpid")

    def test_what_it_prints_is_lost(self, capfd: pytest.CaptureFixture[str]) -> None:
        assert do("builtins:print", "whose screen is this?") is None
        assert do("os:write", 2, b"and this?") == 9
        assert capfd.readouterr() == ("", "")

    @pytest.mark.parametrize(
        ("work", "reason"),
        [
            (ENDLESS, "takes more than 0.3 s of computing"),
            (("builtins:bytes", 10**9), "takes more than 300 MB of memory"),
            (("signal:raise_signal", signal.SIGKILL), "ends the process that does it (SIGKILL)"),
            (("signal:raise_signal", signal.SIGSEGV), "ends the process that does it (SIGSEGV)"),
            (("os:_exit", 3), "ends the process that does it (exit status 3)"),
        ],
        ids=["time", "memory", "killed", "crash", "exit"],
    )
    def test_what_is_out_of_bounds_is_given_up_alone(
        self, work: tuple[Any, ...], reason: str
    ) -> None:
        with pytest.raises(OutOfBounds) as error:
            do(*work, seconds=0.3, memory=300_000_000)
        assert str(error.value) == reason
        assert do("operator:add", 1, 2) == 3

    def test_what_does_not_get_to_run_is_not_waited_for_forever(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(bounded_process, "WAITS", 1)
        with pytest.raises(OutOfBounds, match="does not end"):
            do("signal:raise_signal", signal.SIGSTOP, seconds=0.3)
        assert do("operator:add", 1, 2) == 3

    def test_a_process_that_is_gone_meanwhile_is_begun_anew(self) -> None:
        before = do("os:getpid")
        os.kill(before, signal.SIGKILL)
        assert do("os:getpid") != before

    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    def test_it_hears_no_signal(self, number: signal.Signals) -> None:
        before = do("os:getpid")
        os.kill(before, number)
        assert do("os:getpid") == before

    def test_it_is_ended_with_the_helpers_which_is_no_fault_of_the_work(self) -> None:
        do("os:getpid")
        threading.Timer(0.3, kill_children).start()
        with pytest.raises(Ended):
            do(*ENDLESS)
        assert do("operator:add", 1, 2) == 3

    def test_it_is_ended_when_nobody_waits_any_more(self) -> None:
        before = do("os:getpid")

        def interrupted(_number: int, _frame: object) -> None:
            raise KeyboardInterrupt

        handler = signal.signal(signal.SIGALRM, interrupted)
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        try:
            with pytest.raises(KeyboardInterrupt):
                do(*ENDLESS)
        finally:
            signal.signal(signal.SIGALRM, handler)
        with pytest.raises(ProcessLookupError):
            os.kill(before, 0)
        assert do("operator:add", 1, 2) == 3

    def test_a_copy_of_this_process_has_one_of_its_own(self) -> None:
        before = do("os:getpid")
        said: list[str] = []
        assert BackgroundBuild(lambda say: say(str(do("os:getpid")))).wait(said.append)
        assert said
        assert said != [str(before)]
        assert do("os:getpid") == before

    def test_no_module_of_the_folder_that_it_happens_to_be_in_is_imported(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kill_children()
        (tmp_path / "stray_module.py").write_text("def work(): return 'somebody else'")
        monkeypatch.chdir(tmp_path)
        with pytest.raises(ModuleNotFoundError):
            do("stray_module:work")

    def test_where_none_can_be_begun_the_work_is_given_up(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kill_children()
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        with pytest.raises(OutOfBounds, match="needs a process: No such file or directory"):
            do("os:getpid")


LEAVING = """
import sys, threading
from tui.bounded_process import bounded
print(bounded("os:getpid", seconds=60, memory=10**9), flush=True)
if sys.argv[1] != "idle":
    work = "re:match", "(?:a+)+$", "a" * 60 + "b"
    threading.Thread(
        target=bounded, args=work, kwargs={"seconds": 60, "memory": 10**9}, daemon=True
    ).start()
threading.Event().wait(None if sys.argv[1] == "killed" else 0.2)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are seen in /proc")
@pytest.mark.parametrize("how", ["idle", "ends", "killed"])
def test_nothing_is_left_of_a_program_that_has_begun_one(how: str) -> None:
    program = subprocess.Popen(
        [sys.executable, "-W", "error", "-X", "dev", "-c", LEAVING, how],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
    )
    assert program.stdout
    begun = int(program.stdout.readline())
    if how == "killed":
        assert begun in living(program.pid)
        time.sleep(0.2)
        program.kill()
    _, said = program.communicate(timeout=60)
    wait_for_none(program.pid)
    assert re.sub(r"(?s)Exception in thread.*tui\.bounded_process\.Ended\n", "", said) == ""
