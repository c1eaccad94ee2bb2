"""The footer: the keys that matter here, in one line and one widget."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from tui.app.styling import DIM, joined
from tui.app.widgets.lines import OneLine

SHOWN = {
    "escape": "Esc",
    "enter": "Enter",
    "backspace": "⌫",
    "question_mark": "?",
    "slash": "/",
    "colon": ":",
    "full_stop": ".",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "f1": "F1",
    "plus": "+",
    "minus": "-",
    "number_sign": "#",
    "delete": "Delete",
}

MOST = 7
"""More keys than these nobody reads."""

ALWAYS = ("everywhere", "help", "quit")
"""The actions whose keys are shown wherever one is."""

SELDOM = ("browse",)
"""The actions whose keys come first: they are there only where they mean something."""


def key_name(key: str) -> str:
    """A key as it stands on a keyboard."""
    if key in SHOWN:
        return SHOWN[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key_name(key[5:]).upper()}"
    return key


def printable(key: str) -> bool:
    """Whether a key writes a character into a field instead of doing what it is bound to."""
    return len(key_name(key)) == 1 and key not in ("backspace", "up", "down", "left", "right")


class KeyBar(OneLine):
    """The keys of the moment; the nearest first, help and quit always."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[Binding, Content]] = []
        self._width = 0
        """The width that the keys were chosen for."""
        self._told = False
        """Whether they are going to be looked at: a step to a tab says three times that they
        may have changed."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        if not self._told:
            self._told = True
            self.call_later(self._look)

    def _look(self) -> None:
        self._told = False
        before, self._shown = self._shown, self._keys()
        if self._shown != before:
            self.refresh()

    def _keys(self) -> list[tuple[Binding, Content]]:
        found: dict[str, tuple[Binding, Content]] = {}
        typing = isinstance(self.screen.focused, Input)
        for _node, binding, enabled, _tooltip in self.screen.active_bindings.values():
            if not (binding.show and enabled) or binding.action in found:
                continue
            if typing and printable(binding.key):
                continue
            key = binding.key_display or key_name(binding.key)
            drawn = joined(" ", (key, ".key"), " ", (binding.description, DIM), " ")
            found[binding.action] = (binding, drawn)
        # The keys of the application come last in the chain and matter everywhere.
        always = [found.pop(action) for action in ALWAYS if action in found]
        width = 1 + sum(drawn.cell_length for _binding, drawn in always)
        kept = []
        others = sorted(found.values(), key=lambda each: each[0].action not in SELDOM)
        for binding, drawn in others[: MOST - len(always)]:
            width += drawn.cell_length
            if width > self.size.width:
                break
            kept.append((binding, drawn))
        return [*kept, *always]

    def content(self) -> Content:
        if self._width != self.size.width:
            self._width = self.size.width
            self._shown = self._keys()
        return joined(*(drawn for _binding, drawn in self._shown))

    def on_click(self, event: events.Click) -> None:
        reached = 0
        for binding, drawn in self._shown:
            reached += drawn.cell_length
            if event.x < reached:
                self.app.simulate_key(binding.key)
                return
