"""The promise of a tab: a list, the chosen record beside it, a field to search with.

A pane does nothing until it comes forward: its rows are made when it is shown, and again
when the corpus, the words searched for, the order or the room have changed since.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.app.cards import card
from tui.app.cards.added import added_rows
from tui.app.cards.highlight import as_hit, place_of
from tui.app.debounce import Debouncer
from tui.app.error_boundary import PartFailed, tolerates_errors
from tui.app.keys import hidden, key
from tui.app.messages import (
    Browse,
    Compare,
    Export,
    Narrow,
    Open,
    Refine,
    SearchTab,
    ShowRecord,
    Widen,
)
from tui.app.panes.instead import Instead
from tui.app.panes.notable import COPYING, EXPORTING, KEYS
from tui.app.panes.searched import Searched
from tui.app.panes.view import ViewBody
from tui.app.search_worker import needs_suggestions
from tui.app.styling import WARN, styled
from tui.app.widgets.record_page import RecordPage
from tui.app.widgets.row_list import Listing, RowList
from tui.app.widgets.rows import LazyRows, Row, Section, block, finding
from tui.corpus import Corpus, Filter
from tui.filters import Between, ByActor, BySource
from tui.model import Actor, Anchor, Article, Quote, Record
from tui.records import when_of

if TYPE_CHECKING:
    from tui.app.panes.context import ContextPane

T = TypeVar("T")

MANY = 200
"""More rows than these are made when they come into sight, and are all of one height."""

HEAD = 2
"""Rows at the head of a card, its kind and its name, below which stands what is added."""

NOBODY: tuple[str | None, Corpus | None, object] = (None, None, None)
"""Whose card is shown with nothing lit in it, of which corpus, with what added."""

HITS = Binding.Group("Hits")


class Pane(Searched):
    """A tab of the explorer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("address", "o", "browse", "Address", "Open the article's address in a browser"),
        *COPYING,
        EXPORTING,
        key(
            "only", "full_stop", "only", "Only this",
            "Show only what belongs to this actor, article or day; press again to show all",
        ),
        hidden(
            "compare", "c", "compare", "Compare",
            "Compare what two speakers say, side by side",
        ),
        hidden("right", "right,l", "focus_card", "Detail", "Go to the details"),
        hidden("left", "left,h", "focus_list", "List", "Go to the list"),
        hidden("next-hit", "n", "next(1)", "Next", "Next hit", group=HITS),
        hidden("previous-hit", "N", "next(-1)", "Previous", "Previous hit", group=HITS),
        *KEYS,
    ]  # fmt: skip

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._tight: bool | None = None
        self._shown: str | None = None
        self._wanted: tuple[str | None, int | None] = (None, None)
        self._can: tuple[bool | None, ...] = ()
        self._told_of = NOBODY
        self.listing = Listing(classes="list")
        self.page = RecordPage(classes="card")
        self.listing.signs = self.page.signs = self.signs_of
        self.body = ViewBody(self.listing, self.page, classes="body")
        self.lull = Debouncer(self, self._follow)
        self._beside: ContextPane | None = None

    @property
    def foremost(self) -> Widget:
        return self.listing

    def parts(self) -> Sequence[Widget]:
        return [self.summary, self.body]

    # ------------------------------------------------------------- what a tab decides

    def rows(self, records: Sequence[Record]) -> Sequence[Row]:
        """The rows of the list."""
        raise NotImplementedError

    def in_sight(
        self,
        records: Sequence[T],
        row: Callable[[T], Row],
        height: int,
        sections: Sequence[Section] = (),
    ) -> Sequence[Row]:
        """The rows of many records, each made when it comes into sight, all of one height."""
        return LazyRows(records, row, attrgetter("id"), height, finding(records), sections)

    def detail(self, record: Record) -> list[Row]:
        """What stands beside the list of a record: its card, where nothing else is asked."""
        return card(self.corpus.whole, record)

    # ------------------------------------------------------------------ coming forward

    @property
    def tight(self) -> bool:
        """Whether the list has its whole width and little height: one line a row."""
        return self.screen.has_class("-narrow")

    def come_forward(self, record: str | None = None, scroll: int | None = None) -> None:
        """Be the tab that is shown, at a record where one is given."""
        self.furnish()
        if record is not None:
            self._wanted = (record, scroll)
            # What a search hides is still shown to who asks for it by name.
            wanted = self.corpus.get(record)
            if self.searching and (wanted is None or not self.finds(wanted)):
                self.drop_search()
        if self._stale or self._tight is not self.tight:
            self.refill()
        elif record is not None and self.listing.seek(record) and scroll is not None:
            self.listing.bring(scroll)
        self.take_focus()

    def get_ready(self) -> None:
        super().get_ready()
        self.refill()

    def on_resize(self) -> None:
        if self._tight is not None and self._tight is not self.tight:
            self.refill()
        self._show_context()

    def refill(self) -> None:
        self._tight = self.tight
        super().refill()

    def show_found(self, found: Sequence[Record]) -> None:
        """Make the rows anew, and stay at the record that is shown."""
        at, scroll = self._wanted
        self._wanted = (None, None)
        rows = self.rows(found) if found else self.nothing()
        self.listing.show(rows, at=at or self._shown, scroll=scroll)
        if self.listing.target is None or not found:
            self._shown = None
            self.lull.forget()
            self.page.clear(keep_room=self.typing)
            self._told_of = NOBODY
            self._show_context()
            self.offer_instead()
            if needs_suggestions(self.answers):
                self._follow_soon()

    # ------------------------------------------------------------------- what it tells

    @property
    def record(self) -> Record | None:
        """The record that is shown."""
        return self.corpus.get(self._shown) if self._shown else None

    @property
    def cited(self) -> Record | None:
        return self.record

    @on(RowList.Highlighted, ".list")
    def show_card(self, event: RowList.Highlighted) -> None:
        """Show the record that the cursor is on."""
        event.stop()
        if event.target != self.listing.target:
            # Sent before the list was filled anew, which it no longer speaks of.
            return
        self._shown = str(event.target)
        self._follow_soon()
        self._refresh_keys()

    def _follow_soon(self) -> None:
        if self.typing:
            # The hits are what one looks at while one types; to draw what is beside them
            # takes as long as to draw the hits.
            self.lull.ask()
        else:
            self._follow()

    def _follow(self) -> None:
        """Show beside the list what its cursor is on; where nothing is found, in it what to
        look for instead."""
        self.lull.forget()
        shown, whole, added, corpus = *self._told_of, self.corpus
        # Another order, or fewer records, is no other card; what a search finds is lit in it.
        same = shown == self._shown and whole is corpus.whole and added is corpus.added
        if self.searching or not same:
            self.show_detail()
            self._told_of = None if self.searching else self._shown, corpus.whole, corpus.added
        self._show_context()
        if needs_suggestions(self.answers):
            self.finder.advise(self.corpus, self.answers, lambda: self.show_found(()))

    def watch_query_text(self, before: str, after: str) -> None:
        self.lull.hold()
        super().watch_query_text(before, after)

    @on(events.DescendantBlur)
    def catch_up(self) -> None:
        """Whoever leaves the field finds what the list says beside it."""
        self.lull.end()

    def show_detail(self, at: Hashable | None = None, scroll: int | None = None) -> None:
        """Show what the tab tells of its record, the cursor on a target where one is given."""
        record = self.record
        if record is not None:
            self.page.show(self._card(record), at=at, scroll=scroll)

    def _card(self, record: Record) -> list[Row]:
        """The record in full, or that it cannot be shown: never the one before."""
        try:
            rows = self.detail(record)
        except Exception as error:
            if not tolerates_errors(self.app):
                raise
            self.app.post_message(PartFailed(error, record.id))
            return [block(styled("This record cannot be shown.", WARN))]
        hit = self.hit(record)
        rows = as_hit(rows, self.corpus, hit) if hit else rows
        if noted := added_rows(self.corpus, self.corpus.added.to(self.told_of(record))):
            rows = [*rows[:HEAD], *noted, *rows[HEAD:]]
        return rows

    def told_of(self, record: Record) -> str:
        """The id of what the detail of a record tells of: of the record, as a rule."""
        return record.id

    @property
    def subject(self) -> Record | Anchor | None:
        return self.record

    def show_added(self) -> None:
        self.listing.draw_signs()
        if self.furnished:
            self.show_detail(self.page.target, self.page.scroll_offset.y)
            self._told_of = self._shown, self.corpus.whole, self.corpus.added

    def _refresh_keys(self) -> None:
        """Tell the footer, where what can be done with this record differs from before."""
        can = tuple(
            self.check_action(action, ()) for action in ("browse", "only", "compare", "copy")
        )
        if can != self._can:
            self._can = can
            self.refresh_bindings()

    @on(RowList.Highlighted, ".card")
    def show_passage_beside(self, event: RowList.Highlighted) -> None:
        """Where there is room, the passage under the cursor stands in its article beside."""
        event.stop()
        if isinstance(event.target, Anchor):
            self._show_context(event.target)

    def _show_context(self, anchor: Anchor | None = None) -> None:
        if not self.furnished or not self.screen.has_class("-wide"):
            return
        if self._beside is None:
            # Made where there is room for it, which most terminals have not.
            from tui.app.panes.context import ContextPane

            self._beside = ContextPane()
            self.body.mount(self._beside)
        self._beside.show(self.corpus, self.record, anchor)

    # ------------------------------------------------------------------ what one asks

    @on(RowList.Chosen, ".list")
    def open_passage(self, event: RowList.Chosen) -> None:
        """Enter on a record opens its passage; of an article what is looked for in it."""
        event.stop()
        if isinstance(event.target, Instead):
            self._search_instead(event.target)
            return
        hit = self.hit(self.record) if self.record else None
        at = place_of(self.corpus, hit)
        self.post_message(Open(str(event.target), at, self.query_text))

    def _search_instead(self, instead: Instead) -> None:
        """Take what is offered where nothing is found."""
        if instead.tab:
            self.post_message(SearchTab(instead.text, instead.tab))
            return
        if instead.unfiltered:
            self.post_message(Refine(self.kind))
        self.search_for(instead.text)

    @on(RowList.Chosen, ".card")
    def follow(self, event: RowList.Chosen) -> None:
        """Enter in the detail opens a passage, or goes to another record."""
        event.stop()
        self.go_to(event.target)

    def go_to(self, target: Hashable) -> None:
        """Go to what a row of the detail leads to."""
        if isinstance(target, Anchor):
            self.post_message(Open(self._shown or "", target, self.query_text))
        else:
            self.post_message(ShowRecord(str(target)))

    def action_export(self) -> None:
        found = map(self.corpus.get, map(str, self.listing.targets))
        self.post_message(Export(list(filter(None, found)), f"{self.id}"))

    def action_browse(self) -> None:
        if isinstance(record := self.record, Article) and record.url:
            self.post_message(Browse(record.url))

    def action_only(self) -> None:
        if (wanted := self.only()) is not None:
            held = wanted in self.corpus.filters
            self.post_message(Widen(wanted) if held else Narrow(wanted))

    def only(self) -> Filter | None:
        """The filter that keeps what belongs to the record."""
        match record := self.record:
            case Actor():
                return ByActor(record.id)
            case Article():
                return BySource(record.id)
            case Quote(speakers=(speaker, *_)):
                return ByActor(speaker)
        when = when_of(record) if record else None
        if when and when.earliest and when.latest:
            return Between(when.earliest, when.latest)
        return None

    def action_compare(self) -> None:
        """Put who speaks beside somebody else, on what is searched for among quotes."""
        from tui.comparison import ComparisonQuestion, speakers_filtered

        found = self.answers.get("quote")
        speakers = self._speakers()
        if self.kind == "quote" and len(filtered := speakers_filtered(self.corpus)) > 1:
            # Whoever has chosen several speakers wants to see these.
            speakers = filtered
        asked = ComparisonQuestion(speakers, found.query) if found else ComparisonQuestion(speakers)
        self.post_message(Compare(asked))

    def _speakers(self) -> tuple[str, ...]:
        match self.record:
            case Actor() as actor:
                return (actor.id,)
            case Quote() as quote:
                return quote.speakers
        return ()

    def action_focus_list(self) -> None:
        self.screen.set_focus(self.listing)

    def action_focus_card(self) -> None:
        self.screen.set_focus(self.page)

    def action_next(self, step: int) -> None:
        self.listing.action_move(step)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "browse":
                return isinstance(self.record, Article) and bool(self.record.url)
            case "compare":
                if isinstance(self.record, Actor):
                    return bool(self.corpus.whole.about_actor(self.record.id, "quote"))
                return bool(self._speakers()) or self.kind == "quote"
            case "only":
                return self.only() is not None
            case "focus_card":
                return self.page.display
            case "next":
                return self.searching
        return super().check_action(action, parameters)
