"""0 Overview: what the corpus comes to, each line one key from its records.

Where there is room what is disputed stands at the left, and the rest beside it; else all of
it is one list.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from tui.app.keys import hidden, hint, key
from tui.app.messages import Export, Refine, ShowRecord, ShowTab, Widen
from tui.app.panes.instead import no_articles
from tui.app.panes.notable import COPYING, EXPORTING, KEYS, Notable
from tui.app.panes.overview_rows import DISAGREEMENTS, LACK, SOURCE, Shape, TwoColumns, rows_of
from tui.app.panes.registry import HOMES
from tui.app.panes.view import ViewBody
from tui.app.search_worker import SearchWorker
from tui.app.styling import DIM, EMPTY, STRONG, counted, styled
from tui.app.widgets.line import PartsLine
from tui.app.widgets.row_list import Listing, RowList
from tui.app.widgets.rows import GAP, Row, block
from tui.corpus import Corpus
from tui.filters import Lacking
from tui.model import Record
from tui.overview import Overview, overview

ROOMY = 54
"""From so many lines of the screen there are empty ones between what is disputed."""

COUNTED = ("quote", "event", "figure", "actor")
"""The kinds of record that are counted in the line above."""


class OverviewColumn(Listing):
    """A column of the overview; only the one that has the focus shows a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("open", "enter", "choose", "Open", "Show the records of this line"),
    ]

    def _here(self, index: int) -> str:
        return super()._here(index) if self.has_focus else ""


