"""The paragraphs of articles that name somebody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from tui.corpus import Corpus
from tui.model import Actor, Record
from tui.tables.columns import ColumnField

_ENDING = frozenset(".!?:…”\"’'»)]\n")
"""What a line ends with that ends a paragraph. Other ends of lines are those of a text that
is broken to fit a width."""


def _naming(corpus: Corpus, record: Record) -> Iterator[tuple[str, int]]:
    """Each article that names an actor, and the number of the paragraph in it."""
    if isinstance(record, Actor):
        for article, passages in groupby(record.mentions, key=attrgetter("article")):
            ends = _ends(corpus.texts[article])
            for passage in passages:
                yield article, bisect_right(ends, passage.start)


PARAGRAPHS = ColumnField("paragraphs", ("actor",), _naming)


@lru_cache(maxsize=1_000)
def _ends(text: str) -> list[int]:
    """Where the paragraphs of a text end: at empty lines, and where a line's end is a
    sentence's too."""
    ends = []
    at = text.find("\n")
    while at >= 0:
        before = at - 1
        while before >= 0 and text[before] in " \t\r":
            before -= 1
        if before < 0 or text[before] in _ENDING:
            ends.append(at + 1)
        at = text.find("\n", at + 1)
    return ends
