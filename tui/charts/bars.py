"""Bars drawn as text: stretches of signs, each with the role that gives it its colour.

What differs in colour differs in its sign too, and what nobody reports is hatched.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

Runs = tuple[tuple[str, str], ...]
"""A line: texts, each with its role, or ""."""

HATCH = "╱"
FILLS = "█▓▒"
"""Neighbours in a stack differ in texture, so that they differ without colour."""
POINTS = "●■◆▲"
"""The same for seats that are drawn one by one."""
OUTSIDE = -1
"""The look of what stands aside: lists that are not in a coalition."""
COLOURS = 4
MAJORITY = "┃"

REST = ".bar-rest"
STRONG, DIM = ".strong", ".dim"


class BarPart(NamedTuple):
    """A part of a whole: how large it is, and the number of its look; None is hatched."""

    amount: float
    look: int | None


def colour(look: int | None) -> str:
    """The role of a part."""
    if look == OUTSIDE:
        return DIM
    return REST if look is None else f".list-{look % COLOURS + 1}"


def fill(look: int | None) -> str:
    """The sign that fills a part."""
    if look == OUTSIDE:
        return "░"
    return HATCH if look is None else FILLS[look % len(FILLS)]


def point(look: int | None) -> str:
    """The sign of one seat of a part."""
    if look == OUTSIDE:
        return "○"
    return HATCH if look is None else POINTS[look % len(POINTS)]


def bar(share: float, width: int, look: int = 0) -> Runs:
    """A share of 1.0 as a heavy line, the rest of the width as a light one."""
    halves = round(min(1.0, max(0.0, share)) * width * 2)
    full, half = divmod(halves, 2)
    drawn = "━" * full + "╸" * half
    return ((drawn, colour(look)), ("─" * (width - len(drawn)), REST))


def hatched(share: float, width: int) -> Runs:
    """A part that nobody reports: a cell at least where there is one."""
    cells = max(1, round(share * width)) if share > 0 else 0
    return ((HATCH * min(width, cells), REST),)


def stacked(parts: Sequence[BarPart], total: float, width: int, mark: float | None = None) -> Runs:
    """Parts of a whole side by side, what they leave open hatched; ``mark`` is where in the
    whole a line is drawn, say at the majority."""
    looks: list[int | None] = [None] * width
    if total > 0:
        ends = list(accumulate((part.amount for part in parts), initial=0.0))
        for part, begin, end in zip(parts, ends, ends[1:], strict=False):
            for cell in range(_cell(begin, total, width), _cell(end, total, width)):
                looks[cell] = part.look
    runs = [(fill(look) * len(list(same)), colour(look)) for look, same in groupby(looks)]
    if mark is None or not 0 < mark < total:
        return tuple(runs)
    return _marked(runs, min(width - 1, _cell(mark, total, width)))


def _cell(amount: float, total: float, width: int) -> int:
    return min(width, max(0, round(amount / total * width)))


def _marked(runs: Sequence[tuple[str, str]], at: int) -> Runs:
    """The line with a mark in one cell."""
    marked: list[tuple[str, str]] = []
    begin = 0
    for text, role in runs:
        end = begin + len(text)
        if begin <= at < end:
            inside = [
                (text[: at - begin], role),
                (MAJORITY, STRONG),
                (text[at - begin + 1 :], role),
            ]
            marked += [part for part in inside if part[0]]
        else:
            marked.append((text, role))
        begin = end
    return tuple(marked)


def ruler(at: float, total: float, width: int, words: str) -> Runs:
    """A line under a bar that points at one place, say the majority."""
    place = min(width - 1, _cell(at, total, width)) if total else 0
    if place + 2 + len(words) <= width:
        return ((" " * place + "▲ " + words, DIM),)
    return (((words + " ▲").rjust(place + 1), DIM),)
