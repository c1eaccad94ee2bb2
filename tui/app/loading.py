"""What whoever reads the articles tells the screen meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.app.messages import PartLoaded, Progress

if TYPE_CHECKING:
    from textual.message import Message

    from tui.corpus import Corpus


class Loading:
    """Is told how far the reading is, and given what is read so far; by any thread."""

    def __init__(self, post: Callable[[Message], object]) -> None:
        self._post = post

    def __call__(self, line: str, share: float = 0.0) -> None:
        """Show how far it is: in words, and as a share of its time from 0 to 1, where known."""
        self._post(Progress(line, share))

    def show(self, corpus: Corpus) -> None:
        """Show a part of the corpus in place of the part before, until all of it is there."""
        self._post(PartLoaded(corpus))


Load = Callable[[Loading], "Corpus"]
"""Gives the corpus, however long that takes."""
