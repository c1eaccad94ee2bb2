"""Bars and shares drawn as text: one line, no widget."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.text import BAR, BAR_REST, DIM, STRONG, joined

HATCH = "╱"
FILLS = "█▓▒"
"""Neighbours in a stack differ in texture, so that they differ without colour."""


def bar(share: float, width: int) -> Content:
    """A share of 1.0 as a heavy line, the rest of the width as a light one."""
    halves = round(min(1.0, max(0.0, share)) * width * 2)
    full, half = divmod(halves, 2)
    drawn = "━" * full + "╸" * half
    return joined((drawn, BAR), ("─" * (width - len(drawn)), BAR_REST))


def stacked(parts: Sequence[tuple[str, float]], total: float, width: int) -> Content:
    """Parts of a whole side by side; what they leave open is hatched."""
    cells: list[Content] = []
    used = 0
    reached = 0.0
    for number, (_label, value) in enumerate(parts):
        reached += value
        end = min(width, round(reached / total * width)) if total else 0
        fill = FILLS[number % len(FILLS)]
        cells.append(Content.styled(fill * (end - used), BAR))
        used = max(used, end)
    cells.append(Content.styled(HATCH * (width - used), BAR_REST))
    return Content("").join(cells)


def legend(parts: Sequence[tuple[str, str]]) -> list[Content]:
    """What each texture of a stack is, with its figure."""
    return [
        joined((FILLS[number % len(FILLS)] * 2, BAR), " ", (label, STRONG), "  ", (value, DIM))
        for number, (label, value) in enumerate(parts)
    ]


def ruler(at: float, total: float, width: int, words: str) -> Content:
    """A line under a bar that points at one place, say the majority."""
    place = min(width - 1, max(0, round(at / total * width))) if total else 0
    if place + 2 + len(words) <= width:
        return Content.styled(" " * place + "▲ " + words, DIM)
    return Content.styled((words + " ▲").rjust(place + 1), DIM)
