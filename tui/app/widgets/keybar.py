"""The footer: the keys that matter here, in one line and one widget."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input

from tui.app.keys import key_name
from tui.app.styling import DIM, joined
from tui.app.widgets.lines import OneLine

ALWAYS = ("everywhere", "help", "quit")
"""The actions whose keys are shown wherever one is."""

SPARED, ROOMY = "everywhere", 72
"""The one of these that gives way in fewer cells."""

NEWS = ("reload",)
"""The actions that are there only after something has happened: their keys come first."""

SELDOM = ("browse", "put", "clear", "leave")
"""The actions of a view whose keys come first: they are there only where they mean something."""

NEXT = {"search": 2, "copy": 4, "compare": 5, "filter": 6, "sort": 7}
"""The actions that a list is for, and how near they are: those of one tab alone are nearer
than all but the first."""

MORE = (
    "bookmark",
    "note",
    "next",
    "select",
    "differ",
    "review",
    "tag",
    "correct",
    "copy_as",
    "export",
    "undo",
    "forward",
    "focus_card",
    "command_palette",
    "add",
)
"""The actions that can be done in many places, whose keys are shown where there is room."""


def printable(key: str) -> bool:
    """Whether a key writes a character into a field instead of doing what it is bound to."""
    return len(key_name(key)) == 1 and key not in ("backspace", "up", "down", "left", "right")


class Shown(NamedTuple):
    """A key in the bar: how near what it does is, what it is bound to, how it is drawn."""

    rank: int
    binding: Binding
    drawn: Content


class KeyBar(OneLine):
    """The keys of the moment, as many as there is room for: what can be done only now, what
    the focus does, what can be done only here, and then what can be done in many places; help
    and quit always."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Shown] = []
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
        # 0 where the bar has come back from under a dialog, and is not laid out again yet.
        self._width = self.size.width
        if self._shown != before:
            self.refresh()

    def _keys(self) -> list[Shown]:
        found: dict[object, Shown] = {}
        paired = set[object]()
        typing = isinstance(self.screen.focused, Input)
        for node, binding, enabled, _tooltip in self.screen.active_bindings.values():
            rank = self._rank(node, binding) if enabled else None
            # Two keys, there and back, are shown as one.
            what = binding.group or binding.action
            if rank is None and what not in found:
                continue
            if typing and (printable(binding.key) or not binding.show):
                continue
            key = binding.key_display or key_name(binding.key)
            if what in found:
                # A letter beside an arrow is another key for the same.
                same = found[what].binding.action == binding.action
                if not binding.group or same or what in paired:
                    continue
                paired.add(what)
                rank, first, _drawn = found[what]
                key, binding = f"{key_name(first.key)} {key}", first
            told = binding.group.description if binding.group else binding.description
            found[what] = Shown(
                rank or 0, binding, joined(" ", (key, ".key"), " ", (told, DIM), " ")
            )
        # The keys of the application come last in the chain and matter everywhere.
        always = [
            found.pop(a) for a in ALWAYS if a in found and (a != SPARED or self.size.width >= ROOMY)
        ]
        nearer = {each.binding.description for each in found.values()}
        always = [each for each in always if each.binding.description not in nearer]
        room = self.size.width - 1 - sum(each.drawn.cell_length for each in always)
        kept, named = list[Shown](), set[str]()
        for each in sorted(found.values(), key=lambda each: each.rank):
            # Of two keys for the same, such as Esc and Backspace, the nearer one is enough.
            if each.binding.description not in named and each.drawn.cell_length <= room:
                named.add(each.binding.description)
                room -= each.drawn.cell_length
                kept.append(each)
        return [*kept, *always]

    def _rank(self, node: DOMNode, binding: Binding) -> int | None:
        """How near what a key does is; None for one that only moves, and what all keys of a
        list do."""
        action = binding.action.partition("(")[0]
        between = node not in (self.screen.focused, self.screen, self.app)
        if action in NEWS or (between and action in SELDOM and binding.show):
            return 0
        if node is self.screen.focused and binding.show:
            return 1
        if action in NEXT:
            return NEXT[action]
        own = vars(type(node)).get("BINDINGS", ())
        # A key that somebody has set is no longer the binding that stands there. What has a
        # letter and an arrow only moves.
        single = (each.action for each in own if "," not in each.key)
        if between and binding.action in single:
            return 3 if binding.show else 8
        if binding.show:
            return 9
        return 10 + MORE.index(action) if action in MORE else None

    def content(self) -> Content:
        if self._width != self.size.width:
            self._width = self.size.width
            self._shown = self._keys()
        return joined(*(each.drawn for each in self._shown))

    def on_click(self, event: events.Click) -> None:
        reached = 0
        for each in self._shown:
            reached += each.drawn.cell_length
            if event.x < reached:
                self.app.simulate_key(each.binding.key)
                return
