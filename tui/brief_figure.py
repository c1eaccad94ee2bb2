"""A figure by what tells what it is about: ten thousand are looked at so, of which few are made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.model import Anchor, Comparator, FigureStatus
from tui.tables.columns import Row


class BriefFigure(NamedTuple):
    """What of a figure tells what it is about and how much it is, with its first passage."""

    evidence: Sequence[Anchor]
    contest: str | None
    subject: str | None
    measure: str
    value: str
    unit: str
    comparator: Comparator
    status: FigureStatus
    withdrawn: bool
    part: str

    @classmethod
    def of(cls, row: Row) -> BriefFigure:
        """That of a row, in which nothing stands that is as it mostly is."""
        get = row.get
        return cls(
            tuple([Anchor(*each) for each in get("evidence", ())[:1]]),
            *(get("contest"), get("subject"), row["measure"], row["value"], row["unit"]),
            *(get("comparator", "="), get("status", "unknown")),
            *(get("withdrawn", False), get("part", "")),
        )
