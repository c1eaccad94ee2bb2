"""How the explorer looks: what is set, and what was chosen on the screen, in a file of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tui.files import Refused, read_regular, write_file

LARGEST = 10_000
"""Bytes; the name of a theme and of an order for each tab have a few hundred."""


class SetKey(NamedTuple):
    """A key that is set: its id, the keys as they are written, with commas between, and the
    file and line that say so. The screen, whose keys they are, knows whether there is such an
    id."""

    id: str
    keys: str
    where: str


class Appearance:
    """The theme that was chosen last, and how the list of each tab was sorted. They stand beside
    the notebook, in which they would be more to carry from machine to machine."""

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
        chosen = self._chosen().get("theme")
        return chosen if chosen and isinstance(chosen, str) else self._default

    def sorts(self) -> dict[str, str]:
        """How the lists are sorted that somebody has sorted, by their tabs."""
        sorts = self._chosen().get("sorts")
        return dict(sorts) if isinstance(sorts, dict) else {}

    def choose(self, theme: str) -> None:
        """Keep a theme, where there is a place for it; OSError where that cannot be done."""
        self._keep({"theme": theme})

    def sort(self, tab: str, order: str) -> None:
        """Keep how a tab's list is sorted, where there is a place for it; OSError as above."""
        self._keep({"sorts": {**self.sorts(), tab: order}})

    def _chosen(self) -> dict[str, Any]:
        """What is kept; nothing where there is no file or it is damaged."""
        if self.place is None:
            return {}
        try:
            kept = json.loads(read_regular(self.place, LARGEST))
        except (OSError, Refused, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _keep(self, chosen: Mapping[str, Any]) -> None:
        if self.place is None:
            return
        self.place.parent.mkdir(parents=True, exist_ok=True)
        kept = json.dumps({**self._chosen(), **chosen}, ensure_ascii=False, indent=1)
        write_file(self.place, f"{kept}\n".encode())
