"""Sources in RIS, which reference managers read: a tag and a value a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.corpus import Corpus
from tui.export.bibliography import CitedArticle, of_notebook, sources
from tui.model import Record


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[str]:
    return _written(sources(corpus, found))


def notebook(corpus: Corpus) -> Iterator[str]:
    return _written(of_notebook(corpus))


def _written(found: Iterable[CitedArticle]) -> Iterator[str]:
    for each in found:
        for tag, value in _tags(each):
            yield f"{tag}  - {value}\n"
        yield "ER  - \n\n"


def _tags(source: CitedArticle) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", source.key
    yield "TI", source.title
    for author in source.authors:
        yield "AU", author
    if source.publisher:
        yield "T2", source.publisher
    if source.agency:
        yield "PB", source.agency
    if source.dates:
        year, *rest = source.dates[0]
        yield "PY", f"{year:04}"
        parts = [f"{each:02}" for each in rest] + ["", ""]
        doubt = "uncertain" if source.uncertain else ""
        yield "DA", f"{year:04}/{parts[0]}/{parts[1]}/{doubt}"
    if source.url:
        yield "UR", source.url
    if source.language:
        yield "LA", source.language
    yield "L1", source.file
    if source.cited:
        yield "N1", f"cited: {', '.join(source.cited)}"
