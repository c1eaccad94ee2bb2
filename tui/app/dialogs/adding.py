"""The path of what is to be added."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input

from tui.app.styling import DIM, HEADING, WARN, styled
from tui.app.widgets.line import Line
from tui.terminal_text import sanitized


class Adding(ModalScreen[list[str]]):
    """Asks for the paths of files, folders or archives: typed with completion, pasted, or
    dropped onto the terminal. It is left with them, or with none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss([])", "Close", tooltip="Cancel"),
        Binding("tab", "complete", "Complete", priority=True, tooltip="Accept the suggested path"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._note = Line()
        self.say_where_to()

    def compose(self) -> ComposeResult:
        with Vertical(id="naming"):
            title = Line()
            title.left = styled("Add articles", HEADING)
            title.right = styled("Enter add · Tab complete · Esc cancel", DIM)
            yield title
            yield Input(
                placeholder="A file, a folder or an archive",
                compact=True,
                suggester=Paths(use_cache=False, case_sensitive=True),
            )
            yield self._note

    def action_complete(self) -> None:
        """Take what is suggested."""
        field = self.query_one(Input)
        field.cursor_position = len(field.value)
        field.action_cursor_right()

    @on(Input.Changed)
    def say_where_to(self) -> None:
        """Say where what is added goes."""
        self._note.left = styled("Copied into your own articles, beside these", DIM)

    @on(Input.Submitted)
    def leave(self, event: Input.Submitted) -> None:
        """Leave with the paths."""
        paths = paths_in(event.value)
        missing = [each for each in paths if not _there(each)]
        if missing:
            # Nobody types a path twice for one wrong letter.
            self._note.left = styled(f"No such file or folder: {missing[0]}", WARN)
        elif paths:
            self.dismiss(paths)


class Paths(Suggester):
    """Completes the path of a file or a folder."""

    async def get_suggestion(self, value: str) -> str | None:
        return completed(value)


def completed(typed: str) -> str | None:
    """The first path that begins as what is typed, a folder's with a slash at its end."""
    folder, begun = os.path.split(typed)
    if not typed.strip() or typed.endswith("~"):
        return None
    try:
        names = sorted(os.listdir(os.path.expanduser(folder) or "."))  # noqa: PTH208, PTH111
    except (OSError, ValueError):
        return None
    for name in names:
        hidden = name.startswith(".") and not begun.startswith(".")
        # A name that would act on the terminal is to be typed by hand.
        if name.startswith(begun) and not hidden and name != begun and sanitized(name) == name:
            path = os.path.join(folder, name)  # noqa: PTH118 - as it is typed
            return f"{path}/" if os.path.isdir(os.path.expanduser(path)) else path  # noqa: PTH111, PTH112
    return None


def paths_in(typed: str) -> list[str]:
    """The paths in what is typed, pasted or dropped: one as it stands, or several, quoted as
    terminals quote them."""
    typed = typed.strip()
    if not typed or _there(typed):
        return [str(Path(typed).expanduser())] if typed else []
    try:
        found = shlex.split(typed)
    except ValueError:
        found = [typed]
    return [_path(each) for each in found]


def _there(path: str) -> bool:
    try:
        return Path(path).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False


def _path(written: str) -> str:
    if written.startswith("file://"):
        return unquote(urlsplit(written).path)
    try:
        return str(Path(written).expanduser()) if written.startswith("~") else written
    except RuntimeError:
        return written
