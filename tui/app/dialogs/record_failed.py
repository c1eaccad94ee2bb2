"""What is shown when a part of the explorer fails: with what, why, and the way on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.app.styling import DIM, STRONG, joined, styled
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.record_page import RecordPage
from tui.app.widgets.rows import GAP, block
from tui.model import Record
from tui.records import name_of


class RecordFailed(ModalScreen[None]):
    """Something could not be shown. One may go on with the rest."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "go_on", "Go on", tooltip="Back to the explorer", priority=True),
        Binding("q", "app.quit", "Quit", tooltip="Leave the explorer"),
    ]

    def __init__(self, error: Exception, record: Record | None) -> None:
        super().__init__()
        self._error = error
        self._record = record

    def compose(self) -> ComposeResult:
        with Vertical(id="trouble"):
            yield RecordPage()
        yield KeyBar()

    def on_mount(self) -> None:
        page = self.query_one(RecordPage)
        record = self._record
        why = f"{type(self._error).__name__}: {self._error}"
        lines = [block(styled("Something here could not be shown.", STRONG)), GAP]
        if record is not None:
            named = joined((f"{record.kind} {record.id}", STRONG), styled(name_of(record)), by="  ")
            lines += [block(named), GAP]
        lines += [
            block(styled(why)),
            GAP,
            block(styled("It is an error of the program. All other records can be read.", DIM)),
        ]
        page.show(lines)
        page.focus()

    def action_go_on(self) -> None:
        self.dismiss()
