"""Stretches of text that may lie in one another: which is the narrowest around a position."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from typing import Any, Generic, NamedTuple, Protocol, TypeVar


class Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


T = TypeVar("T", bound=Stretch)


class _Open(NamedTuple, Generic[T]):
    """A stretch that has begun: the narrowest first, of two alike the one that stood first."""

    rank: Any
    order: int
    stretch: T


class Innermost(Generic[T]):
    """Answers for any position, in time that hardly grows with the number of stretches."""

    def __init__(self, stretches: Sequence[T], rank: Callable[[T], Any]) -> None:
        self._starts: list[int] = []
        self._narrowest: list[T | None] = []
        waiting = sorted(range(len(stretches)), key=lambda at: stretches[at].start)
        bounds = sorted({bound for each in stretches for bound in (each.start, each.end)})
        opened: list[_Open[T]] = []
        begun = 0
        for bound in bounds:
            while begun < len(waiting) and stretches[waiting[begun]].start <= bound:
                each = stretches[waiting[begun]]
                heappush(opened, _Open(rank(each), waiting[begun], each))
                begun += 1
            while opened and opened[0].stretch.end <= bound:
                heappop(opened)
            self._starts.append(bound)
            self._narrowest.append(opened[0].stretch if opened else None)

    def at(self, position: int) -> T | None:
        index = bisect_right(self._starts, position) - 1
        return self._narrowest[index] if index >= 0 else None
