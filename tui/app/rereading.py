"""A screen that is told when the files of its articles change, and reads them again."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol, TypeVar

from textual.binding import BindingType

from tui.app.history import Location
from tui.app.keys import key, told_keys
from tui.app.loading import beside
from tui.app.styling import counted
from tui.app.visiting import Visiting

if TYPE_CHECKING:
    from tui.corpus import Corpus
    from tui.model import Article
    from tui.notes import Keeper

T = TypeVar("T")

PAUSE = 5.0
"""Seconds between one look at the files and the next."""

SPARING = 50
"""A pause lasts so many times as long as the look before it: looking takes a fiftieth of the
time at most, however many files there are."""

MOST_NAMED = 3
"""Files that a notice names."""


class ArticleChange(NamedTuple):
    """What has become of an article: its id now, and whether its text is the same."""

    id: str
    same: bool


class ArticleFiles(Protocol):
    """The files that a corpus was read from. Both are called in threads."""

    def changes(self) -> Sequence[str]:
        """What has changed in them since they were read, a line for each file."""

    def read(self) -> Corpus:
        """The corpus as they are now; an exception says why there is none."""


class Rereading(Visiting):
    """Looks at the files now and then, and when the terminal is come back to; tells what has
    changed, and reads them again when that is asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("reload", "R", "reload", "Reload", "Read the articles again after their files changed"),
    ]

    files: ArticleFiles | None = None

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._changes: tuple[str, ...] = ()
        self._rereading = False
        self._look_now = asyncio.Event()

    def begin_watching(self) -> None:
        """Look at the files from now on."""
        if self.files is not None:
            self.watch(self.app, "app_focus", self._look_now.set, init=False)
            self.run_worker(self._watch(self.files), group="watch", exit_on_error=False)

    async def _watch(self, files: ArticleFiles) -> None:
        while True:
            begun = monotonic()
            await self._look(files)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._look_now.wait(), pause_after(monotonic() - begun))
            self._look_now.clear()

    async def _look(self, files: ArticleFiles) -> None:
        changes = tuple(await _outcome(files.changes))
        if changes == self._changes or self._rereading:
            return
        self._changes = changes
        self.refresh_bindings()
        if changes:
            more = len(changes) - MOST_NAMED
            named = [*changes[:MOST_NAMED], *([f"and {more:,} more"] if more > 0 else [])]
            reads = told_keys(self, "{reload} reads the articles again.")
            self.say(f"{'; '.join(named)}. {reads}", "warning", seconds=12)

    def forget_changes(self) -> None:
        """All has been read as it is now."""
        self._changes = ()

    def action_reload(self) -> None:
        if self.files is not None:
            self._rereading = True
            self.refresh_bindings()
            self.say("Reading the articles again … the explorer can be used meanwhile")
            self.run_worker(self._reload(self.files), group="reload")

    async def _reload(self, files: ArticleFiles) -> None:
        try:
            corpus = await _outcome(files.read)
        except Exception as error:  # noqa: BLE001 - whatever it is, the reader is told
            problems = map(str, getattr(error, "problems", ()))
            lines = (str(error) or type(error).__name__, *problems)
            self.say(f"Not read again: {'; '.join(lines[:MOST_NAMED])}", "warning", seconds=12)
        else:
            self.forget_changes()
            self._show_again(corpus)
        finally:
            self._rereading = False
            self.refresh_bindings()

    def _show_again(self, corpus: Corpus) -> None:
        """Show what was read, at the place of the moment where that is still there."""
        before, lost = self.corpus.whole.articles, self._orphans
        self.places.leave(here := self._as_it_is())
        self.begin_with(corpus, self.notes.annotations)
        became = _became(before, self.corpus.whole.articles)
        self.places.visited = [self._still_there(each, became) for each in self.places.visited]
        if here.view == "reader" and (place := self.places.here):
            self._show(place)
        self.prepare()
        told = f"Read again: {counted(len(self.corpus.whole.articles), 'article')}."
        if (more := self._orphans - lost) > 0:
            told += f" {counted(more, 'item')} in your notes lost its words: see 7 Notes."
        self.say(told, seconds=6)

    def _still_there(self, place: Location, became: Mapping[str, ArticleChange]) -> Location:
        """A place without what is there no more: offsets into a text that has changed, a record
        that is gone."""
        stood_in = place.anchor.article if place.anchor else place.record or ""
        article = became.get(stood_in)
        if place.anchor and (article is None or not article.same):
            place = place._replace(anchor=None)
        if place.record and self.corpus.get(place.record) is None:
            return place._replace(record=article.id if article else None, scroll=None)
        return place

    @property
    def _orphans(self) -> int:
        return sum(each.how == "orphaned" for each in self.corpus.added.placed)

    def prepare(self) -> None:
        """Make ready what the corpus of the moment is searched by."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "reload":
            return bool(self._changes) and not self._rereading
        return super().check_action(action, parameters)


def pause_after(look: float) -> float:
    """Seconds from a look at the files that took so many to the next one."""
    return max(PAUSE, SPARING * look)


async def _outcome(work: Callable[[], T]) -> T:
    """What comes of work that nobody who leaves has to wait for."""
    return await asyncio.shield(asyncio.wrap_future(beside(work)))


def _became(before: Sequence[Article], after: Sequence[Article]) -> Mapping[str, ArticleChange]:
    """What has become of each article of before, by its id: where another has its file now, it
    is taken for the same, edited. An article that is gone is left out."""
    by_id = {each.id: each for each in after}
    by_path = {each.path: each for each in after}
    found = ((each, by_id.get(each.id) or by_path.get(each.path)) for each in before)
    return {each.id: ArticleChange(now.id, now.sha256 == each.sha256) for each, now in found if now}
