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


class Form(NamedTuple):
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
    Form("jsonl", "jsonl", "JSON Lines, a record a line", (RECORDS, NOTEBOOK), "json_lines"),
    Form("json", "json", "one JSON array", (RECORDS, NOTEBOOK), "json_array"),
    Form("csv", "csv", "a table for spreadsheets", (RECORDS, NOTEBOOK), "comma_separated"),
    Form("md", "md", "Markdown with citations", (RECORDS, NOTEBOOK), "cited_markdown"),
    Form("html", "html", "a page to print, passages in their paragraphs", (RECORDS,), "web_page"),
    Form("bibtex", "bib", "the sources, for BibTeX", (RECORDS, NOTEBOOK), "bibtex"),
    Form("ris", "ris", "the sources, for reference managers", (RECORDS, NOTEBOOK), "ris"),
    Form("csl", "json", "the sources as CSL-JSON", (RECORDS, NOTEBOOK), "csl"),
    Form("timelinejs", "json", "dated events, for TimelineJS", (RECORDS,), "timeline_js"),
    Form("w3c", "jsonld", "W3C Web Annotations", (NOTEBOOK,), "web_annotations"),
    Form("toml", "toml", "entries for the curated files", (CORRECTIONS,), "curated_entries"),
)

NAMES = tuple(form.name for form in FORMS)


def form(name: str) -> Form:
    """The form of a name."""
    return next(each for each in FORMS if each.name == name)


def holding(what: str) -> tuple[str, ...]:
    """The names of the forms that can hold something."""
    return tuple(form.name for form in FORMS if what in form.holds)
