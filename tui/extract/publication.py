"""When a report appeared, and where the facts come from that its text does not tell."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from tui import dates
from tui.cleaning import clean_text
from tui.extract.stages.metadata import Metadata
from tui.extract.text.document import Span, lines
from tui.model import UNKNOWN, Anchor, FactOrigin, Hints, When
from tui.written_dates import day_in_address, day_in_name

FACTS = frozenset("title author published publisher url language".split())
"""What a file may tell of its article that is a field of its record."""
ITS_ADDRESS = "its address"
_LINES, _LETTERS = 12, 4_000
"""Lines, and characters, at the beginning of a text in which its address may stand."""
_ADDRESS = re.compile(r"(?:(?i:url|link|address)\s?:\s?)?(https?://[^\s<>\"“”]{4,2000})")


def beside(known: Hints, fact: str) -> str:
    """A fact that the file tells beside its report, "" where it does not."""
    return clean_text(known.told[fact].value) if fact in known.told else ""


def address(known: Hints, text: str) -> str:
    """The address of the page: as the file tells it, or alone in a line of the text's head."""
    if told := beside(known, "url"):
        return told
    for line in lines(text[:_LETTERS], _LINES):
        if found := _ADDRESS.fullmatch(text[slice(*line)].strip()):
            return clean_text(found[1])
    return ""


def site(address: str) -> str:
    """The site of an address, which publishes what names no other publisher: "gazette.example"."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:  # An address that is none, as "https://[site".
        return ""


def published(
    id: str, file: str, known: Hints, told: Metadata, anchor: Callable[[Span], Anchor]
) -> When:
    """The day of publication: as the file tells it beside the report, the text itself, people,
    the report's address, or the file's name."""
    if "published" in known.told:
        day, origin, place = known.told["published"]
        other = told.published[1] if told.published else day
        note = origin if other == day else f"{origin}; the text itself has {other}"
        return dates.when(day, "stated", Anchor(id, *place) if place else None, note)
    if told.published is not None:
        span, day = told.published
        return dates.when(day, "stated", anchor(span))
    if known.published:
        return known.published
    day, origin = _in_names(known, file)
    return dates.when(day, "stated", None, origin) if day else UNKNOWN


def _in_names(known: Hints, file: str) -> tuple[str, str]:
    """The day that the report's address or its file's name has, and which of them."""
    if day := day_in_address(beside(known, "url")):
        return day, ITS_ADDRESS
    return day_in_name(file.rpartition("/")[2]), "the file's name"


def origins(known: Hints, code: str, day: When, by_site: bool) -> tuple[FactOrigin, ...]:
    """Where the facts come from that the text itself does not tell. ``by_site`` says that the
    publisher is the site of the address."""
    told = {
        fact: each.origin
        for fact, each in known.told.items()
        if fact in FACTS and (fact != "language" or code.startswith(beside(known, fact)))
    }
    if day.basis == "stated" and not day.expression and day is not known.published:
        told.setdefault("published", day.note)
    if by_site:
        told["publisher"] = ITS_ADDRESS
    return tuple(FactOrigin(fact, told[fact]) for fact in sorted(told))
