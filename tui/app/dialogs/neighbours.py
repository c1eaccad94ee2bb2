"""One actor among its neighbours: who is named with whom, to walk through by key."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var
from textual.screen import ModalScreen
from textual.strip import Strip

from tui.app.keys import hidden, key
from tui.app.styling import DIM, EMPTY, STRONG, joined, styled
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.line import Line
from tui.app.widgets.lines import Drawing
from tui.charts.actors import NEIGHBOURS, EgoLine, ego_lines, ego_words
from tui.charts.cooccurrence import Companion, cooccurrence_of
from tui.corpus import Corpus

CHOOSING = Binding.Group("Choose")

MOST_STEP = 4
"""Lines from one tie to the next, at most."""


class Ego(Drawing, can_focus=True):
    """The drawing: an actor in the middle, a dozen neighbours around, one of them chosen."""

    chosen: var[int] = var(0, init=False)

    class Moved(Message):
        """Another neighbour is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.corpus = Corpus()
        self.actor = ""
        self.neighbours: tuple[Companion, ...] = ()

    def show(self, corpus: Corpus, actor: str, at: str = "") -> None:
        """Draw an actor, and choose the neighbour ``at`` where it is one."""
        self.corpus, self.actor = corpus, actor
        self.neighbours = cooccurrence_of(corpus).of(actor, NEIGHBOURS)
        ids = [each.actor for each in self.neighbours]
        self.set_reactive(Ego.chosen, ids.index(at) if at in ids else 0)
        self.refresh()

    @property
    def other(self) -> str:
        """The neighbour that is chosen; "" where there is none."""
        found = self.neighbours[self.chosen : self.chosen + 1]
        return found[0].actor if found else ""

    def watch_chosen(self) -> None:
        self.post_message(self.Moved())
        self.refresh()

    def move(self, rows: int, columns: int) -> None:
        """Choose another neighbour, where there is one."""
        row, column = divmod(self.chosen, 2)
        place = (row + rows) * 2 + min(1, max(0, column + columns))
        if place == len(self.neighbours) and rows > 0:
            place -= 1  # the last line has nobody at its right
        if 0 <= place < len(self.neighbours):
            self.chosen = place

    def render_line(self, y: int) -> Strip:
        base, width = self.visual_style, self.size.width
        line = self._line(y)
        if line is None:
            return Strip.blank(width, base.rich_style)
        return self.drawn(joined(*line.runs), width, base)

    def _line(self, y: int) -> EgoLine | None:
        """What is drawn at a height; None where nothing is."""
        company = cooccurrence_of(self.corpus)
        lines = ego_lines(
            self.corpus, company, self.actor, self.neighbours, self.size.width, self.chosen
        )
        # Lines of space between two ties, where there is room.
        step = max(1, min(MOST_STEP, self.size.height // max(1, len(lines))))
        top = max(0, (self.size.height - (len(lines) - 1) * step - 1) // 2)
        row, between = divmod(y - top, step)
        if not 0 <= row < len(lines):
            return None
        return lines[row].below if between else lines[row]

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = self._line(offset.y)
        if line is not None:
            place = line.right if offset.x > self.size.width // 2 else line.left
            if place >= 0:
                self.chosen = place


class Neighbours(ModalScreen[str]):
    """Walk from actor to actor; what is given back is the one that stands in the middle."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "neighbour-middle",
            "enter",
            "center",
            "To the middle",
            "Put this neighbour in the middle",
        ),
        key(
            "neighbour-back",
            "backspace",
            "before",
            "Back",
            "Go back to the previous actor",
        ),
        key(
            "neighbours-close",
            "escape,e,q",
            "leave",
            "Close",
            "Close and show this actor",
        ),
        key("up", "up,k", "move(-1, 0)", "Up", "Neighbour above", group=CHOOSING),
        key("down", "down,j", "move(1, 0)", "Down", "Neighbour below", group=CHOOSING),
        hidden("left", "left,h", "move(0, -1)", "Left", "Left side"),
        hidden("right", "right,l", "move(0, 1)", "Right", "Right side"),
    ]

    def __init__(self, corpus: Corpus, actor: str) -> None:
        super().__init__()
        self._corpus = corpus
        self._walked = [actor]
        self.ego = Ego()
        self.told = Line(classes="told")
        self.others = Line(classes="told")
        self.head = Line(classes="head")
        self.signs = Line(classes="head")

    def compose(self) -> ComposeResult:
        with Vertical(id="neighbours"):
            yield self.head
            yield self.signs
            yield self.ego
            yield self.told
            yield self.others
        yield KeyBar()

    def on_mount(self) -> None:
        self._show()
        self.ego.focus()

    def _show(self, at: str = "") -> None:
        self.ego.show(self._corpus, self._walked[-1], at)
        self.head.left = joined(
            ("Mentioned with ", DIM),
            (self._corpus.name(self._walked[-1]), STRONG),
        )
        self._tell()

    @on(Ego.Moved)
    def _tell(self) -> None:
        if not self.ego.other:
            self.told.left = styled("No paragraph mentions anybody else with this actor.", DIM)
            self.others.left = EMPTY
            return
        chosen = self._corpus.name(self.ego.other)
        self.signs.left = styled(f"━ often  ─ less  ┄ once   + also with {chosen}", DIM)
        company = cooccurrence_of(self._corpus)
        tie, others = ego_words(self._corpus, company, self.ego.actor, self.ego.other)
        self.told.left, self.others.left = styled(tie), styled(others, DIM)

    def action_move(self, rows: int, columns: int) -> None:
        self.ego.move(rows, columns)

    def action_center(self) -> None:
        if self.ego.other:
            before = self.ego.actor
            self._walked.append(self.ego.other)
            self._show(before)
            self.refresh_bindings()

    def action_before(self) -> None:
        if len(self._walked) > 1:
            left = self._walked.pop()
            self._show(left)
            self.refresh_bindings()

    def action_leave(self) -> None:
        self.dismiss(self._walked[-1])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "before":
            return len(self._walked) > 1
        return True
