"""The reader: an article in full, with all that was made of it marked, and a search in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui.annotation import WORDS
from tui.app.cards import card
from tui.app.cards.added import added_rows
from tui.app.cards.labels import summary
from tui.app.keys import hidden, hint, key, told_keys
from tui.app.messages import Browse, Open, ShowRecord
from tui.app.panes.marking import MARK_ROLES, signs_in, stretches_of
from tui.app.panes.notable import COPYING, KEYS, Notable
from tui.app.panes.view import ViewBody
from tui.app.search_worker import SearchWorker
from tui.app.styling import DIM, HIT, LABEL, STRONG, WARN, joined, styled
from tui.app.widgets.article_view import ArticleView
from tui.app.widgets.line import Line
from tui.app.widgets.record_page import RecordPage
from tui.app.widgets.row_list import RowList
from tui.app.widgets.rows import Row
from tui.corpus import Corpus
from tui.model import Anchor, Article, Record
from tui.notes import Notes
from tui.tables.lookup import RecordPassage
from tui.wording import date_words, source_name

HEAD = 2
"""Rows at the head of a card, below which stands what is added."""

# What a search needs is imported with the first one.
if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.app.widgets.text_input import TextInput
    from tui.search import InArticle


SELECTING = "{bookmark} bookmark · {note} note · {tag} tags · {review} review · {unselect} cancel"
"""What can be done with selected words."""


class ReaderPane(Notable):
    """One article, read by line, from mark to mark, or from hit to hit of a search.

    A passage that a search has found is opened with the words of the search lit. Esc takes
    back what was done last: a search that was typed here, else the way here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("search", "slash", "search", "Search", "Search this article"),
        key("leave", "escape", "leave", "Back", "Clear the search, then go back"),
        *COPYING,
        key("address", "o", "browse", "Address", "Open the article's address in a browser"),
        hidden("right", "right,l", "focus_card", "Detail", "Go to the details"),
        hidden("left", "left,h", "focus_text", "Text", "Go to the text"),
        *KEYS,
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.record: Record | None = None
        self.sought = ""
        self.field: TextInput | None = None
        self.finder = SearchWorker(self)
        self._typed = False
        self._origin = 0
        self.head = Line(classes="summary")
        self.reading = ArticleView(classes="text")
        self.page = RecordPage(classes="card")
        self.page.signs = self.signs_of
        self.status = Line(classes="status")

    @property
    def foremost(self) -> Widget:
        return self.reading

    def parts(self) -> Sequence[Widget]:
        body = ViewBody(self.reading, self.page, classes="body")
        return [self.head, body, self.status]

    def come_forward(
        self,
        record: str | None = None,
        anchor: Anchor | None = None,
        scroll: int | None = None,
        sought: str = "",
    ) -> None:
        """Show the article that a passage stands in, or the article itself, and light in it
        what is looked for."""
        self.furnish()
        self._put(sought)
        found = self.corpus.get(record) if record else None
        home = self.corpus.get(anchor.article) if anchor else found
        if isinstance(home, Article):
            self.article, self.record = home, found
            marks = self.corpus.marks(home.id)
            spot = (anchor.start, anchor.end) if anchor else None
            self._tell(home)
            self.status.left, self.status.right = self._no_mark(len(marks)), styled("")
            if found is not None:
                self._card(found)
            self.reading.show(
                self.corpus.texts[home.id], stretches_of(self.corpus, home), spot, scroll
            )
            self.reading.sign(signs_in(self.corpus, home))
            for mark in marks:
                if found is not None and mark.record == found.id and mark[:2] == spot:
                    self.reading.be_at(mark)
                    break
            if sought:
                self.finder.look(self.corpus, lambda: self._find(home, typing=False), self._light)
        self.take_focus()

    def watch_corpus(self, before: Corpus, after: Corpus) -> None:
        if after is before or not self.furnished or self.article is None:
            return
        article = after.get(self.article.id)
        if not isinstance(article, Article):
            return
        if article.sha256 != self.article.sha256:
            # Its marks are those of another text: whoever reads it anew shows it anew.
            return
        self.article = article
        self.reading.mark(stretches_of(after, article))
        self.reading.sign(signs_in(after, article))
        if self.record is not None:
            self._card(after.get(self.record.id) or article)
        self.reading.tell()

    def _tell(self, article: Article) -> None:
        self.head.left = joined(
            (article.title, STRONG),
            (source_name(article) if article.publisher or article.agency else "", DIM),
            (date_words(article.published), DIM),
            (article.locator, DIM),
            by=" · ",
        )
        self.head.right = joined(
            *((kind, role) for kind, role in MARK_ROLES.items() if role and kind != WORDS), by="  "
        )

    def _no_mark(self, marks: int) -> Content:
        if not marks:
            return styled("No quotes, events or figures were found in this article.", DIM)
        return joined((f"{marks:,} highlights", DIM), hint(self, "{next-hit} next"), by=" · ")

    def _card(self, record: Record) -> None:
        self.record = record
        self.page.show(self._rows_of(record))
        self.refresh_bindings()

    def _rows_of(self, record: Record) -> list[Row]:
        rows = card(self.corpus.whole, record)
        at = self._marked_words
        added = self.corpus.added.at(at) if at else self.corpus.added.to(record.id)
        return [*rows[:HEAD], *added_rows(self.corpus, added), *rows[HEAD:]]

    # ----------------------------------------------------------------- what can be added

    @property
    def subject(self) -> Record | Anchor | None:
        if self.article is not None and (span := self.reading.selected):
            return Anchor(self.article.id, *span)
        return self._marked_words or self.record or self.article

    @property
    def _marked_words(self) -> Anchor | None:
        """The words that something is added to and that the reader is at."""
        mark = self.reading.here
        if isinstance(mark, RecordPassage) and mark.kind == WORDS:
            return Anchor(mark.record, mark.start, mark.end)
        return None

    @on(ArticleView.Selected)
    def tell_selected(self, event: ArticleView.Selected) -> None:
        """Say how words are chosen, and what can be done with them."""
        event.stop()
        if self.reading.selected is None:
            self._tell_marks()
        else:
            hold = "{select} frees the start" if self.reading.holds else "{select} fixes the start"
            self.status.left = hint(self, f"{SELECTING} · {hold}")
            self.status.right = styled("")
        self.refresh_bindings()

    def watch_notes(self, before: Notes, after: Notes) -> None:
        """Words that something was added to are no longer being chosen."""
        if before.annotations != after.annotations and self.reading.selected is not None:
            self.reading.action_unselect()

    # ------------------------------------------------------------ a search in the article

    async def action_search(self) -> None:
        """Show the field, and type what to look for in this article."""
        if self.field is None:
            # Made when first asked for.
            from tui.app.widgets.text_input import TextInput

            self.field = TextInput("Search this article: words, or “a phrase”")
            await self.mount(self.field, after=self.head)
            self._put(self.sought)
        self.field.display = True
        self._origin = self.reading.begin
        self.screen.set_focus(self.field)

    def _put(self, text: str) -> None:
        """Look for this, as somebody has asked elsewhere."""
        self.finder.cancel()
        self.sought, self._typed = text, False
        if self.field is not None:
            # Not said to anybody: nobody has typed it.
            with self.field.prevent(type(self.field).Changed):
                self.field.value = text
            self.field.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to the first hit from where one has read to, at every letter."""
        event.stop()
        article, self.sought, self._typed = self.article, event.value, True
        if article is not None:
            self.finder.look(self.corpus, lambda: self._find(article, typing=True), self._go_to)

    def on_text_input_left(self, event: TextInput.Left) -> None:
        """Leave the field and keep what was found."""
        event.stop()
        if self.field is not None:
            self.field.display = False
        self.screen.set_focus(self.reading)

    @property
    def as_sought(self) -> str:
        """What is looked for, written so that it finds the same when nobody is typing it."""
        if not self._typed:
            return self.sought
        from tui.search import settled

        return settled(self.sought)

    def _find(self, article: Article, *, typing: bool) -> InArticle:
        from tui.search import parse, stretches, within

        found = within(self.corpus, article, self.sought, typing=typing)
        if found.spans or typing:
            return found
        # What has found a passage need not stand in the text: it may be who is speaking.
        some = stretches(parse(self.sought), self.corpus.texts[article.id])
        return found._replace(spans=some)

    def _light(self, found: InArticle) -> None:
        """Light what is found, and stay at the passage."""
        self.reading.light(found.spans)
        if found.spans:
            self._tell_hits(self.reading.hit_from(self.reading.begin))

    def _go_to(self, found: InArticle) -> None:
        """Go to the first hit from where the search began."""
        self.reading.light(found.spans)
        if found.spans:
            self.reading.go_to_hit(self.reading.hit_from(self._origin))
        elif self.sought.strip():
            parts = (
                f"Nothing in this article has {self.sought.strip()}",
                *found.advice,
                told_keys(self, "{clear} clears"),
            )
            self.status.left = joined((parts[0], WARN), *((p, DIM) for p in parts[1:]), by=" · ")
            self.status.right = styled("")
        else:
            self._tell_marks()

    @on(ArticleView.AtHit)
    def tell_hit(self, event: ArticleView.AtHit) -> None:
        event.stop()
        self._tell_hits(event.number)
        self.refresh_bindings()

    def _tell_hits(self, number: int) -> None:
        """Say which hit of how many, and of what."""
        hits = self.reading.hits
        if hits:
            self.status.left = joined(
                (f"{number % len(hits) + 1:,}/{len(hits):,}", DIM),
                (self.sought.strip(), HIT),
                joined(
                    hint(self, "{next-hit} next") if len(hits) > 1 else "",
                    hint(self, "{clear} clears") if self._typed else "",
                    by=" · ",
                ),
                by="  ",
            )
            self.status.right = styled("")

    async def action_leave(self) -> None:
        """Clear the search that was typed here, else go back."""
        if self._typed and self.sought:
            self._put("")
            self.reading.light(())
            self._tell_marks()
        else:
            await self.screen.run_action("back")

    # ----------------------------------------------------------------------- its marks

    def _tell_marks(self) -> None:
        self.status.left = self._no_mark(len(self.reading.stretches))
        self.status.right = styled("")

    @on(ArticleView.Highlighted)
    def tell_mark(self, event: ArticleView.Highlighted) -> None:
        """Say what the mark stands for, and show its record beside."""
        event.stop()
        mark = event.stretch.target
        if not isinstance(mark, RecordPassage):
            return
        record = self.corpus.get(mark.record)
        if record is None:
            return
        if record is self.record and mark.kind != WORDS:
            # Its card stands there: this is the passage that was asked for.
            self.refresh_bindings()
        else:
            self._card(record)
        if self.reading.hits:
            # Where one goes from hit to hit, these are counted.
            return
        what, where = summary(self.corpus, record)
        if mark.kind == WORDS:
            noted = self.corpus.added.at(Anchor(mark.record, mark.start, mark.end))
            what = joined(*(said for _sign, said in noted.told), by=" · ")
        number = f"{event.number + 1:,}/{len(self.reading.stretches):,}"
        self.status.left = joined(
            (f"{number}", DIM),
            (f"date of {record.kind}" if mark.kind == "date" else mark.kind, LABEL),
            what,
            by="  ",
        )
        page = self.article.page_of(mark[0]) if self.article else ""
        self.status.right = joined(where, (page, DIM), by=" · ")

    @on(ArticleView.Chosen)
    def visit_mark(self, event: ArticleView.Chosen) -> None:
        """Enter on a mark shows its record in its tab."""
        event.stop()
        if isinstance(event.stretch.target, RecordPassage):
            self.post_message(ShowRecord(event.stretch.target.record))

    @on(RowList.Chosen)
    def follow(self, event: RowList.Chosen) -> None:
        """Enter in the detail opens a passage, or goes to another record."""
        event.stop()
        if isinstance(event.target, Anchor):
            self.post_message(Open(self.record.id if self.record else "", event.target))
        else:
            self.post_message(ShowRecord(str(event.target)))

    @on(RowList.Highlighted)
    def stay(self, event: RowList.Highlighted) -> None:
        """The text stays where it is while the detail is read."""
        event.stop()

    def action_browse(self) -> None:
        if self.article is not None and self.article.url:
            self.post_message(Browse(self.article.url))

    def action_focus_text(self) -> None:
        self.screen.set_focus(self.reading)

    def action_focus_card(self) -> None:
        if self.page.display:
            self.screen.set_focus(self.page)

    @property
    def cited(self) -> Record | None:
        return self.record or self.article

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "browse":
            return self.article is not None and bool(self.article.url)
        return super().check_action(action, parameters)
