"""The one form of what a benchmark finds, as a line of a table and as an object of JSON."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple


class Goal(NamedTuple):
    """What is to be reached: at most, or at least, so much."""

    sign: Literal["≤", "≥"]
    bound: float

    def holds(self, measured: float) -> bool:
        return measured <= self.bound if self.sign == "≤" else measured >= self.bound


def at_most(bound: float) -> Goal:
    return Goal("≤", bound)


def at_least(bound: float) -> Goal:
    return Goal("≥", bound)


class Finding(NamedTuple):
    """One thing measured: ``unit`` is "×" for a ratio to the yardstick, "" for a bare number."""

    suite: str
    what: str
    measured: float
    unit: str = ""
    goal: Goal | None = None
    yardstick: str = ""
    """What it is held against, and what that took in the same run."""

    @property
    def held(self) -> bool | None:
        """Whether the goal is reached; None where there is none, or nothing was measured."""
        if self.goal is None or math.isnan(self.measured):
            return None
        return self.goal.holds(self.measured)

    def as_object(self) -> dict[str, Any]:
        """For JSON, which knows no NaN."""
        measured = None if math.isnan(self.measured) else self.measured
        goal = self.goal._asdict() if self.goal else None
        return {**self._asdict(), "measured": measured, "goal": goal, "held": self.held}

    def cells(self) -> tuple[str, ...]:
        """For the table: what, goal, measured, yardstick, held."""
        goal = f"{self.goal.sign} {number(self.goal.bound)}" if self.goal else ""
        held = {True: "yes", False: "NO", None: ""}[self.held]
        measured = f"{number(self.measured)} {self.unit}".rstrip()
        return (
            self.what,
            f"{goal} {self.unit}".rstrip() if goal else "",
            measured,
            self.yardstick,
            held,
        )


def number(value: float) -> str:
    """Three digits that count, and every digit before the point."""
    if math.isnan(value):
        return "-"
    if abs(value) >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"


HEADS = ("what", "goal", "measured", "yardstick", "held?")


def table(findings: Sequence[Finding]) -> list[str]:
    """A Markdown table, which is read as well as it stands."""
    rows = [HEADS, *(finding.cells() for finding in findings)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADS))]

    def line(cells: Iterable[str]) -> str:
        padded = (f"{cell:{width}}" for cell, width in zip(cells, widths, strict=True))
        return f"| {' | '.join(padded)} |"

    head, *body = map(line, rows)
    return [head, line("-" * width for width in widths), *body]


def exponent(points: Iterable[tuple[float, float]]) -> float:
    """The slope of cost over size, both as logarithms: 1 is linear. NaN for fewer than two."""
    logs = [(math.log(size), math.log(max(cost, 1e-9))) for size, cost in points]
    if len(logs) < 2:
        return math.nan
    return statistics.linear_regression(*zip(*logs, strict=True)).slope
