"""A screen that says in its last line which row was chosen, for whoever hears it."""

from __future__ import annotations

from textual import on
from textual.reactive import var
from textual.widgets import Input

from tui.app.noting import Noting
from tui.app.styling import EMPTY, styled
from tui.app.widgets.announced import Announced
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.row_list import RowList
from tui.model import Anchor


class Announcing(Noting):
    """Announces rows where that is wanted."""

    announces: var[bool] = var(False, init=False)
    """Whether rows are announced."""

    async def watch_announces(self, announces: bool) -> None:
        # The keys give way: whoever hears the screen would hear them at every step. ? tells them.
        self.query_one(KeyBar).display = not announces
        if not announces:
            await self.query(Announced).remove()
            return
        await self.mount(Announced())
        if isinstance(self.focused, RowList):
            self._announce(self.focused)

    @on(RowList.Reached)
    def announce(self, message: RowList.Reached) -> None:
        """Say the row that has been reached: by the cursor, or by what is typed. What follows a
        cursor elsewhere is not said."""
        rows = message.rows
        typing = isinstance(self.focused, Input) and rows.has_class("list") and rows.is_on_screen
        if self.announces and (rows is self.focused or typing):
            self._announce(rows)

    def _announce(self, rows: RowList) -> None:
        said = styled(self._said(rows)) if rows.target is not None else EMPTY
        for line in self.query(Announced):
            line.words = said

    def _said(self, rows: RowList) -> str:
        """A record in a sentence, a passage by its words, and anything else as it stands."""
        # Most announce nothing, and nobody before the first frame.
        from tui.plain.announcement import announcement

        target, corpus = rows.target, self.corpus.whole
        if isinstance(target, Anchor):
            return f"Passage: “{corpus.seen(target)}”, {corpus.name(target.article)}."
        record = corpus.by_id.get(target) if isinstance(target, str) else None
        return announcement(corpus, record) if record is not None else rows.words
