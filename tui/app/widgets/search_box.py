"""A field with what may stand in it: suggestions under it, what stood in it before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from tui.app.styling import DIM, joined, spread, styled
from tui.app.widgets.lines import Drawing
from tui.app.widgets.text_input import TextInput
from tui.terminal_text import sanitized


class Choice(NamedTuple):
    """What the field may hold, how that is shown, and a word beside it."""

    text: str
    shown: str
    note: str = ""


class Suggestions(Drawing):
    """Suggestions over whatever lies below; the one that would be taken says by which key."""

    DEFAULT_CSS = """
    Suggestions { overlay: screen; display: none; width: 60; max-width: 96%; }
    """

    choices: reactive[tuple[Choice, ...]] = reactive((), init=False)
    at: reactive[int] = reactive(-1)

    def watch_choices(self) -> None:
        self.at = -1
        self.styles.height = len(self.choices)
        self.display = bool(self.choices)

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.visual_style
        if y >= len(self.choices):
            return Strip.blank(width, base.rich_style)
        choice = self.choices[y]
        takes = y == max(self.at, 0)
        here = base + self.role(".cursor") if y == self.at else base
        sign = ("▌ " if y == self.at else "  ", ".key")
        note = joined((choice.note, DIM), ("Tab" if takes else "   ", ".key"), by="  ")
        line = spread(joined(sign, styled(choice.shown)), joined(note, " "), width)
        return self.drawn(line, width, here)


class SearchBox(Vertical):
    """The field, what is suggested for it, and the way back to what was asked before."""

    DEFAULT_CSS = """
    SearchBox { height: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "take", "Complete", tooltip="Accept the suggestion (→ too)"),
        Binding("down", "down", "Down", show=False, tooltip="To the suggestions or the hits"),
        Binding("up", "up", "Up", show=False, tooltip="Previous search"),
    ]

    @dataclass
    class Changed(Message):
        """Something else stands in the field. It may be the middle of a word, or have been
        ``recalled`` as a whole."""

        text: str
        recalled: bool

        def can_replace(self, message: Message) -> bool:
            """Only what stands there now is of interest."""
            return isinstance(message, SearchBox.Changed) and message._sender is self._sender

    @dataclass
    class Left(Message):
        """The reader has typed enough, and pressed this key: enter, escape or down."""

        key: str

    earlier: reactive[tuple[str, ...]] = reactive(())
    """What was asked before, the newest first."""

    def __init__(self, field: TextInput) -> None:
        super().__init__()
        self.field = field
        self._choices = Suggestions()
        self._past = -1
        self._typed = field.value

    def compose(self) -> ComposeResult:
        yield self.field
        yield self._choices

    @property
    def typing(self) -> bool:
        """Whether the reader is in the field."""
        # ``has_focus`` follows by message.
        return self.screen.focused is self.field

    def put(self, text: str) -> None:
        """Have a text in the field without telling anybody."""
        self._past = -1
        self._typed = text
        with self.field.prevent(Input.Changed):
            self.field.value = text
            self.field.cursor_position = len(text)
        self.offer(())

    def offer(self, choices: Sequence[Choice]) -> None:
        """Suggest these; nothing while the reader goes through what was asked before."""
        offered = bool(self.offered)
        self._choices.choices = tuple(choices) if self._past < 0 and self.typing else ()
        if bool(self.offered) != offered:
            self.refresh_bindings()

    @property
    def offered(self) -> tuple[Choice, ...]:
        return self._choices.choices

    # ----------------------------------------------------------------- what the keys do

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Tell what stands in the field."""
        event.stop()
        if self._past < 0 or event.value != sanitized(self.earlier[self._past]):
            self._past = -1
            self._typed = event.value
        self.post_message(self.Changed(event.value, self._past >= 0))

    @on(TextInput.Left)
    def leave(self, event: TextInput.Left) -> None:
        """Take the suggestion that was gone to, or leave."""
        event.stop()
        if event.key == "enter" and self._choices.at >= 0:
            self.action_take()
        else:
            self.offer(())
            self._past = -1
            self.post_message(self.Left(event.key))

    @on(TextInput.AtEnd)
    def go_on(self, event: TextInput.AtEnd) -> None:
        """To the right of all that is typed stands what is suggested."""
        event.stop()
        if self.offered:
            self.action_take()

    def action_take(self) -> None:
        choice = self.offered[max(self._choices.at, 0)]
        self.field.value = choice.text
        self.field.action_end()

    def action_down(self) -> None:
        if self._past >= 0:
            self._recall(self._past - 1)
        elif self.offered:
            self._choices.at = min(self._choices.at + 1, len(self.offered) - 1)
        else:
            self.field.action_leave("down")

    def action_up(self) -> None:
        if self._choices.at >= 0:
            self._choices.at -= 1
        elif self._past + 1 < len(self.earlier):
            self._recall(self._past + 1)

    def _recall(self, past: int) -> None:
        """Put what was asked before in the field; before the newest stands what was typed."""
        self._past = past
        self.offer(())
        self.field.value = self.earlier[past] if past >= 0 else self._typed
        self.field.action_end()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "take":
            return bool(self.offered)
        return super().check_action(action, parameters)
