"""5 Disagreements: what the articles tell differently, conflicts first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import cast

from textual.content import Content

from tui.app.panes.pane import MANY, Pane
from tui.app.styling import (
    DIM,
    HEADING,
    STRONG,
    WARN,
    highlighted,
    in_a_line,
    joined,
    spread,
    styled,
    wrapped,
)
from tui.app.widgets.rows import GAP, Row, Section, line
from tui.model import Disagreement, Record
from tui.orders import WEIGHTS
from tui.tables.lazy_records import places_of
from tui.wording import difference_group, difference_sign

GROUPS = (
    ("Conflicts", "nothing explains them"),
    ("Labels", "one actor, described differently"),
    ("Spellings", "one name, written differently"),
    ("Explained", "something explains them"),
)
"""What disagreements are listed under, in this order, and what that means."""


class Disagreements(Pane):
    """Disagreements in groups, each with what its sides say; Enter opens a side's passage."""

    NOUN = "disagreement"
    KINDS = ("disagreement",)
    SORTS = ("weight", "subject")
    NONE = "No disagreements between these articles."

    def rows(self, records: Sequence[Record]) -> Sequence[Row]:
        differing = cast("Sequence[Disagreement]", records)
        sections, begins = list[Section](), 0
        if self.order == "weight":
            for number, group in groupby(self._weights(differing)):
                count = sum(1 for _ in group)
                above = [GAP] if begins else []
                sections.append(Section(begins, [*above, _heading(number, count)]))
                begins += count
        if len(differing) > MANY:
            return self.in_sight(differing, self._row, 1 if self.tight else 3, sections)
        rows = [self._row(each) for each in differing]
        for section in reversed(sections):
            rows[section.before : section.before] = section.rows
        return rows

    def _weights(self, differing: Sequence[Disagreement]) -> Iterable[int]:
        places = places_of(differing)
        if places is None:
            return map(difference_group, differing)
        column = self.corpus.column("disagreement", WEIGHTS)
        return map(column.key_of, places)

    def _row(self, record: Disagreement) -> Row:
        """A disagreement: what about, and what its sides say."""
        sign = difference_sign(record)
        about = highlighted(styled(record.about, STRONG), self.spans(record))
        head = joined((sign, WARN), " ", about)
        sides = styled(f" {sign} ".join(side.says for side in record.sides), DIM)
        kind = styled(record.type, DIM)

        def said(width: int) -> list[Content]:
            return wrapped(sides, width, indent=2, first=Content("  "), most=2)

        def draw(width: int) -> list[Content]:
            if self.tight:
                told = in_a_line(head, sides, width - kind.cell_length - 2)
                return [spread(told, kind, width)]
            return [spread(head, kind, width), *said(width)]

        return Row(draw, record.id, 1 if self.tight else lambda width: 1 + len(said(width)))


def _heading(number: int, count: int) -> Row:
    title, told = GROUPS[number]
    return line(joined((title, HEADING), (f"{count:,}", DIM), (told, DIM), by="  "))
