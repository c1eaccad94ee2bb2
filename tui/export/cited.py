"""The sources as a list of references, in a citation style: one that comes with the program,
or a file of the Citation Style Language.

The processor of styles is an extra, imported when a list is asked for.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tui.corpus import Corpus
from tui.dates import WEEKDAYS, readable
from tui.export.bibliography import CitedArticle, of_notebook, sources
from tui.forms import STYLES, FormProblem
from tui.model import Record
from tui.terminal_text import one_line

FOLDER = Path(__file__).with_name("styles")
_DAYS = {day[:3] for day in WEEKDAYS}


def records(corpus: Corpus, found: Sequence[Record], style: str = STYLES[0]) -> Iterator[str]:
    return _written(corpus, sources(corpus, found), style)


def notebook(corpus: Corpus, style: str = STYLES[0]) -> Iterator[str]:
    return _written(corpus, of_notebook(corpus), style)


def _written(corpus: Corpus, found: Iterable[CitedArticle], style: str) -> Iterator[str]:
    items = [_item(corpus, each) for each in found]
    for reference in _references(items, style):
        yield f"{one_line(reference)}\n"


def _references(items: list[dict[str, Any]], style: str) -> list[str]:
    try:
        from citeproc import (
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import CiteProcJSON
    except ImportError as error:
        raise FormProblem(
            "citation styles need the extra cite: pip install 'serbia-tui[cite]'"
        ) from error
    place = FOLDER / f"{style}.csl" if style in STYLES else Path(style)
    if not place.is_file():
        raise FormProblem(f"{style}: no such style; there are {', '.join(STYLES)}, or name a file")
    try:
        with warnings.catch_warnings():
            # What a style asks for that the processor does not know it leaves out.
            warnings.simplefilter("ignore")
            made = CitationStylesBibliography(
                CitationStylesStyle(str(place), validate=False),
                CiteProcJSON(items),
                formatter.plain,
            )
            for item in items:
                made.register(Citation([CitationItem(item["id"])]))
            if items:
                made.sort()
            return [str(each) for each in made.bibliography()]
    except Exception as error:
        told = str(error).partition("\n")[0] or type(error).__name__
        raise FormProblem(f"{style}: not to be used as a citation style: {told}") from error


def _item(corpus: Corpus, source: CitedArticle) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": source.key,
        "type": "article-newspaper",
        "title": source.title,
    }
    if source.authors:
        item["author"] = [{"literal": each} for each in source.authors]
    if container := source.publisher or source.agency:
        item["container-title"] = container
    if source.agency:
        item["publisher"] = source.agency
    if source.dates:
        item["issued"] = {"date-parts": [list(source.dates[0])]}
        if len(source.dates) > 1 or source.uncertain:
            # A span, or a date with a doubt: its year, and once the words that say so.
            item["issued"] = {"date-parts": [[source.dates[0][0]]]}
            item["status"] = _day(corpus.article(source.id).published.edtf)
    if source.url:
        item["URL"] = source.url
    return item


def _day(edtf: str) -> str:
    words = readable(edtf)
    first, _, rest = words.partition(" ")
    return rest if first in _DAYS else words
