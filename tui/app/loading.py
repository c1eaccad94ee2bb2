"""How articles are read beside the screen, and what whoever reads them tells it meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from tui.app.messages import PartLoaded, Progress

if TYPE_CHECKING:
    from textual.message import Message

    from tui.corpus import Corpus

T = TypeVar("T")


def beside(work: Callable[[], T]) -> Future[T]:
    """What is worked out in a thread of its own, for which nobody who leaves has to wait."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001 - whoever asks for the result is given it
            future.set_exception(error)

    Thread(target=run, name="reading", daemon=True).start()
    return future


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
