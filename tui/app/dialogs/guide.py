"""A document about the program, to read inside it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Markdown

from tui.app.styling import DIM, HEADING, styled
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.line import Line
from tui.help_topics import HELP_TOPICS


class Guide(ModalScreen[None]):
    """One of the help topics, as ``serbia-tui help TOPIC`` prints it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", tooltip="Close the guide"),
        Binding("j", "scroll(1)", "Down", show=False, tooltip="Scroll down"),
        Binding("k", "scroll(-1)", "Up", show=False, tooltip="Scroll up"),
        Binding("g", "scroll(-1_000_000)", "First", show=False, tooltip="Start of the text"),
        Binding("G", "scroll(1_000_000)", "Last", show=False, tooltip="End of the text"),
    ]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._topic = name

    def compose(self) -> ComposeResult:
        topic = HELP_TOPICS[self._topic]
        with Vertical(id="guide"):
            title = Line()
            title.left = styled(topic.about[:1].upper() + topic.about[1:], HEADING)
            title.right = styled(f"serbia-tui help {self._topic}", DIM)
            yield title
            with VerticalScroll():
                yield Markdown(topic.shown, open_links=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_scroll(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
