"""A scrolling view that draws its own lines, with styles named by role."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from tui.app.text import ROLES


class Lines(ScrollView):
    """The base of lists, pages and texts: one widget however many lines there are."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)
    ALLOW_SELECT = False
    # A view of lines fills its place; only what it shows is moved.
    DEFAULT_CSS = """
    Lines {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    def role(self, name: str | Style) -> Style:
        """The style of a role, ``.dim``, in the theme of the moment."""
        if isinstance(name, Style):
            return name
        if not name:
            return Style()
        name = name.removeprefix(".")
        style = self.get_visual_style(name, partial=True)
        # The visual style of a component forgets that it is reversed.
        reverse = self.get_component_styles(name).text_style.reverse
        return style + Style(reverse=True) if reverse else style

    def drawn(self, content: Content, width: int, base: Style) -> Strip:
        """One line of words as a strip of just that width."""
        segments = [
            Segment(text, style.rich_style)
            for text, style in content.render(base, end="", parse_style=self.role)
        ]
        return Strip(segments).adjust_cell_length(width, base.rich_style)

    @property
    def room(self) -> int:
        """The cells there are for a line."""
        return self.scrollable_content_region.width

    @property
    def tall(self) -> int:
        """The lines there is room for."""
        return self.scrollable_content_region.height

    def measured(self, lines: int) -> None:
        """Say how many lines there are in all."""
        self.virtual_size = Size(self.room, lines)

    def bring(self, y: int) -> None:
        """Scroll at once, without the ride."""
        self.scroll_to(y=max(0, y), animate=False, force=True, immediate=True)
