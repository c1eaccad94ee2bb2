"""Disagreements as a Markdown document: each with its sides, their passages and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tui.corpus import Corpus
from tui.export.citation import source
from tui.model import Disagreement, Record
from tui.terminal_text import one_line
from tui.wording import ITSELF

_ACTING = re.compile(r"([\\`*_{}\[\]<>#|~!&$])")


def markdown(corpus: Corpus, records: Iterable[Record]) -> Iterator[str]:
    """The document, line by line, each with its line feed."""
    found = [record for record in records if isinstance(record, Disagreement)]
    articles = f"{len(corpus.articles)} article{'' if len(corpus.articles) == 1 else 's'}"
    yield "# Where the articles disagree\n"
    yield "\n"
    yield f"{len(found)} disagreement{'' if len(found) == 1 else 's'} between {articles}.\n"
    for record in found:
        yield from _section(corpus, record)


def _section(corpus: Corpus, record: Disagreement) -> Iterator[str]:
    yield f"\n## {escaped(record.about)}\n\n"
    explained = f", explained by {record.explained_by}" if record.explained_by else ""
    yield f"{record.type}{explained} (`{record.id}`)\n"
    if record.note:
        yield f"\n{escaped(record.note)}\n"
    for side in record.sides:
        yield f"\n- **{escaped(side.says)}**\n"
        for passage, speakers in side.told:
            named = ", ".join(corpus.name(each) for each in speakers) or ITSELF
            yield (
                f"  - “{escaped(corpus.words(passage))}” ({escaped(named)};"
                f" {escaped(source(corpus, passage.article))})\n"
            )


def escaped(words: str) -> str:
    """Words on one line, of which none acts on a terminal or as Markdown."""
    return _ACTING.sub(r"\\\1", one_line(words))
