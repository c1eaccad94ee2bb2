"""Stretches of text that may lie in one another: which of those around a position counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T", bound=tuple[Any, ...])
"""A stretch: a tuple that begins with its start and its end."""


class _Open(NamedTuple):
    """A stretch that has begun: of two with the same rank the one that stood first."""

    rank: Any
    order: int
    end: int


class InnermostInterval(Generic[T]):
    """The stretch of the lowest rank around any position, told in time that hardly grows with
    the number of stretches; ranked by length it is the innermost."""

    def __init__(self, stretches: Sequence[T], rank: Callable[[T], Any]) -> None:
        self._starts: list[int] = []
        self._lowest: list[T | None] = []
        waiting = sorted(range(len(stretches)), key=lambda at: stretches[at][0], reverse=True)
        opened: list[_Open] = []
        for bound in sorted({bound for each in stretches for bound in each[:2]}):
            while waiting and stretches[waiting[-1]][0] <= bound:
                order = waiting.pop()
                each = stretches[order]
                heappush(opened, _Open(rank(each), order, each[1]))
            while opened and opened[0].end <= bound:
                heappop(opened)
            self._starts.append(bound)
            self._lowest.append(stretches[opened[0].order] if opened else None)

    def at(self, position: int) -> T | None:
        index = bisect_right(self._starts, position) - 1
        return self._lowest[index] if index >= 0 else None
