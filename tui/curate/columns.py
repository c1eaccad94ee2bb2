"""Which columns of tables hold what, where the names of the columns do not say it.

``tables.toml`` is read before the articles, which come from the tables that it is about. What is
wrong in it is told when the other curated files are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tui.curate.toml_positions import InvalidToml, parse
from tui.files import Refused, read_file

FILE = "tables.toml"

COLUMNS = ("text", "title", "author", "published", "publisher", "url", "language")
"""What an entry may give the column of."""


def columns_in(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """The columns that are named for the tables of a folder, by the names of their files."""
    try:
        values = parse(read_file(folder, FILE).decode("utf-8-sig")).values
    except (OSError, Refused, UnicodeDecodeError, InvalidToml):
        return {}
    given = values.get("table")
    tables = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    return {
        str(each.get("file")): {key: str(each[key]) for key in COLUMNS if key in each}
        for each in tables
    }
