"""A number with the words around it, and what a rule answers: what it counts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from tui.extract.languages.en.figures.numbers import Number


class Setting(NamedTuple):
    """Where a number stands: its sentence, and what that sentence is about."""

    text: str
    start: int
    end: int
    polls: bool = False
    """Whether opinion polls are spoken of."""
    election: bool = False
    """Whether an election or its results are spoken of."""
    previous: str = ""
    """The measure of the figure before it in the sentence."""
    report: bool = False
    """Whether the whole text is about an election."""
    seated: bool = False
    """Whether the sentence speaks of seats."""
    row: bool = False
    """Whether it is a row of a list of results."""
    columns: tuple[str, ...] = ()
    """What the columns of its table tell, where it is a row of one."""
    told: str = ""
    """The measure of the last figure of its paragraph ahead of the sentence."""
    tables: bool = False
    """Whether people vote at tables."""
    recount: bool = False
    """Whether the text tells of a recount: by how much somebody is ahead is told in votes."""


class Counted(NamedTuple):
    """What a number counts; ``end`` is where the passage with its unit ends."""

    measure: str
    unit: str
    value: str
    end: int
    rule: str
    base: str = ""
    note: str = ""
    past: bool = False
    """Whether it is what something was before that is told beside it."""


class FigurePart(NamedTuple):
    """A passage with what it counts; ``at`` is where its number or its rank stands."""

    start: int
    at: int
    counted: Counted
    number: Number | None


class NumberContext(NamedTuple):
    """A number with the words before and after it."""

    number: Number
    before: str
    after: str
    setting: Setting

    def counted(
        self, measure: str, unit: str, rule: str, length: int = 0, base: str = "", note: str = ""
    ) -> Counted:
        """The answer, its passage ``length`` characters longer than the number's own."""
        value = self.number.value
        if self.number.form == "fraction":
            value = f"{(Decimal(value) * 100).normalize():f}"
        end = self.number.end + length
        return Counted(measure, unit, value, end, rule, base, note)


Rule = Callable[[NumberContext], Counted | None]
