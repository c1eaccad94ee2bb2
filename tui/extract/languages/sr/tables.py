"""The tables of Serbian texts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from tui.extract.analysis import table_reading
from tui.extract.analysis.cell_numbers import HeadWords, Role
from tui.extract.analysis.table_reading import TableReading
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.words import table
from tui.extract.text.document import Document


@cache
def _roles() -> tuple[Mapping[str, Role], Mapping[str, Role]]:
    """The roles of words by their keys, and those of beginnings."""
    told = table("figures")["tables"].items()
    words = [(each, role) for role, words in told for each in words.split()]
    begin = {key(each[:-1]): role for each, role in words if each[-1] == "-" and each[0].isalpha()}
    return {key(each): role for each, role in words}, begin


@lru_cache(1 << 10)
def _role(word: str) -> Role:
    whole, begin = _roles()
    keyed = key(word)
    begins = (role for each, role in begin.items() if keyed.startswith(each))
    return whole[keyed] if keyed in whole else next(begins, "")


WORDS = HeadWords(_role, ",")


def read(document: Document) -> list[TableReading]:
    """The tables of a text as they are read."""
    return _read(document) if document.tables else []


@lru_cache(2)
def _read(document: Document) -> list[TableReading]:
    # Names and figures ask, one after the other.
    return table_reading.read(document.text, document.tables, WORDS)
