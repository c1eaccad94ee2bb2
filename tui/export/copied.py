"""One record as it is copied: in the form that the reader's own text needs."""

from __future__ import annotations

from collections.abc import Callable

from tui.corpus import Corpus
from tui.export.citation import citation, sentence, source
from tui.model import Record
from tui.records import passages_of
from tui.terminal_text import one_line


def markdown(corpus: Corpus, record: Record) -> str:
    from tui.export.cited_markdown import item

    return "".join(item(citation(corpus, record))).rstrip("\n")


def bibtex(corpus: Corpus, record: Record) -> str:
    from tui.export.bibtex import records

    return "".join(records(corpus, [record])).rstrip("\n")


def in_context(corpus: Corpus, record: Record) -> str:
    """The sentence in which its first passage stands, with those of its paragraph around."""
    anchor = next(iter(passages_of(record)), None)
    if anchor is None:
        return citation(corpus, record)
    text = corpus.texts[anchor.article]
    begin, end = text.rfind("\n", 0, anchor.start) + 1, text.find("\n", anchor.end)
    paragraph = one_line(text[begin : end if end >= 0 else len(text)])
    told = sentence(corpus, anchor)
    around = paragraph if paragraph != told else told
    return f"“{around}”\n{source(corpus, anchor.article)}\n[{one_line(record.id)}]"


def link(_corpus: Corpus, record: Record) -> str:
    return f"serbia-tui --open {one_line(record.id)}"


COPIED: dict[str, tuple[str, Callable[[Corpus, Record], str]]] = {
    "p": ("plain, with its citation", citation),
    "m": ("Markdown", markdown),
    "b": ("BibTeX, its sources", bibtex),
    "s": ("the sentence with what stands around it", in_context),
    "l": ("a link: serbia-tui --open ID", link),
}
"""The forms by the key that chooses each, with what it is."""
