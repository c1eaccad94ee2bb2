"""Names in tables: whatever words they are of, the head of the column tells what they name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tui.extract.languages.en import tables
from tui.extract.languages.en.names.framed import Framed
from tui.extract.languages.given_names import gender_of
from tui.extract.text.document import Document
from tui.extract.text.late_pattern import late
from tui.model import ActorType

_CELL = late(
    r"(?P<name>[^\W\d_][^\d,()\[\]*†]{0,70}?)\s?(?:[\[*†].*)?(?:\((?P<party>[^\W\d_a-z][^()\d,]{0,50})\).*)?"
)
"""A name, and in brackets a party; behind either a mark that leads to a note."""
_JOINED = late(r"\s[–—-]\s|\s?[+/]\s?|\b(?i:coalition|bloc)\b")
_ONE_SEAT = late(r"(?i)\b(?:president(?:ial|s)?|mayor(?:al|s)?|run-?off|candidates?)\b")
_MANY_SEATS = late(
    r"(?i)\b(?:parliament(?:ary)?|seats?|mandates?|party|parties|councils?|lists?)\b"
)
_ASKED = late(r"(?i)\b(?:exit[\s-]polls?|opinion\spolls?|pollsters?|surveys?|projections?)\b")
_ELECTION = late(r"(?i)\b(?:elections?|electoral|vote[ds]?|voters|ballots?|referendum|polls?)\b")
_LOOK = 400
"""Characters above a table in which it is told that its numbers are of polls."""


def nobodys(document: Document) -> set[int]:
    """Where the cells begin that name nobody."""
    return {start for table in tables.read(document) for start in table.nobody()}


def framed(document: Document) -> Iterator[Framed]:
    """Where the names of tables stand, each with its type where its column tells it."""
    read = tables.read(document)
    if not read or _ELECTION.search(document.text) is None:
        return
    alone = _elects_one(document.text)
    for table in read:
        for name in table.names():
            found = _CELL.fullmatch(document.text, *name.cell)
            if found is None or not found["name"][0].isupper():
                continue
            start, end = found.span("name")
            words = found["name"]
            if name.role == "candidate":
                if " " in words:
                    yield start, end, "person"
                if found["party"] and len(found["party"]) > 1:
                    yield (*found.span("party"), _list(found["party"]))
            elif name.role == "party":
                if f"{words} Party" not in document.text:  # which is what "Democratic" is short for
                    yield start, end, None if gender_of(words.split()[0]) else _list(words)
            elif name.role == "stands":
                if " " in words or not _is_surname(document, words):
                    yield start, end, _heading(words, alone=alone)
            elif _ASKED.search(document.text, max(0, table.table.start - _LOOK), table.table.start):
                yield start, end, "institution"


def _list(words: str) -> ActorType:
    return "coalition" if _JOINED.search(words) else "party"


def _elects_one(text: str) -> bool:
    return _ONE_SEAT.search(text) is not None and _MANY_SEATS.search(text) is None


def _heading(words: str, *, alone: bool) -> ActorType | None:
    """What heads a column of numbers: a party, or, where one alone is elected, a person."""
    if " " not in words:
        return "person" if alone and not words.isupper() else "party"
    return "person" if alone and not gender_of(words.split()[0]) else None


def _is_surname(document: Document, word: str) -> bool:
    """Whether a word stands behind another with a capital, as a surname does."""
    starts = document.columns.starts
    for place in document.places.get(word.lower(), ()):
        at = bisect_left(starts, place)
        before = document.columns.texts[at - 1] if at else ""
        if document.text.startswith(f" {word}", place - 1) and before[:1].isupper():
            return True
    return False
