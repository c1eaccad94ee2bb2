"""No article makes the program wait: what is read grows with what there is to read."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from tui import extract
from tui.model import Known

LONG = 200_000
"""Characters of a flood; a rule that compares all with all needs minutes for so many."""

PATIENCE = 60.0
"""Seconds of computing after which a rule hangs; what does not takes a tenth at most."""


@contextmanager
def patience() -> Iterator[None]:
    """Fail, and do not hang, where the work inside takes far more than its share."""

    def lost(_signal: int, _frame: FrameType | None) -> None:
        raise AssertionError("it hangs")

    before = signal.signal(signal.SIGVTALRM, lost)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize(
    "piece",
    [
        ".",  # a row of dots, as in a table of contents
        "?!…",
        "“‘",  # marks that nobody closes
        "“Aa ",
        "five hundred ",
        "tens of millions of ",
        "(",
        "e\u0301\u0336",
    ],
)
def test_a_flood_is_read(piece: str) -> None:
    text = f"A title\n\n{piece * (LONG // len(piece))}\n\n“We won,” said Ana Weaver.\n"
    with patience():
        reading = extract.read("flood.txt", text, Known())
    assert reading.article.characters == len(text)
