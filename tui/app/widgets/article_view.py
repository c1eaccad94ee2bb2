"""A long text with marked stretches: read by line, from mark to mark, or from hit to hit."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.app.keys import hidden, key
from tui.app.widgets.article_stretch import ArticleStretch, Spans
from tui.app.widgets.selecting import SELECTING, Selectable
from tui.app.widgets.wrapping import breaks
from tui.terminal_text import sanitized

MARGIN = 3
COLUMN = 92
"""The widest line that is still good to read."""


MARKS = Binding.Group("Highlights")


class ArticleView(Selectable, can_focus=True):
    """A text of any length, drawn line by line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("open", "enter", "choose", "Record", "Go to the record of this highlight"),
        key(
            "next-hit", "n", "next(1)", "Next",
            "Next search hit, or next highlight", group=MARKS,
        ),
        hidden(
            "previous-hit", "N", "next(-1)", "Previous",
            "Previous search hit or highlight", group=MARKS,
        ),
        hidden("down", "down,j", "scroll_lines(1)", "Down", "Scroll down"),
        hidden("up", "up,k", "scroll_lines(-1)", "Up", "Scroll up"),
        hidden("page-down", "pagedown", "page(1)", "Page down", "Next page"),
        hidden("page-up", "pageup", "page(-1)", "Page up", "Previous page"),
        *SELECTING,
        hidden("first", "g,home", "end(-1)", "First", "Start of the text"),
        hidden("last", "G,end", "end(1)", "Last", "End of the text"),
    ]  # fmt: skip

    at: var[int] = var(-1, init=False)
    """The stretch the reader is at, by number; -1 before the first."""

    @dataclass
    class Highlighted(Message):
        """The reader is at a stretch."""

        reading: ArticleView
        stretch: ArticleStretch
        number: int

        @property
        def control(self) -> ArticleView:
            return self.reading

        def can_replace(self, message: Message) -> bool:
            """Of a fast ride only the last stop counts."""
            return isinstance(message, ArticleView.Highlighted) and message.reading is self.reading

    @dataclass
    class AtHit(Message):
        """The reader is at a hit of what is looked for, by number."""

        reading: ArticleView
        number: int

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ArticleView.AtHit) and message.reading is self.reading

    @dataclass
    class Chosen(Message):
        """The reader wants what a stretch stands for."""

        reading: ArticleView
        stretch: ArticleStretch

        @property
        def control(self) -> ArticleView:
            return self.reading

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._signs: Sequence[tuple[int, str]] = ()
        self._text = self._plain = ""
        self._stretches: tuple[ArticleStretch, ...] = ()
        self._reach: list[int] = []
        self._spot: tuple[int, int] | None = None
        self._hits: Spans = ()
        self._starts: array[int] = array("q")
        self._ends: array[int] = array("q")
        self._width = 0
        self._strips: dict[int, Strip] = {}
        self._wanted: int | None = None

    # ------------------------------------------------------------------ what is shown

    def show(
        self,
        text: str,
        stretches: Sequence[ArticleStretch] = (),
        spot: tuple[int, int] | None = None,
        scroll: int | None = None,
    ) -> None:
        """Show a text, at a spot where one is given. Stretches stand in order of text."""
        self._selecting = None
        if text is not self._text:
            self._text = text
            self._plain = sanitized(text)
            self._width = 0
        self._stretches = tuple(stretches)
        self._reach = list(accumulate((s.end for s in self._stretches), max))
        self._spot = spot
        self._hits = ()
        self._strips.clear()
        self.set_reactive(ArticleView.at, self._stretch_at(spot))
        self._wanted = scroll
        if not self._lay_out():
            self._arrive()
        self.refresh()
        self.tell()

    def _stretch_at(self, spot: tuple[int, int] | None) -> int:
        if spot is None:
            return -1
        first = bisect_left(self._stretches, spot, key=lambda s: (s.start, s.end))
        found = first < len(self._stretches) and self._stretches[first][:2] == spot
        return first if found else -1

    def be_at(self, target: Hashable) -> None:
        """Be at the stretch with this target: several may begin at the same place."""
        for number, stretch in enumerate(self._stretches):
            if stretch.target == target:
                self.at = number
                return

    @property
    def stretches(self) -> tuple[ArticleStretch, ...]:
        return self._stretches

    @property
    def here(self) -> Hashable | None:
        """What the stretch stands for that the reader is at."""
        return self._stretches[self.at].target if 0 <= self.at < len(self._stretches) else None

    def mark(self, stretches: Sequence[ArticleStretch]) -> None:
        """Have other stretches in the same text, and be at the same one where it is left."""
        here = self.here
        self._stretches = tuple(stretches)
        self._reach = list(accumulate((s.end for s in self._stretches), max))
        self._strips.clear()
        targets = [stretch.target for stretch in self._stretches]
        self.set_reactive(ArticleView.at, targets.index(here) if here in targets else -1)
        self.refresh()

    # -------------------------------------------------------------- what the reader adds

    def sign(self, signs: Iterable[tuple[int, str]]) -> None:
        """Have signs beside the lines on which these offsets stand."""
        self._signs = sorted(signs)
        self._strips.clear()
        self.refresh()

    def _sign_of(self, start: int, end: int) -> str:
        """The sign of a line, of several the first."""
        first = bisect_left(self._signs, (start, ""))
        return next((sign for at, sign in self._signs[first : first + 1] if at < end), "")

    # --------------------------------------------------------------------------- hits

    @property
    def hits(self) -> Spans:
        """Where what is looked for stands, in order of text."""
        return self._hits

    @property
    def begin(self) -> int:
        """Where reading goes on from: the passage that is shown, else the first line in sight."""
        if self._spot:
            return self._spot[0]
        if here := self._here:
            return here[0]
        if not self._starts:
            return 0
        return self._starts[min(self.scroll_offset.y, len(self._starts) - 1)]

    def light(self, hits: Spans) -> None:
        """Light what is looked for, wherever it stands, and stay."""
        self._hits = hits
        self._strips.clear()
        self.refresh()

    def go_to_hit(self, number: int) -> None:
        """Be at a hit, counted on from the first after the last, and back from the first."""
        number %= len(self._hits)
        self._spot = self._hits[number]
        self._strips.clear()
        self.set_reactive(ArticleView.at, -1)
        self._bring_offset(*self._spot)
        self.refresh()
        self.post_message(self.AtHit(self, number))

    def hit_from(self, offset: int) -> int:
        """The number of the first hit from a place in the text on."""
        return bisect_left(self._hits, offset, key=lambda hit: hit[0])

    # ------------------------------------------------------------------------- layout

    def _lay_out(self) -> bool:
        width = min(COLUMN, self.room - MARGIN - 2)
        if width <= 0 or width == self._width:
            return False
        self._width = width
        self._strips.clear()
        self._starts, self._ends = breaks(self._plain, width)
        self.measured(len(self._starts))
        self._arrive()
        return True

    def _arrive(self) -> None:
        if self._wanted is not None:
            self.bring(self._wanted)
            self._wanted = None
        elif self._spot:
            self._bring_offset(self._spot[0], self._spot[1])
        else:
            self.bring(0)

    def on_resize(self) -> None:
        if self._lay_out():
            self.refresh()

    def on_focus(self) -> None:
        self.refresh()

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    def line_of(self, offset: int) -> int:
        """The line on which an offset stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _bring_offset(self, start: int, end: int) -> None:
        """Show a passage with some lines above it, where it is out of sight."""
        first, last = self.line_of(start), self.line_of(max(start, end - 1))
        top = self.scroll_offset.y
        if first < top + 1 or last >= top + self.tall - 1:
            self.bring(first - max(2, self.tall // 4))

    # ------------------------------------------------------------------------ drawing

    def render_line(self, y: int) -> Strip:
        number = self.scroll_offset.y + y
        if self._width <= 0 or not 0 <= number < len(self._starts):
            return self.empty
        strip = self._strips.get(number)
        if strip is None:
            if len(self._strips) > 2000:
                self._strips.clear()
            strip = self._strips[number] = self._draw(number)
        return strip

    def _draw(self, number: int) -> Strip:
        start, end = self._starts[number], self._ends[number]
        content = Content(self._plain[start:end])
        here = self._here
        lit = False
        for stretch in self._over(start, end):
            if stretch.role:
                content = self._styled(content, stretch.start, stretch.end, stretch.role, start)
        if here:
            content = self._styled(content, *here, ".mark-here", start)
            lit = here[0] < end and here[1] > start
        if self._spot and self._spot != here:
            content = self._styled(content, *self._spot, ".passage", start)
            lit = lit or (self._spot[0] < end and self._spot[1] > start)
        for number in range(
            bisect_right(self._hits, start, key=lambda hit: hit[1]), len(self._hits)
        ):
            if self._hits[number][0] >= end:
                break
            content = self._styled(content, *self._hits[number], ".hit", start)
        if self._selecting:
            content = self._styled(content, *self._selecting.span, ".hit", start)
        edge = f"{'▌' if lit else ' '}{self._sign_of(start, end + 1)}".ljust(MARGIN)
        gutter = Content.styled(edge, ".key") if edge.strip() else Content(edge)
        return self.drawn(gutter + content, self.room, self.visual_style)

    @staticmethod
    def _styled(content: Content, start: int, end: int, role: str, offset: int) -> Content:
        start, end = max(0, start - offset), min(len(content), end - offset)
        return content.stylize(role, start, end) if start < end else content

    @property
    def _here(self) -> tuple[int, int] | None:
        if 0 <= self.at < len(self._stretches):
            stretch = self._stretches[self.at]
            return stretch.start, stretch.end
        return None

    def _over(self, start: int, end: int) -> list[ArticleStretch]:
        """The stretches that touch a line, the outer ones first."""
        number = bisect_left(self._stretches, end, key=lambda s: s.start) - 1
        found = []
        while number >= 0 and self._reach[number] > start:
            if self._stretches[number].end > start:
                found.append(self._stretches[number])
            number -= 1
        return sorted(found, key=lambda s: (s.start - s.end, s.start))

    # ------------------------------------------------------------------------- moving

    def watch_at(self) -> None:
        self._strips.clear()
        if here := self._here:
            self._bring_offset(*here)
        self.refresh()
        self.tell()

    def tell(self) -> None:
        if 0 <= self.at < len(self._stretches):
            self.post_message(self.Highlighted(self, self._stretches[self.at], self.at))

    def action_next(self, step: int) -> None:
        if self._hits:
            first = self.hit_from(self.begin)
            at_it = self._spot is not None and self._spot in self._hits[first : first + 1]
            self.go_to_hit(first - 1 if step < 0 else first + at_it)
        elif self._stretches:
            self._to_mark(step)

    def _to_mark(self, step: int) -> None:
        begin, self._spot = self.begin, None
        if self.at >= 0:
            self.at = (self.at + step) % len(self._stretches)
            return
        # Not at a mark: begin from what is in sight, not from the start of the text.
        first = bisect_left(self._stretches, begin, key=lambda s: s.start)
        self.at = (first if step > 0 else first - 1) % len(self._stretches)

    def action_choose(self) -> None:
        if (chosen := self._chosen) is not None:
            self.post_message(self.Chosen(self, chosen))

    @property
    def _chosen(self) -> ArticleStretch | None:
        """The stretch that the reader is at, or that goes farthest into the words that are
        looked for."""
        if 0 <= self.at < len(self._stretches):
            return self._stretches[self.at]
        if self._spot is None or self._spot not in self._hits:
            return None
        return next(reversed(self._over(*self._spot)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose":
            return self._chosen is not None
        if action in ("reach", "unselect"):
            return self._selecting is not None
        return super().check_action(action, parameters)

    def action_scroll_lines(self, step: int) -> None:
        if self._selecting:
            self._reach_line(step)
            return
        self.bring(min(self.scroll_offset.y + step, round(self.max_scroll_y)))

    def action_page(self, step: int) -> None:
        self.action_scroll_lines(step * max(1, self.tall - 2))

    def action_end(self, step: int) -> None:
        self.bring(0 if step < 0 else round(self.max_scroll_y))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        line = self.scroll_offset.y + offset.y if offset else -1
        if offset is None or not 0 <= line < len(self._starts):
            return
        place = self._starts[line] + offset.x - MARGIN
        touched = [s for s in self._over(place, place + 1) if s.start <= place < s.end]
        if touched:
            self.at = self._stretches.index(touched[-1])
            if event.chain > 1:
                self.action_choose()
