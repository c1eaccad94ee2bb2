"""A table for spreadsheets: a header, a record a line, and no cell that is a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tui.annotated_things import entries
from tui.annotation import Noted
from tui.corpus import Corpus
from tui.export.jsonl import own_fields
from tui.model import KINDS, Anchor, Article, Record, When
from tui.records import passages_of
from tui.terminal_text import ACTING, sanitized

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_NAMES = frozenset("speakers actors claimed_by subject contest".split())
_LEFT_OUT = frozenset("facts_from mentions described_as related sides items content".split())

ADDED = ("bookmarked", "notes", "tags", "state")
WHERE = ("passage", "source", "publisher", "published", "file", "start", "end")


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[str]:
    """The records of one kind; of several kinds, a column for each field of any."""
    kinds = [kind for kind in KINDS if any(isinstance(each, kind) for each in found)]
    fields = dict.fromkeys(name for kind in kinds for name in own_fields(kind))
    names = [name for name in fields if name not in _LEFT_OUT]
    columns: list[str] = []
    for name in names:
        columns += [name, f"{name}_names"] if name in _NAMES else [name]
    head = [name for name in columns if name not in WHERE]
    yield _line(("id", "kind", *head, *WHERE, *ADDED))
    for record in found:
        cells = [_cell(corpus, record, name) for name in head]
        where = [_where(corpus, record, name) for name in WHERE]
        noted = corpus.added.to(record.id)
        yield _line((record.id, record.kind, *cells, *where, *_added(noted)))


def notebook(corpus: Corpus) -> Iterator[str]:
    """Everything that something is added to, with what that is and where it stands."""
    yield _line(("id", "kind", "says", *ADDED, "corrections", "found", "source", "file", "changed"))
    for entry in entries(corpus):
        target = entry.placed[0].annotation.target
        corrections = "; ".join(
            f"{each.field}: {each.was} -> {each.value}" for each in entry.noted.corrections
        )
        yield _line(
            (
                entry.key,
                entry.kind,
                entry.says,
                *_added(entry.noted),
                corrections,
                entry.noted.how,
                entry.source(corpus),
                target.file,
                entry.changed,
            )
        )


def _added(noted: Noted) -> tuple[str, ...]:
    return (
        "yes" if noted.bookmarked else "",
        "\n\n".join(each.value for each in noted.notes),
        " ".join(noted.tags),
        noted.state,
    )


def _cell(corpus: Corpus, record: Record, name: str) -> str:
    base = name.removesuffix("_names")
    value = getattr(record, base, None)
    if base != name:
        ids = value if isinstance(value, tuple) else (value,) if value else ()
        return "; ".join(corpus.name(each) for each in ids)
    return _text(corpus, value)


def _text(corpus: Corpus, value: Any) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case Anchor():
            return corpus.words(value)
        case When():
            return value.edtf
        case tuple():
            return "; ".join(_text(corpus, each) for each in value)
    return str(value)


def _where(corpus: Corpus, record: Record, name: str) -> str:
    anchor = next(iter(passages_of(record)), None)
    article = record if isinstance(record, Article) else None
    if article is None and anchor is not None:
        article = corpus.article(anchor.article)
    match name:
        case "passage":
            return corpus.words(anchor) if anchor else ""
        case "start" | "end":
            return str(getattr(anchor, name)) if anchor else ""
        case "source":
            return article.title if article else ""
        case "published":
            return article.published.edtf if article else ""
    return getattr(article, name) if article else ""


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(map(safe, cells))
    return line.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and no terminal acts on."""
    cell = "\t".join(
        ACTING.sub(lambda found: sanitized(found.group()), p) for p in cell.split("\t")
    )
    if cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
