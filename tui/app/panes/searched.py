"""A tab's search: what is looked for, what that finds, in what order, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.reactive import var

from tui.annotation import FIELDS as ADDED
from tui.app.keys import hint, key
from tui.app.messages import ChooseFilter, Cleared, Refine, Remember, Save, Sorted
from tui.app.panes.instead import advice_rows, no_articles
from tui.app.panes.notable import Notable
from tui.app.search_worker import SearchFound, SearchWorker, needs_suggestions
from tui.app.styling import DIM, STRONG, counted, joined, styled
from tui.app.widgets.line import Line
from tui.app.widgets.rows import GAP, Row, block
from tui.corpus import NARROWED, Corpus
from tui.model import Record
from tui.orders import ORDERS
from tui.tables.lazy_records import JoinedRecords, among
from tui.wording import order_words

# What a search needs is imported with the first one: most launches ask nothing.
if TYPE_CHECKING:
    from tui.app.widgets.search_box import Choice, SearchBox
    from tui.search import Answer, Hit, Otherwise

RELEVANCE = "relevance"


class Searched(Notable):
    """A view of some kinds of records, all of them or what a search finds.

    Whoever derives from it says what there is (``records``) and shows what it is given
    (``show_found``). A search of a large corpus runs in a thread.
    """

    NOUN: ClassVar[str] = "record"
    KINDS: ClassVar[tuple[str, ...]] = ()
    SORTS: ClassVar[tuple[str, ...]] = ("text",)
    HIT_SORTS: ClassVar[tuple[str, ...]] = ()
    """How hits can be sorted; by relevance first and then as all are, where none is said."""
    NONE: ClassVar[str] = "Nothing in these articles."

    BINDINGS: ClassVar[list[BindingType]] = [
        key("search", "slash", "search", "Search", "Search this tab"),
        key("clear", "escape", "clear", "Clear", "Clear the search, then the filters"),
        key("sort", "s", "sort", "Sort", "Change the sort order of this list"),
        key("filter", "f", "filter", "Filter", "Filter by speaker, source, month, kind …"),
        key("save-search", "ctrl+s", "save", "Save search", "Save this search under a name"),
    ]

    query_text: var[str] = var("", init=False)
    all_by: var[str] = var("", init=False)
    hits_by: var[str] = var("", init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.answers: dict[str, Answer] = {}
        self._hits: dict[str, Hit | None] = {}
        self.asking: SearchBox | None = None
        self.summary = Line(classes="summary")
        self.finder = SearchWorker(self)
        self._typing = False
        self._goes_on = False
        """Whether the last word may go on: while it is typed, then where it finds nothing."""
        self._stale = True
        self.set_reactive(Searched.all_by, self.SORTS[0])
        self.set_reactive(Searched.hits_by, self._hit_sorts[0])

    # ------------------------------------------------------------- what a tab decides

    def records(self) -> Sequence[Record]:
        """All that the tab lists, in its order."""
        field = ORDERS.get((self.KINDS[0], self.order))
        return self.corpus.in_order(self.KINDS[0], field)

    def show_found(self, found: Sequence[Record]) -> None:
        """Show all records, or those that are found."""
        raise NotImplementedError

    def begin_sorted(self, order: str) -> None:
        """Be sorted as the reader left it, where the list still can be."""
        if order in self.SORTS:
            self.set_reactive(Searched.all_by, order)

    # ------------------------------------------------------------------ what is found

    @property
    def kind(self) -> str:
        """The kind of record that is counted and filtered."""
        return self.KINDS[0]

    @property
    def searching(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.query_text.strip())

    @property
    def busy(self) -> bool:
        return self.finder.looking

    @property
    def typing(self) -> bool:
        """Whether the reader is typing what to look for."""
        return self.searching and self.asking is not None and self.asking.typing

    @property
    def sorts(self) -> tuple[str, ...]:
        """The ways in which what is listed can be sorted."""
        return self._hit_sorts if self.searching else self.SORTS

    @property
    def _hit_sorts(self) -> tuple[str, ...]:
        return self.HIT_SORTS or (RELEVANCE, *self.SORTS)

    @property
    def order(self) -> str:
        """The way in which what is listed is sorted."""
        return self.hits_by if self.searching else self.all_by

    def hit(self, record: Record) -> Hit | None:
        """Where the words of the search stand in a record, and why else it is found."""
        if record.id not in self._hits:
            found = self.answers.get(record.kind)
            self._hits[record.id] = found.hit(record) if found else None
        return self._hits[record.id]

    def spans(self, record: Record) -> Sequence[tuple[int, int]]:
        """Where the words of the search stand in a record's own words."""
        hit = self.hit(record)
        return hit.spans if hit else ()

    def why(self, record: Record) -> str:
        """What else a record is found by; "" where its own words say it."""
        hit = self.hit(record)
        return hit.why if hit else ""

    def finds(self, record: Record) -> bool:
        """Whether a record is among those that are found."""
        found = self.answers.get(record.kind)
        return found is not None and found.hits.records.place(record.id) >= 0

    def refill(self) -> None:
        """List anew what there is to list."""
        self._stale = False
        self.finder.look(self.corpus, self._find, self._found)
        if self.finder.looking and self.searching:
            from tui.search import is_made

            if not is_made(self.corpus, self.KINDS[0]):
                self.summary.left = styled("Building the search index (first time only) …", DIM)

    def _find(self) -> SearchFound:
        if not self.searching:
            return SearchFound(self.records(), {}, self._suggestions())
        from tui.search import answer

        answers = {
            kind: answer(self.corpus, self.query_text, kind, typing=self._goes_on)
            for kind in self.KINDS
        }
        each_kind = [each.hits.records for each in answers.values()]
        found: Sequence[Record]
        found = each_kind[0] if len(each_kind) == 1 else JoinedRecords(each_kind)
        if self.order != RELEVANCE:
            found = among(self.records(), found)
        return SearchFound(found, answers, self._suggestions())

    def _suggestions(self) -> Sequence[Choice]:
        if not self._typing:
            return ()
        from tui.app.suggesting import suggestions

        return suggestions(self.corpus, self.query_text, self.KINDS[0], self.notes.saved)

    def _found(self, found: SearchFound) -> None:
        self.answers = found.answers
        self._hits.clear()
        self.show_found(found.records)
        self.tell(self._how_many(found.records))
        if self.asking is not None:
            self.asking.field.finds = bool(found.records)
            self.asking.offer(found.choices)

    def _how_many(self, records: Sequence[Record]) -> int:
        if len(self.KINDS) == 1:
            return len(records)
        return len(records.parts[0]) if isinstance(records, JoinedRecords) else 0

    # ----------------------------------------------------------------------- what changes

    def watch_corpus(self, before: Corpus, after: Corpus) -> None:
        # A view that is made late is given what it shows, and then bound to it.
        if after is before:
            return
        if self._only_added(before, after):
            self.show_added()
        else:
            self._changed()

    def _only_added(self, before: Corpus, after: Corpus) -> bool:
        """Whether two corpora list the same, and differ in what the reader has added alone."""
        same = before.whole is after.whole and before.filters == after.filters
        asked = [clause.what for each in self.answers.values() for clause in each.query.clauses]
        asks = any(getattr(what, "field", "") in ADDED for what in asked)
        filtered = any(getattr(each, "field", "") == "added" for each in after.filters)
        return same and not asks and not filtered

    def show_added(self) -> None:
        """Show what the reader has added to what is listed."""

    def watch_query_text(self, before: str, after: str) -> None:
        self._changed()
        # Which keys there are depends on whether anything is looked for, not on every letter.
        if (bool(before), bool(before.strip())) != (bool(after), bool(after.strip())):
            self.refresh_bindings()

    def watch_notes(self) -> None:
        if self.asking is not None:
            self.asking.earlier = self.notes.recent

    def watch_all_by(self) -> None:
        self._changed()

    def watch_hits_by(self) -> None:
        self._changed()

    def _changed(self) -> None:
        self._stale = True
        if self.furnished and self.display:
            self.refill()

    # ------------------------------------------------------------------- what it tells

    def tell(self, shown: int) -> None:
        """The line above the list: how many, of how many, why these, in what order."""
        all_of = len(self.corpus.whole.of(self.KINDS[0]))
        count = counted(shown, self.NOUN) if shown == all_of else f"{shown:,} of {all_of:,}"
        found = self.answers.get(self.KINDS[0])
        why = [self.query_text.strip(), self.corpus.describe(self.kind)]
        aside = () if self.kind in NARROWED else [f for f in self.corpus.filters if not f.kind]
        others = " · ".join(each.describe(self.corpus.whole) for each in aside)
        self.summary.left = joined(
            (count, STRONG),
            *((part, ".hit") for part in why if part),
            (found.hint if found else "", DIM),
            (f"not narrowed by {others}" if others else "", DIM),
            hint(self, "{clear} clears") if any(why) or others else "",
            (order_words(self.order) if len(self.sorts) > 1 and shown > 1 else "", DIM),
            by=" · ",
        )

    def nothing(self) -> list[Row]:
        """What an empty list says, and what to do about it."""
        rows = [GAP]
        if self.searching:
            rows.append(block(joined("Nothing matches ", (self.query_text, STRONG), ".")))
            rows.append(GAP)
            rows += self._advice()
            rows += [block(styled(line, DIM)) for line in self._hints()]
            rows.append(block(hint(self, "{clear} shows all again.")))
        elif narrowed := self.corpus.describe(self.kind):
            rows.append(block(joined("Nothing here with ", (narrowed, STRONG), ".")))
            rows += [GAP, block(hint(self, "{clear} clears the filter."))]
        elif not self.corpus.whole.articles:
            rows += no_articles()
        else:
            advice = "The articles can be read in 6 Sources."
            rows += [block(styled(self.NONE, STRONG)), GAP, block(styled(advice, DIM))]
        return rows

    @property
    def meant(self) -> Otherwise | None:
        """The search that was perhaps meant, where this one finds nothing."""
        if not self.searching or needs_suggestions(self.answers):
            return None
        found = (each.suggestion for each in self.answers.values() if not each.total)
        return next((each for each in found if each), None)

    def _advice(self) -> list[Row]:
        """What to search for instead: the nearest words, which Enter takes, or fewer of them."""
        if needs_suggestions(self.answers):
            return []
        answers = list(self.answers.values())
        # Whoever types is offered it below the field, by Tab.
        meant = None if self.typing else self.meant
        return advice_rows(answers, meant, self.NOUN, as_typed=self._goes_on)

    def offer_instead(self) -> None:
        """Offer the search that was perhaps meant in the field, where it is typed: Tab takes it."""
        if self.asking is not None and self.asking.typing and (meant := self.meant):
            from tui.app.widgets.search_box import Choice

            many = counted(meant.total, self.NOUN)
            self.asking.offer((Choice(meant.text, f"{meant.how}?", many),))

    def _hints(self) -> list[str]:
        """What was read otherwise than it may have been meant, where the line above has no room."""
        found = self.answers.get(self.KINDS[0])
        return [found.hint] if found and found.hint and self.screen.has_class("-narrow") else []

    # ------------------------------------------------------------------ what one asks

    async def action_search(self) -> None:
        """Show the field, where it is not shown yet, and type."""
        if self.asking is None:
            # Made when first asked for: no start waits for it.
            from tui.app.widgets.search_box import SearchBox
            from tui.app.widgets.text_input import TextInput

            hint = f"Search {self.NOUN}s: words in any order, speaker: date: …"
            self.asking = SearchBox(TextInput(hint))
            self.asking.earlier = self.notes.recent
            await self.mount(self.asking, after=self.summary)
        self.asking.display = True
        if self.asking.field.value != self.query_text:
            self.asking.put(self.query_text)
        self.screen.set_focus(self.asking.field)

    def on_search_box_changed(self, event: SearchBox.Changed) -> None:
        """Show what is found at every letter."""
        event.stop()
        # The last word of what is typed may go on; what was asked before is whole.
        self._typing = self._goes_on = not event.recalled
        self.query_text = event.text

    def on_search_box_left(self, event: SearchBox.Left) -> None:
        """Leave the field and keep what was found."""
        event.stop()
        self.settle()
        if self.asking is not None:
            self.asking.display = bool(self.query_text)
        self.screen.set_focus(self.foremost)
        if self.meant is not None:
            self.refill()

    def settle(self) -> None:
        """Write the query so that it goes on finding the same, and remember it."""
        if self._typing:
            from tui.search import answer, settled

            self._typing = False
            self._goes_on = not any(each.total for each in self.answers.values())
            text = self.query_text
            if any(answer(self.corpus, text, k).total != a.total for k, a in self.answers.items()):
                self.query_text = settled(text)
                if self.asking is not None:
                    self.asking.put(self.query_text)
        if self.searching:
            self.post_message(Remember(self.query_text))

    def search_for(self, text: str) -> None:
        """Show what a query finds that was not typed here."""
        self._typing = self._goes_on = False
        self.query_text = text
        if self.asking is not None:
            self.asking.put(text)
            self.asking.display = bool(text)

    def drop_search(self) -> None:
        """Show all again."""
        self.search_for("")

    def action_save(self) -> None:
        self.settle()
        self.post_message(Save(self.query_text, self.id or ""))

    def action_clear(self) -> None:
        if self.query_text:
            self.post_message(Cleared(self.id or "", self.query_text))
            self.drop_search()
            self.screen.set_focus(self.foremost)
        else:
            self.post_message(Refine(self.kind))

    def action_filter(self) -> None:
        found = self.answers.get(self.kind)
        self.post_message(ChooseFilter(self.kind, found.query if found else None))

    def action_sort(self) -> None:
        after = self.sorts[(self.sorts.index(self.order) + 1) % len(self.sorts)]
        if self.searching:
            self.hits_by = after
        else:
            self.all_by = after
            self.post_message(Sorted(self.id or "", after))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "sort":
                return len(self.sorts) > 1
            case "clear":
                return bool(self.query_text or self.corpus.filters_on(self.kind))
            case "save":
                return self.searching
        return super().check_action(action, parameters)
