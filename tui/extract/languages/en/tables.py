"""The tables of English texts."""

from __future__ import annotations

from functools import lru_cache

from tui.extract.analysis import table_reading
from tui.extract.analysis.cell_numbers import HeadWords, Role
from tui.extract.analysis.table_reading import TableReading
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Document

_ROLES = {word: role for role, words in lists("words", "tables").items() for word in words}


def _role(word: str) -> Role:
    return _ROLES.get(word, "")  # type: ignore[return-value]


WORDS = HeadWords(_role, ".")


def read(document: Document) -> list[TableReading]:
    """The tables of a text as they are read."""
    return _read(document) if document.tables else []


@lru_cache(2)
def _read(document: Document) -> list[TableReading]:
    # Names and figures ask, one after the other.
    return table_reading.read(document.text, document.tables, WORDS)
