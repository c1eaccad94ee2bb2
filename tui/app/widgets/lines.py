"""Widgets that draw their own lines, with styles named by role."""

from __future__ import annotations

from functools import lru_cache
from typing import Self

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.content import Content
from textual.geometry import Region, Size, Spacing
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from tui.app.error_boundary import ErrorBoundary, PartFailed, tolerates_errors
from tui.app.styling import EMPTY

NO_COLOUR = Color(0, 0, 0, 0)
NONE = RichColor.default()


@lru_cache(maxsize=64)
def blank(width: int, style: RichStyle | None = None) -> Strip:
    """An empty line, the same one wherever it is as wide and looks alike."""
    return Strip.blank(width, style)


def filtered(strips: list[Strip], widget: Widget) -> list[Strip]:
    """Strips as a terminal is given them: without colours, or in its encoding."""
    background = widget.background_colors[1]
    for each in widget.get_line_filters():
        strips = [strip.apply_filter(each, background) for strip in strips]
    return strips


class Ground(Widget):
    """What others stand on: of itself it draws one empty line, as often as it is high.

    It comes last among the bases of a class: Textual reads the style of the first."""

    # It has no scrollbars, for which alone it would have to be laid out once more; and where
    # its size has changed it is painted anyway.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def render_lines(self, crop: Region) -> list[Strip]:
        return filtered([blank(crop.width, self.visual_style.rich_style)], self) * crop.height


class Drawing(ErrorBoundary, Widget):
    """A widget that draws in the roles of its application."""

    ALLOW_SELECT = False

    # There is nothing in it that could be laid out anew when its size has changed, and what
    # gave it another size paints it already.
    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._roles: dict[str, Style] = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is drawn of the widget; nothing where that fails."""
        try:
            return self.painted(crop)
        except Exception as error:
            if not tolerates_errors(self.app):
                raise
            self.app.post_message(PartFailed(error))
            return [blank(crop.width)] * crop.height

    def painted(self, crop: Region) -> list[Strip]:
        """What is drawn of the widget, with what its style puts around it."""
        return super().render_lines(crop)

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

    beside = 0
    """Cells behind each line that are no part of it, as those of a scrollbar."""

    def drawn(self, content: Content, width: int, base: Style) -> Strip:
        """One line of words as a strip of just that width, and what stands beside it."""
        segments = [
            # Dim words, or words of another colour, cannot be read where all is reversed.
            Segment(text, (base + Style(bold=style.bold) if base.reverse else style).rich_style)
            for text, style in content.render(base, end="", parse_style=self.role)
        ]
        space = width - content.cell_length
        if space < 0:
            segments = list(Strip(segments).adjust_cell_length(width))
        elif space:
            segments.append(Segment(" " * space, base.rich_style))
        beside = self.beside
        if beside:
            segments.append(Segment(" " * beside, self.visual_style.rich_style))
        return Strip(segments, width + beside)


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
        return self.drawn(self.content(), width, base) if y == 0 else blank(width)


class Bar(ScrollBar):
    """A scrollbar that is painted whenever the length of what it stands beside changes, as
    at every letter of a search: of its lines at most five differ, and only these are made."""

    # Whatever its size, nothing else depends on it.
    virtual_size = Reactive(Size(0, 0), layout=False)

    _shown: tuple[object, ...] = ()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint what it shows, where that is something else: whenever anything is laid out,
        Textual asks every scrollbar for it, just after all has been painted."""
        shown = (
            self.window_virtual_size,
            self.window_size,
            self.position,
            self.mouse_over,
            self.grabbed,
        )
        if shown != self._shown or layout or recompose:
            self._shown = shown
            super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        return self

    def render_lines(self, crop: Region) -> list[Strip]:
        drawn = self.render()
        if not isinstance(drawn, ScrollBarRender):
            return super().render_lines(crop)
        style = self.app.console.get_style(drawn.style)
        cells = drawn.render_bar(
            # What is asked for may be taller, until the bar has heard that it shrinks.
            max(self.size.height, crop.bottom),
            drawn.virtual_size,
            drawn.window_size,
            drawn.position,
            drawn.thickness,
            back_color=style.bgcolor or NONE,
            bar_color=style.color or NONE,
        ).segments
        base = self.visual_style.rich_style
        made = {
            id(cell): Strip(Segment.apply_style([cell], base), drawn.thickness) for cell in cells
        }
        return filtered([made[id(cells[y])] for y in crop.line_range], self)


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

    def painted(self, crop: Region) -> list[Strip]:
        # Textual would make each line anew to put nothing around it, which takes as long as
        # to draw it.
        if self.styles.gutter != Spacing():
            return super().painted(crop)
        # The room of the scrollbar is kept for it, and in the first frame it may not stand there.
        base, width = self.visual_style.rich_style, self.region.width
        lines = [self.render_line(y).adjust_cell_length(width, base) for y in crop.line_range]
        strips = filtered(lines, self)
        if crop.column_span == (0, self.region.width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]

    @property
    def beside(self) -> int:  # type: ignore[override]
        """The room of the scrollbar: a line that has it from the start is not kept twice."""
        return self.scrollbar_gutter.width

    @property
    def empty(self) -> Strip:
        """A line of the view that has nothing in it."""
        return blank(self.room + self.beside, self.visual_style.rich_style)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = Bar(thickness=self.scrollbar_size_vertical)
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    @property
    def room(self) -> int:
        """The cells there are for a line; while it is hidden, those there were."""
        return self._inside.width

    @property
    def tall(self) -> int:
        """The lines there is room for."""
        return self._inside.height

    @property
    def _inside(self) -> Size:
        # Not ``scrollable_content_region``, which is nothing while the widget is hidden: what
        # is shown there meanwhile has its place before it is painted.
        gutter, bars = self.styles.gutter, self.scrollbar_gutter
        return self.outer_size.region.shrink(gutter).shrink(bars).size

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
