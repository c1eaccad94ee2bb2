"""The forms in which records are carried out: one list, from which help, completion and the
dialog are made. What writes a form is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.corpus import Corpus
    from tui.model import Record

RECORDS, NOTEBOOK, CORRECTIONS = "records", "notebook", "corrections"
"""What a form can hold: records of any kind, all that is added, what is corrected."""


class ExportForm(NamedTuple):
    """A form: its name, the end of its files' names, what it is in a few words, what it can
    hold, and the module of ``tui.export`` that writes it."""

    name: str
    extension: str
    told: str
    holds: tuple[str, ...]
    module: str

    def lines(
        self, corpus: Corpus, records: Sequence[Record], what: str = RECORDS
    ) -> Iterable[str]:
        """The text of these records, or of the notebook or corrections of the corpus."""
        module = import_module(f"tui.export.{self.module}")
        if what == RECORDS:
            write: Callable[[Corpus, Sequence[Record]], Iterable[str]] = module.records
            return write(corpus, records)
        whole: Callable[[Corpus], Iterable[str]] = getattr(module, what)
        return whole(corpus)


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
    ExportForm("timelinejs", "json", "dated events, for TimelineJS", (RECORDS,), "timeline_js"),
    ExportForm("w3c", "jsonld", "W3C Web Annotations", (NOTEBOOK,), "web_annotations"),
    ExportForm("toml", "toml", "entries for the curated files", (CORRECTIONS,), "curated_entries"),
)

NAMES = tuple(form.name for form in FORMS)


def form(name: str) -> ExportForm:
    """The form of a name."""
    return next(each for each in FORMS if each.name == name)


def holding(what: str) -> tuple[str, ...]:
    """The names of the forms that can hold something."""
    return tuple(form.name for form in FORMS if what in form.holds)
