"""Looking for something without keeping the keyboard waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual.widget import Widget
from textual.worker import Worker, get_current_worker

from tui.app.error_boundary import PartFailed, tolerates_errors
from tui.corpus import Corpus
from tui.model import Record

if TYPE_CHECKING:
    from tui.app.widgets.search_box import Choice
    from tui.search import Answer

T = TypeVar("T")

RECORDS = 3_000
CHARACTERS = 500_000
"""A corpus of no more is searched at once: its index is made, and asked, in less time than
a thread would need to be noticed."""

FEW_RECORDS = 300
FEW_CHARACTERS = 30_000
"""The index of so few is made within a frame. Made before it is asked for, it would take a
megabyte of nearly fifty for nothing."""


SOON = 0.04
"""Seconds for which nothing is painted while an answer is on its way: most are there sooner,
and stand in one frame with the letter that asked for them."""


class SearchFound(NamedTuple):
    """What is listed, the answers it comes from, and how the query may go on."""

    records: Sequence[Record]
    answers: dict[str, Answer]
    choices: Sequence[Choice] = ()


def is_small(corpus: Corpus) -> bool:
    """Whether a corpus is searched between one frame and the next."""
    return _has_at_most(corpus.whole, RECORDS, CHARACTERS)


def wants_index(corpus: Corpus) -> bool:
    """Whether what is searched is made ready before anybody searches."""
    return not _has_at_most(corpus.whole, FEW_RECORDS, FEW_CHARACTERS)


def _has_at_most(whole: Corpus, records: int, characters: int) -> bool:
    kinds = (whole.quotes, whole.events, whole.figures, whole.actors, whole.articles)
    if sum(map(len, kinds)) > records:
        return False
    return sum(map(len, whole.texts.values())) <= characters


def needs_suggestions(answers: Mapping[str, Answer]) -> bool:
    """Whether nothing is found, and it is not known yet what to look for instead."""
    asked = answers.values()
    return not any(each.total for each in asked) and not all(each.thought for each in asked)


class HeldFrame:
    """What is held back a moment, so that all of it is painted at once."""

    def __init__(self, owner: Widget) -> None:
        self._owner = owner
        self._held = ExitStack()
        self._timer: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Paint nothing until the end, which comes soon, whatever else begins till then."""
        if self._timer is None:
            self._held.enter_context(self._owner.app.batch_update())
            self._timer = asyncio.get_running_loop().call_later(SOON, self.end)

    def end(self) -> None:
        """Paint what there is by now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._held.close()
            app = self._owner.app
            if app.screen_stack:
                # It heard of all that is to be painted while nothing was.
                app.screen.check_idle()


class SearchWorker:
    """One question at a time: a new one cancels the one before, whose answer never comes."""

    def __init__(self, owner: Widget) -> None:
        self._owner = owner
        self._asked = 0
        self._worker: Worker[None] | None = None
        self._frame = HeldFrame(owner)

    @property
    def looking(self) -> bool:
        """Whether an answer is still to come."""
        return self._worker is not None

    def look(self, corpus: Corpus, find: Callable[[], T], then: Callable[[T], None]) -> None:
        """Find something, and then do something with it: at once in a small corpus, in
        another one when a thread has found it."""
        self.cancel()
        if is_small(corpus):
            then(find())
            return
        self._frame.begin()
        self._worker = self._owner.run_worker(
            partial(self._find, self._asked, find, then), thread=True, group="search"
        )

    def advise(
        self, corpus: Corpus, answers: Mapping[str, Answer], then: Callable[[], None]
    ) -> None:
        """Work out what to look for instead of what finds nothing, which takes longer than to
        find nothing; unless something else is looked for already."""
        if self.looking:
            return

        def think() -> None:
            for each in answers.values():
                each.think()

        self.look(corpus, think, lambda _thought: then())

    def cancel(self) -> None:
        """Want no answer any more."""
        self._asked += 1
        if self._worker is not None:
            self._worker.cancel()
            self._worker = None

    def _find(self, number: int, find: Callable[[], T], then: Callable[[T], None]) -> None:
        worker = get_current_worker()
        # One that was overtaken while it waited for a thread need not begin.
        if worker.is_cancelled:
            return
        try:
            found = find()
        except Exception as error:  # noqa: BLE001 - told where it can be, or raised there
            self._owner.call_later(self._fail, error)
            return
        if not worker.is_cancelled:
            self._owner.call_later(self._arrive, number, found, then)

    def _fail(self, error: Exception) -> None:
        if not tolerates_errors(self._owner.app):
            raise error
        self._worker = None
        self._owner.call_after_refresh(self._frame.end)
        self._owner.app.post_message(PartFailed(error))

    def _arrive(self, number: int, found: T, then: Callable[[T], None]) -> None:
        if number == self._asked:
            self._worker = None
            then(found)
            # Not before all parts have told what of them is to be painted.
            self._owner.call_after_refresh(self._frame.end)
