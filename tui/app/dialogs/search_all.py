"""Search of everything: one list, a group for each kind of record, and the record beside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from tui.app.cards import card
from tui.app.cards.highlight import as_hit, place_of
from tui.app.debounce import Debouncer
from tui.app.dialogs.hit_rows import GROUPS, HitGroup, examples, hit_rows, nothing
from tui.app.messages import Open, Remember, Save, SearchTab, ShowRecord
from tui.app.search_worker import SearchWorker, needs_suggestions
from tui.app.styling import (
    DIM,
    STRONG,
    counted,
    joined,
    styled,
)
from tui.app.suggesting import suggestions
from tui.app.themes import WIDTHS
from tui.app.widgets.keybar import KeyBar
from tui.app.widgets.line import Line
from tui.app.widgets.record_page import RecordPage
from tui.app.widgets.row_list import Listing, RowList
from tui.app.widgets.rows import Row
from tui.app.widgets.search_box import Choice, SearchBox
from tui.app.widgets.text_input import TextInput
from tui.corpus import Corpus
from tui.model import Anchor, Record
from tui.notes import Notes
from tui.search import Answer, everywhere, is_made, settled


class AllFound(NamedTuple):
    """What is found of each kind, and how the query may go on."""

    answers: Mapping[str, Answer]
    choices: Sequence[Choice]


class Sought(TextInput):
    """The field of this search: Enter goes to the record at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave('enter')", "Go to it", tooltip="Go to the record"),
        Binding("down", "hits", "Hits", tooltip="To the suggestions, or to the hits"),
        Binding("escape", "leave('escape')", "Back", tooltip="Back to where you were"),
    ]

    def __init__(self, hint: str, text: str) -> None:
        # What was looked for last is replaced by what is typed.
        super().__init__(hint, text, select=True)
        self.set_reactive(TextInput.finds, False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "hits":
            return self.finds
        return super().check_action(action, parameters)

    def action_hits(self) -> None:
        # Suggestions come first: whoever shows them answers the key.
        raise SkipAction


class SearchAll(Screen[None]):
    """Search of everything. What the reader wants is asked of the main screen."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    AUTO_FOCUS = "TextInput"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", tooltip="Back to where you were"),
        Binding("slash", "type", "Type", tooltip="Back to the field"),
        Binding("ctrl+s", "save", "Save search", tooltip="Save this search by name"),
        Binding("right,l", "focus_card", "Detail", show=False, tooltip="To the detail"),
        Binding("left,h", "focus_list", "List", show=False, tooltip="To the list"),
    ]

    def __init__(
        self,
        corpus: Corpus,
        notes: Notes,
        ask: Callable[[Message], object],
        text: str = "",
    ) -> None:
        super().__init__()
        self._corpus = corpus.whole
        self._notes = notes
        self._ask = ask
        self._text = text
        self._typing = False
        self._answers: Mapping[str, Answer] = {}
        self._field = Sought("Search everything: words in any order", text)
        self.asking = SearchBox(self._field)
        self.asking.earlier = notes.recent
        self.summary = Line(classes="summary")
        self.listing = Listing(classes="list")
        self.page = RecordPage(classes="card")
        self.finder = SearchWorker(self.summary)
        self.lull = Debouncer(self.summary, self._follow)

    def compose(self) -> ComposeResult:
        yield self.asking
        yield self.summary
        yield Container(self.listing, self.page, classes="body")
        yield KeyBar()

    def on_mount(self) -> None:
        self._look()

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._text

    # ------------------------------------------------------------------ what is found

    @on(SearchBox.Changed)
    def look_for(self, event: SearchBox.Changed) -> None:
        """Show what is found at every letter."""
        event.stop()
        self._typing = not event.recalled
        self._text = event.text
        self.lull.hold()
        self._look()

    def _look(self) -> None:
        find = partial(self._find, self._text, self._typing)
        self.finder.look(self._corpus, find, self._show)
        if self.finder.looking and not is_made(self._corpus, "article"):
            self.summary.left = styled("Building the search index (first time only) …", DIM)

    def _find(self, text: str, typing: bool) -> AllFound:
        if not text.strip():
            return AllFound({}, ())
        goes_on = suggestions(self._corpus, text, "quote", self._notes.saved) if typing else ()
        return AllFound(everywhere(self._corpus, text, GROUPS, typing=typing), goes_on)

    def _show(self, found: AllFound) -> None:
        self._answers = found.answers
        self.listing.show(self._rows())
        if self.listing.target is None:
            self.lull.forget()
            self.page.show([])
            if needs_suggestions(self._answers):
                self._follow_soon()
        self._field.finds = self.listing.target is not None
        self.asking.offer(found.choices)
        self._tell()

    def _tell(self) -> None:
        answers = self._answers
        total = sum(each.total for each in answers.values())
        of = sum(each.of for each in answers.values())
        kinds = sum(1 for each in answers.values() if each.total)
        self.summary.left = (
            joined(
                (f"{total:,} of {of:,}", STRONG),
                (self._text.strip(), ".hit"),
                (self._hint, DIM),
                (f"in {counted(kinds, 'kind')}" if kinds > 1 else "", DIM),
                by=" · ",
            )
            if answers
            else styled(", ".join(group.label for group in GROUPS.values()).capitalize(), DIM)
        )

    @property
    def _hint(self) -> str:
        """What was read otherwise than it may have been meant."""
        return " · ".join(next((each.query.hints for each in self._answers.values()), ()))

    def _rows(self) -> list[Row]:
        if not self._answers:
            return examples()
        return hit_rows(self._corpus, self._answers) or self._nothing()

    def _nothing(self) -> list[Row]:
        # Where the line above is too short for it the hint stands here.
        hint = self._hint if self.has_class("-narrow") else ""
        return nothing(self._text.strip(), self._answers, hint)

    # --------------------------------------------------------------------- the record

    @on(RowList.Highlighted, ".list")
    def show_card(self, event: RowList.Highlighted) -> None:
        """Show the record that the cursor is on."""
        event.stop()
        self._follow_soon()

    def _follow_soon(self) -> None:
        if self.asking.typing:
            self.lull.ask()
        else:
            self._follow()

    def _follow(self) -> None:
        self.lull.forget()
        record = self._record
        if needs_suggestions(self._answers):
            show = self.listing.show
            self.finder.advise(self._corpus, self._answers, lambda: show(self._nothing()))
        if record is None:
            self.page.show([])
            return
        hit = self._answers[record.kind].hit(record)
        self.page.show(as_hit(card(self._corpus, record), self._corpus, hit))

    @on(events.DescendantBlur)
    def catch_up(self) -> None:
        """Whoever leaves the field finds beside the list what its cursor is on."""
        self.lull.end()

    @property
    def _record(self) -> Record | None:
        target = self.listing.target
        return self._corpus.get(target) if isinstance(target, str) else None

    @on(RowList.Highlighted, ".card")
    def stay(self, event: RowList.Highlighted) -> None:
        """What is read in the detail changes nothing here."""
        event.stop()

    # ----------------------------------------------------------------- what one asks

    @on(SearchBox.Left)
    def leave_field(self, event: SearchBox.Left) -> None:
        """Enter goes to the record, the down arrow to the list, Esc back."""
        event.stop()
        if event.key == "escape":
            self.action_leave()
        elif event.key == "enter" and self.listing.target is not None:
            self.listing.action_choose()
        elif self.listing.target is not None:
            self.set_focus(self.listing)

    @on(RowList.Chosen, ".list")
    def go(self, event: RowList.Chosen) -> None:
        """To the record, in an article to what is looked for, or to all hits of a kind in
        their tab."""
        event.stop()
        record = self._record
        if isinstance(event.target, HitGroup):
            self._go(SearchTab(self._settled(), event.target.tab))
        elif record and (at := place_of(self._corpus, self._answers[record.kind].hit(record))):
            self._go(Open(record.id, at, self._settled()))
        else:
            self._go(ShowRecord(str(event.target)))

    @on(RowList.Chosen, ".card")
    def follow(self, event: RowList.Chosen) -> None:
        """From the detail to a passage, or to another record."""
        event.stop()
        if isinstance(event.target, Anchor):
            record = self._record
            self._go(Open(record.id if record else "", event.target, self._settled()))
        else:
            self._go(ShowRecord(str(event.target)))

    def _go(self, to: Message) -> None:
        self._ask(Remember(self._settled()))
        self._ask(to)
        self.dismiss()

    def _settled(self) -> str:
        """The query, written so that it finds the same when it is not being typed."""
        text = self._text.strip()
        if not self._typing:
            return text
        whole = everywhere(self._corpus, text, GROUPS)
        same = all(whole[kind].total == each.total for kind, each in self._answers.items())
        return text if same else settled(text)

    def action_leave(self) -> None:
        self.finder.cancel()
        self.dismiss()

    def action_save(self) -> None:
        self._ask(Save(self._settled()))

    def action_type(self) -> None:
        self.set_focus(self.asking.field)

    def action_focus_list(self) -> None:
        self.set_focus(self.listing)

    def action_focus_card(self) -> None:
        self.set_focus(self.page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "save":
            return bool(self._text.strip())
        return True
