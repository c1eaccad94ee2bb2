"""Saying what a record should say instead: a field, a value, and a reason if there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.annotated import FIELDS, CannotCorrect, Field, in_words, says, understood, values_for
from tui.annotated.fields import NAMELESS
from tui.app.dialogs.facets import Options
from tui.app.styling import DIM, HEADING, STRONG, WARN, cut, spread, styled
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.line import Line
from tui.app.widgets.row_list import RowList
from tui.app.widgets.rows import Row
from tui.corpus import Corpus
from tui.model import Record
from tui.records import name_of
from tui.search import fits

MOST = 200
"""Values that are offered at once."""


class FieldCorrection(NamedTuple):
    """What a record should say in a field, and why."""

    field: str
    value: str
    was: str
    why: str


class Correcting(ModalScreen[FieldCorrection | None]):
    """The fields at the left, what may stand in one of them beside; typing finds a value."""

    # What the field would take for itself is asked for before it.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "apply", "Save", priority=True, tooltip="Save the correction"),
        Binding("tab", "field(1)", "Next field", priority=True, tooltip="Next field"),
        Binding(
            "shift+tab", "field(-1)", "Previous field", show=False, priority=True,
            tooltip="Previous field",
        ),
        Binding("ctrl+r", "why", "Reason", priority=True, tooltip="Give a reason, and back"),
        Binding("escape", "leave", "Cancel", priority=True, tooltip="Cancel"),
        Binding("down", "move(1)", "Down", show=False, priority=True, tooltip="Next value"),
        Binding("up", "move(-1)", "Up", show=False, priority=True, tooltip="Previous value"),
    ]  # fmt: skip

    def __init__(self, corpus: Corpus, record: Record) -> None:
        super().__init__()
        self._corpus = corpus.whole
        self._record = record
        self._fields = FIELDS[record.kind]
        self._at = 0
        self._moved = False
        self._warned = False
        """Whether it was said that a value is not saved, which the next step drops."""
        self._note = Line(id="note")

    def compose(self) -> ComposeResult:
        with Vertical(id="correcting"):
            title = Line()
            title.left = styled(f"Correct this {self._record.kind}", HEADING)
            yield title
            about = Line()
            about.left = styled(name_of(self._record), STRONG)
            yield about
            yield Input(id="value", compact=True)
            with Horizontal():
                yield Options(id="fields", lesser=True)
                yield Options(id="values")
            yield Input(id="why", placeholder="Why (Ctrl+R)", compact=True)
            yield self._note
        yield KeyBar()

    def on_mount(self) -> None:
        self._value.focus()
        self._begin()

    @property
    def _value(self) -> Input:
        return self.query_one("#value", Input)

    @property
    def _field(self) -> Field:
        return self._fields[self._at]

    @property
    def _choices(self) -> Sequence[str]:
        """The values that the field can have, where they are few."""
        return values_for(self._corpus, self._record, self._field)

    def _begin(self) -> None:
        """Ask for the field of the moment."""
        field = self._field
        now = says(self._corpus, self._record, field)
        listed = bool(field.names or self._choices)
        self._moved = self._warned = False
        with self.prevent(Input.Changed):
            self._value.value = "" if listed else now
        # Whoever types another value types over it.
        self._value.select_all()
        self._value.placeholder = "Type to find one" if listed else "What it should say"
        self.query_one("#fields", Options).show(
            [self._label(number) for number in range(len(self._fields))], at=self._at
        )
        self._offer()

    def _label(self, number: int) -> Row:
        field = self._fields[number]
        now = in_words(self._corpus, field, says(self._corpus, self._record, field))
        role = STRONG if number == self._at else ""
        name, value = styled(field.name, role), styled(now, DIM)

        def draw(width: int) -> tuple[Content]:
            return (spread(name, cut(value, width - max(8, name.cell_length + 1)), width),)

        return Row(draw, number, 1)

    def _offer(self) -> None:
        """List the values that what is typed may mean."""
        field, typed = self._field, self._value.value
        if field.names:
            there = [(each.id, name_of(each)) for each in self._corpus.of(field.names)]
            there.sort(key=lambda each: each[1].casefold())
        else:
            there = [(each, each) for each in self._choices]
        found = [each for each in there if fits(each[1], typed)][:MOST]
        now = "" if typed else says(self._corpus, self._record, field)
        if now and field.of in NAMELESS:
            found = [("", "nobody" if field.names == "actor" else "nothing"), *found]
        rows = [Row(_drawn(shown), key, 1) for key, shown in found if key != self._record.id]
        self.query_one("#values", Options).show(rows, at=now.partition(", ")[0] or None)
        self._note.left = styled(field.told, DIM)

    # ---------------------------------------------------------------------- what one asks

    @on(Input.Changed, "#value")
    def narrow(self) -> None:
        self._warned = False
        self._offer()

    @on(RowList.Highlighted)
    def stay(self, event: RowList.Highlighted) -> None:
        event.stop()

    def action_field(self, step: int) -> None:
        if self._unsaved and not self._warned:
            self._warned = True
            told = f"{self._field.name} is not saved: Enter saves it, Tab again drops it"
            self._note.left = styled(told, WARN)
            return
        self._at = (self._at + step) % len(self._fields)
        self._value.focus()
        self._begin()

    @property
    def _unsaved(self) -> bool:
        """Whether a value is typed or chosen that is not what the field says."""
        if self._field.names or self._choices:
            return self._moved or bool(self._value.value)
        return self._value.value != says(self._corpus, self._record, self._field)

    def action_move(self, step: int) -> None:
        self._moved = True
        self._warned = self._warned and not (self._field.names or self._choices)
        self.query_one("#values", Options).action_move(step)

    def action_why(self) -> None:
        why = self.query_one("#why", Input)
        (self._value if why.has_focus else why).focus()

    def action_apply(self) -> None:
        """Leave with what is chosen or typed, where it can be understood."""
        field, typed = self._field, self._value.value
        target = self.query_one("#values", Options).target
        if field.names and not (typed or self._moved):
            self._note.left = styled("Type a name, or choose one with ↓ and ↑", WARN)
            return
        if target is not None and (typed or self._moved or self._choices):
            typed = str(target)
        try:
            value = understood(self._corpus, self._record, field, typed)
        except CannotCorrect as reason:
            self._note.left = styled(str(reason), WARN)
            return
        was = says(self._corpus, self._record, field)
        if value == was:
            self._note.left = styled("It says so already", WARN)
            return
        self.dismiss(
            FieldCorrection(field.name, value, was, self.query_one("#why", Input).value.strip())
        )

    def action_leave(self) -> None:
        self.dismiss(None)


def _drawn(shown: str) -> Callable[[int], Sequence[Content]]:
    return lambda width: (cut(styled(shown), width),)
