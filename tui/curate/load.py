"""Reading the curated files of a folder.

The form of each entry stands in :mod:`tui.curate.entry_forms`. What one entry alone cannot show,
two that contradict, is looked for at the end; what only the extracted records can show, an
actor that nobody names, is looked for when the files are applied.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from tui.curate.entries import Curation, CurationError
from tui.curate.entry_forms import EntryForms
from tui.curate.toml_positions import InvalidToml, parse
from tui.curate.typed_table import Problems, TypedTable, shown, suggestion
from tui.files import Refused as Unreadable
from tui.files import names_in, read_file

Made = TypeVar("Made")


def read_folder(
    folder: Path, before: str, texts: Mapping[str, str], ids: Mapping[str, str], problems: Problems
) -> Curation:
    """What the TOML files of a folder say about its articles; ``before`` stands before their
    names. What is wrong goes to the problems."""
    files = {id: file for file, id in ids.items()}
    reader = EntryForms(texts, ids, files, problems, before)
    tables: dict[str, list[TypedTable]] = {}
    try:
        names = names_in(folder, ".toml")
    except OSError as error:
        raise CurationError([f"{shown(str(folder))} cannot be read: {error.strerror}"]) from None
    for name in names:
        if name in FORMS:
            tables[name] = _tables(folder, name, problems, before)
        else:
            problems.add(
                shown(before + name)[1:-1],
                1,
                f"no curated file has this name; expected one of: {', '.join(FORMS)}"
                f"{suggestion(name, FORMS)}",
            )

    def entries(file: str, form: Callable[[TypedTable], Made | None]) -> tuple[Made, ...]:
        made = []
        for table in tables.get(file, ()):
            entry = form(table)
            table.done()
            if entry is not None:
                made.append(entry)
        return tuple(made)

    entries("tables.toml", reader.columns)
    return Curation(
        articles=entries("articles.toml", reader.article),
        actors=entries("actors.toml", reader.actor),
        contests=entries("contests.toml", reader.contest),
        events=entries("events.toml", reader.event),
        topics=entries("topics.toml", reader.topic),
        accounts=entries("accounts.toml", reader.account),
        corrections=entries("corrections.toml", reader.correction),
    )


FORMS = {
    "tables.toml": "table",
    "articles.toml": "article",
    "actors.toml": "actor",
    "contests.toml": "contest",
    "events.toml": "event",
    "topics.toml": "topic",
    "accounts.toml": "account",
    "corrections.toml": "correction",
}
"""The files there may be, and what the tables in each are called."""


def _tables(folder: Path, file: str, problems: Problems, before: str) -> list[TypedTable]:
    """The entries of one file, as they stand in it."""
    called = before + file
    try:
        # An editor may have set a byte order mark before the text.
        located = parse(read_file(folder, file).decode("utf-8-sig"))
    except Unreadable as refused:
        problems.add(called, 1, str(refused))
    except UnicodeDecodeError as error:
        problems.add(called, error.object.count(b"\n", 0, error.start) + 1, "is not UTF-8 text")
    except InvalidToml as refused:
        problems.add(called, refused.line, refused.reason)
    else:
        name = FORMS[file]
        root = TypedTable(called, located, (), located.values, problems)
        for key in root.values:
            if key != name:
                root.problem(f"unknown table or key {shown(key)}; expected [[{name}]]", key)
        value = root.values.get(name, [])
        if not isinstance(value, list):
            root.problem(f"{shown(name)} is one table or value; expected a list [[{name}]]", name)
            return []
        return root.tables(name)
    return []
