"""Where one types what to look for."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class Field(Input):
    """A line to type into, which tells when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "To the hits", tooltip="Go to the hits"),
        Binding("down", "leave", "To the hits", show=False, tooltip="Go to the hits"),
        Binding("escape", "done", "Done", tooltip="Leave the field, keep what was found"),
    ]

    class Left(Message):
        """The reader has typed enough."""

    def action_leave(self) -> None:
        self.post_message(self.Left())

    def action_done(self) -> None:
        self.post_message(self.Left())
