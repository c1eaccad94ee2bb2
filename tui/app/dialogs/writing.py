"""A note of several lines."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from tui.annotation import Target
from tui.app.styling import DIM, HEADING, STRONG, WARN, joined, styled
from tui.app.widgets.line import Line
from tui.terminal_text import ACTING, sanitized

DROP = "Esc again discards what you typed; Ctrl+S saves it"


class Writing(ModalScreen[str | None]):
    """Asks for the text of a note. It is left with the text, or with None when all is to stay
    as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Save", priority=True, tooltip="Save the note"),
        Binding("escape", "leave", "Leave", priority=True, tooltip="Cancel"),
    ]

    def __init__(self, target: Target, text: str) -> None:
        super().__init__()
        self._target = target
        self._text = "\n".join(sanitized(line) for line in text.split("\n"))
        self._asked = False
        self._note = Line()

    def compose(self) -> ComposeResult:
        with Vertical(id="writing"):
            title = Line()
            title.left = styled("Note", HEADING)
            title.right = styled("Ctrl+S save · Esc cancel", DIM)
            yield title
            about = Line()
            about.left = joined((self._target.kind, DIM), (self._target.says, STRONG), by="  ")
            yield about
            yield TextArea(self._text, tab_behavior="focus")
            yield self._note

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    @property
    def _typed(self) -> str:
        return ACTING.sub("", self.query_one(TextArea).text)

    def action_keep(self) -> None:
        self.dismiss(self._typed)

    def action_leave(self) -> None:
        if self._typed == self._text or self._asked:
            self.dismiss(None)
            return
        self._asked = True
        self._note.left = styled(DROP, WARN)
