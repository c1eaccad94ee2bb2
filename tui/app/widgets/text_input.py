"""Where one types what to look for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, var
from textual.widgets import Input

from tui.terminal_text import sanitized


class TextInput(Input):
    """A line to type into, which tells when it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave('enter')", "To the hits", tooltip="Go to the hits"),
        Binding("enter", "leave('nothing')", "To the list", tooltip="Leave the field"),
        Binding("escape", "leave('escape')", "Leave", tooltip="Leave the field and keep the hits"),
    ]

    finds: var[bool] = var(True, init=False, bindings=True)
    """Whether what is typed finds anything."""

    # A letter more lays out nothing: the field is as wide as its place, whatever is in it.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, hint: str, text: str = "", *, select: bool = False) -> None:
        super().__init__(text, placeholder=hint, compact=True, select_on_focus=select)

    def validate_value(self, value: str) -> str:
        """What is put here shows as it is: what was asked before, a name in a source."""
        return sanitized(value)

    @dataclass
    class Left(Message):
        """The reader has typed enough, and pressed this key."""

        key: str

    class AtEnd(Message):
        """The reader wants to go on to the right of all that is typed."""

    def action_leave(self, key: str) -> None:
        self.post_message(self.Left("enter" if key == "nothing" else key))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action, parameters:
            case "leave", ("enter",):
                return self.finds
            case "leave", ("nothing",):
                return not self.finds
        return super().check_action(action, parameters)

    def action_cursor_right(self, select: bool = False) -> None:
        if self.cursor_at_end and not select:
            self.post_message(self.AtEnd())
        super().action_cursor_right(select)
