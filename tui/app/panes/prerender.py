"""Views that nobody has asked for yet: made, laid out and drawn between two keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from textual.screen import Screen

from tui.app.messages import MadeReady
from tui.app.panes.registry import PLACES
from tui.app.panes.view import View
from tui.app.type_ahead import OrderedInput
from tui.app.widgets.lines import Lines

BREATH = 0.004
"""Seconds between one view that is made, or part of it that is drawn, and the next, for
whatever is typed."""


class Prerenderer:
    """Makes a screen's views ready one after another, and goes on by itself."""

    def __init__(
        self, screen: Screen[None], made: Mapping[str, View], make: Callable[[str], View]
    ) -> None:
        self._screen = screen
        self._made = made
        """The views that there are by now."""
        self._make = make

    @property
    def _typing(self) -> bool:
        app = self._screen.app
        return isinstance(app, OrderedInput) and app.typing

    @property
    def _aside(self) -> list[View]:
        return [view for view in self._made.values() if view.aside]

    def go_on(self) -> None:
        """Make the next view, or draw all of them where they have been laid out."""
        if not self._typing:
            name = next((each for each in (*PLACES, "reader") if each not in self._made), None)
            if name is not None:
                view = self._make(name)
                if not view.is_attached:
                    # The explorer is being left.
                    return
                view.get_ready()
            elif not self._screen.is_current or all(view.outer_size for view in self._aside):
                # What stands under a dialog is not laid out, and not waited for.
                self._draw(part for view in self._aside for part in view.query(Lines))
                return
        self._soon(self.go_on)

    def _draw(self, parts: Iterator[Lines]) -> None:
        """Have drawn what of each view will be seen first, one part after another: whoever
        draws keeps it. Then the views are hidden, so that no layout of what is shown goes
        through them."""
        if not self._typing:
            part = next(parts, None)
            if part is None:
                for view in self._aside:
                    view.display = False
                    view.step_in()
                self._screen.app.post_message(MadeReady())
                return
            part.render_lines(part.outer_size.region)
        self._soon(partial(self._draw, parts))

    def _soon(self, do: Callable[[], None]) -> None:
        # A timer of Textual's that begins late, on a machine that is busy, never comes.
        asyncio.get_running_loop().call_later(BREATH, self._screen.call_later, do)
