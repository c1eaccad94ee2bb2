"""A screen that filters what it shows, and brings back what was cleared."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual import on

from tui.annotation import Annotation, Step
from tui.app.keys import told_keys
from tui.app.messages import ChooseFilter, Cleared, Narrow, Refine, SearchTab, Widen
from tui.app.visiting import Visiting
from tui.corpus import Corpus, Filter
from tui.notes import Keeper


class Lost(NamedTuple):
    """What was cleared last: the filters that there were, or a tab and what was looked for in
    it."""

    filters: tuple[Filter, ...] = ()
    tab: str = ""
    text: str = ""

    def is_from(self, view: str) -> bool:
        """Whether it is brought back in a view: a search only where it was cleared."""
        return self.tab in ("", view)


class Filtering(Visiting):
    """Changes the filters when a part of the explorer asks for it. What is cleared can be
    brought back until something else is changed."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._lost: Lost | None = None

    @on(Narrow)
    def narrow(self, message: Narrow) -> None:
        """Show only what a filter keeps, and say where: some tabs list all the same."""
        self.corpus = self.corpus.narrowed(message.to)
        self._lost = None
        told = message.to.describe(self.corpus.whole)
        self.say(f"Only {told}: in Timeline, Results, Quotes and Disagreements")

    @on(Widen)
    def widen(self, message: Widen) -> None:
        self._clear_to(self.corpus.widened(message.by))

    @on(Refine)
    def refine(self, message: Refine) -> None:
        self._clear_to(self.corpus.refined(message.kind, message.by))

    @on(Cleared)
    def note_search(self, message: Cleared) -> None:
        self._lose(Lost((), message.tab, message.text), message.text.strip())

    def _clear_to(self, corpus: Corpus) -> None:
        before = self.corpus
        self.corpus = corpus
        gone = [each for each in before.filters if each not in corpus.filters]
        if gone:
            told = " · ".join(each.describe(before.whole) for each in gone)
            self._lose(Lost(before.filters), told)

    def _lose(self, lost: Lost, told: str) -> None:
        self._lost = lost
        self.say(told_keys(self, f"Cleared: {_literal(told)} ({{undo}} brings it back)"), seconds=5)
        self.refresh_bindings()

    @on(ChooseFilter)
    def sift(self, message: ChooseFilter) -> None:
        from tui.app.dialogs.facets import Facets, Picked
        from tui.search import FacetChoices

        def refine(picked: Picked | None) -> None:
            if picked is not None:
                self._clear_to(self.corpus.refined(message.kind, picked.filters))

        choices = FacetChoices(self.corpus, message.kind, message.query)
        self.app.push_screen(Facets(choices, f"Filter {message.kind}s", message.kind), refine)

    def step(self, how: Callable[[tuple[Annotation, ...]], Step | None]) -> None:
        self._lost = None
        super().step(how)

    def action_undo(self) -> None:
        """Bring back what was cleared, else undo what was last added or changed."""
        lost = self._lost
        if lost is None or not lost.is_from(self.view):
            super().action_undo()
            return
        self._lost = None
        if lost.tab:
            self.post_message(SearchTab(lost.text, lost.tab))
            self.say(f"Searched again: {lost.text}")
        else:
            self.corpus = self.corpus.filtered(lost.filters)
            told = " · ".join(each.describe(self.corpus.whole) for each in lost.filters)
            self.say(f"Filtered again: {told}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "undo" and self._lost is not None and self._lost.is_from(self.view):
            return True
        return super().check_action(action, parameters)


def _literal(text: str) -> str:
    """A text of the reader or a source in which braces stand for themselves."""
    return text.replace("{", "{{").replace("}", "}}")
