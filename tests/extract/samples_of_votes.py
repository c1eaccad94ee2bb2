"""Made-up parties and contests, and short ways to lay out and name what a test reads."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.extract.findings import Mention
from tui.extract.text.document import Document, Paragraph, lines
from tui.model import ActorType, KnownContest, When

CONTESTS = (
    KnownContest(
        "serbia-parliamentary-2023",
        "Parliamentary election in Serbia, 2023",
        "Serbia",
        ("parliamentary election", "general election"),
        "2023-12-17",
    ),
    KnownContest(
        "serbia-local-2023",
        "Local elections in Serbia, 2023",
        "Serbia",
        ("local election",),
        "2023-12-17",
    ),
    KnownContest(
        "vojvodina-provincial-2023",
        "Provincial election in Vojvodina, 2023",
        "Vojvodina",
        ("provincial election",),
        "2023-12-17",
    ),
    KnownContest(
        "belgrade-assembly-2023",
        "Election of the Belgrade City Assembly, 2023",
        "Belgrade",
        ("Belgrade City Assembly election", "election in Belgrade", "municipal election"),
        "2023-12-17",
    ),
    KnownContest(
        "kosovo-local-2025",
        "Local elections in Kosovo, 2025",
        "Kosovo",
        ("local election",),
        "2025-10-12",
    ),
)

ACTORS: tuple[tuple[str, str, ActorType], ...] = (
    ("Blue List", "blue-list", "party"),
    ("BL", "blue-list", "party"),
    ("Green Bloc", "green-bloc", "coalition"),
    ("GB", "green-bloc", "coalition"),
    ("Red Union", "red-union", "party"),
    ("Ana Ilic", "ana-ilic", "person"),
    ("Bo Peric", "bo-peric", "person"),
    ("Board", "board", "institution"),
    ("Alliance of Rivers", "alliance-of-rivers", "institution"),
)


def laid_out(text: str) -> Document:
    """A text whose every line is a paragraph of its body."""
    return Document(text, tuple(Paragraph(start, end, "body") for start, end in lines(text)))


def on(day: str) -> When:
    return When(day, "curated", earliest=day, latest=day)


def spoken(text: str, phrases: Mapping[str, str] | None = None) -> list[Mention]:
    """The mentions of the made-up actors, and of phrases that stand for one of them."""
    types = {actor: kind for _, actor, kind in ACTORS}
    found = [
        Mention(match.start(), match.end(), actor, kind, True, "test")
        for name, actor, kind in ACTORS
        for match in re.finditer(rf"\b{name}\b", text)
    ]
    for phrase, actor in (phrases or {}).items():
        found.extend(
            Mention(match.start(), match.end(), actor, types[actor], False, "test")
            for match in re.finditer(re.escape(phrase), text)
        )
    return sorted(found)
