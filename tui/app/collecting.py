"""A screen that adds articles to those that it shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on

from tui.app.loading import Loading
from tui.app.messages import ArticlesAdded
from tui.app.noting import Noting
from tui.app.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from tui.app.widgets.reading_bar import ReadingBar
    from tui.collecting import Collected
    from tui.corpus import Corpus
    from tui.model import Article

Collect = Callable[[Sequence[str], Loading], "Collected"]
"""Is given the paths of files and somebody to tell how far it is; adds them, and reads again
all that is shown."""


class Collecting(Noting):
    """Asks what to add, has it added in a thread, and shows it."""

    collect: Collect | None = None

    adding: ReadingBar | None = None
    """How far the adding is, while something is added."""

    def action_add(self) -> None:
        """Ask for the paths of files to add."""
        if self.adding is not None:
            self.say("Something is being added: wait until it is there")
            return
        from tui.app.dialogs.adding import Adding

        self.app.push_screen(Adding(), self._add)

    def _add(self, paths: list[str] | None) -> None:
        collect = self.collect
        if not paths or collect is None:
            return
        from tui.app.widgets.reading_bar import ReadingBar

        self.adding = ReadingBar()
        self.adding.line = "Adding … the explorer can be used meanwhile"
        self.mount(self.adding, before=self.query_one(KeyBar))

        def work() -> None:
            try:
                collected = collect(paths, Loading(self.post_message))
            except Exception as error:  # noqa: BLE001 - whatever it is, the reader is told
                problems = map(str, getattr(error, "problems", ()))
                lines = (str(error) or type(error).__name__, *problems)
                self.post_message(ArticlesAdded(None, lines))
            else:
                self.post_message(ArticlesAdded(collected.corpus, collected.lines))

        self.run_worker(work, thread=True, group="add", exit_on_error=False)

    @on(ArticlesAdded)
    def show_added(self, message: ArticlesAdded) -> None:
        """Show what is new, or say why nothing is."""
        if self.adding is not None:
            self.adding.remove()
            self.adding = None
        if message.corpus is None:
            self.say("\n".join(message.lines[:MOST_LINES]), "warning", seconds=12)
            return
        before = {each.sha256 for each in self.all_articles()}
        new = [each for each in message.corpus.articles if each.sha256 not in before]
        self.show_anew(message.corpus, new)
        self.say("\n".join(message.lines[:MOST_LINES]), seconds=6)

    def all_articles(self) -> Sequence[Article]:
        """The articles that there are, whatever is filtered."""
        raise NotImplementedError

    def show_anew(self, corpus: Corpus, new: Sequence[Article]) -> None:
        """Show another corpus, at the first of the articles that are new in it."""
        raise NotImplementedError


MOST_LINES = 6
"""Lines of a notice."""
