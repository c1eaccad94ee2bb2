"""JSON Lines: one record a line, with the words of every passage.

A value is exactly what the article has. A character that would act on a terminal is
written as an escape, so that the line can be printed and still says the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from tui.corpus import Corpus
from tui.model import (
    Anchor,
    Article,
    AttributedPassage,
    Description,
    Detail,
    Event,
    FactOrigin,
    Figure,
    Quote,
    Record,
    Relation,
    Side,
    When,
)
from tui.terminal_text import ACTING


def lines(corpus: Corpus, records: Iterable[Record]) -> Iterator[str]:
    """The records as lines, each with its line feed."""
    for record in records:
        yield line(as_object(corpus, record))


def line(value: dict[str, Any]) -> str:
    """One JSON object as a line that is harmless to print."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return ACTING.sub(lambda found: json.dumps(found.group())[1:-1], text) + "\n"


def as_object(corpus: Corpus, record: Record) -> dict[str, Any]:
    """A record under the names of its fields, its id and kind first."""
    value: dict[str, Any] = {"id": record.id, "kind": record.kind}
    for name in (*own_fields(type(record)), *_COMMON):
        value[name] = _value(corpus, getattr(record, name))
    if isinstance(record, Article) and record.rule == "lead":
        value["title"] = ""  # The first words stand in for it on the screen, and are no title.
    for name in ("withdrawn", "part"):
        if not value.get(name, True):
            del value[name]  # Said of the few that are, and of nothing else.
    return value | _languages(corpus, record)


def _languages(corpus: Corpus, record: Record) -> dict[str, Any]:
    """The language of a record of one article, the languages of one of several."""
    if isinstance(record, Article):
        return {}
    languages = corpus.languages(record)
    if isinstance(record, (Quote, Figure)) or (
        isinstance(record, Event) and len({each.article for each in record.evidence}) == 1
    ):
        return {"language": next(iter(languages), "")}
    return {"languages": list(languages)}


_COMMON = tuple(field.name for field in fields(Record) if field.name != "id")


def own_fields(kind: type[Record]) -> list[str]:
    """The fields of a kind that are not every record's, in the model's order."""
    return [field.name for field in fields(kind) if field.name not in ("id", *_COMMON)]


def _value(corpus: Corpus, value: Any) -> Any:
    match value:
        case Anchor():
            return anchor_object(corpus, value)
        case When():
            return {
                "edtf": value.edtf,
                "basis": value.basis,
                "expression": _value(corpus, value.expression),
                "note": value.note,
                "earliest": value.earliest,
                "latest": value.latest,
            }
        case Description() | Detail() | Relation() | FactOrigin() | Side() | AttributedPassage():
            return {name: _value(corpus, item) for name, item in value._asdict().items()}
        case str():
            return value
        case Sequence():
            return [_value(corpus, item) for item in value]
    return value


def anchor_object(corpus: Corpus, anchor: Anchor) -> dict[str, Any]:
    """A passage with its exact words and a little of what stands around them."""
    prefix, suffix = corpus.around(anchor)
    page = corpus.article(anchor.article).page_of(anchor.start)
    return {
        "article": anchor.article,
        "start": anchor.start,
        "end": anchor.end,
        "exact": corpus.words(anchor),
        "prefix": prefix,
        "suffix": suffix,
    } | ({"locator": page} if page else {})
