"""The plain walk of a tab says what the tab shows, record by record, in its order."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.app.journey import exploring
from tests.council import council_corpus
from tests.samples import sample_corpus
from tui.corpus import Corpus
from tui.plain.tabs import TABS, walk
from tui.wording import BASIS_SHORT, BASIS_WORDS, DIFFERENCES, QUOTE_WORDS, STATUS_WORDS

WIDE = (400, 60)
"""Where nothing is cut."""

SAID_OTHERWISE: dict[str, str] = {
    "undated": "not reported",
    "publisher not reported": "publisher: not reported",
}
"""What a row has no room for, and a line says in full."""
SAID_OTHERWISE.update((*QUOTE_WORDS.items(), *STATUS_WORDS.items(), *DIFFERENCES.items()))
for basis in BASIS_SHORT:
    SAID_OTHERWISE.setdefault(BASIS_SHORT[basis], BASIS_WORDS[basis].removeprefix("† "))

SIGNS = re.compile(r"^(?:[●◐○?!»◆✎#✓⚑±≈] |[~≠=<>≤≥]\s?|according to )|[†“”…]")
DRAWN = re.compile(r"^[━╸╺─╱█▓▒░┃┄· ]*$")


def blocks(corpus: Corpus, name: str) -> dict[str, str]:
    """The lines of each record, by its id."""
    _counts, *found = "\n".join(walk(corpus, name)).split("\n\n")
    return {block.rpartition("\nid: ")[2]: block for block in found}


def pieces(row: str) -> Iterator[str]:
    """What a row says, one by one, without its signs."""
    for piece in re.split(r"\s{2,}|\n| [·~≠] ", row):
        plain = SIGNS.sub("", piece).strip()
        if plain and not DRAWN.match(piece) and not re.fullmatch(r"\d+ sources?", plain):
            plain = re.sub(r"^(\d+) quotes?$", r"quotes: \1", plain)
            yield SAID_OTHERWISE.get(plain, plain)


@pytest.mark.parametrize("corpus", [sample_corpus(), council_corpus()], ids=["town", "council"])
@pytest.mark.parametrize("name", TABS)
async def test_each_record_of_the_screen_is_told_in_its_place(corpus: Corpus, name: str) -> None:
    told = blocks(corpus, name)
    async with exploring(corpus, size=WIDE, tab=name) as journey:
        listing = journey.pane.listing
        of_tab = [
            id
            for id in journey.listed
            if (record := corpus.get(id)) is not None and record.kind in TABS[name].kinds
        ]
        assert list(told) == of_tab
        rows = {str(row.target): row for row in listing._rows if row.target is not None}
        for id in of_tab:
            drawn = "\n".join(line.plain for line in rows[id].draw(WIDE[0]))
            plain = SIGNS.sub("", told[id]).replace("“", "").replace("”", "")
            for piece in pieces(drawn):
                assert piece in plain, (piece, told[id])
