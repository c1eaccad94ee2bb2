"""Rows of words: some lines each, drawn for the width that they are given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import accumulate, islice
from operator import indexOf
from typing import Any, NamedTuple, TypeVar, overload

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


GAP = line(EMPTY)
"""An empty line."""


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


class Section(NamedTuple):
    """Rows before the thing with a number, or behind all things; each has a height."""

    before: int
    rows: Sequence[Row]


class LazyRows(Sequence[Row]):
    """Rows of many things alike, each made when it comes into sight: a hundred thousand
    cost what is shown of them. Every one has a target, and all are of one ``height``; the rows of
    ``sections`` stand between them. Who knows ``where`` a target stands (-1 for nowhere) without
    looking at all of them says so."""

    def __init__(
        self,
        things: Sequence[T],
        row: Callable[[T], Row],
        target: Callable[[T], Hashable],
        height: int,
        where: Callable[[Hashable], int] | None = None,
        sections: Sequence[Section] = (),
    ) -> None:
        def targets() -> Iterable[Hashable]:
            return map(target, things)

        self._row: Callable[[int], Row] = lambda index: row(things[index])
        self._targets = targets
        self._where = where or (lambda wanted: place_in(targets(), wanted))
        self._height = height
        self._sections = sections if sections and not sections[0].before else (
            Section(0, ()), *sections
        )  # fmt: skip
        self._things = [section.before for section in self._sections]
        """The number of the first thing of each section, of its first row, and its first line."""
        heads = [0, *accumulate(len(each.rows) for each in self._sections)]
        self._rows = [begin + head for begin, head in zip(self._things, heads, strict=False)]
        high = [0, *accumulate(map(_lines, self._sections))]
        self._lines = [at * height + head for at, head in zip(self._things, high, strict=False)]
        self._many = len(things) + heads[-1]
        self.tops = Tops(self)
        """The line on which each row begins, and the one behind the last."""

    def __len__(self) -> int:
        return self._many

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self[index] for index in range(*at.indices(self._many))]
        number = bisect_right(self._rows, at) - 1
        section, inside = self._sections[number], at - self._rows[number]
        if inside < len(section.rows):
            return section.rows[inside]
        return self._row(section.before + inside - len(section.rows))

    def top(self, at: int) -> int:
        """The line on which a row begins."""
        number = bisect_right(self._rows, at) - 1
        section, inside = self._sections[number], at - self._rows[number]
        heads = min(inside, len(section.rows))
        above = _lines(section) if heads == len(section.rows) else _lines(section, heads)
        return self._lines[number] + above + (inside - heads) * self._height

    def find(self, target: Hashable) -> int:
        """The row with a target, or -1."""
        for number, section in enumerate(self._sections):
            inside = place_in((row.target for row in section.rows), target)
            if inside >= 0:
                return self._rows[number] + inside
        at = self._where(target)
        if at < 0:
            return -1
        number = bisect_right(self._things, at) - 1
        section = self._sections[number]
        return self._rows[number] + len(section.rows) + at - section.before

    @property
    def targets(self) -> Iterator[Hashable | None]:
        """What the rows stand for, in order; None where one stands for nothing."""
        things = iter(self._targets())
        ends = [*self._things[1:], None]
        for section, end in zip(self._sections, ends, strict=True):
            yield from (row.target for row in section.rows)
            yield from things if end is None else islice(things, end - section.before)


class Tops(Sequence[int]):
    """The lines on which rows begin, none of them counted before it is asked for."""

    def __init__(self, rows: LazyRows) -> None:
        self._of = rows

    def __len__(self) -> int:
        return len(self._of) + 1

    def __getitem__(self, at: Any) -> Any:
        return self._of.top(range(len(self))[at])


def _lines(section: Section, first: int | None = None) -> int:
    """How many lines the rows of a section have, or the first of them."""
    heights = (row.height for row in section.rows[:first])
    return sum(height for height in heights if isinstance(height, int))


def place_in(targets: Iterable[Hashable | None], target: Hashable) -> int:
    try:
        # Looked for at every letter, perhaps among a hundred thousand.
        return indexOf(targets, target)
    except ValueError:
        return -1


def finding(records: Sequence[Any]) -> Callable[[Hashable], int] | None:
    """Where the record with an id stands among some, where these can tell without being made."""
    place: Callable[[str], int] | None = getattr(records, "place", None)
    return (lambda target: place(str(target))) if place else None
