"""What is shown when a part of the explorer fails: with what, why, and the way on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.app.text import DIM, STRONG, joined, words
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.page import Page
from tui.app.widgets.rows import block, gap
from tui.model import Record
from tui.records import name_of


class Trouble(ModalScreen[None]):
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
            yield Page()
        yield KeyBar()

    def on_mount(self) -> None:
        page = self.query_one(Page)
        record = self._record
        why = f"{type(self._error).__name__}: {self._error}"
        lines = [block(words("Something here could not be shown.", STRONG)), gap()]
        if record is not None:
            named = joined((f"{record.kind} {record.id}", STRONG), words(name_of(record)), by="  ")
            lines += [block(named), gap()]
        lines += [
            block(words(why)),
            gap(),
            block(words("It is an error of the program. All other records can be read.", DIM)),
        ]
        page.show(lines)
        page.focus()

    def action_go_on(self) -> None:
        self.dismiss()
