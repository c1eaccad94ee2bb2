"""Two small invented reports, and a folder of curated files about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.curate import Curation, CurationError, read
from tui.ids import article_id
from tui.model import Anchor

LEAD = """\
Mayor Ćirić said on Tuesday that the vote of May 8 was fair. “We won,” he said, and “we won” is
what his Harbour Party says. Clean Hands won 44 per cent.
"""
TALK = """\
The mayor, Djordje Ciric, spoke of Sunday’s vote. Clean Hands wants a new vote. “We won,” he said.
"""

TEXTS = {"lead.txt": LEAD, "talk.txt": TALK}
LEAD_ID, TALK_ID = article_id(LEAD), article_id(TALK)


def at(text: str, words: str, nth: int = 1) -> Anchor:
    """The anchor of words in one of the texts."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Anchor(article_id(text), start, start + len(words))


def curated(folder: Path, **files: str) -> Curation:
    """The curation of a folder with these files: ``actors="..."`` is actors.toml."""
    for name, toml in files.items():
        (folder / f"{name}.toml").write_text(toml, encoding="utf-8")
    return read(folder, TEXTS)


def problems(folder: Path, **files: str) -> list[str]:
    """What is wrong in a folder with these files."""
    with pytest.raises(CurationError) as error:
        curated(folder, **files)
    assert str(error.value) == "\n".join(error.value.problems)
    return error.value.problems
