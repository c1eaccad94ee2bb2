"""The reader: an article in full, with all that was made of it marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from tui.app.cards import card
from tui.app.cards.words import date_words, summary
from tui.app.messages import Browse, Copy, Open, Visit
from tui.app.panes.view import View
from tui.app.text import ACTOR, DIM, LABEL, STRONG, joined, words
from tui.app.widgets.line import Line
from tui.app.widgets.page import Page
from tui.app.widgets.reading import Reading, Stretch
from tui.app.widgets.rows import Rows
from tui.corpus import Mark
from tui.model import Anchor, Article, Record
from tui.wording import source_name

MARK_ROLES = {
    "quote": ".mark-quoted",
    "actor": ACTOR,
    "date": ".mark-date",
    "figure": ".mark-figure",
    # An event is a whole clause: to style it would style nearly everything.
    "event": "",
    "contest": "",
}


class Reader(View):
    """One article, read by line or from mark to mark."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", tooltip="Copy the record with its citation"),
        Binding("o", "browse", "Address", tooltip="Open the article's address in a browser"),
        Binding("escape", "screen.back", "Back", show=False, tooltip="Back to where you were"),
        Binding("l,right", "focus_card", "Detail", show=False, tooltip="To the detail"),
        Binding("h,left", "focus_text", "Text", show=False, tooltip="To the text"),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.record: Record | None = None
        self.head = Line(classes="summary")
        self.reading = Reading(classes="text")
        self.page = Page(classes="card")
        self.status = Line(classes="status")

    @property
    def foremost(self) -> Widget:
        return self.reading

    def parts(self) -> Sequence[Widget]:
        body = Container(self.reading, self.page, classes="body")
        return [self.head, body, self.status]

    def come_forward(
        self, record: str | None = None, anchor: Anchor | None = None, scroll: int | None = None
    ) -> None:
        """Show the article that a passage stands in, or the article itself."""
        self.furnish()
        found = self.corpus.get(record) if record else None
        home = self.corpus.get(anchor.article) if anchor else found
        if isinstance(home, Article):
            self.article, self.record = home, found
            marks = self.corpus.marks(home.id)
            spot = (anchor.start, anchor.end) if anchor else None
            self._tell(home)
            self.status.left = self._no_mark(len(marks))
            if found is not None:
                self._card(found)
            self.reading.show(
                self.corpus.texts[home.id], [_stretch(mark) for mark in marks], spot, scroll
            )
            for mark in marks:
                if found is not None and mark.record == found.id and mark[:2] == spot:
                    self.reading.be_at(mark)
                    break
        self.take_focus()

    def _tell(self, article: Article) -> None:
        self.head.left = joined(
            (article.title, STRONG),
            (source_name(article) if article.publisher or article.agency else "", DIM),
            (date_words(article.published), DIM),
            by=" · ",
        )
        self.head.right = joined(
            *((kind, role) for kind, role in MARK_ROLES.items() if role), by="  "
        )

    @staticmethod
    def _no_mark(marks: int) -> Content:
        if not marks:
            return words("Nothing was made of this article.", DIM)
        return joined((f"{marks:,} marks", DIM), ("n goes to the next", DIM), by=" · ")

    def _card(self, record: Record) -> None:
        self.record = record
        self.page.show(card(self.corpus.whole, record))
        self.refresh_bindings()

    @on(Reading.Highlighted)
    def tell_mark(self, event: Reading.Highlighted) -> None:
        """Say what the mark stands for, and show its record beside."""
        event.stop()
        mark = event.stretch.target
        if not isinstance(mark, Mark):
            return
        record = self.corpus.get(mark.record)
        if record is None:
            return
        what, where = summary(self.corpus, record)
        number = f"{event.number + 1:,}/{len(self.reading.stretches):,}"
        self.status.left = joined(
            (f"{number}", DIM),
            (f"date of {record.kind}" if mark.kind == "date" else mark.kind, LABEL),
            what,
            by="  ",
        )
        self.status.right = where
        self._card(record)

    @on(Reading.Chosen)
    def visit_mark(self, event: Reading.Chosen) -> None:
        """Enter on a mark shows its record in its tab."""
        event.stop()
        if isinstance(event.stretch.target, Mark):
            self.post_message(Visit(event.stretch.target.record))

    @on(Rows.Chosen)
    def follow(self, event: Rows.Chosen) -> None:
        """Enter in the detail opens a passage, or goes to another record."""
        event.stop()
        if isinstance(event.target, Anchor):
            self.post_message(Open(self.record.id if self.record else "", event.target))
        else:
            self.post_message(Visit(str(event.target)))

    @on(Rows.Highlighted)
    def stay(self, event: Rows.Highlighted) -> None:
        """The text stays where it is while the detail is read."""
        event.stop()

    def action_copy(self) -> None:
        record = self.record or self.article
        if record is not None:
            self.post_message(Copy(record))

    def action_browse(self) -> None:
        if self.article is not None and self.article.url:
            self.post_message(Browse(self.article.url))

    def action_focus_text(self) -> None:
        self.screen.set_focus(self.reading)

    def action_focus_card(self) -> None:
        if self.page.display:
            self.screen.set_focus(self.page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "browse":
            return self.article is not None and bool(self.article.url)
        return True


def _stretch(mark: Mark) -> Stretch:
    return Stretch(mark.start, mark.end, MARK_ROLES.get(mark.kind, ""), mark)
