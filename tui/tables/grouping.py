"""Numbers by what they have in common: how columns and the index of the search are made, from
what comes one by one and from what is kept of another time."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

GONE = (1 << 32) - 1
"""Where a number is now that stands nowhere any more."""

Order = Callable[[Any], Any]


class Groups(Mapping[int, Sequence[int]]):
    """Numbers in groups, by the number of each group."""

    def __init__(self, starts: Sequence[int], numbers: Sequence[int]) -> None:
        self.starts, self.numbers = starts, numbers

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self)))

    def __getitem__(self, group: int) -> Sequence[int]:
        return self.numbers[self.starts[group] : self.starts[group + 1]]


class Grouping:
    """Numbers by their keys, taken in whatever order."""

    def __init__(self) -> None:
        self._found: dict[Any, array[int]] = {}
        self._before: tuple[Sequence[Any], Groups, Sequence[int]] = (), Groups((0,), ()), ()

    def take(self, number: int, keys: Iterable[Hashable]) -> None:
        """Note a number under its keys."""
        found = self._found
        for key in keys:
            numbers = found.get(key)
            if numbers is None:
                found[key] = array("I", (number,))
            else:
                numbers.append(number)

    def take_over(self, keys: Sequence[Hashable], groups: Groups, moved: Sequence[int]) -> None:
        """Take groups of another time; ``moved`` tells where each of their numbers is now, or that
        it is gone."""
        self._before = keys, groups, moved

    def pairs(self) -> Iterator[tuple[Any, int]]:
        """Every number with each of its keys."""
        keys, groups, moved = self._before
        for key, numbers in zip(keys, groups.values(), strict=True):
            yield from ((key, now) for each in numbers if (now := moved[each]) != GONE)
        for key, numbers in self._found.items():
            yield from ((key, each) for each in numbers)

    def made(
        self, order: Order | None = None, renumbered: Sequence[int] | None = None
    ) -> tuple[list[Any], Groups]:
        """The keys in order, and the numbers of each: by ``order``, else those first whose first
        number is the least. ``renumbered`` gives the number that stands for each."""
        found = self._found
        if renumbered is not None:
            for key, numbers in found.items():
                found[key] = array("I", sorted(map(renumbered.__getitem__, numbers)))
        self._join(renumbered)
        keys = sorted(found, key=order or (lambda key: (found[key][0], key)))
        starts, every = array("I", [0]), array("I")
        for key in keys:
            every.extend(found.pop(key))
            starts.append(len(every))
        return keys, Groups(starts, every)

    def _join(self, renumbered: Sequence[int] | None) -> None:
        """Put what was taken over with what was taken."""
        keys, groups, moved = self._before
        found, now = self._found, array("I", moved)
        if renumbered is not None:
            now = array("I", [each if each == GONE else renumbered[each] for each in moved])
        left = [each for each in now if each != GONE]
        rising = left == sorted(left)
        numbers = array("I", map(now.__getitem__, groups.numbers))
        for key, (begin, end) in zip(keys, pairwise(groups.starts), strict=True):
            part = numbers[begin:end]
            if key in found or not rising or GONE in part:
                part.extend(found.pop(key, ()))
                part = array("I", [each for each in sorted(part) if each != GONE])
            if part:
                found[key] = part
