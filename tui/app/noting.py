"""A screen that keeps what the reader adds, and tells what becomes of it."""

from __future__ import annotations

from textual import on
from textual.notifications import SeverityLevel
from textual.reactive import reactive
from textual.screen import Screen

from tui.app.messages import Forget, Remember, Save
from tui.app.styling import styled
from tui.notes import Keeper, Kept, Notes, SavedSearch


class Noting(Screen[None]):
    """Changes the notes when a part of the explorer asks for it."""

    notes: reactive[Notes] = reactive(Notes(), init=False)
    """What the reader has added: the last searches, and those saved by name."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._noticed = ""

    def say(self, text: str, severity: SeverityLevel = "information", seconds: float = 3) -> None:
        """A short notice; what it says may come from a source."""
        self.app.notify(styled(text).plain, severity=severity, timeout=seconds, markup=False)

    def keep(self, kept: Kept) -> None:
        """Show the notes as they are kept, and what went wrong with them, once."""
        self.notes = kept.notes
        if kept.notice and kept.notice != self._noticed:
            self.say(kept.notice, "warning", seconds=12)
        self._noticed = kept.notice

    @on(Remember)
    def remember(self, message: Remember) -> None:
        self.keep(self.keeper.change(lambda notes: notes.remembering(message.text)))

    @on(Save)
    def save(self, message: Save) -> None:
        """Ask for a name, and save the search under it."""
        from tui.app.dialogs.save_search import SaveSearch

        def named(name: str | None) -> None:
            if name:
                search = SavedSearch(name, message.text, message.tab)
                self.keep(self.keeper.change(lambda notes: notes.saving(search)))
                self.say(f"Saved: {name}. The palette has it (Ctrl+P).")

        taken = {each.name: each.query for each in self.notes.saved}
        self.app.push_screen(SaveSearch(message.text, taken), named)

    @on(Forget)
    def forget(self, message: Forget) -> None:
        self.keep(self.keeper.change(lambda notes: notes.forgetting(message.name)))
        self.say(f"Forgotten: {message.name}")
