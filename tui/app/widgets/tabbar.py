"""The tabs in one line, each with its number, its name and a count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from tui.app.styling import DIM, joined
from tui.app.widgets.lines import OneLine

Numbers = Literal["all", "here", "none"]
"""Behind which names it is said how many there are."""

ROOM: tuple[tuple[int, bool, Numbers], ...] = (
    (2, False, "all"),
    (1, False, "all"),
    (0, False, "all"),
    (0, True, "all"),
    (0, True, "here"),
    (0, True, "none"),
)
"""From more to less room: the space around a name, whether one that has a sign gives way to
it, and behind which names there are numbers."""


class Tab(NamedTuple):
    """A tab: what it is called, how many there are behind it, a sign for its name where room is
    short, and a brief name where it is shorter."""

    name: str
    label: str
    number: str = ""
    short: str = ""
    brief: str = ""


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
        # Where all of this is too much the brief names stand, and then their ends go.
        names = [tab.label for tab in self.tabs]
        brief = [tab.brief or tab.label for tab in self.tabs]
        longest = max(map(len, brief), default=0)
        rooms = [(*room, names) for room in ROOM]
        rooms += [(*ROOM[-1], [each[:most] for each in brief]) for most in range(longest, 0, -1)]
        drawn: list[Content] = []
        for room in rooms:
            drawn = self._with_space(*room)
            if sum(each.cell_length for each in drawn) <= self.size.width:
                break
        return drawn

    def _with_space(
        self, space: int, short: bool, numbers: Numbers, names: Sequence[str]
    ) -> list[Content]:
        pad = " " * space
        drawn = []
        for number, tab in enumerate(self.tabs):
            here = tab.name == self.here
            # Brackets show the tab without colour, in the very place of the space around it.
            left, right = ("▐", "▌") if here else (" ", " " if space else "")
            name = tab.short if short and tab.short else f" {names[number]}"
            counted = numbers == "all" or (numbers == "here" and here)
            label = joined(
                pad[1:] + left,
                (str(number), ".key"),
                name,
                (f" {tab.number}", DIM) if tab.number and counted else "",
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
