"""Widgets that draw their own lines, with styles named by role."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from tui.app.going_on import Amiss, GoingOn, goes_on
from tui.app.text import EMPTY

NO_COLOUR = Color(0, 0, 0, 0)


class Drawing(GoingOn, Widget):
    """A widget that draws in the roles of its application."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._roles: dict[str, Style] = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is drawn of the widget; nothing where that fails."""
        try:
            return super().render_lines(crop)
        except Exception as error:
            if not goes_on(self.app):
                raise
            self.app.post_message(Amiss(error))
            return [Strip.blank(crop.width)] * crop.height

    def role(self, name: str | Style) -> Style:
        """The style of a role, ``.dim``, in the theme of the moment."""
        if isinstance(name, Style):
            return name
        if not name:
            return Style()
        if name not in self._roles:
            self._roles[name] = self._read_role(name.removeprefix("."))
        return self._roles[name]

    def _read_role(self, name: str) -> Style:
        # Textual's own reading of a component loses opaque backgrounds and what is reversed.
        styles = self.app.get_component_styles(name)
        text = styles.text_style
        return Style(
            styles.background if styles.has_rule("background") else NO_COLOUR,
            styles.color if styles.has_rule("color") else NO_COLOUR,
            bold=text.bold,
            dim=text.dim,
            italic=text.italic,
            underline=text.underline,
            reverse=text.reverse,
        )

    def notify_style_update(self) -> None:
        self._roles.clear()
        super().notify_style_update()

    def drawn(self, content: Content, width: int, base: Style) -> Strip:
        """One line of words as a strip of just that width."""
        segments = [
            Segment(text, style.rich_style)
            for text, style in content.render(base, end="", parse_style=self.role)
        ]
        return Strip(segments).adjust_cell_length(width, base.rich_style)


class OneLine(Drawing):
    """A widget of one line."""

    DEFAULT_CSS = """
    OneLine { height: 1; width: 1fr; }
    """

    def content(self) -> Content:
        """What stands in the line."""
        return EMPTY

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.visual_style
        return self.drawn(self.content(), width, base) if y == 0 else Strip.blank(width)


class Lines(Drawing, ScrollView):
    """The base of lists, pages and texts: one widget however many lines there are."""

    # A view of lines fills its place; only what it shows is moved.
    DEFAULT_CSS = """
    Lines {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

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
        size = Size(self.room, lines)
        if size != self.virtual_size:
            # Set the plain way it would lay out the whole screen again, though nothing
            # but this view's scrollbar depends on it.
            self.set_reactive(ScrollView.virtual_size, size)
            self._scroll_update(size)

    def bring(self, y: int) -> None:
        """Scroll at once, without the ride."""
        self.scroll_to(y=max(0, y), animate=False, force=True, immediate=True)
