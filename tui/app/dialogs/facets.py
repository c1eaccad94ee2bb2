"""Choosing values to filter a list by: every value with how many records it leaves."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.app.search_worker import SearchWorker
from tui.app.styling import DIM, HEADING, HIT, STRONG, column, cut, joined, spread, styled
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.line import Line
from tui.app.widgets.row_list import Listing, RowList
from tui.app.widgets.rows import GAP, Row, block
from tui.charts.bars import bar
from tui.corpus import Filter
from tui.search import Chosen, FacetChoices, Value, fits

LABELS = {
    "speaker": "Speaker",
    "party": "Party",
    "source": "Source",
    "date": "Month",
    "kind": "Kind",
    "topic": "Topic",
    "added": "Added",
}

BAR = 12
BARRED = 60
"""From so many cells a count is drawn beside its number."""


class Picked(NamedTuple):
    """What the reader has chosen, and the filters that it is."""

    chosen: Chosen
    filters: tuple[Filter, ...]


class Typed(Input):
    """A field for words without spaces: the space chooses."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return key != "space" and super().check_consume_key(key, character)


class Options(Listing, can_focus=False):
    """A list that is moved in while one types elsewhere. Beside another one it can be the
    ``lesser``: what is chosen in it stands, and the keys move in the other."""

    def __init__(self, *, id: str, lesser: bool = False) -> None:
        super().__init__(id=id)
        self._mark = "cursor-away" if lesser else "cursor"

    def _here(self, index: int) -> str:
        return self._mark if index == self.cursor else ""


