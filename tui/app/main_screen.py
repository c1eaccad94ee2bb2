"""The main screen: it owns the corpus, gives it to the panes and answers what they ask."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace
from time import sleep
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import ScreenResume, ScreenSuspend
from textual.reactive import Reactive
from textual.widget import Widget
from textual.worker import get_current_worker

from tui.app.announcing import Announcing
from tui.app.carrying import Carrying
from tui.app.collecting import Collect, Collecting
from tui.app.error_boundary import ErrorBoundary
from tui.app.filtering import Filtering
from tui.app.history import Location
from tui.app.keys import hidden, key, told_keys
from tui.app.loading import Load, Loading, beside
from tui.app.messages import (
    Begun,
    ChooseSpeakers,
    Compare,
    Failed,
    Indexed,
    Loaded,
    Open,
    PartLoaded,
    Progress,
    SearchTab,
    ShowNeighbours,
    ShowRecord,
    ShowTab,
)
from tui.app.panes.prerender import Prerenderer
from tui.app.panes.registry import HOMES, KINDS, PLACES, TABS, import_all
from tui.app.panes.view import View, Views
from tui.app.rereading import ArticleFiles, Rereading
from tui.app.search_worker import is_small, wants_index
from tui.app.styling import DIM, styled
from tui.app.themes import WIDTHS
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.line import Notice
from tui.app.widgets.tabbar import TabBar
from tui.corpus import Corpus
from tui.model import Article
from tui.notes import InMemory, Keeper, Kept
from tui.records import name_of, passages_of

if TYPE_CHECKING:
    from tui.app.widgets.reading_bar import ReadingBar

HEAD_START = 0.15
"""For so many seconds the first frame waits for what is read."""


class MainScreen(ErrorBoundary, Announcing, Rereading, Collecting, Carrying, Filtering):
    """Seven tabs and the reader over one corpus."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    # Nothing has the focus before there is something to move in.
    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "search-all",
            "ctrl+f",
            "everywhere",
            "Search all",
            "Search everywhere: quotes, actors, events, figures, articles",
            priority=True,
        ),
        hidden("add", "A", "add", "Add articles", "Add articles: files, folders or archives"),
        hidden("next-pane", "tab", "app.focus_next", "Focus", "Next pane"),
        hidden("previous-pane", "shift+tab", "app.focus_previous", "Focus", "Previous pane"),
    ]

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Who gains or loses it paints itself: the whole screen, painted again at every change of
    the tab, would be written to the terminal twice."""

    def __init__(
        self,
        load: Load,
        open_id: str | None = None,
        tab: str | None = None,
        keeper: Keeper | None = None,
        *,
        makes_ready: bool = False,
        collect: Collect | None = None,
        files: ArticleFiles | None = None,
    ) -> None:
        super().__init__(keeper or InMemory())
        self.collect = collect
        self.files = files
        self._load = load
        self._makes_ready = makes_ready
        self._sought = ""
        self._first = (open_id, tab)
        self.begun = False
        """Whether any articles have been shown."""
        self._reading: ReadingBar | None = None
        """How far the reading is, while a part of the corpus is shown."""

    def compose(self) -> ComposeResult:
        yield TabBar(id="tabs")
        with Views(id="views", initial="waiting"), Vertical(id="waiting"):
            yield Notice(id="told")
        yield KeyBar()

    # ------------------------------------------------------------------------ loading

    async def on_mount(self) -> None:
        tabs = self.query_one(TabBar)
        tabs.title = self.app.title
        tabs.tabs = self._tabs()
        self.query_one("#told", Notice).words = styled("Reading the articles …", DIM)
        reading = beside(self._read)
        try:
            # What is read so soon stands in the first frame, and nothing is painted twice.
            outcome = reading.result(HEAD_START)
        except TimeoutError:
            self.run_worker(self._await(reading))
        else:
            if isinstance(outcome, Failed):
                self.post_message(outcome)
            else:
                self.begin(outcome)
                await self._view(self.view).stands()

    async def _await(self, reading: Future[Loaded | Failed]) -> None:
        outcome = await asyncio.shield(asyncio.wrap_future(reading))
        self.post_message(outcome)

    def _read(self) -> Loaded | Failed:
        """Load the corpus, in a thread of its own."""
        try:
            return Loaded(self._load(Loading(self.post_message)), self.keeper.read())
        except Exception as error:  # noqa: BLE001 - whatever it is, the reader is told
            # A build that finds several things wrong lists them beside its message.
            problems = (str(problem) for problem in getattr(error, "problems", ()))
            return Failed("\n".join((str(error) or type(error).__name__, *problems)))

    @on(Progress)
    def tell_progress(self, message: Progress) -> None:
        """Show how far the loading is."""
        bar = self._reading or self.adding
        if bar is not None:
            bar.line, bar.share = message.line, message.share
        else:
            from tui.app.widgets.reading_bar import progress_words

            told = progress_words(message.line, message.share)
            self.query_one("#told", Notice).words = told

    @on(PartLoaded)
    def begin_with_part(self, message: PartLoaded) -> None:
        """Show what is read so far, and below it how far the rest is; whoever has asked for a
        record waits until that is read."""
        open_id, _tab = self._first
        if self._reading is None:
            if open_id and message.corpus.get(open_id) is None:
                return
            from tui.app.widgets.reading_bar import ReadingBar

            self._reading = ReadingBar()
            self.mount(self._reading, before=self.query_one(KeyBar))
            self._begin(message.corpus, self.keeper.read())
            self._go_where_asked()
        else:
            self.begin_with(message.corpus, self.notes.annotations)

    @on(Loaded)
    def begin(self, message: Loaded) -> None:
        """Show the corpus, at the record or tab that was asked for; where a part of it was shown
        already the reader stays where she is."""
        self._begin(message.corpus, message.kept)
        self.prepare()
        self.begin_watching()
        if self._reading is None:
            self._go_where_asked()
        else:
            self._reading.remove()
            self._reading = None
            self.refresh_bindings()

    def _begin(self, corpus: Corpus, kept: Kept) -> None:
        annotations = kept.notes.annotations
        self.set_reactive(MainScreen.notes, replace(self.notes, annotations=annotations))
        self.begin_with(corpus, annotations)
        self.keep(kept)

    def _go_where_asked(self) -> None:
        open_id, tab = self._first
        tab = tab if tab in PLACES else None
        record = self.corpus.get(open_id) if open_id else None
        self.begun = True
        self.post_message(Begun())
        if record is not None:
            self.visit(Location(tab or HOMES[record.kind], record.id))
            return
        self.visit(Location(tab or "overview"))
        if open_id:
            self.say(f"There is no record {open_id}", "warning")

    @on(ScreenSuspend)
    @on(ScreenResume)
    def show_own_keys(self, event: ScreenSuspend | ScreenResume) -> None:
        """Show the keys while they are this screen's: a dialog has others."""
        self.query_one(KeyBar).visible = isinstance(event, ScreenResume)

    @on(ScreenResume)
    def stand_on_top(self) -> None:
        """Tell that keys act here again, when a dialog is left."""
        if self.begun:
            self.post_message(Begun())

    def all_articles(self) -> Sequence[Article]:
        return self.corpus.whole.articles

    def show_anew(self, corpus: Corpus, new: Sequence[Article]) -> None:
        self.forget_changes()
        self.begin_with(corpus, self.notes.annotations)
        self.prepare()
        self.visit(Location("sources", new[0].id if new else None))

    def prepare(self) -> None:
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """While the reader reads, import the other views, and make the indexes, that of the
        tab that is shown first."""
        first = KINDS.get(self.view, "article")
        shown = self.query_one(f"#{self.view}", View)

        def work() -> None:
            worker = get_current_worker()
            # Two threads at once would make the rows of a large corpus come half as soon.
            while shown.busy and not worker.is_cancelled:
                sleep(0.05)
            searching = wants_index(self.corpus)
            import_all(searching=searching)
            if searching:
                from tui.search import KINDS as SEARCHED
                from tui.search import prepare

                whole = self.corpus.whole
                prepare(whole, first, *SEARCHED, wanted=lambda: not worker.is_cancelled)
            self.post_message(Indexed())

        # What fails here fails again where something is looked for, and is told there.
        self.run_worker(work, thread=True, group="index", exit_on_error=False)

    @on(Indexed)
    def make_ready(self) -> None:
        """Make the views that nobody has asked for. Of a large corpus each is made when it is
        shown: its rows take a while, and room."""
        if self._makes_ready and is_small(self.corpus):
            Prerenderer(self, self._views, self._view).go_on()

    @on(Failed)
    def give_up(self, message: Failed) -> None:
        """Say why there is nothing to explore."""
        from tui.app.dialogs.load_failed import LoadFailed

        self.app.push_screen(LoadFailed(message.why))

    # ---------------------------------------------------------------- what panes ask

    @on(ShowNeighbours)
    def walk(self, message: ShowNeighbours) -> None:
        """Show an actor among its neighbours, and then the card of the one walked to."""
        from tui.app.dialogs.neighbours import Neighbours

        def arrive(actor: str | None) -> None:
            if actor and actor != message.actor:
                self.post_message(ShowRecord(actor))

        self.app.push_screen(Neighbours(self.corpus, message.actor), arrive)

    @on(ShowRecord)
    def show_record(self, message: ShowRecord) -> None:
        record = self.corpus.get(message.record)
        if record is None:
            return
        # A filter hides nothing from who asks for it by name.
        if self.corpus.filters and not self.corpus.shows(record):
            # Whoever goes back finds them again.
            self.places.leave(self._as_it_is()._replace(filters=self.corpus.filters))
            self.corpus = self.corpus.refined(record.kind)
        self.visit(Location(HOMES[record.kind], record.id))

    @on(ShowTab)
    def show_tab(self, message: ShowTab) -> None:
        self.action_go(message.tab)

    @on(Open)
    def open_passage(self, message: Open) -> None:
        record = self.corpus.get(message.record)
        anchor = message.anchor
        if anchor is None and record is not None and not isinstance(record, Article):
            anchor = next(iter(passages_of(record)), None)
        if anchor is None and not isinstance(record, Article):
            self.say("No passage: this is not from these sources")
            return
        self.visit(Location("reader", message.record, anchor, sought=message.sought))

    @on(Compare)
    def compare(self, message: Compare) -> None:
        from tui.comparison import filled_up, whoever_speaks

        asked = message.asked
        speakers = filled_up(whoever_speaks(self.corpus), asked.speakers, asked.query)
        self.visit(Location("compared", asked=asked._replace(speakers=tuple(speakers))))
        beside = [self.corpus.get(each) for each in speakers if each not in asked.speakers]
        if names := " and ".join(name_of(each) for each in beside if each):
            self.say(f"Beside: {names}. {told_keys(self, '{compare} chooses others')}")

    @on(ChooseSpeakers)
    def choose_speakers(self, message: ChooseSpeakers) -> None:
        from tui.app.dialogs.facets import Facets, Picked
        from tui.comparison import whoever_speaks
        from tui.search import FacetChoices, FieldFilter

        asked = message.asked
        corpus = whoever_speaks(self.corpus)
        corpus = corpus.narrowed(FieldFilter("quote", "speaker", asked.speakers))
        choices = FacetChoices(corpus, "quote", asked.query, ("speaker",))

        def compare(picked: Picked | None) -> None:
            if picked is not None:
                chosen = tuple(each for each in picked.chosen.get("speaker", ()) if each)
                place = Location("compared", asked=asked._replace(speakers=chosen, column=0))
                self.places.leave(place)
                self._show(place)

        self.app.push_screen(Facets(choices, "Compare whom", "quote"), compare)

    @on(SearchTab)
    def show_search(self, message: SearchTab) -> None:
        if not message.tab:
            self._search_everywhere(message.text)
            return
        if self.view != message.tab:
            self.visit(Location(message.tab))
        self._pane(message.tab).search_for(message.text)

    def action_everywhere(self) -> None:
        pane = self._pane(self.view) if self.view in TABS else None
        # What is typed in a tab, or finds nothing there, is what one wants to find.
        there = pane is not None and pane.searching and (pane.typing or not pane.record)
        self._search_everywhere(pane.query_text if pane and there else self._sought)

    def _search_everywhere(self, text: str) -> None:
        from tui.app.dialogs.search_all import SearchAll

        asked = SearchAll(self.corpus, self.notes, self.post_message, text)

        def left(_nothing: None) -> None:
            self._sought = asked.text

        self.app.push_screen(asked, left)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "everywhere":
            return self.view != "waiting"
        if action == "add":
            return self.view != "waiting" and self.collect is not None and self._reading is None
        return super().check_action(action, parameters)
