"""Keys, each with a name by which it can be set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.keys import Keys, key_to_character

from tui.app.styling import DIM, joined

if TYPE_CHECKING:
    from textual.dom import DOMNode

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
    "plus": "+",
    "minus": "-",
    "number_sign": "#",
    "equals_sign": "=",
    "delete": "Delete",
}


WRITTEN = {name.casefold(): key for key, name in SHOWN.items() if len(name) > 1}
"""Keys by their names on a keyboard."""


def key_name(key: str) -> str:
    """A key as it stands on a keyboard."""
    if key in SHOWN:
        return SHOWN[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key_name(key[5:]).upper()}"
    if key[:1] == "f" and key[1:].isdigit():
        return key.upper()
    return key


def key_written(key: str) -> str:
    """A key as it is written in the file of settings."""
    return key_name(key).replace("⌫", "Backspace")


def each_key(keys: str) -> Iterator[str]:
    """The keys of a list with commas, as Textual names them; "" for what is no key."""
    for written in (each.strip() for each in keys.split(",")):
        name = WRITTEN.get(written.casefold(), written)
        if len(name) > 1:
            *with_, last = name.casefold().split("+")
            name = "+".join([*with_, WRITTEN.get(last, last)])
        yield next(iter(Binding.make_bindings([Binding(name, "")]))).key if _is_key(name) else ""


def _is_key(name: str) -> bool:
    if len(name) == 1:
        return name.isprintable() and name != ","
    plain = re.sub(r"^(?:(?:ctrl|alt|shift)\+)+", "", name)
    if plain in SHOWN or (len(plain) == 1 and plain.isprintable()):
        return True
    return key_to_character(plain) is not None or any(plain == each.value for each in Keys)


def key(
    id: str,
    keys: str,
    action: str,
    label: str,
    told: str,
    *,
    group: Binding.Group | None = None,
    priority: bool = False,
    show: bool = True,
) -> Binding:
    """A key that the bar shows before others. ``id`` is its name in the file of settings,
    ``keys`` are the keys where nobody sets them, ``told`` is what the help says."""
    return Binding(
        keys, action, label, show=show, priority=priority, tooltip=told, id=id, group=group
    )


hidden = partial(key, show=False)
"""A key that the bar shows where there is room, or not at all."""


PALETTE = "Command palette: run a command, or go to any record"

APPLICATION: list[BindingType] = [
    key("help", "question_mark,f1", "help", "Help", "All keys and signs"),
    hidden("palette-anywhere", "ctrl+p", "command_palette", "Palette", PALETTE, priority=True),
    hidden("palette", "colon", "command_palette", "Palette", PALETTE),
    key("quit", "q", "quit", "Quit", "Quit"),
    hidden("quit-anywhere", "ctrl+q", "quit", "Quit", "Quit"),
    hidden(
        "suspend",
        "ctrl+z",
        "suspend_process",
        "Shell",
        "Suspend and go to the shell; fg brings you back",
        priority=True,
    ),
]
"""The keys of the application itself."""


def keys_of(binding: Binding, keys_set: Mapping[str, str]) -> list[str]:
    """The keys of a binding: those that the reader has set by its id, else its own."""
    return [key.strip() for key in keys_set.get(binding.id or "", binding.key).split(",")]


NAMED = {
    "as-text": "t",
    "bookmark": "Space",
    "clear": "Esc",
    "compare": "c",
    "correct": "C",
    "differ": "x",
    "export": "Ctrl+E",
    "hide-chart": "z",
    "lanes": "b",
    "next-hit": "n",
    "note": "a",
    "open": "Enter",
    "palette-anywhere": "Ctrl+P",
    "quit-anywhere": "Ctrl+Q",
    "redo": "U",
    "reload": "R",
    "review": "r",
    "search": "/",
    "select": "v",
    "tag": "#",
    "undo": "u",
    "unselect": "Esc",
    "zoom-in": "+",
    "zoom-out": "-",
}
"""The keys that texts name, as they are called where nobody sets them."""


def with_keys(text: str, keys_set: Mapping[str, str]) -> str:
    """A text in which ids in braces stand for keys: ``{undo} undoes``."""
    chosen = {id: key_name(keys.partition(",")[0]) for id, keys in keys_set.items()}
    return text.format_map({**NAMED, **chosen})


def told_keys(node: DOMNode, text: str) -> str:
    """A text of a part of the explorer with the keys as they are set."""
    return with_keys(text, getattr(node.app, "keys_set", {}))


def hint(node: DOMNode, text: str) -> Content:
    """The same, the keys drawn as keys: in a line they can be clicked."""
    parts = re.split(r"({[a-z-]+})", text)
    return joined(*((told_keys(node, part), ".key" if part[:1] == "{" else DIM) for part in parts))
