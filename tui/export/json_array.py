"""One JSON array: the same objects as in JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tui.corpus import Corpus
from tui.export.json_lines import added_to, objects
from tui.export.jsonl import line
from tui.model import Record


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[str]:
    return _array(objects(corpus, found))


def notebook(corpus: Corpus) -> Iterator[str]:
    return _array(added_to(corpus))


def _array(values: Iterable[dict[str, Any]]) -> Iterator[str]:
    opens = "["
    for value in values:
        yield f"{opens}\n{line(value).rstrip()}"
        opens = ","
    yield "\n]\n" if opens == "," else "[]\n"
