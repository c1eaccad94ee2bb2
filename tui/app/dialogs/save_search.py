"""A name for a search that is saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.app.styling import DIM, HEADING, STRONG, joined, styled
from tui.app.widgets.line import Line


class SaveSearch(ModalScreen[str]):
    """Asks for a name. It is left with the name, or with "" when there is to be none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss('')", "Close", tooltip="Save nothing"),
    ]

    def __init__(self, query: str, taken: Mapping[str, str]) -> None:
        super().__init__()
        self._query = query
        self._taken = taken
        self._note = Line()

    def compose(self) -> ComposeResult:
        with Vertical(id="naming"):
            title = Line()
            title.left = styled("Save this search", HEADING)
            title.right = styled("Enter save · Esc cancel", DIM)
            yield title
            query = Line()
            query.left = styled(self._query, STRONG)
            yield query
            yield Input(placeholder="A name for it", compact=True, max_length=60)
            yield self._note

    @on(Input.Changed)
    def say_what_it_replaces(self, event: Input.Changed) -> None:
        """A name that is taken already is no secret."""
        before = self._taken.get(event.value.strip())
        self._note.left = joined(("replaces ", DIM), before) if before else styled("")

    @on(Input.Submitted)
    def save(self, event: Input.Submitted) -> None:
        """Leave with the name."""
        if event.value.strip():
            self.dismiss(event.value.strip())
