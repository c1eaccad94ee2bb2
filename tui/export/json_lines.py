"""JSON Lines: records as they are, with what is added to each; or the annotations alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tui.annotation import Noted, as_row
from tui.corpus import Corpus
from tui.export.jsonl import anchor_object, as_object, line
from tui.model import Record

CORRECTION = ("field", "was", "value", "why", "by", "changed")


def objects(corpus: Corpus, found: Sequence[Record]) -> Iterator[dict[str, Any]]:
    """Each record, with ``added`` where its reader has added something."""
    for record in found:
        value = as_object(corpus, record)
        noted = corpus.added.to(record.id)
        yield value | {"added": added_object(noted)} if noted.annotations else value


def added_object(noted: Noted) -> dict[str, Any]:
    """What is added to one thing."""
    return {
        "bookmarked": noted.bookmarked,
        "notes": [each.value for each in noted.notes],
        "tags": list(noted.tags),
        "state": noted.state,
        "corrections": [
            {name: getattr(each, name) for name in CORRECTION} for each in noted.corrections
        ],
    }


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[str]:
    return map(line, objects(corpus, found))


def added_to(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """Every annotation with where it stands now."""
    for each in corpus.added.placed:
        stands = anchor_object(corpus, each.anchor) if each.anchor else None
        now = {"record": each.record or None, "passage": stands, "found": each.how}
        yield as_row(each.annotation) | {"now": now}


def notebook(corpus: Corpus) -> Iterator[str]:
    return map(line, added_to(corpus))
