"""Speakers side by side: a column each, the rows in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from tui.app.cards.labels import source_words
from tui.app.cards.quote_cell import quote_cell
from tui.app.keys import hidden, hint, key, told_keys
from tui.app.messages import ChooseSpeakers, Copy, Open
from tui.app.panes.view import View
from tui.app.search_worker import SearchWorker
from tui.app.styling import ACTOR, DATE, DIM, HIT, STRONG, counted, joined, spread, styled
from tui.app.widgets.grid import Box, Grid, GridLine, Heads
from tui.app.widgets.line import Line
from tui.app.widgets.row_list import RowList
from tui.app.widgets.text_input import TextInput
from tui.comparison import (
    ComparedGroup,
    ComparisonQuestion,
    SpeakerComparison,
    compare,
    most_quoted,
)
from tui.corpus import Corpus
from tui.model import Quote, Record
from tui.search import Answer, Query, parse
from tui.wording import date_words, short_date

SPARED = 8
"""Lines of the screen that no quote takes: its heading, and what stands around all."""


class Compared(View):
    """What several speakers say, on some words or at all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("compare", "c", "speakers", "Compare", "Choose whom to compare"),
        key("search", "slash", "search", "Narrow", "Compare only what is said about this"),
        key("copy", "y", "copy", "Copy", "Copy the quote with its citation"),
        hidden("clear", "escape", "clear", "Back", "Clear the words, then go back"),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.asked = ComparisonQuestion()
        self.comparison = SpeakerComparison(Corpus(), (), Query(), (), ())
        self.summary = Line(classes="summary")
        self.grid = Grid()
        self.heads = Heads(self.grid)
        self.field: TextInput | None = None
        self.finder = SearchWorker(self)
        self._answer: Answer | None = None

    @property
    def foremost(self) -> Widget:
        return self.grid

    def parts(self) -> Iterable[Widget]:
        return [self.summary, self.heads, self.grid]

    # ------------------------------------------------------------------ coming forward

    def come_forward(
        self,
        corpus: Corpus,
        asked: ComparisonQuestion,
        record: str | None = None,
        scroll: int | None = None,
    ) -> None:
        """Compare what is asked for, at the cell of a quote where one is given."""
        self.furnish()
        if self.field is not None:
            with self.field.prevent(Input.Changed):
                self.field.value = asked.query.text
            self.field.display = bool(asked.query.parts)
        self._compare(corpus, asked, record, scroll)
        self.take_focus()

    def _compare(
        self,
        corpus: Corpus,
        asked: ComparisonQuestion,
        record: str | None = None,
        scroll: int | None = None,
    ) -> None:
        self.asked = asked
        at = (record, asked.column) if record else None
        self.finder.look(corpus, partial(_found, corpus, asked), partial(self._show, at, scroll))

    def _show(
        self,
        at: tuple[str, int] | None,
        scroll: int | None,
        found: tuple[SpeakerComparison, Answer | None],
    ) -> None:
        made, self._answer = found
        self.comparison = made
        lines = self._lines() if made.groups else self._nothing()
        self.grid.lay(lines, len(made.speakers), at=at, scroll=scroll)
        self.heads.show([partial(self._head, number) for number in range(len(made.speakers))])
        self._tell()
        self.refresh_bindings()

    # ------------------------------------------------------------------ what is shown

    def _lines(self) -> list[GridLine]:
        lines: list[GridLine] = []
        for group in self.comparison.groups:
            lines.append(self._heading(group))
            lines += [self._boxes(row) for row in group.rows]
        return lines

    def _boxes(self, row: Sequence[Quote | None]) -> tuple[Box | None, ...]:
        return tuple(
            self._box(quote, column) if quote else None for column, quote in enumerate(row)
        )

    def _box(self, quote: Quote, column: int) -> Box:
        hit = self._answer.hit(quote) if self._answer else None
        most = max(4, self.screen.size.height - SPARED)
        box = quote_cell(self.comparison.corpus, quote, hit.spans if hit else (), most)
        # What two say together stands in two columns, and is a target in each.
        return box._replace(target=(quote.id, column))

    def _heading(self, group: ComparedGroup) -> Content:
        if not group.article:
            return styled(date_words(group.when), DATE)
        source, date = source_words(self.comparison.corpus, group.article)
        undated = styled("Day not stated", DATE)
        return joined(undated, ("in", DIM), source, date, by="  ")

    def _head(self, column: int, width: int) -> Content:
        made = self.comparison
        count, total = made.counts[column], made.totals[column]
        number = f"{count:,}" if count == total else f"{count:,} of {total:,}"
        silent = made.query.parts and not count
        told = styled("no such quotes" if silent else number if total else "no quotes", DIM)
        name = styled(made.corpus.name(made.speakers[column]), ACTOR)
        dated = joined(told, (self._begins(column), DIM), by=" · ")
        if name.cell_length + 1 + dated.cell_length <= width:
            told = dated
        return spread(name, told, width)

    def _begins(self, column: int) -> str:
        """When the first quote of a column is, where that is below the first day of all."""
        for at, group in enumerate(self.comparison.groups):
            if any(row[column] for row in group.rows):
                when = group.when
                if group.article:
                    when = self.comparison.corpus.article(group.article).published
                return f"from {short_date(when)}" if at and when.known else ""
        return ""

    def _nothing(self) -> list[GridLine]:
        """What to do where there is nothing to compare."""
        made = self.comparison
        others = [made.corpus.name(each) for each in most_quoted(made.corpus, made.query)[:4]]
        if not made.speakers:
            said = "Nobody is compared." if others else "Nobody is quoted in these articles."
            return self._told([said, "c chooses whom to compare." if others else ""])
        lines = [
            f"None of their quotes has {made.about}." if made.about else "No quotes of theirs."
        ]
        lines.append(self._by_topic())
        if others:
            lines.append(f"Others do: {', '.join(others)}. c chooses whom to compare.")
        elif self._answer is not None:
            lines += self._answer.lines(counted=False)
        if made.query.parts:
            lines.append(told_keys(self, "{clear} clears the words."))
        return self._told(lines)

    def _by_topic(self) -> str:
        """What the same words find as a topic, which is about what is said in other words."""
        made, words = self.comparison, self.comparison.query.text.strip()
        if not words or ":" in words or '"' in words:
            return ""
        topic = f'topic:"{words}"' if " " in words else f"topic:{words}"
        found = len(compare(made.corpus, made.speakers, parse(topic)).quotes)
        return (
            f"As a topic there is more: {topic} finds {counted(found, 'quote')}." if found else ""
        )

    @staticmethod
    def _told(lines: Iterable[str]) -> list[GridLine]:
        told: list[GridLine] = [Content("")]
        for number, each in enumerate(filter(None, lines)):
            told.append(styled(each, DIM if number else STRONG))
        return told

    @on(Grid.Laid)
    def _tell(self) -> None:
        """The line above: how many, what of, and which of the columns are in sight."""
        made = self.comparison
        quotes = counted(len(made.quotes), "quote")
        self.summary.left = joined(
            (f"{counted(len(made.speakers), 'speaker')} side by side", STRONG),
            (quotes, STRONG),
            (made.about, HIT),
            hint(self, "{clear} clears") if made.query.parts else "",
            by=" · ",
        )
        shown, all_of = self.grid.shown, len(made.speakers)
        before = "‹ " if shown.start else ""
        behind = " ›" if shown.stop < all_of else ""
        which = f"{shown.start + 1}–{shown.stop}" if len(shown) > 1 else f"{shown.start + 1}"
        paged = f"{before}{which} of {all_of}{behind}" if len(shown) < all_of else ""
        self.summary.right = styled(paged, DIM)
        self.heads.refresh()

    # ---------------------------------------------------------------------- what one asks

    @property
    def record(self) -> Record | None:
        """The quote that the cursor is on."""
        target = self.grid.target
        return self.comparison.corpus.get(target[0]) if isinstance(target, tuple) else None

    @property
    def as_asked(self) -> ComparisonQuestion:
        """What is compared, with the column that the cursor is in."""
        return self.asked._replace(column=self.grid.column)

    @on(RowList.Highlighted)
    def leave_it(self, event: RowList.Highlighted) -> None:
        """Nothing else depends on the cell that the cursor is on."""
        event.stop()

    @on(RowList.Chosen)
    def open_passage(self, event: RowList.Chosen) -> None:
        """Enter on a cell opens its passage."""
        event.stop()
        if self.record is not None:
            self.post_message(Open(self.record.id, sought=str(self.asked.query)))

    def action_copy(self) -> None:
        if self.record is not None:
            self.post_message(Copy(self.record))

    def action_speakers(self) -> None:
        self.post_message(ChooseSpeakers(self.asked))

    async def action_search(self) -> None:
        if self.field is None:
            # Made when first asked for.
            hint = "Words, or a query such as topic:kosovo"
            self.field = TextInput(hint, self.asked.query.text)
            await self.mount(self.field, after=self.summary)
        self.field.display = True
        self.screen.set_focus(self.field)

    @on(Input.Changed)
    def look_for(self, event: Input.Changed) -> None:
        """Compare what the words find, at every letter."""
        event.stop()
        self._on(parse(event.value, typing=True))

    def _on(self, query: Query) -> None:
        record = self.record
        asked = self.as_asked._replace(query=query)
        self._compare(self.comparison.corpus, asked, record.id if record else None)

    @on(TextInput.Left)
    def leave_field(self, event: TextInput.Left) -> None:
        """Leave the field and keep the words."""
        event.stop()
        if self.field is not None:
            self.field.display = bool(self.asked.query.parts)
        self.screen.set_focus(self.grid)

    async def action_clear(self) -> None:
        if not self.asked.query.parts:
            await self.screen.run_action("back")
            return
        if self.field is not None:
            with self.field.prevent(Input.Changed):
                self.field.value = ""
            self.field.display = False
        self._on(Query())
        self.screen.set_focus(self.grid)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "copy" or self.record is not None


def _found(corpus: Corpus, asked: ComparisonQuestion) -> tuple[SpeakerComparison, Answer | None]:
    """What is compared, and why each quote is; may take a while in a large corpus."""
    made = compare(corpus, asked.speakers, asked.query)
    return made, Answer(corpus, asked.query, "quote") if asked.query.parts else None
