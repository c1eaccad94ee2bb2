"""How a test sees that a rule hangs: by the processor's time, whatever else is running."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE = 60.0
"""Seconds of computing after which a rule hangs; what does not takes a tenth at most."""


@contextmanager
def patience(seconds: float = PATIENCE) -> Iterator[None]:
    """Fail, and do not hang, where the work inside takes far more than its share."""

    def lost(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGVTALRM, lost)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
