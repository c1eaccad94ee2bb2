"""The last line of the screen: the row that was chosen, as one sentence."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from tui.app.styling import EMPTY, wrapped
from tui.app.widgets.lines import Drawing

MOST = 3
"""Lines that a sentence may take."""


class Announced(Drawing):
    """A sentence, as high as it needs."""

    DEFAULT_CSS = f"""
    Announced {{ dock: bottom; height: auto; max-height: {MOST}; width: 1fr; padding: 0 1; }}
    """

    words: reactive[Content] = reactive(EMPTY, layout=True)

    def render(self) -> Content:
        lines = wrapped(self.words, max(4, self.size.width - 2), most=MOST)
        return Content("\n").join(lines)
