"""How the explorer looks: what is set, and the theme that was chosen last, in a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tui.files import Refused, read_regular, write_file

LARGEST = 200
"""Bytes; the name of a theme has fewer."""


class SetKey(NamedTuple):
    """A key that is set: its id, the keys as they are written, with commas between, and the
    file and line that say so. The screen, whose keys they are, knows whether there is such an
    id."""

    id: str
    keys: str
    where: str


class Appearance:
    """The name of the theme that was chosen last. It stands beside the notebook, in which
    it would be one more thing to carry from machine to machine."""

    def __init__(
        self,
        place: Path | None,
        default: str = "",
        list_width: int = 0,
        keys: tuple[SetKey, ...] = (),
        *,
        announces: bool = False,
    ) -> None:
        self.place = place
        self._default = default
        """The theme that is set where none was chosen."""
        self.list_width = list_width
        """Per cent of the width that a list has beside its detail; 0 where nobody sets it."""
        self.keys = keys
        self.announces = announces
        """Whether the chosen row is said in the last line."""

    def theme(self) -> str:
        """The theme that was chosen, else the one that is set; "" where none is."""
        if self.place is None:
            return self._default
        try:
            chosen = read_regular(self.place, LARGEST).decode("utf-8").strip()
        except (OSError, Refused, UnicodeDecodeError):
            chosen = ""
        return chosen or self._default

    def choose(self, theme: str) -> None:
        """Keep a theme, where there is a place for it; OSError where that cannot be done."""
        if self.place is None:
            return
        self.place.parent.mkdir(parents=True, exist_ok=True)
        write_file(self.place, f"{theme}\n".encode())
