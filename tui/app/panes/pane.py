"""The promise of a tab: a list, the chosen record beside it, a field to search with.

A pane does nothing until it comes forward: its rows are made when it is shown, and again
when the corpus, the words searched for, the order or the room have changed since.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.reactive import reactive, var
from textual.widgets import Input

from tui.app.cards import card
from tui.app.cards.words import source_words
from tui.app.messages import Browse, Copy, Narrow, Open, Visit, Widen
from tui.app.text import DIM, STRONG, counted, joined, words
from tui.app.widgets.field import Field
from tui.app.widgets.line import Line
from tui.app.widgets.page import Page
from tui.app.widgets.reading import Context, Stretch
from tui.app.widgets.rows import Listing, Row, Rows, block, gap
from tui.corpus import Between, ByActor, BySource, Corpus, Filter, passages_of, when_of
from tui.model import Actor, Anchor, Article, Quote, Record
from tui.search import Hit, answer, search

ROOMY = 46
"""From so many cells a row of the list that stands beside its card has two lines."""


class Pane(Vertical):
    """A tab of the explorer."""

    NOUN: ClassVar[str] = "record"
    KINDS: ClassVar[tuple[str, ...]] = ()
    SORTS: ClassVar[tuple[str, ...]] = ("text",)
    NONE: ClassVar[str] = "Nothing in these articles."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", tooltip="Search this tab"),
        Binding("escape", "clear", "Clear", tooltip="Leave out the search, then the filters"),
        Binding("s", "sort", "Sort", tooltip="Sort this list another way"),
        Binding("o", "browse", "Address", tooltip="Open the article's address in a browser"),
        Binding("y", "copy", "Copy", tooltip="Copy the record with its citation"),
        Binding("f", "only", "Only this", tooltip="Show only what belongs to this record"),
        Binding("l,right", "focus_card", "Detail", show=False, tooltip="To the detail"),
        Binding("h,left", "focus_list", "List", show=False, tooltip="To the list"),
        Binding("n", "next(1)", "Next", show=False, tooltip="To the next hit"),
        Binding("N", "next(-1)", "Previous", show=False, tooltip="To the hit before"),
    ]

    corpus: reactive[Corpus] = reactive(Corpus(), init=False, always_update=True)
    query_text: var[str] = var("", init=False)
    order: var[str] = var("", init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.hits: dict[str, Hit] = {}
        self._stale = True
        self._tight: bool | None = None
        self._shown: str | None = None
        self._wanted: tuple[str | None, int | None] = (None, None)
        self._furnished = False
        self._can: tuple[bool | None, ...] = ()
        self.field: Field | None = None
        self.summary = Line(classes="summary")
        self.listing = Listing(classes="list")
        self.page = Page(classes="card")
        self.beside_title = Line(classes="beside-title")
        self.context = Context(classes="context")
        self.set_reactive(Pane.order, self.SORTS[0])

    def furnish(self) -> None:
        """Mount what the tab consists of, when it is first shown."""
        self._furnished = True
        beside = Vertical(self.beside_title, self.context, classes="beside")
        body = Container(self.listing, self.page, beside, classes="body")
        self.mount_all([self.summary, body])

    # ------------------------------------------------------------- what a tab decides

    def records(self) -> Sequence[Record]:
        """All that the tab lists, in its order."""
        return self.corpus.of(self.KINDS[0])

    def rows(self, records: Sequence[Record]) -> list[Row]:
        """The rows of the list."""
        raise NotImplementedError

    # ------------------------------------------------------------------ coming forward

    @property
    def tight(self) -> bool:
        """Whether the list has its whole width and little height: one line a row."""
        return self.screen.has_class("-narrow")

    def come_forward(self, record: str | None = None, scroll: int | None = None) -> None:
        """Be the tab that is shown, at a record where one is given."""
        if not self._furnished:
            self.furnish()
        if record is not None:
            self._wanted = (record, scroll)
            # What a search hides is still shown to who asks for it by name.
            if self.query_text and record not in self.hits:
                self.drop_search()
        if self._stale or self._tight is not self.tight:
            self.refill()
        elif record is not None and self.listing.seek(record) and scroll is not None:
            self.listing.bring(scroll)
        self.take_focus()

    def take_focus(self) -> None:
        """Have the focus at once, so that no key typed ahead is lost: in the list, and
        until that is mounted in the pane itself."""
        if self.listing.is_mounted:
            self.screen.set_focus(self.listing)
            self.can_focus = False
        else:
            self.can_focus = True
            self.screen.set_focus(self)
            self.call_after_refresh(self._hand_over)

    def _hand_over(self) -> None:
        # ``has_focus`` follows by message, and may still be true when a key has moved on.
        if self.screen.focused is self:
            self.take_focus()

    def watch_corpus(self) -> None:
        self._changed()

    def watch_query_text(self) -> None:
        self._changed()
        self.refresh_bindings()

    def watch_order(self) -> None:
        self._changed()

    def _changed(self) -> None:
        self._stale = True
        if self._furnished and self.display:
            self.refill()

    def on_resize(self) -> None:
        if self._tight is not None and self._tight is not self.tight:
            self.refill()
        self._show_context()

    def _found(self) -> Sequence[Record]:
        """What there is to list: all of it, or what a search finds."""
        if not self.query_text.strip():
            self.hits = {}
            return self.records()
        typing = self.field is not None and self.field.has_focus
        found = [
            hit
            for kind in self.KINDS
            for hit in search(self.corpus, self.query_text, kind, typing=typing)
        ]
        self.hits = {hit.record.id: hit for hit in found}
        return [record for record in self.records() if record.id in self.hits]

    def refill(self) -> None:
        """Make the rows anew, and stay at the record that is shown."""
        self._stale, self._tight = False, self.tight
        found = self._found()
        at, scroll = self._wanted
        self._wanted = (None, None)
        rows = self.rows(found) if found else self._nothing()
        self.listing.show(rows, at=at or self._shown, scroll=scroll)
        if self.listing.target is None:
            self._shown = None
            self.page.show([])
            self._show_context()
        self.tell(sum(record.kind == self.KINDS[0] for record in found))

    def _nothing(self) -> list[Row]:
        """What an empty list says, and what to do about it."""
        rows = [gap()]
        if self.query_text:
            rows.append(block(joined("Nothing matches ", (self.query_text, STRONG), ".")))
            rows.append(gap())
            rows += [block(words(line, DIM)) for line in self._advice()]
            rows.append(block(words("Esc shows all again.", DIM)))
        elif self.corpus.filters:
            rows.append(block(joined("Nothing here with ", (self.corpus.describe(), STRONG), ".")))
            rows += [gap(), block(words("Esc leaves the filter out.", DIM))]
        elif not self.corpus.articles:
            rows.append(block(words("No articles here.", STRONG)))
            hint = "Put .txt, .md or .html files in a folder: serbia-tui --corpus FOLDER"
            rows += [gap(), block(words(hint, DIM))]
        else:
            rows.append(block(words(self.NONE, STRONG)))
            hint = "The articles can be read in 5 Sources."
            rows += [gap(), block(words(hint, DIM))]
        return rows

    def _advice(self) -> list[str]:
        """What to search for instead: the nearest words, or fewer of them."""
        told = [answer(self.corpus, self.query_text, kind) for kind in self.KINDS]
        meant = [each.suggestion for each in told if each.suggestion]
        lines = [f"{each.how.capitalize()}? {counted(each.total, self.NOUN)}" for each in meant[:1]]
        lines += [each.advice.capitalize() for each in told if each.advice][:1]
        return lines or ["Try fewer or shorter words."]

    # ------------------------------------------------------------------- what it tells

    def tell(self, shown: int) -> None:
        """The line above the list: how many, of how many, in what order, why these."""
        all_of = len(self.corpus.whole.of(self.KINDS[0]))
        count = counted(shown, self.NOUN) if shown == all_of else f"{shown:,} of {all_of:,}"
        line = self.summary
        hint = answer(self.corpus, self.query_text, self.KINDS[0]).hint if self.query_text else ""
        order = f"by {self.order}" if len(self.SORTS) > 1 and shown > 1 else ""
        why = [self.query_text.strip(), self.corpus.describe()]
        line.left = joined(
            (count, STRONG),
            *((part, ".hit") for part in why if part),
            (order, DIM),
            ("Esc clears", DIM) if any(why) else "",
            (hint, DIM),
            by=" · ",
        )

    @property
    def record(self) -> Record | None:
        """The record that is shown."""
        return self.corpus.get(self._shown) if self._shown else None

    @on(Rows.Highlighted, ".list")
    def show_card(self, event: Rows.Highlighted) -> None:
        """Show the record that the cursor is on."""
        event.stop()
        if event.target != self.listing.target:
            # Sent before the list was filled anew, which it no longer speaks of.
            return
        self._shown = str(event.target)
        record = self.record
        if record is not None:
            hit = self.hits.get(record.id)
            rows = card(self.corpus.whole, record, hit.spans if hit else ())
            if hit and hit.why:
                rows.insert(2, block(joined(("found by ", DIM), (hit.why, DIM))))
            self.page.show(rows)
        self._show_context()
        self._refresh_keys()

    def _refresh_keys(self) -> None:
        """Tell the footer, where what can be done with this record differs from before."""
        can = tuple(self.check_action(action, ()) for action in ("browse", "only", "copy"))
        if can != self._can:
            self._can = can
            self.refresh_bindings()

    @on(Rows.Highlighted, ".card")
    def show_passage_beside(self, event: Rows.Highlighted) -> None:
        """Where there is room, the passage under the cursor stands in its article beside."""
        event.stop()
        if isinstance(event.target, Anchor):
            self._show_context(event.target)

    def _show_context(self, anchor: Anchor | None = None) -> None:
        context = self.context
        if not context.display or not self.screen.has_class("-wide"):
            return
        record = self.record
        if anchor is None and record is not None:
            anchor = next(iter(passages_of(record)), None)
        title = self.beside_title
        if anchor is None and isinstance(record, Article):
            anchor = Anchor(record.id, 0, 0)
        if anchor is None:
            title.left = words("No passage", DIM)
            context.show("")
            return
        title.left, title.right = source_words(self.corpus, anchor.article)
        spot = (anchor.start, anchor.end) if anchor.end else None
        context.show(self.corpus.texts[anchor.article], _lit(record, anchor), spot)

    # ------------------------------------------------------------------ what one asks

    @on(Rows.Chosen, ".list")
    def open_passage(self, event: Rows.Chosen) -> None:
        """Enter on a record opens its passage."""
        event.stop()
        self.post_message(Open(str(event.target)))

    @on(Rows.Chosen, ".card")
    def follow(self, event: Rows.Chosen) -> None:
        """Enter in the detail opens a passage, or goes to another record."""
        event.stop()
        if isinstance(event.target, Anchor):
            self.post_message(Open(self._shown or "", event.target))
        else:
            self.post_message(Visit(str(event.target)))

    def action_copy(self) -> None:
        if self.record is not None:
            self.post_message(Copy(self.record))

    def action_browse(self) -> None:
        if isinstance(self.record, Article) and self.record.url:
            self.post_message(Browse(self.record.url))

    def action_only(self) -> None:
        wanted = self.only()
        if wanted is not None:
            held = wanted in self.corpus.filters
            self.post_message(Widen(wanted) if held else Narrow(wanted))

    def only(self) -> Filter | None:
        """The filter that keeps what belongs to the record."""
        record = self.record
        match record:
            case Actor():
                return ByActor(record.id)
            case Article():
                return BySource(record.id)
            case Quote(speakers=(speaker, *_)):
                return ByActor(speaker)
        when = when_of(record) if record else None
        if when is not None and when.earliest and when.latest:
            return Between(when.earliest, when.latest)
        return None

    def action_sort(self) -> None:
        self.order = self.SORTS[(self.SORTS.index(self.order) + 1) % len(self.SORTS)]

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
            case "sort":
                return len(self.SORTS) > 1
            case "clear":
                return bool(self.query_text or self.corpus.filters)
            case "only":
                return self.only() is not None
            case "copy":
                return self.record is not None
            case "next":
                return bool(self.query_text)
        return True

    # ------------------------------------------------------------------------- search

    async def action_search(self) -> None:
        """Show the field, where it is not shown yet, and type."""
        if self.field is None:
            # Made when first asked for: no start waits for it.
            hint = f"Search {self.NOUN}s: words in any order"
            self.field = Field(placeholder=hint, compact=True, select_on_focus=False)
            await self.mount(self.field, after=self.summary)
        self.field.display = True
        if self.field.value != self.query_text:
            self.field.value = self.query_text
        self.screen.set_focus(self.field)

    @on(Input.Changed)
    def look_for(self, event: Input.Changed) -> None:
        """Show what is found at every letter."""
        event.stop()
        self.query_text = event.value

    @on(Field.Left)
    def leave_field(self, event: Field.Left) -> None:
        """Leave the field and keep what was found."""
        event.stop()
        if self.field is not None:
            self.field.display = bool(self.query_text)
        self.screen.set_focus(self.listing)

    def drop_search(self) -> None:
        """Show all again."""
        self.query_text = ""
        if self.field is not None:
            with self.field.prevent(Input.Changed):
                self.field.value = ""
            self.field.display = False

    def action_clear(self) -> None:
        if self.query_text:
            self.drop_search()
            self.screen.set_focus(self.listing)
        elif self.corpus.filters:
            self.post_message(Widen())


def _lit(record: Record | None, anchor: Anchor) -> list[Stretch]:
    """The other passages of a record in the same article, quietly lit."""
    if record is None:
        return []
    others = {a for a in passages_of(record) if a.article == anchor.article and a != anchor}
    return [Stretch(a.start, a.end, ".link", None) for a in sorted(others)]
