"""The invented reports, and places and days in them."""

from __future__ import annotations

from pathlib import Path

from tui.ids import article_id
from tui.model import Anchor, When

GAZETTE = """\
Brodica vote ends in dispute

By Ana Weaver | 10.05.2022

The opposition alliance Clean Hands said on Tuesday that the vote of May 8 in the river town
of Brodica was stolen. Alliance leader Milena Žarković called it “a theft in broad daylight”.

“We will not leave the square,” Žarković said. “We have time, and we have the records.”

The ruling Harbour Party of Mayor Đorđe Ćirić won 48.2% of the vote and 31 seats, according to
preliminary results, while Clean Hands took roughly 44 per cent. An exit poll had seen the two
level at 46 per cent.

Ćirić denied any wrongdoing. He is to speak to the council on May 12.

Some 3,000 people marched through Brodica on Monday, holding signs that read “Count again”.

The town, whose charter dates from 1907, last changed its mayor in June 2014.
"""

POST = """\
Ćirić: "The count was clean"

The mayor of Brodica, Djordje Ciric, and officials of the Electoral Board said "the count was
clean" and that no complaint had been proven.

"Not one box was opened," he told the Lowland Post on Wednesday.

Protests have been held since May 9. Clean Hands alleges that 400 voters were brought in by
bus on election day. The Electoral Board says official results give the Harbour Party 47.9% of
valid votes and turnout above 60 per cent.

Clean Hands demanded a new vote before the end of the year.
"""

RADIO = """\
TRANSCRIPT
The crowd in Brodica is not going home.
"They can switch off the lights, but they cannot switch off the town."
That was Milena Zarkovic, whose fast is said to have begun around the middle of the month.
The Harbour Party estimates that it will hold 30 or more of the 61 seats.
Nobody here remembers when the old bridge was closed.
"""

TEXTS = {"gazette.txt": GAZETTE, "post.txt": POST, "radio.txt": RADIO}

GAZETTE_ID, POST_ID, RADIO_ID = (article_id(text) for text in TEXTS.values())
"""The invented articles by their file names."""


def in_folder(folder: Path, *names: str) -> Path:
    """A new folder with some of them as files."""
    folder.mkdir()
    for name in names:
        (folder / name).write_text(TEXTS[name], "utf-8")
    return folder


def passage(text: str, words: str, occurrence: int = 1) -> Anchor:
    """The anchor of words in a text; they have to be there."""
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Anchor(article_id(text), start, start + len(words))


def day(edtf: str, expression: Anchor | None = None) -> When:
    """A day that a text resolves ("on Tuesday") or states."""
    basis = "resolved" if expression else "stated"
    return When(edtf, basis, expression, "", edtf, edtf)  # type: ignore[arg-type]
