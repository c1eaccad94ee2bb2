"""What the user adds, as one immutable value, and the seam behind which it is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

RECENT = 100
"""Searches that are remembered; nobody goes back further."""


class SavedSearch(NamedTuple):
    """A search by name. ``where`` is the tab it was made in, "" for all of them."""

    name: str
    query: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """What the user has added: the last searches, the newest first, and those saved by name."""

    recent: tuple[str, ...] = ()
    saved: tuple[SavedSearch, ...] = ()

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


class Kept(NamedTuple):
    """The notes as they are kept now; ``notice`` is one line for the user where something
    went wrong, "" where nothing did."""

    notes: Notes
    notice: str = ""


class Keeper(Protocol):
    """Keeps the notes. It never raises: what goes wrong is a notice."""

    def read(self) -> Kept:
        """The notes as they are kept."""

    def change(self, how: Callable[[Notes], Notes]) -> Kept:
        """Change the notes as they are kept now, and keep them so."""


class InMemory:
    """Keeps the notes for as long as the program runs."""

    def __init__(self, notes: Notes | None = None) -> None:
        self._notes = notes or Notes()

    def read(self) -> Kept:
        return Kept(self._notes)

    def change(self, how: Callable[[Notes], Notes]) -> Kept:
        self._notes = how(self._notes)
        return Kept(self._notes)
