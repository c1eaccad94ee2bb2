"""The steps by which annotations are made, changed and taken away.

Each function is given the annotations that there are and returns the step; None where there
is nothing to do. ``on`` are the ids of those that stand on the same record or words now,
which may have been added before the article was edited.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from tui.annotation import ADD, SPLIT, Annotation, Change, Purpose, Step, Target

Annotations = Sequence[Annotation]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who adds something, and when: ISO 8601, in UTC."""

    by: str
    at: str


def stamp() -> Stamp:
    """Who sits here, and now."""
    import getpass  # Asked when something is added.

    try:
        by = getpass.getuser()
    except (KeyError, OSError, ImportError):
        by = ""
    return Stamp(by, datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"))


@dataclass(frozen=True, slots=True)
class Upon:
    """What something is added to, and what stands there already."""

    target: Target
    on: Collection[str] = ()

    def among(self, annotations: Annotations, purpose: Purpose) -> list[Annotation]:
        """The annotations of a purpose that stand on this."""
        return [
            each
            for each in annotations
            if each.purpose == purpose and (each.id in self.on or each.target.key == self.key)
        ]

    @property
    def key(self) -> str:
        return self.target.key

    @property
    def named(self) -> str:
        """A few words that name it."""
        words = " ".join((self.target.says or self.target.record).split())
        return words if len(words) <= 40 else f"{words[:39]}…"


def new(upon: Upon, purpose: Purpose, value: str, stamp: Stamp, **more: str) -> Annotation:
    """A further annotation."""
    return Annotation(
        id=uuid.uuid4().hex,
        target=upon.target,
        purpose=purpose,
        value=value,
        by=stamp.by,
        made=stamp.at,
        changed=stamp.at,
        **more,
    )


def bookmarked(
    annotations: Annotations, upon: Upon, stamp: Stamp, *, wanted: bool | None = None
) -> Step | None:
    """Put a bookmark, or take it away where there is one; or just one of these."""
    there = upon.among(annotations, "bookmark")
    if there and wanted is not True:
        return Step(f"bookmark off: {upon.named}", tuple(Change(each, None) for each in there))
    if there or wanted is False:
        return None
    return Step(f"bookmark: {upon.named}", (Change(None, new(upon, "bookmark", "", stamp)),))


def noted(
    annotations: Annotations, upon: Upon, text: str, stamp: Stamp, of: str = ""
) -> Step | None:
    """Write a note, or another text for the note with an id; without a text there is none."""
    text = text.strip()
    there = next((each for each in annotations if each.id == of), None)
    if there is None:
        if not text:
            return None
        return Step(f"note: {upon.named}", (Change(None, new(upon, "note", text, stamp)),))
    if there.value == text:
        return None
    after = replace(there, value=text, changed=stamp.at) if text else None
    what = "note changed" if text else "note off"
    return Step(f"{what}: {upon.named}", (Change(there, after),))


def tagged(annotations: Annotations, upon: Upon, tags: Iterable[str], stamp: Stamp) -> Step | None:
    """Have just these tags."""
    wanted = dict.fromkeys(filter(None, map(as_tag, tags)))
    there = upon.among(annotations, "tag")
    had = {each.value for each in there}
    changes = [Change(each, None) for each in there if each.value not in wanted]
    changes += [Change(None, new(upon, "tag", tag, stamp)) for tag in wanted if tag not in had]
    what = f"tags {', '.join(wanted)}" if wanted else "tags off"
    return Step(f"{what}: {upon.named}", tuple(changes)) if changes else None


def as_tag(typed: str) -> str:
    """A tag as it is kept: without the sign before it, a word."""
    return "-".join(typed.strip().lstrip("#").split())


def reviewed(annotations: Annotations, upon: Upon, state: str, stamp: Stamp) -> Step | None:
    """Have a review state; unchecked is having none."""
    there = upon.among(annotations, "state")
    if state == "unchecked":
        changes = [Change(each, None) for each in there]
    elif there:
        changes = [Change(each, None) for each in there[:-1]]
        if there[-1].value != state:
            after = replace(there[-1], value=state, changed=stamp.at, by=stamp.by)
            changes.append(Change(there[-1], after))
    else:
        changes = [Change(None, new(upon, "state", state, stamp))]
    return Step(f"{state}: {upon.named}", tuple(changes)) if changes else None


_WHOLE = {
    "hidden": "hidden",
    "same as": "told to be the same as another",
    SPLIT: "told to be two",
}
"""Corrections of a whole record, and how each is told."""


def corrected(
    annotations: Annotations,
    upon: Upon,
    field: str,
    value: str,
    stamp: Stamp,
    *,
    was: str = "",
    why: str = "",
) -> Step | None:
    """Say something else in a field. What says again what stood there is no correction."""
    there = [each for each in upon.among(annotations, "correction") if each.field == field]
    if field == SPLIT:
        # Of one actor several may be split off, each under its names.
        there = [each for each in there if each.value == value]
    was = there[0].was if there else was
    changes = [Change(each, None) for each in there[1:]]
    if there and value == was:
        changes.append(Change(there[0], None))
    elif there and (there[0].value, there[0].why) != (value, why):
        after = replace(there[0], value=value, why=why, changed=stamp.at, by=stamp.by)
        changes.append(Change(there[0], after))
    elif not there and value != was:
        made = new(upon, "correction", value, stamp, field=field, was=was, why=why)
        changes.append(Change(None, made))
    told = _WHOLE.get(field, f"{field} corrected")
    return Step(f"{told}: {upon.named}", tuple(changes)) if changes else None


def said_to_be(annotations: Annotations, upon: Upon, kind: str, stamp: Stamp) -> Step | None:
    """Say of words that they are a record that no rule has found."""
    there = upon.among(annotations, "correction")
    if any((each.field, each.value) == (ADD, kind) for each in there):
        return None
    made = new(upon, "correction", kind, stamp, field=ADD)
    return Step(f"a new {kind}: {upon.named}", (Change(None, made),))


def removed(annotations: Annotations, ids: Collection[str], what: str) -> Step | None:
    """Take annotations away."""
    changes = tuple(Change(each, None) for each in annotations if each.id in ids)
    return Step(f"removed: {what}", changes) if changes else None
