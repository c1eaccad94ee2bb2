"""Bars, and the seats of a house as a half circle: numbers that stand beside as text too.

Sizes are attributes, since the page allows no style on an element.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from math import cos, pi, sin

from tui.charts.bars import COLOURS
from tui.report.elements import Html, element

MOST_SEATS = 600
"""Seats that are drawn one by one."""

Part = tuple[Decimal | int, str]
"""How large a part is, and the class that colours it."""

REST = "rest"


def look(number: int) -> str:
    """The class of a list, by the number of its look in every chart."""
    return f"list-{number % COLOURS + 1}"


def bar(parts: Iterable[Part], whole: Decimal | int, mark: Decimal | int | None = None) -> Html:
    """Parts of a whole side by side, and a mark across where something begins."""
    drawn: list[Html] = []
    at = Decimal(0)
    for amount, colour in parts:
        width = Decimal(amount) * 100 / Decimal(whole or 1)
        drawn.append(
            element("rect", x=_number(at), y="0", width=_number(width), height="10", class_=colour)
        )
        at += width
    if mark is not None:
        x = _number(Decimal(mark) * 100 / Decimal(whole or 1))
        drawn.append(element("line", x1=x, x2=x, y1="0", y2="10", class_="mark"))
    return element(
        "svg", *drawn, class_="bar", viewBox="0 0 100 10", preserveAspectRatio="none",
        aria_hidden="true", focusable="false",
    )  # fmt: skip


def half_circle(parts: Sequence[Part], seats: int, needed: int) -> Html:
    """Each seat as a point, from the left to the right as the parts follow one another, and the
    majority in the middle."""
    colours = [colour for amount, colour in parts for _ in range(int(amount))]
    places, radius = seated(seats)
    drawn = [
        element("circle", cx=f"{x:.2f}", cy=f"{y:.2f}", r=f"{radius:.2f}", class_=colour)
        for (x, y), colour in zip(places, colours, strict=False)
    ]
    words = element("text", f"{needed:,}", x="100", y="86", class_="needed")
    under = element("text", "are a majority", x="100", y="96", class_="of")
    return element(
        "svg", *drawn, words, under, class_="house", viewBox="0 0 200 108", aria_hidden="true",
        focusable="false",
    )  # fmt: skip


def seated(seats: int) -> tuple[list[tuple[float, float]], float]:
    """The places of the seats, ordered from the left to the right, and how large each is."""
    rows = next(rows for rows in range(1, 40) if seats <= _room(rows) or rows == 39)
    radii = [_radius(row, rows) for row in range(rows)]
    counts = _shared(seats, radii)
    placed = [
        (pi - pi * (at / (count - 1) if count > 1 else 0.5), radius)
        for radius, count in zip(radii, counts, strict=True)
        for at in range(count)
    ]
    placed.sort(key=lambda each: (-each[0], each[1]))
    between = _OUTER * (1 - _INNER) / max(rows - 1, 1) if rows > 1 else 8.0
    apart = [pi * r / max(n - 1, 1) for r, n in zip(radii, counts, strict=True)]
    size = min(4.2, between * 0.42, *(each * 0.44 for each in apart))
    return [(100 + r * cos(angle), 96 - r * sin(angle)) for angle, r in placed], size


_OUTER, _INNER = 90.0, 0.45
"""The radius of the outermost row, and the share of it that the innermost one has."""


def _radius(row: int, rows: int) -> float:
    return _OUTER * (_INNER + (1 - _INNER) * (row / (rows - 1) if rows > 1 else 1))


def _room(rows: int) -> int:
    """Seats that so many rows hold where a seat is as wide as the rows are apart."""
    apart = _OUTER * (1 - _INNER) / max(rows - 1, 1)
    return sum(int(pi * _radius(row, rows) / apart) for row in range(rows))


def _shared(seats: int, radii: Sequence[float]) -> list[int]:
    """The seats of each row, as its length asks for."""
    ends = [0, *(round(seats * sum(radii[: n + 1]) / sum(radii)) for n in range(len(radii)))]
    return [b - a for a, b in pairwise(ends)]


def _number(value: Decimal) -> str:
    return f"{min(max(value, Decimal(0)), Decimal(100)):.3f}"
