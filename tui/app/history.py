"""The places a reader has been to, to go back and forward through."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus import Filter
from tui.model import Anchor

if TYPE_CHECKING:
    from tui.comparison import ComparisonQuestion

LONGEST = 200
"""Places that are remembered; nobody goes back further."""


class Location(NamedTuple):
    """A view, the record or passage it shows, how far it is scrolled, whom it compares, and
    what is looked for in it. ``filters`` are those that were left out to show another place."""

    view: str
    record: str | None = None
    anchor: Anchor | None = None
    scroll: int | None = None
    asked: ComparisonQuestion | None = None
    sought: str = ""
    filters: tuple[Filter, ...] = ()


@dataclass
class History:
    """Where the reader has been, and where in that row they are."""

    visited: list[Location] = field(default_factory=list)
    at: int = -1

    @property
    def here(self) -> Location | None:
        """The place of the moment."""
        return self.visited[self.at] if self.visited else None

    def leave(self, as_left: Location) -> None:
        """Remember how the place of the moment was left."""
        if self.visited:
            self.visited[self.at] = as_left

    def go(self, place: Location) -> None:
        """To a new place; what lay ahead is forgotten."""
        self.visited = [*self.visited[: self.at + 1], place][-LONGEST:]
        self.at = len(self.visited) - 1

    def step(self, by: int) -> Location | None:
        """Back (-1) or forward (1); None where there is nothing."""
        if not 0 <= self.at + by < len(self.visited):
            return None
        self.at += by
        return self.visited[self.at]
