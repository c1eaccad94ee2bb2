"""What a reader adds to a record or to some words: one kind of thing, whatever it says.

It follows the W3C Web Annotation Model. An annotation has a target, which is a record and
the words that it stands on (the words themselves, what stands before and behind them, and
where), and a body: a bookmark, a note, a tag, a review state or a correction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, get_args

from tui.model import Anchor

Purpose = Literal["bookmark", "note", "tag", "state", "correction"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)

WORDS = "words"
"""The kind of a target that is words of an article and no record."""

ADD = "is a"
"""The field of a correction that says of words that they are a record."""

SPLIT = "split off"
"""The field of a correction that says that an actor under some names is another."""

How = Literal["exact", "normalised", "context", "likeness", "orphaned"]
"""How a target is found again: by the same words; by the same but for accents, marks, case
and spaces; by what stands around them; as the words most like them; not at all."""

MOVED: tuple[How, ...] = ("context", "likeness")
"""How targets are found whose words are no longer the same, which is said."""

BOOKMARK, NOTE, TAG, CHECKED, DISPUTED, CORRECTED, MOVED_SIGN, ORPHANED = "◆✎#✓⚑±≈?"


class Selector(NamedTuple):
    """Words of an article: themselves, what stands around them, and where they stood."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What an annotation is about. ``says`` is what the record said when it was added, and
    ``source`` what its article was called: an orphan is still understood. ``corpus`` names the
    folder of articles in which it was added, "" where nobody has said."""

    kind: str
    record: str = ""
    article: str = ""
    file: str = ""
    source: str = ""
    says: str = ""
    corpus: str = ""
    selector: Selector | None = None

    @property
    def key(self) -> str:
        """What two targets share that are the same: the record, or the place of the words."""
        if self.record:
            return self.record
        at = self.selector
        return f"{self.article}:{at.start}-{at.end}" if at else self.article


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """Something that a reader has added.

    ``value`` is the note's text, the tag, the state, or what a correction says instead; of a
    correction ``field`` is what of the record it is about, ``was`` what stood there, and
    ``why`` the reader's reason. ``made`` and ``changed`` are times, ISO 8601 in UTC.
    """

    id: str
    target: Target
    purpose: Purpose
    value: str = ""
    field: str = ""
    was: str = ""
    why: str = ""
    by: str = ""
    made: str = ""
    changed: str = ""


class Change(NamedTuple):
    """One annotation before and after; None where there is none."""

    before: Annotation | None
    after: Annotation | None


class Step(NamedTuple):
    """What is done, undone and done again at once, and a few words that say it. ``whole`` is
    one that the notebook as a whole had: another was taken in, or put in its place."""

    what: str
    changes: tuple[Change, ...]
    whole: bool = False

    @property
    def corpora(self) -> frozenset[str]:
        """The folders of articles in which it changed something, "" where nobody has said."""
        both = (each for change in self.changes for each in change if each is not None)
        return frozenset(each.target.corpus for each in both)

    def bears_on(self, where: str) -> bool:
        """Whether it changed something of a folder of articles; "" stands for any."""
        corpora = self.corpora
        return self.whole or not where or where in corpora or "" in corpora

    @property
    def changed(self) -> frozenset[str]:
        """The ids of the annotations that it changed."""
        return frozenset(each.id for change in self.changes for each in change if each is not None)


@dataclass(frozen=True, slots=True)
class Noted:
    """All that is added to one record, or to the same words."""

    annotations: tuple[Annotation, ...] = ()
    how: How = "exact"

    def of(self, purpose: Purpose) -> tuple[Annotation, ...]:
        """The annotations of one purpose."""
        return tuple(each for each in self.annotations if each.purpose == purpose)

    @property
    def bookmarked(self) -> bool:
        return bool(self.of("bookmark"))

    @property
    def notes(self) -> tuple[Annotation, ...]:
        return self.of("note")

    @property
    def tags(self) -> tuple[str, ...]:
        return tuple(sorted({each.value for each in self.of("tag")}, key=str.casefold))

    @property
    def state(self) -> str:
        """What the reader thinks of it: "unchecked" until something else is said."""
        states = self.of("state")
        return states[-1].value if states else "unchecked"

    @property
    def corrections(self) -> tuple[Annotation, ...]:
        return self.of("correction")

    @property
    def signs(self) -> str:
        """A sign for each sort of thing that is added, the most telling first."""
        return "".join(sign for sign, _words in self.told)

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Each sign with its words."""
        found = [
            (MOVED_SIGN, "found again by its words") if self.how in MOVED else None,
            (DISPUTED, "disputed") if self.state == "disputed" else None,
            (CORRECTED, "corrected") if self.corrections else None,
            (BOOKMARK, "bookmarked") if self.bookmarked else None,
            (NOTE, "note" if len(self.notes) == 1 else f"{len(self.notes)} notes")
            if self.notes
            else None,
            (CHECKED, "checked") if self.state == "checked" else None,
            (TAG, ", ".join(self.tags)) if self.tags else None,
        ]
        return tuple(each for each in found if each)

    def has(self, name: str) -> Iterator[str]:
        """What a search finds it by in a field: ``is``, ``has``, ``tag`` or ``state``."""
        match name:
            case "is":
                yield from ("noted",) if self.notes else ()
                yield from ("bookmarked",) if self.bookmarked else ()
                yield from ("corrected",) if self.corrections else ()
                yield from ("moved",) if self.how in MOVED else ()
                yield from ("orphaned",) if self.how == "orphaned" else ()
                yield self.state
            case "has":
                yield from dict.fromkeys(each.purpose for each in self.annotations)
            case "tag":
                yield from self.tags
            case "state":
                yield self.state

    @property
    def values(self) -> Iterator[str]:
        """What a list can be filtered by."""
        yield from ("bookmarked",) if self.bookmarked else ()
        yield from ("with a note",) if self.notes else ()
        yield from ("corrected",) if self.corrections else ()
        yield from (self.state,) if self.state != "unchecked" else ()
        yield from (f"#{tag}" for tag in self.tags)