class Facets(ModalScreen[Picked | None]):
    """The fields at the left, the values of one of them beside; typing narrows the values.

    Nothing changes outside until Enter; what is picked is given to whoever asked.
    """

    # What the field would take for itself is asked for before it.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose", priority=True, tooltip="Select or deselect"),
        Binding("right,tab", "field(1)", "Next field", priority=True, tooltip="Next field"),
        Binding(
            "left,shift+tab", "field(-1)", "Previous field", show=False, priority=True,
            tooltip="Previous field",
        ),
        Binding("enter", "apply", "Apply", priority=True, tooltip="Apply the filter"),
        Binding("ctrl+l", "clear", "Clear all", priority=True, tooltip="Deselect all"),
        Binding("escape", "leave", "Cancel", priority=True, tooltip="Cancel"),
        Binding("down", "move(1)", "Down", show=False, priority=True, tooltip="Next value"),
        Binding("up", "move(-1)", "Up", show=False, priority=True, tooltip="Previous value"),
        Binding("pagedown", "page(1)", "Page down", show=False, tooltip="Next page"),
        Binding("pageup", "page(-1)", "Page up", show=False, tooltip="Previous page"),
    ]  # fmt: skip

    def __init__(self, choices: FacetChoices, title: str, noun: str) -> None:
        super().__init__()
        self._choices = choices
        self._title = title
        self._noun = noun
        self._chosen: dict[str, tuple[str, ...]] = dict(choices.chosen)
        self._field = ""
        self._values: dict[str, list[Value]] = {}
        self._toggled = False
        self._counted = False
        self._applied = False
        self.finder = SearchWorker(self)

    def compose(self) -> ComposeResult:
        with Vertical(id="facets"):
            yield Line(id="title")
            yield Line(id="picked")
            yield Typed(placeholder="Type to find a value", compact=True)
            with Horizontal():
                yield Options(id="fields", lesser=True)
                yield Options(id="values")
        yield KeyBar()

    def on_mount(self) -> None:
        self._begin()

    def _begin(self) -> None:
        """Count what there is; of many records in a thread, while one may type already."""
        self._counted = False
        self.finder.look(self._choices.corpus, self._choices.count, self._begun)
        if not self._counted:
            self.query_one("#fields").display = False
            self.query_one("#title", Line).left = styled(self._title, HEADING)
            self.query_one("#picked", Line).left = self._said()
            values = self.query_one("#values", Options)
            values.show([GAP, block(styled(f"Counting the {self._noun}s …", DIM))])

    def _begun(self, _nothing: None) -> None:
        self._counted = True
        self._field = next(iter(self._choices.fields), "")
        self.query_one("#fields").display = bool(self._choices.fields)
        self._count()
        self.refresh_bindings()
        if self._applied:
            self.action_apply()

    # ------------------------------------------------------------------ what is shown

    @property
    def _typed(self) -> str:
        return self.query_one(Input).value

    def _count(self) -> None:
        """Count anew what each value leaves."""
        self._values.clear()
        title = self.query_one("#title", Line)
        total, of = self._choices.total(self._chosen), self._choices.of
        title.left = styled(self._title, HEADING)
        title.right = joined((f"{total:,} of {of:,} {self._noun}s", STRONG))
        self.query_one("#picked", Line).left = self._said()
        self._show(stay=True)

    def _said(self) -> Content:
        """All that narrows the list, in words."""
        whole = self._choices.corpus.whole
        query = self._choices.query
        parts = [query.text.strip() if query.parts else ""]
        parts += [each.describe(whole) for each in self._choices.filters(self._chosen)]
        if not any(parts):
            return styled("Nothing selected: all are shown", DIM)
        return joined(*((part, HIT) for part in parts), by=" · ")

    def _of(self, field: str) -> list[Value]:
        """The values of a field that the typed words leave."""
        if field not in self._values:
            self._values[field] = self._choices.values(field, self._chosen)
        return [value for value in self._values[field] if fits(value.shown, self._typed)]

    def _show(self, *, stay: bool) -> None:
        """Show the values of the field of the moment; ``stay`` keeps the cursor."""
        found = self._of(self._field) if self._field else []
        if not found:
            # Where only another field has what is typed, that is the one that is meant.
            other = next((each for each in self._choices.fields if self._of(each)), "")
            self._field, found = other or self._field, self._of(other) if other else []
        values = self.query_one("#values", Options)
        at = values.target if stay else None
        most = max((value.total for value in found), default=0)
        rows = [self._row(value, most) for value in found]
        values.show(rows or self._nothing(), at=at, scroll=values.scroll_offset.y if stay else 0)
        fields = self.query_one("#fields", Options)
        fields.show([self._label(each) for each in self._choices.fields], at=self._field)

    def _nothing(self) -> list[Row]:
        if not self._choices.fields:
            said = styled(f"Nothing to filter by: all {self._noun}s share the same values.", DIM)
            return [GAP, block(said)]
        return [GAP, block(joined("No value begins with ", (self._typed, STRONG), "."))]

    def _label(self, field: str) -> Row:
        chosen = self._chosen.get(field, ())
        number = styled(f"{len(chosen)} ✓" if chosen else f"{len(self._of(field)):,}", DIM)
        label = styled(LABELS[field], STRONG if chosen else "" if self._of(field) else DIM)
        return Row(lambda width: (spread(label, number, width),), field, 1)

    def _row(self, value: Value, most: int) -> Row:
        chosen = value.key in self._chosen.get(self._field, ())
        role = STRONG if chosen else "" if value.total else DIM

        def draw(width: int) -> tuple[Content]:
            share = value.total / most if most else 0.0
            drawn = joined(" ", *bar(share, BAR)) if width >= BARRED else styled("")
            number = column(styled(f"{value.total:,}", role), 6, right=True)
            room = width - number.cell_length - drawn.cell_length
            name = joined(("[✓] " if chosen else "[ ] ", role), (value.shown, role))
            return (joined(column(cut(name, room), room), number, drawn),)

        return Row(draw, value.key, 1)

    # ---------------------------------------------------------------------- what one asks

    @on(Input.Changed)
    def narrow(self) -> None:
        """Show the values that the typed words leave."""
        if self._counted:
            self._show(stay=False)

    @on(RowList.Highlighted, "#fields")
    def show_field(self, event: RowList.Highlighted) -> None:
        """Show the values of a field that was clicked."""
        event.stop()
        if event.target != self._field:
            self._field = str(event.target)
            self._show(stay=False)

    def action_field(self, step: int) -> None:
        fields = self._choices.fields if self._counted else ()
        if fields:
            self._field = fields[(fields.index(self._field) + step) % len(fields)]
            # What was typed was meant for the field before.
            self.query_one(Input).value = ""
            self._show(stay=False)

    def action_move(self, step: int) -> None:
        self.query_one("#values", Options).action_move(step)

    def action_page(self, step: int) -> None:
        self.query_one("#values", Options).action_page(step)

    def action_choose(self) -> None:
        target = self.query_one("#values", Options).target
        if target is None:
            return
        value, chosen = str(target), self._chosen.get(self._field, ())
        left = tuple(each for each in chosen if each != value)
        self._chosen[self._field] = left if value in chosen else (*chosen, value)
        self._toggled = True
        # The next letter begins another word; until then the list stays.
        self.query_one(Input).select_all()
        self._count()

    @on(RowList.Chosen, "#values")
    def take(self, event: RowList.Chosen) -> None:
        """A double click on a value chooses it."""
        event.stop()
        self.action_choose()

    def action_clear(self) -> None:
        self._choices = self._choices.unfiltered()
        self._chosen.clear()
        self._toggled = True
        self.query_one(Input).value = ""
        self._begin()

    def action_apply(self) -> None:
        if not self._counted:
            # What is meant is known when it is counted.
            self._applied = True
            return
        # Who types a name and presses Enter means that name.
        if self._typed and not self._toggled:
            self.action_choose()
        chosen = {field: values for field, values in self._chosen.items() if values}
        self.dismiss(Picked(chosen, self._choices.filters(chosen)))

    def action_leave(self) -> None:
        self.finder.cancel()
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "field":
            return self._counted and len(self._choices.fields) > 1
        return True
