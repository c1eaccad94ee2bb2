"""Sources as CSL-JSON, which citation processors read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tui.corpus import Corpus
from tui.export.bibliography import CitedArticle, of_notebook, sources
from tui.model import Record


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[str]:
    return _written(sources(corpus, found))


def notebook(corpus: Corpus) -> Iterator[str]:
    return _written(of_notebook(corpus))


def _written(found: Iterable[CitedArticle]) -> Iterator[str]:
    yield json.dumps([_item(each) for each in found], ensure_ascii=False, indent=1) + "\n"


def _item(source: CitedArticle) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": source.key,
        "type": "article-newspaper",
        "title": source.title,
    }
    if source.authors:
        item["author"] = [{"literal": each} for each in source.authors]
    container = source.publisher or source.agency
    if container:
        item["container-title"] = container
    if source.agency:
        item["publisher"] = source.agency
    if source.dates:
        item["issued"] = {"date-parts": [list(each) for each in source.dates]}
        if source.uncertain:
            item["issued"]["circa"] = True
    if source.url:
        item["URL"] = source.url
    if source.language:
        item["language"] = source.language
    if source.cited:
        item["note"] = f"cited: {', '.join(source.cited)}"
    return item
