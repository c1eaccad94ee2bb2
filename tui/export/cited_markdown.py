"""Markdown to paste into a text: what each record says, whose it is, and its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.annotated_things import entries
from tui.annotation import NOTHING, Noted
from tui.corpus import Corpus
from tui.export.citation import citation
from tui.export.markdown import escaped
from tui.export.markdown import markdown as disagreements
from tui.model import Disagreement, Record


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[str]:
    if found and all(isinstance(record, Disagreement) for record in found):
        yield from disagreements(corpus, found)
        return
    yield "# Records\n"
    if not found:
        yield "\nNothing.\n"
    for record in found:
        yield "\n"
        yield from item(citation(corpus, record), corpus.added.to(record.id))


def notebook(corpus: Corpus) -> Iterator[str]:
    """What is added, the orphaned first."""
    yield "# Notebook\n"
    found = entries(corpus)
    if not found:
        yield "\nNothing is added.\n"
    for entry in found:
        yield "\n"
        if entry.record is not None:
            told = citation(corpus, entry.record)
        else:
            lost = "\nits words are in no article any more" if entry.orphaned else ""
            told = f"{entry.says}\n{entry.source(corpus)}{lost}\n[{entry.key}]"
        yield from item(told, entry.noted)


def item(told: str, noted: Noted = NOTHING) -> Iterator[str]:
    """A citation as a quotation, and what is added below it."""
    said, *rest = told.splitlines()
    yield f"> {escaped(said)}\n"
    for line in rest:
        yield f">\n> {escaped(line)}\n"
    if noted.annotations:
        yield f"\n{escaped(' · '.join(words for _sign, words in noted.told))}\n"
    for each in noted.corrections:
        why = f" ({escaped(each.why)})" if each.why else ""
        was, now = escaped(each.was or "nothing"), escaped(each.value or "nothing")
        yield f"\n{escaped(each.field)}: ~~{was}~~ {now}{why}\n"
    for note in noted.notes:
        yield "\n"
        yield from (f"{escaped(line)}\n" for line in note.value.split("\n"))
