"""What the user adds, as one immutable value, and the seam behind which it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, Protocol

from platformdirs import user_data_path

from tui.annotation import Annotation, Change, Step

RECENT = 100
"""Searches that are remembered; nobody goes back further."""

STEPS = 300
"""Steps that can be undone."""


class SavedSearch(NamedTuple):
    """A search by name. ``where`` is the tab it was made in, "" for all of them."""

    name: str
    query: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """What the user has added: the last searches, the newest first, those saved by name,
    annotations in the order they were made, and the steps that led to them."""

    recent: tuple[str, ...] = ()
    saved: tuple[SavedSearch, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    """The steps that were undone, the last of them last."""

    def remembering(self, query: str) -> Notes:
        """With a search as the newest; a query that was asked before moves to the front."""
        query = query.strip()
        if not query:
            return self
        others = (each for each in self.recent if each != query)
        return replace(self, recent=(query, *others)[:RECENT])

    def saving(self, search: SavedSearch) -> Notes:
        """With a search by name, in the order of names; one of that name is replaced."""
        others = (each for each in self.saved if each.name != search.name)
        ordered = sorted((*others, search), key=lambda each: each.name.casefold())
        return replace(self, saved=tuple(ordered))

    def forgetting(self, name: str) -> Notes:
        """Without the saved search of a name."""
        return replace(self, saved=tuple(each for each in self.saved if each.name != name))

    # ------------------------------------------------------------------ annotations

    def stepping(self, step: Step | None) -> Notes:
        """After one more step. What was undone of the same articles before can no longer be
        done again."""
        if step is None or not step.changes:
            return self
        changed = self._after(step.changes)
        corpora = step.corpora
        kept = tuple(each for each in self.undone if not any(map(each.bears_on, corpora)))
        return replace(changed, done=(*self.done, step)[-STEPS:], undone=kept)

    def last_done(self, where: str = "") -> Step | None:
        """The last step that changed something of a folder of articles; of any, where none is
        named."""
        return _last(self.done, where)

    def last_undone(self, where: str = "") -> Step | None:
        """The step of a folder of articles that was undone last."""
        return _last(self.undone, where)

    def undoing(self, where: str = "") -> Notes:
        """As before the last step in a folder of articles."""
        step = self.last_done(where)
        if step is None:
            return self
        back = [Change(each.after, each.before) for each in reversed(step.changes)]
        done = _without(self.done, step)
        return replace(self._after(back), done=done, undone=(*self.undone, step))

    def redoing(self, where: str = "") -> Notes:
        """As it was before the last step in a folder of articles was undone."""
        step = self.last_undone(where)
        if step is None:
            return self
        again = self._after(step.changes)
        return replace(again, done=(*self.done, step), undone=_without(self.undone, step))

    def _after(self, changes: Iterable[Change]) -> Notes:
        kept = {each.id: each for each in self.annotations}
        for before, after in changes:
            if after is not None:
                kept[after.id] = after
            elif before is not None:
                kept.pop(before.id, None)
        ordered = sorted(kept.values(), key=lambda each: (each.made, each.id))
        return replace(self, annotations=tuple(ordered))

    def having(self, wanted: Iterable[Annotation], what: str) -> Notes:
        """With just these annotations, as one step."""
        after = {each.id: each for each in wanted}
        before = {each.id: each for each in self.annotations}
        changes = tuple(
            Change(before.get(id), after.get(id))
            for id in dict.fromkeys((*before, *after))
            if before.get(id) != after.get(id)
        )
        return self.stepping(Step(what, changes, whole=True))

    def merging(self, others: Iterable[Annotation]) -> Notes:
        """With the annotations of another notebook as one step: of two versions of one the
        later stands."""
        mine = {each.id: each for each in self.annotations}
        changes = [
            Change(mine.get(each.id), each)
            for each in others
            if each.id not in mine or each.changed > mine[each.id].changed
        ]
        return self.stepping(Step(f"merged {len(changes)}", tuple(changes), whole=True))


def _last(steps: Sequence[Step], where: str) -> Step | None:
    """The last step that bears on a folder of articles, unless one that came after it has
    changed the same things."""
    later: set[str] = set()
    for step in reversed(steps):
        if step.bears_on(where):
            return None if later & step.changed else step
        later |= step.changed
    return None


def _without(steps: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    """Steps without the last of them that is this one."""
    at = max(n for n, each in enumerate(steps) if each is step)
    return steps[:at] + steps[at + 1 :]


class Kept(NamedTuple):
    """The notes as they are kept now; ``notice`` is one line for the user where something
    went wrong, "" where nothing did."""

    notes: Notes
    notice: str = ""


class Keeper(Protocol):
    """Keeps the notes. It never raises: what goes wrong is a notice."""

    @property
    def place(self) -> Path:
        """The file they are kept in, or would be: beside it other things of the user's go."""

    @property
    def where(self) -> str:
        """What the folder of articles is called that notes are added to now."""

    def read(self) -> Kept:
        """The notes as they are kept."""

    def change(self, how: Callable[[Notes], Notes]) -> Kept:
        """Change the notes as they are kept now, and keep them so."""


class InMemory:
    """Keeps the notes for as long as the program runs."""

    where = ""

    @property
    def place(self) -> Path:
        return user_data_path("serbia-tui", appauthor=False) / "notebook.json"

    def __init__(self, notes: Notes | None = None) -> None:
        self._notes = notes or Notes()

    def read(self) -> Kept:
        return Kept(self._notes)

    def change(self, how: Callable[[Notes], Notes]) -> Kept:
        self._notes = how(self._notes)
        return Kept(self._notes)
