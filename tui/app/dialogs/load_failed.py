"""What is shown when there is no corpus to explore: the reason, in words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.app.styling import STRONG, styled
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.record_page import RecordPage
from tui.app.widgets.rows import GAP, block


class LoadFailed(ModalScreen[None]):
    """The articles could not be read, and why. There is nothing to go back to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,enter", "leave", "Quit", tooltip="Leave the explorer")
    ]

    def __init__(self, why: str) -> None:
        super().__init__()
        self._why = why

    def compose(self) -> ComposeResult:
        with Vertical(id="sorry"):
            yield RecordPage()
        yield KeyBar()

    def on_mount(self) -> None:
        page = self.query_one(RecordPage)
        lines = [block(styled(part)) for part in self._why.splitlines() if part.strip()]
        page.show([block(styled("The articles could not be read.", STRONG)), GAP, *lines])
        page.focus()
        page.refresh_bindings()

    def action_leave(self) -> None:
        self.app.exit(return_code=1)
