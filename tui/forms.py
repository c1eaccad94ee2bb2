"""The forms in which records are carried out: one list, from which help, completion and the
dialog are made. What writes a form is imported when it is asked for.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.files import make_folder, new_file, write_file

if TYPE_CHECKING:
    from tui.corpus import Corpus
    from tui.model import Record

RECORDS, NOTEBOOK, CORRECTIONS = "records", "notebook", "corrections"
"""What a form can hold: records of any kind, all that is added, what is corrected."""


STYLES = ("author-date", "notes")
"""The citation styles that come with the program; the first is taken where none is named."""


class FormProblem(Exception):
    """A form cannot be written; the message says what is missing."""


TEXT, FILE, FOLDER = "text", "file", "folder"
"""What a form is: text, a file of bytes, or a folder of files."""


class ExportForm(NamedTuple):
    """A form: its name, the end of its files' names, what it is in a few words, what it can
    hold, the module of ``tui.export`` that writes it, and whether that is text."""

    name: str
    extension: str
    told: str
    holds: tuple[str, ...]
    module: str
    shape: str = TEXT
    style: str = ""
    """The citation style, or its file, where the form has one."""

    def lines(
        self, corpus: Corpus, records: Sequence[Record], what: str = RECORDS
    ) -> Iterable[str]:
        """The text of these records, or of the notebook or corrections of the corpus."""
        module = import_module(f"tui.export.{self.module}")
        given = {"style": self.style} if self.style else {}
        write: Callable[..., Iterable[str]] = getattr(module, what)
        return write(corpus, records, **given) if what == RECORDS else write(corpus, **given)

    def files(
        self, corpus: Corpus, records: Sequence[Record], what: str = RECORDS
    ) -> Iterator[tuple[str, bytes]]:
        """The files of these records, each with its path in the folder; "" where it is the
        only one."""
        if self.shape == TEXT:
            text = "".join(self.lines(corpus, records, what))
            yield "", text.encode("utf-8", "backslashreplace")
            return
        module = import_module(f"tui.export.{self.module}")
        if what == RECORDS:
            yield from module.records(corpus, records)
        else:
            yield from getattr(module, what)(corpus)

    def put(
        self,
        place: Path,
        corpus: Corpus,
        records: Sequence[Record],
        what: str = RECORDS,
        *,
        force: bool = False,
    ) -> None:
        """Write it where nothing stands yet, unless that may be replaced; OSError where it
        cannot be written. In a folder only what has the same name is replaced."""
        if self.shape == FOLDER and not force and place.is_dir() and any(place.iterdir()):
            raise FileExistsError(errno.EEXIST, "a folder with something in it", str(place))
        for path, data in self.files(corpus, records, what):
            target = place / path if path else place
            if path:
                make_folder(target.parent)
            write_file(target, data) if force else new_file(target, data)
        if self.shape == FOLDER:
            make_folder(place)


CITED = "references"
"""The form that has a citation style."""

FORMS = (
    ExportForm("jsonl", "jsonl", "JSON Lines, a record a line", (RECORDS, NOTEBOOK), "json_lines"),
    ExportForm("json", "json", "one JSON array", (RECORDS, NOTEBOOK), "json_array"),
    ExportForm("csv", "csv", "a table for spreadsheets", (RECORDS, NOTEBOOK), "comma_separated"),
    ExportForm("md", "md", "Markdown with citations", (RECORDS, NOTEBOOK), "cited_markdown"),
    ExportForm(
        "html", "html", "a page to print, passages in their paragraphs", (RECORDS,), "web_page"
    ),
    ExportForm("bibtex", "bib", "the sources, for BibTeX", (RECORDS, NOTEBOOK), "bibtex"),
    ExportForm("ris", "ris", "the sources, for reference managers", (RECORDS, NOTEBOOK), "ris"),
    ExportForm("csl", "json", "the sources as CSL-JSON", (RECORDS, NOTEBOOK), "csl"),
    ExportForm(
        CITED,
        "txt",
        "the sources as references in a citation style",
        (RECORDS, NOTEBOOK),
        "cited",
        style=STYLES[0],
    ),
    ExportForm("timelinejs", "json", "dated events, for TimelineJS", (RECORDS,), "timeline_js"),
    ExportForm("w3c", "jsonld", "W3C Web Annotations", (NOTEBOOK,), "web_annotations"),
    ExportForm(
        "obsidian",
        "",
        "a folder of notes that link to one another",
        (RECORDS, NOTEBOOK),
        "obsidian",
        FOLDER,
    ),
    ExportForm(
        "qdpx",
        "qdpx",
        "a project for NVivo, MAXQDA, QualCoder (REFI-QDA)",
        (RECORDS, NOTEBOOK),
        "qda_project",
        FILE,
    ),
    ExportForm("toml", "toml", "entries for the curated files", (CORRECTIONS,), "curated_entries"),
)

NAMES = tuple(form.name for form in FORMS)


def form(name: str) -> ExportForm:
    """The form of a name."""
    return next(each for each in FORMS if each.name == name)


def holding(what: str) -> tuple[str, ...]:
    """The names of the forms that can hold something."""
    return tuple(form.name for form in FORMS if what in form.holds)
