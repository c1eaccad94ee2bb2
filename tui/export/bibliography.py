"""The articles that records stand in, as reference managers know sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.annotated_things import entries
from tui.corpus import Corpus
from tui.digests import slug
from tui.model import Article, Record
from tui.records import passages_of
from tui.terminal_text import one_line

_PLAIN_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_UNCERTAIN = re.compile(r"[?~%]")
"""How EDTF says that a date is uncertain or about right."""
_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|&)\s+|,\s+(?=\w+\s)")


class CitedArticle(NamedTuple):
    """An article as it is cited. ``dates`` are one date or two ends of a span, each the year,
    and the month and day as far as they are known; ``uncertain`` tells that they may be others;
    ``cited`` what is cited of it."""

    id: str
    key: str
    title: str
    authors: tuple[str, ...]
    publisher: str
    agency: str
    dates: tuple[tuple[int, ...], ...]
    uncertain: bool
    url: str
    language: str
    file: str
    cited: tuple[str, ...]


def sources(corpus: Corpus, records: Iterable[Record]) -> Iterator[CitedArticle]:
    """The articles that records are, or stand in, each once."""
    cited: dict[str, list[str]] = {}
    for record in records:
        if isinstance(record, Article):
            cited.setdefault(record.id, [])
            continue
        for article in dict.fromkeys(anchor.article for anchor in passages_of(record)):
            cited.setdefault(article, []).append(record.id)
    keys: set[str] = set()
    for article, ids in cited.items():
        yield _source(corpus.article(article), tuple(ids), keys)


def of_notebook(corpus: Corpus) -> Iterator[CitedArticle]:
    """The articles that something is added to, or to a record of which it is."""
    there: list[Record] = []
    for entry in entries(corpus):
        if entry.record is not None:
            there.append(entry.record)
        elif entry.anchor is not None:
            there.append(corpus.article(entry.anchor.article))
    return sources(corpus, there)


def _source(article: Article, cited: tuple[str, ...], keys: set[str]) -> CitedArticle:
    dates = dates_of(article.published.edtf)
    named = article.author or article.publisher or article.agency or article.title or article.file
    key = "-".join(slug(one_line(named)).split("-")[:3])
    key = f"{key}-{dates[0][0]:04}" if dates else key
    if key in keys:
        key = f"{key}-{article.id}"
    keys.add(key)
    return CitedArticle(
        article.id,
        key,
        one_line(article.title or article.file),
        _authors(one_line(article.author)),
        one_line(article.publisher),
        one_line(article.agency),
        dates,
        bool(_UNCERTAIN.search(article.published.edtf)),
        one_line(article.url),
        article.language,
        article.file,
        cited,
    )


def _authors(written: str) -> tuple[str, ...]:
    return tuple(filter(None, _BETWEEN.split(written)))


def dates_of(edtf: str) -> tuple[tuple[int, ...], ...]:
    """A date, or the ends of a span, as numbers; nothing where it is open or not known."""
    made: list[tuple[int, ...]] = []
    for side in edtf.split("/"):
        found = _PLAIN_DATE.match(side)
        # A season is a month after the twelfth, and no month.
        if found:
            numbers = [int(each) for each in found.groups() if each]
            made.append(tuple(numbers[:1] if len(numbers) > 1 and numbers[1] > 12 else numbers))
    return tuple(made)


def iso(date: Sequence[int]) -> str:
    """A date as it is written, as far as it is known."""
    year, *rest = date
    return "-".join((f"{year:04}", *(f"{each:02}" for each in rest)))
