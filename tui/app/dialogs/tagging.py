"""The tags of a record or of words, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.annotation import Target
from tui.app.styling import DIM, HEADING, STRONG, joined, styled
from tui.app.widgets.line import Line


class Tagging(ModalScreen[str | None]):
    """Asks for tags, words with spaces between them. It is left with what was typed, or with
    None when all is to stay as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", tooltip="Cancel"),
        Binding("tab", "complete", "Take", priority=True, tooltip="Take the first tag offered"),
    ]

    def __init__(self, target: Target, tags: Sequence[str], known: Sequence[str]) -> None:
        super().__init__()
        self._target = target
        self._tags = tags
        self._known = known
        self._note = Line()

    def compose(self) -> ComposeResult:
        with Vertical(id="tagging"):
            title = Line()
            title.left = styled("Tags", HEADING)
            title.right = styled("Enter save · Esc cancel", DIM)
            yield title
            about = Line()
            about.left = joined((self._target.kind, DIM), (self._target.says, STRONG), by="  ")
            yield about
            had = "".join(f"{tag} " for tag in self._tags)
            yield Input(had, placeholder="Words with spaces between them", compact=True)
            yield self._note

    def on_mount(self) -> None:
        field = self.query_one(Input)
        field.select_on_focus = False
        field.focus()
        field.cursor_position = len(field.value)
        self.offer()

    def _offered(self) -> list[str]:
        """The tags there are that the last word may become."""
        *before, begun = self.query_one(Input).value.split(" ")
        begun = begun.lstrip("#").casefold()
        return [t for t in self._known if t.casefold().startswith(begun) and t not in before]

    @on(Input.Changed)
    def offer(self) -> None:
        """Name the tags that there are already."""
        tags = " ".join(f"#{tag}" for tag in self._offered())
        self._note.left = joined(("Tab takes  ", DIM), (tags, DIM)) if tags else styled("")

    def action_complete(self) -> None:
        field, offered = self.query_one(Input), self._offered()
        if offered:
            *before, _begun = field.value.split(" ")
            field.value = "".join(f"{word} " for word in (*before, offered[0]))
            field.cursor_position = len(field.value)

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Leave with what was typed."""
        self.dismiss(event.value)