class OverviewPane(Notable):
    """What the explorer opens with; ``0`` leads back to it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("search", "slash", "screen.everywhere", "Search all", "Search everywhere"),
        key("clear", "escape", "clear", "Clear", "Clear all filters"),
        *COPYING,
        EXPORTING,
        hidden("right", "right,l", "focus_column(1)", "Right", "Go to the right column"),
        hidden("left", "left,h", "focus_column(0)", "Left", "Go to the left column"),
        *KEYS,
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.summary = PartsLine(classes="summary")
        self.columns = (OverviewColumn(), OverviewColumn(classes="second"))
        for column in self.columns:
            column.signs = self.signs_of
        self.finder = SearchWorker(self)
        self._shown: tuple[Corpus, Shape] | None = None
        """What the columns tell of, and for which room."""
        self._found: Overview | None = None
        self._wanted: str | None = None
        self._column = 0

    # ------------------------------------------------------------------ coming forward

    @property
    def foremost(self) -> Widget:
        return self.listing

    @property
    def busy(self) -> bool:
        return self.finder.looking

    @property
    def listing(self) -> OverviewColumn:
        """The column that has the focus, or had it last."""
        for number, column in enumerate(self.columns):
            # ``has_focus`` follows by message.
            if self.screen.focused is column:
                self._column = number
        return self.columns[self._column]

    def parts(self) -> Sequence[Widget]:
        return [self.summary, ViewBody(*self.columns, classes="body")]

    def get_ready(self) -> None:
        super().get_ready()
        self.refill()

    def come_forward(self, record: str | None = None) -> None:
        """Be what is shown, at a line where one is given."""
        self.furnish()
        self._wanted = record
        if self._shown != (self.corpus, self.shape):
            self.refill()
        else:
            self._be_at(record)
        self.take_focus()

    @property
    def shape(self) -> Shape:
        single = self.screen.has_class("-narrow")
        return Shape(single, not single and self.screen.size.height >= ROOMY)

    def on_resize(self) -> None:
        if self._shown is not None and self._shown[1] != self.shape:
            self._wanted = self._at
            self._show()

    def watch_corpus(self, before: Corpus, after: Corpus) -> None:
        if after is not before and self.furnished and self.display:
            self._wanted = self._at
            self.refill()

    # ---------------------------------------------------------------------- what is told

    @property
    def told_of(self) -> Corpus:
        """The corpus without what filters one kind of record alone."""
        corpus = self.corpus
        for each in corpus.filters:
            corpus = corpus.widened(each) if each.kind else corpus
        return corpus

    def refill(self) -> None:
        """Tell anew what the corpus comes to."""
        self._tell(None)
        self.finder.look(self.corpus, partial(overview, self.told_of), self._have)

    def _have(self, found: Overview) -> None:
        self._found = found
        self._tell(found)
        self._show()

    def _tell(self, found: Overview | None) -> None:
        corpus = self.told_of
        counts = (counted(len(corpus.of(kind)), kind) for kind in COUNTED if corpus.of(kind))
        narrowed = corpus.describe()
        self.summary.parts = (
            styled(counted(len(corpus.articles), "article"), STRONG),
            styled(found.days if found else "counting …"),
            styled(narrowed, ".hit"),
            hint(self, "{clear} clears") if narrowed else EMPTY,
            *(styled(count, DIM) for count in counts),
        )

    def _show(self) -> None:
        self._shown = self.corpus, self.shape
        if self._found is None:
            return
        left, right = self._rows(self._found)
        at, self._wanted = self._wanted, None
        self.set_class(self.shape.single, "-single")
        if self.shape.single:
            self._column = 0
        self.columns[0].show(left, at=at)
        self.columns[1].show(right, at=at)
        self._be_at(at)

    def _rows(self, found: Overview) -> TwoColumns:
        if not self.corpus.articles:
            return TwoColumns(list(self._nothing()), [])
        return rows_of(self.told_of, found, self.shape)

    def _nothing(self) -> Iterable[Row]:
        yield GAP
        if self.corpus.whole.articles:
            yield block(styled("No article matches these filters.", STRONG))
            return
        yield from no_articles()

    @property
    def _at(self) -> str | None:
        target = self.listing.target if self.furnished else None
        return None if target is None else str(target)

    def _be_at(self, target: str | None) -> None:
        had_focus = self.screen.focused in self.columns
        for number, column in enumerate(self.columns):
            if target is not None and column.seek(target):
                self._column = number
        if had_focus:
            self.screen.set_focus(self.columns[self._column])

    # ------------------------------------------------------------------- what one asks

    @property
    def record(self) -> Record | None:
        """The record of the line that the cursor is on, where that is one record's."""
        at = self._at
        return self.corpus.get(at) if at else None

    @property
    def cited(self) -> Record | None:
        return self.record

    @property
    def at(self) -> str | None:
        """The line that the cursor is on, as it can be come back to."""
        return self._at

    @property
    def subject(self) -> Record | None:
        return self.record

    @on(RowList.Highlighted)
    def follow(self, event: RowList.Highlighted) -> None:
        """Other keys may mean something on this line."""
        event.stop()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def go(self, event: RowList.Chosen) -> None:
        """Enter leads to the records of a line."""
        event.stop()
        self.go_to(event.target)

    def go_to(self, target: Hashable) -> None:
        """Go to a record, or to the tab that lists those which a line counts."""
        word, _, rest = str(target).partition(":")
        if word == DISAGREEMENTS:
            self.post_message(ShowTab("disagreements"))
        elif word == LACK:
            kind, _, what = rest.partition(":")
            self.post_message(Refine(kind, (Lacking(kind, what),)))
            self.post_message(ShowTab(HOMES[kind]))
        elif word == SOURCE:
            from tui.search import FieldFilter

            self.post_message(Refine("article", (FieldFilter("article", "source", (rest,)),)))
            self.post_message(ShowTab("sources"))
        else:
            self.post_message(ShowRecord(str(target)))

    def action_export(self) -> None:
        targets = (str(target) for column in self.columns for target in column.targets)
        found = (self.corpus.get(target) for target in targets)
        self.post_message(Export([each for each in found if each], f"{self.id}"))

    def action_clear(self) -> None:
        self.post_message(Widen())

    def action_focus_column(self, number: int) -> None:
        self.screen.set_focus(self.columns[number])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "clear":
                return bool(self.corpus.filters)
            case "focus_column":
                return not self.shape.single
        return super().check_action(action, parameters)
