"""Rows of words: some lines each, drawn for the width that they are given."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import indexOf
from typing import NamedTuple, TypeVar, overload

from textual.content import Content

from tui.app.styling import EMPTY, wrapped

T = TypeVar("T")


class Row(NamedTuple):
    """Some lines. ``draw`` is given the width, and so is ``height`` where it depends on
    it; 0 means as many lines as are drawn."""

    draw: Callable[[int], Sequence[Content]]
    target: Hashable | None = None
    height: int | Callable[[int], int] = 0


def line(content: Content, target: Hashable | None = None) -> Row:
    """A row of one line."""
    return Row(lambda _width: (content,), target, 1)


def gap() -> Row:
    """An empty line."""
    return line(EMPTY)


def block(
    content: Content,
    target: Hashable | None = None,
    *,
    indent: int = 0,
    first: Content = EMPTY,
    most: int = 0,
) -> Row:
    """A row of as many lines as the words need."""
    return Row(lambda width: wrapped(content, width, indent=indent, first=first, most=most), target)


class LazyRows(Sequence[Row]):
    """Rows of many things alike, each made when it comes into sight: a hundred thousand
    cost what is shown of them. Every one has a target, and all are of one height. Who knows
    ``where`` a target stands (-1 for nowhere) without looking at all of them says so."""

    def __init__(
        self,
        things: Sequence[T],
        row: Callable[[T], Row],
        target: Callable[[T], Hashable],
        height: Callable[[int], int],
        where: Callable[[Hashable], int] | None = None,
    ) -> None:
        def targets() -> Iterable[Hashable]:
            return map(target, things)

        self._row: Callable[[int], Row] = lambda index: row(things[index])
        self._targets = targets
        self.find = where or (lambda wanted: place_in(targets(), wanted))
        """Where a target stands, or -1."""
        self._many = len(things)
        self.height = height

    def __len__(self) -> int:
        return self._many

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self._row(index) for index in range(*at.indices(self._many))]
        return self._row(at)

    @property
    def targets(self) -> Iterable[Hashable]:
        """What the rows stand for, in order."""
        return self._targets()


def place_in(targets: Iterable[Hashable | None], target: Hashable) -> int:
    try:
        # Looked for at every letter, perhaps among a hundred thousand.
        return indexOf(targets, target)
    except ValueError:
        return -1
