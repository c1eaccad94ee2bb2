"""No article makes the program wait: what is read grows with what there is to read."""

from __future__ import annotations

import pytest

from tests.patience import patience
from tui import extract
from tui.model import Known

LONG = 200_000
"""Characters of a flood; a rule that compares all with all needs minutes for so many."""


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
