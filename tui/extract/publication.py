"""When a report appeared, and where the facts come from that its text does not tell."""

from __future__ import annotations

from collections.abc import Callable

from tui import dates
from tui.cleaning import clean_text
from tui.extract.stages.metadata import Metadata
from tui.extract.text.document import Span
from tui.model import UNKNOWN, Anchor, FactOrigin, Hints, When
from tui.written_dates import day_in_address, day_in_name

FACTS = frozenset("title author published publisher url language".split())
"""What a file may tell of its article that is a field of its record."""


def beside(known: Hints, fact: str) -> str:
    """A fact that the file tells beside its report, "" where it does not."""
    return clean_text(known.told[fact].value) if fact in known.told else ""


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
        return day, "its address"
    return day_in_name(file.rpartition("/")[2]), "the file's name"


def origins(known: Hints, code: str, day: When) -> tuple[FactOrigin, ...]:
    """Where the facts come from that the text itself does not tell."""
    told = {
        fact: each.origin
        for fact, each in known.told.items()
        if fact in FACTS and (fact != "language" or code.startswith(beside(known, fact)))
    }
    if day.basis == "stated" and not day.expression and day is not known.published:
        told.setdefault("published", day.note)
    return tuple(FactOrigin(fact, told[fact]) for fact in sorted(told))
