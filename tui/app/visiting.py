"""A screen that shows one view at a time, and remembers where its reader has been."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import BindingType

from tui.app.history import History, Location
from tui.app.keys import hidden, key
from tui.app.noting import Noting
from tui.app.panes.registry import BELONGS, KINDS, PLACES, TABS, view_class
from tui.app.panes.searched import Searched
from tui.app.panes.view import View, Views
from tui.app.widgets.tabbar import Tab, TabBar
from tui.model import Record
from tui.notes import Keeper

if TYPE_CHECKING:
    from tui.app.panes.compared import Compared
    from tui.app.panes.overview import OverviewPane
    from tui.app.panes.pane import Pane
    from tui.app.panes.reader import ReaderPane

SHORT = {"overview": "⌂"}
"""What a place is called where there is no room for its name."""

BRIEF = {
    "timeline": "Time",
    "actors": "Actor",
    "results": "Result",
    "quotes": "Quote",
    "disagreements": "Disag",
    "sources": "Source",
    "notebook": "Note",
}
"""What tabs are called where there is no room for the names of all."""


class Visiting(Noting):
    """Goes to places, back and forward through them, and says in the bar of tabs where it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("back", "backspace,H", "back", "Back", "Go back to where you were"),
        hidden("forward", "L", "forward", "Forward", "Go forward again"),
        *(
            hidden(f"go-{label.lower()}", str(n), f"go('{name}')", label, f"Go to {label}")
            for n, (name, label) in enumerate(PLACES.items())
        ),
        hidden("previous-tab", "left_square_bracket", "cycle(-1)", "Tab", "Previous tab"),
        hidden("next-tab", "right_square_bracket", "cycle(1)", "Tab", "Next tab"),
        hidden(
            "differ",
            "x",
            "differ",
            "Disagreements",
            "Go to the disagreements; press again to go back",
        ),
    ]

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self.places = History()
        self._views: dict[str, View] = {}
        self.sorts: Mapping[str, str] = {}
        """How the lists are sorted that the reader has sorted, by their tabs."""

    # --------------------------------------------------------------------- the bar of tabs

    @on(TabBar.Chosen)
    def choose_tab(self, message: TabBar.Chosen) -> None:
        self.action_go(message.name)

    def watch_corpus(self) -> None:
        self.query_one(TabBar).tabs = self._tabs(counted=True)
        self.refresh_bindings()

    def _tabs(self, *, counted: bool = False) -> tuple[Tab, ...]:
        return tuple(
            Tab(
                name,
                label,
                self._count(name) if counted else "",
                SHORT.get(name, ""),
                BRIEF.get(name, ""),
            )
            for name, label in PLACES.items()
        )

    def _count(self, tab: str) -> str:
        if tab not in TABS:
            return ""
        if tab == "notebook":
            if not self.corpus.added.placed:
                return ""
            from tui.annotated_things import key_of

            keys = {key_of(each): each.how for each in self.corpus.added.placed}
            lost = sum(how == "orphaned" for how in keys.values())
            return f"{len(keys):,} ?{lost:,}" if lost else f"{len(keys):,}"
        kind = KINDS.get(tab, "article")
        shown, all_of = len(self.corpus.of(kind)), len(self.corpus.whole.of(kind))
        return f"{shown:,}" if shown == all_of else f"{shown:,}/{all_of:,}"

    # ------------------------------------------------------------------------- places

    @property
    def view(self) -> str:
        """The tab that is shown, or "reader"."""
        return self.query_one(Views).current or ""

    def visit(self, place: Location) -> None:
        """Go to a place, and remember the one that is left."""
        here = self.places.here
        kept = here.filters if here else ()
        self.places.leave(self._as_it_is()._replace(filters=kept))
        if self.places.here != place:
            self.places.go(place)
        self._show(place)

    def record_of(self, target: object) -> Record | None:
        """The record that a part speaks of, else the one that is shown."""
        if isinstance(target, str) and (record := self.corpus.get(target)):
            return record
        if self.view in TABS:
            return self._pane(self.view).record
        return self._overview.record if self.view == "overview" else None

    def _as_it_is(self) -> Location:
        """The place of the moment, with what it shows now."""
        here = self.places.here or Location(self.view)
        if here.view == "compared":
            view = self._compared
            record = view.record.id if view.record else None
            scroll = view.grid.scroll_offset.y
            return here._replace(record=record, scroll=scroll, asked=view.as_asked)
        if here.view == "reader":
            scroll = self._reader.reading.scroll_offset.y
            return here._replace(scroll=scroll, sought=self._reader.as_sought)
        if here.view == "overview":
            return here._replace(record=self._overview.at)
        if here.view in TABS:
            pane = self._pane(here.view)
            record = pane.record.id if pane.record else here.record
            scroll, sought = pane.listing.scroll_offset.y, pane.query_text
            return here._replace(record=record, scroll=scroll, sought=sought)
        return here

    def _view(self, name: str) -> View:
        """A view, made when it is first asked for."""
        view = self._views.get(name)
        if view is None:
            view = self._views[name] = view_class(name)(id=name)
            # It may be shown before it is bound to what changes.
            view.set_reactive(View.corpus, self.corpus)
            view.set_reactive(View.notes, self.notes)
            if isinstance(view, Searched):
                view.begin_sorted(self.sorts.get(name, ""))
            # Before the one that is shown, which then keeps its place in the order of painting
            # and is not painted again.
            self.query_one(Views).mount(view, before=0)
            # Nothing is painted before all of it stands: a part that does not listen yet would
            # never hear of its size.
            painting = ExitStack()
            painting.enter_context(self.app.batch_update())
            self.call_later(self._settle, view, painting)
        return view

    async def _settle(self, view: View, painting: ExitStack) -> None:
        """Bind a view that has just been made, and let it be painted when it stands."""
        with painting:
            view.data_bind(Noting.corpus, Noting.notes)
            await view.stands()

    def _pane(self, tab: str) -> Pane:
        return cast("Pane", self._view(tab))

    @property
    def _overview(self) -> OverviewPane:
        return cast("OverviewPane", self._view("overview"))

    @property
    def _reader(self) -> ReaderPane:
        return cast("ReaderPane", self._view("reader"))

    @property
    def _compared(self) -> Compared:
        return cast("Compared", self._view("compared"))

    def _show(self, place: Location) -> None:
        self.hush()
        if place.view == "reader" and not self.corpus.get(place.record or ""):
            self.say("This article is no longer here", "warning")
            place = Location("sources")
        if place.view == "notebook":
            # Another explorer may have added something meanwhile.
            self.keep(self.keeper.read())
        self._view(place.view).step_in()
        self.query_one(Views).current = place.view
        self.query_one(TabBar).here = BELONGS.get(place.view, place.view)
        if place.view == "compared":
            from tui.comparison import ComparisonQuestion, whoever_speaks

            corpus, asked = whoever_speaks(self.corpus), place.asked or ComparisonQuestion()
            self._compared.come_forward(corpus, asked, place.record, place.scroll)
        elif place.view == "reader":
            self._reader.come_forward(place.record, place.anchor, place.scroll, place.sought)
        elif place.view == "overview":
            self._overview.come_forward(place.record)
        else:
            self._pane(place.view).come_forward(place.record, place.scroll)
        self.refresh_bindings()

    def action_go(self, tab: str) -> None:
        if self.view != "waiting" and self.view != tab:
            self.visit(Location(tab))

    def action_differ(self) -> None:
        if self.view == "waiting":
            return
        if self.view != "disagreements":
            # The first that what is chosen has a part in, where there is one.
            record = self.record_of(None)
            differing = self.corpus.disputing(record.id) if record else ()
            self.visit(Location("disagreements", differing[0].id if differing else None))
        elif self.places.at > 0:
            self.action_back()
        else:
            self.action_go("sources")

    def action_cycle(self, step: int) -> None:
        names = list(PLACES)
        here = BELONGS.get(self.view, self.view)
        if here in names:
            self.action_go(names[(names.index(here) + step) % len(names)])

    def action_back(self) -> None:
        self._step(-1)

    def action_forward(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self.places.leave(self._as_it_is()._replace(filters=()))
        place = self.places.step(by)
        if place is None:
            return
        if place.filters:
            self.corpus = self.corpus.filtered(place.filters)
            self.places.leave(place._replace(filters=()))
        if place.view in TABS and place.sought and not self._pane(place.view).searching:
            # What was looked for there, which another record has put aside.
            self._pane(place.view).search_for(place.sought)
        self._show(place)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "back":
            return self.places.at > 0
        if action == "forward":
            return self.places.at < len(self.places.visited) - 1
        return super().check_action(action, parameters)
