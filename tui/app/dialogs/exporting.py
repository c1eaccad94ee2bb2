"""Carrying out: what, in which form, and into which file."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.app.dialogs.facets import Options
from tui.app.styling import DIM, HEADING, LABEL, STRONG, WARN, column, cut, joined, spread, styled
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.line import Line
from tui.app.widgets.row_list import RowList
from tui.app.widgets.rows import Row
from tui.forms import FORMS, RECORDS, ExportForm

FORM = 12
"""Cells of the name of a form."""


class Wanted(NamedTuple):
    """What is to be carried out, in which form, and where to."""

    what: str
    form: ExportForm
    place: Path


class Exporting(ModalScreen[Wanted | None]):
    """What there is at the left, the forms that can hold it beside, and the file below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "apply", "Export", priority=True, tooltip="Write the file"),
        Binding("tab", "what(1)", "What", priority=True, tooltip="What to export"),
        Binding(
            "shift+tab", "what(-1)", "What", show=False, priority=True,
            tooltip="What to export",
        ),
        Binding("down", "move(1)", "Format", priority=True, tooltip="Next format"),
        Binding("up", "move(-1)", "Up", show=False, priority=True, tooltip="Previous format"),
        Binding("escape", "leave", "Cancel", priority=True, tooltip="Write nothing"),
    ]  # fmt: skip

    def __init__(self, choices: Mapping[str, tuple[str, int]], name: str) -> None:
        super().__init__()
        self._choices = choices
        """What there is to carry out, with what it is called and how many there are."""
        self._what = next(iter(choices))
        self._name = name
        self._typed = False

    def compose(self) -> ComposeResult:
        with Vertical(id="exporting"):
            title = Line()
            title.left = styled("Export", HEADING)
            yield title
            with Horizontal():
                yield Options(id="what", lesser=True)
                yield Options(id="forms")
            where = Line(id="where")
            where.left = joined(
                ("File", LABEL), ("" if self.app.is_web else f"in {Path.cwd()}", DIM), by="  "
            )
            yield where
            yield Input(id="place", compact=True)
            yield Line(id="note")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self._show()

    @property
    def _forms(self) -> list[ExportForm]:
        holds = self._what if self._what in ("notebook", "corrections") else RECORDS
        return [each for each in FORMS if holds in each.holds]

    @property
    def _form(self) -> ExportForm:
        target = self.query_one("#forms", Options).target
        return next((each for each in self._forms if each.name == target), self._forms[0])

    def _show(self) -> None:
        rows = [
            _row(what, told, f"{many:,}", bold=what == self._what)
            for what, (told, many) in self._choices.items()
        ]
        self.query_one("#what", Options).show(rows, at=self._what)
        forms = self.query_one("#forms", Options)
        forms.show([_form(each) for each in self._forms], at=forms.target)
        self._propose()

    def _propose(self) -> None:
        """Tell of the form, and propose a name that is free, until one is typed."""
        self.query_one("#note", Line).left = styled(self._form.told, DIM)
        if not self._typed:
            field = self.query_one(Input)
            stem = self._name if self._what == "listed" else self._what
            with self.prevent(Input.Changed):
                ending = self._form.extension
                name = Path(f"{stem}.{ending}" if ending else f"{stem}")
                field.value = str(name) if self.app.is_web else free(name)
            # Whoever types another name types over it.
            field.select_all()

    @on(Input.Changed)
    def keep_what_is_typed(self) -> None:
        self._typed = True
        self.query_one("#note", Line).left = styled("")

    @on(RowList.Highlighted)
    def stay(self, event: RowList.Highlighted) -> None:
        event.stop()

    def action_what(self, step: int) -> None:
        names = list(self._choices)
        self._what = names[(names.index(self._what) + step) % len(names)]
        self._show()

    def action_move(self, step: int) -> None:
        self.query_one("#forms", Options).action_move(step)
        self._propose()

    def action_apply(self) -> None:
        typed = self.query_one(Input).value.strip()
        # A page has downloads, and learns nothing of the files of the machine that serves it.
        place = Path(Path(typed).name if self.app.is_web else typed)
        with suppress(RuntimeError):  # of somebody who has no home here
            place = place.expanduser()
        if place.name and not place.suffix and (ending := self._form.extension):
            place = place.with_name(f"{place.name}.{ending}")
        why = "" if self.app.is_web and place.name else _wrong_with(place)
        if why:
            self.query_one("#note", Line).left = styled(why, WARN)
        else:
            self.dismiss(Wanted(self._what, self._form, place))

    def action_leave(self) -> None:
        self.dismiss(None)


def _wrong_with(place: Path) -> str:
    """Why no file can be written at a place; "" where nothing is known against it."""
    if not place.name:
        return "A file needs a name."
    try:
        if place.exists():
            return f"{place} exists already; name another"
        return "" if place.parent.is_dir() else f"There is no folder {place.parent}"
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", "") or "This cannot be the name of a file"


def free(path: Path) -> str:
    """The name, or the first like it that is free."""
    number, name = 1, path
    while name.exists():
        number += 1
        name = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return str(name)


def _row(target: str, left: str, right: str, *, bold: bool = False) -> Row:
    name, told = joined((left, STRONG if bold else "")), styled(right, DIM)
    return Row(lambda width: (spread(name, told, width),), target, 1)


def _form(form: ExportForm) -> Row:
    name, told = column(styled(form.name), FORM), styled(form.told, DIM)
    return Row(lambda width: (cut(joined(name, told), width),), form.name, 1)
