"""One of a few things, chosen by its key or with the arrows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.app.styling import DIM, HEADING, joined, styled
from tui.app.widgets.line import Line
from tui.app.widgets.row_list import Listing, RowList
from tui.app.widgets.rows import Row


class Choosing(ModalScreen[str]):
    """Asks for one of several things; it is left with its key, or with ""."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss('')", "Cancel", tooltip="Choose nothing"),
    ]

    def __init__(self, title: str, choices: Mapping[str, str]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        with Vertical(id="choosing"):
            title = Line()
            title.left = styled(self._title, HEADING)
            title.right = styled("press a key, or Enter · Esc cancel", DIM)
            yield title
            yield Listing()

    def on_mount(self) -> None:
        listing = self.query_one(Listing)
        listing.styles.height = len(self._choices)
        listing.show([self._row(key, told) for key, told in self._choices.items()])
        listing.focus()

    @staticmethod
    def _row(key: str, told: str) -> Row:
        line = joined((f"{key}  ", ".key"), told)
        return Row(lambda _width: (line,), key, 1)

    def on_key(self, event: events.Key) -> None:
        """A key chooses at once."""
        if event.character in self._choices:
            event.stop()
            event.prevent_default()
            self.dismiss(event.character)

    @on(RowList.Chosen)
    def take(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(str(event.target))
