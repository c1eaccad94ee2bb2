"""How the explorer looked when it was left: the theme, in a file of its own."""

from __future__ import annotations

from pathlib import Path

from tui.files import Refused, read_regular, write_file

LARGEST = 200
"""Bytes; the name of a theme has fewer."""


class Appearance:
    """The name of the theme that was chosen last. It stands beside the notebook, in which
    it would be one more thing to carry from machine to machine."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def theme(self) -> str:
        """The theme that was chosen; "" where none was, or where it cannot be read."""
        try:
            return read_regular(self.place, LARGEST).decode("utf-8").strip()
        except (OSError, Refused, UnicodeDecodeError):
            return ""

    def choose(self, theme: str) -> None:
        """Keep a theme; OSError where that cannot be done."""
        self.place.parent.mkdir(parents=True, exist_ok=True)
        write_file(self.place, f"{theme}\n".encode())
