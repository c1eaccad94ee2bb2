"""The tabs in one line, each with its number, its name and a count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from tui.app.styling import DIM, joined
from tui.app.widgets.lines import OneLine


class Tab(NamedTuple):
    """A tab: what it is called, and how many there are behind it."""

    name: str
    label: str
    number: str = ""


class TabBar(OneLine):
    """All tabs, drawn at once."""

    tabs: reactive[tuple[Tab, ...]] = reactive(())
    here: reactive[str] = reactive("")
    title: reactive[str] = reactive("")

    @dataclass
    class Chosen(Message):
        """A tab was clicked."""

        name: str

    def content(self) -> Content:
        drawn = joined(*self._drawn())
        space = self.size.width - drawn.cell_length - len(self.title) - 1
        if self.title and space > 0:
            return joined(drawn, " " * space, (self.title, ".label"), " ")
        return drawn

    def _drawn(self) -> list[Content]:
        # Where room is short the space around the names goes first, then the numbers, but for
        # that of the tab that is shown, and at last the ends of the names.
        longest = max((len(tab.label) for tab in self.tabs), default=0)
        whole = [(2, True, longest), (1, True, longest), (0, True, longest)]
        for space, numbers, most in (*whole, *((0, False, most) for most in range(longest, 0, -1))):
            drawn = self._with_space(space, numbers=numbers, most=most)
            if sum(each.cell_length for each in drawn) <= self.size.width:
                break
        return drawn

    def _with_space(self, space: int, *, numbers: bool, most: int) -> list[Content]:
        pad = " " * space
        drawn = []
        for number, tab in enumerate(self.tabs, 1):
            here = tab.name == self.here
            # Brackets show the tab without colour, in the very place of the space around it.
            left, right = ("▐", "▌") if here else (" ", " " if space else "")
            label = joined(
                pad[1:] + left,
                (str(number), ".key"),
                f" {tab.label[:most]}",
                (f" {tab.number}", DIM) if tab.number and (numbers or here) else "",
                right,
            )
            drawn.append(label.stylize(".tab-here") if here else label)
        return drawn

    def on_click(self, event: events.Click) -> None:
        reached = 0
        for tab, label in zip(self.tabs, self._drawn(), strict=True):
            reached += label.cell_length
            if event.x < reached:
                self.post_message(self.Chosen(tab.name))
                return
