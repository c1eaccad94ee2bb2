"""5 Disagreements: what the articles tell differently, conflicts first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from textual.content import Content

from tui.app.panes.pane import Pane
from tui.app.styling import (
    DIM,
    EMPTY,
    HEADING,
    STRONG,
    WARN,
    cut,
    highlighted,
    joined,
    spread,
    styled,
    wrapped,
)
from tui.app.widgets.rows import Row, gap, line
from tui.model import Disagreement, Record
from tui.wording import difference_group, difference_sign

GROUPS = (
    ("Conflicts", "nothing explains them"),
    ("Labels", "one actor, called differently"),
    ("Spellings", "one name, written differently"),
    ("Explained", "by a base, a date, a status, a scope or rounding"),
)
"""What disagreements are listed under, in this order, and what that means."""


class Disagreements(Pane):
    """Disagreements in groups, each with what its sides say; Enter opens a side's passage."""

    NOUN = "disagreement"
    KINDS = ("disagreement",)
    SORTS = ("weight", "subject")
    NONE = "No disagreements between these articles."

    def records(self) -> Sequence[Record]:
        key: Callable[[Disagreement], int | str]
        key = _subject if self.order == "subject" else difference_group
        return sorted(self.corpus.disagreements, key=key)

    def rows(self, records: Sequence[Record]) -> list[Row]:
        differing = [each for each in records if isinstance(each, Disagreement)]
        if self.order != "weight":
            return [self._row(each) for each in differing]
        rows: list[Row] = []
        for number, group in groupby(differing, key=difference_group):
            together = list(group)
            if rows:
                rows.append(gap())
            rows.append(_heading(number, len(together)))
            rows += [self._row(each) for each in together]
        return rows

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
                room = width - head.cell_length - kind.cell_length - 4
                beside = cut(sides, room) if room > 12 else EMPTY
                return [spread(joined(head, beside, by="  "), kind, width)]
            return [spread(head, kind, width), *said(width)]

        return Row(draw, record.id, 1 if self.tight else lambda width: 1 + len(said(width)))


def _heading(number: int, count: int) -> Row:
    title, told = GROUPS[number]
    return line(joined((title, HEADING), (f"{count:,}", DIM), (told, DIM), by="  "))


def _subject(record: Disagreement) -> str:
    return record.about.casefold()
