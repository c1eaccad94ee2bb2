"""What is added, thing by thing: every record and all words that have something, and what
has lost its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.annotation import WORDS, Noted, Placed, PlacedAnnotations
from tui.corpus import Corpus
from tui.figure_comparison import said
from tui.model import Anchor, Figure, Record
from tui.records import passages_of

ORPHANED_KEY = "orphan:"
WORDS_KEY = "words:"


class AnnotatedThing(NamedTuple):
    """A thing with all that is added to it. ``key`` is the record's id, where it is one."""

    key: str
    noted: Noted
    placed: tuple[Placed, ...]
    record: Record | None
    anchor: Anchor | None

    @property
    def orphaned(self) -> bool:
        return self.noted.how == "orphaned"

    @property
    def says(self) -> str:
        """What the thing says or, of an orphan, what it said."""
        if isinstance(self.record, Figure):
            return f"{said(self.record)} {self.record.unit}"
        return self.placed[0].annotation.target.says

    @property
    def kind(self) -> str:
        return self.record.kind if self.record else self.placed[0].annotation.target.kind

    @property
    def changed(self) -> str:
        """When something was last added or changed."""
        return max(each.annotation.changed for each in self.placed)

    def source(self, corpus: Corpus) -> str:
        """The title of its article, as it is called now or was."""
        article = corpus.get(self.anchor.article) if self.anchor else None
        return getattr(article, "title", "") or self.placed[0].annotation.target.source


def entries(corpus: Corpus) -> list[AnnotatedThing]:
    """Everything that something is added to: orphans first, then what was moved, then the
    rest, each of these with the newest first."""
    found = list(_entries(corpus, corpus.added))
    found.sort(key=lambda each: each.changed, reverse=True)
    order = {"orphaned": 0, "likeness": 1, "context": 1}
    return sorted(found, key=lambda each: order.get(each.noted.how, 2))


def _entries(corpus: Corpus, added: PlacedAnnotations) -> Iterator[AnnotatedThing]:
    groups: dict[str, list[Placed]] = {}
    for each in added.placed:
        groups.setdefault(key_of(each), []).append(each)
    for key, several in groups.items():
        first = several[0]
        if first.record:
            record = corpus.get(first.record)
            # A record that is hidden, or the same as another, is in the corpus no more.
            anchor = next(iter(passages_of(record)), None) if record else first.anchor
            yield AnnotatedThing(key, added.to(first.record), tuple(several), record, anchor)
        elif first.anchor:
            yield AnnotatedThing(key, added.at(first.anchor), tuple(several), None, first.anchor)
        else:
            noted = Noted(tuple(each.annotation for each in several), "orphaned")
            yield AnnotatedThing(key, noted, tuple(several), None, None)


def key_of(placed: Placed) -> str:
    """What the annotations of one thing share."""
    if placed.record:
        return placed.record
    if (anchor := placed.anchor) is not None:
        return f"{WORDS_KEY}{anchor.article}:{anchor.start}-{anchor.end}"
    return f"{ORPHANED_KEY}{placed.annotation.target.key}"


def counts(found: Sequence[AnnotatedThing]) -> dict[str, int]:
    """How many things are bookmarked, noted and so on, in the order in which that is told."""
    told = {
        "orphaned": sum(each.orphaned for each in found),
        "bookmarked": sum(each.noted.bookmarked for each in found),
        "with notes": sum(bool(each.noted.notes) for each in found),
        "tagged": sum(bool(each.noted.tags) for each in found),
        "checked": sum(each.noted.state == "checked" for each in found),
        "disputed": sum(each.noted.state == "disputed" for each in found),
        "corrected": sum(bool(each.noted.corrections) for each in found),
        "words": sum(each.kind == WORDS for each in found),
    }
    return {name: count for name, count in told.items() if count}
