"""How far the reading of the articles is, in one line."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from tui.app.styling import DIM, joined
from tui.app.widgets.lines import OneLine

CELLS = 20
"""The length of a bar of words that stand in a line."""


def progress_words(line: str, share: float) -> Content:
    """How far something is, in words; behind a bar, where its share is known."""
    if not share:
        return joined((line, DIM))
    full = min(CELLS, int(CELLS * share))
    return joined(("█" * full, ".bar"), ("░" * (CELLS - full), ".bar-rest"), "  ", (line, DIM))


class ReadingBar(OneLine):
    """Stands below a part of the corpus until the rest is there."""

    DEFAULT_CSS = """
    ReadingBar { dock: bottom; margin: 0 0 1 0; padding: 0 1; background: $surface; }
    """

    line: reactive[str] = reactive("")
    share: reactive[float] = reactive(0.0)

    def content(self) -> Content:
        return progress_words(self.line, self.share)
