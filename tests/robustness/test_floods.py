"""No article makes the program wait: what is read grows with what there is to read."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from tests.patience import patience
from tests.robustness.test_keeping import ran
from tests.samples import TEXTS
from tui import extract, store
from tui.model import Hints

LONG = 30_000
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
        reading = extract.read("flood.txt", text, Hints())
    assert reading.article.characters == len(text)


CHARACTERS, LINES, QUOTES = 500_000, 20_000, 1_000
MEMORY, SECONDS = 700_000_000, 60
"""Bytes of addresses, and seconds of the processor, that a build of all of it may take."""

SENTENCE = "The mayor Ana Weaver said on Monday that the count in Brodica was fair. "

HUGE = {
    "paragraph.txt": f"One paragraph\n\n{SENTENCE * (CHARACTERS // len(SENTENCE))}\n",
    "lines.txt": "Many lines\n\n" + "".join(f"Line {n} of a list.\n" for n in range(LINES)),
    "quotes.txt": "Many quotes\n\n"
    + "".join(f"“We won {n} seats,” said Ana Weaver.\n\n" for n in range(QUOTES)),
}


def test_what_is_huge_is_built_in_the_memory_and_time_that_it_may_take(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in {**HUGE, **TEXTS}.items():
        (folder / name).write_text(text, "utf-8")

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    done = ran(folder, tmp_path / "store.json", "build", before=bounded, patience=10 * SECONDS)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{len(HUGE) + len(TEXTS)} articles read\n")
    files = {each.id: each.file for each in store.load(tmp_path / "store.json").articles}
    quotes = [files[each.article] for each in store.load(tmp_path / "store.json").quotes]
    assert quotes.count("quotes.txt") == QUOTES
    assert quotes.count("paragraph.txt") == CHARACTERS // len(SENTENCE)
