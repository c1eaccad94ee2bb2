"""What to search for instead of what finds nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app.styling import DIM, counted, joined, styled
from tui.app.widgets.rows import Row, block

if TYPE_CHECKING:
    from tui.search import Otherwise


class Instead(NamedTuple):
    """What a row leads to that offers another search: the words of it."""

    text: str


def advice_rows(
    meant: Otherwise | None, advice: Sequence[str], noun: str, *, as_typed: bool
) -> list[Row]:
    """The nearest words, which Enter takes, and what to leave out of the query. ``as_typed``
    says that they were counted while the last word could go on."""
    rows: list[Row] = []
    if meant is not None:
        told = f"{meant.how.capitalize()}? {counted(meant.total, noun)}"
        shown = joined((told, DIM), ("Enter", ".key"), by="  ")
        rows.append(block(shown, Instead(_as_counted(meant.text, as_typed=as_typed))))
    rows += [block(styled(line.capitalize(), DIM)) for line in advice[:1]]
    return rows or [block(styled("Try fewer or shorter words.", DIM))]


def _as_counted(text: str, *, as_typed: bool) -> str:
    """A search that finds as much as was counted."""
    if not as_typed:
        return text
    from tui.search import settled

    return settled(text)
