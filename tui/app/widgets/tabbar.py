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
        # Where room is short the names stay whole and the space around them goes, and then
        # the numbers, but for that of the tab that is shown.
        for space, numbers in ((2, True), (1, True), (0, True), (0, False)):
            drawn = self._with_space(space, numbers=numbers)
            if sum(each.cell_length for each in drawn) <= self.size.width:
                break
        return drawn

    def _with_space(self, space: int, *, numbers: bool) -> list[Content]:
        pad = " " * space
        drawn = []
        for number, tab in enumerate(self.tabs, 1):
            here = tab.name == self.here
            # Brackets show the tab without colour, in the very place of the space around it.
            left, right = ("▐", "▌") if here else (" ", " " if space else "")
            label = joined(
                pad[1:] + left,
                (str(number), ".key"),
                f" {tab.label}",
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