NOTHING = Noted()

FIELDS = ("is", "has", "tag", "state")
"""The fields of a search that ask for what is added."""


class Placed(NamedTuple):
    """Where an annotation's target is now: a record, or words of an article, or neither."""

    annotation: Annotation
    record: str
    anchor: Anchor | None
    how: How


@dataclass(frozen=True)
class PlacedAnnotations:
    """What a reader has added to a corpus, where it stands now."""

    placed: tuple[Placed, ...] = ()
    by_record: Mapping[str, Noted] = field(default_factory=dict)
    by_words: Mapping[str, tuple[tuple[Anchor, Noted], ...]] = field(default_factory=dict)
    """By the ids of articles, the words in them that something is added to."""
    unfit: Mapping[str, str] = field(default_factory=dict)
    """The corrections that do not fit, by their ids, with the reasons."""
    elsewhere: int = 0
    """How many annotations are of other folders of articles, and of nothing here."""

    def to(self, record_id: str) -> Noted:
        """What is added to a record."""
        return self.by_record.get(record_id, NOTHING)

    def at(self, anchor: Anchor) -> Noted:
        """What is added to words."""
        for where, noted in self.by_words.get(anchor.article, ()):
            if where == anchor:
                return noted
        return NOTHING

    @property
    def tags(self) -> tuple[str, ...]:
        """All tags there are, the most frequent first."""
        counts: dict[str, int] = {}
        for each in self.placed:
            if each.annotation.purpose == "tag":
                counts[each.annotation.value] = counts.get(each.annotation.value, 0) + 1
        return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag.casefold())))


NOTHING_ADDED = PlacedAnnotations()


# --------------------------------------------------------------------- as it is kept


def as_row(annotation: Annotation) -> dict[str, Any]:
    """An annotation as it is kept; what is empty is left out."""
    target = annotation.target
    selector = {k: v for k, v in target.selector._asdict().items() if v} if target.selector else {}
    return {
        "id": annotation.id,
        "target": _filled(target, ("kind", "record", "article", "file", "source", "says", "corpus"))
        | ({"selector": selector} if selector else {}),
        **_filled(annotation, ("purpose", "value", "field", "was", "why", "by", "made", "changed")),
    }


def _filled(value: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: found for name in names if (found := getattr(value, name))}


def from_row(row: object) -> Annotation | None:
    """The annotation that is kept so; None where that is not to be understood."""
    if not isinstance(row, dict) or not isinstance(target := row.get("target"), dict):
        return None
    purpose = next((each for each in PURPOSES if each == row.get("purpose")), None)
    id, kind = row.get("id"), target.get("kind")
    if purpose is None or not (isinstance(id, str) and id and isinstance(kind, str) and kind):
        return None
    given = target.get("selector")
    selector = None
    if isinstance(given, dict) and isinstance(exact := given.get("exact"), str):
        start, end = (_number(given.get(name)) for name in ("start", "end"))
        selector = Selector(exact, _text(given, "prefix"), _text(given, "suffix"), start, end)
    names = ("record", "article", "file", "source", "says", "corpus")
    of = Target(kind=kind, selector=selector, **{name: _text(target, name) for name in names})
    own = ("value", "field", "was", "why", "by", "made", "changed")
    return Annotation(id=id, target=of, purpose=purpose, **{name: _text(row, name) for name in own})


def _text(row: Mapping[str, Any], name: str) -> str:
    found = row.get(name)
    return found if isinstance(found, str) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0


def step_row(step: Step) -> dict[str, Any]:
    """A step as it is kept."""
    return {
        "what": step.what,
        "changes": [[each and as_row(each) for each in change] for change in step.changes],
        **({"whole": True} if step.whole else {}),
    }


def step_from(row: object) -> Step | None:
    """The step that is kept so; None where that is not to be understood."""
    if not isinstance(row, dict) or not isinstance(given := row.get("changes"), list):
        return None
    changes = []
    for pair in given:
        if not isinstance(pair, list) or len(pair) != 2:
            return None
        before, after = (each and from_row(each) for each in pair)
        if (before is None and after is None) or any(
            made is None and kept for made, kept in zip((before, after), pair, strict=True)
        ):
            return None
        changes.append(Change(before or None, after or None))
    return Step(_text(row, "what"), tuple(changes), row.get("whole") is True)
